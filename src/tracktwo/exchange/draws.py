"""A drawn cohort out: the tables that people open, the result for scripts, and the proof that repeats the
draw.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from fractions import Fraction

from tracktwo.exchange.proofs import write_sealed
from tracktwo.exchange.tables import write_table
from tracktwo.methods.lottery import Lottery, Question, draw_alternates, draw_index
from tracktwo.methods.lottery.draw import COHORT_LABEL
from tracktwo.methods.record import Refusal, canonical_json

PROOF_FORMAT, PROOF_VERSION = "tracktwo-draw", 2
# Fifteen digits of a chance that also stands beside it as a fraction.
_DIGITS = 15


@dataclass(frozen=True)
class Draw:
    """What a seed drew from a lottery: ``cohort`` is number ``index`` (from 0), as ``ticket`` fell to it."""

    lottery: Lottery
    seed: bytes
    index: int
    ticket: int
    alternates: tuple[tuple[str, str | None], ...]

    @property
    def cohort(self) -> tuple[str, ...]:
        return self.lottery.cohorts[self.index]


def draw(lottery: Lottery, seed: bytes) -> Draw:
    """Draw one cohort and an alternate for each of its seats."""
    index, ticket = draw_index(lottery.weights, seed)
    alternates = draw_alternates(lottery.setting, lottery.cohorts[index], seed)
    return Draw(lottery, seed, index, ticket, alternates)


def write_cohort(drawn: Draw) -> bytes:
    """``id``, one row per person of the cohort."""
    return write_table(("id",), ((person,) for person in drawn.cohort))


def write_alternates(drawn: Draw) -> bytes:
    """``replaces,id``: who steps in for whom; blank where no single person keeps every quota."""
    return write_table(("replaces", "id"), drawn.alternates)


def write_probabilities(lottery: Lottery) -> bytes:
    """``id,probability,exact``: everybody in the pool, as a decimal and as a fraction."""
    rows = ((person, _decimal(chance), str(chance)) for person, chance in lottery.probabilities.items())
    return write_table(("id", "probability", "exact"), rows)


def write_lottery(lottery: Lottery) -> bytes:
    """``cohort,weight,seat_1 … seat_N``: the cohorts in their order, numbered from 1, with whole weights."""
    seats = (f"seat_{seat}" for seat in range(1, lottery.seats + 1))
    numbered = enumerate(zip(lottery.weights, lottery.cohorts, strict=True), start=1)
    return write_table(
        ("cohort", "weight", *seats), ((number, weight, *cohort) for number, (weight, cohort) in numbered)
    )


def describe_result(lottery: Lottery, seconds: float | None = None) -> dict[str, object]:
    """The content of ``result.json``. ``seconds`` alone may differ between two runs."""
    return {
        "objective": lottery.objective,
        "seats": lottery.seats,
        "people": len(lottery.probabilities),
        "min_probability": lottery.minimum_float,
        "bound": lottery.bound,
        "gap": lottery.gap,
        "exact": None if lottery.minimum is None else str(lottery.minimum),
        "levels": [str(level) for level in lottery.levels],
        "proven": list(lottery.proven),
        "unselectable": list(lottery.unselectable),
        "cohorts": len(lottery.cohorts),
        "relaxations": [],
        "seconds": seconds,
    }


def write_result(lottery: Lottery, seconds: float | None = None) -> bytes:
    return (json.dumps(describe_result(lottery, seconds), ensure_ascii=False, indent=2) + "\n").encode()


def digest_pool(question: Question) -> str:
    """SHA-256 of the people with the features and groups that the question uses, whatever the order of
    rows.
    """
    people = [[person.id, dict(person.features), list(person.groups)] for person in question.people]
    return _digest({"people": people})


def digest_quotas(question: Question) -> str:
    """SHA-256 of quotas and seats, whatever the order of rows."""
    rows = [[quota.feature, quota.value, quota.minimum, quota.maximum] for quota in question.quotas]
    return _digest({"quotas": rows, "seats": question.seats})


def write_proof(question: Question, drawn: Draw) -> bytes:
    """All that is needed to repeat the draw, in canonical JSON: whole numbers beyond 2^53 are written as
    text.
    """
    lottery = drawn.lottery
    people = sorted(lottery.probabilities)
    place = {person: index for index, person in enumerate(people)}
    content = {
        "format": PROOF_FORMAT,
        "version": PROOF_VERSION,
        "pool": digest_pool(question),
        "quotas": digest_quotas(question),
        "objective": lottery.objective,
        "seats": lottery.seats,
        "minimum": str(min_selectable(lottery)),
        "minimum_proven": lottery.minimum is not None,
        "people": people,
        "cohorts": [[place[person] for person in cohort] for cohort in lottery.cohorts],
        "weights": [str(weight) for weight in lottery.weights],
        "label": COHORT_LABEL,
        "seed": drawn.seed.hex(),
        "ticket": str(drawn.ticket),
        "index": drawn.index,
        "cohort": list(drawn.cohort),
    }
    return write_sealed(content)


def check_proof(content: bytes) -> tuple[str, ...]:
    """Repeat the draw from a proof: the cohort it gives. Raises Refusal ``draw.proof_unreadable``,
    ``draw.proof_false``.

    Checked: the seed gives the ticket, the ticket the cohort, and the lowest chance is the one stated. Not
    checked: that the lottery is fair, which takes the pool and the certificate.
    """
    try:
        proof = json.loads(content)
        if (proof["format"], proof["version"]) != (PROOF_FORMAT, PROOF_VERSION):
            raise Refusal("draw.proof_unreadable")
        weights = [int(weight) for weight in proof["weights"]]
        index, ticket = draw_index(weights, bytes.fromhex(proof["seed"]), proof["label"])
        cohort = [proof["people"][place] for place in proof["cohorts"][index]]
        stated = (proof["index"], int(proof["ticket"]), proof["cohort"], Fraction(proof["minimum"]))
        lowest = _lowest_chance(proof["cohorts"], weights)
    except (ValueError, TypeError, KeyError, IndexError, AttributeError, RecursionError) as fault:
        raise Refusal("draw.proof_unreadable") from fault
    if stated != (index, ticket, cohort, lowest):
        raise Refusal("draw.proof_false")
    return tuple(cohort)


def min_selectable(lottery: Lottery) -> Fraction:
    """The lowest chance of anybody who can sit, as this lottery gives it, proven best or not."""
    return min(chance for chance in lottery.probabilities.values() if chance)


def _lowest_chance(cohorts: list[list[int]], weights: list[int]) -> Fraction:
    total: dict[int, int] = {}
    for cohort, weight in zip(cohorts, weights, strict=True):
        for place in cohort:
            total[place] = total.get(place, 0) + weight
    return Fraction(min(total.values()), sum(weights))


def _decimal(chance: Fraction) -> str:
    """Rounded down at the last digit, so that nobody is told more than the lottery gives."""
    whole = chance.numerator * 10**_DIGITS // chance.denominator
    return f"{whole // 10**_DIGITS}.{whole % 10**_DIGITS:0{_DIGITS}d}"


def _digest(value: object) -> str:
    return hashlib.sha256(canonical_json(value)).hexdigest()
