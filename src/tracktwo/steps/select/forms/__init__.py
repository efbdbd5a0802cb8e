"""What is typed in step 3."""

from tracktwo.steps.select.forms.assessments import ConflictForm, RescoreForm, ScoresForm, SheetForm, WhoForm
from tracktwo.steps.select.forms.cohorts import ComputeForm
from tracktwo.steps.select.forms.nominations import ConsentForm, ProposeForm
from tracktwo.steps.select.forms.passes import CodeForm, NominationsFileForm, NominatorForm, PassForm, RowForm
from tracktwo.steps.select.forms.pools import LARGEST_FILE, GatherForm, PracticeForm, QuotasForm
from tracktwo.steps.select.forms.rosters import EntryForm, FreezeDayForm, GiveUpForm
from tracktwo.steps.select.forms.rounds import (
    AnotherForm,
    AnswerForm,
    AssignForm,
    ObjectForm,
    ReleaseForm,
    RoundForm,
    ThresholdsForm,
)
from tracktwo.steps.select.forms.rules import CrossForm, NumberForm, TieForm
from tracktwo.steps.select.forms.soundings import SoundingForm

__all__ = [
    "AnotherForm",
    "AnswerForm",
    "AssignForm",
    "CodeForm",
    "ConflictForm",
    "NominationsFileForm",
    "NominatorForm",
    "ObjectForm",
    "PassForm",
    "ReleaseForm",
    "RescoreForm",
    "RoundForm",
    "RowForm",
    "ScoresForm",
    "SheetForm",
    "SoundingForm",
    "ThresholdsForm",
    "WhoForm",
    "ComputeForm",
    "ConsentForm",
    "CrossForm",
    "EntryForm",
    "FreezeDayForm",
    "GatherForm",
    "GiveUpForm",
    "LARGEST_FILE",
    "NumberForm",
    "PracticeForm",
    "ProposeForm",
    "QuotasForm",
    "TieForm",
]
