"""What step 5 tells the house of itself."""

from __future__ import annotations

from datetime import timedelta

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from tracktwo.foundation.people.models import Role
from tracktwo.steps.convene.models import Session
from tracktwo.steps.convene.queries import access_seat, open_vote, roll_of, session_now
from tracktwo.steps.plan.queries import next_workshop
from tracktwo.steps.programme.path import DONE, NOT_BEGUN, UNDER_WAY, WAITING, StepState, Waiting, Walker
from tracktwo.steps.programme.queries import current_agenda

SOON = timedelta(days=21)


def state(walker: Walker) -> StepState:
    if session_now(walker.programme) is not None:
        return StepState(UNDER_WAY, _("In session"))
    today, following = walker.now.date(), next_workshop(walker.programme, walker.now.date())
    held = Session.objects.filter(workshop__programme=walker.programme).values("workshop").distinct().count()
    if following is not None and following.starts_on <= today:
        return StepState(WAITING, _("Waiting for the facilitator"))
    if not held:
        return StepState(NOT_BEGUN, _("Not begun"))
    words = ngettext("%(count)s workshop held", "%(count)s workshops held", held) % {"count": held}
    return StepState(UNDER_WAY if following else DONE, words)


def waiting(walker: Walker) -> list[Waiting]:
    session = session_now(walker.programme)
    if session is not None:
        return _in_session(walker, session)
    workshop = next_workshop(walker.programme, walker.now.date())
    is_near = workshop is not None and workshop.starts_on - walker.now.date() <= SOON
    if workshop is None or not is_near or current_agenda(walker.programme) is None:
        return []
    return [
        Waiting(
            what=_("Open the session of workshop %(number)s") % {"number": workshop.number},
            why=_("The agenda is ready; the clock waits until you begin."),
            deed=_("Open a session"),
            url=reverse("convene:open", args=[walker.programme.key]),
            mine=walker.may("convene.run"),
            due=workshop.starts_on,
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
    if not walker.is_a(Role.PARTICIPANT) or access_seat(walker.account, walker.programme, today) is None:
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
