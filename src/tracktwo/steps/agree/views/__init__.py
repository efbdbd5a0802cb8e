"""Pages of step 6: the text, its clauses and brackets, its versions, the freeze."""

from tracktwo.steps.agree.views.amending import Amend, Criticise, OpenInside, SettleInside, WithdrawInside
from tracktwo.steps.agree.views.asking import FormDoor, own_seat
from tracktwo.steps.agree.views.brackets import OpenBracket, Settle, Withdraw
from tracktwo.steps.agree.views.cleaning import Brackets, History
from tracktwo.steps.agree.views.closing import ClosingSheet
from tracktwo.steps.agree.views.cosigning import Cosign
from tracktwo.steps.agree.views.leaks import Check, LeaksPage
from tracktwo.steps.agree.views.renderings import Language, Review, Translate
from tracktwo.steps.agree.views.signatures import Sign
from tracktwo.steps.agree.views.silences import (
    Affirm,
    Announce,
    CallOff,
    ChooseClock,
    Object,
    Received,
    SilencePage,
    Vouch,
)
from tracktwo.steps.agree.views.support import Answer, CloseRound, OpenRound, Support, WithdrawRound
from tracktwo.steps.agree.views.texts import About, Change, Draft, Open, Statements, TextPage
from tracktwo.steps.agree.views.versions import Compare, Freeze, Save, VersionFile, Versions, compare_form

__all__ = [
    "ClosingSheet",
    "Cosign",
    "Answer",
    "CloseRound",
    "OpenRound",
    "Support",
    "WithdrawRound",
    "Affirm",
    "Announce",
    "CallOff",
    "ChooseClock",
    "Language",
    "Object",
    "Received",
    "Review",
    "Sign",
    "SilencePage",
    "Translate",
    "Vouch",
    "Amend",
    "Brackets",
    "Criticise",
    "History",
    "OpenInside",
    "SettleInside",
    "WithdrawInside",
    "FormDoor",
    "own_seat",
    "About",
    "TextPage",
    "Open",
    "Draft",
    "Statements",
    "Change",
    "OpenBracket",
    "Withdraw",
    "Settle",
    "Check",
    "LeaksPage",
    "Save",
    "Freeze",
    "Versions",
    "VersionFile",
    "Compare",
    "compare_form",
]
