"""Every deed on a text as one numbered move of plain values, so that the whole history replays to the same bytes.

A move names the community it was done for and never a person. Moves are only ever added: what somebody typed stays in
them, whatever became of it in the text.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from tracktwo.methods.record import JSON, Refusal
from tracktwo.methods.text.clauses import SingleText
from tracktwo.methods.text.edits import (
    Amendment,
    add_clause,
    amend_clause,
    open_bracket,
    resolve_bracket,
    withdraw_bracket,
)
from tracktwo.methods.text.inner import open_inner, resolve_inner, withdraw_inner
from tracktwo.methods.text.proposals import criticise_clause, propose_words
from tracktwo.methods.text.versions import freeze, from_data

BEGIN = "begin"  # carries a whole text: an empty one, or what stood before moves were kept


@dataclass(frozen=True)
class Move:
    """One deed: its ``kind`` and the arguments of the function of that name, as ``as_data`` would write them."""

    kind: str
    data: Mapping[str, JSON]


Edit = Callable[..., "SingleText | Amendment"]
EDITS: dict[str, Edit] = {
    "add": add_clause,
    "amend": amend_clause,
    "propose": propose_words,
    "bracket": open_bracket,
    "withdraw": withdraw_bracket,
    "resolve": resolve_bracket,
    "inner": open_inner,
    "withdraw_inner": withdraw_inner,
    "resolve_inner": resolve_inner,
    "criticise": criticise_clause,
    "freeze": freeze,
}


def make_move(text: SingleText, move: Move) -> Amendment:
    """The text after a move; ``refused`` as in ``Amendment``: what was kept beside the text is kept all the same.

    Refuses ``text.move_unknown`` and whatever the edit of that name refuses; then no move is to be kept either.
    """
    if move.kind == BEGIN:
        return Amendment(from_data(_mapping(move.data["state"])))
    if move.kind not in EDITS:
        raise Refusal("text.move_unknown")
    try:
        done = EDITS[move.kind](text, **move.data)
    except TypeError as fault:
        raise Refusal("text.move_unknown") from fault
    return done if isinstance(done, Amendment) else Amendment(done)


def replay(moves: Iterable[Move]) -> SingleText:
    """The text after all these moves, from nothing; refuses as ``make_move`` does."""
    text = SingleText()
    for move in moves:
        text = make_move(text, move).text
    return text


def _mapping(state: Any) -> Mapping[str, Any]:
    if not isinstance(state, Mapping):
        raise Refusal("text.move_unknown")
    return state
