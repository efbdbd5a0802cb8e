"""A round of assessment by its own deeds: thresholds first, blind sheets, ties, discussion, objections, results."""

from __future__ import annotations

from datetime import timedelta
from fractions import Fraction
from pathlib import Path

import pytest
from django.utils import timezone

from tests.cast import NOW, Cast, person
from tests.steps.select.given import NUMBER, coming_workshop, gather, nominees, url
from tests.vault_place import deeds, two_officers
from tracktwo.data.vignettes import VIGNETTES
from tracktwo.foundation.people.actions import grant
from tracktwo.foundation.people.models import Account, Role
from tracktwo.foundation.people.policies import role_of
from tracktwo.foundation.vault.actions import shred, unseal
from tracktwo.foundation.vault.models import Note
from tracktwo.foundation.vault.notes import destroy_notes, read_notes
from tracktwo.methods.criteria import CRITERIA, Thresholds
from tracktwo.methods.record import Refusal
from tracktwo.steps.select import actions
from tracktwo.steps.select.models import Assessment, Assignment, Nomination, Pool, Practice, Round
from tracktwo.steps.select.queries import access_known, suitability_of

pytestmark = pytest.mark.django_db
TWO_EACH = Thresholds(dict.fromkeys(CRITERIA, Fraction(2)), Fraction(5, 2))
SEEN = dict.fromkeys(CRITERIA, "Read two of their articles and one interview.")
WORDS = "A colleague who was there told me of it."
CLOSING = NOW + timedelta(days=11)


def by(cast: Cast, account: Account, verb: str):
    return role_of(account, verb, cast.programme.compartment)


def scores(*given: int) -> dict[str, int]:
    return dict(zip(CRITERIA, given, strict=True))


GOOD = scores(3, 3, 3, 3, 3)


@pytest.fixture
def second(cast: Cast, vault: Path) -> Account:
    account = person("Agate")
    grant(account, cast.programme.compartment, Role.ASSESSOR)
    return account


@pytest.fixture
def the_round(cast: Cast, second: Account) -> Round:
    """Open, without thresholds; everybody of the cast consents."""
    nominees(cast)
    officer = person("Schist")
    grant(officer, cast.programme.compartment, Role.OFFICER)
    convener = by(cast, cast.convener, "select.change")
    return actions.begin_round(
        cast.programme, [cast.officer, officer], (NOW + timedelta(days=10)).date(), by=convener, now=NOW
    )


def prepare(cast: Cast, the_round: Round, second: Account) -> None:
    convener = by(cast, cast.convener, "select.change")
    actions.set_thresholds(the_round, TWO_EACH, by=convener, now=NOW)
    actions.assign_all(the_round, 2, by=convener, now=NOW)
    for assessor in (cast.assessor, second):
        for vignette, example in VIGNETTES.items():
            actions.practise(cast.programme, assessor, vignette, example.scores)
    the_round.refresh_from_db()


def hand_in(cast: Cast, nominee: Nomination, assessor: Account, given: dict[str, int]) -> Assessment:
    assignment = Assignment.objects.get(nomination=nominee, assessor=assessor)
    own = by(cast, assessor, "select.assess")
    actions.declare(assignment, Assignment.NONE, by=own, now=NOW)
    return actions.hand_in(assignment, given, SEEN, by=own, now=NOW)


def fill(cast: Cast, the_round: Round, second: Account, first: dict[str, int] = GOOD) -> list[Nomination]:
    """Everybody gets 3 throughout, except that the first nominee gets ``first`` from Quartz."""
    found = list(Nomination.objects.filter(assignments__round=the_round).distinct().order_by("id"))
    for place, nominee in enumerate(found):
        hand_in(cast, nominee, cast.assessor, first if place == 0 else GOOD)
        hand_in(cast, nominee, second, GOOD)
    return found


def close(cast: Cast, the_round: Round):
    return actions.close_round(the_round, by=by(cast, cast.convener, "select.change"), now=CLOSING)


def code_of(refused: pytest.ExceptionInfo[Refusal]) -> str:
    return refused.value.code


def test_from_opening_to_a_pool_of_the_eligible_only(cast: Cast, the_round: Round, second: Account) -> None:
    prepare(cast, the_round, second)
    found = fill(cast, the_round, second, scores(3, 3, 0, 3, 3))
    results = close(cast, the_round)
    pool = actions.gather_pool(coming_workshop(cast), 4, by=by(cast, cast.convener, "select.change"), now=CLOSING)
    assert [one.eligible for one in results] == [False] + [True] * 5
    assert results[0].short == ["moderation"]
    assert set(pool.members.values_list("nomination", flat=True)) == {one.pk for one in found[1:]}
    assert (suitability_of(found[0]), suitability_of(found[1])) == (None, Fraction(3))


