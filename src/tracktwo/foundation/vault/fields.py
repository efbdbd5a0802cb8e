"""What an identity consists of; a closed list, so that nobody keeps more than the programme asked for."""

from django.utils.translation import gettext_lazy as _

FIELDS = {
    "name": _("Full name"),
    "contact": _("Contact"),
    "affiliation": _("Affiliation"),
}
