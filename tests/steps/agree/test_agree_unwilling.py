"""Whoever says no to the single text, or lets the yes lapse, has no voice in it; before drafting the third party reads that."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from tests.cast import NOW
from tests.steps.agree.stage import Table
from tracktwo.foundation.people.models import Account
from tracktwo.methods.record import Refusal
from tracktwo.steps.agree import actions
from tracktwo.steps.agree.queries import is_anybody_unwilling, seats_of, sides_bound, sides_of, signing_digest
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


@pytest.mark.parametrize("no", [1, 2, 6])
def test_that_somebody_says_no_is_told_and_never_how_many(table: Table, no: int) -> None:
    before = is_anybody_unwilling(table.text, TODAY)
    for seat in list(table.seats.values())[:no]:
        say(seat)
    assert (before, is_anybody_unwilling(table.text, TODAY)) == (False, True)
    pages = [table.get(table.cast.rapporteur, name).content.decode() for name in ("draft", "text")]
    for page in pages:
        assert "There is a no to anything new in the text" in page
        assert not any(f"{no} of {whole}" in page for whole in (5, 6))


def test_the_no_of_a_seat_that_was_given_up_is_not_told(table: Table) -> None:
    seat = table.seats["Wader 2 3"]
    say(seat)
    Seat.objects.filter(pk=seat.pk).update(withdrawn_on=TODAY)
    assert not is_anybody_unwilling(table.text, TODAY)


def freeze(table: Table) -> None:
    said = {"seen": signing_digest(table.reread()), "with_reservations": False}
    by = table.cast.by(table.cast.convener, "agree.steer")
    actions.freeze_text(table.text, **said, by=by, now=NOW)


def seats_in(table: Table, side: int) -> list[Seat]:
    return [seat for alias, seat in table.seats.items() if alias.startswith(f"Wader {side}")]


def lose_voices(table: Table, how: str) -> None:
    """Of everybody in the second community: a yes that lapsed, a no, or newer words that only the first answered."""
    if how == "newer words":
        for seat in table.seats.values():
            say(seat, given=True)
        words = {"version": 2, "texts": {}, "digest": "", "adopted_at": NOW, "answer_by": TODAY}
        sheet = table.workshop.programme.consent_sheets.create(**words)
        for seat in seats_in(table, 1):
            Consent.objects.create(seat=seat, product=TEXT, given=True, changed_on=TODAY, sheet=sheet)
        return
    for seat in seats_in(table, 2):
        say(seat, given=how == "lapsed", until=TODAY if how == "lapsed" else None)


@pytest.mark.parametrize("signed", [(1,), (1, 2)], ids=["one signed", "both had signed"])
@pytest.mark.parametrize("how", ["lapsed", "no", "newer words"])
def test_no_text_is_frozen_without_a_community_of_which_nobody_has_a_voice(
    table: Table, how: str, signed: tuple[int, ...]
) -> None:
    for side in signed:
        table.sign(side)
    lose_voices(table, how)
    with pytest.raises(Refusal, match=r"agree\.not_signed"):
        freeze(table)
    assert (sides_of(table.text), sides_bound(table.text, TODAY), table.reread().frozen_on) == ([1, 2], {1}, None)


def test_one_yes_given_anew_lets_the_signature_of_the_community_hold_again(table: Table) -> None:
    table.sign_all()
    lose_voices(table, "lapsed")
    say(table.seats["Wader 2 1"], given=True)
    freeze(table)
    lose_voices(table, "lapsed")
    assert (table.reread().frozen_on, sides_bound(table.text, TODAY)) == (TODAY, {1, 2})


def test_a_community_that_gave_up_its_seats_is_not_waited_for(table: Table) -> None:
    table.sign(1)
    Seat.objects.filter(pk__in=[seat.pk for seat in seats_in(table, 2)]).update(withdrawn_on=TODAY)
    freeze(table)
    assert table.reread().frozen_on == TODAY


def test_the_page_of_signatures_shows_a_signature_that_holds_no_longer_as_one_that_is_missing(table: Table) -> None:
    table.sign_all()
    before = table.get(table.cast.convener, "sign").content.decode()
    lose_voices(table, "no")
    after = table.get(table.cast.convener, "sign").content.decode()
    assert [page.count("not signed yet") for page in (before, after)] == [0, 1]


def banner(table: Table, account: Account, name: str) -> bool:
    return "anything new in the text" in table.get(account, name).content.decode()


def test_it_stands_before_a_draft_for_whoever_words_the_text_and_for_nobody_else(table: Table) -> None:
    say(table.seats["Wader 1 1"])
    cast = table.cast
    assert [banner(table, cast.rapporteur, name) for name in ("draft", "text")] == [True, True]
    others = (cast.facilitator, cast.guarantors[1], cast.participants[2][0])
    assert [banner(table, one, "text") for one in (cast.convener, *others)] == [True, False, False, False]
    assert "Wader" not in table.get(cast.rapporteur, "draft").content.decode()
