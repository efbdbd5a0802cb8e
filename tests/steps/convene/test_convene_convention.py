"""Sessions during the convention: the room goes on being the workshop's whose convention runs, and no other's is shut."""

from __future__ import annotations

from datetime import date, time, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from tests.cast import Cast
from tests.steps.convene.stage import add_workshop, adopt_kelman, take_seats, token
from tests.steps.convene.test_convene_pages import Forms, page, walker, whats
from tracktwo.foundation.live.queries import version
from tracktwo.foundation.people.models import Account
from tracktwo.methods.record import Refusal
from tracktwo.steps.convene import actions
from tracktwo.steps.convene.models import PlannedSession, PublicAgenda, Session
from tracktwo.steps.convene.path import state
from tracktwo.steps.convene.queries import room_key, seat_of_today, workshop_now
from tracktwo.steps.plan.models import Edition, Workshop
from tracktwo.steps.plan.path import waiting as waiting_in_the_plan

DAY = timedelta(days=1)


def held_before(cast: Cast, begins: int, convention: tuple[int, int]) -> Workshop:
    """A workshop of three days that begins so many days from now, before a convention of these days from now."""
    found, today = add_workshop(cast, starts_in=begins), timezone.localdate()
    start, end = (today + days * DAY for days in convention)
    found.edition = Edition.objects.create(
        programme=cast.programme, association="A", convention=f"Convention {found.number}", edition=str(found.number),
        start=start, end=end, status="confirmed", source="a test",
    )  # fmt: skip
    found.save()
    return found


@pytest.fixture
def workshop(cast: Cast) -> Workshop:
    """It ended yesterday; its convention runs from today for four days. A sitting is planned for this evening."""
    adopt_kelman(cast)
    found = held_before(cast, -3, (0, 3))
    take_seats(cast, found, (6, 6))
    return found


@pytest.fixture
def evening(workshop: Workshop) -> PlannedSession:
    return actions.add_planned(workshop, timezone.localdate(), time(18, 30), 60, ["close_and_reentry"])


def url(cast: Cast, name: str, *numbers: int) -> str:
    return reverse(f"convene:{name}", args=[cast.programme.key, *numbers])


def now_in_the_room(cast: Cast) -> Workshop | None:
    return workshop_now(cast.programme, timezone.now())


def someone(workshop: Workshop) -> Account:
    return workshop.seats.first().account


def test_todays_sitting_is_opened_from_its_page_and_entered_from_a_phone(
    cast: Cast, workshop: Workshop, evening: PlannedSession
) -> None:
    hazel, phone = cast.client(cast.facilitator), cast.client(someone(workshop))
    waits = page(phone, url(cast, "room"))
    assert ("The next session of workshop 1 is planned for" in waits, "18:30–19:30" in waits) == (True, True)
    shown = page(hazel, url(cast, "session_plan", workshop.number, evening.number))
    fields = dict(Forms(shown).found)[url(cast, "open_planned")]
    assert hazel.post(url(cast, "open_planned"), fields).url == url(cast, "console")
    evening.refresh_from_db()
    assert (evening.session, evening.session.workshop) == (Session.objects.get(), workshop)
    assert "We begin in a moment" in page(phone, url(cast, "room"))
    assert phone.post(url(cast, "hand"), {"once": token(), "hand": "up"}).status_code == 302


def test_room_seats_and_door_mean_the_workshop_whose_convention_runs(cast: Cast, workshop: Workshop) -> None:
    later = add_workshop(cast, starts_in=180)
    today, seated = timezone.localdate(), someone(workshop)
    assert (now_in_the_room(cast), room_key(cast.programme, timezone.now())) == (workshop, workshop.pk)
    assert seat_of_today(seated, timezone.now()).workshop == workshop
    assert "Its convention runs until" in page(cast.client(cast.facilitator), url(cast, "about"))
    Edition.objects.update(start=today - 4 * DAY, end=today - DAY)
    assert (now_in_the_room(cast), seat_of_today(seated, timezone.now())) == (later, None)


@pytest.mark.parametrize(("begins", "first"), [(1, 1), (0, 2), (-1, 2)])
def test_another_workshop_has_the_room_from_its_own_first_day_on(
    cast: Cast, workshop: Workshop, begins: int, first: int
) -> None:
    held_before(cast, begins, (begins + 3, begins + 6))
    assert now_in_the_room(cast).number == first


def test_of_two_conventions_that_run_the_room_is_the_later_workshops(cast: Cast, workshop: Workshop) -> None:
    held_before(cast, -9, (-6, 1))
    assert now_in_the_room(cast) == workshop


