"""Pages of step 7."""

from tracktwo.steps.transmit.views.briefs import Approve, BriefFile, BriefPage, Release
from tracktwo.steps.transmit.views.matrix import About, EditCell

__all__ = ["About", "Approve", "BriefFile", "BriefPage", "EditCell", "Release"]
