"""No session opens before host and a guarantor of each community have signed that it does no harm, and the go stands."""

from __future__ import annotations

import secrets
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from tests.cast import PASSPHRASE, Cast
from tests.steps.workshops import a_workshop, clear_to_open
from tracktwo.data.do_no_harm import ITEMS
from tracktwo.foundation.ledger.models import Entry
from tracktwo.foundation.people.actions import grant
from tracktwo.foundation.people.models import Account, Role, Standing
from tracktwo.methods.floor import KELMAN
from tracktwo.methods.record import Refusal
from tracktwo.site.path import waiting, walker_for
from tracktwo.steps.convene.actions import open_session
from tracktwo.steps.plan.actions import going
from tracktwo.steps.plan.models import GoCheck, GoWord, Workshop
from tracktwo.steps.prepare import actions
from tracktwo.steps.prepare.models import HarmSignature
from tracktwo.steps.prepare.queries import clearance_of
from tracktwo.steps.programme.actions import adopt_agenda

EVERY_LINE = [item.code for item in ITEMS]


@pytest.fixture
def workshop(cast: Cast) -> Workshop:
    shares = [(phase.key, phase.weight) for phase in KELMAN]
    adopt_agenda(cast.programme, shares, by=cast.by(cast.convener, "programme.change"), now=timezone.now())
    return a_workshop(cast, timezone.localdate())


def sign(cast: Cast, workshop: Workshop, account: Account, ticked: list[str] = EVERY_LINE) -> HarmSignature:
    by = cast.by(account, "prepare.sign_harm")
    return actions.sign_harm(workshop, ticked, account=account, by=by, now=timezone.now())


def say_go(cast: Cast, workshop: Workshop, word: str = "go") -> None:
    if not workshop.checks.exists():
        going.ask_go(workshop, by=cast.by(cast.convener, "plan.change"), now=timezone.now())
    for account in (cast.convener, *cast.guarantors.values()):
        by = cast.by(account, "plan.say_go")
        reason = "a strike at the airport" if word == "no" else ""
        going.say_go(workshop, account=account, word=word, reason=reason, by=by, now=timezone.now())


def opened(cast: Cast, workshop: Workshop) -> str:
    by = cast.by(cast.facilitator, "convene.run")
    try:
        open_session(workshop, 300, by=by, now=timezone.now(), token=secrets.token_urlsafe(16))
    except Refusal as refusal:
        return refusal.code
    return "open"


def test_sessions_open_only_when_everybody_has_signed_and_the_go_stands(cast: Cast, workshop: Workshop) -> None:
    found = [opened(cast, workshop)]
    for account in (cast.convener, *cast.guarantors.values()):
        sign(cast, workshop, account)
        found.append(opened(cast, workshop))
    say_go(cast, workshop, "no")
    found.append(opened(cast, workshop))
    say_go(cast, workshop)
    found.append(opened(cast, workshop))
    unsigned, no_go = "convene.harm_unsigned", "convene.no_go"
    assert found == [unsigned, unsigned, unsigned, no_go, no_go, "open"]


def test_every_line_is_ticked_or_nothing_is_signed(cast: Cast, workshop: Workshop) -> None:
    with pytest.raises(Refusal) as refused:
        sign(cast, workshop, cast.convener, EVERY_LINE[2:])
    assert (refused.value, HarmSignature.objects.count()) == (Refusal("prepare.harm_unticked", count=2), 0)


def test_a_signature_taken_back_closes_the_door_again_and_its_row_stays(cast: Cast, workshop: Workshop) -> None:
    clear_to_open(workshop)
    guarantor = cast.guarantors[2]
    by = cast.by(guarantor, "prepare.sign_harm")
    actions.take_back_harm(workshop, account=guarantor, by=by, now=timezone.now())
    with pytest.raises(Refusal, match=r"prepare\.harm_not_signed"):
        actions.take_back_harm(workshop, account=guarantor, by=by, now=timezone.now())
    assert (clearance_of(workshop).unsigned, opened(cast, workshop)) == ((2,), "convene.harm_unsigned")
    sign(cast, workshop, guarantor)
    assert (workshop.harm_signatures.filter(side=2).count(), clearance_of(workshop).unsigned) == (2, ())


