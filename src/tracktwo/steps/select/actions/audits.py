"""The audit file of a draw: made of the frozen rows while the draw goes on, sealed in the vault when it is over."""

from __future__ import annotations

from datetime import datetime
from hashlib import sha256

from django.db import transaction

from tracktwo.exchange.proofs import write_audit, write_receipt
from tracktwo.foundation.ledger.actions import record
from tracktwo.foundation.people.models import Standing
from tracktwo.foundation.vault.notes import keep_paper, read_notes
from tracktwo.foundation.vault.purge import begin_log_anew
from tracktwo.foundation.vault.queries import is_founded, is_purged, is_sealed
from tracktwo.foundation.vault.slips import write_slips
from tracktwo.methods.record import Refusal
from tracktwo.steps.programme.models import Programme
from tracktwo.steps.select.actions.telling import check_party, tell
from tracktwo.steps.select.convert.draws import (
    HOST,
    asked_in,
    freeze_of,
    quotas_salt,
    tree_of,
    without_certificate,
    without_features,
)
from tracktwo.steps.select.models import Draw, DrawYes, Slip
from tracktwo.steps.select.queries.draws import over_and_unsealed, slip_place


@transaction.atomic
def ask_audit(draw: Draw, party: str, *, by: Standing, now: datetime) -> None:
    """A community's guarantors ask for the audit file; it opens when those of every community have."""
    check_party(draw, party)
    if not draw.secret and draw.audit is None:
        raise Refusal("select.rows_destroyed")
    _yes, is_new = DrawYes.objects.get_or_create(
        draw=draw, party=party, what=DrawYes.What.AUDIT, defaults={"said_at": now}
    )
    if is_new:
        tell(draw, "select.draw_audit_asked", by, now, party=party)


def audit_of(draw: Draw) -> bytes:
    """The audit file of a draw that is not over; the certificate is in it once the list is published."""
    certificate = draw.listed["certificate"] if draw.published_at else {}
    return write_audit(freeze_of(draw), tree_of(draw), asked_in(draw).quotas, quotas_salt(draw), certificate)


def have_all_asked(draw: Draw) -> bool:
    """Have the guarantors of every community asked?"""
    asked = set(draw.yeses.filter(what=DrawYes.What.AUDIT).values_list("party", flat=True))
    return asked >= set(draw.parties) - {HOST}


def is_audit_open(draw: Draw) -> bool:
    """Is the draw still under way, so that the file is made of rows that are here, and have all asked for it?"""
    return bool(draw.secret) and have_all_asked(draw)


@transaction.atomic
def seal_audit(draw: Draw, *, by: Standing | None, now: datetime) -> None:
    """The draw is over: its audit file goes into the vault, everybody's receipt into a slip, and rows, salts and
    certificate leave the database. Works sealed; ``by`` is None where the house does it by itself.

    Without a vault nothing is done, because a draw waits for nothing; ``seal_past_audits`` does it later.
    """
    compartment = draw.pool.workshop.programme.compartment
    if not draw.secret or not is_founded() or is_purged(compartment):
        return
    content = audit_of(draw)
    _write_slips(draw)
    draw.audit, draw.audit_digest = keep_paper(compartment, content.decode()), sha256(content).hexdigest()
    draw.audit_sealed_at = now
    draw.frozen, draw.listed, draw.secret = without_features(draw), without_certificate(draw.listed), ""
    draw.save()
    facts = {"role": by.role, "side": by.side} if by else {"role": "machine"}
    record("select.draw_audit_sealed", book=compartment.book, at=now, digest=draw.audit_digest, **facts)
    transaction.on_commit(begin_log_anew, robust=True)


def _write_slips(draw: Draw) -> None:
    """Each person's receipt as it would be downloaded, locked for this draw and alias."""
    freeze, tree = freeze_of(draw), tree_of(draw)
    texts = {slip_place(draw, alias): write_receipt(freeze, tree.receipt_for(alias)).decode() for alias in tree.numbers}
    locked = write_slips(draw.pool.workshop.programme.compartment, texts)
    Slip.objects.bulk_create(
        Slip(draw=draw, alias=alias, locked=locked[slip_place(draw, alias)]) for alias in sorted(tree.numbers)
    )


def seal_past_audits(programme: Programme, *, now: datetime) -> int:
    """Seal whatever is over and was not sealed: by an older version, or while there was no vault. How many were."""
    found = list(over_and_unsealed(programme))
    for draw in found:
        seal_audit(draw, by=None, now=now)
    return sum(draw.audit is not None for draw in found)


def open_audit(draw: Draw, party: str, *, by: Standing, now: datetime) -> bytes:
    """The sealed file, for a guarantor, when those of every community have asked and officers have opened the vault.

    In the record before anything is decrypted; must not run inside a transaction. Refuses ``select.rows_destroyed``,
    ``select.draw_audit_unasked`` and ``vault.sealed``.
    """
    check_party(draw, party)
    if draw.audit is None:
        raise Refusal("select.rows_destroyed")
    if not have_all_asked(draw):
        raise Refusal("select.draw_audit_unasked")
    if is_sealed(now):
        raise Refusal("vault.sealed")
    with transaction.atomic(durable=True):
        tell(draw, "select.draw_audit_opened", by, now, party=party, digest=draw.audit_digest)
    found = read_notes([draw.audit], by=by, now=now)
    if draw.audit not in found:
        raise Refusal("select.rows_destroyed")
    return found[draw.audit].encode()
