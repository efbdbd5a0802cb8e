"""What may be known of the vault without opening it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import QuerySet

from tracktwo.foundation.people.models import Compartment
from tracktwo.foundation.vault import identities, memory
from tracktwo.foundation.vault.keystore import file, openings, shredded
from tracktwo.foundation.vault.labels import labels_in
from tracktwo.foundation.vault.models import IdentityField, Person, Reveal
from tracktwo.methods.record import Refusal

MOST_REVEALS = 20


@dataclass(frozen=True)
class Handle:
    """A person as the vault shows one: an opaque id, its first eight letters, and an alias if a step gave
    one.
    """

    person: UUID
    short: str
    label: str
    reveals: int

    @property
    def title(self) -> str:
        return f"{self.label} · {self.short}" if self.label else self.short


@dataclass(frozen=True)
class Looked:
    """One reveal as the officers see it; the reason is empty while the vault is sealed."""

    at: datetime
    alias: str
    short: str
    reason: str


def is_founded() -> bool:
    return file.exists()


def is_sealed(now: datetime) -> bool:
    return memory.is_sealed(now)


def open_until(now: datetime) -> datetime | None:
    """When the vault seals itself; None while it is sealed."""
    return memory.held_until(now)


def list_officers() -> list[str]:
    """The labels under which officers open the vault, in order."""
    return openings.officers_of(file.read()["openings"])


def least_officers() -> int:
    """How many officers it takes to open the vault."""
    return min(len(opening["officers"]) for opening in file.read()["openings"])


def is_purged(compartment: Compartment) -> bool:
    """Whether everything that identifies was destroyed here; nobody is taken in here any more."""
    gone = shredded.remembered()
    place: Compartment | None = compartment
    while place is not None:
        if place.id in gone:
            return True
        place = place.parent
    return False


def check_not_purged(compartment: Compartment) -> None:
    if is_purged(compartment):
        raise Refusal("vault.purged")


def access_persons(compartment: Compartment) -> QuerySet[Person]:
    """Persons of this compartment and of the rooms inside it."""
    return Person.objects.filter(compartment__in=_with_rooms(compartment)).select_related("compartment")


def access_person(person_id: UUID, compartment: Compartment) -> Person:
    """One of them; ``vault.person_unknown`` for anybody else, shredded persons included."""
    person = access_persons(compartment).filter(pk=person_id).first()
    if person is None:
        raise Refusal("vault.person_unknown")
    return person


def mark_of(compartment: Compartment, contact: str) -> str:
    """The keyed hash under which a contact is found again: equal for equal contacts of one compartment only."""
    return identities.lookup(compartment, {"contact": contact})


def marks_of(compartment: Compartment, texts: Iterable[str]) -> dict[str, str]:
    """As ``mark_of`` for many texts that are no contacts; the keystore is read once."""
    return identities.lookups(compartment, texts)


def known_marks(compartment: Compartment, marks: Iterable[str]) -> set[str]:
    """Which of these contacts this compartment holds already."""
    found = Person.objects.filter(compartment=compartment, lookup__in=list(marks))
    return set(found.values_list("lookup", flat=True))


def fields_held(persons: Iterable[UUID]) -> dict[UUID, set[str]]:
    """Which fields of these persons there are, never what they say; works sealed. Who is not here is not in it."""
    found: dict[UUID, set[str]] = {}
    rows = IdentityField.objects.filter(person__in=list(persons)).values_list("person_id", "field")
    for person, field in rows:
        found.setdefault(person, set()).add(field)
    return found


def list_handles(compartment: Compartment) -> list[Handle]:
    """Everybody in this compartment, by alias and then by handle."""
    labels = {person: label for place in _with_rooms(compartment) for person, label in labels_in(place).items()}
    handles = [
        Handle(person.id, person.id.hex[:8], labels.get(person.id, ""), person.reveals.count())
        for person in access_persons(compartment).prefetch_related("reveals")
    ]
    return sorted(handles, key=lambda handle: (not handle.label, handle.label, handle.short))


def list_reveals(compartment: Compartment, now: datetime) -> list[Looked]:
    """The latest reveals, newest first. Who looked, at whom, and (unsealed) why."""
    reveals = Reveal.objects.filter(person__compartment__in=_with_rooms(compartment)).select_related("account")
    return [
        Looked(each.at, each.account.alias, each.person_id.hex[:8], _reason(each, now))
        for each in reveals.order_by("-at")[:MOST_REVEALS]
    ]


def _reason(reveal: Reveal, now: datetime) -> str:
    if memory.is_sealed(now):
        return ""
    try:
        return identities.read_reason(reveal, memory.root(now)).partition(" ")[2]
    except Refusal:
        return ""


def _with_rooms(compartment: Compartment) -> list[Compartment]:
    inside = [room for child in compartment.rooms.all() for room in _with_rooms(child)]
    return [compartment, *inside]
