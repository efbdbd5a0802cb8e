"""A small draw, whole: four people, two quotas, three parties."""

from __future__ import annotations

from dataclasses import dataclass, field

from tracktwo.data.beacons import QUICKNET
from tracktwo.exchange.proofs import (
    Ceremony,
    certificate_of,
    distribution_of,
    freeze_question,
    quota_rows,
    write_audit,
    write_proof,
)
from tracktwo.exchange.signing import sign
from tracktwo.methods.draw import (
    Freeze,
    Frozen,
    Publication,
    Reveal,
    commit,
    draw_number,
    fix_round,
    joint_seed,
    own_seal,
    yes_to_freeze,
)
from tracktwo.methods.draw.beacon import Beacon, Value
from tracktwo.methods.draw.steps import certificate_hash, quotas_hash
from tracktwo.methods.lottery import Lottery, Person, Question, Quota, ask, find_lottery

PARTIES = ("community-1", "community-2", "host")
# A published round of quicknet, and its randomness: the SHA-256 of its signature.
SIGNED_ROUND = 1000
SIGNATURE = bytes.fromhex(
    "b44679b9a59af2ec876b1a6b1ad52ea9b1615fc3982b19576350f93447cb1125e342b73a8dd2bacbe47e4b6b63ed5e39"
)
RANDOMNESS = bytes.fromhex("fe290beca10872ef2fb164d2aa4442de4566183ec51c56ff3cd603d930e54fdd")
SECRET, SALT = bytes(range(32)), bytes(range(1, 33))
# So that the formula gives round 1000, whose value is known.
OPENED_UNTIL = QUICKNET.genesis + 999 * 3 - 600
REVEALS = {party: Reveal(bytes([n]) * 32, bytes([n + 16]) * 32) for n, party in enumerate(PARTIES, start=1)}


def birds(shuffled: bool = False) -> Question:
    people = [
        Person(name, {"side": side, "gender": gender})
        for name, side, gender in (
            ("auk", "1", "w"), ("crane", "1", "m"), ("dunlin", "1", "w"), ("heron", "2", "m"), ("ibis", "2", "w"),
            ("jay", "2", "m"), ("knot", "2", "w"),
        )
    ]  # fmt: skip
    quotas = [
        Quota("side", "1", 1, 1),
        Quota("side", "2", 1, 1),
        Quota("gender", "w", 1, 2),
        Quota("gender", "m", 0, 1),
    ]
    return ask(people[::-1] if shuffled else people, quotas[::-1] if shuffled else quotas, 2)


@dataclass
class Played:
    """A draw from end to end, with anything of it replaced."""

    question: Question = field(default_factory=birds)
    objective: str = "leximin"
    reveals: dict[str, Reveal] = field(default_factory=lambda: dict(REVEALS))
    beacon: Beacon = field(default_factory=lambda: fix_round(QUICKNET, OPENED_UNTIL))
    value: Value = field(default_factory=lambda: Value(QUICKNET.hash, SIGNED_ROUND, SIGNATURE))
    draw: str = "draw-1"
    keys: dict[str, bytes] = field(default_factory=dict)
    lottery: Lottery | None = None

    def __post_init__(self) -> None:
        self.lottery = self.lottery or find_lottery(self.question, self.objective)
        self.frozen: Frozen = freeze_question(self.question, SECRET)
        self.quotas = quota_rows(self.question)
        people = len(self.frozen.leaves)
        hashed = quotas_hash(self.quotas, SALT)
        self.freeze = Freeze(
            self.draw, "cohort", PARTIES, people, self.frozen.root, self.question.seats, hashed, self.objective, "0"
        )
        self.certificate = certificate_of(self.lottery, self.frozen.numbers)
        affirmed = {
            party: sign(key, yes_to_freeze(self.draw, party, self.freeze.head)) for party, key in self.keys.items()
        }
        listed = distribution_of(self.lottery, self.frozen.numbers)
        certificate = certificate_hash(self.certificate)
        self.publication = Publication(
            self.freeze.head, listed, certificate, self.beacon, OPENED_UNTIL - 3600, OPENED_UNTIL, affirmed
        )
        head = self.publication.head
        self.seals = {party: commit(self.draw, head, party, REVEALS[party]) for party in PARTIES}
        self.seals_signed = {
            party: sign(key, own_seal(self.draw, party, head, self.seals[party])) for party, key in self.keys.items()
        }
        self.number = draw_number(joint_seed(head, PARTIES, self.reveals, self.value), listed.weights)

    def proof(self) -> bytes:
        ceremony = Ceremony(
            self.freeze, self.publication, self.seals, self.reveals, self.value, self.number, self.seals_signed
        )
        return write_proof(ceremony)

    def audit(self) -> bytes:
        return write_audit(self.freeze, self.frozen, self.quotas, SALT, self.certificate)
