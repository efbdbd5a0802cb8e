"""A whole phase of a workshop, by everybody who is in it, in real browsers on a real house.

Two facilitators, eight participants of two communities (ten of three) and an observer, each in a context of their own.
Three telephones run no scripts, two drop out while they send and come back, one sends the same form twice.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.journeys.hall import Hall, phase
from tests.journeys.person import Person

pytestmark = pytest.mark.journey
# Six are a community that votes in secret; two are one that affirms aloud.
SIZES = [pytest.param((6, 2), id="two communities"), pytest.param((6, 2, 2), id="three communities")]
BEHIND_THE_DOOR = ("room", "room_parts", "room_now", "room_wall", "room_place", "rules", "console", "console_parts")
BEHIND_THE_DOOR += ("wall", "queue", "queue_lines", "needs", "projector", "projector_now", "apart_desk", "about")
# Nothing of who waited, voted, answered or felt what is left of a session that has closed.
EMPTY_AFTERWARDS = ("hand", "floor", "rollcall", "sidecount", "assent", "assentroll", "checkinroll", "clockpress")
EMPTY_AFTERWARDS += ("caucusline", "caucushand", "wording")


@pytest.fixture
def hall(browser: Browser, tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Hall]:
    hall = Hall.furnish(browser, tmp_path / "house", request.param)
    yield hall
    hall.leave()


@pytest.mark.parametrize("hall", SIZES, indirect=True)
def test_a_phase_is_held_by_everybody_in_the_room(hall: Hall) -> None:
    hall.everybody_arrives()
    phase.open_room(hall)
    phase.speak_in_turn(hall)
    phase.everybody_says_something(hall)
    assert_outsiders_see_nothing(hall)
    phase.say_back(hall)
    phase.vote(hall)
    phase.ask_how_it_is(hall)
    phase.talk_apart(hall)
    phase.step_aside(hall)
    phase.go_on_and_close(hall)
    assert_erased(hall)
    assert [said for person in hall.people.values() for said in person.complaints] == []
    assert {url for person in hall.people.values() for url in person.abroad} == set()


def assert_outsiders_see_nothing(hall: Hall) -> None:
    """A stranger with an account finds no page at all; the observer finds the workshop's page and no word of it."""
    stranger = hall.arrive("Stranger")
    assert {(name, status_of(stranger, name)) for name in BEHIND_THE_DOOR} == {(name, 404) for name in BEHIND_THE_DOOR}
    closed = set(BEHIND_THE_DOOR) - {"about"}
    assert {(name, status_of(hall.observer, name)) for name in closed} == {(name, 404) for name in closed}
    hall.observer.open("convene:about")
    assert not any(words in hall.observer.page.content() for words in hall.sent)


def status_of(person: Person, name: str) -> int:
    return person.context.request.get(person.address(f"convene:{name}")).status


def assert_erased(hall: Hall) -> None:
    with sqlite3.connect(hall.house.place / "tracktwo.sqlite3") as database:
        left = {
            table: database.execute(f"SELECT count(*) FROM convene_{table}").fetchone()[0]  # noqa: S608 - our own names
            for table in EMPTY_AFTERWARDS
        }
    assert left == dict.fromkeys(EMPTY_AFTERWARDS, 0)
