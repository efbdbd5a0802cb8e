"""Public holidays of a country, from the ``holidays`` library, as days to keep clear."""

from __future__ import annotations

from collections.abc import Iterable

import holidays

from tracktwo.methods.dates import KeepClear

PUBLIC = "public"
# Since martial law the days of Ukraine are working days, and the library lists them only in this category.
_CATEGORIES = {"UA": ("public", "workday")}


def countries_known() -> frozenset[str]:
    """Country codes (ISO 3166-1) whose holidays the library knows."""
    return frozenset(code for code in holidays.list_supported_countries() if len(code) == 2)


def public_holidays(country: str, years: Iterable[int], community: str) -> tuple[KeepClear, ...]:
    """The holidays of ``country`` in these years as dated days of ``community``, in order of day and name.

    Working days given in exchange for others are passed over. Raises LookupError for a country not known.
    """
    if country not in countries_known():
        raise LookupError("no holidays are known of this country")
    kind = getattr(holidays, country)
    language = "en_US" if "en_US" in (kind.supported_languages or ()) else None
    listed = holidays.country_holidays(
        country, years=list(years), categories=_CATEGORIES.get(country, ("public",)), language=language
    )
    found = (KeepClear(community, day.isoformat(), name, PUBLIC) for day, name in sorted(listed.items()))
    return tuple(day for day in found if "substituted" not in day.name)


def beside(known: Iterable[KeepClear], further: Iterable[KeepClear]) -> tuple[KeepClear, ...]:
    """Those of ``further`` that their community does not keep already under another name: no day weighs twice."""
    kept = tuple(known)
    return tuple(day for day in further if not _is_kept(day, kept))


def _is_kept(day: KeepClear, kept: tuple[KeepClear, ...]) -> bool:
    year = int(day.month_day[:4])
    return any(
        one.day_in(year) is not None and one.belongs_to(day.community) and one.day_in(year) == day.day_in(year)
        for one in kept
    )
