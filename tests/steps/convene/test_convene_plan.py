"""Planned sessions: laid out over the days, changed one by one, opened as planned, before the convention and during it."""

from __future__ import annotations

from datetime import time, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from tests.cast import Cast
from tests.steps.convene.stage import add_workshop, adopt_kelman, take_seats, token
from tracktwo.methods.record import Refusal
from tracktwo.steps.convene import actions
from tracktwo.steps.convene.models import PlannedSession
from tracktwo.steps.convene.queries import list_planned, next_planned, session_now
from tracktwo.steps.plan.models import Edition, Workshop

DAY = timedelta(days=1)


@pytest.fixture
def workshop(cast: Cast) -> Workshop:
    """Three days from today, then a convention of four."""
    adopt_kelman(cast)
    found = add_workshop(cast)
    start = found.ends_on + DAY
    found.edition = Edition.objects.create(
        programme=cast.programme, association="A", convention="C", edition="1", start=start, end=start + 3 * DAY,
        status="confirmed", source="a test",
    )  # fmt: skip
    found.save()
    take_seats(cast, found, (6, 6))
    return found


def url(cast: Cast, name: str, *numbers: int) -> str:
    return reverse(f"convene:{name}", args=[cast.programme.key, *numbers])


def phases(planned: PlannedSession) -> dict[str, int]:
    return dict(planned.phases)


def test_the_agenda_laid_out_fills_every_sitting_with_breaks_between(workshop: Workshop) -> None:
    actions.lay_out_sessions(workshop, 3, 120)
    planned = list(list_planned(workshop))
    assert ([one.minutes for one in planned], {one.day for one in planned}) == (
        [120] * 9, {workshop.starts_on + n * DAY for n in range(3)},
    )  # fmt: skip
    assert [(one.begins, one.ends) for one in planned[:3]] == [
        (time(9, 30), time(11, 30)), (time(12), time(14)), (time(15, 30), time(17, 30)),
    ]  # fmt: skip
    in_all: dict[str, int] = {}
    for one in planned:
        for key, minutes in one.phases:
            in_all[key] = in_all.get(key, 0) + minutes
    assert (sum(in_all.values()), in_all["needs_and_fears"], list(in_all)[0]) == (1080, 216, "opening")


def test_a_session_may_be_planned_during_the_convention_and_not_after_it(workshop: Workshop) -> None:
    assert workshop.edition is not None
    evening = actions.add_planned(workshop, workshop.edition.end, time(18), 60, ["close_and_reentry"])
    assert (evening.is_at_convention, phases(evening)) == (True, {"close_and_reentry": 60})
    with pytest.raises(Refusal) as refused:
        actions.add_planned(workshop, workshop.edition.end + DAY, time(18), 60, ["close_and_reentry"])
    assert refused.value.code == "convene.day_outside"


@pytest.mark.parametrize(("begins", "minutes", "code"), [
    (time(10), 60, "convene.sessions_overlap"), (time(8), 100, "convene.sessions_overlap"), (time(23), 90, "convene.day_too_short"),
    (time(20), 10, "convene.session_length"), (time(11, 30), 30, ""),
])  # fmt: skip
def test_two_sessions_are_never_at_one_hour(workshop: Workshop, begins: time, minutes: int, code: str) -> None:
    actions.lay_out_sessions(workshop, 1, 120)
    try:
        actions.add_planned(workshop, workshop.starts_on, begins, minutes, ["opening"])
        told = ""
    except Refusal as refused:
        told = refused.code
    assert told == code


def test_the_plan_is_laid_out_once(workshop: Workshop) -> None:
    actions.lay_out_sessions(workshop, 2, 90)
    with pytest.raises(Refusal) as refused:
        actions.lay_out_sessions(workshop, 2, 90)
    assert refused.value.code == "convene.laid_out_already"


def test_a_press_of_the_editor_keeps_the_minutes_of_the_session(cast: Cast, workshop: Workshop) -> None:
    planned = actions.add_planned(workshop, workshop.starts_on, time(9), 120, ["opening", "constraints"])
    address = url(cast, "session_plan", workshop.number, planned.number)
    for seen, do in enumerate(("longer:opening", "down:opening", "off:constraints")):
        answer = cast.client(cast.facilitator).post(address, {"do": do, "seen": str(seen)})
        planned.refresh_from_db()
        assert (answer.status_code, planned.minutes) == (302, 120)
    assert phases(planned) == {"opening": 120}
    late = cast.client(cast.convener).post(address, {"do": "longer:opening", "seen": "0"})
    assert late.status_code == 422


def test_moved_to_another_length_the_phases_keep_their_proportions(cast: Cast, workshop: Workshop) -> None:
    planned = actions.add_planned(workshop, workshop.starts_on, time(9), 100, ["opening", "constraints"])
    before = phases(planned)
    place = {"do": "place", "day": str(workshop.ends_on), "begins": "14:15", "minutes": "200"}
    cast.client(cast.convener).post(url(cast, "session_plan", workshop.number, planned.number), place)
    planned.refresh_from_db()
    assert (planned.day, planned.begins, planned.minutes) == (workshop.ends_on, time(14, 15), 200)
    assert all(abs(minutes - 2 * before[key]) <= 1 for key, minutes in planned.phases)


def test_opened_as_planned_a_session_has_its_phases_and_the_next_one_waits(cast: Cast, workshop: Workshop) -> None:
    actions.lay_out_sessions(workshop, 3, 120)
    first = next_planned(workshop, timezone.now())
    assert first is not None
    client = cast.client(cast.facilitator)
    assert client.get(url(cast, "open")).context["planned"] == first
    answer = client.post(url(cast, "open_planned"), {"workshop": "1", "number": str(first.number), "once": token()})
    session, after = session_now(cast.programme), next_planned(workshop, timezone.now())
    assert session is not None and after is not None
    assert (answer.status_code, session.phases, after.number) == (302, first.phases, 2)
    first.refresh_from_db()
    with pytest.raises(Refusal) as refused:
        actions.drop_planned(first)
    assert (first.session, refused.value.code) == (session, "convene.session_begun")


def test_everybody_inside_reads_the_plan_and_only_those_who_plan_see_how_to_change_it(
    cast: Cast, workshop: Workshop
) -> None:
    actions.lay_out_sessions(workshop, 3, 120)
    address = url(cast, "sessions", workshop.number)
    change = url(cast, "session_plan", workshop.number, 1)
    for account, may in ((cast.participants[1][0], False), (cast.guarantors[2], False), (cast.facilitator, True)):
        page = cast.client(account).get(address).content.decode()
        assert ("Needs and fears" in page, change in page) == (True, may)


def test_a_date_that_is_none_is_asked_for_again(cast: Cast, workshop: Workshop) -> None:
    typed = {"do": "add", "day": "soon", "begins": "25:00", "minutes": "x", "phases": "opening"}
    answer = cast.client(cast.convener).post(url(cast, "sessions", workshop.number), typed)
    assert (answer.status_code, workshop.planned_sessions.count()) == (422, 0)
