"""What an identity consists of; a closed list, so that nobody keeps more than the programme asked for."""

from django.utils.translation import gettext_lazy as _

FIELDS = {
    "name": _("Full name"),
    "contact": _("Contact"),
    "affiliation": _("Affiliation"),
    "biography": _("Biography"),
}
# Characters: a biography of 500 words, as associations ask for; anything else is a line.
LONGEST = {"biography": 4_000}
