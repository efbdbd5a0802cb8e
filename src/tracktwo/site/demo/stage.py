"""Who plays, and when: accounts by alias, the programme, the day on which the demonstration starts."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta

from tracktwo.foundation.people.models import Account, Role, Standing
from tracktwo.foundation.people.policies import role_of
from tracktwo.steps.programme.models import Community, Programme

PASSPHRASE = "heather over granite"  # noqa: S105 - printed on the screen by the demonstration, on purpose
VAULT_PASSPHRASE = "basalt under moss"  # noqa: S105 - likewise
# Birds, trees and stones: aliases that could be nobody's name.
THIRD_PARTY = {
    "Heron": Role.CONVENER,
    "Hazel": Role.FACILITATOR,
    "Juniper": Role.RAPPORTEUR,
    "Quartz": Role.ASSESSOR,
    "Agate": Role.ASSESSOR,
    "Jasper": Role.ASSESSOR,
    "Basalt": Role.OFFICER,
    "Schist": Role.OFFICER,
    "Mica": Role.AUDITOR,
}
GUARANTORS = {1: "Linden", 2: "Rowan"}
READERS = {1: "Plover", 2: "Dunlin"}
PARTICIPANTS = {
    1: ("Wagtail", "Alder", "Curlew", "Lapwing", "Osprey", "Teal", "Swift", "Bittern"),
    2: ("Siskin", "Larch", "Merlin", "Pipit", "Redstart", "Wren", "Godwit", "Fulmar"),
}
NEWCOMERS = {
    1: ("Kestrel", "Aspen", "Dipper", "Gneiss", "Nuthatch", "Sorrel", "Tern", "Willow", "Flint", "Avocet"),
    2: ("Bunting", "Cedar", "Crake", "Garnet", "Jackdaw", "Myrtle", "Petrel", "Spruce", "Onyx", "Whimbrel"),
}


@dataclass
class Stage:
    """What every step's ``build(stage)`` gets. ``days(n)`` is the moment n days from the start (negative: before)."""

    now: datetime
    programme: Programme
    accounts: dict[str, Account] = field(default_factory=dict)

    def days(self, count: int) -> datetime:
        return self.now + timedelta(days=count)

    def community(self, number: int) -> Community:
        return self.programme.communities.get(number=number)

    def by(self, alias: str, verb: str) -> Standing:
        """The standing by which this account does a deed."""
        return role_of(self.accounts[alias], verb, self.programme.compartment)

    def participants(self, side: int) -> list[Account]:
        return [self.accounts[alias] for alias in PARTICIPANTS[side]]
