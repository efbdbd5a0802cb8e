"""What is answered and asked in step 4."""

from tracktwo.steps.prepare.forms.consents import ConsentForm, PanelForm, WordsForm
from tracktwo.steps.prepare.forms.contacts import ContactForm, ReachedForm, SafeForm
from tracktwo.steps.prepare.forms.harm import HarmForm
from tracktwo.steps.prepare.forms.readiness import AfarForm, ArrangeForm, SayForm
from tracktwo.steps.prepare.forms.rules import SignForm

__all__ = [
    "AfarForm",
    "ArrangeForm",
    "ConsentForm",
    "ContactForm",
    "HarmForm",
    "PanelForm",
    "ReachedForm",
    "SafeForm",
    "SayForm",
    "SignForm",
    "WordsForm",
]
