"""Sounding out, nominators with a code, files of nominations, and how long anything is kept."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from tests.cast import NOW, Cast
from tests.steps.select.given import coming_workshop, nominate, say_yes, speaking, url
from tests.vault_place import deeds, two_officers
from tracktwo.foundation.people.policies import role_of
from tracktwo.foundation.vault.actions import unseal
from tracktwo.foundation.vault.models import IdentityField, Note, Person
from tracktwo.foundation.vault.notes import keep_note
from tracktwo.methods.record import Refusal
from tracktwo.steps.select import actions
from tracktwo.steps.select.models import Assessment, Assignment, Cohort, Nomination, Pool, Result, Round, Sounding
from tracktwo.steps.select.queries import kept_until, notes_until

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("vault")]
CANARY, CONTACT = "Quillorwen Vastermoor", "quillorwen@vastermoor.invalid"
FILE = f"community,contact\n1,{CONTACT}\n2,+99 555 0173 2846\n".encode()


def convener(cast: Cast):
    return cast.by(cast.convener, "select.change")


def issue(cast: Cast, side: int | None = None, most: int = 1) -> str:
    community = cast.programme.communities.get(number=side) if side else None
    _issued, code = actions.issue_pass(cast.programme, community, most, by=convener(cast), now=timezone.now())
    return code


def propose_by(code: str, cast: Cast, side: int = 1, contact: str = CONTACT):
    community = cast.programme.communities.get(number=side).pk
    typed = {"code": code, "community": community, "name": CANARY, "contact": contact}
    return Client().post(reverse("nominators:propose"), typed)


def upload(cast: Cast, content: bytes, language: str = "en", **more: str):
    client = speaking(cast.client(cast.convener), language)
    return client.post(url(cast, "file"), {"nominations": SimpleUploadedFile("n.csv", content), **more})


# by a nominator


def test_a_nominator_proposes_without_an_account_into_the_sealed_vault(cast: Cast) -> None:
    code = issue(cast)
    first = Client().post(reverse("nominators:propose"), {"code": code}).content.decode()
    answer = propose_by(code, cast)
    nomination = Nomination.objects.get()
    assert ("Community A" in first, answer.status_code, nomination.way, nomination.account) == (True, 200, "link", None)
    assert IdentityField.objects.filter(person=nomination.person).count() == 2
    assert CONTACT not in answer.content.decode() and CANARY not in answer.content.decode()


def test_the_answer_is_the_same_for_somebody_known_before(cast: Cast) -> None:
    new, known = propose_by(issue(cast), cast), propose_by(issue(cast), cast)
    hide = lambda answer: answer.content.decode().split("<main", 1)[-1]  # noqa: E731 - the CSRF token stands before
    assert (hide(new), Nomination.objects.count()) == (hide(known), 1)
    assert [one.known for one in cast.programme.passes.order_by("id")] == [0, 1]


@pytest.mark.parametrize("spoil", ["used", "withdrawn", "old", "wrong"])
def test_a_code_that_is_no_longer_good_opens_nothing(cast: Cast, spoil: str) -> None:
    code, issued = issue(cast), cast.programme.passes.get()
    if spoil == "used":
        propose_by(code, cast)
    elif spoil == "withdrawn":
        actions.withdraw_pass(issued, by=convener(cast), now=timezone.now())
    elif spoil == "old":
        cast.programme.passes.update(expires_at=timezone.now() - timedelta(minutes=1))
    else:
        code = "bado bido budo dobu"
    before = Nomination.objects.count()
    answer = propose_by(code, cast, contact="other@vastermoor.invalid")
    assert (answer.status_code, Nomination.objects.count() - before) == (422, 0)


def test_a_code_for_one_community_proposes_nobody_of_another(cast: Cast) -> None:
    answer = propose_by(issue(cast, side=1), cast, side=2)
    assert (answer.status_code, Nomination.objects.count()) == (422, 0)


def test_a_code_for_two_is_good_twice(cast: Cast) -> None:
    code = issue(cast, most=2)
    statuses = [propose_by(code, cast, contact=f"{n}-{CONTACT}").status_code for n in range(3)]
    assert statuses == [200, 200, 422]


# by file


def test_a_file_is_looked_at_first_and_taken_in_second(cast: Cast) -> None:
    nominate(cast, cast.nominees[1], 1, contact=" QUILLORWEN@vastermoor.invalid ")
    looked = upload(cast, FILE, deed="check")
    report = looked.context["report"]
    untouched = Nomination.objects.count()
    taken = upload(cast, FILE, deed="take", seen=report.mark)
    assert ([one.row for one in report.fresh], report.known, untouched) == ([3], (2,), 1)
    assert (taken.status_code, Nomination.objects.filter(way="file").count(), Person.objects.count()) == (302, 1, 2)
    assert CONTACT not in looked.content.decode()


def test_another_file_than_the_one_looked_at_is_not_taken_in(cast: Cast) -> None:
    seen = upload(cast, FILE, deed="check").context["report"].mark
    answer = upload(cast, FILE + b"1,more@vastermoor.invalid\n", deed="take", seen=seen)
    assert (answer.status_code, Nomination.objects.count()) == (422, 0)


@pytest.mark.parametrize(("language", "said"), [
    ("en", "Row 3, column community"), ("uk", "Рядок 3, стовпець community"), ("ru", "Строка 3, столбец community"),
])  # fmt: skip
def test_a_malformed_file_is_refused_on_the_page_in_the_readers_language(cast: Cast, language: str, said: str) -> None:
    answer = upload(cast, FILE.replace(b"\n2,", b"\n9,"), language, deed="check")
    page = answer.content.decode()
    assert (answer.status_code, said in page, CONTACT in page, Person.objects.count()) == (422, True, False, 0)


# by the convener, afterwards


def test_a_new_code_for_a_nominee_makes_the_earlier_one_useless(cast: Cast) -> None:
    propose_by(issue(cast), cast)
    row = {"row": Nomination.objects.get().pk}
    client = cast.client(cast.convener)
    first = client.post(url(cast, "nominations"), row).context["code"]
    second = client.post(url(cast, "nominations"), row).context["code"]

    def join(code: str) -> int:
        typed = {"code": code, "alias": "Bluethroat", "passphrase": "slate under lichen"}
        return Client().post(reverse("people:join"), typed).status_code

    assert (join(first), join(second)) == (422, 302)
    assert client.post(url(cast, "nominations"), row).status_code == 422


# sounding out


def sounding(**changed: str) -> dict[str, str]:
    return {
        "day": "2026-03-01", "channel": "telephone", "asked_by": "convener", "outcome": "hesitates",
        "next_step": "meet", "next_on": "2026-04-01", "words": f"{CANARY} wants to think.",
    } | changed  # fmt: skip


def test_a_conversation_is_noted_by_day_and_way_and_its_words_stand_in_the_vault(cast: Cast) -> None:
    community = cast.programme.communities.get(number=1).pk
    client = cast.client(cast.convener)
    answer = client.post(url(cast, "soundings"), sounding() | {"community": community})
    page = client.get(url(cast, "soundings")).content.decode()
    noted = Sounding.objects.get()
    assert (answer.status_code, noted.outcome, Note.objects.filter(pk=noted.note).exists()) == (302, "hesitates", True)
    assert "hesitates" in page and CANARY not in page
    assert "select.sounded" in deeds(cast.programme.compartment.book)


# Ten malformed forms, each refused on its own page; nothing is kept.
@pytest.mark.parametrize("language", ["en", "uk", "ru"])
@pytest.mark.parametrize(("page", "typed"), [
    ("soundings", sounding(day="2999-01-01", next_on="")),
    ("soundings", sounding(next_on="2026-02-01")),
    ("soundings", sounding(day="2026-02-30")),
    ("soundings", sounding(channel="pigeon")),
    ("soundings", sounding(words="x" * 4001)),
    ("passes", {"most": "6"}),
    ("passes", {"most": "0"}),
    ("passes", {"most": "1", "community": "999"}),
    ("nominations", {"row": "999"}),
    ("round", {"deed": "open", "objections_until": "2999-01-01"}),
    ("round", {"deed": "thresholds", "influence": "5"}),
    ("round", {"deed": "close"}),
    ("file", {"deed": "check"}),
])  # fmt: skip
def test_a_malformed_form_is_refused_and_nothing_is_kept(
    cast: Cast, page: str, typed: dict[str, str], language: str
) -> None:
    typed = {"community": str(cast.programme.communities.get(number=1).pk)} | typed
    answer = speaking(cast.client(cast.convener), language).post(url(cast, page), typed)
    kept = (Sounding, Note, Person, Nomination, Round)
    assert (answer.status_code, [model.objects.count() for model in kept]) == (422, [0] * 5)
    assert cast.programme.passes.count() == 0
    assert f'<html lang="{language}"' in answer.content.decode()


def test_the_words_are_shown_only_while_the_vault_is_open(cast: Cast) -> None:
    community = cast.programme.communities.get(number=1).pk
    client = cast.client(cast.convener)
    client.post(url(cast, "soundings"), sounding() | {"community": community})
    sealed = client.post(url(cast, "soundings"), {"deed": "read"})
    unseal(two_officers(), by=cast.by(cast.officer, "vault.open"), now=timezone.now())
    opened = client.post(url(cast, "soundings"), {"deed": "read"})
    assert (sealed.status_code, CANARY in sealed.content.decode()) == (422, False)
    assert (opened.status_code, CANARY in opened.content.decode(), opened["Cache-Control"]) == (200, True, "no-store")


# how long


def after(days: int):
    return NOW + timedelta(days=days)


def test_whoever_does_not_answer_is_destroyed_after_thirty_days_and_not_before(cast: Cast) -> None:
    identity = {"name": CANARY, "contact": CONTACT}
    nomination = actions.propose(
        cast.programme, cast.programme.communities.get(number=1), identity, by=convener(cast), now=NOW
    )
    early = actions.destroy_what_is_due(cast.programme, now=after(29))
    done = actions.destroy_what_is_due(cast.programme, now=after(30))
    again = actions.destroy_what_is_due(cast.programme, now=after(30))
    nomination.refresh_from_db()
    assert (kept_until(Nomination(state="proposed", proposed_on=NOW.date())), nomination.state) == (
        date(2026, 4, 9),
        "lapsed",
    )
    assert (early, done, again, Person.objects.count()) == ({}, {"unanswered": 1}, {}, 0)
    assert deeds(cast.programme.compartment.book)[-1] == "select.retained_no_longer"


def test_thirty_days_after_a_no_nothing_says_which_alias_it_was(cast: Cast) -> None:
    nomination = nominate(cast, cast.nominees[1], 1)
    own = role_of(cast.nominees[1], "select.own", cast.programme.compartment)
    actions.decline(nomination, by=own, now=NOW)
    gone_at_once = Person.objects.count()
    done = actions.destroy_what_is_due(cast.programme, now=after(30))
    nomination.refresh_from_db()
    assert (gone_at_once, done, nomination.account) == (0, {"declined": 1}, None)


def a_closed_round(cast: Cast, nomination: Nomination, *, eligible: bool) -> Round:
    the_round = Round.objects.create(
        programme=cast.programme, number=1, opened_at=NOW, objections_until=NOW.date(), closed_at=NOW
    )
    note = keep_note(cast.programme.compartment, f"{CANARY} was seen.", about=nomination.person)
    assigned = Assignment.objects.create(round=the_round, nomination=nomination, assessor=cast.assessor)
    Assessment.objects.create(assignment=assigned, version=1, scores={}, note=note, handed_in_at=NOW)
    Result.objects.create(round=the_round, nomination=nomination, eligible=eligible, suitability="3")
    return the_round


def test_whoever_is_not_eligible_is_destroyed_after_thirty_days_with_the_notes(cast: Cast) -> None:
    nomination = nominate(cast, cast.nominees[1], 1)
    say_yes(cast, nomination)
    a_closed_round(cast, nomination, eligible=False)
    early = actions.destroy_what_is_due(cast.programme, now=after(29))
    done = actions.destroy_what_is_due(cast.programme, now=after(30))
    nomination.refresh_from_db()
    assert (early, done, nomination.state, nomination.attributes) == ({}, {"not_eligible": 1}, "set_aside", {})
    assert (Person.objects.count(), Note.objects.count(), Assessment.objects.count()) == (0, 0, 0)


@pytest.mark.parametrize(("kept_after", "due"), [(20, 110), (150, 180), (None, 180)])
def test_vetting_notes_are_destroyed_ninety_days_after_the_cohort_stands_and_the_result_stays(
    cast: Cast, kept_after: int | None, due: int
) -> None:
    nomination = nominate(cast, cast.nominees[1], 1)
    say_yes(cast, nomination)
    the_round = a_closed_round(cast, nomination, eligible=True)
    if kept_after is not None:
        pool = Pool.objects.create(workshop=coming_workshop(cast), kind="nominees", seats=2, made_at=NOW)
        Cohort.objects.create(
            pool=pool, seats=2, objective="maximin", number="00" * 8, own_number=True, asked_at=NOW,
            kept_at=after(kept_after),
        )  # fmt: skip
    early = actions.destroy_what_is_due(cast.programme, now=after(due - 1))
    done = actions.destroy_what_is_due(cast.programme, now=after(due))
    assert (notes_until(the_round), early, done) == (after(due).date(), {}, {"vetting_notes": 1})
    assert (Note.objects.count(), Assessment.objects.count(), Result.objects.count(), Person.objects.count()) == (
        0,
        0,
        1,
        1,
    )


def test_words_of_a_sounding_are_destroyed_after_ninety_days(cast: Cast) -> None:
    community = cast.programme.communities.get(number=1)
    typed = sounding(day=NOW.date(), next_on=None)
    actions.note_sounding(cast.programme, community, **typed, by=convener(cast), now=NOW)
    early = actions.destroy_what_is_due(cast.programme, now=after(89))
    done = actions.destroy_what_is_due(cast.programme, now=after(90))
    assert (early, done, Note.objects.count(), Sounding.objects.count()) == ({}, {"sounding_notes": 1}, 0, 1)


def test_the_page_says_until_when_and_destroys_what_is_due(cast: Cast) -> None:
    nomination = nominate(cast, cast.nominees[1], 1)
    Nomination.objects.update(account=None, proposed_on=timezone.localdate() - timedelta(days=31))
    client = cast.client(cast.convener)
    page = client.get(url(cast, "nominations")).content.decode()
    answer = client.post(url(cast, "nominations"), {"deed": "destroy"})
    nomination.refresh_from_db()
    assert ("Destroy what is due: 1" in page, answer.status_code, nomination.state) == (True, 302, "lapsed")


def test_a_code_cannot_be_made_for_more_than_five(cast: Cast) -> None:
    with pytest.raises(Refusal, match=r"select\.pass_number"):
        issue(cast, most=6)
