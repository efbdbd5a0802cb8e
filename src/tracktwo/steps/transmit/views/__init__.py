"""Pages of step 7."""

from tracktwo.steps.transmit.views.briefs import Approve, BriefFile, BriefHtml, BriefPage, BriefWord, Release, Words
from tracktwo.steps.transmit.views.discussions import Hall, OpenSession
from tracktwo.steps.transmit.views.findings import Findings
from tracktwo.steps.transmit.views.log import Entry, Log
from tracktwo.steps.transmit.views.matrix import About, EditCell
from tracktwo.steps.transmit.views.notes import NoteFile, NotePage, Notes, ReleaseNote
from tracktwo.steps.transmit.views.proposals import OwnParts, ProposalFile, ProposalPage, Proposals
from tracktwo.steps.transmit.views.stories import OwnStories, OwnStory, Stories, TranslateStory

__all__ = [
    "Hall",
    "OpenSession",
    "OwnStories",
    "OwnStory",
    "Stories",
    "TranslateStory",
    "Entry",
    "Log",
    "NoteFile",
    "NotePage",
    "Notes",
    "ReleaseNote",
    "OwnParts",
    "ProposalFile",
    "ProposalPage",
    "Proposals",
    "About",
    "Approve",
    "BriefFile",
    "BriefHtml",
    "BriefPage",
    "BriefWord",
    "EditCell",
    "Findings",
    "Release",
    "Words",
]
