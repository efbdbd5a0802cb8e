"""What else stands in somebody's calendar: later steps say their days. Plan asks none of them by name."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from tracktwo.exchange.feeds import Entry
from tracktwo.foundation.people.models import Account
from tracktwo.steps.programme.models import Programme

Speaker = Callable[[Account, Programme], Iterable[Entry]]
_speakers: list[Speaker] = []


def register(speaker: Speaker) -> None:
    """Let a step say days that this account may know of. What it says names no person, place or community."""
    if speaker not in _speakers:
        _speakers.append(speaker)


def days_for(account: Account, programme: Programme) -> list[Entry]:
    return [entry for speaker in _speakers for entry in speaker(account, programme)]
