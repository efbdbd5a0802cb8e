"""Steps 3 to 6 of a draw: seals are set and opened, the number is made, the cohort is seated."""

from __future__ import annotations

from datetime import datetime
from hashlib import sha256

from django.db import transaction

from tracktwo.exchange.beacons import read_drand, read_numbers
from tracktwo.exchange.proofs import read_opening, write_proof
from tracktwo.foundation.people.models import Standing
from tracktwo.methods.draw import (
    Drand,
    Rfc3797,
    Signed,
    Stage,
    Value,
    check_commitment,
    commit,
    draw_number,
    fits,
    joint_seed,
    list_withheld,
    own_seal,
)
from tracktwo.methods.record import Refusal
from tracktwo.steps.plan.models import Workshop
from tracktwo.steps.select.actions.audits import seal_audit
from tracktwo.steps.select.actions.cohorts import seat_member
from tracktwo.steps.select.actions.draws import check_stage
from tracktwo.steps.select.actions.keys import check_signed
from tracktwo.steps.select.actions.telling import check_party, tell
from tracktwo.steps.select.convert.draws import (
    beacon_in,
    ceremony_of,
    distribution_in,
    drawn_labels,
    keep_value,
    reveals_of,
    value_at,
)
from tracktwo.steps.select.models import Cohort, Draw, Seal, Seat
from tracktwo.steps.select.queries.draws import alternates_draw, alternates_standing


@transaction.atomic
def set_seal(
    draw: Draw, party: str, *, seal: str, key: str = "", signature: str = "", by: Standing, now: datetime
) -> None:
    """Step 3. A key typed in the plain form is turned into its seal here and kept nowhere. A signature under the seal
    is checked where one is given: it says that nobody else set it.
    """
    draw = Draw.objects.select_for_update().get(pk=draw.pk)
    check_party(draw, party)
    if draw.seals.filter(party=party).exists():
        raise Refusal("select.draw_sealed_already")
    check_stage(draw, Stage.COMMIT, now)
    if key.strip():
        seal = commit(draw.code, bytes.fromhex(draw.h1), party, read_opening(key)).hex()
    known = {bytes.fromhex(one) for one in Seal.objects.values_list("seal", flat=True)}
    commitment = check_commitment(seal, known)
    message = own_seal(draw.code, party, bytes.fromhex(draw.h1), commitment)
    signed = check_signed(draw.pool.workshop.programme, party, message, signature, needed=False)
    Seal.objects.create(draw=draw, party=party, seal=commitment.hex(), set_at=now, **_signed(signed))
    tell(draw, "select.draw_sealed", by, now, party=party, digest=commitment.hex())


def _signed(signed: Signed | None) -> dict[str, str]:
    return {"signed_with": signed.key.hex(), "signature": signed.signature.hex()} if signed else {}


@transaction.atomic
def open_seal(draw: Draw, party: str, *, key: str, by: Standing, now: datetime) -> None:
    """Step 4. A wrong key may be tried again until the deadline; after it the seal counts as empty."""
    draw = Draw.objects.select_for_update().get(pk=draw.pk)
    check_party(draw, party)
    check_stage(draw, Stage.REVEAL, now)
    seal = draw.seals.filter(party=party, key="").first()
    if seal is None:
        raise Refusal("select.draw_step")
    reveal = read_opening(key)
    if not fits(bytes.fromhex(seal.seal), draw.code, bytes.fromhex(draw.h1), party, reveal):
        raise Refusal("select.draw_misfit")
    seal.key, seal.opened_at = reveal.key, now
    seal.save(update_fields=["key", "opened_at"])
    tell(draw, "select.draw_opened", by, now, party=party)


