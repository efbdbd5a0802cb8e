"""What step 8 tells the house of itself."""

from __future__ import annotations

from datetime import timedelta

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from tracktwo.steps.measure.models import Wave
from tracktwo.steps.measure.queries import (
    AFTER,
    count_answers,
    is_consenting,
    list_open_waves,
    list_results,
    waves_to_answer,
    waves_to_open,
)
from tracktwo.steps.plan.models import Workshop
from tracktwo.steps.programme.path import DONE, NOT_BEGUN, UNDER_WAY, StepState, Waiting, Walker
from tracktwo.steps.select.queries import seat_of

DAYS_AFTER = timedelta(days=14)  # how long the wave after a workshop stays open, by habit of the third party


def state(walker: Walker) -> StepState:
    programme = walker.programme
    open_now = list_open_waves(programme)
    if open_now:
        return StepState(UNDER_WAY, _("A wave is open"))
    if list_results(programme):
        return StepState(DONE, _("Both waves closed"))
    if Wave.objects.filter(workshop__programme=programme).exists():
        return StepState(UNDER_WAY, _("First wave closed"))
    return StepState(NOT_BEGUN, _("Not begun"))


def waiting(walker: Walker) -> list[Waiting]:
    open_now = list_open_waves(walker.programme)
    own = [_answer(walker, wave) for wave in waves_to_answer(walker.programme, walker.account) if _asked(walker, wave)]
    found = own + [_close(walker, wave) for wave in open_now if walker.may("measure.see")]
    if walker.may("measure.steer"):
        found += [_open(walker, workshop, kind) for workshop, kind in _worth_opening(walker)]
    return found


def _asked(walker: Walker, wave: Wave) -> bool:
    """Whoever did not consent to be counted is not reminded."""
    seat = seat_of(walker.account, wave.workshop)
    return seat is not None and is_consenting(seat)


def _worth_opening(walker: Walker) -> list[tuple[Workshop, str]]:
    """A wave before the workshop waits from the day on which there is a cohort; one after it from its last day."""
    return waves_to_open(walker.programme, walker.now.date())


def _due(wave: Wave) -> timedelta:
    return DAYS_AFTER if wave.kind == AFTER else timedelta()


def _answer(walker: Walker, wave: Wave) -> Waiting:
    return Waiting(
        what=_("Answer a few questions, without a name"),
        why=_("Five questions about the others. Nobody can tell which answers are yours."),
        deed=_("Answer"),
        url=reverse("measure:answer", args=[walker.programme.key, wave.workshop.number, wave.kind]),
        mine=True,
        due=wave.workshop.ends_on + _due(wave),
    )


def _close(walker: Walker, wave: Wave) -> Waiting:
    count = count_answers(wave)
    complete = count.missing == 0
    due = wave.workshop.ends_on + _due(wave)
    return Waiting(
        what=_("Close the wave") if complete or due < walker.now.date() else _("Answers to the wave"),
        why=ngettext("%(answers)s of %(seats)s has answered.", "%(answers)s of %(seats)s have answered.", count.answers)
        % {"answers": count.answers, "seats": count.seats},
        deed=_("Look at the wave"),
        url=reverse("measure:wave", args=[walker.programme.key, wave.workshop.number, wave.kind]),
        mine=walker.may("measure.steer") and (complete or due < walker.now.date()),
        due=due,
    )


def _open(walker: Walker, workshop: Workshop, kind: str) -> Waiting:
    after = kind == AFTER
    return Waiting(
        what=_("Open the wave after workshop %(number)s") % {"number": workshop.number}
        if after
        else _("Open the wave before workshop %(number)s") % {"number": workshop.number},
        why=_("The same questions again, linked by the phrase that only each person holds.")
        if after
        else _("What is not asked before cannot be compared after."),
        deed=_("Open the wave"),
        url=reverse("measure:wave", args=[walker.programme.key, workshop.number, kind]),
        mine=True,
        due=workshop.ends_on + DAYS_AFTER if after else workshop.starts_on,
    )
