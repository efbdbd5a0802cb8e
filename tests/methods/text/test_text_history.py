"""Whatever is done to a text in whatever order: nothing typed is lost, and its history replays to the same digests."""

from __future__ import annotations

import hashlib
import json
from typing import Any

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from tracktwo.data.refusals import sentences
from tracktwo.methods.record import Refusal, canonical_json
from tracktwo.methods.text import (
    BEGIN,
    Clause,
    Move,
    SingleText,
    Version,
    add_clause,
    as_data,
    clean_words,
    cut_version,
    freeze,
    from_data,
    make_move,
    open_bracket,
    replay,
)

wordings = st.lists(
    st.sampled_from(["ми", "миємо", "мир", "м’ята,", "we", "agree", "not", "to.", "(open)", "—", "always"]),
    min_size=1,
    max_size=7,
).map(" ".join)
sides = st.integers(1, 3)
places = st.integers(0, 5)


class Editing(RuleBasedStateMachine):
    """People of three communities and a rapporteur at work on one text, often on versions long gone."""

    def __init__(self) -> None:
        super().__init__()
        self.text = SingleText()
        self.moves = [Move(BEGIN, {"state": as_data(self.text)})]
        self.cuts: list[tuple[int, Version]] = [(1, cut_version(self.text, 1))]
        self.typed: list[str] = []

    def do(self, kind: str, typed: tuple[str, ...] = (), **data: Any) -> None:
        """Make the move and keep it; a refused one leaves everything as it was."""
        move = Move(kind, json.loads(json.dumps(data)))
        try:
            self.text = make_move(self.text, move).text
        except Refusal as refused:
            assert refused.code in sentences()
            return
        self.moves.append(move)
        self.typed.extend(clean_words(words) for words in typed)

    def clause(self, place: int) -> Clause:
        return self.text.clauses[place % len(self.text.clauses)]

    def some(self, words: str, data: st.DataObject) -> str:
        """A run of these words, or none of them."""
        found = words.split(" ")
        start = data.draw(st.integers(0, len(found)))
        return " ".join(found[start : data.draw(st.integers(start, len(found)))])

    @rule(words=wordings)
    def add(self, words: str) -> None:
        self.do("add", (words,), key=f"c{len(self.text.clauses)}", words=words)

    @precondition(lambda self: self.text.clauses)
    @rule(place=places, words=wordings, behind=st.integers(0, 2))
    def redraft(self, place: int, words: str, behind: int) -> None:
        clause = self.clause(place)
        self.do("amend", (words,), key=clause.key, words=words, side=0, version=max(1, clause.version - behind))

    @precondition(lambda self: self.text.clauses)
    @rule(place=places, words=wordings, side=sides, behind=st.integers(0, 2))
    def propose(self, place: int, words: str, side: int, behind: int) -> None:
        """Several sessions at once are exactly this: a wording written on what was read some versions ago."""
        clause = self.clause(place)
        read = max(1, clause.version - behind)
        self.do("propose", (words,), key=clause.key, words=words, side=side, version=read, reason="why")

    @precondition(lambda self: self.text.clauses)
    @rule(place=places, side=sides, wants=wordings | st.just(""), data=st.data())
    def bracket(self, place: int, side: int, wants: str, data: st.DataObject) -> None:
        clause = self.clause(place)
        stands = self.some(clause.standing, data)
        self.do(
            "bracket", (wants,), key=clause.key, side=side, stands=stands, wants=wants, reason="why", occurrence=1
        )  # fmt: skip

    @precondition(lambda self: self.text.open_brackets)
    @rule(place=places, side=sides, wants=wordings | st.just(""), data=st.data())
    def bracket_inside(self, place: int, side: int, wants: str, data: st.DataObject) -> None:
        clause, owner = self.opened(place)
        stands = self.some(clause.brackets[owner].wants, data)
        self.do("inner", (wants,), key=clause.key, owner=owner, side=side, stands=stands, wants=wants, reason="why")

    def opened(self, place: int) -> tuple[Clause, int]:
        found = [(clause, side) for clause in self.text.clauses for side in clause.brackets]
        return found[place % len(found)]

    @precondition(lambda self: self.text.open_brackets)
    @rule(place=places, side=sides, adopt=st.booleans(), withdraw=st.booleans(), inner=st.booleans())
    def clean(self, place: int, side: int, adopt: bool, withdraw: bool, inner: bool) -> None:
        clause, owner = self.opened(place)
        of: dict[str, Any] = {"owner": owner, "side": side} if inner else {"side": owner}
        if withdraw:
            self.do("withdraw_inner" if inner else "withdraw", key=clause.key, **of)
        else:
            kind = "resolve_inner" if inner else "resolve"
            self.do(kind, key=clause.key, **of, adopt=adopt, version=clause.version)

    @rule()
    def save(self) -> None:
        self.cuts.append((len(self.moves), cut_version(self.text, len(self.cuts) + 1)))

    @invariant()
    def nothing_typed_is_lost(self) -> None:
        kept = json.dumps([dict(move.data) for move in self.moves], ensure_ascii=False)
        assert all(words in kept for words in self.typed)

    @invariant()
    def depth_never_exceeds_two(self) -> None:
        assert all(depth(segment) <= 2 for clause in as_data(self.text)["clauses"] for segment in clause["segments"])
        assert all(clause.depth <= 2 for clause in self.text.clauses)

    @invariant()
    def an_inner_bracket_holds_the_words_it_names(self) -> None:
        for clause in self.text.clauses:
            for outer in clause.brackets.values():
                ends = [0]
                for one in outer.within:
                    assert outer.wants[one.start : one.start + len(one.stands)] == one.stands
                    assert one.start >= ends[-1]
                    ends.append(one.start + len(one.stands))

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
        """Versions replay to the same bytes, whoever replays them."""
        for count, version in self.cuts:
            again = replay(self.moves[:count])
            assert canonical_json(as_data(again)) == canonical_json(as_data(version.text))
            assert cut_version(again, version.number).digest == version.digest


def depth(segment: dict[str, Any]) -> int:
    """How deep brackets stand in stored data, read without the method."""
    within = [depth(one) for one in segment.get("within", ())]
    return ("wants" in segment) + max(within, default=0)


Editing.TestCase.settings = settings(max_examples=40, stateful_step_count=25, deadline=None)
TestEditing = Editing.TestCase


def test_a_move_of_another_name_or_shape_is_refused() -> None:
    for move in (Move("merge", {}), Move("add", {"key": "a"}), Move(BEGIN, {"state": 1})):
        with pytest.raises(Refusal) as refused:
            make_move(SingleText(), move)
        assert refused.value == Refusal("text.move_unknown")


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
