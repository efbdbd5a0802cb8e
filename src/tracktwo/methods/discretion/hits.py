"""What the lint answers: where, what kind, how sure, why, and what to do about it. Never whose name it is."""

from __future__ import annotations

from dataclasses import dataclass

NAME, NICKNAME, AFFILIATION, WORKPLACE, EMAIL, PHONE = "name", "nickname", "affiliation", "workplace", "email", "phone"
JIGSAW, QUOTATION, FIRST_PERSON, TERM = "jigsaw", "quotation", "first_person", "term"
KINDS = (NAME, NICKNAME, AFFILIATION, WORKPLACE, EMAIL, PHONE, JIGSAW, QUOTATION, FIRST_PERSON, TERM)
# Those that point to somebody, as against those that are about manner.
POINTING = KINDS[:7]

CERTAIN, LIKELY, LOOK = "certain", "likely", "look"
GRADES = (CERTAIN, LIKELY, LOOK)
RANK = {grade: place for place, grade in enumerate(GRADES)}

REASONS = (
    *("full_name", "surname", "surname_declined", "surname_slip", "surname_disguised", "surname_small"),
    *("surname_is_a_word", "surname_of_another", "given", "given_is_a_word", "given_of_another", "diminutive"),
    *(
        "given_and_patronymic",
        "patronymic",
        "nickname",
        "nickname_is_a_word",
        "whole_affiliation",
        "part_of_affiliation",
    ),
    *("abbreviation", "whole_workplace", "part_of_workplace", "email"),
    *("email_local", "handle", "phone"),
    *("one_fits", "two_fit", "one_fits_across", "two_fit_across", "one_word_fits"),
    *("quoted_speech", "first_person", "term_to_avoid", "term_in_dispute"),
)
SUGGESTIONS = (
    *("leave_out_name", "say_community", "say_kind_of_place", "leave_out_address", "say_less", "say_thought"),
    *("say_we", "say_instead", "say_both", "look_once"),
)


@dataclass(frozen=True)
class Hit:
    """Characters ``start`` to ``end`` of the text. ``parts`` are the places of a jigsaw's pieces, and ``drop`` the one
    that hides most when left out. ``use`` is what the register says instead of a term, with its ``source``.
    """

    start: int
    end: int
    kind: str
    grade: str
    reason: str
    suggestion: str
    parts: tuple[tuple[int, int], ...] = ()
    drop: tuple[int, int] | None = None
    use: str = ""
    source: str = ""

    @property
    def is_certain(self) -> bool:
        return self.grade == CERTAIN


def kept(hits: list[Hit]) -> tuple[Hit, ...]:
    """In the order of the text; of hits of one kind that overlap the surest, and of those the longest."""
    found: list[Hit] = []
    for hit in sorted(hits, key=lambda one: (RANK[one.grade], one.start - one.end, one.start, one.kind)):
        if not any(_same_matter(hit, other) and hit.start < other.end and other.start < hit.end for other in found):
            found.append(hit)
    return tuple(sorted(found, key=lambda one: (one.start, one.end, RANK[one.grade], one.kind)))


def _same_matter(one: Hit, other: Hit) -> bool:
    if one.kind == JIGSAW:
        return one.parts == other.parts
    return one.kind == other.kind or (one.kind in _WORDS and other.kind in _WORDS)


_WORDS = frozenset([NAME, NICKNAME, AFFILIATION, WORKPLACE, EMAIL, PHONE])
