"""What the planner means, in the reader's language."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from django.utils.formats import date_format
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from tracktwo.data.countries import country_name
from tracktwo.data.refusals import say
from tracktwo.methods import dates
from tracktwo.methods.dates import EVERY_COMMUNITY, EXIT_CODES, Reason
from tracktwo.methods.record import Refusal

# What of a reason is a country's code, or several.
COUNTRIES = frozenset({"country", "passport", "residence", "via"})
# Reasons that say no more than "not now": listed apart, so that the others are read.
EXITS = frozenset(EXIT_CODES.values())
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
    return countries_words(str(value).replace(",", " ").split()) if name in COUNTRIES else value


def country_words(code: str) -> str:
    """What a country is called in the reader's language."""
    return country_name(code, get_language() or "en")


def countries_words(codes: Iterable[str]) -> str:
    return ", ".join(map(country_words, codes))


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
        "public": _("public holidays"),
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
        "transit_visa": _("people who need papers on the way"),
        "money": _("thousands that it costs"),
        "facilitator_load": _("workshops beyond what the facilitators carry in a year"),
        "same_association": _("times an association returns"),
        "same_city": _("times a city returns"),
        "same_continent": _("times a continent returns"),
    }.get(kind, kind)


def weight_words(kind: str) -> str:
    """What one unit of an inconvenience is, on the form that weighs it."""
    return {
        "visa_case": _("A person who needs a visa"),
        "e_visa_case": _("A person who needs an electronic visa"),
        "transit_visa": _("A person who needs papers on the way"),
        "provisional": _("An edition that is provisional"),
        "projected": _("An edition that is projected"),
        "venue_open": _("A venue not announced"),
        "day_touched": _("A kept day touched that only weighs"),
        "slack_day": _("A day of waiting before the convention"),
        "money": _("A thousand that it costs"),
        "facilitator_load": _("A workshop beyond what the facilitators carry in a year"),
        "same_association": _("An association that returns"),
        "same_city": _("A city that returns"),
        "same_continent": _("A continent that returns"),
    }.get(kind, kind)


def requirement_words(requirement: str) -> str:
    return {
        dates.VISA_FREE: _("no visa"),
        dates.E_VISA: _("electronic visa or authorisation"),
        dates.VISA: _("visa"),
        dates.BARRED: _("no admission"),
    }.get(requirement, requirement)


def exit_words(kind: str) -> str:
    return {
        "service-age": _("men of an age to serve"),
        "summons": _("whoever is called up"),
        "secrets": _("whoever had access to state secrets"),
        "permit": _("whoever needs a permit to leave"),
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
