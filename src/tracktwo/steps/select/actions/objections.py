"""A guarantor objects to somebody of the own community; the convener answers before the round closes."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from tracktwo.foundation.ledger.actions import record
from tracktwo.foundation.people.models import Account, Standing
from tracktwo.foundation.vault.notes import keep_note
from tracktwo.methods.record import Refusal
from tracktwo.steps.select.actions.assessments import SHORTEST_EVIDENCE
from tracktwo.steps.select.models import Nomination, Objection, Round


@transaction.atomic
def object_to(
    the_round: Round, nominee: Nomination, guarantor: Account, reason: str, words: str, *, by: Standing, now: datetime
) -> Objection:
    """Object, once a nominee, until the last day. The reason's code enters the record, its words the vault."""
    if the_round.closed_at is not None or now.date() > the_round.objections_until:
        raise Refusal("select.objections_closed")
    if nominee.community.number != by.side or nominee.state != Nomination.State.CONSENTED:
        raise Refusal("select.not_your_community")
    if len(words.strip()) < SHORTEST_EVIDENCE:
        raise Refusal("select.evidence_short", least=SHORTEST_EVIDENCE)
    if the_round.objections.filter(nomination=nominee, guarantor=guarantor).exists():
        raise Refusal("select.objected_already")
    compartment = the_round.programme.compartment
    made = Objection.objects.create(
        round=the_round,
        nomination=nominee,
        guarantor=guarantor,
        reason=reason,
        note=keep_note(compartment, words, about=nominee.person),
        made_on=now.date(),
    )
    facts = {"number": the_round.number, "reason": reason}
    record("select.objected", book=compartment.book, role=by.role, side=by.side, at=now, **facts)
    return made


@transaction.atomic
def answer_objection(objection: Objection, answer: str, words: str, *, by: Standing, now: datetime) -> None:
    """Uphold it, which sets the nominee aside in this round, or not; with reasons, which the guarantor may read."""
    objection = (
        Objection.objects.select_for_update().select_related("round__programme", "nomination").get(pk=objection.pk)
    )
    if objection.round.closed_at is not None or objection.answer:
        raise Refusal("select.objection_answered_already")
    if len(words.strip()) < SHORTEST_EVIDENCE:
        raise Refusal("select.evidence_short", least=SHORTEST_EVIDENCE)
    compartment = objection.round.programme.compartment
    objection.answer, objection.answered_on = answer, now.date()
    objection.answer_note = keep_note(compartment, words, about=objection.nomination.person)
    objection.save(update_fields=["answer", "answered_on", "answer_note"])
    facts = {"number": objection.round.number, "answer": answer}
    record("select.objection_answered", book=compartment.book, role=by.role, side=by.side, at=now, **facts)
