"""Chances as people say them."""

from __future__ import annotations

from fractions import Fraction

from django.utils.formats import number_format
from django.utils.translation import gettext as _

# A fraction beyond this is read by nobody; the percentage beside it is.
_LONGEST = 10_000


def odds(chance: Fraction) -> str:
    """``3/28`` as "3 in 28"; certainty and impossibility in words."""
    if chance in (0, 1):
        return _("certain") if chance else _("none")
    if chance.denominator > _LONGEST:
        return percent(chance)
    return _("%(top)s in %(bottom)s") % {"top": chance.numerator, "bottom": chance.denominator}


def percent(chance: Fraction | float) -> str:
    return _("%(amount)s %%") % {"amount": number_format(float(chance) * 100, decimal_pos=1)}