def test_thresholds_come_before_any_score_and_stand_from_then_on(cast: Cast, the_round: Round, second: Account) -> None:
    prepare(cast, the_round, second)
    nominee = Nomination.objects.order_by("id").first()
    hand_in(cast, nominee, cast.assessor, GOOD)
    with pytest.raises(Refusal) as refused:
        actions.set_thresholds(the_round, TWO_EACH, by=by(cast, cast.convener, "select.change"), now=NOW)
    assert code_of(refused) == "select.thresholds_late"
    assert "select.thresholds_set" in deeds(cast.programme.compartment.book)


def test_no_sheet_before_the_thresholds(cast: Cast, the_round: Round, second: Account) -> None:
    convener = by(cast, cast.convener, "select.change")
    actions.assign_all(the_round, 2, by=convener, now=NOW)
    with pytest.raises(Refusal) as refused:
        hand_in(cast, Nomination.objects.order_by("id").first(), cast.assessor, GOOD)
    assert code_of(refused) == "select.thresholds_first"


def test_no_sheet_before_the_examples_nor_before_the_question_of_ties(
    cast: Cast, the_round: Round, second: Account
) -> None:
    prepare(cast, the_round, second)
    assignment = Assignment.objects.filter(assessor=second).first()
    own = by(cast, second, "select.assess")
    with pytest.raises(Refusal) as untied:
        actions.hand_in(assignment, GOOD, SEEN, by=own, now=NOW)
    Practice.objects.filter(assessor=second).first().delete()
    with pytest.raises(Refusal) as unpractised:
        actions.hand_in(assignment, GOOD, SEEN, by=own, now=NOW)
    assert (code_of(untied), code_of(unpractised)) == ("select.conflict_first", "select.practise_first")


def test_a_tie_closes_the_sheet_and_the_eyes(cast: Cast, the_round: Round, second: Account) -> None:
    prepare(cast, the_round, second)
    assignment, own = Assignment.objects.filter(assessor=second).first(), by(cast, second, "select.assess")
    before = assignment.nomination in access_known(cast.programme, second)
    actions.declare(assignment, "family", by=own, now=NOW)
    with pytest.raises(Refusal) as refused:
        actions.hand_in(assignment, GOOD, SEEN, by=own, now=NOW)
    after = assignment.nomination in access_known(cast.programme, second)
    assert (before, after, code_of(refused)) == (True, False, "select.stepped_back")
    assert "select.conflict_declared" in deeds(cast.programme.compartment.book)


def test_one_sheet_is_not_enough_to_close(cast: Cast, the_round: Round, second: Account) -> None:
    prepare(cast, the_round, second)
    hand_in(cast, Nomination.objects.order_by("id").first(), cast.assessor, GOOD)
    with pytest.raises(Refusal) as refused:
        close(cast, the_round)
    assert code_of(refused) == "select.assessments_missing"


def test_the_others_scores_appear_when_all_are_in_and_not_before(cast: Cast, the_round: Round, second: Account) -> None:
    prepare(cast, the_round, second)
    nominee = Nomination.objects.order_by("id").first()
    hand_in(cast, nominee, cast.assessor, scores(0, 1, 2, 3, 4))
    page = url(cast, "sheet", Assignment.objects.get(nomination=nominee, assessor=second).pk)
    own = url(cast, "sheet", Assignment.objects.get(nomination=nominee, assessor=cast.assessor).pk)
    blind, waiting = (
        cast.client(second).get(page).content.decode(),
        cast.client(cast.assessor).get(own).content.decode(),
    )
    hand_in(cast, nominee, second, GOOD)
    both = cast.client(second).get(page).content.decode()
    assert ["Assessor 2" in text for text in (blind, waiting, both)] == [False, False, True]
    assert "two points apart" in both


def test_another_assessors_sheet_is_not_found(cast: Cast, the_round: Round, second: Account) -> None:
    prepare(cast, the_round, second)
    foreign = Assignment.objects.filter(assessor=second).first()
    assert cast.client(cast.assessor).get(url(cast, "sheet", foreign.pk)).status_code == 404


