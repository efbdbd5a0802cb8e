"""What may be known of a silence procedure, while it runs and afterwards."""

from __future__ import annotations

from datetime import date, datetime

from tracktwo.foundation.people.models import Account
from tracktwo.methods.text.silence import Community
from tracktwo.steps.agree.models import Reach, Silence, Text
from tracktwo.steps.prepare.models import Consent
from tracktwo.steps.prepare.queries import seats_refusing
from tracktwo.steps.select.models import Seat
from tracktwo.steps.select.queries import list_seats

NEEDED = (Consent.Product.TAKING_PART, Consent.Product.SINGLE_TEXT)


def running_silence(text: Text) -> Silence | None:
    return text.silences.filter(state=Silence.State.RUNNING).select_related("version").first()


def is_over(text: Text, now: datetime) -> bool:
    """Whether a silence waits to be ended: asked at every look, so without taking hold of the text."""
    return text.silences.filter(state=Silence.State.RUNNING, expires_at__lte=now).exists()


def last_silence(text: Text) -> Silence | None:
    """The one that runs, else the one that ended last."""
    return text.silences.select_related("version").last()


def seats_of(text: Text, today: date | None = None) -> list[Seat]:
    """Who takes part in the text: seats that are held and whose consent was not taken back and has not lapsed.

    ``today`` is the day of the clock where none is given.
    """
    refusing = {seat for product in NEEDED for seat in seats_refusing(text.workshop, product, today)}
    return [seat for seat in list_seats(text.workshop) if seat.pk not in refusing]


def sides_of(text: Text) -> list[int]:
    """The communities whose text it is, by number: all that hold seats, whether or not anybody of them has a voice now.

    A community of which every yes has lapsed is not asked less, else the others would freeze a joint text without it.
    """
    return sorted({seat.community.number for seat in list_seats(text.workshop)})


def sides_heard(text: Text, today: date | None = None) -> set[int]:
    """The communities of which somebody has a voice in the text."""
    return {seat.community.number for seat in seats_of(text, today)}


def is_anybody_unwilling(text: Text, today: date | None = None) -> bool:
    """Whether somebody of the cohort says no to anything new in the text: what is told before drafting.

    Never how many: answers can be changed at any time, so a number would tell between two looks that one person did.
    """
    refusing = seats_refusing(text.workshop, Consent.Product.SINGLE_TEXT, today)
    return list_seats(text.workshop).filter(pk__in=refusing).exists()


def communities_of(silence: Silence) -> list[Community]:
    """Every community the silence began with: who is left of it, who of them was reached, whether it affirmed."""
    sides = silence.text.workshop.programme.communities.values_list("number", flat=True)
    seated = set(silence.text.workshop.seats.values_list("community__number", flat=True))
    affirmed = set(silence.affirmations.values_list("side", flat=True))
    found = []
    for side in (one for one in sides if one in seated):
        rows = silence.reaches.filter(side=side)
        reached = rows.filter(is_reached=True).count()
        found.append(Community(side, rows.count(), reached, side in affirmed))
    return found


def reach_of(silence: Silence, account: Account) -> Reach | None:
    """The account's own line: whether the house knows that it was reached."""
    return silence.reaches.filter(account=account).first()


def list_unreached(silence: Silence, side: int | None = None) -> list[Reach]:
    """Who has not answered yet, by alias; of one community where ``side`` is given."""
    rows = silence.reaches.filter(is_reached=False).select_related("account").order_by("account__alias")
    return list(rows if side is None else rows.filter(side=side))
