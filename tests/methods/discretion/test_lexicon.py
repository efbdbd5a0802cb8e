"""The keyed lexicon: what it keeps, and what it does not tell; and properties of the lint as a whole."""

from __future__ import annotations

import hmac

from hypothesis import given
from hypothesis import strategies as st

from tracktwo.methods.discretion import Member, Traits, lexicon_of, lint, make_lexicon, page_of
from tracktwo.methods.discretion.lexicon import DIGEST_BYTES, keyed
from tracktwo.methods.discretion.sounds import skeletons

KEY, OTHER = b"k" * 32, b"o" * 32
MEMBERS = (
    Member(names=("Олена Зозуленко",), emails=("o.zozulenko@example.org",), traits={"city": "Lviv"}),
    Member(names=("Bo Li",), affiliations=("Institute of Stones",), phones=("067 123 45 67",), traits={"city": "Lviv"}),
)
LEXICON = make_lexicon(MEMBERS, KEY)
WITH_A_STRANGER = make_lexicon([*MEMBERS, Member(names=("Qwfpgjwarst Zxcvbqqrst",))], KEY)
TRAITS = Traits(tuple(member.traits for member in MEMBERS))
PASSAGES = st.text(
    st.one_of(
        st.characters(exclude_categories=("Cs",)),
        st.sampled_from("Зозуленко Olena Zozulenko «» . , - \n @ 0 Lviv Institute of Stones ́ "),
    ),
    max_size=120,
)


def test_it_is_the_hmac_of_the_standard() -> None:
    own = keyed(KEY)("w", "zozulenko")
    assert own.to_bytes(DIGEST_BYTES, "little") == hmac.digest(KEY, b"w|zozulenko", "sha256")[:DIGEST_BYTES]
    long = b"x" * 100
    assert keyed(long)("w", "a").to_bytes(8, "little") == hmac.digest(long, b"w|a", "sha256")[:8]


def test_pages_made_apart_find_what_a_roster_at_hand_finds() -> None:
    text = "Зозуленко, Zozulenka, Institute of Stones, 0671234567"
    assert lint(text, lexicon_of([page_of(one, KEY) for one in MEMBERS], KEY)) == lint(text, LEXICON)


def test_a_page_holds_no_letter_of_a_name_and_is_filled_to_whole_steps() -> None:
    short, long = page_of(MEMBERS[1], KEY), page_of(MEMBERS[0], KEY)
    assert (len(short), len(long)) == (9 * 1024, 9 * 1024)
    assert not any(form.encode() in long for form in ("Зозуленко", "zozulenko", "olena", "example"))


def test_without_the_key_nothing_is_found() -> None:
    pages = [page_of(one, KEY) for one in MEMBERS]
    assert lint("Олена Зозуленко", lexicon_of(pages, OTHER)) == ()


def test_a_page_taken_away_takes_its_person_away_and_nobody_else() -> None:
    rest = lexicon_of([page_of(MEMBERS[1], KEY)], KEY)
    assert lint("Зозуленко", rest) == ()
    assert len(lint("Institute of Stones", rest)) == 1


def test_an_empty_lexicon_and_an_empty_text_are_no_accident() -> None:
    assert lint("Зозуленко", make_lexicon([], KEY)) == ()
    assert lint("", LEXICON, TRAITS) == ()


@given(PASSAGES)
def test_any_text_is_read_and_every_place_lies_inside_it(text: str) -> None:
    for hit in lint(text, LEXICON, TRAITS):
        assert 0 <= hit.start < hit.end <= len(text)
        assert all(hit.start <= start < end <= hit.end for start, end in hit.parts)


@given(st.text(st.sampled_from("абвгд жзик ."), max_size=60), st.text(st.sampled_from("абвгд жзик ."), max_size=60))
def test_words_around_a_name_do_not_hide_it(before: str, behind: str) -> None:
    text = f"{before} . Тут Зозуленко. {behind}"
    start = text.index("Зозуленко")
    assert any(hit.start <= start and hit.end >= start + 9 for hit in lint(text, LEXICON))


@given(PASSAGES)
def test_a_stranger_on_the_roster_changes_nothing(text: str) -> None:
    assert lint(text, WITH_A_STRANGER) == lint(text, LEXICON)


@given(st.text(max_size=20))
def test_a_word_has_few_readings_and_a_skeleton_has_no_mark(word: str) -> None:
    found = skeletons(word)
    assert len(found) <= 8
    assert all(said and not said.isspace() for said in found)