def test_after_a_discussion_both_scores_are_kept_and_the_newer_counts(
    cast: Cast, the_round: Round, second: Account
) -> None:
    prepare(cast, the_round, second)
    first = fill(cast, the_round, second, scores(1, 3, 3, 3, 3))[0]
    assignment, own = (
        Assignment.objects.get(nomination=first, assessor=cast.assessor),
        by(cast, cast.assessor, "select.assess"),
    )
    with pytest.raises(Refusal) as refused:
        actions.rescore(assignment, {"belonging": 4}, WORDS, by=own, now=NOW)
    actions.rescore(assignment, {"influence": 2}, WORDS, by=own, now=NOW)
    kept = list(assignment.sheets.values_list("version", "scores__influence"))
    assert (code_of(refused), kept) == ("select.nothing_to_discuss", [(1, 1), (2, 2)])
    assert close(cast, the_round)[0].suitability == str(Fraction(29, 10))
    assert Round.objects.get(pk=the_round.pk).agreement["influence"]["alpha"] is not None


def test_an_upheld_objection_sets_aside_and_an_unanswered_one_keeps_the_round_open(
    cast: Cast, the_round: Round, second: Account
) -> None:
    prepare(cast, the_round, second)
    first = fill(cast, the_round, second)[0]
    guarantor = cast.guarantors[first.community.number]
    objection = actions.object_to(
        the_round, first, guarantor, "danger", WORDS, by=by(cast, guarantor, "select.object"), now=NOW
    )
    with pytest.raises(Refusal) as refused:
        close(cast, the_round)
    actions.answer_objection(objection, "upheld", WORDS, by=by(cast, cast.convener, "select.change"), now=NOW)
    result = close(cast, the_round)[0]
    assert (code_of(refused), result.eligible, result.short) == ("select.objections_open", False, ["objection"])


def test_a_guarantor_objects_to_nobody_of_another_community_nor_after_the_last_day(
    cast: Cast, the_round: Round, second: Account
) -> None:
    other = Nomination.objects.filter(community__number=2).first()
    own = Nomination.objects.filter(community__number=1).first()
    guarantor, standing = cast.guarantors[1], by(cast, cast.guarantors[1], "select.object")
    with pytest.raises(Refusal) as foreign:
        actions.object_to(the_round, other, guarantor, "danger", WORDS, by=standing, now=NOW)
    with pytest.raises(Refusal) as late:
        actions.object_to(the_round, own, guarantor, "danger", WORDS, by=standing, now=CLOSING)
    assert (code_of(foreign), code_of(late)) == ("select.not_your_community", "select.objections_closed")


def test_the_round_stays_open_on_the_last_day_for_objections(cast: Cast, the_round: Round, second: Account) -> None:
    prepare(cast, the_round, second)
    fill(cast, the_round, second)
    with pytest.raises(Refusal) as refused:
        actions.close_round(the_round, by=by(cast, cast.convener, "select.change"), now=NOW + timedelta(days=10))
    assert code_of(refused) == "select.objection_time"


def test_who_may_know_who_a_nominee_is(cast: Cast, the_round: Round, second: Account) -> None:
    prepare(cast, the_round, second)
    stranger_to_round = person("Dolomite")
    grant(stranger_to_round, cast.programme.compartment, Role.OFFICER)
    known = {
        account.alias: set(access_known(cast.programme, account).values_list("community__number", flat=True))
        for account in (cast.assessor, cast.officer, stranger_to_round, cast.guarantors[1], cast.convener)
    }
    assert known == {"Quartz": {1, 2}, "Basalt": {1, 2}, "Dolomite": set(), "Guarantor 1": {1}, "Heron": set()}


def test_a_reveal_goes_by_the_rules_of_the_vault(cast: Cast, the_round: Round, second: Account) -> None:
    prepare(cast, the_round, second)
    nominee = Nomination.objects.filter(community__number=1).first()
    typed = {"nominee": nominee.pk, "reason": "To weigh what they have published."}
    client = cast.client(cast.guarantors[1])
    sealed = client.post(url(cast, "who"), typed)
    unseal(two_officers(), by=by(cast, cast.officer, "vault.open"), now=timezone.now())
    shown = client.post(url(cast, "who"), typed)
    foreign = client.post(
        url(cast, "who"), typed | {"nominee": Nomination.objects.filter(community__number=2).first().pk}
    )
    assert (sealed.status_code, shown.status_code, foreign.status_code) == (422, 200, 422)
    assert "Invented Wader 1 1" in shown.content.decode() and shown["Cache-Control"] == "no-store"
    assert deeds(cast.programme.compartment.book).count("vault.revealed") == 1


