"""A sitting of one community alone: planned beside the others, opened as a talk apart, and nobody else is in it."""

from __future__ import annotations

from datetime import time, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from tests.cast import Cast
from tests.steps.convene.stage import add_workshop, adopt_kelman, take_seats, token
from tests.steps.convene.test_convene_pages import Forms, page, whats
from tracktwo.foundation.ledger.queries import list_entries
from tracktwo.foundation.people.models import Account
from tracktwo.methods.record import Refusal
from tracktwo.steps.convene import actions
from tracktwo.steps.convene.models import Caucus, CaucusLine, PlannedSession, Session
from tracktwo.steps.convene.queries import next_planned
from tracktwo.steps.plan.models import Workshop
from tracktwo.steps.prepare.models import HarmSignature

ALONE, SAID = "Community A alone", "A sentence that is nobody else’s business."


@pytest.fixture
def workshop(cast: Cast) -> Workshop:
    """It begins today; six seats in each community."""
    adopt_kelman(cast)
    found = add_workshop(cast)
    take_seats(cast, found, (6, 6))
    return found


@pytest.fixture
def sitting(workshop: Workshop) -> PlannedSession:
    return plan(workshop)


def plan(workshop: Workshop, side: int | None = 1, begins: time = time(18), minutes: int = 60) -> PlannedSession:
    return actions.add_planned(workshop, workshop.starts_on, begins, minutes, ["needs_and_fears"], side)


def url(cast: Cast, name: str, *numbers: int) -> str:
    return reverse(f"convene:{name}", args=[cast.programme.key, *numbers])


def open_it(cast: Cast, sitting: PlannedSession, once: str = "") -> Session | Caucus | None:
    by = cast.by(cast.facilitator, "convene.run")
    return actions.open_planned(sitting, by=by, now=timezone.now(), token=once or token())


def members(workshop: Workshop, side: int) -> list[Account]:
    return [seat.account for seat in workshop.seats.filter(community__number=side)]


def refused(deed: object) -> str:
    with pytest.raises(Refusal) as refusal:
        deed()
    return refusal.value.code


def test_it_is_planned_on_the_page_and_stands_in_the_plan_for_everybody_inside(cast: Cast, workshop: Workshop) -> None:
    typed = {"do": "add", "day": str(workshop.starts_on), "begins": "18:00", "minutes": "60", "phases": "constraints"}
    address = url(cast, "sessions", workshop.number)
    assert ALONE in page(cast.client(cast.convener), address)  # as a choice
    assert cast.client(cast.convener).post(address, typed | {"side": "1"}).status_code == 302
    for account in (members(workshop, 1)[0], members(workshop, 2)[0], cast.guarantors[2]):
        for shown in (address, url(cast, "about")):
            assert page(cast.client(account), shown).count(ALONE) == 1
    assert cast.client(cast.convener).post(address, typed | {"side": "3"}).status_code == 422


def test_it_is_given_to_others_on_its_own_page_and_to_everybody_again(
    cast: Cast, workshop: Workshop, sitting: PlannedSession
) -> None:
    told = []
    for side in ("2", ""):
        typed = {"do": "place", "day": str(sitting.day), "begins": "18:00", "minutes": "60", "side": side}
        cast.client(cast.facilitator).post(url(cast, "session_plan", workshop.number, sitting.number), typed)
        sitting.refresh_from_db()
        told.append(sitting.side)
    assert told == [2, None]


@pytest.mark.parametrize(("first", "second", "code"), [
    (1, 2, ""), (1, 1, "convene.sessions_overlap"), (1, None, "convene.sessions_overlap"), (None, 2, "convene.sessions_overlap"),
])  # fmt: skip
def test_two_communities_may_sit_apart_at_one_hour_and_nobody_in_two_sittings(
    workshop: Workshop, first: int | None, second: int | None, code: str
) -> None:
    plan(workshop, first)
    try:
        plan(workshop, second, begins=time(18, 30))
        told = ""
    except Refusal as refusal:
        told = refusal.code
    assert told == code


def test_it_is_no_longer_than_a_talk_apart_may_be(workshop: Workshop) -> None:
    assert refused(lambda: plan(workshop, minutes=241, begins=time(9))) == "convene.caucus_length"
    assert plan(workshop, None, minutes=241, begins=time(9)).minutes == 241


def test_opened_from_its_page_only_the_community_comes_in_and_for_the_others_no_session_is_open(
    cast: Cast, workshop: Workshop, sitting: PlannedSession
) -> None:
    hazel = cast.client(cast.facilitator)
    shown = page(hazel, url(cast, "session_plan", workshop.number, sitting.number))
    answer = hazel.post(url(cast, "open_planned"), dict(Forms(shown).found)[url(cast, "open_planned")])
    assert (answer.url, Session.objects.count()) == (url(cast, "apart_desk"), 0)
    own, others = members(workshop, 1), members(workshop, 2)
    apart = url(cast, "apart", 1)
    assert {cast.client(one).get(apart).status_code for one in own} == {200}
    outside = [*others, cast.facilitator, cast.rapporteur, cast.convener, cast.guarantors[1]]
    assert {cast.client(one).get(apart).status_code for one in outside} == {404}
    for account in others[:2]:
        assert "The room is not open" in page(cast.client(account), url(cast, "room"))
        assert apart not in page(cast.client(account), url(cast, "about"))
    assert apart in page(cast.client(own[0]), url(cast, "about"))
    assert apart in page(cast.client(own[0]), url(cast, "room"))
    assert cast.client(own[0]).post(url(cast, "apart_deed", 1), {"do": "in", "once": token()}).status_code == 302
    assert hazel.get(apart).status_code == 200


