"""What was carried is kept by month and role, read by two, asked after, and never claimed beyond its evidence."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction

from tests.cast import NOW
from tests.steps.transmit.given import Post
from tests.vault_place import deeds
from tracktwo.methods.counts import NOMINAL, ORDINAL, agreement
from tracktwo.methods.record import Refusal
from tracktwo.steps.transmit import actions
from tracktwo.steps.transmit.convert import claim_words
from tracktwo.steps.transmit.models import Transmission
from tracktwo.steps.transmit.path import waiting
from tracktwo.steps.transmit.queries import agreeing, list_cells, reached


def carried(post: Post, **other: object) -> Transmission:
    said = {
        "month": date(2026, 2, 17),
        "agent": "convener",
        "channel": "letter",
        "audience": "elites",
        "community": post.cast.programme.communities.get(number=1),
        "direction": "out",
        "brief": None,
        "content": "The brief on copies.",
        "findings": ["1"],
        "response": "none",
        "grade": 1,
        "harm": "none",
        "harm_words": "",
        "follow_up_on": None,
    } | other
    return actions.log_transmission(
        post.workshop, **said, by=post.cast.by(post.cast.convener, "transmit.keep_log"), now=NOW
    )


def test_only_the_month_is_kept_and_the_record_knows_neither_words_nor_agent(post: Post) -> None:
    entry = carried(post)
    assert entry.month == date(2026, 2, 1)
    assert deeds(post.cast.programme.compartment.book)[-1] == "transmit.carried"


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ({"content": "Ask heather@example.org."}, "points_to_somebody"),
        ({"content": "Call +380 44 123 45 67 first."}, "points_to_somebody"),
        ({"audience": "convention"}, "side_of_audience"),
        ({"community": None}, "side_of_audience"),
        ({"month": date(2026, 4, 1)}, "month_ahead"),
        ({"harm": "feared"}, "harm_which"),
    ],
)
def test_what_should_not_stand_in_the_log_is_refused(post: Post, said: dict[str, object], code: str) -> None:
    with pytest.raises(Refusal, match=rf"transmit\.{code}"):
        carried(post, **said)
    assert Transmission.objects.count() == 0


TURNED = "Archives \u202eopened."


@pytest.mark.parametrize("field", ["content", "harm_words"])
def test_words_that_read_otherwise_than_they_stand_are_in_no_entry(post: Post, field: str) -> None:
    with pytest.raises(Refusal, match=r"text\.bidi"):
        carried(post, **{"harm": "feared", "harm_words": "Fear.", field: TURNED})
    assert Transmission.objects.count() == 0


def test_words_that_read_otherwise_than_they_stand_are_in_no_claim(post: Post) -> None:
    entry = carried(post, grade=3)
    by = post.cast.by(post.cast.convener, "transmit.keep_log")
    with pytest.raises(Refusal, match=r"text\.bidi"):
        actions.claim_taken_up(entry, words=TURNED, by=by, now=NOW)


def test_two_coders_agree_as_krippendorff_counts_it(post: Post) -> None:
    entries = [carried(post) for _turn in range(6)]
    readings = [(1, 1), (2, 2), (3, 2), (4, 4), (2, 2), (1, 2)]
    for entry, (first, second) in zip(entries, readings, strict=True):
        actions.code_entry(entry, post.cast.convener, grade=first, response="used")
        actions.code_entry(entry, post.cast.rapporteur, grade=second, response="asked" if second == 4 else "used")
    told = agreeing(post.workshop)
    assert told.grade == agreement([list(pair) for pair in readings], ORDINAL)
    assert (told.coded, told.response.units, told.grade.alpha is not None) == (6, 6, True)
    assert told.response == agreement([[3, 3]] * 3 + [[3, 2]] + [[3, 3]] * 2, NOMINAL)
    page = post.get(post.cast.guarantors[1], "log", 1).content.decode()
    assert "alpha over 6 entries" in page


def test_a_coder_reads_again_and_counts_once(post: Post) -> None:
    entry = carried(post)
    for grade in (1, 3):
        post.post(post.cast.facilitator, "entry", entry.pk, deed="code", grade=grade, response="asked")
    assert list(entry.codings.values_list("grade", "response")) == [(3, "asked")]


def test_no_coder_sees_how_another_read(post: Post) -> None:
    entry = carried(post)
    actions.code_entry(entry, post.cast.convener, grade=4, response="refused")
    page = post.cast.client(post.cast.rapporteur).get(post.url("entry", entry.pk))
    assert page.context["coding_form"].initial == {}
    assert page.context["own"] is None


def test_the_clock_asks_again_until_somebody_has(post: Post) -> None:
    from tests.steps.transmit.test_transmit_briefs import walker

    entry = carried(post, follow_up_on=NOW.date())
    asked = [one for one in waiting(walker(post, post.cast.facilitator)) if "Ask what came" in one.what]
    later = NOW.date() + timedelta(days=30)
    actions.follow_up(entry, response="asked", grade=2, again_on=later, now=NOW)
    entry.refresh_from_db()
    assert (len(asked), entry.follow_up_on, entry.followed_on, entry.response) == (1, later, None, "asked")
    actions.follow_up(entry, response="used", grade=2, again_on=None, now=NOW)
    entry.refresh_from_db()
    assert (entry.follow_up_on, entry.followed_on) == (None, NOW.date())


def test_no_contribution_is_claimed_without_a_document(post: Post) -> None:
    entry = carried(post, grade=2)
    by = post.cast.by(post.cast.convener, "transmit.keep_log")
    with pytest.raises(Refusal, match=r"transmit\.claim_without_document"):
        actions.claim_taken_up(entry, words="A position paper.", by=by, now=NOW)
    with pytest.raises(IntegrityError), transaction.atomic():
        Transmission.objects.update(taken_up_on=NOW.date(), taken_up="A position paper.")


def test_a_claim_stands_as_a_contribution_and_its_evidence_cannot_fade(post: Post) -> None:
    entry = carried(post, grade=3)
    post.post(post.cast.convener, "entry", entry.pk, deed="claim", words="A paper of a committee cites it.")
    page = post.get(post.cast.convener, "entry", entry.pk).content.decode()
    assert ("as a contribution" in page, "what else did is not known" in page) == (True, True)
    assert deeds(post.cast.programme.compartment.book)[-1] == "transmit.taken_up"
    entry.refresh_from_db()
    with pytest.raises(Refusal, match=r"transmit\.claim_stands"):
        actions.follow_up(entry, response="used", grade=1, again_on=None, now=NOW)


@pytest.mark.parametrize("grade", [1, 2, 3, 4])
def test_no_grade_lets_anybody_say_that_it_was_the_cause(grade: int) -> None:
    said = claim_words(grade)
    assert not any(word in said for word in ("because of", "led to", "resulted"))


def test_an_answer_puts_a_ring_into_the_chart(post: Post) -> None:
    brief = post.released("elites", 1)
    carried(post, brief=brief, response="asked")
    rows = reached(post.workshop, list_cells(post.workshop))
    assert ["answered" in row.states for row in rows] == [True, False]


def test_nothing_halted_is_carried_on(post: Post) -> None:
    from tests.steps.transmit.test_transmit_levels import take_back

    brief = post.released("elites", 1)
    carried(post, brief=brief)
    take_back(post, "Wader 2 1")
    with pytest.raises(Refusal, match=r"transmit\.consent_revoked"):
        carried(post, brief=brief)
    page = post.get(post.cast.convener, "brief", brief.cell.pk).content.decode()
    assert "February 2026, letter or paper handed over" in page
