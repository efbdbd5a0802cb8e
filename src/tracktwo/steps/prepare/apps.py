from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from django.apps import AppConfig

if TYPE_CHECKING:
    from tracktwo.exchange.feeds import Entry
    from tracktwo.foundation.people.models import Account
    from tracktwo.steps.programme.models import Programme


def meetings_for(account: Account, programme: Programme) -> Iterable[Entry]:
    """Meetings of one community, in the calendars of those who may know of them."""
    from tracktwo.steps.prepare.convert.meetings import meeting_entries
    from tracktwo.steps.prepare.queries.meetings import access_meetings

    return meeting_entries(access_meetings(account, programme))


class PrepareConfig(AppConfig):
    name = "tracktwo.steps.prepare"
    label = "prepare"

    def ready(self) -> None:
        from tracktwo.foundation.vault import purging
        from tracktwo.steps.plan import days
        from tracktwo.steps.prepare import policies  # noqa: F401 - registers its verbs by being loaded
        from tracktwo.steps.prepare.actions.purge import destroy_traces

        days.register(meetings_for)
        purging.register(destroy_traces)
