"""One text of four delegates: from what a workshop kept to what every audience is handed."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import Browser

from tests.journeys.house import House
from tests.journeys.person import Person, Speech

WORKSHOP = 1
ENDED_DAYS_AGO = 3
DELEGATES = {1: ("Wagtail", "Alder"), 2: ("Siskin", "Larch")}
GUARANTORS = {1: "Linden", 2: "Rowan"}
READERS = {1: "Plover", 2: "Dunlin"}
# The first community reads the house in Ukrainian; that alone decides which column of the text stands beside.
IN_UKRAINIAN = ("Wagtail", "Alder", "Plover")
SILENCE = 4  # days after which 72 hours are over, wherever a night falls


@dataclass
class Desk:
    """The house, and everybody who has come so far, by alias; each signs in when first needed."""

    browser: Browser
    house: House
    key: str
    place: Path
    people: dict[str, Person] = field(default_factory=dict)
    days: int = 0

    def of(self, alias: str) -> Person:
        if alias not in self.people:
            speech = Speech("uk" if alias in IN_UKRAINIAN else "en", scripts=alias in IN_UKRAINIAN)
            person = Person.arrive(self.browser, self.house, speech)
            person.alias, person.key, person.is_signed_in = alias, self.key, False
            person.passphrase = "heather over granite"
            self.people[alias] = person
        elif not self.people[alias].is_signed_in:
            self.come_back(self.people[alias])
        return self.people[alias]

    def come_back(self, person: Person) -> None:
        """Days have passed and the session with them; how one signs in was shown when the person came."""
        person.is_signed_in = True
        entering = {"alias": person.alias, "passphrase": person.passphrase}
        person.submit("people:sign_in", "people:sign_in", entering)

    def open(self, alias: str, name: str, **more: object) -> Person:
        """The person on that page of the text."""
        person = self.of(alias)
        person.open(f"agree:{name}", workshop=WORKSHOP, **more)
        return person

    def fill_in(self, alias: str, name: str, typed: dict[str, object], *, status: int = 200, **more: object) -> Person:
        """A form of the text, opened, filled in and sent by its own button."""
        person = self.open(alias, name, **more)
        person.fill(**typed)
        person.press(status=status)
        return person

    def let_silence_pass(self) -> None:
        """Four days; every session has ended meanwhile."""
        self.days += SILENCE
        self.house.let_days_pass(self.days)
        for person in self.people.values():
            person.is_signed_in = False

    @property
    def delegates(self) -> list[str]:
        return [alias for aliases in DELEGATES.values() for alias in aliases]
