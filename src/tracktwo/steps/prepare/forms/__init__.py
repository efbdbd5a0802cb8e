"""What a participant answers in step 4."""

from tracktwo.steps.prepare.forms.consents import ConsentForm
from tracktwo.steps.prepare.forms.readiness import ReadinessForm
from tracktwo.steps.prepare.forms.rules import SignForm

__all__ = ["ConsentForm", "ReadinessForm", "SignForm"]
