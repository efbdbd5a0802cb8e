"""Between the rows of a draw and the values that its method and its files are made of."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from fractions import Fraction
from hashlib import sha256
from typing import Any

from tracktwo.data.beacons import QUICKNET
from tracktwo.exchange.proofs import Ceremony, quota_rows, rows_of
from tracktwo.methods.draw import (
    Asked,
    Beacon,
    Distribution,
    Drand,
    Freeze,
    Frozen,
    NoNetwork,
    Number,
    Publication,
    Reveal,
    Rfc3797,
    Row,
    Signed,
    Stage,
    Times,
    Value,
    draw_number,
    fix_round,
    freeze_rows,
    read_key,
    round_time,
    stage_at,
)
from tracktwo.methods.draw.steps import certificate_hash, quotas_hash
from tracktwo.methods.lottery import Lottery, Person, Question, Quota, ask
from tracktwo.methods.record import Refusal
from tracktwo.steps.select.convert.questions import question_of
from tracktwo.steps.select.models import Draw, DrawYes, Pool

HOST = "host"


def asked_of(pool: Pool) -> Asked:
    """The pool and its rules as rows and quotas to freeze."""
    question = question_of(pool)
    return Asked(tuple(rows_of(question)), quota_rows(question), question.seats)


def keep_asked(asked: Asked) -> dict[str, Any]:
    rows = [[row.alias, dict(row.features), list(row.groups), row.score] for row in asked.rows]
    return {"rows": rows, "quotas": [list(quota) for quota in asked.quotas]}


def asked_in(draw: Draw) -> Asked:
    rows = tuple(Row(alias, features, tuple(groups), score) for alias, features, groups, score in draw.frozen["rows"])
    return Asked(rows, tuple((f, v, low, high) for f, v, low, high in draw.frozen["quotas"]), draw.seats)


def question_in(draw: Draw) -> Question:
    """The frozen question, whatever became of the pool's rules."""
    asked = asked_in(draw)
    people = [Person(row.alias, row.features, row.groups) for row in asked.rows]
    return ask(people, [Quota(*quota) for quota in asked.quotas], asked.seats)


def tree_of(draw: Draw) -> Frozen:
    """The rows as they were frozen. Refuses ``select.rows_destroyed`` where what identifies was destroyed."""
    if not draw.secret:
        raise Refusal("select.rows_destroyed")
    return freeze_rows(asked_in(draw).rows, bytes.fromhex(draw.secret))


def leaves_of(draw: Draw) -> Mapping[str, int]:
    """The number of each alias' leaf; also where the rows themselves are destroyed."""
    kept = draw.frozen.get("kept")
    return kept["leaves"] if kept else tree_of(draw).numbers


def without_features(draw: Draw) -> dict[str, Any]:
    """What stays of the frozen pool when its draw is over or what identifies is destroyed: aliases, communities, what
    the proof stands on.

    Without the secret no guess at a row can be tried on its leaf. The quotas go too: beside the certificate they would
    tell the features of each kind of leaves.
    """
    tree, asked = tree_of(draw), asked_in(draw)
    rows = [[row.alias, {"community": row.features.get("community", "")}, [], ""] for row in asked.rows]
    kept = {
        "root": tree.root.hex(),
        "quotas": quotas_hash(asked.quotas, quotas_salt(draw)).hex(),
        "leaves": dict(tree.numbers),
    }
    return {"rows": rows, "quotas": [], "kept": kept}


def without_certificate(listed: Mapping[str, Any] | None) -> dict[str, Any] | None:
    """The list without its certificate, which says whose leaves are alike; its hash stays, and is all a proof needs."""
    if listed is None or "certificate" not in listed:
        return None if listed is None else dict(listed)
    rest = {name: value for name, value in listed.items() if name != "certificate"}
    return rest | {"certificate_hash": certificate_hash(listed["certificate"]).hex()}


def _certificate_hash(listed: Mapping[str, Any]) -> bytes:
    kept = listed.get("certificate_hash")
    return bytes.fromhex(kept) if kept else certificate_hash(listed["certificate"])


def quotas_salt(draw: Draw) -> bytes:
    return sha256(b"quotas\n" + bytes.fromhex(draw.secret)).digest()


def freeze_of(draw: Draw) -> Freeze:
    root, quotas = _hashes_of(draw)
    return Freeze(
        draw.code, draw.kind, tuple(draw.parties), len(draw.frozen["rows"]), root, draw.seats, quotas, draw.objective,
        draw.version,
    )  # fmt: skip


def _hashes_of(draw: Draw) -> tuple[bytes, bytes]:
    """Of the rows and of the quotas."""
    kept = draw.frozen.get("kept")
    if kept:
        return bytes.fromhex(kept["root"]), bytes.fromhex(kept["quotas"])
    return tree_of(draw).root, quotas_hash(asked_in(draw).quotas, quotas_salt(draw))


