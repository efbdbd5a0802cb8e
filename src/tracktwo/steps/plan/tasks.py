"""Long work of step 2: a plan over a long list of editions."""

from __future__ import annotations

from collections.abc import Callable

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from tracktwo.foundation.jobs.registry import register
from tracktwo.foundation.people.models import Standing
from tracktwo.steps.plan.actions import compute_plan
from tracktwo.steps.programme.models import Programme

ASKING = {"asking": _("Asking of every edition why not")}


@register("plan.compute", seconds=300, words=ASKING)
def compute(programme: int, standing: int, *, report: Callable[..., None], stop: Callable[[], bool]) -> None:
    """Plan for the wishes kept; the progress counts editions whose reason is known."""
    _compute(programme, standing, report, stop, again=False)


@register("plan.compute_again", seconds=300, words=ASKING)
def compute_again(programme: int, standing: int, *, report: Callable[..., None], stop: Callable[[], bool]) -> None:
    """Plan with the least change to the workshops there are."""
    _compute(programme, standing, report, stop, again=True)


def _compute(
    programme: int, standing: int, report: Callable[..., None], stop: Callable[[], bool], *, again: bool
) -> None:

    def tell(done: int, of: int) -> None:
        report(done, of, "asking")

    compute_plan(
        Programme.objects.get(pk=programme),
        by=Standing.objects.get(pk=standing),
        now=timezone.now(),
        again=again,
        report=tell,
        stop=stop,
    )
