"""ISO 3166-1 alpha-2 codes by continent.

Continents after the United Nations' standard country codes for statistical use (M49, checked in January
2025); the Americas are kept apart as north (with Central America and the Caribbean) and south, because that
is how associations rotate. TW and XK are not in M49 and stand where the published passport tables put them.
"""

from __future__ import annotations

_BY_CONTINENT = {
    "Africa": (
        "AO BF BI BJ BW CD CF CG CI CM CV DJ DZ EG EH ER ET GA GH GM GN GQ GW IO KE KM LR LS LY MA "
        "MG ML MR MU MW MZ NA NE NG RE RW SC SD SH SL SN SO SS ST SZ TD TF TG TN TZ UG YT ZA ZM ZW"
    ),
    "Antarctica": "AQ BV GS HM",
    "Asia": (
        "AE AF AM AZ BD BH BN BT CN CY GE HK ID IL IN IQ IR JO JP KG KH KP KR KW KZ LA LB LK MM MN "
        "MO MV MY NP OM PH PK PS QA SA SG SY TH TJ TL TM TR TW UZ VN YE"
    ),
    "Europe": (
        "AD AL AT AX BA BE BG BY CH CZ DE DK EE ES FI FO FR GB GG GI GR HR HU IE IM IS IT JE LI LT "
        "LU LV MC MD ME MK MT NL NO PL PT RO RS RU SE SI SJ SK SM UA VA XK"
    ),
    "North America": (
        "AG AI AW BB BL BM BQ BS BZ CA CR CU CW DM DO GD GL GP GT HN HT JM KN KY LC MF MQ MS MX NI "
        "PA PM PR SV SX TC TT US VC VG VI"
    ),
    "Oceania": "AS AU CC CK CX FJ FM GU KI MH MP NC NF NR NU NZ PF PG PN PW SB TK TO TV UM VU WF WS",
    "South America": "AR BO BR CL CO EC FK GF GY PE PY SR UY VE",
}

CONTINENT: dict[str, str] = {code: continent for continent, codes in _BY_CONTINENT.items() for code in codes.split()}
"""Continent of each country code."""


def is_country(code: str) -> bool:
    """Whether ``code`` is an assigned two-letter country code (upper case)."""
    return code in CONTINENT
