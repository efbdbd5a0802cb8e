"""The single text: clauses, brackets owned by communities, versions, differences, freeze."""

from tracktwo.methods.text.clauses import (
    THIRD_PARTY,
    Agreed,
    Bracket,
    Clause,
    Criticism,
    Inner,
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
from tracktwo.methods.text.inner import open_inner, resolve_inner, withdraw_inner
from tracktwo.methods.text.letters import composed_letters
from tracktwo.methods.text.moves import BEGIN, Move, make_move, replay
from tracktwo.methods.text.plain import sentence_lengths
from tracktwo.methods.text.proposals import changed_stretch, criticise_clause, propose_words
from tracktwo.methods.text.versions import Languages, Version, as_data, cut_version, freeze, from_data, version_data
from tracktwo.methods.text.wording import check_passage, clean_words, composed

__all__ = [
    "THIRD_PARTY",
    "Agreed",
    "BEGIN",
    "Amendment",
    "Bracket",
    "Clause",
    "ClauseChange",
    "Criticism",
    "Inner",
    "Languages",
    "Move",
    "changed_stretch",
    "criticise_clause",
    "make_move",
    "open_inner",
    "propose_words",
    "replay",
    "sentence_lengths",
    "resolve_inner",
    "version_data",
    "withdraw_inner",
    "Kind",
    "Piece",
    "Reservation",
    "Rival",
    "SingleText",
    "Version",
    "add_clause",
    "amend_clause",
    "as_data",
    "check_passage",
    "clean_words",
    "compare",
    "composed",
    "composed_letters",
    "cut_version",
    "differences",
    "freeze",
    "from_data",
    "open_bracket",
    "resolve_bracket",
    "withdraw_bracket",
]
