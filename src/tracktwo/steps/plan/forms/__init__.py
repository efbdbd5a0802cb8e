"""What is typed in step 2."""

from tracktwo.steps.plan.forms.inputs import (
    EMPTY_LINES,
    MOST_BYTES,
    BaseLines,
    ConventionsForm,
    KeptDaysForm,
    KeptTableForm,
    LineForm,
    LinesForm,
    WishesForm,
    file_content,
    line_initial,
    wishes_initial,
)
from tracktwo.steps.plan.forms.tries import PassportsForm, RulesForm, WeightsForm, WithoutForm

__all__ = [
    "EMPTY_LINES",
    "MOST_BYTES",
    "BaseLines",
    "ConventionsForm",
    "KeptDaysForm",
    "KeptTableForm",
    "PassportsForm",
    "RulesForm",
    "WeightsForm",
    "WithoutForm",
    "LineForm",
    "LinesForm",
    "WishesForm",
    "file_content",
    "line_initial",
    "wishes_initial",
]
