from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from django.apps import AppConfig

if TYPE_CHECKING:
    from tracktwo.steps.plan.models import Workshop
    from tracktwo.steps.prepare.sittings import Sitting
    from tracktwo.steps.programme.models import Programme


def show_that_everybody_is_told(programme: Programme) -> None:
    """Every telephone and console of the room asks again at once."""
    from django.utils import timezone

    from tracktwo.foundation.live.actions import touch
    from tracktwo.steps.convene.actions import DESK, ROOM
    from tracktwo.steps.convene.queries import room_key

    for screen in (ROOM, DESK):
        touch(screen, room_key(programme, timezone.now()))


def make_ready(workshop: str) -> None:
    """Its telephones are about to ask."""
    from tracktwo.steps.convene import ahead

    ahead.make_ready(workshop)


def planned_sittings(workshop: Workshop) -> Iterable[Sitting]:
    """When each phase is sat, for the agenda on paper."""
    from django.utils import timezone

    from tracktwo.steps.convene.convert.plan import sittings_of_planned
    from tracktwo.steps.convene.queries import list_planned
    from tracktwo.steps.programme.queries import in_order_of_day

    today = timezone.localdate()
    return sittings_of_planned(in_order_of_day(workshop.programme, list_planned(workshop), today, lambda one: one.side))


class ConveneConfig(AppConfig):
    name = "tracktwo.steps.convene"
    label = "convene"

    def ready(self) -> None:
        from tracktwo.foundation.live import ahead
        from tracktwo.steps.convene import policies  # noqa: F401 - registers its verbs by being loaded
        from tracktwo.steps.prepare import sittings, telling

        ahead.register("convene", make_ready)
        telling.register(show_that_everybody_is_told)
        sittings.register(planned_sittings)
