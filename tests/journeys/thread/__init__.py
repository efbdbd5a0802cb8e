"""The thread: one programme from an empty house to its report, step by step, by the people whose step it is."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import Browser

from tests.journeys.house import House
from tests.journeys.person import Person, Speech
from tests.journeys.thread.words import WORDS, Words

DAYS_TO_THE_WORKSHOP = 10


@dataclass
class Thread:
    """Everybody who has arrived, by alias, and the address of the programme."""

    browser: Browser
    house: House
    speech: Speech
    desk: Path
    people: dict[str, Person] = field(default_factory=dict)
    seated: list[str] = field(default_factory=list)
    phrases: dict[str, str] = field(default_factory=dict)
    key: str = ""

    @property
    def words(self) -> Words:
        return WORDS[self.speech.language]

    @property
    def convener(self) -> Person:
        return self.people["Heron"]

    def arrive(self, alias: str, code: str) -> Person:
        """Somebody comes with a code and a browser of their own."""
        person = Person.arrive(self.browser, self.house, self.speech)
        person.join(code, alias)
        person.key = self.key
        self.people[alias] = person
        return person

    def invite(self, role: str, alias: str, side: int | None = None) -> Person:
        self.convener.open("programme:people")
        self.convener.fill(role=role, side=side or "")
        self.convener.press()
        return self.arrive(alias, self.convener.page.locator("#code").inner_text())

    def let_days_pass(self, days: int) -> None:
        """Every session ends; whoever acts next signs in again."""
        self.house.let_days_pass(days)
        for person in self.people.values():
            person.is_signed_in = False

    def paper(self, name: str, content: str) -> Path:
        place = self.desk / name
        place.write_text(content, encoding="utf-8")
        return place
