"""Prices of the quotas, and the ideas of fairness side by side."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from tracktwo.foundation.jobs.actions import enqueue
from tracktwo.methods.lottery import Lottery, Price, find_lottery, price_quotas
from tracktwo.methods.record import Refusal
from tracktwo.steps.select.convert import digest_rules, question_of
from tracktwo.steps.select.models import Pool, Weighing

MOST_WEIGHED = 400
# Suitability needs scores, which a pool does not hold.
COMPARED = ("maximin", "leximin", "nash")


@transaction.atomic
def ask_to_weigh(pool: Pool, *, now: datetime) -> Weighing:
    """Put it in the queue: every limit that binds is loosened by one and solved anew."""
    people = pool.members.count()
    if people > MOST_WEIGHED:
        raise Refusal("select.too_large_to_weigh", people=people, most=MOST_WEIGHED)
    weighing = Weighing.objects.create(pool=pool, rules=digest_rules(question_of(pool)), asked_at=now)
    enqueue("select.weigh", weighing.pk)
    return weighing


def weigh(weighing: Weighing, *, now: datetime) -> None:
    """Called by the task. Nothing is drawn, so the record hears nothing of it."""
    question = question_of(weighing.pool)
    found = {objective: find_lottery(question, objective) for objective in COMPARED}
    weighing.result = {
        "objectives": [_describe(lottery) for lottery in found.values()],
        "prices": [_priced(price) for price in price_quotas(question, found["maximin"])],
    }
    weighing.rules, weighing.done_at = digest_rules(question), now
    weighing.save(update_fields=["result", "rules", "done_at"])


def _describe(lottery: Lottery) -> dict[str, object]:
    can = sorted(chance for one, chance in lottery.probabilities.items() if one not in lottery.unselectable)
    return {
        "objective": lottery.objective,
        "least": str(can[0]),
        "at_least": can.count(can[0]),
        "most": str(can[-1]),
        "cohorts": len(lottery.cohorts),
        "gap": lottery.gap,
    }


def _priced(price: Price) -> dict[str, object]:
    return {
        "feature": price.quota.feature,
        "value": price.quota.value,
        "side": price.side,
        "limit": price.quota.minimum if price.side == "min" else price.quota.maximum,
        "before": str(price.before),
        "after": str(price.after),
        "freed": list(price.freed),
    }
