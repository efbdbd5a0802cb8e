"""Talking apart: called by the facilitator, held by the community, erased when it comes back."""

from __future__ import annotations

from datetime import datetime, timedelta
from functools import partial

from django.conf import settings
from django.db import transaction
from django.db.models import QuerySet

from tracktwo.foundation.ledger.actions import record
from tracktwo.foundation.live.actions import once, touch, wipe_traces
from tracktwo.foundation.people.models import Account, Standing
from tracktwo.methods.floor import Heard, next_hand
from tracktwo.methods.record import Refusal
from tracktwo.steps.convene.actions.clearance import check_cleared
from tracktwo.steps.convene.actions.floor import DESK, ROOM
from tracktwo.steps.convene.actions.statements import write_statement
from tracktwo.steps.convene.convert import apart_waiting, checked_text, hands_apart
from tracktwo.steps.convene.models import Caucus, CaucusHand, CaucusLine
from tracktwo.steps.convene.pace import forget_pace, keep_pace
from tracktwo.steps.convene.queries import is_covered, session_now, session_of
from tracktwo.steps.plan.models import Workshop
from tracktwo.steps.select.queries import list_seats

APART = "apart"
SHORTEST, LONGEST = 5, 240
MOST_LINES = 100
FORGOTTEN = timedelta(days=1)


@transaction.atomic
def open_caucus(
    workshop: Workshop, side: int, minutes: int, *, by: Standing, now: datetime, token: str
) -> Caucus | None:
    """A community goes to talk apart. None when the form came twice.

    Refuses ``convene.caucus_open``, ``convene.caucus_length``, ``convene.side_absent``, ``convene.workshop_closed``,
    and where no session is open what ``actions.clearance`` refuses.
    """
    return begin_caucus(workshop, side, minutes, by=by, now=now) if once(token, by.account) else None


def begin_caucus(workshop: Workshop, side: int, minutes: int, *, by: Standing, now: datetime) -> Caucus:
    """The same, for deeds in a transaction that have asked for the token. Refuses as ``open_caucus``."""
    workshop = Workshop.objects.select_for_update().get(pk=workshop.pk)
    if workshop.closed_at is not None and workshop.closed_at <= now:
        raise Refusal("convene.workshop_closed")
    check_minutes(minutes)
    if session_of(workshop.pk) is None:  # else it was asked when that was opened, and who is in the room may part
        check_cleared(workshop)
    if not list_seats(workshop).filter(community__number=side).exists():
        raise Refusal("convene.side_absent")
    if workshop.caucuses.filter(side=side, closed_at=None).exists():
        raise Refusal("convene.caucus_open")
    covered = is_covered(workshop, session_of(workshop.pk))
    place = {"workshop": workshop, "side": side, "minutes": minutes}
    caucus = Caucus.objects.create(**place, is_covered=covered, opened_at=now)
    _note("convene.caucus_opened", caucus, by, now, minutes=minutes)
    touch(ROOM, workshop.pk)
    touch(DESK, workshop.pk)
    return caucus


def check_minutes(minutes: int) -> None:
    """Refuses ``convene.caucus_length``."""
    if not SHORTEST <= minutes <= LONGEST:
        raise Refusal("convene.caucus_length", least=SHORTEST, most=LONGEST)


@transaction.atomic
def close_caucus(caucus: Caucus, *, by: Standing, now: datetime, token: str) -> None:
    """The community comes back; queue and sentences are erased. Refuses ``convene.caucus_over``."""
    if not once(token, by.account):
        return
    _end(_hold(caucus), by, now)


def end_caucuses(workshop: Workshop, by: Standing, now: datetime) -> None:
    """All that are open, when the room closes; for deeds in a transaction."""
    for caucus in _held_open(workshop.caucuses.all()):
        _end(caucus, by, now)


@transaction.atomic
def end_forgotten(now: datetime) -> int:
    """A day after their time, where nobody has called them back and no session's close has; returns how many.

    What a community wrote apart is its own: it must not wait for somebody to remember it.
    """
    found = _held_open(Caucus.objects.filter(opened_at__lte=now - FORGOTTEN))
    is_over = [one for one in found if one.opened_at + timedelta(minutes=one.minutes) + FORGOTTEN <= now]
    for caucus in is_over:
        _end(caucus, None, now)
    return len(is_over)


def _held_open(caucuses: QuerySet[Caucus]) -> QuerySet[Caucus]:
    """Under lock, so that each closing is recorded once: whoever has just been called back is not among them."""
    found = caucuses.filter(closed_at=None).select_related("workshop__programme__compartment").order_by("pk")
    return found.select_for_update(of=("self",))


def _end(caucus: Caucus, by: Standing | None, now: datetime) -> None:
    caucus.lines.all().delete()
    caucus.hands.all().delete()
    wipe_traces(CaucusLine, CaucusHand)
    transaction.on_commit(partial(forget_pace, APART, caucus.pk))
    caucus.closed_at, caucus.is_third_party_in, caucus.asked = now, False, 0
    caucus.save(update_fields=["closed_at", "is_third_party_in", "asked"])
    _note("convene.caucus_closed", caucus, by, now)
    touch(ROOM, caucus.workshop_id)
    touch(DESK, caucus.workshop_id)
    touch(APART, caucus.pk)


