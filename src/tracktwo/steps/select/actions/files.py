"""Nominations from a file: read twice, looked at first and then taken in whole."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256

from django.db import transaction

from tracktwo.exchange.nominations import Proposed, read_nominations
from tracktwo.foundation.ledger.actions import record
from tracktwo.foundation.people.models import Standing
from tracktwo.foundation.vault.queries import known_marks, mark_of
from tracktwo.methods.record import Refusal
from tracktwo.steps.programme.models import Community, Programme
from tracktwo.steps.select.actions.nominations import keep_proposed
from tracktwo.steps.select.models import Nomination


@dataclass(frozen=True)
class Report:
    """What taking in would do: ``fresh`` rows, ``known`` row numbers that are passed over, and the file's own mark."""

    fresh: tuple[Proposed, ...]
    known: tuple[int, ...]
    mark: str

    def by_community(self) -> dict[int, int]:
        sides = [one.community for one in self.fresh]
        return {side: sides.count(side) for side in sorted(set(sides))}


def check_file(programme: Programme, content: bytes) -> Report:
    """Read a file and change nothing. Contacts that the vault holds are found by their keyed hash alone."""
    place = programme.compartment
    rows = read_nominations(content, _by_name(programme), lambda contact: mark_of(place, contact))
    known = known_marks(place, [one.mark for one in rows])
    return Report(
        tuple(one for one in rows if one.mark not in known),
        tuple(one.row for one in rows if one.mark in known),
        # Keyed, because the bare hash of a short list of addresses could be guessed from it.
        mark_of(place, sha256(content).hexdigest()),
    )


@transaction.atomic
def take_in_file(programme: Programme, content: bytes, seen: str, *, by: Standing, now: datetime) -> Report:
    """Every fresh row becomes a nomination, if this is the file that was looked at (``seen`` is its mark)."""
    report = check_file(programme, content)
    if report.mark != seen:
        raise Refusal("select.file_not_checked")
    if not report.fresh:
        raise Refusal("select.file_nothing_new", known=len(report.known))
    communities = {community.number: community for community in programme.communities.all()}
    for one in report.fresh:
        contact = {"contact": one.contact}
        keep_proposed(programme, communities[one.community], contact, Nomination.Way.FILE, now)
    book = programme.compartment.book
    record("select.nominated", book=book, role=by.role, side=by.side, at=now, count=len(report.fresh))
    return report


def _by_name(programme: Programme) -> dict[str, int]:
    """Each community by its number and by every name it accepts; a name that two share names neither."""
    found: dict[str, int] = {}
    for community in programme.communities.all():
        for name in _names(community):
            found[name] = 0 if found.get(name, community.number) != community.number else community.number
    return {name: number for name, number in found.items() if number}


def _names(community: Community) -> list[str]:
    return [str(community.number), *(name.casefold() for name in community.names.values() if name)]
