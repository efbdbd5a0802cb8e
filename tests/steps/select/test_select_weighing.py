"""What a quota costs, ideas of fairness side by side, and a cohort that somebody chose."""

from __future__ import annotations

from fractions import Fraction

import pytest

from tests.cast import NOW, Cast
from tests.steps.select.given import coming_workshop, compute, gather, keep, nominees, ranges, speaking, url
from tests.vault_place import deeds
from tracktwo.methods.lottery import find_lottery
from tracktwo.steps.measure.convert.path_parts import _cohort_row
from tracktwo.steps.select import actions
from tracktwo.steps.select.convert import question_of
from tracktwo.steps.select.models import Cohort, Pool, Seat

pytestmark = [pytest.mark.usefixtures("vault"), pytest.mark.django_db]
GOOD = ["Wader 1 1", "Wader 1 2", "Wader 2 1", "Wader 2 2"]


@pytest.fixture
def pool(cast: Cast) -> Pool:
    nominees(cast)
    return gather(cast, coming_workshop(cast), 4)


def set_quotas(cast: Cast, pool: Pool, **changed: tuple[int, int]) -> None:
    actions.set_quotas(pool, ranges(pool, **changed), by=cast.by(cast.convener, "select.change"), now=NOW)


def weighed(cast: Cast, pool: Pool) -> str:
    client = cast.client(cast.convener)
    assert client.post(url(cast, "weigh", pool.pk)).status_code == 302
    return client.get(url(cast, "weigh", pool.pk)).content.decode()


def test_a_price_is_the_difference_between_two_full_computations(cast: Cast, pool: Pool) -> None:
    set_quotas(cast, pool, gender__woman=(2, 4))
    weighed(cast, pool)
    result = pool.weighings.get().result
    (price,) = [
        one for one in result["prices"] if (one["feature"], one["value"], one["side"]) == ("gender", "woman", "min")
    ]
    now = find_lottery(question_of(pool)).minimum
    looser = find_lottery(question_of(pool, ranges(pool, gender__woman=(1, 4)))).minimum
    assert (Fraction(price["before"]), Fraction(price["after"]), looser > now) == (now, looser, True)


def test_a_price_is_said_in_words(cast: Cast, pool: Pool) -> None:
    set_quotas(cast, pool, gender__woman=(2, 4))
    page = weighed(cast, pool)
    assert "“Gender: woman”: at least 2 instead of 1 lowers the least chance from" in page


def test_the_page_says_so_in_russian(cast: Cast, pool: Pool) -> None:
    set_quotas(cast, pool, gender__woman=(2, 4))
    weighed(cast, pool)
    page = speaking(cast.client(cast.convener), "ru").get(url(cast, "weigh", pool.pk)).content.decode()
    assert ("Пол: женщина" in page, "lowers" in page) == (True, False)


def test_three_ideas_of_fairness_stand_side_by_side_as_computed(cast: Cast, pool: Pool) -> None:
    weighed(cast, pool)
    told = {one["objective"]: one["least"] for one in pool.weighings.get().result["objectives"]}
    question = question_of(pool)
    exact = {one: str(find_lottery(question, one).minimum) for one in ("maximin", "leximin")}
    assert ({one: told[one] for one in exact}, set(told)) == (exact, {"maximin", "leximin", "nash"})


def test_rules_changed_since_are_said_to_be_of_the_past(cast: Cast, pool: Pool) -> None:
    weighed(cast, pool)
    set_quotas(cast, pool, gender__woman=(1, 4))
    page = cast.client(cast.convener).get(url(cast, "weigh", pool.pk)).content.decode()
    assert "were changed after this was weighed" in page


def test_rules_that_no_cohort_keeps_are_refused_as_the_lottery_refuses_them(cast: Cast, pool: Pool) -> None:
    set_quotas(cast, pool, gender__woman=(4, 4))
    assert "but the pool has 2" in weighed(cast, pool)


