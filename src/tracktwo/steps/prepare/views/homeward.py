"""Before going home: what to go through, to be ticked by oneself. Nothing of it is sent or kept."""

from __future__ import annotations

from typing import Any

from django.utils.translation import get_language

from tracktwo.foundation.people.policies import can
from tracktwo.steps.prepare.convert.homeward import advice_words, homeward_lines
from tracktwo.steps.prepare.queries.care import agreed_line
from tracktwo.steps.programme.doors import ProgrammeDoor


class Homeward(ProgrammeDoor):
    """The same for everybody. The boxes stand in no form: they are gone with the page."""

    policy = "prepare.see"
    template = "prepare/homeward.html"
    step = 4

    def context(self, **more: Any) -> dict[str, Any]:
        return super().context(
            headings=homeward_lines(),
            advice=advice_words(),
            line=agreed_line(self.programme, get_language() or "en"),
            is_own=can(self.request.user, "prepare.own", self.programme.compartment),
            **more,
        )