def test_a_signature_counts_only_while_its_signer_stands_for_that_side(cast: Cast, workshop: Workshop) -> None:
    clear_to_open(workshop)
    place = reverse("prepare:harm", args=[cast.programme.key, workshop.number])
    leaving = Standing.objects.get(account=cast.guarantors[2])
    newcomer = Account.objects.create_account("Newcomer", PASSPHRASE)
    found = []
    leaving.delete()
    found.append((clearance_of(workshop).unsigned, opened(cast, workshop)))
    page = cast.client(cast.convener).get(place)
    grant(newcomer, cast.programme.compartment, Role.GUARANTOR, side=2)
    sign(cast, workshop, newcomer)
    found.append((clearance_of(workshop).unsigned, opened(cast, workshop)))
    assert found == [((2,), "convene.harm_unsigned"), ((), "open")]
    voices = {side: signed for side, _community, signed in page.context["voices"]}
    assert voices == {None: True, 1: True, 2: False}


def test_whoever_changes_sides_signs_anew_and_whoever_may_not_enter_has_not_signed(
    cast: Cast, workshop: Workshop
) -> None:
    clear_to_open(workshop)
    place, moved = reverse("prepare:harm", args=[cast.programme.key, workshop.number]), cast.guarantors[2]
    Standing.objects.filter(account=moved).update(side=1)
    Account.objects.filter(pk=cast.guarantors[1].pk).update(is_active=False)
    before = clearance_of(workshop).unsigned
    page = cast.client(moved).get(place).content.decode()
    sign(cast, workshop, moved)
    assert (before, clearance_of(workshop).unsigned, "I sign every line" in page) == ((1, 2), (2,), True)


def test_a_session_that_is_open_goes_on_when_a_signer_has_left(cast: Cast, workshop: Workshop) -> None:
    clear_to_open(workshop)
    first = opened(cast, workshop)
    Standing.objects.filter(account=cast.guarantors[2]).delete()
    assert (first, workshop.sessions.get(closed_at=None).closed_at) == ("open", None)


def test_signatures_under_an_older_list_do_not_count(cast: Cast, workshop: Workshop) -> None:
    clear_to_open(workshop)
    workshop.harm_signatures.filter(side=None).update(version="2025-01-01")
    assert clearance_of(workshop).unsigned == (None,)
    sign(cast, workshop, cast.convener)
    assert clearance_of(workshop).is_clear


def test_a_new_event_outside_takes_the_go_and_with_it_the_key(cast: Cast, workshop: Workshop) -> None:
    clear_to_open(workshop)
    going.ask_go(workshop, by=cast.by(cast.convener, "plan.change"), now=timezone.now())
    assert opened(cast, workshop) == "convene.no_go"


def test_the_record_holds_side_and_digest_and_nobody(cast: Cast, workshop: Workshop) -> None:
    sign(cast, workshop, cast.guarantors[1])
    leaf = Entry.objects.get(deed="prepare.harm_signed").leaf
    assert ('"side":1' in leaf, "Guarantor" in leaf) == (True, False)


def test_host_and_guarantors_sign_on_the_page_and_facilitators_read_it(cast: Cast, workshop: Workshop) -> None:
    place = reverse("prepare:harm", args=[cast.programme.key, workshop.number])
    guarantor = cast.client(cast.guarantors[1])
    short = guarantor.post(place, dict.fromkeys(EVERY_LINE[1:], "on"))
    kept = guarantor.post(place, dict.fromkeys(EVERY_LINE, "on"))
    page = cast.client(cast.facilitator).get(place).content.decode()
    back = guarantor.post(place, {"deed": "take_back"})
    assert [one.status_code for one in (short, kept, back)] == [422, 302, 302]
    assert ("Not yet" in page, "I sign every line" in page) == (True, False)
    assert clearance_of(workshop).signed == ()


def test_the_page_that_opens_sessions_says_what_is_missing(cast: Cast, workshop: Workshop) -> None:
    page = cast.client(cast.facilitator).get(reverse("convene:open", args=[cast.programme.key])).content.decode()
    assert ("3 signatures are missing" in page, "The go of step 2 does not stand" in page) == (True, True)


def test_whoever_has_to_sign_finds_it_at_home(cast: Cast, workshop: Workshop) -> None:
    sign(cast, workshop, cast.guarantors[1])
    now = timezone.now()
    asked = [
        any("does no harm" in one.what for one in waiting(walker_for(cast.programme, account, now)))
        for account in (cast.convener, cast.guarantors[1], cast.guarantors[2], cast.facilitator)
    ]
    assert asked == [True, False, True, False]


def test_nothing_is_signed_for_a_workshop_that_is_over(cast: Cast, workshop: Workshop) -> None:
    past = a_workshop(cast, timezone.localdate() - timedelta(days=90), number=2)
    with pytest.raises(Refusal, match=r"prepare\.workshop_over"):
        sign(cast, past, cast.convener)
    assert (GoCheck.objects.count(), GoWord.objects.count()) == (0, 0)