def keep_list(
    lottery: Lottery, distribution: Distribution, certificate: Mapping[str, object], result: Mapping[str, object]
) -> dict[str, Any]:
    return {
        "cohorts": [list(cohort) for cohort in distribution.cohorts],
        "weights": [str(weight) for weight in distribution.weights],
        "barred": list(distribution.barred),
        "minimum": str(distribution.minimum),
        "proven": distribution.proven,
        "certificate": certificate,
        "result": result,
        "chances": {person: str(chance) for person, chance in lottery.probabilities.items()},
    }


def distribution_in(draw: Draw) -> Distribution:
    kept = draw.listed
    return Distribution(
        tuple(tuple(cohort) for cohort in kept["cohorts"]),
        tuple(int(weight) for weight in kept["weights"]),
        tuple(kept["barred"]),
        Fraction(kept["minimum"]),
        kept["proven"],
    )


def seconds(moment: datetime) -> int:
    return int(moment.timestamp())


def beacon_of(kind: str, sources: tuple[str, ...], opened_until: datetime) -> Beacon:
    """The public value of this kind for an opening that ends then."""
    if kind == "drand":
        return fix_round(QUICKNET, seconds(opened_until))
    return Rfc3797(sources, seconds(opened_until) + 600) if kind == "rfc3797" else NoNetwork()


def beacon_in(draw: Draw) -> Beacon:
    kept = draw.beacon
    if kept["kind"] == "drand":
        return Drand(QUICKNET, kept["round"])
    return Rfc3797(tuple(kept["sources"]), kept["after"]) if kept["kind"] == "rfc3797" else NoNetwork()


def publication_of(draw: Draw) -> Publication:
    return Publication(
        bytes.fromhex(draw.h0),
        distribution_in(draw),
        _certificate_hash(draw.listed),
        beacon_in(draw),
        seconds(draw.sealed_until),
        seconds(draw.opened_until),
        affirmed_in(draw),
    )


def affirmed_in(draw: Draw) -> dict[str, Signed]:
    """Who signed the yes to H0."""
    said = [one for one in draw.yeses.all() if one.what == DrawYes.What.FREEZE and one.signature]
    return {one.party: Signed(bytes.fromhex(one.key), bytes.fromhex(one.signature)) for one in said}


def seals_signed(draw: Draw) -> dict[str, Signed]:
    """Who signed the own seal."""
    signed = [one for one in draw.seals.all() if one.signature]
    return {one.party: Signed(bytes.fromhex(one.signed_with), bytes.fromhex(one.signature)) for one in signed}


def reveals_of(draw: Draw) -> dict[str, Reveal]:
    return {one.party: read_key(one.key) for one in draw.seals.all() if one.key}


def number_of(draw: Draw) -> Number | None:
    return draw_number(bytes.fromhex(draw.seed), distribution_in(draw).weights) if draw.seed else None


def ceremony_of(draw: Draw) -> Ceremony:
    """The draw as its proof tells it, as far as it has come."""
    if not draw.published_at:
        return Ceremony(freeze_of(draw))
    seals = {one.party: bytes.fromhex(one.seal) for one in draw.seals.all()}
    opened, number = reveals_of(draw), number_of(draw)
    return Ceremony(freeze_of(draw), publication_of(draw), seals, opened, value_in(draw), number, seals_signed(draw))


def keep_value(value: Value) -> dict[str, Any]:
    return {"chain_hash": value.chain_hash.hex(), "round": value.round, "signature": value.signature.hex()}


def value_in(draw: Draw) -> Value | None:
    kept = draw.value
    return Value(bytes.fromhex(kept["chain_hash"]), kept["round"], bytes.fromhex(kept["signature"])) if kept else None


def value_at(draw: Draw) -> datetime | None:
    """When the public value is there; None without one."""
    beacon = beacon_in(draw)
    if isinstance(beacon, Drand):
        return datetime.fromtimestamp(round_time(beacon.chain, beacon.round), UTC)
    return datetime.fromtimestamp(beacon.after, UTC) if isinstance(beacon, Rfc3797) else None


def stage_of(draw: Draw, now: datetime) -> Stage:
    """The step under way, by the clock and by what was handed in."""
    seals = list(draw.seals.all())
    said = {one.party for one in draw.yeses.all() if one.what == DrawYes.What.FREEZE}
    times = None
    if draw.published_at:
        ends = seconds(draw.sealed_until), seconds(draw.opened_until)
        times = Times(*ends, seconds(value_at(draw) or draw.opened_until))
    return stage_at(
        seconds(now),
        times,
        affirmed=said >= set(draw.parties),
        parties=len(draw.parties),
        sealed=len(seals),
        opened=sum(bool(one.key) for one in seals),
        drawn=draw.drawn_at is not None,
    )


def drawn_labels(draw: Draw) -> list[str]:
    """The aliases of the cohort that was drawn, sorted."""
    number = number_of(draw)
    if number is None:
        return []
    alias = {place: label for label, place in leaves_of(draw).items()}
    return sorted(alias[place] for place in distribution_in(draw).cohorts[number.index])
