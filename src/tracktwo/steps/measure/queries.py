"""What may be known of waves, results and reports."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet

from tracktwo.foundation.people.models import Account
from tracktwo.steps.measure.models import AnswerBox, HasAnswered, Report, Result, Wave
from tracktwo.steps.plan.models import Workshop
from tracktwo.steps.prepare.models import Consent
from tracktwo.steps.prepare.queries import is_consenting as says_yes
from tracktwo.steps.programme.models import Programme
from tracktwo.steps.select.models import Seat
from tracktwo.steps.select.queries import list_seats, seat_of

BEFORE, AFTER = Wave.Kind.BEFORE, Wave.Kind.AFTER


@dataclass(frozen=True)
class WaveCount:
    """A wave with how many have answered and how many could: of the whole cohort, never by community."""

    wave: Wave
    answers: int
    seats: int

    @property
    def missing(self) -> int:
        return self.seats - self.answers


def access_waves(programme: Programme) -> QuerySet[Wave]:
    """The waves of this programme; whoever asks has been let into the programme before."""
    return Wave.objects.filter(workshop__programme=programme).select_related("workshop")


def access_reports(programme: Programme) -> QuerySet[Report]:
    """The reports made, without the sheets themselves."""
    return programme.reports.defer("pdf")


def list_open_waves(programme: Programme) -> list[Wave]:
    return list(access_waves(programme).filter(closed_at=None))


def list_results(programme: Programme) -> list[Result]:
    """The latest workshop first."""
    found = Result.objects.filter(workshop__programme=programme).select_related("workshop")
    return list(found.order_by("-workshop__number"))


def count_answers(wave: Wave) -> WaveCount:
    """While a wave is open the numbers are those of this moment; after it they are those of its close."""
    if wave.closed_at is not None:
        return WaveCount(wave, wave.answers, wave.seats)
    answers = len(AnswerBox.objects.get(wave=wave).slips)
    return WaveCount(wave, answers, max(list_seats(wave.workshop).count(), answers))


def list_wave_counts(programme: Programme) -> list[WaveCount]:
    return [count_answers(wave) for wave in access_waves(programme).order_by("-workshop__number", "number")]


def is_consenting(seat: Seat) -> bool:
    """Whether this seat lets its answers be counted with those of others."""
    return says_yes(seat, Consent.Product.RESEARCH)


def has_answered(wave: Wave, seat: Seat) -> bool:
    return HasAnswered.objects.filter(wave=wave, seat=seat, answered=True).exists()


def waves_to_answer(programme: Programme, account: Account) -> list[Wave]:
    """Open waves in which the account has a seat and has not answered yet."""
    return [
        wave
        for wave in list_open_waves(programme)
        if (seat := seat_of(account, wave.workshop)) is not None and not has_answered(wave, seat)
    ]


def wave_of(workshop: Workshop, kind: str) -> Wave | None:
    return workshop.waves.filter(kind=kind).select_related("workshop").first()


def may_open(workshop: Workshop, kind: str, today: date) -> str | None:
    """None where this wave can be opened today, else the code of the reason why not."""
    waves = {wave.kind: wave for wave in workshop.waves.all()}
    return _why_not(workshop, kind, today, waves, has_cohort=list_seats(workshop).exists())


def _why_not(workshop: Workshop, kind: str, today: date, waves: Mapping[str, Wave], *, has_cohort: bool) -> str | None:
    if not has_cohort:
        return "measure.no_cohort"
    if kind in waves:
        return "measure.opened_already"
    if kind == BEFORE:
        return "measure.too_late" if workshop.ends_on < today else None
    first = waves.get(BEFORE)
    if first is None or first.closed_at is None:
        return "measure.no_before"
    return "measure.too_early" if workshop.ends_on > today else None


def waves_to_open(programme: Programme, today: date) -> list[tuple[Workshop, str]]:
    """Which waves could be opened today, the earliest workshop first; asked of all workshops at once."""
    seats = Seat.objects.filter(workshop__programme=programme, withdrawn_on=None)
    seated = set(seats.values_list("workshop_id", flat=True))
    waves: dict[int, dict[str, Wave]] = {}
    for wave in access_waves(programme):
        waves.setdefault(wave.workshop_id, {})[wave.kind] = wave
    return [
        (workshop, kind)
        for workshop in programme.workshops.all()
        for kind in (BEFORE, AFTER)
        if _why_not(workshop, kind, today, waves.get(workshop.pk, {}), has_cohort=workshop.pk in seated) is None
    ]
