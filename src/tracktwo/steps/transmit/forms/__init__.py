"""What is typed in step 7."""

from tracktwo.steps.transmit.forms.cells import CellForm, cell_form
from tracktwo.steps.transmit.forms.log import ClaimForm, CodingForm, FollowUpForm, TransmissionForm
from tracktwo.steps.transmit.forms.notes import NoteForm
from tracktwo.steps.transmit.forms.proposals import BeginProposalForm, ChoosePanelForm, PartForm, ProposalForm
from tracktwo.steps.transmit.forms.sheets import LevelsForm, SheetForm
from tracktwo.steps.transmit.forms.stories import ReadersForm, StoryForm, TellForm

__all__ = [
    "ChoosePanelForm",
    "ReadersForm",
    "StoryForm",
    "TellForm",
    "ClaimForm",
    "CodingForm",
    "FollowUpForm",
    "TransmissionForm",
    "NoteForm",
    "BeginProposalForm",
    "PartForm",
    "ProposalForm",
    "CellForm",
    "LevelsForm",
    "SheetForm",
    "cell_form",
]
