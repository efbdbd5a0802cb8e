"""What a participant answers in step 4."""

from tracktwo.steps.prepare.forms.consents import ConsentForm
from tracktwo.steps.prepare.forms.readiness import ArrangeForm, SayForm
from tracktwo.steps.prepare.forms.rules import SignForm

__all__ = ["ArrangeForm", "ConsentForm", "SayForm", "SignForm"]
