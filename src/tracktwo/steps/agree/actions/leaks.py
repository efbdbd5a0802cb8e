"""Let a hit of the leak lint stand, with a reason; and stop what a certain one stands in."""

from __future__ import annotations

from datetime import datetime
from hashlib import sha256

from django.db import transaction

from tracktwo.foundation.people.models import Standing
from tracktwo.methods.record import Refusal
from tracktwo.methods.text import SingleText
from tracktwo.steps.agree.actions.keeping import locked, note, words_within
from tracktwo.steps.agree.models import LetStand, Text
from tracktwo.steps.agree.queries.leaks import find_leaks, lint_for

SHORTEST_REASON = 10
LONGEST_LEAK_REASON = 400


@transaction.atomic
def let_hit_stand(text: Text, mark: str, *, reason: str, by: Standing, now: datetime) -> LetStand:
    """Keep a hit of the text as it is, for a reason that others can read. The record says that, and of what kind.

    Refuses ``agree.hit_gone`` where the text no longer has it, ``agree.leak_reason_short``, ``agree.words_long``, and
    ``agree.leak_in_reason`` for a reason that would itself give somebody away.
    """
    row, state = locked(text)
    reason = words_within(reason, LONGEST_LEAK_REASON)
    if len(reason) < SHORTEST_REASON:
        raise Refusal("agree.leak_reason_short", least=SHORTEST_REASON)
    found = next((one for one in find_leaks(row, state).faces if one.mark == mark), None)
    if found is None:
        raise Refusal("agree.hit_gone")
    if lint_for(row.workshop, reason, "").certain:
        raise Refusal("agree.leak_in_reason")
    kept, _made = LetStand.objects.update_or_create(
        text=row, mark=mark, defaults={"kind": found.kind, "reason": reason, "made_on": now.date()}
    )
    digest = sha256(f"{mark} {reason}".encode()).hexdigest()
    note("agree.hit_let_stand", row, by, now, clause=found.clause, hit=found.kind, reason_digest=digest)
    return kept


def refuse_standing_leaks(text: Text, state: SingleText) -> None:
    """Whoever freezes, signs or publishes a text asks this first: ``agree.leaks_stand`` while a certain hit stands."""
    stopping = find_leaks(text, state).stopping
    if stopping:
        raise Refusal("agree.leaks_stand", count=stopping)
