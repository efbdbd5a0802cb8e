"""What people are asked about themselves, and the words for it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from django.utils.translation import gettext as _

from tracktwo.steps.programme.models import Community

# What a nominee is asked after consenting; the values are keys, their words are below.
ATTRIBUTES: Mapping[str, tuple[str, ...]] = {
    "gender": ("woman", "man", "other"),
    "sector": ("academia", "civil_society", "media", "other"),
    "generation": ("under_40", "from_40_to_60", "over_60"),
    "region": ("capital", "elsewhere", "abroad"),
}
DERIVED = ("community", "returning")
YES = "yes"
NO = "no"
# How the crossing of two features, or of their values, is written: "gender × community", "woman × 1".
CROSS = " × "


def value_of(attributes: Mapping[str, str], feature: str) -> str:
    """What somebody has as a feature; of a crossing, both values."""
    if feature in attributes or CROSS not in feature:
        return attributes.get(feature, "")
    return CROSS.join(attributes.get(part, "") for part in feature.split(CROSS))


def feature_label(feature: str) -> str:
    """A feature in the reader's language; a practice file's own headings stand as they are."""
    if CROSS in feature:
        return CROSS.join(map(feature_label, feature.split(CROSS)))
    return {
        "community": _("Community"),
        "returning": _("Has taken part before"),
        "gender": _("Gender"),
        "sector": _("Field of work"),
        "generation": _("Generation"),
        "region": _("Where they live"),
    }.get(feature, feature)


def value_label(feature: str, value: str, communities: Mapping[str, str] | None = None) -> str:
    """A value in the reader's language; a community goes by the name it accepts."""
    if CROSS in feature and feature.count(CROSS) == value.count(CROSS):
        parts = zip(feature.split(CROSS), value.split(CROSS), strict=True)
        return CROSS.join(value_label(part, own, communities) for part, own in parts)
    if feature == "community" and communities and value in communities:
        return communities[value]
    return {
        "woman": _("woman"),
        "man": _("man"),
        "other": _("other, or not said"),
        "academia": _("academia"),
        "civil_society": _("civil society"),
        "media": _("media"),
        "under_40": _("under 40"),
        "from_40_to_60": _("40 to 60"),
        "over_60": _("over 60"),
        "capital": _("in the capital"),
        "elsewhere": _("elsewhere in the country"),
        "abroad": _("abroad"),
        YES: _("yes"),
        NO: _("no"),
    }.get(value, value)


def community_names(communities: Iterable[Community]) -> dict[str, str]:
    return {str(community.number): community.name for community in communities}
