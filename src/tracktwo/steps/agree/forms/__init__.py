"""What is typed in step 6. Lengths and marks are refused by the deeds, with what was typed still in the form."""

from tracktwo.steps.agree.forms.brackets import ADOPT, KEEP, AmendForm, BracketForm, SettleForm
from tracktwo.steps.agree.forms.renderings import RenderingForm
from tracktwo.steps.agree.forms.silences import AnnounceForm, ClockForm, ObjectForm
from tracktwo.steps.agree.forms.support import RULE_WORDS, AnswerForm, CloseRoundForm, OpenRoundForm
from tracktwo.steps.agree.forms.texts import ClauseForm, CriticismForm, OpenForm, WordsForm
from tracktwo.steps.agree.forms.versions import NOW, CompareForm, FreezeForm
from tracktwo.steps.agree.forms.words import words_field

__all__ = [
    "RULE_WORDS",
    "AnswerForm",
    "CloseRoundForm",
    "OpenRoundForm",
    "AnnounceForm",
    "ClockForm",
    "ObjectForm",
    "RenderingForm",
    "words_field",
    "OpenForm",
    "ClauseForm",
    "WordsForm",
    "ADOPT",
    "KEEP",
    "AmendForm",
    "BracketForm",
    "CriticismForm",
    "SettleForm",
    "NOW",
    "FreezeForm",
    "CompareForm",
]
