"""The fixed cast: one programme of two communities and another programme, with somebody in every role."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass, field
from datetime import UTC, datetime
from http.cookies import SimpleCookie
from typing import Any

import pytest
from django.db import transaction
from django.test import Client

from tracktwo.foundation.people.actions import grant
from tracktwo.foundation.people.models import Account, Compartment, Role, Standing
from tracktwo.foundation.people.policies import role_of
from tracktwo.steps.programme.actions import create_programme
from tracktwo.steps.programme.convert import HOUSE
from tracktwo.steps.programme.models import Programme

NOW = datetime(2026, 3, 10, 9, 0, tzinfo=UTC)
PASSPHRASE = "slate under lichen"
HOST = dict.fromkeys(("name", "funding", "positions", "affiliations", "ties"), "None.")
EACH_SIDE = 3


@dataclass
class Cast:
    programme: Programme
    other_programme: Programme
    convener: Account
    facilitator: Account
    rapporteur: Account
    assessor: Account
    officer: Account
    auditor: Account
    guarantors: Mapping[int, Account]
    readers: Mapping[int, Account]
    participants: Mapping[int, list[Account]]
    nominees: Mapping[int, Account]
    stranger: Account
    other_convener: Account
    sessions: dict[object, SimpleCookie] = field(default_factory=dict)

    def client(self, account: Account | None) -> Client:
        """A browser of this person's own, already signed in (or nobody's)."""
        client = Client()
        if account is not None and account.pk in self.sessions:
            client.cookies = deepcopy(self.sessions[account.pk])
        elif account is not None:
            client.force_login(account)
        return client

    def sign_everybody_in(self) -> None:
        """One session each, for tests that ask at hundreds of addresses and take back what they did."""
        self.sessions = {one.pk: self.client(one).cookies for one in self.everyone().values() if one}

    def by(self, account: Account, verb: str) -> Standing:
        return role_of(account, verb, self.programme.compartment)

    def everyone(self) -> dict[str, Account | None]:
        """One account for each row of the matrix."""
        return {
            "nobody": None,
            "stranger": self.stranger,
            "other_convener": self.other_convener,
            "convener": self.convener,
            "facilitator": self.facilitator,
            "rapporteur": self.rapporteur,
            "assessor": self.assessor,
            "officer": self.officer,
            "auditor": self.auditor,
            "guarantor": self.guarantors[1],
            "reader": self.readers[1],
            "participant": self.participants[1][0],
            "nominee": self.nominees[1],
        }


def person(alias: str) -> Account:
    taken = Account.objects.filter(alias=alias).exists()  # by the other cast, where two and three play in one module
    account = Account(alias=f"{alias} too" if taken else alias)
    account.set_unusable_password()  # hashing a passphrase for everybody would take most of the suite's time
    account.save()
    return account


def open_programme(creator: Account, communities: int = 2) -> Programme:
    return create_programme(
        creator,
        title="Two rooms",
        description="Two rooms and a door.",
        language="en",
        years=(2025, 2028),
        communities=[{"en": f"Community {letter}"} for letter in "ABCD"[:communities]],
        host=HOST,
    )


def build_cast(communities: int = 2) -> Cast:
    convener = person("Heron")
    # A test with transactions of its own leaves the tables empty behind it, and the house's compartment gone.
    house, _new = Compartment.objects.get_or_create(id=HOUSE)
    grant(convener, house, Role.CONVENER)
    programme = open_programme(convener, communities)
    other_convener = person("Crane")
    sides = range(1, communities + 1)

    def seat(alias: str, role: Role, side: int | None = None) -> Account:
        account = person(alias)
        grant(account, programme.compartment, role, side)
        return account

    return Cast(
        programme=programme,
        other_programme=open_programme(other_convener),
        convener=convener,
        facilitator=seat("Hazel", Role.FACILITATOR),
        rapporteur=seat("Juniper", Role.RAPPORTEUR),
        assessor=seat("Quartz", Role.ASSESSOR),
        officer=seat("Basalt", Role.OFFICER),
        auditor=seat("Mica", Role.AUDITOR),
        guarantors={side: seat(f"Guarantor {side}", Role.GUARANTOR, side) for side in sides},
        readers={side: seat(f"Reader {side}", Role.READER, side) for side in sides},
        participants={
            side: [seat(f"Wader {side} {n}", Role.PARTICIPANT, side) for n in range(1, EACH_SIDE + 1)] for side in sides
        },
        nominees={side: seat(f"Sapling {side}", Role.NOMINEE, side) for side in sides},
        stranger=person("Stranger"),
        other_convener=other_convener,
    )


def standing(communities: int, apart: bool, blocker: Any) -> Iterator[Cast | None]:
    """One cast for a whole module, whose tests each undo what they did; none where tests commit for themselves."""
    if apart:
        yield None
        return
    with blocker.unblock(), transaction.atomic():
        yield build_cast(communities)
        transaction.set_rollback(True)


@pytest.fixture(scope="module")
def standing_cast(django_db_setup: None, apart: bool, django_db_blocker) -> Iterator[Cast | None]:
    yield from standing(2, apart, django_db_blocker)


@pytest.fixture(scope="module")
def standing_three(django_db_setup: None, apart: bool, django_db_blocker) -> Iterator[Cast | None]:
    yield from standing(3, apart, django_db_blocker)


@pytest.fixture
def cast(standing_cast: Cast | None, db: None) -> Cast:
    return deepcopy(standing_cast) or build_cast()


@pytest.fixture
def three_communities(standing_three: Cast | None, db: None) -> Cast:
    return deepcopy(standing_three) or build_cast(3)
