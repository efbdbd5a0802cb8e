"""What is typed in step 3."""

from tracktwo.steps.select.forms.cohorts import ComputeForm
from tracktwo.steps.select.forms.nominations import ConsentForm, ProposeForm
from tracktwo.steps.select.forms.pools import LARGEST_FILE, GatherForm, PracticeForm, QuotasForm
from tracktwo.steps.select.forms.rosters import EntryForm, FreezeDayForm, GiveUpForm
from tracktwo.steps.select.forms.rules import CrossForm, NumberForm, TieForm

__all__ = [
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
