"""Whoever says no to the single text, or lets the yes lapse, has no voice in it; before drafting the third party reads that."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from tests.cast import NOW
from tests.steps.agree.stage import Table
from tracktwo.foundation.people.models import Account
from tracktwo.steps.agree.queries import Unwilling, seats_of, unwilling_to
from tracktwo.steps.prepare.models import Consent
from tracktwo.steps.select.models import Seat

TODAY = NOW.date()
TEXT, TAKING_PART = Consent.Product.SINGLE_TEXT, Consent.Product.TAKING_PART


def say(seat: Seat, *, given: bool = False, until: date | None = None, product: str = TEXT) -> None:
    Consent.objects.create(seat=seat, product=product, given=given, changed_on=TODAY, until=until)


def has_voice(table: Table, seat: Seat, day: date) -> bool:
    return seat in seats_of(table.text, day)


def test_a_yes_to_the_text_gives_a_voice_until_the_day_on_which_it_lapses(table: Table) -> None:
    seat, end = table.seats["Wader 1 1"], TODAY + timedelta(days=30)
    found = [has_voice(table, seat, TODAY)]
    say(seat, given=True, until=end)
    found += [has_voice(table, seat, end - timedelta(days=left)) for left in (1, 0)]
    say(seat, given=True, until=end + timedelta(days=365))
    assert [*found, has_voice(table, seat, end)] == [True, True, False, True]


def test_newer_words_that_were_not_answered_in_time_take_the_voice_too(table: Table) -> None:
    seat, end = table.seats["Wader 1 1"], TODAY + timedelta(days=30)
    say(seat, given=True)
    words = {"version": 2, "texts": {}, "digest": "", "adopted_at": NOW, "answer_by": end}
    table.workshop.programme.consent_sheets.create(**words)
    assert [has_voice(table, seat, end - timedelta(days=left)) for left in (1, 0)] == [True, False]


def test_a_yes_to_taking_part_is_not_asked_anew_after_the_workshop_and_does_not_lapse(table: Table) -> None:
    seat = table.seats["Wader 1 1"]
    say(seat, given=True, until=TODAY, product=TAKING_PART)
    yes = has_voice(table, seat, TODAY + timedelta(days=400))
    say(seat, product=TAKING_PART)
    assert (yes, has_voice(table, seat, TODAY)) == (True, False)


@pytest.mark.parametrize(
    ("no", "told"), [(0, None), (1, Unwilling(1, 6)), (2, Unwilling(2, 6)), (6, Unwilling(None, 6))]
)
def test_how_many_say_no_is_told_unless_all_do(table: Table, no: int, told: Unwilling | None) -> None:
    for seat in list(table.seats.values())[:no]:
        say(seat)
    assert unwilling_to(table.text, TODAY) == told


def test_of_a_cohort_below_six_it_is_told_that_somebody_does_and_not_how_many(table: Table) -> None:
    first, last = table.seats["Wader 1 1"], table.seats["Wader 2 3"]
    Seat.objects.filter(pk=last.pk).update(withdrawn_on=TODAY)
    say(first)
    assert unwilling_to(table.text, TODAY) == Unwilling(None, 5)


def banner(table: Table, account: Account, name: str) -> bool:
    return "anything new in the text" in table.get(account, name).content.decode()


def test_it_stands_before_a_draft_for_whoever_words_the_text_and_for_nobody_else(table: Table) -> None:
    say(table.seats["Wader 1 1"])
    cast = table.cast
    assert [banner(table, cast.rapporteur, name) for name in ("draft", "text")] == [True, True]
    others = (cast.facilitator, cast.guarantors[1], cast.participants[2][0])
    assert [banner(table, one, "text") for one in (cast.convener, *others)] == [True, False, False, False]
    assert "Wader" not in table.get(cast.rapporteur, "draft").content.decode()
