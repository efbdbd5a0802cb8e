"""Work of step 6 that waits for its moment."""

from __future__ import annotations

from typing import Any

from django.utils import timezone

from tracktwo.foundation.jobs.registry import register
from tracktwo.steps.agree import actions
from tracktwo.steps.agree.models import Silence


@register("agree.end_silence")
def end_silence(silence_id: int, *, report: Any, stop: Any) -> None:
    """End the silence if its time is past and nobody came before. Done twice it is ended once."""
    silence = Silence.objects.select_related("text").filter(pk=silence_id, state=Silence.State.RUNNING).first()
    if silence is not None:
        actions.end_silence(silence.text, now=timezone.now())
