"""Rules beside the quotas bind the lottery, and the pool page says what they would do before anything is set."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest
from django.test import Client
from django.utils.translation import override

from tests.cast import NOW, Cast
from tests.steps.select.given import (
    coming_workshop,
    compute,
    gather,
    keep,
    nominees,
    practice_pool,
    ranges,
    speaking,
    url,
)
from tests.vault_place import deeds
from tracktwo.methods.lottery import find_lottery
from tracktwo.methods.record import Refusal
from tracktwo.steps.plan.models import Workshop
from tracktwo.steps.select import actions
from tracktwo.steps.select.convert import odds, question_of, what_if
from tracktwo.steps.select.models import Pool, Tie

pytestmark = [pytest.mark.usefixtures("vault"), pytest.mark.django_db]
APART = ["Wader 1 1", "Wader 2 1"]


@pytest.fixture
def workshop(cast: Cast) -> Workshop:
    return coming_workshop(cast)


@pytest.fixture
def pool(cast: Cast, workshop: Workshop) -> Pool:
    nominees(cast)
    return gather(cast, workshop, 4)


def tie(cast: Cast, pool: Pool, *labels: str, kind: str = Tie.Kind.APART) -> Tie:
    return actions.tie(pool, kind, labels, by=cast.by(cast.convener, "select.change"), now=NOW)


def typed(pool: Pool, **changed: int) -> dict[str, Any]:
    """The quotas of the page as they stand, some of them typed over: ``least__gender__woman=3``."""
    stand = {
        f"{end}.{one.feature}.{one.value}": getattr(one, end) for one in pool.quotas.all() for end in ("least", "most")
    }
    return stand | {name.replace("__", "."): value for name, value in changed.items()}


def asks(client: Client, cast: Cast, pool: Pool, **changed: int) -> str:
    answer = client.get(url(cast, "pool", pool.pk), typed(pool, **changed), headers={"X-Asks": "1"})
    assert answer.status_code == 200
    return answer.content.decode()


def test_two_kept_apart_are_never_drawn_together(cast: Cast, pool: Pool) -> None:
    tie(cast, pool, *APART)
    lottery = find_lottery(question_of(pool), "leximin")
    assert [cohort for cohort in lottery.cohorts if set(APART) <= set(cohort)] == []


def test_of_an_institution_at_most_one_sits_however_many_are_in_the_pool(cast: Cast, pool: Pool) -> None:
    three = ["Wader 1 1", "Wader 1 2", "Wader 2 3"]
    tie(cast, pool, *three, kind=Tie.Kind.INSTITUTION)
    lottery = find_lottery(question_of(pool))
    assert {len(set(cohort) & set(three)) for cohort in lottery.cohorts} == {1}


def test_a_crossing_binds_people_with_both_values_and_leaves_the_rest_free(cast: Cast, pool: Pool) -> None:
    by = cast.by(cast.convener, "select.change")
    made = actions.cross(pool, ("gender", "woman"), ("community", "1"), 0, 0, by=by, now=NOW)
    women = {
        one.label
        for one in pool.members.all()
        if (one.attributes["gender"], one.attributes["community"]) == ("woman", "1")
    }
    lottery = find_lottery(question_of(pool))
    assert (made.feature, made.value) == ("community × gender", "1 × woman")
    assert (len(women), set(lottery.unselectable)) == (1, women)


def test_a_household_of_a_practice_file_is_held_to_one_seat(cast: Cast, workshop: Workshop) -> None:
    rows = "id,community,flat\n" + "".join(
        f"{side}{n},{side},{n if n < 3 else ''}\n" for side in "AB" for n in range(5)
    )
    pool = practice_pool(cast, workshop, pool=rows, household="Flat")
    together = [
        cohort for cohort in find_lottery(question_of(pool)).cohorts for n in "012" if {f"A{n}", f"B{n}"} <= set(cohort)
    ]
    assert together == []


def test_a_rule_added_after_computing_makes_the_cohort_stale(cast: Cast, pool: Pool) -> None:
    cohort = compute(pool)
    tie(cast, pool, *APART)
    with pytest.raises(Refusal, match=r"select\.quotas_changed"):
        keep(cast, cohort)


def test_a_pool_made_again_keeps_its_rules(cast: Cast, workshop: Workshop, pool: Pool) -> None:
    tie(cast, pool, *APART)
    actions.set_quotas(pool, ranges(pool, gender__woman=(1, 2)), by=cast.by(cast.convener, "select.change"), now=NOW)
    again = gather(cast, workshop, 4)
    (kept,) = again.ties.all()
    quota = again.quotas.get(feature="gender", value="woman")
    assert sorted(kept.members.values_list("label", flat=True)) == APART
    assert (quota.least, quota.most, again.pk != pool.pk) == (1, 2, True)


@pytest.mark.parametrize(
    ("sent", "said"),
    [
        ({"deed": "tie", "kind": "apart", "members": ["Wader 1 1"]}, "two or more people"),
        ({"deed": "tie", "kind": "apart", "members": ["Wader 1 1", "Nobody"]}, "Nobody is not one of"),
        ({"deed": "tie", "kind": "rivals", "members": APART}, "rivals is not one of"),
        ({"deed": "untie", "number": 999_999}, "no longer in the pool"),
        ({"deed": "uncross", "number": "x"}, "Rules beside the quotas"),
        ({"deed": "burn"}, "Rules beside the quotas"),
    ],
)
def test_a_bad_rule_is_refused_in_words_and_changes_nothing(
    cast: Cast, pool: Pool, sent: dict[str, Any], said: str
) -> None:
    answer = cast.client(cast.convener).post(url(cast, "rules", pool.pk), sent)
    assert (answer.status_code, said in answer.content.decode(), pool.ties.count()) == (422, True, 0)


def test_a_crossing_of_one_thing_with_itself_or_the_wrong_way_round_is_refused(cast: Cast, pool: Pool) -> None:
    key = {(one.feature, one.value): one.pk for one in pool.quotas.all()}
    woman, man, first = key["gender", "woman"], key["gender", "man"], key["community", "1"]
    client, before = cast.client(cast.convener), pool.quotas.count()
    for sent, said in (
        ({"first": woman, "second": man, "least": 0, "most": 1}, "nobody is two of it"),
        ({"first": woman, "second": first, "least": 3, "most": 1}, "At least 3 is more than at most 1"),
        ({"first": woman, "second": first, "least": -1, "most": 1}, "greater than or equal to 0"),
    ):
        answer = client.post(url(cast, "rules", pool.pk), {"deed": "cross", **sent})
        assert (answer.status_code, said in answer.content.decode()) == (422, True)
    assert pool.quotas.count() == before


def test_rules_are_set_and_dropped_on_the_page_and_the_record_counts_them(cast: Cast, pool: Pool) -> None:
    client = cast.client(cast.convener)
    client.post(url(cast, "rules", pool.pk), {"deed": "tie", "kind": "apart", "members": APART})
    page = client.get(url(cast, "pool", pool.pk)).content.decode()
    client.post(url(cast, "rules", pool.pk), {"deed": "untie", "number": pool.ties.get().pk})
    assert ("may not sit together" in page, pool.ties.count()) == (True, 0)
    assert deeds(cast.programme.compartment.book)[-2:] == ["select.rules_set"] * 2


def test_what_is_typed_is_answered_and_not_kept(cast: Cast, pool: Pool) -> None:
    client = cast.client(cast.convener)
    stands = asks(client, cast, pool)
    tight = asks(client, cast, pool, least__gender__woman=4, most__gender__woman=4)
    assert ("<strong>2 in 3</strong>" in stands, "but the pool has 2" in tight) == (True, True)
    assert pool.quotas.get(feature="gender", value="woman").least == 0


def test_the_quick_answer_is_the_one_of_the_full_computation(cast: Cast, pool: Pool) -> None:
    tie(cast, pool, *APART)
    for changed in ({}, {("gender", "woman"): (1, 1)}, {("sector", "academia"): (2, 3)}):
        stand = {(one.feature, one.value): (one.least, one.most) for one in pool.quotas.all()}
        quick = what_if(pool, {}, changed)
        actions.set_quotas(pool, stand | changed, by=cast.by(cast.convener, "select.change"), now=NOW)
        cohort = compute(pool)
        assert (str(quick.least), sorted(quick.lottery.unselectable)) == (
            cohort.result["exact"],
            sorted(cohort.result["unselectable"]),
        )
        actions.set_quotas(pool, stand, by=cast.by(cast.convener, "select.change"), now=NOW)


def test_whom_no_cohort_can_contain_is_named_before_the_draw_with_what_would_let_them_in(
    cast: Cast, pool: Pool
) -> None:
    page = asks(cast.client(cast.convener), cast, pool, least__gender__other=0, most__gender__other=0)
    barred = sorted(one.label for one in pool.members.all() if one.attributes["gender"] == "other")
    told = [label in page for label in barred]
    assert (told, "One change is enough: Gender: other, or not said: 0–0 becomes 0–1" in page) == ([True] * 2, True)


def test_a_guarantor_reads_of_the_barred_the_own_community_only(cast: Cast, pool: Pool) -> None:
    page = asks(cast.client(cast.guarantors[1]), cast, pool, least__gender__other=0, most__gender__other=0)
    theirs = [label for label in ("Wader 2 1", "Wader 2 2", "Wader 2 3") if label in page]
    assert (theirs, "Wader 1 3" in page) == ([], True)


def test_a_guarantor_does_not_see_whom_a_tie_of_the_other_side_holds(cast: Cast, pool: Pool) -> None:
    tie(cast, pool, *APART)
    page = cast.client(cast.guarantors[1]).get(url(cast, "pool", pool.pk)).content.decode()
    assert ("Wader 2" in page, "1 tie with people whom you do not see" in page) == (False, True)


def test_numbers_that_are_no_quotas_are_answered_in_words(cast: Cast, pool: Pool) -> None:
    client = cast.client(cast.convener)
    for trouble in ("", "-1", "NaN", "1e9", "٣٣٣٣٣٣٣٣"):
        answer = client.get(
            url(cast, "pool", pool.pk), typed(pool) | {"least.gender.woman": trouble}, headers={"X-Asks": "1"}
        )
        assert (answer.status_code, "These numbers are no quotas" in answer.content.decode()) == (200, True), trouble
    reversed_ = asks(client, cast, pool, least__gender__woman=3, most__gender__woman=2)
    assert "No cohort keeps all of this" in reversed_


def test_without_a_script_the_button_only_looks(cast: Cast, pool: Pool) -> None:
    sent = typed(pool, least__gender__woman=1) | {"look": "1"}
    answer = cast.client(cast.convener).post(url(cast, "pool", pool.pk), sent)
    assert (answer.status_code, "Nothing has been changed yet" in answer.content.decode()) == (200, True)
    assert pool.quotas.get(feature="gender", value="woman").least == 0


def test_a_pool_too_large_for_typing_says_so(cast: Cast, workshop: Workshop) -> None:
    rows = "id,community\n" + "".join(f"p{place},{'AB'[place % 2]}\n" for place in range(121))
    pool = practice_pool(cast, workshop, pool=rows)
    assert "Too many people to answer at once" in asks(cast.client(cast.convener), cast, pool)


def test_the_answer_speaks_ukrainian(cast: Cast, pool: Pool) -> None:
    assert "<strong>2 з 3</strong>" in asks(speaking(cast.client(cast.convener), "uk"), cast, pool)


@pytest.mark.parametrize(
    ("chance", "said"), [(Fraction(3, 28), "3 in 28"), (Fraction(0), "none"), (Fraction(1), "certain")]
)
def test_a_chance_is_said_as_people_say_it(chance: Fraction, said: str) -> None:
    with override("en"):
        assert odds(chance) == said
