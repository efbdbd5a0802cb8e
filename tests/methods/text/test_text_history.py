"""Whatever is done to a text in whatever order: nothing typed is lost, and its history replays to the same digests."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from tracktwo.data.refusals import sentences
from tracktwo.methods.record import Refusal
from tracktwo.methods.text import (
    SingleText,
    Version,
    add_clause,
    amend_clause,
    as_data,
    clean_words,
    cut_version,
    freeze,
    from_data,
    open_bracket,
    resolve_bracket,
    withdraw_bracket,
)

wordings = st.lists(
    st.sampled_from(["ми", "миємо", "мир", "м’ята,", "we", "agree", "not", "to.", "(open)", "—", "always"]),
    min_size=1,
    max_size=7,
).map(" ".join)
sides = st.integers(1, 3)
places = st.integers(0, 5)
Deed = Callable[[SingleText], SingleText]


class Editing(RuleBasedStateMachine):
    """People of three communities and a rapporteur at work on one text, often on versions long gone."""

    def __init__(self) -> None:
        super().__init__()
        self.text = SingleText()
        self.deeds: list[Deed] = []
        self.versions: list[Version] = [cut_version(self.text, 1)]
        self.typed: list[str] = []

    def do(self, deed: Deed, *typed: str) -> None:
        """Do it, cut a version, remember what was typed; a refused deed leaves the text as it was."""
        try:
            self.text = deed(self.text)
        except Refusal as refused:
            assert refused.code in sentences()
            return
        self.deeds.append(deed)
        self.versions.append(cut_version(self.text, len(self.versions) + 1))
        self.typed.extend(clean_words(words) for words in typed)

    def key(self, place: int) -> str:
        return self.text.clauses[place % len(self.text.clauses)].key

    @rule(words=wordings)
    def add(self, words: str) -> None:
        key = f"c{len(self.text.clauses)}"
        self.do(lambda text: add_clause(text, key, words), words)

    @precondition(lambda self: self.text.clauses)
    @rule(place=places, words=wordings, side=st.integers(0, 3), behind=st.integers(0, 2))
    def amend(self, place: int, words: str, side: int, behind: int) -> None:
        key = self.key(place)
        version = max(1, self.text.clause(key).version - behind)
        self.do(lambda text: amend_clause(text, key, words, side=side, version=version).text, words)

    @precondition(lambda self: self.text.clauses)
    @rule(place=places, side=sides, wants=wordings | st.just(""), data=st.data())
    def bracket(self, place: int, side: int, wants: str, data: st.DataObject) -> None:
        key = self.key(place)
        words = self.text.clause(key).standing.split(" ")
        start = data.draw(st.integers(0, len(words)))
        stands = " ".join(words[start : data.draw(st.integers(start, len(words)))])
        self.do(
            lambda text: open_bracket(text, key, side=side, stands=stands, wants=wants, reason="why", occurrence=1),
            wants,
        )

    @precondition(lambda self: self.text.open_brackets)
    @rule(place=places, adopt=st.booleans(), withdraw=st.booleans())
    def settle(self, place: int, adopt: bool, withdraw: bool) -> None:
        open_ones = [(clause, side) for clause in self.text.clauses for side in clause.brackets]
        clause, side = open_ones[place % len(open_ones)]
        if withdraw:
            self.do(lambda text: withdraw_bracket(text, clause.key, side=side))
        else:
            self.do(lambda text: resolve_bracket(text, clause.key, side=side, adopt=adopt, version=clause.version))

    @invariant()
    def nothing_typed_is_lost(self) -> None:
        kept = [json.dumps(as_data(version.text), ensure_ascii=False) for version in self.versions]
        assert all(any(words in text for text in kept) for words in self.typed)

    @invariant()
    def a_side_has_one_bracket_in_a_clause_and_words_have_single_spaces(self) -> None:
        for clause in self.text.clauses:
            inside = [segment.side for segment in clause.segments if hasattr(segment, "side")]
            owners = [*inside, *(rival.side for rival in clause.rivals)]
            assert len(set(owners)) == len(owners)
            assert clause.standing == clean_words(clause.standing)

    @invariant()
    def stored_and_read_again_it_is_the_same_text(self) -> None:
        assert from_data(json.loads(json.dumps(as_data(self.text)))) == self.text

    def teardown(self) -> None:
        text = SingleText()
        digests = [cut_version(text, 1).digest]
        for deed in self.deeds:
            text = deed(text)
            digests.append(cut_version(text, len(digests) + 1).digest)
        assert digests == [version.digest for version in self.versions]


Editing.TestCase.settings = settings(max_examples=60, stateful_step_count=25, deadline=None)
TestEditing = Editing.TestCase


def test_the_digest_is_the_sha256_of_sorted_plain_json() -> None:
    text = open_bracket(
        add_clause(SingleText(), "a", "Ми миємо."), "a", side=1, stands="миємо", wants="мовчимо", reason=""
    )
    data = {"format": "tracktwo single text 1", "number": 7, "text": as_data(text)}
    plain = json.dumps(data, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()
    assert cut_version(text, 7).digest == hashlib.sha256(plain).hexdigest()


def test_every_detail_changes_the_digest() -> None:
    text = add_clause(SingleText(), "a", "We agree.")
    digests = [
        cut_version(text, 1).digest,
        cut_version(text, 2).digest,
        cut_version(freeze(text), 1).digest,
        cut_version(add_clause(SingleText(), "b", "We agree."), 1).digest,
        cut_version(add_clause(SingleText(), "a", "We agreed."), 1).digest,
    ]
    assert len(set(digests)) == len(digests)


def test_versions_are_numbered_from_one() -> None:
    with pytest.raises(Refusal) as refused:
        cut_version(SingleText(), 0)
    assert refused.value == Refusal("text.version_number", number=0)


@pytest.mark.parametrize("data", [
    {}, {"clauses": [], "frozen": False}, {"clauses": [{"key": "a"}], "frozen": False, "reservations": []},
    {"clauses": [], "frozen": False, "reservations": [], "more": 1}, {"clauses": None, "frozen": False, "reservations": []},
    {"clauses": [], "frozen": False, "reservations": [{"side": 1}]},
])  # fmt: skip
def test_stored_data_of_another_shape_is_refused(data: dict[str, object]) -> None:
    with pytest.raises(Refusal) as refused:
        from_data(data)
    assert refused.value == Refusal("text.unreadable")