def test_its_minutes_are_those_of_the_plan_and_it_is_opened_once(cast: Cast, sitting: PlannedSession) -> None:
    once = token()
    caucus = open_it(cast, sitting, once)
    sitting.refresh_from_db()
    assert isinstance(caucus, Caucus)
    assert (caucus.side, caucus.minutes, sitting.opened) == (1, 60, caucus)
    assert refused(lambda: open_it(cast, sitting)) == refused(lambda: actions.drop_planned(sitting)) == (
        "convene.session_begun"
    )  # fmt: skip
    assert next_planned(sitting.workshop, timezone.now()) is None


def test_nothing_of_it_can_be_voted_on_measured_or_counted_and_what_was_written_goes(
    cast: Cast, workshop: Workshop, sitting: PlannedSession
) -> None:
    """The one suppression table has nothing to withhold here: no number is made."""
    caucus, by = open_it(cast, sitting), cast.by(cast.facilitator, "convene.run")
    actions.write_apart(caucus, SAID, "en", sender=members(workshop, 1)[0], token=token())
    for name, typed in (("open_vote", {"statement": "1"}), ("ask_pulse", {}), ("time_side", {"side": "1"})):
        answer = cast.client(cast.facilitator).post(url(cast, name), typed | {"once": token()})
        assert (answer.status_code, answer.context["refusal"].code) == (422, "convene.session_closed")
    assert "is planned" not in page(cast.client(members(workshop, 2)[0]), url(cast, "about"))
    actions.close_caucus(caucus, by=by, now=timezone.now(), token=token())
    assert not CaucusLine.objects.exists()
    assert "was held" in page(cast.client(cast.convener), url(cast, "sessions", workshop.number))
    deeds = [entry.deed for entry in list_entries(cast.programme.compartment.book) if "caucus" in entry.deed]
    assert deeds == ["convene.caucus_opened", "convene.caucus_closed"]


def test_without_every_signature_nothing_opens_for_one_community_either(cast: Cast, sitting: PlannedSession) -> None:
    HarmSignature.objects.filter(side=2).delete()
    assert refused(lambda: open_it(cast, sitting)) == "convene.harm_unsigned"


def test_whoever_waits_at_the_door_is_told_of_no_sitting_of_others(
    cast: Cast, workshop: Workshop, sitting: PlannedSession
) -> None:
    plan(workshop, None, begins=time(20))
    told = [page(cast.client(members(workshop, side)[0]), url(cast, "room")) for side in (1, 2)]
    assert [("18:00–19:00" in shown, "20:00–21:00" in shown) for shown in told] == [(True, False), (False, True)]


def test_homes_lead_there_and_remind_of_calling_it_back(
    cast: Cast, workshop: Workshop, sitting: PlannedSession
) -> None:
    assert whats(cast, members(workshop, 1)[0]) == [("Open the session of workshop 1", False)]
    open_it(cast, sitting)
    told = [
        whats(cast, account)[0][0] for account in (members(workshop, 1)[0], members(workshop, 2)[0], cast.facilitator)
    ]
    assert told == ["Your community talks apart", "Open the session of workshop 1", "A community talks apart"]


def test_what_nobody_calls_back_is_erased_a_day_later(cast: Cast, workshop: Workshop, sitting: PlannedSession) -> None:
    caucus = open_it(cast, sitting)
    actions.write_apart(caucus, SAID, "en", sender=members(workshop, 1)[0], token=token())
    over = caucus.opened_at + timedelta(minutes=60, days=1)
    assert (actions.end_forgotten(over - timedelta(minutes=1)), CaucusLine.objects.count()) == (0, 1)
    assert (actions.end_forgotten(over), actions.end_forgotten(over), CaucusLine.objects.count()) == (1, 0, 0)
    caucus.refresh_from_db()
    assert caucus.closed_at == over
    assert list_entries(cast.programme.compartment.book, deed="convene.caucus_closed").get().role == "machine"


@pytest.mark.skipif("connection.vendor != 'postgresql'", reason="SQLite has one writer at a time and no locks on rows")
def test_what_is_forgotten_is_ended_under_lock(cast: Cast, sitting: PlannedSession) -> None:
    """Called back in the same moment it is recorded once: whoever comes second waits, and then finds nothing open."""
    caucus = open_it(cast, sitting)
    assert isinstance(caucus, Caucus)
    with CaptureQueriesContext(connection) as asked:
        assert actions.end_forgotten(caucus.opened_at + timedelta(days=2)) == 1
    first = next(one["sql"] for one in asked.captured_queries if "convene_caucus" in one["sql"])
    assert 'FOR UPDATE OF "convene_caucus"' in first


def test_a_draft_of_the_public_agenda_names_an_hour_once_and_no_community(cast: Cast, workshop: Workshop) -> None:
    plan(workshop, 1)
    plan(workshop, 2)
    shown = page(cast.client(cast.convener), url(cast, "safe"))
    assert (shown.count("18:00–19:00 Working session"), "alone" in shown) == (1, False)
