"""The matrix of audiences and communities, and the briefs that fill its cells."""

from tracktwo.steps.transmit.models.briefs import Brief, BriefText
from tracktwo.steps.transmit.models.cells import SETTLED, Audience, Cell

__all__ = ["SETTLED", "Audience", "Brief", "BriefText", "Cell"]
