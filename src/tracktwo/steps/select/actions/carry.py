"""What a pool made again keeps of the one before."""

from __future__ import annotations

from tracktwo.steps.select.models import Pool, Quota, Tie


def carry_rules(older: Pool, newer: Pool) -> None:
    """A pool made again keeps the ties of the one before, as far as their people are in it, and with as many seats its
    quotas."""
    if older.seats == newer.seats:
        newer.quotas.all().delete()
        Quota.objects.bulk_create(
            Quota(pool=newer, feature=one.feature, value=one.value, least=one.least, most=one.most)
            for one in older.quotas.all()
        )
    for one in older.ties.prefetch_related("members"):
        still = newer.members.filter(label__in=[member.label for member in one.members.all()])
        if len(still) > 1:
            Tie.objects.create(pool=newer, kind=one.kind).members.set(still)
