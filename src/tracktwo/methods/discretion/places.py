"""Institutions and addresses of members in a text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from tracktwo.methods.discretion import contacts
from tracktwo.methods.discretion.forms import ADDRESS, FIRST, PHRASE, SHORT, Sort
from tracktwo.methods.discretion.hits import AFFILIATION, CERTAIN, EMAIL, LIKELY, LOOK, NICKNAME, PHONE, WORKPLACE, Hit
from tracktwo.methods.discretion.lexicon import Lexicon
from tracktwo.methods.discretion.ordinary import is_ordinary
from tracktwo.methods.discretion.phrases import runs, says_something, stem
from tracktwo.methods.discretion.sounds import skeletons
from tracktwo.methods.discretion.tokens import Token

_PHRASES = {
    Sort.AFFILIATION: (AFFILIATION, "whole_affiliation"),
    Sort.AFFILIATION_PART: (AFFILIATION, "part_of_affiliation"),
    Sort.WORKPLACE: (WORKPLACE, "whole_workplace"),
    Sort.WORKPLACE_PART: (WORKPLACE, "part_of_workplace"),
    Sort.NICKNAME: (NICKNAME, "nickname"),
}
_ADDRESSES = {
    Sort.EMAIL: (EMAIL, CERTAIN, "email"),
    Sort.EMAIL_LOCAL: (EMAIL, LIKELY, "email_local"),
    Sort.HANDLE: (EMAIL, CERTAIN, "handle"),
    Sort.PHONE: (PHONE, CERTAIN, "phone"),
}
SHORTEST_ABBREVIATION, LONGEST_ABBREVIATION = 3, 8


def place_hits(words: Sequence[Token], lexicon: Lexicon) -> list[Hit]:
    """Affiliations and places of work, in any case and alphabet, whole or by their first words, and abbreviations."""
    return [*_phrase_hits(words, lexicon), *_short_hits(words, lexicon)]


def _phrase_hits(words: Sequence[Token], lexicon: Lexicon) -> Iterable[Hit]:
    begun = _beginnings(words, lexicon)
    if not begun:
        return []
    found = [run for run in runs(words) if run[2][0] in begun]
    asked = sorted({" ".join(stems) for _first, _last, stems in found})
    sorts: dict[str, Sort] = {}
    for match in lexicon.find([(PHRASE, phrase) for phrase in asked]):
        known = sorts.get(asked[match.question], match.sort)
        sorts[asked[match.question]] = min(known, match.sort)
    hits = (_phrase_hit(run, words, sorts.get(" ".join(run[2]))) for run in found)
    return [hit for hit in hits if hit is not None]


def _beginnings(words: Sequence[Token], lexicon: Lexicon) -> set[str]:
    stems = sorted({stem(token.word) for token in words if says_something(token.word)})
    return {stems[match.question] for match in lexicon.find([(FIRST, said) for said in stems])}


def _phrase_hit(run: tuple[int, int, tuple[str, ...]], words: Sequence[Token], sort: Sort | None) -> Hit | None:
    if sort is None or sort not in _PHRASES:
        return None
    first, last, stems = run
    kind, reason = _PHRASES[sort]
    grade = _phrase_grade(sort, stems, words[first])
    suggestion = "leave_out_name" if kind == NICKNAME else "say_kind_of_place"
    return Hit(words[first].start, words[last].end, kind, grade, reason, suggestion) if grade else None


def _phrase_grade(sort: Sort, stems: tuple[str, ...], first: Token) -> str:
    """A name of two words or more is certain when whole; one word is somebody's only where it is written as a name."""
    if len(stems) == 1:
        if not first.is_capital:
            return ""
        return LOOK if first.opens or is_ordinary(stems[0]) else LIKELY
    return CERTAIN if sort in (Sort.AFFILIATION, Sort.WORKPLACE, Sort.NICKNAME) else LIKELY


def _short_hits(words: Sequence[Token], lexicon: Lexicon) -> Iterable[Hit]:
    short = [token for token in words if token.is_shouted and _fits_abbreviation(token)]
    asked = [(token, said) for token in short for said in skeletons(token.word)[:2]]
    for match in lexicon.find([(SHORT, said) for _token, said in asked]):
        token = asked[match.question][0]
        yield Hit(token.start, token.end, AFFILIATION, LIKELY, "abbreviation", "say_kind_of_place")


def _fits_abbreviation(token: Token) -> bool:
    return SHORTEST_ABBREVIATION <= len(token.word) <= LONGEST_ABBREVIATION


def address_hits(text: str, lexicon: Lexicon) -> list[Hit]:
    """E-mail addresses (spelt out with “at” and “dot” too), handles and telephone numbers of members."""
    emails = list(contacts.emails_in(text))
    asked = [
        *((place, contacts.plain_email(text[slice(*place)])) for place in emails),
        *((place, contacts.local_part(text[slice(*place)])) for place in emails),
        *((place, contacts.plain_handle(text[slice(*place)])) for place in contacts.handles_in(text)),
        *((place, text[slice(*place)].casefold()) for place in contacts.locals_in(text)),
        *((place, contacts.plain_phone(text[slice(*place)])) for place in contacts.phones_in(text)),
    ]
    found = lexicon.find([(ADDRESS, said) for _place, said in asked])
    return [_address_hit(asked[match.question][0], match.sort) for match in found if match.sort in _ADDRESSES]


def _address_hit(place: contacts.Place, sort: Sort) -> Hit:
    kind, grade, reason = _ADDRESSES[sort]
    return Hit(*place, kind, grade, reason, "leave_out_address")
