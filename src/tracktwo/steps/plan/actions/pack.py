"""Deeds about applications: keep the words, make the file with aliases, make it with names from the vault."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from hashlib import sha256
from typing import Any
from uuid import UUID

from django.db import transaction

from tracktwo.documents.docx import to_docx
from tracktwo.exchange.budgets import FEE, read_budget
from tracktwo.foundation.ledger.actions import record
from tracktwo.foundation.people.models import Account, Standing, fold_alias
from tracktwo.foundation.vault.packs import ask_pack, reveal_pack
from tracktwo.methods.record import Refusal, canonical_json
from tracktwo.steps.plan.convert.pack import Identity, application_document
from tracktwo.steps.plan.models import Application, Workshop
from tracktwo.steps.plan.queries.pack import alternates_in, fields_of, missing, people_in
from tracktwo.steps.plan.rosters import drawn_alternates, open_alternates, roster_of
from tracktwo.steps.programme.queries import money_ways


@transaction.atomic
def keep_application(
    workshop: Workshop, fields: Mapping[str, str], *, language: str, by: Standing, now: datetime
) -> Application:
    """Keep the words as they are typed, complete or not; the record holds their digest."""
    _check_budget(workshop, fields["budget"])
    _check_alternates(workshop, fields["alternates"])
    kept, _new = Application.objects.update_or_create(
        workshop=workshop, defaults={"fields": dict(fields), "language": language, "kept_on": now.date()}
    )
    digest = sha256(canonical_json(dict(fields))).hexdigest()
    _record("plan.application_kept", workshop, by, now, digest=digest)
    return kept


def _check_budget(workshop: Workshop, text: str) -> None:
    lines = read_budget(text)
    if money_ways(workshop.programme).no_honorarium and any(line.kind == FEE for line in lines):
        row = next(n for n, said in enumerate(text.splitlines(), 1) if said.strip().casefold().startswith(FEE))
        raise Refusal("pack.fee", row=row, column="kind")


def _check_alternates(workshop: Workshop, text: str) -> None:
    """By alias, somebody of this programme, without a seat, each once; drawn, where the cohort is and they are."""
    drawn = drawn_alternates(workshop)
    known = workshop.programme.compartment.standings.values_list("account__folded", flat=True)
    seated = {fold_alias(alias) for alias, _side in roster_of(workshop)}
    seen: dict[str, int] = {}
    for row, said in enumerate(text.splitlines(), start=1):
        alias = fold_alias(said)
        if not alias:
            continue
        if alias not in set(known):
            raise Refusal("pack.alternate_unknown", row=row, column="alternates")
        if alias in seated:
            raise Refusal("pack.alternate_seated", row=row, column="alternates")
        if alias in seen:
            raise Refusal("pack.alternate_twice", row=row, column="alternates", first=seen[alias])
        if drawn and alias not in {fold_alias(one) for one in drawn}:
            raise Refusal("pack.alternate_undrawn", row=row, column="alternates")
        seen[alias] = row


@transaction.atomic
def take_alternates(workshop: Workshop, *, by: Standing, now: datetime) -> Application:
    """Write the alternates that were drawn into the application; the step that drew them records that it was read."""
    drawn = open_alternates(workshop, by, now)
    if not drawn:
        raise Refusal("pack.no_alternates", number=workshop.number)
    own = Application.objects.filter(workshop=workshop).first()
    fields = fields_of(workshop) | {"alternates": "\n".join(drawn)}
    return keep_application(workshop, fields, language=own.language if own else "en", by=by, now=now)


def make_pack(workshop: Workshop, *, by: Standing, now: datetime) -> bytes:
    """The application as DOCX, everybody by alias."""
    return _make(workshop, {}, by, now)


@transaction.atomic
def ask_named_pack(workshop: Workshop, *, account: Account, by: Standing, now: datetime) -> None:
    """The first of two: somebody else reveals. Nothing is opened yet."""
    ask_pack(_handles(workshop).values(), account=account, by=by, now=now)


def make_named_pack(workshop: Workshop, *, account: Account, reason: str, by: Standing, now: datetime) -> bytes:
    """The application as DOCX with what the vault holds of everybody in it: one recorded reveal for all of them, by the
    second of two.

    Refuses what ``vault.packs.reveal_pack`` refuses; not inside a transaction, for the same reason.
    """
    handles = _handles(workshop)
    told = reveal_pack(handles.values(), account=account, reason=reason, by=by, now=now)
    return _make(workshop, {alias: told[person] for alias, person in handles.items()}, by, now)


def _handles(workshop: Workshop) -> dict[str, UUID]:
    handles = people_in(workshop)
    if not handles:
        raise Refusal("pack.nobody", number=workshop.number)
    return handles


def _make(workshop: Workshop, identities: Mapping[str, Identity], by: Standing, now: datetime) -> bytes:
    own = Application.objects.filter(workshop=workshop).first()
    fields: dict[str, Any] = fields_of(workshop)
    names = {community.number: community.name for community in workshop.programme.communities.all()}
    document = application_document(
        workshop,
        fields,
        [(alias, names[side]) for alias, side in roster_of(workshop)],
        alternates_in(fields),
        missing(workshop),
        identities,
        own.language if own else "en",
    )
    content = to_docx(document)
    with transaction.atomic():
        # A digest of a file with names could be tried out on guesses, so only that it was made is said.
        _record("plan.application_made", workshop, by, now, named="on" if identities else "off")
    return content


def _record(deed: str, workshop: Workshop, by: Standing, now: datetime, **facts: object) -> None:
    book = workshop.programme.compartment.book
    record(deed, book=book, role=by.role, at=now, workshop=workshop.number, **facts)
