"""What in the text would give somebody away."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tracktwo.data import tables
from tracktwo.exchange.terms import read_vocabulary
from tracktwo.foundation.vault.discretion import Linted, lint_passage
from tracktwo.methods.discretion import RANK, Traits, stems_of
from tracktwo.methods.text import SingleText
from tracktwo.steps.agree.convert.leaks import LeakFace, Passage, by_passage, face, mark_of, passages, sheet
from tracktwo.steps.agree.models import Text
from tracktwo.steps.agree.queries.versions import parallel_words
from tracktwo.steps.plan.models import Workshop
from tracktwo.steps.select.models import Nomination
from tracktwo.steps.select.queries import list_seats

NOTHING_SAID = frozenset(["", "other"])


@dataclass(frozen=True)
class Leaks:
    """The hits, those first that stop the text; and how far the lint could look."""

    faces: tuple[LeakFace, ...]
    asleep: bool
    unknown: int

    @property
    def stopping(self) -> int:
        return sum(one.stops for one in self.faces)

    @property
    def standing(self) -> tuple[LeakFace, ...]:
        return tuple(one for one in self.faces if one.stands)

    @property
    def answered(self) -> tuple[LeakFace, ...]:
        return tuple(one for one in self.faces if not one.stands)


def find_leaks(text: Text, state: SingleText) -> Leaks:
    """Everything that the frozen text would hold, read once against everybody in the programme."""
    return _leaks(text, passages(state, text.language, parallel_words(text)))


def lint_words(text: Text, clause: str, words: str) -> Leaks:
    """Words that are being typed; nothing of them is kept."""
    return _leaks(text, [Passage(clause, words, text.language)])


def _leaks(text: Text, found: Sequence[Passage]) -> Leaks:
    reasons = dict(text.let_stand.values_list("mark", "reason"))
    traits = traits_of(text.workshop)
    faces, linted = [], lint_for(text.workshop, "", "", traits)
    for language in dict.fromkeys(passage.language for passage in found):
        same = [passage for passage in found if passage.language == language]
        linted = lint_for(text.workshop, whole := sheet(same), language, traits)
        for passage, hit, start in by_passage(same, linted.hits):
            mark = mark_of(text.workshop.number, hit, whole)
            faces.append(face(passage, hit, start, whole, mark, reasons.get(mark, "")))
    ordered = sorted(dict.fromkeys(faces), key=lambda one: RANK[one.grade])
    return Leaks(tuple(ordered), linted.asleep, linted.unknown)


def lint_for(workshop: Workshop, words: str, language: str, traits: Traits | None = None) -> Linted:
    """Lint words about a workshop; jigsaws are put together from what its cohort told when it said yes."""
    told = traits_of(workshop) if traits is None else traits
    return lint_passage(workshop.programme.compartment, words, language=language, traits=told)


def traits_of(workshop: Workshop) -> Traits:
    """The cohort by community and by the answers on which quotas stand, and how each is said in three languages."""
    seats = list(list_seats(workshop))
    told = Nomination.objects.filter(programme=workshop.programme, account__in=[seat.account_id for seat in seats])
    answers = dict(told.values_list("account", "attributes"))
    members = tuple(
        {name: value for name, value in answers.get(seat.account_id, {}).items() if value not in NOTHING_SAID}
        | {"community": str(seat.community.number)}
        for seat in seats
    )
    vocabulary = read_vocabulary(tables.trait_words_csv())
    words = {trait: vocabulary.get(stems_of(trait[1]), ()) for member in members for trait in member.items()}
    for seat in seats:
        names = tuple(seat.community.names.values())
        more = [word for name in names for word in vocabulary.get(stems_of(name), ())]
        words["community", str(seat.community.number)] = tuple(dict.fromkeys((*names, *more)))
    return Traits(members, words)
