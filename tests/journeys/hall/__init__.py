"""The hall: everybody who is in the room on one day, each with a browser of their own, and somebody who is not."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import Browser

from tests.journeys.house import House
from tests.journeys.person import Person, Speech

SOON = 20_000
WITH_SCRIPTS, WITHOUT = Speech("en", scripts=True), Speech("en", scripts=False)


@dataclass
class Hall:
    """People by alias; ``sides`` has the aliases of each community with a seat today, ``sent`` what was said."""

    browser: Browser
    house: House
    sides: dict[int, list[str]]
    key: str
    people: dict[str, Person] = field(default_factory=dict)
    sent: list[str] = field(default_factory=list)

    @classmethod
    def furnish(cls, browser: Browser, place: Path, sizes: tuple[int, ...]) -> Hall:
        """A real house on a file, with a workshop of today that may open."""
        house = House(place)
        house.make_empty()
        made = json.loads(house.run("-m", "tests.journeys.hall.make", str(place), *map(str, sizes)))
        house.start()
        return cls(browser, house, {int(side): names for side, names in made["sides"].items()}, made["key"])

    @property
    def facilitator(self) -> Person:
        return self.people["Hazel"]

    @property
    def second(self) -> Person:
        return self.people["Aspen"]

    @property
    def observer(self) -> Person:
        return self.people["Quartz"]

    def of(self, side: int) -> list[Person]:
        return [self.people[alias] for alias in self.sides[side]]

    @property
    def phones(self) -> list[Person]:
        return [person for side in self.sides for person in self.of(side)]

    def arrive(self, alias: str, speech: Speech = WITH_SCRIPTS) -> Person:
        person = Person.arrive(self.browser, self.house, speech)
        person.alias, person.key, person.is_signed_in = alias, self.key, False
        person.sign_in_again()
        self.people[alias] = person
        return person

    def everybody_arrives(self) -> None:
        """Three telephones run no scripts: the first of each of two communities, and another of the first."""
        plain = {self.sides[1][0], self.sides[1][1], self.sides[2][0]}
        for alias in ("Hazel", "Aspen", "Quartz"):
            self.arrive(alias)
        for alias in (alias for names in self.sides.values() for alias in names):
            self.arrive(alias, WITHOUT if alias in plain else WITH_SCRIPTS)

    def leave(self) -> None:
        for person in self.people.values():
            person.context.close()
        self.house.stop()