@transaction.atomic
def ask_in(caucus: Caucus, is_in: bool, *, sender: Account, token: str) -> None:
    """The community asks the facilitator in, or out again. Refuses ``convene.caucus_over``."""
    if not once(token, sender):
        return
    caucus = _hold(caucus)
    caucus.is_third_party_in = is_in
    caucus.save(update_fields=["is_third_party_in"])
    touch(DESK, caucus.workshop_id)  # the facilitator's page shows a door, or none
    touch(APART, caucus.pk)


@transaction.atomic
def write_apart(caucus: Caucus, text: str, language: str, *, sender: Account, token: str, paced: bool = False) -> None:
    """A sentence on the community's own wall; ``sender`` is kept nowhere. ``paced`` as in ``write_statement``.

    Refuses ``convene.caucus_over``, ``convene.text_*``, ``convene.language_unknown``, ``convene.statements_full`` and
    ``convene.too_fast``.
    """
    if not once(token, sender):
        return
    caucus, text = _hold(caucus), checked_text(text)
    if language not in dict(settings.LANGUAGES):
        raise Refusal("convene.language_unknown")
    if caucus.lines.count() >= MOST_LINES:
        raise Refusal("convene.statements_full", most=MOST_LINES)
    if paced:
        keep_pace(APART, caucus.pk, sender.pk)
    number = 1 + max(caucus.lines.values_list("number", flat=True), default=0)
    caucus.lines.create(number=number, text=text, language=language)
    touch(APART, caucus.pk)


@transaction.atomic
def strike_apart(caucus: Caucus, line: int, *, sender: Account, token: str) -> None:
    """Take a sentence off the wall again. Refuses ``convene.caucus_over`` and ``convene.statement_unknown``."""
    if not once(token, sender):
        return
    caucus = _hold(caucus)
    if not caucus.lines.filter(pk=line).delete()[0]:
        raise Refusal("convene.statement_unknown")
    wipe_traces(CaucusLine)
    touch(APART, caucus.pk)


@transaction.atomic
def carry_apart(caucus: Caucus, line: int, *, sender: Account, now: datetime, token: str, paced: bool = False) -> None:
    """Carry a sentence into the room, as a statement like any other: from nobody, and from no community.

    Refuses ``convene.caucus_over``, ``convene.statement_unknown`` and as ``write_statement``.
    """
    caucus = _hold(caucus)
    found = caucus.lines.filter(pk=line, is_carried=False).first()
    if found is None:
        raise Refusal("convene.statement_unknown")
    session = session_now(caucus.workshop.programme)
    if session is None:
        raise Refusal("convene.session_closed")
    who = {"sender": sender, "paced": paced}
    if write_statement(session, found.text, found.language, **who, now=now, token=token) is None:
        return
    found.is_carried = True
    found.save(update_fields=["is_carried"])
    touch(APART, caucus.pk)


@transaction.atomic
def ask_apart(caucus: Caucus, is_asking: bool, *, account: Account, token: str) -> None:
    """Join the community's own queue, or leave it. Refuses ``convene.caucus_over`` and ``convene.no_seat``."""
    if not once(token, account):
        return
    caucus = _hold(caucus)
    hand = _hand(caucus, account)
    if is_asking and hand.asked is None and not hand.has_floor:
        caucus.asked += 1
        caucus.save(update_fields=["asked"])
        hand.asked = caucus.asked
    elif not is_asking:
        hand.asked = None
    hand.save(update_fields=["asked"])
    touch(APART, caucus.pk)


def _hand(caucus: Caucus, account: Account) -> CaucusHand:
    """The person's row; all rows of the community are written at once, by random keys."""
    if not caucus.hands.exists():
        seats = list_seats(caucus.workshop).filter(community__number=caucus.side)
        keys = sorted(seats.values_list("account_id", flat=True))
        CaucusHand.objects.bulk_create(CaucusHand(caucus=caucus, account_id=key) for key in keys)
    found = caucus.hands.filter(account=account).first()
    if found is None:
        raise Refusal("convene.no_seat")
    return found


@transaction.atomic
def next_apart(caucus: Caucus, *, sender: Account, token: str) -> None:
    """Whoever speaks is done; the next is who has not spoken here yet, then who asked earlier.

    Refuses ``convene.caucus_over``.
    """
    if not once(token, sender):
        return
    caucus = _hold(caucus)
    waiting = [apart_waiting(hand, caucus.side) for hand in hands_apart(caucus).exclude(asked=None)]
    coming = next_hand(waiting, Heard((caucus.side,)))
    caucus.hands.filter(has_floor=True).update(has_floor=False)
    if coming is not None:
        caucus.hands.filter(pk=int(coming.key)).update(asked=None, has_floor=True, has_spoken=True)
    touch(APART, caucus.pk)


def _hold(caucus: Caucus) -> Caucus:
    held = Caucus.objects.select_for_update().select_related("workshop__programme").get(pk=caucus.pk)
    if held.closed_at is not None:
        raise Refusal("convene.caucus_over")
    return held


def _note(deed: str, caucus: Caucus, by: Standing | None, now: datetime, **facts: object) -> None:
    workshop = caucus.workshop
    record(
        deed,
        book=workshop.programme.compartment.book,
        role=by.role if by else "machine",
        side=by.side if by else None,
        kind="caucus",
        key=f"{workshop.number}.{caucus.side}",
        at=now,
        workshop=workshop.number,
        community=caucus.side,
        **facts,
    )
