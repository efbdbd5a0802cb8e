"""Steps 1 and 2 as what is hashed: H0 over all that was frozen, H1 over H0 and all that was published.

Whatever comes later holds H1, and H1 holds the rest: nobody can seal a number for one list and draw from another.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction

from tracktwo.methods.draw.affirming import Signed
from tracktwo.methods.draw.beacon import Beacon
from tracktwo.methods.record import Refusal, canonical_json, tagged_hash

FREEZE_TAG = "tracktwo/draw/freeze/v1"
QUOTAS_TAG = "tracktwo/draw/quotas/v1"
CERTIFICATE_TAG = "tracktwo/draw/certificate/v1"
PUBLISH_TAG = "tracktwo/draw/publish/v1"
# (feature, value, minimum, maximum)
QuotaRow = tuple[str, str, int, int]


@dataclass(frozen=True)
class Freeze:
    """What is fixed before anything is computed. ``kind``: cohort, replacement or alternates.

    ``root``: over the pool's leaves. ``quotas``: a salted hash of them, as quotas tell who is in the pool.
    ``confirmed``: leaf numbers of those who sit already. ``code``: the version that computes.
    """

    draw: str
    kind: str
    parties: tuple[str, ...]
    people: int
    root: bytes
    seats: int
    quotas: bytes
    objective: str
    code: str
    confirmed: tuple[int, ...] = ()

    def content(self) -> dict[str, object]:
        return {
            "code": self.code,
            "confirmed": list(self.confirmed),
            "draw": self.draw,
            "kind": self.kind,
            "objective": self.objective,
            "parties": list(self.parties),
            "people": self.people,
            "quotas": self.quotas.hex(),
            "root": self.root.hex(),
            "seats": self.seats,
        }

    @property
    def head(self) -> bytes:
        """H0."""
        return tagged_hash(FREEZE_TAG, canonical_json(self.content()))


def quotas_hash(rows: tuple[QuotaRow, ...], salt: bytes) -> bytes:
    return tagged_hash(QUOTAS_TAG, salt, canonical_json([list(row) for row in rows]))


def certificate_hash(certificate: Mapping[str, object]) -> bytes:
    return tagged_hash(CERTIFICATE_TAG, canonical_json(certificate))


@dataclass(frozen=True)
class Distribution:
    """A lottery over leaf numbers: cohort i is drawn with weight i of the sum of weights.

    ``minimum``: the lowest chance of anybody outside ``barred``; ``proven``: it is the highest possible, by the
    certificate.
    """

    cohorts: tuple[tuple[int, ...], ...]
    weights: tuple[int, ...]
    barred: tuple[int, ...]
    minimum: Fraction
    proven: bool

    def chances(self) -> dict[int, Fraction]:
        """The chance of everybody who is in a cohort. O(cohorts x seats)."""
        total, chances = sum(self.weights), dict[int, int]()
        for cohort, weight in zip(self.cohorts, self.weights, strict=True):
            for number in cohort:
                chances[number] = chances.get(number, 0) + weight
        return {number: Fraction(weight, total) for number, weight in chances.items()}


@dataclass(frozen=True)
class Publication:
    """What is fixed before anybody seals: the list, and until when and from what the number is made.

    ``affirmed``: by party, the signed yes to H0 of whoever signed one; nobody can take it out afterwards.
    Times are seconds since 1970. Raises Refusal ``draw.times`` for an opening that ends before the sealing.
    """

    freeze: bytes
    distribution: Distribution
    certificate: bytes
    beacon: Beacon
    sealed_until: int
    opened_until: int
    affirmed: Mapping[str, Signed] = field(default_factory=dict)

    def __post_init__(self) -> None:
        if not self.sealed_until < self.opened_until:
            raise Refusal("draw.times")

    def content(self) -> dict[str, object]:
        listed = self.distribution
        # Left out where nobody signed: so the hash of every list published before there were keys stays what it was.
        signed = {party: one.content() for party, one in self.affirmed.items()}
        return {
            **({"affirmed": signed} if signed else {}),
            "barred": list(listed.barred),
            "beacon": self.beacon.content(),
            "certificate": self.certificate.hex(),
            "cohorts": [list(cohort) for cohort in listed.cohorts],
            "freeze": self.freeze.hex(),
            "minimum": str(listed.minimum),
            "minimum_proven": listed.proven,
            "opened_until": self.opened_until,
            "sealed_until": self.sealed_until,
            "weights": [str(weight) for weight in listed.weights],
        }

    @property
    def head(self) -> bytes:
        """H1."""
        return tagged_hash(PUBLISH_TAG, canonical_json(self.content()))
