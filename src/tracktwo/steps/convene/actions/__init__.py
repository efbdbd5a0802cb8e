"""Deeds of step 5: sessions and their clock, statements, votes."""

from tracktwo.steps.convene.actions.floor import ROOM
from tracktwo.steps.convene.actions.sessions import close_session, open_session, press_clock
from tracktwo.steps.convene.actions.statements import sort_statement, write_statement
from tracktwo.steps.convene.actions.votes import cast_vote, close_vote, open_vote, withdraw_vote

__all__ = [
    "ROOM",
    "cast_vote",
    "close_session",
    "close_vote",
    "open_session",
    "open_vote",
    "press_clock",
    "sort_statement",
    "withdraw_vote",
    "write_statement",
]
