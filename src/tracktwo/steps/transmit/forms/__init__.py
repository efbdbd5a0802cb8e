"""What is typed in step 7."""

from tracktwo.steps.transmit.forms.briefs import BriefForm
from tracktwo.steps.transmit.forms.cells import CellForm, cell_form

__all__ = ["BriefForm", "CellForm", "cell_form"]
