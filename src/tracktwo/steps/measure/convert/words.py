"""Numbers and labels of results in the reader's language."""

from __future__ import annotations

from fractions import Fraction

from django.utils import formats
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from tracktwo.methods.relations import Change

SMALLEST_SAID = Fraction(1, 10_000)


def item_label(key: str) -> str:
    """What an item is called in a heading."""
    return {
        "warmth": _("Warmth"),
        "closeness": _("Closeness"),
        "trust": _("Trust"),
        "anxiety": _("Unease"),
        "perspective": _("Seeing it as they do"),
    }.get(key, key)


def amount(number: Fraction) -> str:
    """At most two decimals, with the decimal mark of the language and a true minus sign."""
    said = rounded(abs(number), 2)
    mark = decimal_mark()
    said = said.rstrip("0").rstrip(mark) if mark in said else said
    return f"−{said}" if number < 0 and said != "0" else said


def rounded(number: Fraction, places: int) -> str:
    """With so many decimals; rounded before it is formatted, because formatting would cut."""
    return formats.number_format(float(round(number, places)), decimal_pos=places)


def percent(probability: Fraction) -> str:
    return f"{amount(100 * probability)} %"


def decimal_mark() -> str:
    return str(formats.get_format("DECIMAL_SEPARATOR"))


def signed(number: Fraction) -> str:
    """A change: with its sign, nought without one."""
    said = amount(number)
    return f"+{said}" if number > 0 and said != "0" else said


def chance(p: Fraction) -> str:
    """An exact p as a fraction and, rounded, as a decimal: 5/1024 = 0.0049."""
    if p == 1:
        return "1"
    fraction = f"{p.numerator}/{p.denominator}"
    if p < SMALLEST_SAID:
        return f"{fraction} < {rounded(SMALLEST_SAID, 4)}"
    return f"{fraction} ≈ {rounded(p, 4)}"


def between(change: Change) -> str:
    """The interval of a change, or a dash where so few cannot give one."""
    if change.interval is None:
        return "–"
    ends = {"low": signed(change.interval.low), "high": signed(change.interval.high)}
    return _("%(low)s to %(high)s") % ends


def change_sentence(change: Change) -> str:
    """One result said aloud."""
    linked = ngettext("%(pairs)s person was linked.", "%(pairs)s people were linked.", change.pairs) % {
        "pairs": change.pairs
    }
    moved = _("Their answers moved by %(change)s (from %(before)s to %(after)s on average).") % {
        "change": signed(change.estimate),
        "before": amount(change.mean_before),
        "after": amount(change.mean_after),
    }
    sure = _("Any true change in the range %(interval)s fits these answers (95 %% interval).") % {
        "interval": between(change)
    }
    exact = _(
        "If nothing but chance decided who went up and who down, a change this large or larger had the chance %(p)s."
    )
    parts = [linked, moved, *([sure] if change.interval else []), exact % {"p": chance(change.p)}]
    return " ".join(parts)
