"""Deeds of step 6. Each is done on the text as it stands in that moment, with its row locked."""

from tracktwo.steps.agree.actions.brackets import (
    LONGEST_REASON,
    amend_clause,
    open_bracket,
    settle_bracket,
    withdraw_bracket,
)
from tracktwo.steps.agree.actions.closing import closing_checkpoint
from tracktwo.steps.agree.actions.cosigning import cosign
from tracktwo.steps.agree.actions.leaks import let_hit_stand, refuse_standing_leaks
from tracktwo.steps.agree.actions.renderings import review_rendering, write_rendering
from tracktwo.steps.agree.actions.signatures import sign_text
from tracktwo.steps.agree.actions.silences import (
    affirm,
    announce_silence,
    call_off,
    end_silence,
    end_silences,
    object_to,
    say_received,
    vouch_for,
)
from tracktwo.steps.agree.actions.support import answer_round, close_round, open_round, withdraw_round
from tracktwo.steps.agree.actions.texts import (
    LONGEST_TITLE,
    begin_with_statements,
    change_clause,
    criticise_clause,
    draft_clause,
    open_text,
)
from tracktwo.steps.agree.actions.versions import freeze_text, save_version

__all__ = [
    "closing_checkpoint",
    "cosign",
    "answer_round",
    "close_round",
    "open_round",
    "withdraw_round",
    "affirm",
    "announce_silence",
    "call_off",
    "end_silence",
    "end_silences",
    "object_to",
    "review_rendering",
    "say_received",
    "sign_text",
    "vouch_for",
    "write_rendering",
    "LONGEST_TITLE",
    "open_text",
    "draft_clause",
    "begin_with_statements",
    "change_clause",
    "LONGEST_REASON",
    "amend_clause",
    "criticise_clause",
    "amend_clause",
    "open_bracket",
    "withdraw_bracket",
    "settle_bracket",
    "let_hit_stand",
    "refuse_standing_leaks",
    "save_version",
    "freeze_text",
]
