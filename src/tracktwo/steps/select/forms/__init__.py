"""What is typed in step 3."""

from tracktwo.steps.select.forms.cohorts import ComputeForm
from tracktwo.steps.select.forms.nominations import ConsentForm, ProposeForm
from tracktwo.steps.select.forms.pools import LARGEST_FILE, GatherForm, PracticeForm, QuotasForm

__all__ = [
    "ComputeForm",
    "ConsentForm",
    "GatherForm",
    "LARGEST_FILE",
    "PracticeForm",
    "ProposeForm",
    "QuotasForm",
]
