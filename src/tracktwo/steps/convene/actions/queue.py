"""The speaking queue: asked for from a phone, called by the rule, moved by the facilitator in sight of it."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from tracktwo.foundation.live.actions import once
from tracktwo.foundation.people.models import Account, Standing
from tracktwo.methods.floor import Hand as Waiting
from tracktwo.methods.floor import move, queue
from tracktwo.methods.record import Refusal
from tracktwo.steps.convene.actions.airtime import tap_side
from tracktwo.steps.convene.actions.floor import floor_of, hold, show
from tracktwo.steps.convene.convert import hands_of, heard_of, waiting_of
from tracktwo.steps.convene.models import Floor, Hand, Session
from tracktwo.steps.convene.queries import are_sides_timed
from tracktwo.steps.programme.queries import list_communities
from tracktwo.steps.select.queries import list_seats, seat_of

ON_WALL = ("none", "count", "aliases")


@transaction.atomic
def raise_hand(session: Session, account: Account, *, sender: Account, token: str) -> None:
    """Put somebody with a seat into the queue; who waits already keeps the place. ``sender`` may be the facilitator.

    Refuses ``convene.session_closed`` and ``convene.no_seat``.
    """
    if not once(token, sender):
        return
    session = hold(session)
    if seat_of(account, session.workshop) is None:
        raise Refusal("convene.no_seat")
    hand = _hand(session, account)
    if hand.asked is None and not hand.has_floor:
        floor = floor_of(session)
        floor.asked += 1
        floor.save(update_fields=["asked"])
        hand.asked = floor.asked
        hand.save(update_fields=["asked"])
    show(session)


def _hand(session: Session, account: Account) -> Hand:
    """The person's row. All rows are written at once in the order of random keys: none tells who asked first."""
    if not session.hands.filter(account=account).exists():
        known = set(session.hands.values_list("account_id", flat=True))
        seats = sorted((seat.account_id, seat.community.number) for seat in list_seats(session.workshop))
        Hand.objects.bulk_create(
            Hand(session=session, account_id=pk, side=number) for pk, number in seats if pk not in known
        )
    return session.hands.get(account=account)


@transaction.atomic
def lower_hand(session: Session, account: Account, *, sender: Account, token: str) -> None:
    """Leave the queue. Refuses ``convene.session_closed``."""
    if not once(token, sender):
        return
    session = hold(session)
    session.hands.filter(account=account).update(asked=None, moved=None)
    show(session)


@transaction.atomic
def drop_hand(session: Session, hand: int, *, by: Standing, token: str) -> None:
    """The facilitator takes somebody off the queue. Refuses ``convene.session_closed`` and ``floor.hand_unknown``."""
    if not once(token, by.account):
        return
    session = hold(session)
    _waiting(session, hand)
    session.hands.filter(pk=hand).update(asked=None, moved=None)
    show(session)


@transaction.atomic
def move_hand(session: Session, hand: int, places: int, *, by: Standing, now: datetime, token: str) -> None:
    """Move somebody in the queue; the lines touched are marked for everybody who sees it.

    Refuses ``convene.session_closed`` and ``floor.hand_unknown``.
    """
    if not once(token, by.account):
        return
    session = hold(session)
    for moved in move(_order(session, now), str(hand), places):
        session.hands.filter(pk=int(moved.key)).update(moved=moved.moved)
    show(session)


def _order(session: Session, now: datetime) -> tuple[Waiting, ...]:
    communities = list_communities(session.workshop.programme, timezone.localdate(now))
    heard = heard_of(session.airtime.all(), floor_of(session), [community.number for community in communities], now)
    return queue([waiting_of(hand) for hand in hands_of(session).exclude(asked=None)], heard)


@transaction.atomic
def restore_rule(session: Session, *, by: Standing, token: str) -> None:
    """Take all moves back: the rule alone orders the queue. Refuses ``convene.session_closed``."""
    if not once(token, by.account):
        return
    session = hold(session)
    session.hands.update(moved=None)
    show(session)


@transaction.atomic
def give_floor(session: Session, hand: int, *, by: Standing, now: datetime, token: str) -> None:
    """Somebody who waits begins to speak, and the watch runs for the community.

    Whoever spoke before is done. Refuses ``convene.session_closed``, ``convene.no_phase_timed`` and
    ``floor.hand_unknown``.
    """
    if not once(token, by.account):
        return
    session = hold(session)
    row = _waiting(session, hand)
    session.hands.filter(has_floor=True).update(has_floor=False)
    session.hands.filter(pk=hand).update(asked=None, moved=None, has_floor=True, has_spoken=True)
    floor = floor_of(session)
    floor.turns = [*floor.turns, row.side]
    floor.save(update_fields=["turns"])
    if are_sides_timed(session):
        tap_side(session, floor, row.side, now)
    show(session)


@transaction.atomic
def end_turn(session: Session, *, by: Standing, now: datetime, token: str) -> None:
    """Whoever speaks is done, and the watch stops. Refuses ``convene.session_closed``."""
    if not once(token, by.account):
        return
    session = hold(session)
    session.hands.filter(has_floor=True).update(has_floor=False)
    tap_side(session, floor_of(session), None, now)
    show(session)


@transaction.atomic
def show_queue(session: Session, is_shown: bool, *, by: Standing, token: str) -> None:
    """Let participants see the whole queue, or only their own place. Refuses ``convene.session_closed``."""
    if not once(token, by.account):
        return
    session = hold(session)
    Floor.objects.filter(pk=floor_of(session).pk).update(is_shown=is_shown)
    show(session)


@transaction.atomic
def show_on_wall(session: Session, on_wall: str, *, by: Standing, token: str) -> None:
    """What the projector says of the queue: nothing, how many wait, or their aliases.

    Refuses ``convene.session_closed`` and ``convene.wall_unknown``.
    """
    if not once(token, by.account):
        return
    if on_wall not in ON_WALL:
        raise Refusal("convene.wall_unknown")
    session = hold(session)
    Floor.objects.filter(pk=floor_of(session).pk).update(on_wall=on_wall)
    show(session)


def _waiting(session: Session, hand: int) -> Hand:
    row = hands_of(session).filter(pk=hand).exclude(asked=None).first()
    if row is None:
        raise Refusal("floor.hand_unknown")
    return row
