"""After a workshop everybody is asked at 2, 6 and 12 weeks whether they are safe; what is overdue is everybody's matter."""

from __future__ import annotations

from datetime import date, timedelta
from secrets import token_urlsafe

import pytest
from django.urls import reverse
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from tests.cast import Cast
from tests.steps.workshops import a_workshop, noon, seat_everybody
from tracktwo.foundation.ledger.models import Entry
from tracktwo.methods.record import Refusal
from tracktwo.site.path import waiting, walker_for
from tracktwo.steps.plan.models import Workshop
from tracktwo.steps.prepare import actions
from tracktwo.steps.prepare.convert.contacts import check_ins
from tracktwo.steps.prepare.models import ContactPlan, Reached
from tracktwo.steps.select.models import Seat

DAYS = st.integers(min_value=0, max_value=200)
ANSWERS = st.dictionaries(st.sampled_from([2, 6, 12]), st.sampled_from(["safe", "help", "not_reached"]))


@pytest.fixture
def held(cast: Cast) -> Workshop:
    """Ended fifteen days ago: its first check-in has been due for a day."""
    return a_workshop(cast, timezone.localdate() - timedelta(days=18))


@pytest.fixture
def seats(cast: Cast, held: Workshop) -> dict[str, Seat]:
    return seat_everybody(cast, held)


def note(cast: Cast, seat: Seat, answer: str, weeks: int = 2) -> None:
    by = cast.by(cast.facilitator, "prepare.contacts")
    actions.note_reached(seat, weeks=weeks, answer=answer, by=by, now=timezone.now(), token=token_urlsafe(8))


def asked(cast: Cast, account: object, days: int = 0) -> list[str]:
    found = waiting(walker_for(cast.programme, account, timezone.now() + timedelta(days=days)))
    return [one.what for one in found if "check-in" in one.what]


@given(DAYS, ANSWERS)
def test_only_safe_settles_and_nothing_is_due_before_its_day(days: int, answers: dict[int, str]) -> None:
    end = date(2026, 3, 1)
    for one in check_ins(end, answers, end + timedelta(days=days)):
        if answers.get(one.weeks) == "safe":
            assert one.state == "settled"
        else:
            assert (one.state == "ahead") == (days < one.weeks * 7)
            assert days < one.weeks * 7 + 7 or one.state == "overdue"


def test_what_is_not_reached_stays_due_until_somebody_is_safe(cast: Cast, seats: dict[str, Seat]) -> None:
    counts = [asked(cast, cast.convener)]
    for answer in ("not_reached", "safe"):
        note(cast, seats["Wader 1 1"], answer)
        counts.append(asked(cast, cast.convener))
    six, five = "Make 6 check-ins after the workshop", "Make 5 check-ins after the workshop"
    assert (counts, Reached.objects.count()) == ([[six], [six], [five]], 2)


def test_a_guarantor_is_called_when_the_own_community_is_overdue(cast: Cast, seats: dict[str, Seat]) -> None:
    for alias in ("Wader 2 1", "Wader 2 2", "Wader 2 3"):
        note(cast, seats[alias], "safe")
    found = [asked(cast, cast.guarantors[side], days) for side in (1, 2) for days in (0, 7)]
    assert found == [[], ["Make 3 check-ins after the workshop"], [], []]


def test_a_form_that_comes_twice_notes_one_try_and_another_try_is_a_form_of_its_own(
    cast: Cast, seats: dict[str, Seat], held: Workshop
) -> None:
    client, place = cast.client(cast.facilitator), reverse("prepare:contacts", args=[cast.programme.key, held.number])
    said = {"seat": seats["Wader 1 1"].pk, "weeks": 2, "answer": "not_reached"}
    sent = [(once, client.post(place, said | {"once": once}).status_code) for once in ("one", "one", "two", "")]
    assert [status for _once, status in sent] == [302, 302, 302, 422]
    assert (Reached.objects.count(), Entry.objects.filter(deed="prepare.checked_in").count()) == (2, 2)


def test_a_check_in_ahead_is_not_noted(cast: Cast, seats: dict[str, Seat]) -> None:
    with pytest.raises(Refusal, match=r"prepare\.check_in_ahead"):
        note(cast, seats["Wader 1 1"], "safe", weeks=6)


def test_the_record_holds_neither_whom_nor_the_answer(cast: Cast, seats: dict[str, Seat]) -> None:
    note(cast, seats["Wader 1 1"], "help")
    leaf = Entry.objects.get(deed="prepare.checked_in").leaf
    found = ('"weeks":2' in leaf, "help" in leaf, "Wader" in leaf, '"side":null' in leaf)
    assert found == (True, False, False, True)


def test_a_participant_says_how_and_keeps_the_two_words_when_it_changes(cast: Cast) -> None:
    seat = seat_everybody(cast, a_workshop(cast, timezone.localdate()))["Wader 1 1"]
    client, place = cast.client(seat.account), reverse("prepare:contact", args=[cast.programme.key])
    words = []
    for channel in ("call", "go_between"):
        client.post(place, {"channel": channel, "caller": "facilitator"})
        words.append(ContactPlan.objects.get(seat=seat).words)
    wrong = client.post(place, {"channel": "letter to my street", "caller": "facilitator"})
    page = client.get(place).content.decode()
    assert (len(words[0].split()), words[0] == words[1], words[0] in page, wrong.status_code) == (2, True, True, 422)


def test_a_guarantor_sees_and_notes_the_own_community_only(cast: Cast, seats: dict[str, Seat], held: Workshop) -> None:
    client = cast.client(cast.guarantors[1])
    place = reverse("prepare:contacts", args=[cast.programme.key, held.number])
    page = client.get(place).content.decode()
    own, other = seats["Wader 1 1"].pk, seats["Wader 2 1"].pk
    said = {"weeks": 2, "answer": "safe"}
    codes = [client.post(place, said | {"seat": seat, "once": f"{seat}"}).status_code for seat in (own, other)]
    assert ("Wader 1 1" in page, "Wader 2 1" in page, codes) == (True, False, [302, 422])


def test_words_and_answers_go_after_26_weeks_or_with_the_seat(
    cast: Cast, held: Workshop, seats: dict[str, Seat]
) -> None:
    first, second, *_others = seats.values()
    for seat in (first, second):
        actions.agree_contact(seat, channel="call", caller="convener", language="en", now=timezone.now())
        note(cast, seat, "help")
    Seat.objects.filter(pk=second.pk).update(withdrawn_on=timezone.localdate())
    last = held.ends_on + timedelta(weeks=26)
    assert actions.forget_contacts(noon(last)) == 2
    assert (ContactPlan.objects.get().seat, Reached.objects.get().seat) == (first, first)
    assert actions.forget_contacts(noon(last, after=1)) == 2
    assert (ContactPlan.objects.exists(), Reached.objects.exists()) == (False, False)


def test_after_26_weeks_nobody_is_followed_and_the_page_says_so(cast: Cast) -> None:
    old = a_workshop(cast, timezone.localdate() - timedelta(weeks=27))
    seat = next(iter(seat_everybody(cast, old).values()))
    page = cast.client(cast.convener).get(reverse("prepare:contacts", args=[cast.programme.key, old.number]))
    assert ("Nobody is followed any longer" in page.content.decode(), seat.account.alias in page.content.decode()) == (
        True,
        False,
    )
    with pytest.raises(Refusal, match=r"prepare\.check_in_past"):
        note(cast, seat, "safe")