def test_evidence_stands_in_the_vault_and_goes_with_the_person(cast: Cast, the_round: Round, second: Account) -> None:
    prepare(cast, the_round, second)
    nominee = Nomination.objects.order_by("id").first()
    sheet = hand_in(cast, nominee, cast.assessor, GOOD)
    officer = by(cast, cast.officer, "vault.open")
    unseal(two_officers(), by=officer, now=NOW)
    shred(nominee.person, by=by(cast, cast.officer, "vault.shred"))
    assert not Note.objects.filter(pk=sheet.note).exists()


@pytest.mark.django_db(transaction=True)
def test_notes_are_read_only_while_the_vault_is_open_and_never_after_their_key_is_gone(
    cast: Cast, the_round: Round, second: Account
) -> None:
    prepare(cast, the_round, second)
    sheet = hand_in(cast, Nomination.objects.order_by("id").first(), cast.assessor, GOOD)
    own = by(cast, cast.assessor, "select.assess")
    with pytest.raises(Refusal) as sealed:
        read_notes([sheet.note], by=own, now=NOW)
    unseal(two_officers(), by=by(cast, cast.officer, "vault.open"), now=NOW)
    words = read_notes([sheet.note], by=own, now=NOW)[sheet.note]
    destroyed = destroy_notes([sheet.note])
    assert (code_of(sealed), SEEN["influence"] in words) == ("vault.sealed", True)
    assert (destroyed, read_notes([sheet.note], by=own, now=NOW)) == (1, {})
    assert deeds(cast.programme.compartment.book).count("vault.notes_read") == 1


def test_a_programme_without_a_round_takes_everybody_who_consented_and_says_so(cast: Cast, vault: Path) -> None:
    nominees(cast)
    pool = actions.gather_pool(coming_workshop(cast), 4, by=by(cast, cast.convener, "select.change"), now=NOW)
    page = cast.client(cast.convener).get(url(cast, "round")).content.decode()
    assert (pool.members.count(), "goes without a round" in page) == (6, True)


def assessed_pool(cast: Cast, the_round: Round, second: Account) -> tuple[Pool, str]:
    """Two of four sit; the first nominee got fours from Quartz, so is the highest assessed."""
    prepare(cast, the_round, second)
    best = fill(cast, the_round, second, scores(4, 4, 4, 4, 4))[0]
    close(cast, the_round)
    return gather(cast, coming_workshop(cast), 2), best.account.alias


def test_where_everybody_has_a_score_the_highest_assessed_can_be_asked_for(
    cast: Cast, the_round: Round, second: Account
) -> None:
    pool, best = assessed_pool(cast, the_round, second)
    heron = cast.client(cast.convener)
    assert 'value="suitability"' in heron.get(url(cast, "pool", pool.pk)).content.decode()
    sent = {"objective": "suitability", "floor": "1/4", "number": NUMBER}
    answer = heron.post(url(cast, "compute", pool.pk), sent)
    cohort = pool.cohorts.get()
    chances = {label: Fraction(chance) for label, chance in cohort.result["chances"].items()}
    assert (answer.status_code, cohort.floor, min(chances.values())) == (302, "1/4", Fraction(1, 4))
    assert (max(chances, key=chances.__getitem__), chances[best]) == (best, Fraction(1, 2))
    assert "kept at least the chance 1/4" in heron.get(url(cast, "cohort", cohort.pk)).content.decode()


@pytest.mark.parametrize("floor", ["", "3/2", "0", "half", "1/0"])
def test_suitability_without_a_least_chance_is_refused_beside_the_field(
    cast: Cast, the_round: Round, second: Account, floor: str
) -> None:
    pool, _best = assessed_pool(cast, the_round, second)
    sent = {"objective": "suitability", "floor": floor, "number": NUMBER}
    assert cast.client(cast.convener).post(url(cast, "compute", pool.pk), sent).status_code == 422
    assert not pool.cohorts.exists()


def test_without_scores_nobody_is_offered_suitability(cast: Cast, vault: Path) -> None:
    nominees(cast)
    pool = gather(cast, coming_workshop(cast), 4)
    heron = cast.client(cast.convener)
    assert 'value="suitability"' not in heron.get(url(cast, "pool", pool.pk)).content.decode()
    sent = {"objective": "suitability", "floor": "1/20", "number": NUMBER}
    assert heron.post(url(cast, "compute", pool.pk), sent).status_code == 422
