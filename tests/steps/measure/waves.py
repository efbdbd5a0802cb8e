"""Waves around a workshop of today, with seats and consents, for the tests of step 8."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import timedelta

from django.utils import timezone

from tests.cast import Cast, person
from tracktwo.data.instruments import RELATIONS_SHORT
from tracktwo.foundation.people.actions import grant
from tracktwo.foundation.people.models import Compartment, Role, Standing
from tracktwo.steps.measure import actions
from tracktwo.steps.measure.convert.questions import names_of
from tracktwo.steps.measure.models import Wave
from tracktwo.steps.plan.models import Workshop
from tracktwo.steps.prepare.models import Consent
from tracktwo.steps.select.models import Seat

BEFORE, AFTER = "before", "after"


@dataclass
class Asked:
    """A workshop whose last day is today; ``seats`` by side; ``phrases`` as each seat noted it down."""

    cast: Cast
    workshop: Workshop
    seats: dict[int, list[Seat]]
    phrases: dict[int, str] = field(default_factory=dict)

    @property
    def by(self) -> Standing:
        return self.cast.by(self.cast.convener, "measure.steer")

    @property
    def sides(self) -> list[int]:
        return sorted(self.seats)

    @property
    def everybody(self) -> list[Seat]:
        return [seat for side in self.sides for seat in self.seats[side]]

    def open(self, kind: str) -> Wave:
        return actions.open_wave(self.workshop, kind, by=self.by, now=timezone.now())

    def close(self, wave: Wave) -> Wave:
        actions.close_wave(wave, by=self.by, now=timezone.now())
        wave.refresh_from_db()
        return wave

    def values(self, seat: Seat, value: int, items: Sequence[str] = ("warmth",)) -> dict[str, int]:
        """The same value to every question of the items."""
        own = seat.community.number
        return {name: value for key in items for name in names_of(RELATIONS_SHORT.item(key), own, self.sides)}

    def answer(self, wave: Wave, seat: Seat, value: int, phrase: str | None = None) -> bool:
        """Answer warmth with ``value``; the first wave notes a new phrase down, the second takes it from the note."""
        if phrase is None:
            phrase = self.phrases.setdefault(seat.pk, actions.new_phrase("en"))
        return actions.answer_wave(wave, seat, self.values(seat, value), phrase)

    def both(self, before: Mapping[int, Sequence[int]], after: Mapping[int, Sequence[int]]) -> None:
        """Both waves, answered by side in the order of seats, opened and closed."""
        for kind, given in ((BEFORE, before), (AFTER, after)):
            wave = self.open(kind)
            for side, values in given.items():
                for seat, value in zip(self.seats[side], values, strict=False):
                    self.answer(wave, seat, value)
            self.close(wave)


def ask_around(cast: Cast, sizes: Sequence[int] = (8, 8), *, number: int = 1) -> Asked:
    """A workshop that ends today, its cohort seated, everybody consenting to be counted."""
    today = timezone.localdate()
    workshop = Workshop.objects.create(
        programme=cast.programme,
        number=number,
        compartment=Compartment.objects.create(parent=cast.programme.compartment),
        city="Porto",
        country="PT",
        starts_on=today - timedelta(days=3),
        ends_on=today,
    )
    return Asked(cast, workshop, {side: _seats(cast, workshop, side, size) for side, size in enumerate(sizes, start=1)})


def _seats(cast: Cast, workshop: Workshop, side: int, size: int) -> list[Seat]:
    own = list(cast.participants[side])[:size]
    more = [person(f"Turnstone {side} {n}") for n in range(size - len(own))]
    for account in more:
        grant(account, cast.programme.compartment, Role.PARTICIPANT, side)
    community = cast.programme.communities.get(number=side)
    seats = [Seat.objects.create(workshop=workshop, account=one, community=community) for one in own + more]
    for seat in seats:
        consent(seat, given=True)
    return seats


def consent(seat: Seat, *, given: bool) -> None:
    Consent.objects.create(seat=seat, product=Consent.Product.RESEARCH, given=given, changed_on=timezone.localdate())
