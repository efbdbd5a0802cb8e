"""Entry, transit and exit rules in: the own TOML tables of dated facts, and the public passport table on top."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import BinaryIO

from tracktwo.exchange.cells import Cells, read_rows
from tracktwo.exchange.tables import read_table
from tracktwo.exchange.toml_doors import Keys, Toml, read_each, read_toml
from tracktwo.methods.dates import EXIT_KINDS, REQUIREMENTS, EntryRule, ExitRule, TransitRule, is_country

ENTRY_KEYS = (
    *("passport", "destination", "requirement", "lead_days", "from", "until"),
    *("source", "checked_on", "note"),
)
TRANSIT_KEYS = ("residence", "destination", "via", "airside", "from", "until", "source", "checked_on", "note")
EXIT_KEYS = ("passport", "residence", "kind", "from", "until", "source", "checked_on", "note")

# The words of the Passport Index data set (ilyankou/passport-index-dataset, README); digits are days of
# visa-free stay. Papers got at the border or by a form beforehand count as an e-visa case.
_INDEX_WORDS = {
    "visa free": "visa-free",
    "visa on arrival": "e-visa",
    "eta": "e-visa",
    "e-visa": "e-visa",
    "visa required": "visa",
    "no admission": "barred",
    "covid ban": "barred",
}
_OWN_COUNTRY = "-1"


@dataclass(frozen=True)
class LeadDays:
    """Days before arrival by which papers must be applied for: the host's own planning assumption, not a
    fact.
    """

    visa: int = 120
    e_visa: int = 21

    def for_requirement(self, requirement: str) -> int:
        return {"visa": self.visa, "e-visa": self.e_visa}.get(requirement, 0)


def read_entry_rules(source: bytes | BinaryIO | Path) -> tuple[EntryRule, ...]:
    """The ``[[entry]]`` tables of a TOML file; ``[lead_days]`` fills in for entries without their own.

    Raises Refusal ``rules.…`` with the place and key of each fault (Refusals where several entries are
    wrong).
    """
    return entry_rules_in(read_toml(source))


def entry_rules_in(content: Toml) -> tuple[EntryRule, ...]:
    """The same, from a file already read."""
    lead = _lead_days(content)
    return read_each(content, "entry", ENTRY_KEYS, lambda keys: _rule(keys, lead))


def transit_rules_in(content: Toml) -> tuple[TransitRule, ...]:
    """``[[transit]]``: one rule for each destination named."""
    each = read_each(content, "transit", TRANSIT_KEYS, _transit)
    return tuple(rule for rules in each for rule in rules)


def exit_rules_in(content: Toml) -> tuple[ExitRule, ...]:
    """``[[exit]]``: hints, never counts."""
    return read_each(content, "exit", EXIT_KEYS, _exit)


def read_passport_index(
    source: bytes | BinaryIO | Path,
    *,
    checked_on: date,
    source_name: str,
    passports: Collection[str] | None = None,
    lead: LeadDays | None = None,
) -> tuple[EntryRule, ...]:
    """The public passport table (``Passport,Destination,Requirement``) as entry rules dated ``checked_on``.

    ``passports`` keeps only those of the delegation. How long a stay is allowed is not kept. Raises Refusal
    ``table.…`` and Refusals with row and column.
    """
    table = read_table(source, required=("passport", "destination", "requirement"), optional=())
    used = lead or LeadDays()
    rows = (row for row in table.rows if passports is None or row["passport"].upper() in passports)
    read = read_rows(rows, lambda cells: _index_rule(cells, used, checked_on, source_name))
    return tuple(rule for rule in read if rule is not None)


def read_passport_table(source: bytes | BinaryIO | Path) -> dict[str, dict[str, str]]:
    """The public passport table as it stands: passport to destination to its own word, checked like the rules."""
    table = read_table(source, required=("passport", "destination", "requirement"), optional=())
    day = date(2000, 1, 1)
    read_rows(table.rows, lambda cells: _index_rule(cells, LeadDays(), day, "any"))
    found: dict[str, dict[str, str]] = {}
    for row in table.rows:
        said = row["requirement"].casefold()
        if said != _OWN_COUNTRY:
            found.setdefault(row["passport"].upper(), {})[row["destination"].upper()] = said
    return found


def passport_rules(
    passport: str, says: Mapping[str, str], checked_on: date, source_name: str, lead: LeadDays | None = None
) -> tuple[EntryRule, ...]:
    """One passport of that table as entry rules."""
    used = lead or LeadDays()
    return tuple(
        _rule_of(passport, destination, word, used, checked_on, source_name)
        for destination, word in sorted(says.items())
    )


def _lead_days(content: Toml) -> LeadDays:
    if "lead_days" not in content:
        return LeadDays()
    keys = Keys(content["lead_days"], "lead_days", ("visa", "e-visa", "basis"))
    return LeadDays(keys.whole("visa", LeadDays.visa), keys.whole("e-visa", LeadDays.e_visa))


def _rule(keys: Keys, lead: LeadDays) -> EntryRule:
    requirement = keys.words("requirement")
    if requirement not in REQUIREMENTS:
        raise keys.refuse("rules.choice", "requirement", allowed=", ".join(REQUIREMENTS))
    rule = EntryRule(
        passport=_country(keys, "passport"),
        destination=_country(keys, "destination"),
        requirement=requirement,
        lead_days=keys.whole("lead_days", lead.for_requirement(requirement)),
        valid_from=keys.day_or_none("from"),
        valid_until=keys.day_or_none("until"),
        source=keys.words("source"),
        checked_on=keys.day("checked_on"),
    )
    keys.check_dates()
    return rule


def _transit(keys: Keys) -> tuple[TransitRule, ...]:
    via = keys.countries("via")
    if not via:
        raise keys.refuse("rules.countries", "via")
    named = (keys.day_or_none("from"), keys.day_or_none("until"), keys.words("source"), keys.day("checked_on"))
    keys.check_dates()
    residence, airside = _country(keys, "residence"), keys.yes_or_no("airside")
    return tuple(TransitRule(residence, one, via, airside, *named) for one in keys.countries("destination"))


def _exit(keys: Keys) -> ExitRule:
    kind = keys.words("kind")
    if kind not in EXIT_KINDS:
        raise keys.refuse("rules.choice", "kind", allowed=", ".join(EXIT_KINDS))
    named = (keys.day_or_none("from"), keys.day_or_none("until"), keys.words("source"), keys.day("checked_on"))
    keys.check_dates()
    return ExitRule(_country(keys, "passport"), _country(keys, "residence"), kind, *named)


def _country(keys: Keys, key: str) -> str:
    code = keys.words(key).upper()
    if not is_country(code):
        raise keys.refuse("rules.country", key)
    return code


def _index_rule(cells: Cells, lead: LeadDays, checked_on: date, source_name: str) -> EntryRule | None:
    passport, destination = cells.country("passport"), cells.country("destination")
    said = cells.words("requirement").casefold()
    if said == _OWN_COUNTRY:
        return None
    if said and not _meaning(said):
        cells.refuse("passport_index.requirement", "requirement", allowed=", ".join(_INDEX_WORDS))
    return _rule_of(passport, destination, said, lead, checked_on, source_name)


def _rule_of(
    passport: str, destination: str, said: str, lead: LeadDays, checked_on: date, source_name: str
) -> EntryRule:
    requirement = _meaning(said)
    days = 0 if said == "visa on arrival" else lead.for_requirement(requirement)
    return EntryRule(passport, destination, requirement, days, None, None, source_name, checked_on)


def _meaning(said: str) -> str:
    return "visa-free" if said.isascii() and said.isdigit() else _INDEX_WORDS.get(said, "")
