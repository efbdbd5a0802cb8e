"""Every form under which a member could stand in a text: words for the lexicon, before they are keyed."""

from __future__ import annotations

from collections.abc import Iterator
from enum import IntEnum

from tracktwo.methods.discretion import contacts, phrases
from tracktwo.methods.discretion.given_names import twins
from tracktwo.methods.discretion.members import Member, parts_of
from tracktwo.methods.discretion.paradigms import declined
from tracktwo.methods.discretion.sounds import skeleton, skeletons
from tracktwo.methods.discretion.tokens import tokens

SHORTEST_FOR_SLIP = 6
SHORTEST_NAME = 2


class Sort(IntEnum):
    """What a form is. Kept beside the keyed form, so that a hit can say its kind."""

    SURNAME = 1
    SURNAME_DECLINED = 2
    SURNAME_SLIP = 3
    GIVEN = 4
    GIVEN_DECLINED = 5
    DIMINUTIVE = 6
    PATRONYMIC = 7
    INITIAL = 8
    NICKNAME = 9
    AFFILIATION = 10
    AFFILIATION_PART = 11
    WORKPLACE = 12
    WORKPLACE_PART = 13
    ABBREVIATION = 14
    EMAIL = 15
    EMAIL_LOCAL = 16
    HANDLE = 17
    PHONE = 18
    BEGINNING = 19  # the first word of a phrase: whether it is worth reading on


# Before a keyed form, so that a word never answers for a phrase. One letter each.
WORD, PHRASE, ADDRESS, INITIAL, SHORT, FIRST = "w", "p", "a", "i", "s", "f"
Form = tuple[str, str, Sort]


def forms_of(member: Member) -> frozenset[Form]:
    """(room, form, sort) for everything that would give this member away."""
    return frozenset(_forms(member))


def _forms(member: Member) -> Iterator[Form]:
    for name in member.names:
        yield from _name_forms(name)
    for name in member.nicknames:
        yield from _nickname_forms(name)
    for phrase in member.affiliations:
        yield from _phrase_forms(phrase, Sort.AFFILIATION, Sort.AFFILIATION_PART)
    for phrase in member.workplaces:
        yield from _phrase_forms(phrase, Sort.WORKPLACE, Sort.WORKPLACE_PART)
    for said in (*member.emails, *member.phones):
        yield from _address_forms(said)


def _name_forms(name: str) -> Iterator[Form]:
    parts = parts_of(name)
    for surname in parts.surnames:
        yield from _surname_forms(surname)
    if len(parts.surnames) > 1:
        yield from _surname_forms("".join(parts.surnames))
    for given in parts.given:
        yield from _given_forms(given)
    for patronymic in parts.patronymics:
        for form in {form for said in skeletons(patronymic) for form in declined(said)}:
            yield WORD, form, Sort.PATRONYMIC


def _surname_forms(surname: str) -> Iterator[Form]:
    bases = [said for said in skeletons(surname) if len(said) >= SHORTEST_NAME]
    every = {form for said in bases for form in declined(said)}
    for form in every:
        yield WORD, form, Sort.SURNAME if form in bases else Sort.SURNAME_DECLINED
    for form in {short for said in every for short in one_letter_less(said)} - every:
        yield WORD, form, Sort.SURNAME_SLIP


def _given_forms(given: str) -> Iterator[Form]:
    full, small = twins(given)
    own = {said for said in skeletons(given) if len(said) >= SHORTEST_NAME}
    for said in own | full:
        yield INITIAL, said[0], Sort.INITIAL
        yield WORD, said, Sort.GIVEN
    declensions = {form for said in own | full for form in declined(said)} - own - full
    for form in declensions:
        yield WORD, form, Sort.GIVEN_DECLINED
    for form in {form for said in small for form in declined(said)} - own - full - declensions:
        yield WORD, form, Sort.DIMINUTIVE


def _nickname_forms(name: str) -> Iterator[Form]:
    words = tokens(name)
    if len(words) > 1:
        yield PHRASE, " ".join(phrases.stems_of(name)), Sort.NICKNAME
        yield FIRST, phrases.stems_of(name)[0], Sort.BEGINNING
        return
    for form in {form for said in skeletons(name) for form in declined(said)}:
        yield WORD, form, Sort.NICKNAME


def _phrase_forms(phrase: str, whole: Sort, part: Sort) -> Iterator[Form]:
    stems = phrases.stems_of(phrase)[: phrases.LONGEST_PHRASE]
    if not stems:
        return
    yield FIRST, stems[0], Sort.BEGINNING
    yield PHRASE, " ".join(stems), whole
    for shorter in phrases.beginnings(stems):
        yield PHRASE, " ".join(shorter), part
    for name in phrases.eponyms(phrase):
        yield FIRST, name, Sort.BEGINNING
        yield PHRASE, name, part
    short = skeleton(phrases.abbreviation(phrase))
    if len(short) >= 3:
        yield SHORT, short, Sort.ABBREVIATION


def _address_forms(said: str) -> Iterator[Form]:
    if contacts.is_email(said):
        yield ADDRESS, contacts.plain_email(said), Sort.EMAIL
        if local := contacts.local_part(said):
            yield ADDRESS, local, Sort.EMAIL_LOCAL
    elif contacts.is_handle(said):
        yield ADDRESS, contacts.plain_handle(said.rpartition("/")[2]), Sort.HANDLE
    elif phone := contacts.plain_phone(said):
        yield ADDRESS, phone, Sort.PHONE


def one_letter_less(said: str) -> frozenset[str]:
    """Two words are one slip apart if they share one of these, or one is among the other's (a swap counts as one)."""
    if len(said) < SHORTEST_FOR_SLIP:
        return frozenset()
    return frozenset(said[:place] + said[place + 1 :] for place in range(len(said)))
