"""Role x address x method, generated from the URL configuration: who enters, and what each answer carries."""

from __future__ import annotations

import pkgutil
from collections.abc import Iterator
from importlib import import_module

import pytest
from django.http import HttpResponseBase
from django.urls import URLPattern, URLResolver, get_resolver, reverse

import tests.house.matrix as matrix
from tests.cast import Cast
from tests.house.headers import faults, told_by_title
from tests.house.matrix import Row


def addresses(resolver: URLResolver | None = None, namespace: str = "") -> Iterator[tuple[str, frozenset[str]]]:
    """Every named address with the names of its arguments."""
    for pattern in (resolver or get_resolver()).url_patterns:
        if isinstance(pattern, URLResolver):
            prefix = f"{namespace}{pattern.namespace}:" if pattern.namespace else namespace
            yield from addresses(pattern, prefix)
        elif isinstance(pattern, URLPattern):
            yield f"{namespace}{pattern.name}", frozenset(pattern.pattern.converters)


def rows() -> dict[str, Row]:
    table: dict[str, Row] = {}
    for room in pkgutil.iter_modules(matrix.__path__):
        table |= import_module(f"{matrix.__name__}.{room.name}").ROWS
    return table


ROWS = rows()
NAMES = sorted(name for name, _arguments in addresses())


def test_every_address_has_a_row_and_every_row_an_address() -> None:
    assert sorted(ROWS) == NAMES


def needs_key(name: str) -> bool:
    room = name.split(":")[0]
    return name in {"site:programme", "site:record", "site:record_file"} or (
        room not in {"site", "people", "nominators", "room", "hall"} and name != "programme:new"
    )


def address(name: str, cast: Cast) -> str:
    row = ROWS[name]
    arguments = row.kwargs(cast) if row.kwargs else {}
    return reverse(name, kwargs=({"key": cast.programme.key} if needs_key(name) else {}) | arguments)


def expected(who: str, allowed: frozenset[str]) -> str:
    if who in allowed:
        return "in"
    return "sign-in" if who == "nobody" else "404"


def seen(response) -> str:
    if response.status_code == 404:
        return "404"
    if response.status_code == 302 and "/sign-in/?next=" in response["Location"]:
        return "sign-in"
    if response.status_code in {200, 302, 304, 405, 422}:
        return "in"
    return str(response.status_code)


def ask_everybody(place: str, cast: Cast) -> dict[tuple[str, str], HttpResponseBase]:
    return {
        (who, method): getattr(cast.client(account), method)(place)
        for who, account in cast.everyone().items()
        for method in ("get", "post")
    }


@pytest.mark.django_db
@pytest.mark.parametrize("name", NAMES)
def test_only_those_named_enter_and_every_answer_carries_what_it_must(name: str, cast: Cast) -> None:
    row, place = ROWS[name], address(name, cast)
    answers = ask_everybody(place, cast)
    allowed = {"get": row.get, "post": row.get if row.post is None else row.post}
    wanted = {(who, method): expected(who, allowed[method]) for who, method in answers}
    assert {asked: seen(answer) for asked, answer in answers.items()} == wanted
    titles = {asked: told_by_title(answer, cast) for asked, answer in answers.items()}
    assert {asked: told for asked, told in titles.items() if told} == {}
    missing = {asked: faults(one) for asked, one in answers.items()}
    assert {asked: found for asked, found in missing.items() if found} == {}


@pytest.mark.django_db
@pytest.mark.parametrize("name", [name for name in NAMES if needs_key(name)])
def test_a_programme_that_does_not_exist_is_404_for_its_convener(name: str, cast: Cast) -> None:
    place = address(name, cast).replace(cast.programme.key, "zzzzzzzzzz")
    assert cast.client(cast.convener).get(place).status_code == 404
