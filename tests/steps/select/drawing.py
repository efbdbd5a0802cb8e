"""Draws as the tests need them, played by the deeds themselves at times of their own."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from django.utils import timezone

from tests.cast import Cast
from tests.steps.workshops import a_workshop
from tracktwo.methods.draw import Asked, Reveal, Row, commit
from tracktwo.steps.plan.models import Workshop
from tracktwo.steps.select.actions import draws, seals
from tracktwo.steps.select.convert.draws import keep_asked
from tracktwo.steps.select.models import Draw, DrawYes, Pool, PoolMember, Quota

HOUR = timedelta(hours=1)
PARTIES = ("community-1", "community-2", "host")
KEYS = {party: Reveal(bytes([n]) * 32, bytes([n + 9]) * 32) for n, party in enumerate(PARTIES, start=1)}


def freeze_small(cast: Cast) -> Draw:
    """A frozen pool of one participant and one nominee; the audit file has been asked for by both communities."""
    from tracktwo.steps.select.convert.draws import freeze_of

    workshop = a_workshop(cast, date(2031, 3, 1))
    pool = Pool.objects.create(workshop=workshop, kind="nominees", seats=1, made_at=timezone.now())
    people = (cast.participants[1][0], cast.nominees[1])
    rows = tuple(Row(account.alias, {"community": "1"}) for account in people)
    for row in rows:
        PoolMember.objects.create(pool=pool, label=row.alias, attributes=dict(row.features))
    Quota.objects.create(pool=pool, feature="community", value="1", least=0, most=1)
    draw = Draw(
        pool=pool, code="0123456789abcdef", objective="maximin", seats=1, parties=list(PARTIES),
        frozen=keep_asked(Asked(rows, (("community", "1", 0, 1),), 1)), secret="ab" * 32, version="0",
        frozen_at=timezone.now(),
    )  # fmt: skip
    draw.h0 = freeze_of(draw).head.hex()
    draw.save()
    for party in PARTIES[:2]:
        DrawYes.objects.create(draw=draw, party=party, what="audit", said_at=timezone.now())
    return draw


@dataclass
class Play:
    """A draw on its way; ``now`` moves only when it is told to."""

    cast: Cast
    pool: Pool
    now: datetime
    draw: Draw = field(init=False)

    def by(self, party: str):
        cast = self.cast
        account = cast.convener if party == "host" else cast.guarantors[int(party[-1])]
        return cast.by(account, "select.draw")

    def again(self) -> Draw:
        self.draw = Draw.objects.select_related("pool__workshop__programme").get(pk=self.draw.pk)
        return self.draw

    def freeze(self) -> Play:
        self.draw = draws.freeze_draw(self.pool, "maximin", by=self.by("host"), now=self.now)
        return self

    def affirm(self, *parties: str) -> Play:
        for party in parties or PARTIES:
            draws.affirm_freeze(self.again(), party, by=self.by(party), now=self.now)
        return self

    def publish(self, beacon: str = "none", sources: tuple[str, ...] = ()) -> Play:
        ends = {"sealed_until": self.now + HOUR, "opened_until": self.now + 2 * HOUR}
        draws.publish_list(self.again(), beacon=beacon, sources=sources, **ends, by=self.by("host"), now=self.now)
        return self

    def seal_of(self, party: str) -> str:
        return commit(self.draw.code, bytes.fromhex(self.again().h1), party, KEYS[party]).hex()

    def seal(self, *parties: str) -> Play:
        for party in parties or PARTIES:
            seals.set_seal(self.again(), party, seal=self.seal_of(party), by=self.by(party), now=self.now)
        return self

    def open(self, *parties: str) -> Play:
        for party in parties or PARTIES:
            seals.open_seal(self.again(), party, key=KEYS[party].key, by=self.by(party), now=self.now)
        return self

    def finish(self, value: str = "") -> Play:
        seals.draw_cohort(self.again(), value=value, by=self.by("host"), now=self.now)
        return self

    def stand(self) -> list:
        return seals.let_stand(self.again(), by=self.by("host"), now=self.now)

    def later(self, hours: float) -> Play:
        self.now += HOUR * hours
        return self


def small_workshop(cast: Cast) -> Workshop:
    return a_workshop(cast, timezone.localdate() + timedelta(days=90))
