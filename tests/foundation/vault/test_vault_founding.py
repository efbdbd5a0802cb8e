"""Three officers found the vault of a house from its own page, once."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.urls import reverse

from tests.cast import NOW, Cast
from tests.vault_place import deeds
from tracktwo.foundation.vault import actions, queries

PHRASES = ("marl under peat", "gravel over chalk", "loess beside tuff")


def typed(*phrases: str, again: tuple[str, ...] | None = None) -> dict[str, str]:
    first = {f"found-phrase_{number}": phrase for number, phrase in enumerate(phrases, start=1)}
    second = {f"found-again_{number}": phrase for number, phrase in enumerate(again or phrases, start=1)}
    return first | second


def test_any_two_of_the_three_open_what_they_founded(cast: Cast, keystore_place: Path) -> None:
    client = cast.client(cast.convener)
    answer = client.post(reverse("vault:found", args=[cast.programme.key]), typed(*PHRASES))
    officers = queries.list_officers()
    actions.unseal({officers[0]: PHRASES[0], officers[2]: PHRASES[2]}, by=cast.by(cast.convener, "vault.open"), now=NOW)
    assert (answer.status_code, len(officers), queries.is_sealed(NOW)) == (302, 3, False)
    assert "vault.founded" in deeds(cast.programme.compartment.book)


@pytest.mark.parametrize(
    "form",
    [
        typed("short", PHRASES[1], PHRASES[2]),
        typed(*PHRASES, again=(PHRASES[0], PHRASES[1], "something else")),
        typed(PHRASES[0], PHRASES[0], PHRASES[2]),
        typed(*PHRASES[:2]),
    ],
    ids=["too short", "mistyped", "two the same", "one missing"],
)
def test_a_vault_is_not_half_founded(cast: Cast, keystore_place: Path, form: dict[str, str]) -> None:
    answer = cast.client(cast.convener).post(reverse("vault:found", args=[cast.programme.key]), form)
    assert (answer.status_code, queries.is_founded()) == (422, False)
    assert PHRASES[1] not in answer.content.decode()


def test_a_second_founding_leaves_the_first_as_it_is(cast: Cast, vault: Path) -> None:
    before = vault.read_bytes()
    answer = cast.client(cast.convener).post(reverse("vault:found", args=[cast.programme.key]), typed(*PHRASES))
    assert (answer.status_code, vault.read_bytes()) == (422, before)


def test_a_house_without_a_vault_says_so_to_its_convener(cast: Cast, keystore_place: Path) -> None:
    page = cast.client(cast.convener).get(reverse("site:programme", args=[cast.programme.key]))
    assert reverse("vault:door", args=[cast.programme.key]) in [one.url for one in page.context["own"]]


def test_the_page_says_that_it_cannot_see_who_types(cast: Cast, keystore_place: Path) -> None:
    page = cast.client(cast.convener).get(reverse("vault:door", args=[cast.programme.key])).content.decode()
    assert "whoever types all three, or is told them, opens the vault alone" in page
