"""What may be known of the text."""

from tracktwo.steps.agree.queries.renderings import REVIEWED, languages_behind, rendering_state, renderings_in
from tracktwo.steps.agree.queries.signatures import sides_bound, signed_sides, signing_digest, texts_to_cosign
from tracktwo.steps.agree.queries.silences import (
    communities_of,
    is_anybody_unwilling,
    is_over,
    last_silence,
    list_unreached,
    reach_of,
    running_silence,
    seats_of,
    sides_of,
)
from tracktwo.steps.agree.queries.support import (
    clauses_to_ask,
    closed_rounds,
    line_of,
    open_round_of,
    round_turnout,
    words_digest,
)
from tracktwo.steps.agree.queries.texts import (
    access_seat,
    access_texts,
    final_words,
    frozen_text,
    kept_statements,
    text_of,
    workshop_to_agree,
)
from tracktwo.steps.agree.queries.versions import (
    has_unsaved_words,
    list_moves,
    list_versions,
    opened_on,
    parallel_words,
)

__all__ = [
    "is_anybody_unwilling",
    "REVIEWED",
    "clauses_to_ask",
    "closed_rounds",
    "line_of",
    "open_round_of",
    "round_turnout",
    "words_digest",
    "communities_of",
    "is_over",
    "languages_behind",
    "last_silence",
    "list_unreached",
    "reach_of",
    "rendering_state",
    "renderings_in",
    "running_silence",
    "seats_of",
    "sides_bound",
    "sides_of",
    "signed_sides",
    "signing_digest",
    "frozen_text",
    "final_words",
    "access_texts",
    "workshop_to_agree",
    "text_of",
    "texts_to_cosign",
    "access_seat",
    "kept_statements",
    "list_versions",
    "has_unsaved_words",
    "list_moves",
    "opened_on",
    "parallel_words",
]
