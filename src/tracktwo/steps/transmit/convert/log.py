"""What may be said of an entry: contribution, never attribution."""

from __future__ import annotations

from django.utils.translation import gettext as _

from tracktwo.steps.transmit.models import Grade


def claim_words(grade: int) -> str:
    """The most that evidence of this grade lets anybody say; nothing in this house says more."""
    return {
        Grade.TOLD: _("We are told that it was carried there. Nothing may be claimed of what came of it."),
        Grade.CONFIRMED: _("It arrived. Nothing may be claimed of what came of it."),
        Grade.DOCUMENT: _("It was among what was read there. It may have contributed; what else did is not known."),
        Grade.INDEPENDENT: _("It contributed beside much else, as somebody independent shows. It caused nothing."),
    }[Grade(grade)]
