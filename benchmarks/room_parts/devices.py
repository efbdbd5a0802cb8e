"""Telephones in a room: each asks as the page's script does, half have a stream, all note when they show what."""

from __future__ import annotations

import asyncio
import random
import re
import secrets
import time
from contextlib import suppress
from dataclasses import dataclass, field
from itertools import cycle
from urllib.parse import urlencode

from wire import Wire

CHANGE = re.compile(rb"Change (\d+)\.")
PARTS = ("now", "field", "wall", "place")
LANGUAGES = ("en", "uk", "ru")  # a room of two communities and a third party reads in three
POLL, POLL_BESIDE_A_STREAM = 2.0, 10.0
CHANGE_EVERY = 3.0
TWICE = 0.1  # of the votes are sent twice in the same moment, as a double tap
PATIENCE = 600  # seconds until the last device must have opened its page


@dataclass
class Course:
    """What happened in the room, as the devices saw it."""

    sent: dict[int, float] = field(default_factory=dict)
    acknowledged: int = 0
    votes: int = 0
    refused: int = 0
    delays: dict[str, list[float]] = field(default_factory=lambda: {"stream": [], "poll": []})
    missed: int = 0
    here: int = 0
    body: bytes = b""


class Device:
    def __init__(
        self, port: int, session: str, language: str, key: str, course: Course, kind: str, chance: random.Random
    ) -> None:
        self.line = port, session, language
        self.wire, self.second = Wire(*self.line), Wire(*self.line)
        self.place, self.course, self.kind, self.chance = f"/p/{key}/convene/room/", course, kind, chance
        self.tag, self.shown, self.hint, self.is_here = "", 0, asyncio.Event(), False
        self.address = f"{self.place}parts/?{urlencode([('of', f'{self.place}{part}/') for part in PARTS])}"

    async def live(self) -> None:
        listening = asyncio.create_task(self.listen()) if self.kind == "stream" else None
        try:
            while True:
                await self.ask()
                pause = POLL_BESIDE_A_STREAM if listening else POLL
                with suppress(TimeoutError):
                    await asyncio.wait_for(self.hint.wait(), pause * self.chance.uniform(0.8, 1.2))
                self.hint.clear()
        finally:
            if listening:
                listening.cancel()

    async def listen(self) -> None:
        while True:
            async for _version in Wire.events(self.second, f"{self.place}now/"):
                self.hint.set()
                self.arrive()
            await asyncio.sleep(3)

    def arrive(self) -> None:
        self.course.here += not self.is_here
        self.is_here = True

    async def ask(self) -> None:
        headers = {"X_Live": "poll"} | ({"If_None_Match": self.tag} if self.tag else {})
        answer = await self.wire.get(self.address, **headers)
        if answer.status != 200:
            return
        if self.kind == "poll":
            self.arrive()
        now, self.tag = time.perf_counter(), answer.headers["etag"]
        newest = max(map(int, CHANGE.findall(answer.body)), default=0)
        for number in range(self.shown + 1, newest + 1):
            self.course.delays[self.kind].append(now - self.course.sent[number])
        self.shown = max(self.shown, newest)
        self.course.body = answer.body

    async def vote(self, vote: int) -> None:
        fields = {"vote": vote, "answer": self.chance.choice(["agree", "disagree", "passed"])}
        fields["once"] = secrets.token_urlsafe(16)
        sending = [Wire(*self.line).post(f"{self.place}answer/", fields)]
        if self.chance.random() < TWICE:
            sending.append(Wire(*self.line).post(f"{self.place}answer/", fields))
        answers = await asyncio.gather(*sending)
        self.course.votes += answers[0].status == 302
        self.course.refused += any(answer.status != 302 for answer in answers)


async def hold_session(port: int, house: dict[str, object], seconds: float, seed: int, do_all_listen: bool) -> Course:
    """Everybody is there; the facilitator writes, and each device votes once at a moment of its own.

    Half of the devices have a stream. ``do_all_listen``: all have one, and nobody votes.
    """
    chance, course = random.Random(seed), Course()
    kinds = ("stream",) if do_all_listen else ("stream", "poll")
    devices = [
        Device(port, session, language, str(house["key"]), course, kind, chance)
        for session, language, kind in zip(house["devices"], cycle(LANGUAGES), cycle(kinds))
    ]
    living = [asyncio.create_task(device.live()) for device in devices]
    await all_here(course, len(devices))
    voters = [] if do_all_listen else devices
    voting = [asyncio.create_task(later(chance.uniform(0, seconds), device.vote(house["vote"]))) for device in voters]
    await write(Wire(port, str(house["facilitator"])), str(house["key"]), course, seconds)
    await asyncio.gather(*voting)
    await asyncio.sleep(5 + len(devices) / 50)
    course.missed = sum(course.acknowledged - device.shown for device in devices)
    for task in living:
        task.cancel()
    faults = [
        one for one in await asyncio.gather(*living, return_exceptions=True) if type(one) is not asyncio.CancelledError
    ]
    if faults:
        raise faults[0]
    return course


async def all_here(course: Course, devices: int) -> None:
    """All pages are open, and what their opening has started is done."""
    end = time.perf_counter() + PATIENCE
    while course.here < devices and time.perf_counter() < end:
        await asyncio.sleep(0.1)
    await asyncio.sleep(5)


async def later(seconds: float, deed: object) -> None:
    await asyncio.sleep(seconds)
    await deed


async def write(wire: Wire, key: str, course: Course, seconds: float) -> None:
    end = time.perf_counter() + seconds
    while (began := time.perf_counter()) < end:
        number = len(course.sent) + 1
        course.sent[number] = began
        fields = {"once": secrets.token_urlsafe(16), "text": f"Change {number}.", "language": "en"}
        answer = await wire.post(f"/p/{key}/convene/console/write/", fields)
        course.acknowledged += answer.status == 302
        await asyncio.sleep(max(0, CHANGE_EVERY - (time.perf_counter() - began)))
