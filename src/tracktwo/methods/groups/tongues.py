"""What a room can be held in: one language that all speak, or an interpreter between several."""

from __future__ import annotations

from dataclasses import dataclass

from tracktwo.methods.groups.ask import Ask, Member
from tracktwo.methods.groups.plan import Room


@dataclass(frozen=True)
class Tongue:
    """A way to hold a room: whoever speaks one of ``languages`` can sit in it. One language has no ``interpreter``."""

    languages: frozenset[str]
    interpreter: str = ""

    def fits(self, member: Member) -> bool:
        return bool(member.languages & self.languages)


def tongues_of(ask: Ask) -> list[Tongue]:
    """Every language that anybody speaks, then every interpreter, in the order of their names."""
    spoken = sorted({language for member in ask.members for language in member.languages})
    carried = sorted(ask.interpreters, key=lambda one: one.key)
    return [Tongue(frozenset({one})) for one in spoken] + [Tongue(one.languages, one.key) for one in carried]


def held_by_all(ask: Ask) -> Tongue | None:
    """The first language that everybody speaks: then no room needs more."""
    return next((one for one in tongues_of(ask) if not one.interpreter and all(map(one.fits, ask.members))), None)


def room_of(members: list[Member], tongue: Tongue) -> Room:
    """The room as people read it: by an interpreter only where no language is common to all."""
    common = frozenset.intersection(*(member.languages for member in members))
    keys = tuple(sorted(member.key for member in members))
    return Room(keys, tuple(sorted(common)), "" if common else tongue.interpreter)
