"""A drawn cohort out: the tables that people open, the result for scripts, and the proof that repeats the
draw.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from tracktwo.exchange.proofs import write_sealed
from tracktwo.exchange.tables import write_table
from tracktwo.methods.lottery import Lottery, Question, Uniform, draw_alternates, draw_index
from tracktwo.methods.lottery.draw import COHORT_LABEL
from tracktwo.methods.record import Refusal, Refusals, canonical_json

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
    uniform: Uniform | None = None

    @property
    def cohort(self) -> tuple[str, ...]:
        return self.cohorts[self.index]

    @property
    def cohorts(self) -> tuple[tuple[str, ...], ...]:
        """The list drawn from: the exact lottery's, or the uniform one made of it."""
        return self.uniform.cohorts if self.uniform else self.lottery.cohorts

    @property
    def weights(self) -> tuple[int, ...]:
        return (1,) * len(self.uniform.cohorts) if self.uniform else self.lottery.weights

    @property
    def probabilities(self) -> Mapping[str, Fraction]:
        return self.uniform.probabilities if self.uniform else self.lottery.probabilities


def draw(lottery: Lottery, seed: bytes, uniform: Uniform | None = None) -> Draw:
    """Draw one cohort, from the exact lottery or from a uniform list made of it, and an alternate for each seat."""
    cohorts = uniform.cohorts if uniform else lottery.cohorts
    index, ticket = draw_index((1,) * len(cohorts) if uniform else lottery.weights, seed)
    alternates = draw_alternates(lottery.setting, cohorts[index], seed)
    return Draw(lottery, seed, index, ticket, alternates, uniform)


def write_cohort(drawn: Draw) -> bytes:
    """``id``, one row per person of the cohort."""
    return write_table(("id",), ((person,) for person in drawn.cohort))


def write_alternates(drawn: Draw) -> bytes:
    """``replaces,id``: who steps in for whom; blank where no single person keeps every quota."""
    return write_table(("replaces", "id"), drawn.alternates)


def write_probabilities(drawn: Draw) -> bytes:
    """``id,probability,exact``: everybody in the pool, as a decimal and as a fraction, by the list drawn from."""
    rows = ((person, _decimal(chance), str(chance)) for person, chance in drawn.probabilities.items())
    return write_table(("id", "probability", "exact"), rows)


def write_lottery(drawn: Draw) -> bytes:
    """``cohort,weight,seat_1 … seat_N``: the cohorts in their order, numbered from 1, with whole weights."""
    seats = (f"seat_{seat}" for seat in range(1, drawn.lottery.seats + 1))
    numbered = enumerate(zip(drawn.weights, drawn.cohorts, strict=True), start=1)
    return write_table(
        ("cohort", "weight", *seats), ((number, weight, *cohort) for number, (weight, cohort) in numbered)
    )


def describe_result(lottery: Lottery, seconds: float | None = None) -> dict[str, object]:
    """The content of ``result.json`` but for the uniform list. ``seconds`` alone may differ between two runs."""
    return {
        "objective": lottery.objective,
        "seats": lottery.seats,
        "people": len(lottery.probabilities),
        "min_probability": lottery.minimum_float,
        "value": lottery.value,
        "bound": lottery.bound,
        "gap": lottery.gap,
        "exact": None if lottery.exact is None else str(lottery.exact),
        "levels": [str(level) for level in lottery.levels],
        "proven": list(lottery.proven),
        "unselectable": list(lottery.unselectable),
        "cohorts": len(lottery.cohorts),
        "relaxations": [],
        "seconds": seconds,
    }


def write_impossible(question: Question, objective: str, found: Refusals) -> bytes:
    """``result.json`` where no cohort can keep the quotas: why, and each smallest set of changes that would do."""
    changes = [one.params for one in found.each if one.code in ("lottery.repair", "lottery.repairs_together")]
    told = {
        "objective": objective,
        "seats": question.seats,
        "people": len(question.people),
        "cohorts": 0,
        "refusals": [one.code for one in found.each],
        "relaxations": [
            f"{said['quota']} → {said['change']}" if "quota" in said else said["changes"] for said in changes
        ],
    }
    return (json.dumps(told, ensure_ascii=False, indent=2) + "\n").encode()


def describe_uniform(uniform: Uniform) -> dict[str, object]:
    """What the uniform list comes to, beside the exact lottery it was made of."""
    return {
        "cohorts": len(uniform.cohorts),
        "min_probability": float(uniform.minimum),
        "largest_change": float(uniform.largest_change),
        "largest_change_exact": str(uniform.largest_change),
    }


def write_result(drawn: Draw, seconds: float | None = None) -> bytes:
    told = describe_result(drawn.lottery, seconds)
    if drawn.uniform:
        told["uniform"] = describe_uniform(drawn.uniform)
    return (json.dumps(told, ensure_ascii=False, indent=2) + "\n").encode()


def digest_pool(question: Question) -> str:
    """SHA-256 of the people with the features and groups that the question uses, whatever the order of
    rows.
    """
    people = [
        [person.id, dict(person.features), list(person.groups), *(() if person.score is None else (str(person.score),))]
        for person in question.people
    ]
    return _digest({"people": people})


def digest_quotas(question: Question) -> str:
    """SHA-256 of quotas and seats, whatever the order of rows."""
    rows = [[quota.feature, quota.value, quota.minimum, quota.maximum] for quota in question.quotas]
    asked = {"quotas": rows, "seats": question.seats}
    return _digest({**asked, "fixed": list(question.fixed)} if question.fixed else asked)


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
        "minimum": str(drawn.uniform.minimum if drawn.uniform else min_selectable(lottery)),
        "minimum_proven": lottery.minimum is not None and drawn.uniform is None,
        "people": people,
        "cohorts": [[place[person] for person in cohort] for cohort in drawn.cohorts],
        "weights": [str(weight) for weight in drawn.weights],
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
