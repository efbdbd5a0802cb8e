"""Editing an agenda so that its shares always add up: whatever one phase gains, the others give in proportion.

A line is a phase with its share: percent of a template, minutes of a session. The sum never changes by an edit, only by
``resize``, and no phase that stands on the agenda is ever without time.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from tracktwo.methods.floor.phases import largest_remainder
from tracktwo.methods.record import Refusal


@dataclass(frozen=True)
class Line:
    """One phase on an agenda; ``share`` is a whole number of at least 1, in percent or in minutes."""

    key: str
    share: int


Lines = tuple[Line, ...]


def whole(lines: Sequence[Line]) -> int:
    """What the shares add up to."""
    return sum(line.share for line in lines)


def move_line(lines: Sequence[Line], key: str, to: int) -> Lines:
    """With one phase at place ``to`` (from 0; beyond an end means that end). Refuses ``floor.line_unknown``."""
    line = lines[_place(lines, key)]
    others = [one for one in lines if one.key != key]
    others.insert(min(max(to, 0), len(others)), line)
    return tuple(others)


def give_time(lines: Sequence[Line], key: str, by: int) -> Lines:
    """One phase gets ``by`` more (or less), the others give it in proportion; at an end as much as there is.

    Refuses ``floor.line_unknown``.
    """
    here = lines[_place(lines, key)]
    if len(lines) == 1:
        return tuple(lines)
    most = whole(lines) - (len(lines) - 1)
    return set_shares(lines, {key: min(max(here.share + by, 1), most)})


def set_shares(lines: Sequence[Line], wanted: Mapping[str, int]) -> Lines:
    """The phases of ``wanted`` get exactly these shares, the others share out what is left in proportion.

    Where every phase is wanted and the wishes do not add up, they are taken as proportions. Refuses
    ``floor.line_unknown``, ``floor.share_not_positive`` and ``floor.share_too_large`` (the others would get no time).
    """
    for key in wanted:
        _place(lines, key)
    if any(share < 1 for share in wanted.values()):
        raise Refusal("floor.share_not_positive")
    total, rest = whole(lines), [line for line in lines if line.key not in wanted]
    if not rest:
        return _in_proportion(lines, [wanted[line.key] for line in lines], total)
    left = total - sum(wanted.values())
    if left < len(rest):
        raise Refusal("floor.share_too_large", most=total - len(rest) - (sum(wanted.values()) - max(wanted.values())))
    shared = {line.key: line.share for line in _in_proportion(rest, [line.share for line in rest], left)}
    return tuple(Line(line.key, {**shared, **wanted}[line.key]) for line in lines)


def drop_line(lines: Sequence[Line], key: str) -> Lines:
    """Without one phase; its time goes to the others. Refuses ``floor.line_unknown`` and ``floor.last_line``."""
    _place(lines, key)
    rest = [line for line in lines if line.key != key]
    if not rest:
        raise Refusal("floor.last_line")
    return _in_proportion(rest, [line.share for line in rest], whole(lines))


def add_line(lines: Sequence[Line], key: str, to: int | None = None) -> Lines:
    """With one phase more, at place ``to`` or last; it gets an equal part, given by the others in proportion.

    Refuses ``floor.phase_twice`` and ``floor.too_short``.
    """
    if any(line.key == key for line in lines):
        raise Refusal("floor.phase_twice")
    total, count = whole(lines), len(lines) + 1
    if total < count:
        raise Refusal("floor.too_short", minutes=total, phases=count)
    part = min(max(total // count, 1), total - len(lines))
    rest = _in_proportion(lines, [line.share for line in lines], total - part)
    return move_line((*rest, Line(key, part)), key, len(lines) if to is None else to)


def resize(lines: Sequence[Line], total: int) -> Lines:
    """The same agenda in another whole time, in proportion. Refuses ``floor.no_phases`` and ``floor.too_short``."""
    if not lines:
        raise Refusal("floor.no_phases")
    if total < len(lines):
        raise Refusal("floor.too_short", minutes=total, phases=len(lines))
    return _in_proportion(lines, [line.share for line in lines], total)


def lay_out(lines: Sequence[Line], sittings: Sequence[int]) -> tuple[Lines, ...]:
    """An agenda cut into sittings of these minutes, in order; a phase that crosses a break goes on after it.

    ``lines`` are first resized to the sum of the sittings, so every sitting is filled exactly. Refuses as ``resize``.
    """
    waiting = list(resize(lines, sum(sittings)))
    return tuple(_fill(waiting, minutes) for minutes in sittings)


def _fill(waiting: list[Line], minutes: int) -> Lines:
    """Takes ``minutes`` off the front of ``waiting``."""
    found: list[Line] = []
    while minutes > 0:
        line = waiting.pop(0)
        now = min(line.share, minutes)
        found.append(Line(line.key, now))
        minutes -= now
        if now < line.share:
            waiting.insert(0, Line(line.key, line.share - now))
    return tuple(found)


def _in_proportion(lines: Sequence[Line], weights: Sequence[int], total: int) -> Lines:
    """Shares of ``total`` by these weights, every line at least 1.

    Largest remainder; where that would leave a phase nothing, each keeps one and only what is above is shared.
    """
    shares = largest_remainder(total, weights)
    if min(shares) == 0:
        spare = total - len(lines)
        above = _share_out(spare, weights) if spare else [0] * len(lines)
        shares = tuple(share + 1 for share in above)
    return tuple(Line(line.key, share) for line, share in zip(lines, shares, strict=True))


def _share_out(spare: int, weights: Sequence[int]) -> list[int]:
    """``spare`` above the one each keeps, by how far each weight is above one; equally where none is."""
    above = [weight - 1 for weight in weights]
    if not any(above):
        above = [1] * len(weights)
    placed = iter(largest_remainder(spare, [weight for weight in above if weight]))
    return [next(placed) if weight else 0 for weight in above]


def _place(lines: Sequence[Line], key: str) -> int:
    found = next((place for place, line in enumerate(lines) if line.key == key), None)
    if found is None:
        raise Refusal("floor.line_unknown")
    return found
