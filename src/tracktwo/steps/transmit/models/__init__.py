"""The matrix of audiences and communities, how far findings may go, and the briefs that carry them."""

from tracktwo.steps.transmit.models.briefs import (
    LONGEST_PARAGRAPH,
    Brief,
    BriefText,
    Paragraph,
    ParagraphText,
    Section,
)
from tracktwo.steps.transmit.models.cells import SETTLED, Audience, Cell
from tracktwo.steps.transmit.models.discussions import LONGEST_REMARK, Discussion, Remark
from tracktwo.steps.transmit.models.findings import NEEDED, Finding, Level
from tracktwo.steps.transmit.models.log import LONGEST_ENTRY, Coding, Grade, Response, Transmission
from tracktwo.steps.transmit.models.notes import Note, NoteText
from tracktwo.steps.transmit.models.proposals import Proposal, ProposalPart
from tracktwo.steps.transmit.models.stories import LONGEST_STORY, Story, StoryConsent, StoryText
from tracktwo.steps.transmit.models.uses import ConsentUse

__all__ = [
    "LONGEST_REMARK",
    "Discussion",
    "Remark",
    "LONGEST_STORY",
    "Story",
    "StoryConsent",
    "StoryText",
    "LONGEST_ENTRY",
    "Coding",
    "Grade",
    "Response",
    "Transmission",
    "Note",
    "NoteText",
    "LONGEST_PARAGRAPH",
    "NEEDED",
    "SETTLED",
    "Audience",
    "Brief",
    "BriefText",
    "Cell",
    "ConsentUse",
    "Finding",
    "Level",
    "Paragraph",
    "ParagraphText",
    "Proposal",
    "ProposalPart",
    "Section",
]
