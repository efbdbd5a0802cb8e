"""Seats are given up without a reason, passports leave as counts only, and a frozen roster tells the plan."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from tests.cast import Cast
from tests.steps.plan.given import kept_plan_for
from tests.steps.select.given import coming_workshop, compute, gather, keep, nominees, url
from tests.steps.workshops import noon
from tests.vault_place import deeds
from tracktwo.foundation.ledger.models import Entry
from tracktwo.foundation.people.models import Account, Standing
from tracktwo.foundation.vault.models import IdentityField
from tracktwo.methods.record import Refusal
from tracktwo.steps.plan.models import Workshop
from tracktwo.steps.plan.queries import happened_since
from tracktwo.steps.select import actions
from tracktwo.steps.select.models import EntryClass, Seat
from tracktwo.steps.select.queries import is_final, list_seats, roster_of, seats_missing

pytestmark = [pytest.mark.usefixtures("vault"), pytest.mark.django_db]


@pytest.fixture
def workshop(cast: Cast) -> Workshop:
    """Four of six are seated; each community needs two."""
    nominees(cast)
    workshop = coming_workshop(cast)
    keep(cast, compute(gather(cast, workshop, 4)))
    return workshop


def by(cast: Cast) -> Standing:
    return cast.by(cast.convener, "select.change")


def set_day(cast: Cast, workshop: Workshop) -> None:
    actions.set_freeze_day(workshop, workshop.starts_on - timedelta(days=30), by=by(cast), now=timezone.now())


def everybody_tells(workshop: Workshop) -> None:
    for seat in list_seats(workshop):
        actions.tell_entry(seat, "PT" if seat.community.number == 1 else "GE", "PT")


def freeze(cast: Cast, workshop: Workshop) -> None:
    set_day(cast, workshop)
    everybody_tells(workshop)
    actions.freeze_roster(workshop, by=by(cast), now=timezone.now())


def seated(cast: Cast) -> tuple[Account, Seat, Client]:
    seat = Seat.objects.select_related("account").first()
    return seat.account, seat, cast.client(seat.account)


def test_a_frozen_roster_tells_the_plan_counts_and_no_persons(cast: Cast, workshop: Workshop) -> None:
    freeze(cast, workshop)
    told = cast.programme.delegation.values_list("community__number", "passport", "residence", "count")
    assert list(told) == [(1, "PT", "PT", 2), (2, "GE", "PT", 2)]
    assert deeds(cast.programme.compartment.book)[-2:] == ["select.roster_frozen", "plan.delegation_written"]
    leaves = " ".join(Entry.objects.values_list("leaf", flat=True))
    assert [one for one in list_seats(workshop) if one.account.alias in leaves] == []


def test_who_has_not_said_the_passport_holds_up_the_freeze_as_a_number(cast: Cast, workshop: Workshop) -> None:
    set_day(cast, workshop)
    answer = cast.client(cast.convener).post(url(cast, "roster", workshop.number), {"deed": "freeze"})
    assert (answer.status_code, "they travel: 4" in answer.content.decode()) == (422, True)
    assert (roster_of(workshop).frozen_at, cast.programme.delegation.count()) == (None, 0)


def test_a_roster_is_frozen_once_and_opens_when_a_seat_is_given_up(cast: Cast, workshop: Workshop) -> None:
    freeze(cast, workshop)
    with pytest.raises(Refusal, match=r"select\.frozen_already"):
        actions.freeze_roster(workshop, by=by(cast), now=timezone.now())
    actions.give_up_seat(list_seats(workshop).first(), "illness", by=by(cast), now=timezone.now())
    opened = is_final(roster_of(workshop))
    actions.freeze_roster(workshop, by=by(cast), now=timezone.now())
    assert (opened, is_final(roster_of(workshop))) == (False, True)
    assert sum(cast.programme.delegation.values_list("count", flat=True)) == 3


def test_a_plan_made_for_other_counts_asks_to_be_made_again(cast: Cast, workshop: Workshop) -> None:
    plan = kept_plan_for(cast, [])
    before = bool(happened_since(plan, timezone.localdate()))
    freeze(cast, workshop)
    assert (before, happened_since(plan, timezone.localdate()).delegation) == (False, True)


def test_a_plan_made_for_the_same_counts_does_not(cast: Cast, workshop: Workshop) -> None:
    plan = kept_plan_for(cast, [["1", "PT", "PT", 2], ["2", "GE", "PT", 2]])
    freeze(cast, workshop)
    assert bool(happened_since(plan, timezone.localdate())) is False


@pytest.mark.parametrize("days", [-200, 90, 91])
def test_a_roster_is_final_neither_in_the_past_nor_after_the_beginning(
    cast: Cast, workshop: Workshop, days: int
) -> None:
    day = timezone.localdate() + timedelta(days=days)
    sent = {"deed": "day", "freezes_on": day.isoformat()}
    answer = cast.client(cast.convener).post(url(cast, "roster", workshop.number), sent)
    assert (answer.status_code, "before the workshop begins" in answer.content.decode()) == (422, True)
    assert roster_of(workshop) is None


def test_a_participant_says_the_passport_and_the_convener_is_not_shown_it(cast: Cast, workshop: Workshop) -> None:
    _account, seat, client = seated(cast)
    set_day(cast, workshop)
    sent = {"seat": seat.pk, "deed": "entry", "passport": "ge", "residence": "PT"}
    assert client.post(url(cast, "seat"), sent).status_code == 302
    entry = EntryClass.objects.get(seat=seat)
    page = cast.client(cast.convener).get(url(cast, "roster", workshop.number)).content.decode()
    assert (entry.passport, entry.residence) == ("GE", "PT")
    assert ("3 seats have not said yet" in page, ">GE<" in page, "Georgia" in page) == (True, False, False)


@pytest.mark.parametrize("typed", ["", "P", "12", "XX", "<b", "ПТ"])
def test_two_letters_that_are_no_country_are_refused_beside_the_field(
    cast: Cast, workshop: Workshop, typed: str
) -> None:
    _account, seat, client = seated(cast)
    answer = client.post(url(cast, "seat"), {"seat": seat.pk, "deed": "entry", "passport": typed, "residence": "PT"})
    assert (answer.status_code, EntryClass.objects.count()) == (422, 0)


def test_nobody_speaks_for_the_seat_of_another(cast: Cast, workshop: Workshop) -> None:
    account, _seat, client = seated(cast)
    other = Seat.objects.exclude(account=account).first()
    for deed in ("entry", "give_up"):
        sent = {"seat": other.pk, "deed": deed, "passport": "PT", "residence": "PT"}
        assert client.post(url(cast, "seat"), sent).status_code == 404
    other.refresh_from_db()
    assert (other.withdrawn_on, EntryClass.objects.count()) == (None, 0)


def test_a_seat_given_up_takes_its_passport_along_and_the_nomination_stays(cast: Cast, workshop: Workshop) -> None:
    account, seat, client = seated(cast)
    actions.tell_entry(seat, "PT", "PT")
    assert client.post(url(cast, "seat"), {"seat": seat.pk, "deed": "give_up"}).status_code == 302
    leaf = Entry.objects.filter(deed="select.seat_given_up").get().leaf
    assert (EntryClass.objects.count(), account.nominations.get().state) == (0, "consented")
    assert ("own_wish" in leaf, account.alias in leaf, list_seats(workshop).count()) == (True, False, 3)


def test_a_seat_is_given_up_once(cast: Cast, workshop: Workshop) -> None:
    seat = list_seats(workshop).first()
    actions.give_up_seat(seat, "illness", by=by(cast), now=timezone.now())
    with pytest.raises(Refusal, match=r"select\.seat_gone"):
        actions.give_up_seat(seat, "illness", by=by(cast), now=timezone.now())
    with pytest.raises(Refusal, match=r"select\.seat_gone"):
        actions.tell_entry(Seat.objects.get(pk=seat.pk), "PT", "PT")


def test_the_roster_page_says_what_is_missing_after_somebody_left(cast: Cast, workshop: Workshop) -> None:
    seat = list_seats(workshop).filter(community__number=1).first()
    client = cast.client(cast.convener)
    client.post(url(cast, "roster", workshop.number), {"deed": "give_up", "seat": seat.pk, "reason": "cannot_travel"})
    empty, lacking = seats_missing(workshop)
    page = client.get(url(cast, "roster", workshop.number)).content.decode()
    assert (empty, [(quota.feature, quota.value, short) for quota, short in lacking]) == (1, [("community", "1", 1)])
    assert ("1 seat is empty" in page, "Community: Community A" in page) == (True, True)


@pytest.mark.parametrize("sent", [{"seat": "x"}, {"seat": 999_999}, {"reason": "grudge"}, {"deed": "burn"}, {}])
def test_a_bad_answer_about_a_seat_empties_none(cast: Cast, workshop: Workshop, sent: dict[str, object]) -> None:
    good = {"deed": "give_up", "seat": list_seats(workshop).first().pk, "reason": "illness"}
    typed = {**good, **sent} if sent else {}
    answer = cast.client(cast.convener).post(url(cast, "roster", workshop.number), typed)
    assert (answer.status_code, list_seats(workshop).count()) == (422, 4)


def test_a_guarantor_sees_the_seats_of_the_own_community(cast: Cast, workshop: Workshop) -> None:
    page = cast.client(cast.guarantors[1]).get(url(cast, "roster", workshop.number)).content.decode()
    assert ("Wader 1" in page, "Wader 2" in page, "and 2 of other communities" in page) == (True, False, True)


def test_passports_of_workshops_that_are_over_are_destroyed(cast: Cast, workshop: Workshop) -> None:
    everybody_tells(workshop)
    gone = [actions.forget_entries(noon(workshop.ends_on, after=days)) for days in (0, 1)]
    assert (gone, EntryClass.objects.count()) == ([0, 4], 0)


def test_what_has_reached_its_day_takes_the_passports_of_a_workshop_that_is_over_along(
    cast: Cast, workshop: Workshop
) -> None:
    everybody_tells(workshop)
    actions.destroy_what_is_due(cast.programme, now=timezone.now())
    kept = EntryClass.objects.count()
    actions.destroy_what_is_due(cast.programme, now=timezone.now() + timedelta(days=120))
    assert (kept, EntryClass.objects.count()) == (4, 0)


def test_the_own_chance_is_explained_to_the_person_alone(cast: Cast, workshop: Workshop) -> None:
    _account, _seat, client = seated(cast)
    page = client.get(url(cast, "chance")).content.decode()
    assert ("2 in 3" in page, "You were drawn" in page, "6 people stood for 4 seats" in page) == (True, True, True)
    assert cast.client(cast.convener).get(url(cast, "chance")).status_code == 404


def test_what_waits_is_the_freeze_for_the_convener_and_the_passport_for_the_seat(
    cast: Cast, workshop: Workshop
) -> None:
    _account, _seat, client = seated(cast)
    home = f"/p/{cast.programme.key}/"
    assert "Freeze the roster of workshop 1" in cast.client(cast.convener).get(home).content.decode()
    assert "Say on which passport you would travel" in client.get(home).content.decode()


def test_a_biography_goes_into_the_vault_and_newer_words_take_its_place(cast: Cast, workshop: Workshop) -> None:
    account, seat, client = seated(cast)
    for words in ("An invented life.", "An invented life, told anew."):
        sent = {"seat": seat.pk, "deed": "biography", "biography": words}
        assert client.post(url(cast, "seat"), sent).status_code == 302
    page = client.get(url(cast, "seat")).content.decode()
    person = cast.programme.nominations.get(account=account).person
    versions = list(IdentityField.objects.filter(person_id=person, field="biography").values_list("version", flat=True))
    assert ("invented life" in page, versions) == (False, [1, 2])
    assert deeds(cast.programme.compartment.book)[-1] == "select.biography_told"


def test_a_biography_too_long_or_empty_is_refused(cast: Cast, workshop: Workshop) -> None:
    _account, seat, client = seated(cast)
    for words in ("", "x" * 4_001):
        sent = {"seat": seat.pk, "deed": "biography", "biography": words}
        assert client.post(url(cast, "seat"), sent).status_code == 422
    assert not IdentityField.objects.filter(field="biography").exists()
