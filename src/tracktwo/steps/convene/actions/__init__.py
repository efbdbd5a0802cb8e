"""Deeds of step 5: sessions and their clock, the floor, statements, votes."""

from tracktwo.steps.convene.actions.airtime import interpret, time_side
from tracktwo.steps.convene.actions.assent import assent, end_assent
from tracktwo.steps.convene.actions.caucus import (
    APART,
    ask_apart,
    ask_in,
    carry_apart,
    close_caucus,
    next_apart,
    open_caucus,
    strike_apart,
    write_apart,
)
from tracktwo.steps.convene.actions.floor import DESK, ROOM
from tracktwo.steps.convene.actions.needs import (
    answer_restatement,
    begin_restatement,
    set_restatement_aside,
    take_restatement_up,
    write_restatement,
)
from tracktwo.steps.convene.actions.options import add_step, change_needs, take_up_option
from tracktwo.steps.convene.actions.plan import (
    add_planned,
    drop_planned,
    edit_planned,
    lay_out_sessions,
    move_planned,
    open_planned,
)
from tracktwo.steps.convene.actions.polls import cast_poll, close_poll, open_poll, withdraw_poll
from tracktwo.steps.convene.actions.pulse import (
    act_on_pulse,
    check_in,
    end_checkin,
    log_intervention,
    open_checkin,
    reflect,
    show_rules,
)
from tracktwo.steps.convene.actions.queue import (
    drop_hand,
    end_turn,
    give_floor,
    lower_hand,
    move_hand,
    raise_hand,
    restore_rule,
    show_on_wall,
    show_queue,
)
from tracktwo.steps.convene.actions.safe import agree_public_agenda, cover_screens, public_agenda_of
from tracktwo.steps.convene.actions.sessions import close_session, open_session, press_clock
from tracktwo.steps.convene.actions.statements import sort_statement, write_statement
from tracktwo.steps.convene.actions.votes import cast_vote, close_vote, open_vote, withdraw_vote

__all__ = [
    "DESK",
    "assent",
    "end_assent",
    "APART",
    "agree_public_agenda",
    "ask_apart",
    "ask_in",
    "carry_apart",
    "close_caucus",
    "cover_screens",
    "next_apart",
    "open_caucus",
    "public_agenda_of",
    "show_on_wall",
    "strike_apart",
    "write_apart",
    "ROOM",
    "add_planned",
    "drop_planned",
    "edit_planned",
    "lay_out_sessions",
    "move_planned",
    "open_planned",
    "add_step",
    "answer_restatement",
    "begin_restatement",
    "cast_poll",
    "act_on_pulse",
    "check_in",
    "end_checkin",
    "log_intervention",
    "open_checkin",
    "reflect",
    "show_rules",
    "cast_vote",
    "close_poll",
    "open_poll",
    "withdraw_poll",
    "change_needs",
    "close_session",
    "close_vote",
    "drop_hand",
    "end_turn",
    "give_floor",
    "interpret",
    "lower_hand",
    "move_hand",
    "open_session",
    "open_vote",
    "press_clock",
    "raise_hand",
    "restore_rule",
    "set_restatement_aside",
    "show_queue",
    "sort_statement",
    "take_restatement_up",
    "take_up_option",
    "time_side",
    "withdraw_vote",
    "write_restatement",
    "write_statement",
]
