"""One passage, read as somebody at home would read it who wants to know who was in the room."""

from __future__ import annotations

from collections.abc import Iterable

from tracktwo.methods.discretion.hits import Hit, kept
from tracktwo.methods.discretion.jigsaw import Traits, jigsaw_hits
from tracktwo.methods.discretion.lexicon import Lexicon
from tracktwo.methods.discretion.names import name_hits
from tracktwo.methods.discretion.places import address_hits, place_hits
from tracktwo.methods.discretion.speech import first_person_hits, quotation_hits
from tracktwo.methods.discretion.terms import Term, term_hits
from tracktwo.methods.discretion.tokens import put_together, tokens
from tracktwo.methods.record import Refusal

LONGEST_TEXT = 2_000_000


def lint(
    text: str,
    lexicon: Lexicon | None = None,
    traits: Traits | None = None,
    terms: Iterable[Term] = (),
    language: str = "",
) -> tuple[Hit, ...]:
    """Everything in a text that could identify somebody of the roster, or part the sides by a word.

    ``lexicon`` holds the keyed forms of the roster's names, institutions and addresses; ``traits`` their attributes.
    What is left out is not looked for. ``language`` (en, uk, ru) narrows the terms; names are found in any language
    and alphabet. Hits come in the order of the text and carry places, never names. Time grows with the length of the
    text and with the logarithm of the lexicon. Raises Refusal ``discretion.text_long`` beyond ``LONGEST_TEXT``.
    """
    if len(text) > LONGEST_TEXT:
        raise Refusal("discretion.text_long", length=len(text), most=LONGEST_TEXT)
    words = tokens(text)
    found = [*quotation_hits(text), *first_person_hits(words, text), *term_hits(words, terms, language)]
    if lexicon is not None:
        found += name_hits((*words, *put_together(words, text)), text, lexicon)
        found += place_hits(words, lexicon)
        found += address_hits(text, lexicon)
    if traits is not None:
        found += jigsaw_hits(words, traits)
    return kept(found)
