"""Quotas bind the lottery, the lottery draws, and only what was computed from them as they stand is kept."""

from __future__ import annotations

from datetime import timedelta
from fractions import Fraction

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from tests.cast import NOW, Cast, person
from tests.steps.select.given import (
    NUMBER,
    QUOTAS,
    coming_workshop,
    compute,
    compute_on_page,
    gather,
    keep,
    nominate,
    nominees,
    practice_pool,
    ranges,
    say_yes,
    speaking,
    upload,
    url,
)
from tests.steps.workshops import a_workshop
from tests.vault_place import deeds
from tracktwo.foundation.jobs.queries import latest
from tracktwo.foundation.ledger.models import Entry
from tracktwo.foundation.people.actions import grant
from tracktwo.foundation.people.models import Role
from tracktwo.methods.record import Refusal
from tracktwo.steps.plan.models import Workshop
from tracktwo.steps.select import actions
from tracktwo.steps.select.models import Cohort, Nomination, Pool, Seat

pytestmark = [pytest.mark.usefixtures("vault"), pytest.mark.django_db]


@pytest.fixture
def workshop(cast: Cast) -> Workshop:
    return coming_workshop(cast)


@pytest.fixture
def pool(cast: Cast, workshop: Workshop) -> Pool:
    nominees(cast)
    return gather(cast, workshop, 4)


def set_quotas(cast: Cast, pool: Pool, **changed: tuple[int, int]) -> None:
    by = cast.by(cast.convener, "select.change")
    actions.set_quotas(pool, ranges(pool, **changed), by=by, now=NOW)


def test_a_pool_begins_with_equal_shares_and_everything_else_open(pool: Pool) -> None:
    asking = [
        (one.feature, one.value, one.least, one.most) for one in pool.quotas.all() if (one.least, one.most) != (0, 4)
    ]
    assert asking == [("community", "1", 2, 2), ("community", "2", 2, 2)]


def test_three_communities_share_seven_seats_two_or_three_each(three_communities: Cast) -> None:
    cast = three_communities
    nominees(cast)
    pool = gather(cast, coming_workshop(cast), 7)
    shares = pool.quotas.filter(feature="community").values_list("value", "least", "most")
    cohort = compute(pool)
    keep(cast, cohort)
    sides = sorted(Seat.objects.filter(community__number=side).count() for side in (1, 2, 3))
    assert (list(shares), sides) == ([("1", 2, 3), ("2", 2, 3), ("3", 2, 3)], [2, 2, 3])


def test_the_page_explains_three_communities_with_a_colour_and_a_weave_each(three_communities: Cast) -> None:
    cast = three_communities
    nominees(cast)
    cohort = compute(gather(cast, coming_workshop(cast), 6))
    page = cast.client(cast.convener).get(url(cast, "cohort", cohort.pk)).content.decode()
    assert [f'data-side="{side}"' in page for side in (1, 2, 3)] == [True] * 3


def test_fewer_people_than_seats_make_no_pool(cast: Cast, workshop: Workshop) -> None:
    nominees(cast)
    answer = cast.client(cast.convener).post(url(cast, "gather"), {"seats": 7})
    assert (answer.status_code, "Only 6 have consented" in answer.content.decode()) == (422, True)
    assert Pool.objects.count() == 0


def test_only_those_who_said_yes_are_in_the_pool(cast: Cast, workshop: Workshop) -> None:
    nominees(cast)
    nominate(cast, cast.nominees[1], 1)
    assert sorted(gather(cast, workshop, 4).members.values_list("label", flat=True)) == sorted(
        account.alias for accounts in cast.participants.values() for account in accounts
    )


def test_the_same_pool_and_number_give_the_same_cohort_and_the_same_bytes(pool: Pool) -> None:
    first, again = compute(pool), compute(pool)
    assert (first.proof, first.result["cohort"]) == (again.proof, again.result["cohort"])
    assert first.result["exact"] == "2/3"


def test_a_number_of_the_guarantors_is_not_called_ours(cast: Cast, pool: Pool) -> None:
    said = "was made by this house"
    pages = [
        cast.client(cast.convener).get(url(cast, "cohort", compute(pool, number=number).pk)).content.decode()
        for number in (NUMBER, "")
    ]
    assert [said in page for page in pages] == [False, True]


def test_a_number_that_is_none_is_refused_beside_the_field(cast: Cast, pool: Pool) -> None:
    for number in ("0x12", "abc", "12 34", "00" * 7):
        answer = cast.client(cast.convener).post(
            url(cast, "compute", pool.pk), {"objective": "maximin", "number": number}
        )
        assert (answer.status_code, "at least 16" in answer.content.decode()) == (422, True)
    assert Cohort.objects.count() == 0


def test_keeping_seats_everybody_drawn_and_is_recorded(cast: Cast, pool: Pool) -> None:
    cohort = compute(pool)
    answer = cast.client(cast.convener).post(url(cast, "cohort", cohort.pk))
    assert answer.status_code == 302
    assert sorted(Seat.objects.values_list("account__alias", flat=True)) == sorted(cohort.result["cohort"])
    assert deeds(cast.programme.compartment.book)[-2:] == ["select.cohort_computed", "select.cohort_kept"]


