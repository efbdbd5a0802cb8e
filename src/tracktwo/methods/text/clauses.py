"""A single text as values: clauses under stable keys, agreed words, and brackets that belong to a community."""

from __future__ import annotations

from dataclasses import dataclass

from tracktwo.methods.record import Refusal

THIRD_PARTY = 0  # the rapporteur's place among the sides 1..n: it drafts, and owns no bracket but a late wording


@dataclass(frozen=True)
class Agreed:
    """Words nobody contests, with the spaces that part them from a neighbouring bracket."""

    words: str


@dataclass(frozen=True)
class Inner:
    """A bracket inside a bracket: words of another side's alternative (``stands``, from character ``start`` of its
    ``wants``) for which this side wants others. It is the second level, and there is no third.
    """

    side: int
    start: int
    stands: str
    wants: str
    reason: str


@dataclass(frozen=True)
class Bracket:
    """Words a community has not agreed to: what ``stands`` there, what it ``wants`` instead, and why.

    Empty ``stands`` asks for an insertion, empty ``wants`` for a deletion. ``aside``: wordings of the whole
    clause from the same side that came too late to replace it; kept word for word, oldest first. ``within``:
    brackets of other sides inside ``wants``, in their order, never overlapping.
    """

    side: int
    stands: str
    wants: str
    reason: str
    aside: tuple[str, ...] = ()
    within: tuple[Inner, ...] = ()


@dataclass(frozen=True)
class Rival:
    """Another wording of the whole clause, beside whatever stands in it, kept for its side."""

    side: int
    wants: str
    reason: str
    aside: tuple[str, ...] = ()
    within: tuple[Inner, ...] = ()


@dataclass(frozen=True)
class Criticism:
    """What a side says of a clause that only the third party may word; ``version``: of the clause it was said of."""

    side: int
    version: int
    words: str


@dataclass(frozen=True)
class Clause:
    """One paragraph. ``version`` grows with every change; an edit names the version it was made on."""

    key: str
    version: int
    segments: tuple[Agreed | Bracket, ...]
    rivals: tuple[Rival, ...] = ()
    criticisms: tuple[Criticism, ...] = ()

    @property
    def standing(self) -> str:
        """The words that stand while every bracket is open; empty for a clause struck out."""
        words = "".join(one.words if isinstance(one, Agreed) else one.stands for one in self.segments)
        return " ".join(words.split())  # an insertion still open leaves two spaces side by side

    @property
    def brackets(self) -> dict[int, Bracket | Rival]:
        """The open brackets by side; a side has at most one in a clause."""
        inside: list[Bracket | Rival] = [one for one in self.segments if isinstance(one, Bracket)]
        return {one.side: one for one in (*inside, *self.rivals)}

    @property
    def depth(self) -> int:
        """How many brackets stand one inside the other: 0, 1 or 2."""
        opened = self.brackets.values()
        return 0 if not opened else 2 if any(one.within for one in opened) else 1

    @property
    def unanswered(self) -> tuple[Criticism, ...]:
        """What was said of the words as they stand; of words that changed since, it counts as answered."""
        return tuple(one for one in self.criticisms if one.version == self.version)


@dataclass(frozen=True)
class Reservation:
    """A bracket that was left open at the freeze: the side's own words beside the text, no part of what is
    agreed.
    """

    clause: str
    side: int
    stands: str
    wants: str
    reason: str


@dataclass(frozen=True)
class SingleText:
    """The one text of a workshop; immutable, each edit gives the next."""

    clauses: tuple[Clause, ...] = ()
    frozen: bool = False
    reservations: tuple[Reservation, ...] = ()
    one_text: bool = False  # only the third party words it; the communities criticise its clauses

    def clause(self, key: str) -> Clause:
        """The clause under this key; refuses ``text.clause_unknown``."""
        for clause in self.clauses:
            if clause.key == key:
                return clause
        raise Refusal("text.clause_unknown", clause=key)

    @property
    def open_brackets(self) -> int:
        """Brackets of both levels."""
        return sum(1 + len(one.within) for clause in self.clauses for one in clause.brackets.values())
