"""A small instrument: what is asked before and after a workshop, with the scale and the source of every
question.

The questions are in our own words after the published scales named beside them; none of their items is
copied. ``%(community)s`` is the name a community gave itself.
"""

from __future__ import annotations

from dataclasses import dataclass

from tracktwo.data.refusals.words import N_


@dataclass(frozen=True)
class Item:
    """One question with a scale of whole numbers from ``low`` to ``high``.

    ``toward``: asked once about each community other than one's own. ``warmer``: 1 where a higher answer is a
    closer relation, -1 where it is a more distant one (anxiety). ``question``, ``low_end`` and ``high_end``
    are message ids.
    """

    key: str
    question: str
    low: int
    high: int
    low_end: str
    high_end: str
    warmer: int
    toward: bool
    source: str

    def takes(self, answer: int) -> bool:
        """Whether the answer lies on the scale."""
        return self.low <= answer <= self.high


@dataclass(frozen=True)
class Instrument:
    """A named set of items; ``version`` changes whenever a question or a scale does, so that waves stay
    comparable.
    """

    key: str
    version: int
    items: tuple[Item, ...]

    def item(self, key: str) -> Item:
        """The item with this key; KeyError without one."""
        return {item.key: item for item in self.items}[key]


RELATIONS_SHORT = Instrument(
    "relations_short",
    1,
    (
        Item(
            "warmth",
            N_("How warm or cold do you feel towards people of the %(community)s community?"),
            0,
            100,
            N_("very cold"),
            N_("very warm"),
            1,
            True,
            "Feeling thermometer: Weisberg and Rusk 1970, American Political Science Review 64, 1167-1185",
        ),
        Item(
            "closeness",
            N_("How much do you and people of the %(community)s community belong together?"),
            1,
            7,
            N_("two worlds apart"),
            N_("almost one"),
            1,
            True,
            "Inclusion of other in the self: Aron, Aron and Smollan 1992,"
            " Journal of Personality and Social Psychology 63, 596-612",
        ),
        Item(
            "trust",
            N_("How far do you trust people of the %(community)s community to keep their word with you?"),
            1,
            7,
            N_("not at all"),
            N_("completely"),
            1,
            True,
            "Intergroup trust: Tam, Hewstone, Kenworthy and Cairns 2009,"
            " Personality and Social Psychology Bulletin 35, 45-59",
        ),
        Item(
            "anxiety",
            N_("How uneasy would you be if you had to work alone with people of the %(community)s community?"),
            1,
            7,
            N_("not uneasy at all"),
            N_("extremely uneasy"),
            -1,
            True,
            "Intergroup anxiety: Stephan and Stephan 1985, Journal of Social Issues 41 (3), 157-175",
        ),
        Item(
            "perspective",
            N_("How often do you try to see a dispute as people of the %(community)s community see it?"),
            1,
            7,
            N_("never"),
            N_("every time"),
            1,
            True,
            "Perspective taking: Davis 1983, Journal of Personality and Social Psychology 44, 113-126",
        ),
    ),
)

INSTRUMENTS = {RELATIONS_SHORT.key: RELATIONS_SHORT}