def test_whoever_is_seated_becomes_a_participant(cast: Cast, workshop: Workshop) -> None:
    newcomer = person("Bluethroat")
    grant(newcomer, cast.programme.compartment, Role.NOMINEE, 1)
    nominees(cast)
    say_yes(cast, nominate(cast, newcomer, 1))
    keep(cast, compute(gather(cast, workshop, 7)))
    held = newcomer.standings.filter(compartment=cast.programme.compartment).values_list("role", flat=True)
    assert sorted(held) == ["nominee", "participant"]


def test_a_cohort_is_kept_once(cast: Cast, pool: Pool) -> None:
    cohort = compute(pool)
    keep(cast, cohort)
    with pytest.raises(Refusal, match=r"select\.filled_already"):
        keep(cast, cohort)
    assert Seat.objects.count() == 4


def test_quotas_changed_after_computing_make_the_cohort_stale(cast: Cast, pool: Pool) -> None:
    cohort = compute(pool)
    set_quotas(cast, pool, gender__woman=(1, 4))
    with pytest.raises(Refusal, match=r"select\.quotas_changed"):
        keep(cast, cohort)
    assert Seat.objects.count() == 0


def test_only_the_newest_computed_cohort_of_the_newest_pool_is_kept(cast: Cast, workshop: Workshop, pool: Pool) -> None:
    older, newer = compute(pool), compute(pool, number="ff" * 8)
    with pytest.raises(Refusal, match=r"select\.newer_cohort"):
        keep(cast, older)
    gather(cast, workshop, 4)
    with pytest.raises(Refusal, match=r"select\.newer_pool"):
        keep(cast, newer)


def test_a_cohort_that_could_not_be_computed_does_not_stand_in_the_way(cast: Cast, pool: Pool) -> None:
    cohort = compute(pool)
    set_quotas(cast, pool, gender__woman=(4, 4))
    assert compute(pool).computed_at is None
    set_quotas(cast, pool, gender__woman=(0, 4))
    assert len(keep(cast, cohort)) == 4


def test_a_practice_pool_seats_nobody(cast: Cast, workshop: Workshop) -> None:
    cohort = compute_on_page(cast, practice_pool(cast, workshop))
    answer = cast.client(cast.convener).post(url(cast, "cohort", cohort.pk))
    assert (answer.status_code, "nobody to seat" in answer.content.decode()) == (422, True)
    assert Seat.objects.count() == 0


def test_a_quota_the_wrong_way_round_changes_none(cast: Cast, pool: Pool) -> None:
    client = cast.client(cast.convener)
    typed = {
        f"{end}.{one.feature}.{one.value}": getattr(one, end) for one in pool.quotas.all() for end in ("least", "most")
    }
    answer = client.post(url(cast, "pool", pool.pk), typed | {"least.community.1": 1, "least.gender.woman": 5})
    page = answer.content.decode()
    assert (answer.status_code, "at least 5 is more than at most 4" in page, 'value="5"' in page) == (422, True, True)
    assert pool.quotas.get(feature="community", value="1").least == 2


def test_the_database_itself_refuses_a_quota_the_wrong_way_round(pool: Pool) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        pool.quotas.filter(feature="gender", value="woman").update(least=3, most=2)


def test_quotas_that_cannot_hold_are_named_with_the_smallest_change(cast: Cast, pool: Pool) -> None:
    set_quotas(cast, pool, gender__woman=(4, 4))
    cohort = compute_on_page(cast, pool)
    page = cast.client(cast.convener).get(url(cast, "cohort", cohort.pk)).content.decode()
    refused = latest("select.compute_cohort", cohort.pk).refusal
    codes = [refusal.code for refusal in refused.each]
    assert codes[0] == "lottery.too_few_people"
    assert ("at least 4 with Gender = woman, but the pool has 2" in page, cohort.computed_at) == (True, None)


def test_a_refused_computation_speaks_the_language_of_its_reader(cast: Cast, pool: Pool) -> None:
    set_quotas(cast, pool, gender__woman=(4, 4))
    cohort = compute_on_page(cast, pool)
    page = speaking(cast.client(cast.convener), "uk").get(url(cast, "cohort", cohort.pk)).content.decode()
    assert ("Стать = жінка" in page, "gender" in page) == (True, False)


def test_quotas_that_conflict_only_together_are_all_named(cast: Cast, workshop: Workshop) -> None:
    pool = "id,side,trade\n" + "".join(f"a{n},A,law\n" for n in range(4)) + "".join(f"b{n},B,art\n" for n in range(4))
    quotas = "feature,value,min,max\nside,A,2,2\nside,B,2,2\ntrade,law,3,4\ntrade,art,0,4\n"
    kept = practice_pool(cast, workshop, pool=pool, quotas=quotas)
    cohort = compute_on_page(cast, kept)
    page = cast.client(cast.convener).get(url(cast, "cohort", cohort.pk)).content.decode()
    first = latest("select.compute_cohort", cohort.pk).refusal.each[0]
    assert first.code == "lottery.quotas_conflict"
    assert [feature in str(first.params["quotas"]) for feature in ("side", "trade")] == [True, True]
    assert "These quotas cannot hold together" in page


