"""The single text: clauses, brackets owned by communities, versions, differences, freeze."""

from tracktwo.methods.text.clauses import (
    THIRD_PARTY,
    Agreed,
    Bracket,
    Clause,
    Reservation,
    Rival,
    SingleText,
)
from tracktwo.methods.text.differences import ClauseChange, Kind, Piece, compare, differences
from tracktwo.methods.text.edits import (
    Amendment,
    add_clause,
    amend_clause,
    open_bracket,
    resolve_bracket,
    withdraw_bracket,
)
from tracktwo.methods.text.versions import Version, as_data, cut_version, freeze, from_data
from tracktwo.methods.text.wording import clean_words

__all__ = [
    "THIRD_PARTY",
    "Agreed",
    "Amendment",
    "Bracket",
    "Clause",
    "ClauseChange",
    "Kind",
    "Piece",
    "Reservation",
    "Rival",
    "SingleText",
    "Version",
    "add_clause",
    "amend_clause",
    "as_data",
    "clean_words",
    "compare",
    "cut_version",
    "differences",
    "freeze",
    "from_data",
    "open_bracket",
    "resolve_bracket",
    "withdraw_bracket",
]
