"""Long work of step 2: a plan over a long list of editions."""

from __future__ import annotations

from collections.abc import Callable

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from tracktwo.foundation.jobs.registry import register
from tracktwo.foundation.people.models import Standing
from tracktwo.steps.plan.actions import compute_plan
from tracktwo.steps.programme.models import Programme


@register("plan.compute", seconds=300, words={"asking": _("Asking of every edition why not")})
def compute(programme: int, standing: int, *, report: Callable[..., None], stop: Callable[[], bool]) -> None:
    """Plan for the wishes kept; the progress counts editions whose reason is known."""

    def tell(done: int, of: int) -> None:
        report(done, of, "asking")

    compute_plan(
        Programme.objects.get(pk=programme),
        by=Standing.objects.get(pk=standing),
        now=timezone.now(),
        report=tell,
        stop=stop,
    )