@transaction.atomic
def draw_cohort(draw: Draw, *, value: str, by: Standing, now: datetime) -> None:
    """Step 5. Whoever did not open is named in the record and counts as empty; nothing waits for them."""
    draw = Draw.objects.select_for_update().get(pk=draw.pk)
    check_stage(draw, Stage.BEACON, now)
    read = _read_value(draw, value, now)
    reveals = reveals_of(draw)
    seed = joint_seed(bytes.fromhex(draw.h1), draw.parties, reveals, read)
    number = draw_number(seed, distribution_in(draw).weights)
    draw.value, draw.seed, draw.drawn_at = keep_value(read), number.seed.hex(), now
    draw.save(update_fields=["value", "seed", "drawn_at"])
    for party in list_withheld(draw.parties, reveals):
        tell(draw, "select.draw_withheld", by, now, party=party)
    proof = sha256(write_proof(ceremony_of(draw))).hexdigest()
    tell(draw, "select.draw_drawn", by, now, cohort=number.index + 1, digest=proof)


def _read_value(draw: Draw, text: str, now: datetime) -> Value:
    beacon, ready = beacon_in(draw), value_at(draw)
    if ready is not None and now < ready:
        raise Refusal("select.draw_waits_for_round")
    if isinstance(beacon, Drand):
        return read_drand(text, beacon)
    return read_numbers(text, beacon) if isinstance(beacon, Rfc3797) else Value()


@transaction.atomic
def let_stand(draw: Draw, *, by: Standing, now: datetime) -> list[Seat]:
    """Step 6: everybody drawn gets a seat, who has meanwhile withdrawn excepted: a fresh draw fills that one.

    Alternates are seated nowhere; their names stay sealed until somebody asks for them. With this the draw is over, and
    its audit file goes into the vault.
    """
    draw = Draw.objects.select_for_update().get(pk=draw.pk)
    check_stage(draw, Stage.STANDS, now)
    if draw.stands_at is not None:
        raise Refusal("select.draw_stands_already")
    draw.stands_at = now
    draw.save(update_fields=["stands_at"])
    digest = sha256(write_proof(ceremony_of(draw))).hexdigest()
    seats = [] if draw.kind == Draw.Kind.ALTERNATES else _seat_drawn(draw)
    if draw.kind == Draw.Kind.COHORT:
        _keep_explanation(draw, digest, now)
    tell(draw, "select.draw_stands", by, now, seats=len(seats), digest=digest)
    seal_audit(draw, by=by, now=now)
    return seats


def _seat_drawn(draw: Draw) -> list[Seat]:
    members = draw.pool.members.filter(label__in=drawn_labels(draw), nomination__state="consented")
    return [seat_member(draw.pool.workshop, member) for member in members]


def _keep_explanation(draw: Draw, digest: str, now: datetime) -> None:
    """The page that explains a cohort, and everybody's own chance, read it from here."""
    number = ceremony_of(draw).number
    result = draw.listed["result"] | {
        "cohort": drawn_labels(draw),
        "index": number.index if number else 0,
        "chances": draw.listed["chances"],
    }
    Cohort.objects.create(
        pool=draw.pool,
        seats=draw.seats,
        objective=draw.objective,
        number=draw.seed,
        own_number=False,
        result=result,
        proof=write_proof(ceremony_of(draw)).decode(),
        digest=digest,
        asked_at=draw.frozen_at,
        computed_at=draw.frozen_at,
        kept_at=now,
    )


def read_standing_alternates(workshop: Workshop, *, by: Standing, now: datetime) -> list[str]:
    """As ``read_alternates`` for the newest draw that stands, without those who withdrew or sit by now."""
    draw = alternates_draw(workshop)
    if draw is None:
        return []
    read_alternates(draw, by=by, now=now)
    return alternates_standing(workshop) or []


@transaction.atomic
def read_alternates(draw: Draw, *, by: Standing, now: datetime) -> list[str]:
    """The two aliases, for an association's form; that they were read is in the record."""
    if draw.kind != Draw.Kind.ALTERNATES or draw.stands_at is None:
        raise Refusal("select.draw_step")
    digest = sha256(write_proof(ceremony_of(draw))).hexdigest()
    tell(draw, "select.draw_alternates_read", by, now, digest=digest)
    return drawn_labels(draw)
