"""Long work of step 3."""

from __future__ import annotations

from typing import Any

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from tracktwo.foundation.jobs.registry import register
from tracktwo.steps.select import actions
from tracktwo.steps.select.actions.draws import compute_list
from tracktwo.steps.select.models import Cohort, Draw, Weighing


@register("select.weigh", words={"weighing": _("Loosening one limit after the other")})
def weigh(weighing_id: int, *, report: Any, stop: Any) -> None:
    """Price the quotas and compare the ideas of fairness. Done twice it stands once."""
    report(0, 1, "weighing")
    weighing = Weighing.objects.select_related("pool").get(pk=weighing_id)
    if weighing.done_at is None:
        actions.weigh(weighing, now=timezone.now())
    report(1, 1, "weighing")


@register("select.compute_cohort", words={"searching": _("Looking for the fairest lottery")})
def compute_cohort(cohort_id: int, *, report: Any, stop: Any) -> None:
    """Find the lottery of a pool and draw from it. Done twice it stands once."""
    report(0, 1, "searching")
    cohort = Cohort.objects.select_related("pool__workshop__programme").get(pk=cohort_id)
    if cohort.computed_at is None:
        actions.compute_cohort(cohort, now=timezone.now())
    report(1, 1, "searching")


@register("select.list_draw", words={"searching": _("Looking for the fairest lottery")})
def list_draw(draw_id: int, *, report: Any, stop: Any) -> None:
    """Find the lottery of a frozen pool. Done twice it stands once."""
    report(0, 1, "searching")
    draw = Draw.objects.select_related("pool__workshop__programme").get(pk=draw_id)
    if draw.listed is None:
        compute_list(draw)
    report(1, 1, "searching")
