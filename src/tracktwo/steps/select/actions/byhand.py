"""A cohort chosen by hand: it keeps the same rules, and is never called a draw."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from hashlib import sha256

from django.db import transaction

from tracktwo.foundation.ledger.actions import record
from tracktwo.foundation.people.models import Standing
from tracktwo.methods.lottery import check_cohort
from tracktwo.methods.record import Refusals, canonical_json
from tracktwo.steps.select.actions.pools import check_unfilled
from tracktwo.steps.select.convert import digest_rules, question_of
from tracktwo.steps.select.models import BY_HAND, Cohort, Pool


@transaction.atomic
def choose_by_hand(pool: Pool, chosen: Collection[str], *, by: Standing, now: datetime) -> Cohort:
    """Take these people as the cohort. Raises Refusals naming every rule that they do not meet."""
    check_unfilled(pool.workshop, now)
    question = question_of(pool)
    if unmet := check_cohort(question, chosen):
        raise Refusals(unmet)
    cohort = sorted(set(chosen))
    rules = digest_rules(question)
    digest = sha256(canonical_json({"by_hand": cohort, "rules": rules})).hexdigest()
    made = Cohort.objects.create(
        pool=pool,
        seats=pool.seats,
        objective=BY_HAND,
        number="",
        own_number=False,
        result={"cohort": cohort, "rules": rules, "unselectable": []},
        digest=digest,
        asked_at=now,
        computed_at=now,
    )
    book = pool.workshop.programme.compartment.book
    record("select.cohort_by_hand", book=book, role=by.role, at=now, seats=len(cohort), digest=digest)
    return made
