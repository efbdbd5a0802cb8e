"""Step 1: create, describe, adopt, invite; each refused with a reason where it must be."""

from __future__ import annotations

import pytest
from django.urls import reverse

from tests.cast import HOST, NOW, Cast, open_programme, person
from tracktwo.data.ground_rules import RULES
from tracktwo.foundation.ledger.queries import list_entries
from tracktwo.methods.floor import KELMAN
from tracktwo.methods.record import Refusal
from tracktwo.steps.programme import actions
from tracktwo.steps.programme.models import Programme
from tracktwo.steps.programme.queries import access_programmes, current_rules, list_communities

SHARES = [(phase.key, phase.weight) for phase in KELMAN]


def deeds(programme: Programme) -> list[str]:
    return [entry.deed for entry in list_entries(programme.compartment.book)]


def form(**changes: str) -> dict[str, str]:
    typed = {
        "words-title": "Two shores",
        "words-description": "Two shores and a ferry.",
        "years-first_year": "2026",
        "years-last_year": "2029",
        "communities-TOTAL_FORMS": "3",
        "communities-INITIAL_FORMS": "0",
        "communities-0-en": "East",
        "communities-0-uk": "Східна",
        "communities-1-en": "West",
        **{f"host-{part}": "None." for part in HOST},
    }
    return typed | changes


def test_a_programme_is_created_with_its_communities_and_its_record(cast: Cast) -> None:
    cast.client(cast.convener).post(reverse("programme:new"), form())
    programme = Programme.objects.get(title="Two shores")
    assert [community.names for community in programme.communities.all()] == [
        {"en": "East", "uk": "Східна"},
        {"en": "West"},
    ]
    assert deeds(programme) == ["programme.created"]


@pytest.mark.parametrize(
    "changes",
    [
        {"communities-1-en": ""},
        {"words-title": ""},
        {"years-last_year": "2025"},
        {"years-first_year": "0"},
        {"host-funding": ""},
    ],
    ids=["one community", "no title", "years reversed", "year nought", "declaration unfinished"],
)
def test_a_programme_is_not_created_from_half_a_form(cast: Cast, changes: dict[str, str]) -> None:
    answer = cast.client(cast.convener).post(reverse("programme:new"), form(**changes))
    assert (answer.status_code, Programme.objects.filter(title="Two shores").count()) == (422, 0)


def test_two_communities_cannot_go_by_one_name(cast: Cast) -> None:
    answer = cast.client(cast.convener).post(reverse("programme:new"), form(**{"communities-1-en": "EAST"}))
    assert (answer.status_code, Programme.objects.filter(title="Two shores").exists()) == (422, False)


@pytest.mark.parametrize("field", ["words-title", "words-description", "communities-1-en", "host-funding"])
def test_words_that_read_otherwise_than_they_stand_name_no_programme(cast: Cast, field: str) -> None:
    """They stand on the public site, under everything that was released."""
    before = Programme.objects.count()
    answer = cast.client(cast.convener).post(reverse("programme:new"), form(**{field: "West\u202eshore"}))
    assert (answer.status_code, "turns the direction" in answer.content.decode()) == (422, True)
    assert Programme.objects.count() == before
    typed = {"title": "West\u202eshore", "description": "Two.", **HOST}
    assert (
        cast.client(cast.convener).post(reverse("programme:describe", args=[cast.programme.key]), typed).status_code
        == 422
    )


def test_three_communities_walk_as_two_do(three_communities: Cast) -> None:
    today = NOW.date()
    assert sorted(c.number for c in list_communities(three_communities.programme, today)) == [1, 2, 3]
    page = three_communities.client(three_communities.convener).get(
        reverse("programme:about", args=[three_communities.programme.key])
    )
    assert page.content.decode().count('data-side="3"') == 1


def test_a_convener_knows_only_the_own_programmes(cast: Cast) -> None:
    assert list(access_programmes(cast.convener)) == [cast.programme]


def test_rules_that_are_in_force_already_are_no_new_version(cast: Cast) -> None:
    by = cast.by(cast.convener, "programme.change")
    adopted = [actions.adopt_rules(cast.programme, RULES, by=by, now=NOW).version for _again in range(2)]
    back = actions.adopt_rules(cast.programme, {"en": ["Listen."]}, by=by, now=NOW)
    again = actions.adopt_rules(cast.programme, RULES, by=by, now=NOW)
    assert ([*adopted, back.version, again.version], cast.programme.rules.count()) == ([1, 1, 2, 3], 3)


def test_rules_are_adopted_in_numbered_versions(cast: Cast) -> None:
    by = cast.by(cast.convener, "programme.change")
    first = actions.adopt_rules(cast.programme, RULES, by=by, now=NOW)
    second = actions.adopt_rules(cast.programme, {"en": ["Listen."]}, by=by, now=NOW)
    assert (first.version, second.version, current_rules(cast.programme)) == (1, 2, second)
    assert deeds(cast.programme)[-2:] == ["rules.adopted", "rules.adopted"]


def test_rules_with_a_language_short_of_one_are_refused_and_the_old_ones_stand(cast: Cast) -> None:
    by = cast.by(cast.convener, "programme.change")
    before = actions.adopt_rules(cast.programme, RULES, by=by, now=NOW)
    with pytest.raises(Refusal) as refused:
        actions.adopt_rules(cast.programme, {"en": ["A.", "B."], "uk": ["А."]}, by=by, now=NOW)
    assert (refused.value.code, current_rules(cast.programme)) == ("programme.rules_uneven", before)


def test_an_agenda_adds_up_to_a_hundred_or_is_refused(cast: Cast) -> None:
    by = cast.by(cast.convener, "programme.change")
    assert actions.adopt_agenda(cast.programme, SHARES, by=by, now=NOW).version == 1
    with pytest.raises(Refusal) as refused:
        actions.adopt_agenda(cast.programme, [("opening", 60), ("constraints", 30)], by=by, now=NOW)
    assert refused.value == Refusal("programme.shares", total=90)


def test_a_code_is_shown_once_on_the_page_that_made_it(cast: Cast) -> None:
    client, address = cast.client(cast.convener), reverse("programme:people", args=[cast.programme.key])
    page = client.post(address, {"role": "guarantor", "side": "1"}).content.decode()
    assert ('class="seal"' in page, 'class="seal"' in client.get(address).content.decode()) == (True, False)


def test_a_guarantor_belongs_to_a_community(cast: Cast) -> None:
    answer = cast.client(cast.convener).post(
        reverse("programme:people", args=[cast.programme.key]), {"role": "guarantor", "side": ""}
    )
    assert answer.status_code == 422


def test_markup_in_a_title_stays_words(cast: Cast) -> None:
    creator = person("Sandpiper")
    programme = open_programme(creator)
    programme.title = "<b>Two</b> & {{ rooms }}"
    programme.save()
    page = cast.client(creator).get(reverse("programme:about", args=[programme.key])).content.decode()
    assert "&lt;b&gt;Two&lt;/b&gt; &amp; {{ rooms }}" in page


def test_an_address_says_nothing_about_the_programme(cast: Cast) -> None:
    key = cast.programme.key
    assert (len(key), set(key) <= set("abcdefghjkmnpqrstuvwxyz23456789")) == (10, True)
