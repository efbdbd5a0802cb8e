"""How much the lint finds, and how often it cries for nothing: a corpus by stated rules, and sixty passages by hand."""

from __future__ import annotations

import pytest

from tests.methods.discretion.corpus import Score, all_jigsaws, all_names, all_strangers, read_sixty, score
from tests.methods.discretion.hard import hard_leaks, hard_strangers
from tests.methods.discretion.people import roster
from tracktwo.data import tables
from tracktwo.methods.discretion import LOOK, Lexicon, lint, make_lexicon

NAMES, JIGSAW = ("name", "nickname"), ("jigsaw",)


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return make_lexicon(read_sixty(tables.trait_words_csv()).members, b"k" * 32)


@pytest.fixture(scope="module")
def by_name(lexicon: Lexicon) -> Score:
    return score(lambda text: _places(text, lexicon), all_names(), all_strangers())


@pytest.fixture(scope="module")
def by_jigsaw() -> Score:
    traits = read_sixty(tables.trait_words_csv()).traits

    def find(text: str) -> list[tuple[int, int]]:
        return [(hit.start, hit.end) for hit in lint(text, traits=traits) if hit.kind == "jigsaw" and hit.grade != LOOK]

    return score(find, *all_jigsaws())


def _places(text: str, lexicon: Lexicon) -> list[tuple[int, int]]:
    """What asks for words or a reason; what is worth a look only does not count, for good or for ill."""
    return [(hit.start, hit.end) for hit in lint(text, lexicon) if hit.kind in NAMES and hit.grade != LOOK]


def test_the_corpus_is_as_large_as_it_says() -> None:
    fitting, common = all_jigsaws()
    assert len(roster()) == 60
    assert len(hard_leaks()) + len(hard_strangers()) == 60
    assert len(all_names()) + len(fitting) >= 400
    assert len(all_strangers()) + len(common) >= 400
    assert {one.language for one in all_names()} == {"en", "uk", "ru"}


def test_of_names_ninety_nine_in_a_hundred_are_found(by_name: Score) -> None:
    assert by_name.recall >= 0.99, [(one.hidden, one.rule) for one in by_name.missed]


def test_of_jigsaws_ninety_five_in_a_hundred_are_found(by_jigsaw: Score) -> None:
    assert by_jigsaw.recall >= 0.95, [one.text for one in by_jigsaw.missed]


def test_of_what_is_marked_nine_in_ten_are_leaks(by_name: Score, by_jigsaw: Score) -> None:
    assert by_name.precision >= 0.9, [one.text for one in by_name.alarming]
    assert by_jigsaw.precision >= 0.9, [one.text for one in by_jigsaw.alarming]


def test_the_hard_set_alone_is_held_to_the_same(lexicon: Lexicon) -> None:
    alone = score(lambda text: _places(text, lexicon), hard_leaks(), hard_strangers())
    assert alone.recall >= 0.95, [(one.hidden, one.rule) for one in alone.missed]
    assert alone.precision >= 0.9, [one.text for one in alone.alarming]
