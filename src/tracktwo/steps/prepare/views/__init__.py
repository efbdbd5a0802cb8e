"""Pages and deeds of step 4, by noun."""

from tracktwo.steps.prepare.views.about import About
from tracktwo.steps.prepare.views.consents import Consents
from tracktwo.steps.prepare.views.readiness import Travel
from tracktwo.steps.prepare.views.rules import Sign

__all__ = ["About", "Consents", "Sign", "Travel"]