@pytest.mark.parametrize("change", [{"closed_at": timezone.now()}, {"standing": Workshop.Standing.CANCELLED}])
def test_a_workshop_that_is_closed_or_called_off_holds_no_room(
    cast: Cast, workshop: Workshop, evening: PlannedSession, change: dict[str, object]
) -> None:
    Workshop.objects.update(**change)
    assert now_in_the_room(cast) is None
    by = cast.by(cast.facilitator, "convene.run")
    with pytest.raises(Refusal):
        actions.open_planned(evening, by=by, now=timezone.now(), token=token())
    assert not Session.objects.exists()


def test_beside_another_under_way_its_sitting_is_still_opened_from_its_page(
    cast: Cast, workshop: Workshop, evening: PlannedSession
) -> None:
    other = held_before(cast, 0, (4, 6))
    by, now = cast.by(cast.facilitator, "convene.run"), timezone.now()
    assert now_in_the_room(cast) == other
    session = actions.open_planned(evening, by=by, now=now, token=token())
    assert session is not None
    assert (now_in_the_room(cast), cast.client(someone(workshop)).get(url(cast, "room")).status_code) == (workshop, 200)
    actions.close_session(session, by=by, now=now, token=token())
    assert now_in_the_room(cast) == other


def test_a_sitting_of_a_workshop_that_is_not_of_the_day_is_not_opened(cast: Cast, workshop: Workshop) -> None:
    later = add_workshop(cast, starts_in=90)
    planned = actions.add_planned(later, later.starts_on, time(9), 60, ["opening"])
    hazel = cast.client(cast.facilitator)
    assert url(cast, "open_planned") not in dict(Forms(page(hazel, url(cast, "session_plan", 2, 1))).found)
    answer = hazel.post(url(cast, "open_planned"), {"workshop": "2", "number": planned.number, "once": token()})
    assert (answer.status_code, answer.context["refusal"].code) == (422, "convene.not_its_day")


def test_the_safe_agenda_shows_the_public_day_of_the_workshop_whose_convention_runs(
    cast: Cast, workshop: Workshop
) -> None:
    held_before(cast, 100, (103, 105))
    answer = cast.client(someone(workshop)).post(url(cast, "aside"), follow=True)
    assert (PublicAgenda.objects.get().workshop, "Convention 1" in answer.content.decode()) == (workshop, True)


def test_the_home_asks_for_todays_sitting_and_without_one_for_the_next_workshop(
    cast: Cast, workshop: Workshop, evening: PlannedSession
) -> None:
    add_workshop(cast, starts_in=20)
    assert whats(cast, cast.facilitator) == [("Open the session of workshop 1", True)]
    assert state(walker(cast, cast.facilitator)).words == "Waiting for the facilitator"
    actions.drop_planned(evening)
    assert whats(cast, cast.facilitator) == [("Open the session of workshop 2", True)]
    assert state(walker(cast, cast.facilitator)).words == "Not begun"


def test_a_sitting_of_a_day_that_has_passed_is_not_proposed(
    cast: Cast, workshop: Workshop, evening: PlannedSession
) -> None:
    actions.add_planned(workshop, workshop.starts_on, time(9), 60, ["opening"])
    assert cast.client(cast.facilitator).get(url(cast, "open")).context["planned"] == evening


def test_whoever_waits_at_the_door_is_told_when_the_plan_changes(workshop: Workshop, evening: PlannedSession) -> None:
    before = version(actions.ROOM, workshop.pk)
    actions.move_planned(evening, evening.day + DAY, time(19), 60)
    actions.drop_planned(evening)
    assert version(actions.ROOM, workshop.pk) == before + 2


def test_until_its_convention_is_over_nobody_is_asked_to_close_the_workshop(cast: Cast, workshop: Workshop) -> None:
    def asked() -> bool:
        return "Close workshop 1" in [one.what for one in waiting_in_the_plan(walker(cast, cast.convener))]

    about = reverse("plan:about", args=[cast.programme.key])
    assert (asked(), "Its convention still runs." in page(cast.client(cast.convener), about)) == (False, True)
    Edition.objects.update(start=date(2020, 1, 1), end=date(2020, 1, 1))
    assert (asked(), "Its convention still runs." in page(cast.client(cast.convener), about)) == (True, False)


def test_a_signature_can_be_taken_back_during_the_convention_and_then_no_session_opens(
    cast: Cast, workshop: Workshop, evening: PlannedSession
) -> None:
    guarantor = cast.client(cast.guarantors[1])
    harm = reverse("prepare:harm", args=[cast.programme.key, workshop.number])
    assert guarantor.post(harm, {"deed": "take_back"}).status_code == 302
    fields = {"workshop": "1", "number": evening.number, "once": token()}
    answer = cast.client(cast.facilitator).post(url(cast, "open_planned"), fields)
    assert (answer.status_code, answer.context["refusal"].code) == (422, "convene.harm_unsigned")