def test_a_closed_workshop_takes_no_pool(cast: Cast, workshop: Workshop) -> None:
    nominees(cast)
    workshop.closed_at = NOW
    workshop.save()
    with pytest.raises(Refusal, match=r"select\.filled_already"):
        gather(cast, workshop, 4)


def test_the_own_chance_is_told_to_the_person_alone(cast: Cast, pool: Pool) -> None:
    keep(cast, compute(pool))
    said = "your chance was 66.7 % (exactly 2/3)"
    alone = cast.client(cast.participants[1][0]).get(url(cast, "about")).content.decode()
    cohort = Cohort.objects.get()
    others = [
        cast.client(who).get(page).content.decode()
        for who in (cast.convener, cast.facilitator, cast.assessor, cast.guarantors[1])
        for page in (url(cast, "about"), url(cast, "cohort", cohort.pk))
    ]
    assert (said in alone, [page for page in others if "your chance" in page]) == (True, [])
    assert cast.client(cast.participants[1][0]).get(url(cast, "cohort", cohort.pk)).status_code == 404


def test_a_guarantor_reads_the_aliases_of_the_own_community_only(cast: Cast, pool: Pool) -> None:
    cohort = compute(pool)
    page = cast.client(cast.guarantors[1]).get(url(cast, "cohort", cohort.pk)).content.decode()
    assert ("and 2 of other communities" in page, "Wader 1" in page, "Wader 2" in page) == (True, True, False)


def test_a_facilitator_may_look_at_the_explanation_and_not_keep_it(cast: Cast, pool: Pool) -> None:
    cohort = compute(pool)
    client = cast.client(cast.facilitator)
    assert client.get(url(cast, "cohort", cohort.pk)).status_code == 200
    assert client.post(url(cast, "cohort", cohort.pk)).status_code == 404
    assert client.get(url(cast, "proof", cohort.pk)).status_code == 404


def test_the_proof_is_a_file_whose_digest_the_record_holds(cast: Cast, pool: Pool) -> None:
    cohort = compute(pool)
    answer = cast.client(cast.convener).get(url(cast, "proof", cohort.pk))
    leaf = Entry.objects.filter(deed="select.cohort_computed").latest("seq").leaf
    assert (answer["Content-Type"], answer.content.decode()) == ("application/json", cohort.proof)
    assert cohort.digest in leaf


def test_the_record_says_how_many_and_never_who(cast: Cast, pool: Pool) -> None:
    keep(cast, compute(pool))
    leaves = " ".join(Entry.objects.values_list("leaf", flat=True))
    assert [account.alias for side in cast.participants.values() for account in side if account.alias in leaves] == []


def test_another_programme_sees_neither_pool_nor_cohort(cast: Cast, pool: Pool) -> None:
    cohort = compute(pool)
    client = cast.client(cast.other_convener)
    for name, key in (("pool", pool.pk), ("cohort", cohort.pk), ("proof", cohort.pk)):
        address = url(cast, name, key).replace(cast.programme.key, cast.other_programme.key)
        assert client.get(address).status_code == 404


def test_the_chances_add_up_to_the_seats(pool: Pool) -> None:
    chances = [Fraction(chance) for chance in compute(pool, "leximin").result["chances"].values()]
    assert sum(chances) == 4


def test_taking_part_again_is_seen_by_the_quotas(cast: Cast, pool: Pool) -> None:
    keep(cast, compute(pool))
    seated = set(Seat.objects.values_list("account__alias", flat=True))
    Workshop.objects.filter(pk=pool.workshop_id).update(closed_at=NOW)
    later = gather(cast, next_one(cast), 4)
    returning = {one.label for one in later.members.all() if one.attributes["returning"] == "yes"}
    assert (returning, Nomination.objects.count()) == (seated, 6)


def next_one(cast: Cast) -> Workshop:
    return a_workshop(cast, timezone.localdate() + timedelta(days=300), number=2)


def test_a_practice_pool_of_a_page_is_not_endless(cast: Cast, workshop: Workshop) -> None:
    rows = "id,community\n" + "".join(f"p{place},{'AB'[place % 2]}\n" for place in range(5001))
    answer = upload(cast.client(cast.convener), cast, pool=rows, quotas=QUOTAS)
    assert (answer.status_code, "a page takes up to 5000" in answer.content.decode()) == (422, True)


def test_whoever_computes_again_until_it_pleases_is_seen_to(cast: Cast, pool: Pool) -> None:
    first = compute(pool)
    client = cast.client(cast.guarantors[1])
    once = client.get(url(cast, "cohort", first.pk)).context["times"]
    again = compute(pool, number="ff" * 16)
    page = client.get(url(cast, "cohort", again.pk))
    assert (once, page.context["times"], "2 times" in page.content.decode()) == (1, 2, True)