def test_the_explanation_of_a_cohort_holds_the_prices_of_its_own_rules_only(cast: Cast, pool: Pool) -> None:
    cohort = compute(pool)
    weighed(cast, pool)
    client = cast.client(cast.convener)
    with_prices = "What each quota costs" in client.get(url(cast, "cohort", cohort.pk)).content.decode()
    set_quotas(cast, pool, gender__woman=(1, 4))
    later = compute(pool)
    without = "What each quota costs" in client.get(url(cast, "cohort", later.pk)).content.decode()
    assert (with_prices, without) == (True, False)


def ticks(cast: Cast, pool: Pool, *seats: str) -> str:
    answer = cast.client(cast.convener).get(url(cast, "by_hand", pool.pk), {"seat": seats}, headers={"X-Asks": "1"})
    assert answer.status_code == 200
    return answer.content.decode()


def test_ticking_says_what_is_unmet_and_who_can_still_be_added(cast: Cast, pool: Pool) -> None:
    page = ticks(cast, pool, "Wader 1 1", "Wader 1 2")
    assert ("2 of 4 seats" in page, "It can still become a cohort" in page) == (True, True)
    assert ("Wader 1 3" in page, "Wader 2 3" in page) == (False, True)


def test_ticking_too_many_of_one_side_cannot_be_completed(cast: Cast, pool: Pool) -> None:
    page = ticks(cast, pool, "Wader 1 1", "Wader 1 2", "Wader 1 3")
    assert ("holds all of these people" in page, "at most 2. Remove one" in page) == (True, True)


def test_a_valid_cohort_by_hand_is_recorded_as_that_and_never_called_a_draw(cast: Cast, pool: Pool) -> None:
    client = cast.client(cast.convener)
    assert "Every rule is met" in ticks(cast, pool, *GOOD)
    assert client.post(url(cast, "by_hand", pool.pk), {"seat": GOOD}).status_code == 302
    cohort = Cohort.objects.get()
    page = client.get(url(cast, "cohort", cohort.pk)).content.decode()
    assert (deeds(cast.programme.compartment.book)[-1], "chosen by hand" in page) == ("select.cohort_by_hand", True)
    assert [
        said for said in ("Who was drawn", "Nobody picked anybody", "proven", "A number picked") if said in page
    ] == []


def test_a_cohort_by_hand_is_seated_and_the_report_says_how(cast: Cast, pool: Pool) -> None:
    by = cast.by(cast.convener, "select.change")
    keep(cast, actions.choose_by_hand(pool, GOOD, by=by, now=NOW))
    assert sorted(Seat.objects.values_list("account__alias", flat=True)) == GOOD
    row = _cohort_row(pool.workshop)
    assert row is not None and "chosen by hand" in str(row[2])
    page = cast.client(cast.participants[1][0]).get(url(cast, "about")).content.decode()
    assert "your chance was" not in page


@pytest.mark.parametrize(
    ("seats", "said"),
    [
        ([], "0 of 4 seats"),
        (GOOD[:3], "3 of 4 seats"),
        ([*GOOD, "Wader 2 3"], "5 of 4 seats"),
        (["Nobody"], "Not done"),
    ],
)
def test_a_cohort_that_breaks_a_rule_is_refused_with_every_rule(
    cast: Cast, pool: Pool, seats: list[str], said: str
) -> None:
    answer = cast.client(cast.convener).post(url(cast, "by_hand", pool.pk), {"seat": seats})
    assert (answer.status_code, said in answer.content.decode(), Cohort.objects.count()) == (422, True, 0)


def test_rules_changed_after_choosing_make_the_choice_stale(cast: Cast, pool: Pool) -> None:
    by = cast.by(cast.convener, "select.change")
    chosen = actions.choose_by_hand(pool, GOOD, by=by, now=NOW)
    actions.tie(pool, "apart", GOOD[:2], by=by, now=NOW)
    answer = cast.client(cast.convener).post(url(cast, "cohort", chosen.pk))
    assert (answer.status_code, Seat.objects.count()) == (422, 0)
