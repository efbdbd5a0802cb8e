"""The way home is open when it is needed: after the workshop, to whoever is asked whether they are safe."""

from __future__ import annotations

from datetime import timedelta
from secrets import token_urlsafe

import pytest
from django.urls import reverse
from django.utils import timezone

from tests.cast import Cast
from tests.steps.workshops import a_workshop, seat_everybody
from tracktwo.foundation.ledger.models import Entry
from tracktwo.foundation.people.models import Account
from tracktwo.methods.record import Refusal
from tracktwo.site.path import waiting, walker_for
from tracktwo.steps.plan.models import Workshop
from tracktwo.steps.prepare import actions
from tracktwo.steps.prepare.models import HelpCall, Reached
from tracktwo.steps.select.models import Seat

ASKED = "Are you safe?"
WAITS = "Say whether you are safe after workshop 1"


@pytest.fixture
def held(cast: Cast) -> Workshop:
    """Ended sixteen days ago."""
    return a_workshop(cast, timezone.localdate() - timedelta(days=19))


@pytest.fixture
def seat(cast: Cast, held: Workshop) -> Seat:
    seat = seat_everybody(cast, held)["Wader 1 1"]
    actions.agree_contact(seat, channel="here", caller="convener", language="en", now=timezone.now())
    return seat


def place(cast: Cast, name: str, *more: object) -> str:
    return reverse(f"prepare:{name}", args=[cast.programme.key, *more])


def page(cast: Cast, account: Account, address: str) -> str:
    return cast.client(account).get(address).content.decode()


def say(cast: Cast, seat: Seat, answer: str, weeks: int = 2) -> int:
    address = f"{place(cast, 'contact')}?workshop={seat.workshop.number}"
    return cast.client(seat.account).post(address, {"weeks": weeks, "answer": answer}).status_code


def waits(cast: Cast, account: Account) -> list[str]:
    return [one.what for one in waiting(walker_for(cast.programme, account, timezone.now()))]


def test_after_the_last_day_the_two_words_and_the_question_are_still_there(cast: Cast, seat: Seat) -> None:
    found = page(cast, seat.account, place(cast, "contact"))
    assert (ASKED in found, seat.contact.words in found, "You have no seat" in found) == (True, True, False)


def test_step_4_and_the_home_lead_there_with_and_without_a_workshop_ahead(cast: Cast, seat: Seat) -> None:
    link, home = f"{place(cast, 'contact')}?workshop=1", reverse("site:programme", args=[cast.programme.key])
    none_ahead = [link in page(cast, seat.account, address) for address in (home, place(cast, "about"))]
    a_workshop(cast, timezone.localdate() + timedelta(days=90), number=2)
    one_ahead = [link in page(cast, seat.account, address) for address in (home, place(cast, "about"))]
    assert (none_ahead, one_ahead, WAITS in waits(cast, seat.account)) == ([True, True], [True, True], True)


def test_what_is_changed_there_stays_with_the_workshop_in_the_address(cast: Cast, seat: Seat) -> None:
    seat_everybody(cast, a_workshop(cast, timezone.localdate() + timedelta(days=90), number=2))
    address = f"{place(cast, 'contact')}?workshop=1"
    answer = cast.client(seat.account).post(address, {"channel": "call", "caller": "facilitator"})
    seat.contact.refresh_from_db()
    assert (answer["Location"], seat.contact.channel) == (address, "call")


def test_the_word_of_the_person_settles_a_check_in_and_staff_see_that_it_was_said_here(cast: Cast, seat: Seat) -> None:
    assert [say(cast, seat, "safe") for _twice in range(2)] == [302, 302]
    staff = page(cast, cast.facilitator, place(cast, "contacts", 1))
    assert (list(Reached.objects.values_list("weeks", "answer", "is_own")), staff.count("said here")) == (
        [(2, "safe", True)],
        1,
    )
    assert (WAITS in waits(cast, seat.account), ASKED in page(cast, seat.account, place(cast, "contact"))) == (
        False,
        False,
    )


def test_the_record_holds_week_and_workshop_and_neither_community_nor_answer(cast: Cast, seat: Seat) -> None:
    say(cast, seat, "safe")
    (leaf,) = [one.leaf for one in Entry.objects.filter(deed="prepare.checked_in")]
    found = ('"weeks":2' in leaf, '"side":null' in leaf, "safe" in leaf, "Wader" in leaf, "T00:00Z" in leaf)
    assert found == (True, True, False, False, True)


def test_i_need_help_asks_to_be_reached_and_stands_in_no_record(cast: Cast, seat: Seat) -> None:
    say(cast, seat, "help")
    assert (HelpCall.objects.get().account, Entry.objects.filter(deed="prepare.checked_in").count()) == (
        seat.account,
        0,
    )
    assert "1 participant asks to be reached" in waits(cast, cast.facilitator)
    assert "asks for help" in page(cast, cast.guarantors[1], place(cast, "contacts", 1))
    assert WAITS not in waits(cast, seat.account)


def test_a_call_for_help_between_two_safes_leaves_no_second_line_in_the_record(cast: Cast, seat: Seat) -> None:
    for answer in ("safe", "help", "safe"):
        say(cast, seat, answer)
    said = list(Reached.objects.order_by("id").values_list("answer", flat=True))
    lines = Entry.objects.filter(deed="prepare.checked_in").count()
    assert (said, HelpCall.objects.count(), lines) == (["safe", "help", "safe"], 1, 1)


def test_who_was_not_reached_is_asked_here_again(cast: Cast, seat: Seat) -> None:
    by = cast.by(cast.facilitator, "prepare.contacts")
    actions.note_reached(seat, weeks=2, answer="not_reached", by=by, now=timezone.now(), token=token_urlsafe(8))
    assert WAITS in waits(cast, seat.account)


def test_nothing_is_answered_before_its_day_nor_in_words_of_another_kind(cast: Cast, seat: Seat) -> None:
    answers = [say(cast, seat, "safe", weeks=6), say(cast, seat, "not_reached"), say(cast, seat, "safe", weeks=3)]
    assert (answers, Reached.objects.exists()) == ([422] * 3, False)


def test_a_seat_that_was_given_up_answers_nothing(cast: Cast, seat: Seat) -> None:
    Seat.objects.filter(pk=seat.pk).update(withdrawn_on=timezone.localdate())
    by = cast.by(seat.account, "prepare.own")
    with pytest.raises(Refusal, match=r"prepare\.seat_given_up"):
        actions.answer_check_in(seat, weeks=2, is_safe=True, by=by, now=timezone.now())
    assert "You have no seat" in page(cast, seat.account, place(cast, "contact"))


def test_after_26_weeks_neither_page_nor_home_speaks_of_it(cast: Cast) -> None:
    old = a_workshop(cast, timezone.localdate() - timedelta(weeks=27))
    account = seat_everybody(cast, old)["Wader 1 1"].account
    found = page(cast, account, f"{place(cast, 'contact')}?workshop=1")
    assert ("You have no seat" in found, WAITS in waits(cast, account)) == (True, False)
