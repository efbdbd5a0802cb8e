"""An instrument as the questions one seat is asked, and slips as the answers a method pairs."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from django.utils.translation import gettext as _

from tracktwo.data.instruments import Instrument, Item
from tracktwo.methods.relations import Answer
from tracktwo.steps.programme.models import Community

Slip = Mapping[str, Any]
MOST_RADIOS = 11  # a longer scale is typed as a number


@dataclass(frozen=True)
class Question:
    """One item, asked about one other community where it is about others; all words in the reader's language."""

    name: str
    item: Item
    words: str
    low_end: str
    high_end: str

    @property
    def is_typed(self) -> bool:
        return self.item.high - self.item.low + 1 > MOST_RADIOS


def name_of(item: Item, side: int | None) -> str:
    """The name of a question in forms and slips: ``warmth.2``, or ``hope`` for an item that is about nobody."""
    return f"{item.key}.{side}" if side else item.key


def names_of(item: Item, own_side: int, sides: Sequence[int]) -> list[str]:
    """Every name under which this item is asked of a member of ``own_side``."""
    return [name_of(item, side) for side in sides if side != own_side] if item.toward else [name_of(item, None)]


def questions_for(instrument: Instrument, communities: Sequence[Community], own_side: int) -> list[Question]:
    """What a member of ``own_side`` is asked, item by item, about the other communities in the order given."""
    others: list[Community | None] = [community for community in communities if community.number != own_side]
    return [_question(item, about) for item in instrument.items for about in (others if item.toward else [None])]


def _question(item: Item, about: Community | None) -> Question:
    return Question(
        name=name_of(item, about.number if about else None),
        item=item,
        words=_(item.question) % {"community": about.name if about else ""},
        low_end=_(item.low_end),
        high_end=_(item.high_end),
    )


def answers_to(item: Item, slips: Iterable[Slip], sides: Sequence[int]) -> list[Answer]:
    """The answers to one item: a person's mean over the communities asked about, so that everybody counts once.

    Whoever left one of them out is left out: a mean over fewer communities is another question.
    """
    found = []
    for slip in slips:
        names = names_of(item, slip["side"], sides)
        given = [slip["values"][name] for name in names if name in slip["values"]]
        if given and len(given) == len(names):
            found.append(Answer(slip["link"], slip["side"], Fraction(sum(given), len(given))))
    return found
