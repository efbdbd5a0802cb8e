"""Pages on which one sees what is left to settle, and everything that became of a clause."""

from __future__ import annotations

from typing import Any

from tracktwo.steps.agree.convert import left_open, move_faces
from tracktwo.steps.agree.doors import AgreeDoor, ClauseDoor
from tracktwo.steps.agree.queries import list_moves, opened_on


class Brackets(AgreeDoor):
    """Cleaning brackets: what is left, whose it is, and since when."""

    template = "agree/brackets.html"

    def context(self, **more: Any) -> dict[str, Any]:
        left = left_open(self.faces, opened_on(self.existing()))
        by_side = [(name, [one for one in left if one.side == side]) for side, name in self.names.items()]
        return super().context(left=left, by_side=by_side, **more)


class History(ClauseDoor):
    """Everything that was typed about one clause: settled, withdrawn or standing."""

    template = "agree/history.html"

    def context(self, **more: Any) -> dict[str, Any]:
        moves = list_moves(self.existing(), self.kwargs["clause"])
        return super().context(moves=move_faces(moves, self.names), **more)
