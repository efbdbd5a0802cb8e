"""Ballots on paper: all of a community alike, without sign or alias, and only where a vote is secret."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from tracktwo.documents.tree import Card, Cards, Paragraph, Part, Side, Words, words
from tracktwo.methods.counts import APPROVAL, CONSENT, MOST_ASKED, RANKING, votes_in_secret
from tracktwo.steps.programme.models import Community
from tracktwo.steps.select.models import Seat

WEAVES = 3


def in_the_room(seats: Iterable[Seat]) -> list[Seat]:
    return [seat for seat in seats if not seat.is_remote]


def afar_words(number: int) -> str:
    """How seats that are taken from afar vote on paper; the counting page of step 5 goes by the same rule."""
    return ngettext(
        "%(number)s seat is taken from afar and has no ballot: a vote on paper is held among those in the room. "
        "What all are to vote on is asked on telephones.",
        "%(number)s seats are taken from afar and have no ballots: a vote on paper is held among those in the room. "
        "What all are to vote on is asked on telephones.",
        number,
    ) % {"number": number}


def side_of(community: Community) -> Side:
    return Side(community.name, (community.number - 1) % WEAVES + 1)


def ballots(seats: Sequence[Seat], kind: str = "") -> list[Part]:
    """One for each seat in the room of a community that votes in secret; the others affirm aloud and have none.

    ``kind``: about one statement where it is empty, else an approval, a ranking or a consent. Whether a vote is secret
    goes by all seats that are held, as on every page of the room.
    """
    if not seats:
        return [Paragraph(words(_("Nobody has a seat in this workshop yet.")))]
    members = Counter(seat.community for seat in seats)
    aloud = [community for community, count in members.items() if not votes_in_secret(count)]
    present = in_the_room(seats)
    parts: list[Part] = []
    if aloud:
        named = [piece for community in aloud for piece in (" ", side_of(community))]
        parts.append(Paragraph(words(_("With fewer than six seats, these affirm aloud and have no ballots:"), *named)))
    if afar := len(seats) - len(present):
        parts.append(Paragraph(words(afar_words(afar))))
    cards = tuple(_ballot(seat.community, kind) for seat in present if seat.community not in aloud)
    if cards:
        how = _(
            "Cut apart and fold once. No sign and no alias; two people count, each alone, and type what they counted."
        )
        parts += [Paragraph(words(how)), Cards(cards, tall=kind == RANKING)]
    return parts


def _ballot(community: Community, kind: str) -> Card:
    title, lines = {
        APPROVAL: (_("I approve"), _approval()),
        RANKING: (_("In which order would you put these?"), _ranking()),
        CONSENT: (_("Statement ....."), _ticked(_("I consent"), _("I stand aside"), _("I object"))),
    }.get(kind, (_("Statement ....."), _ticked(_("agree"), _("disagree"), _("pass"))))
    return Card(title, side_of(community), lines)


def _ticked(*answers: str) -> tuple[Words, ...]:
    return tuple(words(f"[\u00a0\u00a0\u00a0]\u00a0{answer}") for answer in answers)


def _approval() -> tuple[Words, ...]:
    """Two beside each other, so that six stand on a card of the common size."""
    box = f"[\u00a0\u00a0\u00a0]\u00a0{_('No. .....')}"
    return tuple(words(f"{box}      {box}") for _line in range(MOST_ASKED // 2))


def _ranking() -> tuple[Words, ...]:
    """By place, which the card numbers; those that are not needed stay empty on everybody's ballot."""
    return tuple(words(_("Statement .....")) for _place in range(MOST_ASKED))
