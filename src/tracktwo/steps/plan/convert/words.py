"""What the planner means, in the reader's language."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from tracktwo.data.refusals import say
from tracktwo.methods.dates import EVERY_COMMUNITY, Reason
from tracktwo.methods.record import Refusal

# Reasons that say no more than "not now": listed apart, so that the others are read.
OUT_OF_TIME = frozenset({"plan.outside_years", "plan.past", "plan.starts_too_early"})


def reason_words(reason: Reason, names: Mapping[str, str]) -> str:
    """One reason as a sentence; ``names`` maps a community's number to its name."""
    return say(Refusal(reason.code, **{name: _shown(name, value, names) for name, value in reason.params.items()}), _)


def _shown(name: str, value: object, names: Mapping[str, str]) -> object:
    if isinstance(value, date):
        return date_format(value, "DATE_FORMAT")
    if name == "community":
        return community_words(str(value), names)
    if name == "name":
        return kept_day_words(str(value))
    return value


def community_words(word: str, names: Mapping[str, str]) -> str:
    return _("every community") if word in EVERY_COMMUNITY else names.get(word, word)


def status_words(status: str) -> str:
    return {
        "held": _("held"),
        "confirmed": _("confirmed"),
        "provisional": _("provisional, to be checked"),
        "projected": _("projected, to be checked"),
        "cancelled": _("cancelled"),
        "moved": _("moved"),
    }.get(status, status)


def kind_words(kind: str) -> str:
    return {
        "national": _("national days"),
        "anniversary": _("anniversaries"),
        "religious": _("religious feasts"),
    }.get(kind, kind)


def cost_words(kind: str) -> str:
    return {
        "visa_case": _("people who need a visa"),
        "e_visa_case": _("people who need an electronic visa"),
        "provisional": _("editions that are provisional"),
        "projected": _("editions that are projected"),
        "venue_open": _("venues not announced"),
        "day_touched": _("kept days touched"),
        "slack_day": _("days of waiting before the convention"),
        "same_association": _("times an association returns"),
        "same_city": _("times a city returns"),
        "same_continent": _("times a continent returns"),
    }.get(kind, kind)


def kept_day_words(name: str) -> str:
    """Days of the house's own table; days somebody imported stand as they were written."""
    return {
        "Day of Remembrance and Victory": _("Day of Remembrance and Victory"),
        "Constitution Day": _("Constitution Day"),
        "Statehood Day": _("Statehood Day"),
        "Independence Day": _("Independence Day"),
        "Defenders Day": _("Defenders Day"),
        "Christmas": _("Christmas"),
        "Orthodox Christmas": _("Orthodox Christmas"),
        "Defender of the Fatherland Day": _("Defender of the Fatherland Day"),
        "Victory Day": _("Victory Day"),
        "Russia Day": _("Russia Day"),
        "Unity Day": _("Unity Day"),
        "anniversary of the full-scale invasion (2022)": _("anniversary of the full-scale invasion (2022)"),
        "Orthodox Easter": _("Orthodox Easter"),
    }.get(name, name)
