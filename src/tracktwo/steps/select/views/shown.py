"""Rows of the pool page: who could be chosen, and whom no cohort can contain, as far as the reader may see them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from tracktwo.methods.record import Refusal
from tracktwo.steps.select.convert import Answer, feature_label, members_by_label, value_label
from tracktwo.steps.select.models import Pool, PoolMember


@dataclass(frozen=True)
class MemberLine:
    """Somebody in the pool by alias, with what the quotas look at, in words."""

    label: str
    values: tuple[tuple[str, str], ...]
    community: int | None


@dataclass(frozen=True)
class BarredLine:
    labels: tuple[str, ...]
    hidden: int
    repairs: tuple[Refusal, ...]


def is_visible(member: PoolMember, side: int | None) -> bool:
    """A practice pool holds nobody; of a real one a guarantor sees the own community."""
    return side is None or member.nomination is None or member.nomination.community.number == side


def member_lines(pool: Pool, side: int | None, names: Mapping[str, str]) -> list[MemberLine]:
    members = [one for one in members_by_label(pool).values() if is_visible(one, side)]
    return [
        MemberLine(
            one.label,
            tuple((feature_label(name), value_label(name, value, names)) for name, value in one.attributes.items()),
            one.nomination.community.number if one.nomination else None,
        )
        for one in sorted(members, key=lambda one: one.label)
    ]


def barred_lines(pool: Pool, answer: Answer, side: int | None) -> list[BarredLine]:
    if not answer.barred:
        return []
    members = members_by_label(pool)
    lines = []
    for one in answer.barred:
        seen = tuple(label for label in one.labels if is_visible(members[label], side))
        lines.append(BarredLine(seen, len(one.labels) - len(seen), one.repairs if seen else ()))
    return lines
