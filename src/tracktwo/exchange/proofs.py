"""The files of a draw: the public proof, the sealed audit file, a person's receipt, a guarantor's seal.

All are canonical JSON and end with a line end. Their forms are described in docs/reference/proofs.md; what checks
them is ``cli/methods/verify_draw.py``, which shares no line with this file.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field

from tracktwo.methods.draw import (
    Distribution,
    Freeze,
    Frozen,
    Number,
    Publication,
    Receipt,
    Reveal,
    Row,
    Signed,
    Value,
    freeze_rows,
    list_withheld,
    read_key,
)
from tracktwo.methods.draw.steps import QuotaRow
from tracktwo.methods.lottery import Lottery, Question
from tracktwo.methods.lottery.tree import Leaf, Tree
from tracktwo.methods.record import Refusal, canonical_json

PROOF_FORMAT, AUDIT_FORMAT, RECEIPT_FORMAT, SEAL_FORMAT = (
    f"tracktwo-{kind}" for kind in ("ceremony", "audit", "receipt", "seal")
)
VERSION = 1


@dataclass(frozen=True)
class Ceremony:
    """A draw as far as it has come. ``value`` and ``number`` are there when it is drawn; ``signed`` holds, by party,
    who signed the own seal.
    """

    freeze: Freeze
    publication: Publication | None = None
    seals: Mapping[str, bytes] = field(default_factory=dict)
    reveals: Mapping[str, Reveal] = field(default_factory=dict)
    value: Value | None = None
    number: Number | None = None
    signed: Mapping[str, Signed] = field(default_factory=dict)


def rows_of(question: Question) -> list[Row]:
    """The people of a question as rows to freeze: the features that quotas ask for, groups, score."""
    names = question.features
    return [
        Row(
            person.id,
            {name: person.features[name] for name in names},
            tuple(person.groups),
            _score(getattr(person, "score", None)),
        )
        for person in question.people
    ]


def _score(score: object) -> str:
    return "" if score is None else str(score)


def quota_rows(question: Question) -> tuple[QuotaRow, ...]:
    return tuple((one.feature, one.value, one.minimum, one.maximum) for one in question.quotas)


def freeze_question(question: Question, secret: bytes) -> Frozen:
    return freeze_rows(rows_of(question), secret)


def distribution_of(lottery: Lottery, numbers: Mapping[str, int]) -> Distribution:
    """The lottery over leaf numbers, its cohorts in the order of their numbers."""
    pairs = zip(lottery.cohorts, lottery.weights, strict=True)
    listed = sorted((tuple(sorted(numbers[person] for person in cohort)), weight) for cohort, weight in pairs)
    chances = lottery.probabilities.values()
    return Distribution(
        tuple(cohort for cohort, _weight in listed),
        tuple(weight for _cohort, weight in listed),
        tuple(sorted(numbers[person] for person in lottery.unselectable)),
        min(chance for chance in chances if chance),
        lottery.minimum is not None,
    )


def certificate_of(lottery: Lottery, numbers: Mapping[str, int]) -> dict[str, object]:
    """The certificate over kinds of leaves: the kinds, the rules in their order, the weighted seatings, and stage by
    stage why nothing is better. Whole numbers may exceed 2^53, so they are text. ``stages`` is empty where another
    goal than the lowest chance was pursued: then the audit file proves no optimum.
    """
    setting, found = lottery.setting, lottery.certificate
    has_stages = getattr(found, "goal", None) is None
    return {
        "barred": list(found.barred),
        "barred_tree": _tree(found.barred_tree),
        "kinds": [sorted(numbers[person] for person in kind.people) for kind in setting.kinds],
        "rules": [[list(rule.kinds), rule.lower, rule.upper] for rule in setting.rules],
        "seatings": [list(seating) for seating in found.seatings],
        "stages": [
            {
                "fixed": list(stage.fixed),
                "level": str(stage.level),
                "prices": [str(price) for price in stage.prices],
                "target": str(stage.target),
                "tree": _tree(stage.tree),
            }
            for stage in found.stages
        ]
        if has_stages
        else [],
        "weights": [str(weight) for weight in found.weights],
    }


def _tree(tree: Tree | None) -> list[object] | None:
    """The nodes, root first, each before what is below it: a leaf ["leaf", scale, multipliers], a split ["rule" or
    "kind", index, at], then its two sides. A list and not a nest: trees may be deeper than readers of JSON allow.
    """
    if tree is None:
        return None
    nodes: list[object] = []
    waiting = [tree]
    while waiting:
        node = waiting.pop()
        if isinstance(node, Leaf):
            nodes.append(["leaf", str(node.scale), [str(u) for u in node.multipliers]])
        else:
            nodes.append(["rule" if node.on_rule else "kind", node.index, node.at])
            waiting += [node.above, node.below]
    return nodes


def write_proof(ceremony: Ceremony) -> bytes:
    """The public proof, also of a draw that is not finished: what has not happened is null or empty."""
    number, publication, freeze = ceremony.number, ceremony.publication, ceremony.freeze
    cohort = publication.distribution.cohorts[number.index] if publication and number else None
    content: dict[str, object] = {
        "beacon_value": _value(ceremony.value),
        "cohort": None if cohort is None else list(cohort),
        "format": PROOF_FORMAT,
        "freeze": freeze.content(),
        "h0": freeze.head.hex(),
        "h1": publication.head.hex() if publication else None,
        "index": number.index if number else None,
        "publication": publication.content() if publication else None,
        "reveals": {party: reveal.key for party, reveal in ceremony.reveals.items()},
        "seals": {party: seal.hex() for party, seal in ceremony.seals.items()},
        "seed": number.seed.hex() if number else None,
        **({"signatures": {party: one.content() for party, one in ceremony.signed.items()}} if ceremony.signed else {}),
        "ticket": str(number.ticket) if number else None,
        "version": VERSION,
        "withheld": list(list_withheld(freeze.parties, ceremony.reveals)) if number else None,
    }
    return write_sealed(content)


def _value(value: Value | None) -> dict[str, object] | None:
    if value is None:
        return None
    return {"chain_hash": value.chain_hash.hex(), "round": value.round, "signature": value.signature.hex()}


def write_audit(
    freeze: Freeze, frozen: Frozen, quotas: tuple[QuotaRow, ...], salt: bytes, certificate: Mapping[str, object]
) -> bytes:
    """The audit file: every leaf with its salt and without its alias, the quotas, the certificate."""
    return write_sealed(
        {
            "certificate": dict(certificate),
            "format": AUDIT_FORMAT,
            "h0": freeze.head.hex(),
            "quotas": [list(row) for row in quotas],
            "quotas_salt": salt.hex(),
            "rows": [leaf.decode() for leaf in frozen.leaves],
            "version": VERSION,
        }
    )


def write_receipt(freeze: Freeze, receipt: Receipt) -> bytes:
    """One person's own row, with the way to the root that was frozen."""
    return write_sealed(
        {
            "alias": receipt.alias,
            "alias_salt": receipt.who_salt.hex(),
            "format": RECEIPT_FORMAT,
            "freeze": freeze.content(),
            "h0": freeze.head.hex(),
            "number": receipt.number,
            "path": [node.hex() for node in receipt.path],
            "row": receipt.leaf.decode(),
            "version": VERSION,
        }
    )


def write_seal(draw: str, head: bytes, party: str, reveal: Reveal, seal: bytes) -> bytes:
    """What a guarantor keeps apart until the opening: the key that opens, beside the seal it opens."""
    return write_sealed(
        {
            "draw": draw,
            "format": SEAL_FORMAT,
            "h1": head.hex(),
            "key": reveal.key,
            "party": party,
            "seal": seal.hex(),
            "version": VERSION,
        }
    )


def read_opening(text: str) -> Reveal:
    """What a guarantor pastes to open: the key itself, or the whole file of ``tracktwo seal``. Raises Refusal
    ``draw.key``.
    """
    text = text.strip()
    if text.startswith("{"):
        try:
            text = str(json.loads(text)["key"])
        except (ValueError, TypeError, KeyError, RecursionError) as fault:
            raise Refusal("draw.key") from fault
    return read_key(text)


def write_sealed(content: dict[str, object]) -> bytes:
    """Canonical JSON with a digest over all the rest, so that a change anywhere is seen."""
    digest = hashlib.sha256(canonical_json(content)).hexdigest()
    return canonical_json({**content, "digest": digest}) + b"\n"
