"""Step 4: rules signed, consents in layers, the way there; each a participant's own."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from tests.cast import NOW, Cast
from tests.steps.workshops import a_workshop, seat_everybody
from tracktwo.foundation.ledger.models import Entry
from tracktwo.foundation.people.policies import role_of
from tracktwo.methods.dates.journey import DAYS_BEFORE
from tracktwo.methods.record import Refusal
from tracktwo.steps.plan.models import Workshop
from tracktwo.steps.prepare import actions
from tracktwo.steps.prepare.models import ASKED_OF_ALL, Consent, Readiness
from tracktwo.steps.prepare.queries import consents_given, has_signed, is_prepared, list_lines, needs_of
from tracktwo.steps.programme.actions import adopt_rules
from tracktwo.steps.programme.models import GroundRules
from tracktwo.steps.select.models import Seat

TODAY = NOW.date()


@pytest.fixture
def rules(cast: Cast) -> GroundRules:
    return adopt_rules(cast.programme, {"en": ["Listen."]}, by=cast.by(cast.convener, "programme.change"), now=NOW)


@pytest.fixture
def workshop(cast: Cast) -> Workshop:
    return a_workshop(cast, timezone.localdate() + timedelta(days=60))


@pytest.fixture
def seats(cast: Cast, workshop: Workshop) -> dict[str, Seat]:
    return seat_everybody(cast, workshop)


@pytest.fixture
def seat(seats: dict[str, Seat]) -> Seat:
    return seats["Wader 1 1"]


def by(seat: Seat):
    return role_of(seat.account, "prepare.own", seat.workshop.programme.compartment)


def test_signing_is_recorded_once_by_side_and_never_by_alias(rules: GroundRules, seat: Seat) -> None:
    for _again in range(2):
        actions.sign_rules(seat, 1, by=by(seat), now=NOW)
    leaves = [entry.leaf for entry in Entry.objects.filter(deed="prepare.rules_signed")]
    assert (len(leaves), '"side":1' in leaves[0], seat.account.alias in leaves[0]) == (1, True, False)


def test_a_new_version_has_to_be_signed_again(cast: Cast, rules: GroundRules, seat: Seat) -> None:
    actions.sign_rules(seat, 1, by=by(seat), now=NOW)
    newer = adopt_rules(
        cast.programme, {"en": ["Listen twice."]}, by=cast.by(cast.convener, "programme.change"), now=NOW
    )
    assert (has_signed(seat, rules), has_signed(seat, newer)) == (True, False)
    with pytest.raises(Refusal) as refused:
        actions.sign_rules(seat, 1, by=by(seat), now=NOW)
    assert refused.value == Refusal("prepare.rules_changed", version=2)


def test_a_consent_can_be_withdrawn_and_both_are_recorded(seat: Seat, workshop: Workshop) -> None:
    product = Consent.Product.BRIEFS.value
    actions.answer_consents(seat, {product: True}, by=by(seat), now=NOW)
    given = consents_given(workshop, product)
    actions.answer_consents(seat, {product: False}, by=by(seat), now=NOW)
    assert (given, consents_given(workshop, product)) == (1, 0)
    assert list(
        Entry.objects.filter(deed__in=["prepare.consent_given", "prepare.consent_withdrawn"]).values_list(
            "deed", flat=True
        )
    ) == [
        "prepare.consent_given",
        "prepare.consent_withdrawn",
    ]


def test_saying_no_from_the_start_is_an_answer_and_not_a_deed(seat: Seat) -> None:
    actions.answer_consents(seat, dict.fromkeys(ASKED_OF_ALL, False), by=by(seat), now=NOW)
    assert (
        seat.consents.filter(given=False).count(),
        Entry.objects.filter(deed__startswith="prepare.consent_g").count(),
    ) == (
        4,
        0,
    )


def test_deadlines_are_counted_back_from_the_workshop(seat: Seat, workshop: Workshop) -> None:
    assert [(need.item, need.due) for need in needs_of(seat)] == [
        (item, workshop.starts_on - timedelta(days=days)) for item, days in DAYS_BEFORE.items()
    ]


def test_prepared_means_signed_taking_part_and_the_way_clear(rules: GroundRules, seat: Seat) -> None:
    stages = [is_prepared(seat, rules)]
    actions.sign_rules(seat, 1, by=by(seat), now=NOW)
    stages.append(is_prepared(seat, rules))
    actions.answer_consents(seat, {"taking_part": True}, by=by(seat), now=NOW)
    stages.append(is_prepared(seat, rules))
    way = dict.fromkeys(Readiness.Item.values, Readiness.Standing.READY.value)
    actions.say_readiness(seat, way, by=by(seat), now=NOW)
    stages.append(is_prepared(seat, rules))
    assert stages == [False, False, False, True]


def test_nothing_is_signed_for_a_workshop_that_is_over(cast: Cast, rules: GroundRules) -> None:
    past = a_workshop(cast, date(2026, 1, 10))
    seat = seat_everybody(cast, past)["Wader 1 1"]
    with pytest.raises(Refusal, match=r"prepare\.workshop_over"):
        actions.sign_rules(seat, 1, by=by(seat), now=NOW)


def test_a_seat_given_up_prepares_nothing(rules: GroundRules, seat: Seat) -> None:
    seat.withdrawn_on = TODAY
    with pytest.raises(Refusal, match=r"prepare\.seat_given_up"):
        actions.say_readiness(seat, {"ticket": "ready"}, by=by(seat), now=NOW)


def test_a_participant_walks_through_the_three_things_on_one_page(cast: Cast, rules: GroundRules, seat: Seat) -> None:
    client, key = cast.client(seat.account), cast.programme.key
    client.post(reverse("prepare:sign", args=[key]), {"version": "1"})
    client.post(reverse("prepare:consents", args=[key]), {"taking_part": "yes", "briefs": "yes"})
    for item in Readiness.Item.values:
        client.post(reverse("prepare:journey", args=[key]), {"item": item, "standing": "not_needed"})
    assert is_prepared(Seat.objects.get(pk=seat.pk), rules)
    assert "You are ready" in client.get(reverse("prepare:about", args=[key])).content.decode()


def test_a_participant_without_a_seat_is_told_so(cast: Cast, rules: GroundRules, workshop: Workshop) -> None:
    answer = cast.client(cast.participants[1][0]).post(
        reverse("prepare:sign", args=[cast.programme.key]), {"version": "1"}
    )
    assert (answer.status_code, "no seat" in answer.content.decode()) == (422, True)


def test_the_third_party_sees_aliases_and_a_guarantor_only_counts(
    cast: Cast, rules: GroundRules, seats: dict[str, Seat]
) -> None:
    address = reverse("prepare:about", args=[cast.programme.key])
    pages = [cast.client(who).get(address).content.decode() for who in (cast.facilitator, cast.guarantors[1])]
    assert [("Wader 2 1" in page, "0 of 6" in page) for page in pages] == [(True, True), (False, True)]


def test_lines_are_the_same_for_three_communities(three_communities: Cast) -> None:
    workshop = a_workshop(three_communities, TODAY + timedelta(days=60))
    seat_everybody(three_communities, workshop)
    assert sorted({line.side for line in list_lines(workshop)}) == [1, 2, 3]


def test_a_consent_can_be_withdrawn_after_the_workshop_and_nothing_else_can_be_changed(cast: Cast) -> None:
    past = a_workshop(cast, timezone.localdate() - timedelta(days=90))
    seat = seat_everybody(cast, past)["Wader 1 1"]
    actions.answer_consents(seat, {"briefs": True}, by=by(seat), now=NOW)
    client, address = cast.client(seat.account), reverse("prepare:about", args=[cast.programme.key])
    page = client.get(f"{address}?workshop=1").content.decode()
    answers = {"single_text": "yes", "briefs": "no"}
    client.post(reverse("prepare:consents", args=[cast.programme.key]) + "?workshop=1", answers)
    said = {"item": "entry", "standing": "ready"}
    way = client.post(reverse("prepare:journey", args=[cast.programme.key]) + "?workshop=1", said)
    assert ("still yours to change" in page, 'id="readiness"' in page, way.status_code) == (True, False, 422)
    assert (consents_given(past, "briefs"), consents_given(past, "single_text")) == (0, 1)


def test_a_participant_is_led_to_the_consents_of_other_workshops(cast: Cast, rules: GroundRules, seat: Seat) -> None:
    seat_everybody(cast, a_workshop(cast, timezone.localdate() - timedelta(days=90), number=2))
    page = cast.client(seat.account).get(reverse("prepare:about", args=[cast.programme.key])).content.decode()
    assert ("?workshop=2" in page, "Preparing workshop 1" in page) == (True, True)


def test_a_workshop_without_an_own_seat_cannot_be_chosen(cast: Cast, workshop: Workshop) -> None:
    seat_everybody(cast, a_workshop(cast, timezone.localdate() - timedelta(days=90), number=2))
    address = reverse("prepare:about", args=[cast.programme.key])
    page = cast.client(cast.guarantors[1]).get(f"{address}?workshop=2").content.decode()
    assert "Preparing workshop 1" in page


def test_whoever_answers_no_to_taking_part_is_not_ready(rules: GroundRules, seat: Seat, workshop: Workshop) -> None:
    actions.sign_rules(seat, 1, by=by(seat), now=NOW)
    actions.say_readiness(seat, dict.fromkeys(Readiness.Item.values, "ready"), by=by(seat), now=NOW)
    answers = []
    for given in (False, True):
        actions.answer_consents(seat, {"taking_part": given, "briefs": True}, by=by(seat), now=NOW)
        answers.append(next(line.ready for line in list_lines(workshop) if line.alias == seat.account.alias))
    assert answers == [False, True]


def test_the_record_says_that_the_way_changed_and_never_how(seat: Seat) -> None:
    actions.say_readiness(seat, {"exit": Readiness.Standing.BLOCKED}, by=by(seat), now=NOW)
    leaf = Entry.objects.get(deed="prepare.readiness_changed").leaf
    assert ("blocked" in leaf, "exit" in leaf, seat.account.alias in leaf) == (False, False, False)
