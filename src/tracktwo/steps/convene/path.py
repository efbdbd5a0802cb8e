"""What step 5 tells the house of itself."""

from __future__ import annotations

from datetime import date, timedelta

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from tracktwo.foundation.people.models import Role
from tracktwo.steps.convene.models import Session
from tracktwo.steps.convene.queries import (
    access_seat,
    list_open_caucuses,
    next_planned,
    open_vote,
    roll_of,
    session_now,
    workshop_of_the_day,
)
from tracktwo.steps.plan.convert.hours import day_at
from tracktwo.steps.plan.models import Workshop
from tracktwo.steps.plan.queries import next_workshop
from tracktwo.steps.programme.path import DONE, NOT_BEGUN, UNDER_WAY, WAITING, StepState, Waiting, Walker
from tracktwo.steps.programme.queries import current_agenda
from tracktwo.steps.select.queries import seat_of

SOON = timedelta(days=21)


def state(walker: Walker) -> StepState:
    if session_now(walker.programme) is not None:
        return StepState(UNDER_WAY, _("In session"))
    following, day = _to_open(walker)
    held = Session.objects.filter(workshop__programme=walker.programme).values("workshop").distinct().count()
    if following is not None and day <= day_at(following, walker.now):
        return StepState(WAITING, _("Waiting for the facilitator"))
    if not held:
        return StepState(NOT_BEGUN, _("Not begun"))
    words = ngettext("%(count)s workshop held", "%(count)s workshops held", held) % {"count": held}
    return StepState(UNDER_WAY if following else DONE, words)


def _to_open(walker: Walker) -> tuple[Workshop | None, date]:
    """Whose session is to be opened next, and from which day on; during a convention only what is planned for it."""
    now = walker.now
    workshop = workshop_of_the_day(walker.programme, now)
    if workshop is not None and workshop.ends_on < day_at(workshop, now):
        planned = next_planned(workshop, now)
        if planned is not None:
            return workshop, planned.day
        workshop = next_workshop(walker.programme, now)
    return workshop, workshop.starts_on if workshop else now.date()


def waiting(walker: Walker) -> list[Waiting]:
    session = session_now(walker.programme)
    if session is not None:
        return _in_session(walker, session)
    return _apart(walker) + _opening(walker)


def _apart(walker: Walker) -> list[Waiting]:
    """While no session is open: the community that talks apart, to whoever is of it; and whom to call back."""
    today = walker.now.date()
    workshop = workshop_of_the_day(walker.programme, walker.now)
    caucuses = list(list_open_caucuses(workshop)) if workshop else []
    if caucuses and walker.may("convene.run"):
        return [
            Waiting(
                what=_("A community talks apart"),
                why=_("Call it back when the time is over; what it wrote is erased then."),
                deed=_("See who talks apart"),
                url=reverse("convene:apart_desk", args=[walker.programme.key]),
                mine=True,
                due=today,
            )
        ]
    seat = seat_of(walker.account, workshop) if workshop and walker.is_a(Role.PARTICIPANT) else None
    return [
        Waiting(
            what=_("Your community talks apart"),
            why=_("Only those of this community see its page. It is erased when the facilitator calls you back."),
            deed=_("Go there"),
            url=reverse("convene:apart", args=[walker.programme.key, caucus.side]),
            mine=True,
            due=today,
        )
        for caucus in caucuses
        if seat is not None and seat.community.number == caucus.side
    ]


def _opening(walker: Walker) -> list[Waiting]:
    workshop, day = _to_open(walker)
    if workshop is None or day - day_at(workshop, walker.now) > SOON or current_agenda(walker.programme) is None:
        return []
    return [
        Waiting(
            what=_("Open the session of workshop %(number)s") % {"number": workshop.number},
            why=_("The agenda is ready; the clock waits until you begin."),
            deed=_("Open a session"),
            url=reverse("convene:open", args=[walker.programme.key]),
            mine=walker.may("convene.run"),
            due=day,
        )
    ]


def _in_session(walker: Walker, session: Session) -> list[Waiting]:
    today = walker.now.date()
    if walker.may("convene.write"):
        return [
            Waiting(
                what=_("The room is in session"),
                why=_("Clock, statements and vote are on the console."),
                deed=_("Go to the console"),
                url=reverse("convene:console", args=[walker.programme.key]),
                mine=True,
                due=today,
            )
        ]
    if not walker.is_a(Role.PARTICIPANT) or access_seat(walker.account, walker.programme, walker.now) is None:
        return []
    vote = open_vote(session)
    line = roll_of(walker.account, vote) if vote else None
    asked = line is not None and not line.has_voted
    return [
        Waiting(
            what=_("A vote is open in the room") if asked else _("The room is in session"),
            why=_("One answer, once; how you voted is kept nowhere.")
            if asked
            else _("You can send a statement; nobody keeps who wrote it."),
            deed=_("Vote") if asked else _("Enter the room"),
            url=reverse("convene:room", args=[walker.programme.key]),
            mine=True,
            due=today,
        )
    ]
