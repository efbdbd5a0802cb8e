"""Deeds on brackets: a community opens and withdraws its own, the room settles."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from django.db import transaction

from tracktwo.foundation.people.models import Standing
from tracktwo.methods import text as single
from tracktwo.methods.record import Refusal
from tracktwo.methods.text import THIRD_PARTY, SingleText
from tracktwo.steps.agree.actions.keeping import keep, locked, note, words_within
from tracktwo.steps.agree.models import Text
from tracktwo.steps.select.models import Seat

LONGEST_REASON = 400


@transaction.atomic
def open_bracket(
    text: Text, clause: str, *, seat: Seat, stands: str, wants: str, reason: str, by: Standing, now: datetime
) -> None:
    """Bracket words on behalf of the community of this seat; the bracket is the community's, whoever opened it."""
    reason = words_within(reason, LONGEST_REASON)
    if not reason:
        raise Refusal("agree.reason_empty")
    _of_a_community(
        text,
        clause,
        seat,
        "agree.bracket_opened",
        lambda state, side: single.open_bracket(state, clause, side=side, stands=stands, wants=wants, reason=reason),
        (by, now),
    )


@transaction.atomic
def withdraw_bracket(text: Text, clause: str, *, seat: Seat, by: Standing, now: datetime) -> None:
    """Take back the bracket of the community of this seat; what stands, stands."""
    _of_a_community(
        text,
        clause,
        seat,
        "agree.bracket_withdrawn",
        lambda state, side: single.withdraw_bracket(state, clause, side=side),
        (by, now),
    )


@transaction.atomic
def settle_bracket(
    text: Text, clause: str, *, side: int, adopt: bool, version: int, in_room: bool, by: Standing, now: datetime
) -> None:
    """Adopt what a bracket wants, or keep what stands, as the room agreed aloud.

    Without that word of the third party only the community itself can take its bracket back. A late wording of the
    third party's own needs no room, and is no decision for the record.
    """
    row, state = locked(text)
    settled = single.resolve_bracket(state, clause, side=side, adopt=adopt, version=version)
    if side != THIRD_PARTY and not in_room:
        raise Refusal("agree.not_in_the_room")
    keep(row, settled)
    if side != THIRD_PARTY:
        deed = "agree.bracket_adopted" if adopt else "agree.bracket_put_aside"
        note(deed, row, by, now, clause=clause, community=side)


def _of_a_community(
    text: Text,
    clause: str,
    seat: Seat,
    deed: str,
    change: Callable[[SingleText, int], SingleText],
    by_and_when: tuple[Standing, datetime],
) -> None:
    row, state = locked(text)
    if seat.workshop_id != row.workshop_id or seat.withdrawn_on is not None:
        raise Refusal("agree.no_seat")
    keep(row, change(state, seat.community.number))
    by, now = by_and_when
    note(deed, row, by, now, clause=clause)
