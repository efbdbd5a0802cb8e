"""Deeds on brackets: a community opens, amends and withdraws its own, inside another's too; the room settles."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from tracktwo.foundation.people.models import Standing
from tracktwo.methods.record import JSON, Refusal
from tracktwo.methods.text import THIRD_PARTY
from tracktwo.steps.agree.actions.keeping import locked, move, note, seated_side, words_within
from tracktwo.steps.agree.models import Text
from tracktwo.steps.select.models import Seat

LONGEST_REASON = 400


@transaction.atomic
def open_bracket(
    text: Text,
    clause: str,
    *,
    seat: Seat,
    stands: str,
    wants: str,
    reason: str,
    by: Standing,
    now: datetime,
    owner: int | None = None,
) -> None:
    """Bracket words on behalf of the community of this seat; the bracket is the community's, whoever opened it.

    ``owner``: the community inside whose bracket the words stand.
    """
    row, state = locked(text)
    side, reason = seated_side(row, seat, now.date()), _reason(reason)
    told: dict[str, JSON] = {"key": clause, "side": side, "stands": stands, "wants": wants, "reason": reason}
    if owner is None:
        move(row, state, "bracket", now, **told)
    else:
        move(row, state, "inner", now, **told, owner=owner)
    note("agree.bracket_opened", row, by, now, clause=clause)


@transaction.atomic
def amend_clause(
    text: Text, clause: str, words: str, *, seat: Seat, version: int, reason: str, by: Standing, now: datetime
) -> Refusal | None:
    """How a community wants the clause to read: what differs becomes its bracket.

    Words written on a version long gone, or over a bracket, are kept whole as its alternative. The refusal that says so
    is returned, not raised: what is kept has to be on disk.
    """
    row, state = locked(text)
    side, reason = seated_side(row, seat, now.date()), _reason(reason)
    done = move(row, state, "propose", now, key=clause, words=words, side=side, version=version, reason=reason)
    note("agree.bracket_opened", row, by, now, clause=clause)
    return done.refused


@transaction.atomic
def withdraw_bracket(
    text: Text, clause: str, *, seat: Seat, by: Standing, now: datetime, owner: int | None = None
) -> None:
    """Take back the bracket of the community of this seat; what stands, stands."""
    row, state = locked(text)
    side = seated_side(row, seat, now.date())
    if owner is None:
        move(row, state, "withdraw", now, key=clause, side=side)
    else:
        move(row, state, "withdraw_inner", now, key=clause, side=side, owner=owner)
    note("agree.bracket_withdrawn", row, by, now, clause=clause)


@transaction.atomic
def settle_bracket(
    text: Text,
    clause: str,
    *,
    side: int,
    adopt: bool,
    version: int,
    in_room: bool,
    by: Standing,
    now: datetime,
    owner: int | None = None,
) -> None:
    """Adopt what a bracket wants, or keep what stands, as the room agreed aloud.

    Without that word of the third party only the community itself can take its bracket back. A late wording of the
    third party's own needs no room, and is no decision for the record.
    """
    row, state = locked(text)
    told: dict[str, JSON] = {"key": clause, "side": side, "adopt": adopt, "version": version}
    if owner is None:
        move(row, state, "resolve", now, **told)
    else:
        move(row, state, "resolve_inner", now, **told, owner=owner)
    if side == THIRD_PARTY:
        return
    if not in_room:
        raise Refusal("agree.not_in_the_room")
    deed = "agree.bracket_adopted" if adopt else "agree.bracket_put_aside"
    note(deed, row, by, now, clause=clause, community=side)


def _reason(typed: str) -> str:
    reason = words_within(typed, LONGEST_REASON)
    if not reason:
        raise Refusal("agree.reason_empty")
    return reason
