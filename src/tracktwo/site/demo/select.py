"""Step 3 of the demonstration: two cohorts that stand, a practice pool to look at, and newcomers for the next draw."""

from __future__ import annotations

from datetime import datetime
from hashlib import sha256
from importlib.resources import files

from tracktwo.exchange.pools import read_question
from tracktwo.foundation.people.models import Account, Standing
from tracktwo.foundation.people.policies import role_of
from tracktwo.site.demo import assessment, select_draw
from tracktwo.site.demo.names import identity
from tracktwo.site.demo.plan import PASSPORTS
from tracktwo.site.demo.stage import NEWCOMERS, PARTICIPANTS, Stage
from tracktwo.steps.plan.models import Workshop
from tracktwo.steps.plan.queries import last_workshop, next_workshop
from tracktwo.steps.select import actions
from tracktwo.steps.select.convert import ATTRIBUTES
from tracktwo.steps.select.models import Cohort, Nomination, Pool, Tie, Weighing
from tracktwo.steps.select.queries import list_seats, workshop_to_fill

SEATS, PRACTICE_SEATS = 16, 12
STILL_ASKED = {alias for side in NEWCOMERS.values() for alias in side[:2]}
SAID_NO = {side[2] for side in NEWCOMERS.values()}
# What the guarantors said aloud before each draw; in the demonstration they always say the same.
ALOUD = ("7c31a09e5b2f4d68", "1f9d40c2a8e7735b", "0b64e8d1f35a9c27")


def build(stage: Stage) -> None:
    """Newcomers answer last: a pool is made of everybody who has consented by then."""
    held, under_way = last_workshop(stage.programme, stage.now.date()), next_workshop(stage.programme, stage.now)
    _nominate(stage, PARTICIPANTS, stage.days(-485))
    _answer(stage, PARTICIPANTS, stage.days(-475))
    if held is not None:
        _seat(stage, held, ALOUD[0], stage.days(-460))
    if under_way is not None and under_way.starts_on <= stage.now.date():
        _seat(stage, under_way, ALOUD[1], stage.days(-120))
        _freeze(stage, under_way)
    assessment.sound_out(stage)
    _nominate(stage, NEWCOMERS, stage.days(-40))
    _answer(stage, NEWCOMERS, stage.days(-20), later=assessment.LATE)
    assessment.assess_most(stage)
    _answer(stage, NEWCOMERS, stage.days(-8), only=assessment.LATE)
    coming = workshop_to_fill(stage.programme, stage.now)
    if coming is not None:
        _practise(stage, coming, ALOUD[2], stage.days(-10))
        _gather(stage, coming, stage.days(-6))
        select_draw.build(stage, coming)
    assessment.assess_late(stage)


def _nominate(stage: Stage, people: dict[int, tuple[str, ...]], now: datetime) -> None:
    by = stage.by("Heron", "select.change")
    for side, aliases in people.items():
        for alias in aliases:
            invented = identity(alias, side)
            nomination = actions.propose(stage.programme, stage.community(side), invented, by=by, now=now)
            actions.address_to(nomination, stage.accounts[alias])


def _answer(
    stage: Stage,
    people: dict[int, tuple[str, ...]],
    now: datetime,
    *,
    only: tuple[str, ...] = (),
    later: tuple[str, ...] = (),
) -> None:
    aliases = [alias for side in people.values() for alias in side]
    for place, alias in enumerate(aliases):
        if alias in STILL_ASKED or alias in later or (only and alias not in only):
            continue
        account = stage.accounts[alias]
        nomination, by = Nomination.objects.get(account=account), _own(stage, account)
        if alias in SAID_NO:
            actions.decline(nomination, by=by, now=now)
        else:
            actions.consent(nomination, account, _attributes(place), by=by, now=now)


def _own(stage: Stage, account: Account) -> Standing:
    return role_of(account, "select.own", stage.programme.compartment)


def _attributes(place: int) -> dict[str, str]:
    """Four answers by rule: each question turns at its own speed, so that no two neighbours are alike."""
    return {
        feature: values[place // step % len(values)]
        for step, (feature, values) in enumerate(ATTRIBUTES.items(), start=1)
    }


def _seat(stage: Stage, workshop: Workshop, number: str, now: datetime) -> None:
    by = stage.by("Heron", "select.change")
    pool = actions.gather_pool(workshop, SEATS, by=by, now=now)
    actions.keep_cohort(_compute(pool, number, now), by=by, now=now)


def _practise(stage: Stage, workshop: Workshop, number: str, now: datetime) -> None:
    by = stage.by("Heron", "select.change")
    rows, quotas = (
        files("tracktwo.data").joinpath("practice", name).read_bytes() for name in ("pool.csv", "quotas.csv")
    )
    question = read_question(rows, quotas, PRACTICE_SEATS)
    pool = actions.import_practice(workshop, question, sha256(rows + quotas).hexdigest(), by=by, now=now)
    _compute(pool, number, now)


def _freeze(stage: Stage, workshop: Workshop) -> None:
    """Everybody seated says on which passport they travel; then the roster is final, and the plan is told counts."""
    by = stage.by("Heron", "select.change")
    day = stage.days(-60).date()
    actions.set_freeze_day(workshop, day, by=by, now=stage.days(-110))
    for seat in list_seats(workshop):
        country = PASSPORTS[seat.community.number]
        actions.tell_entry(seat, country, country)
    actions.freeze_roster(workshop, by=by, now=stage.days(-60))


def _gather(stage: Stage, workshop: Workshop, now: datetime) -> None:
    """The pool for the next draw, with wishes that bind: women and newcomers, and two who may not sit together."""
    by = stage.by("Heron", "select.change")
    pool = actions.gather_pool(workshop, SEATS, by=by, now=now)
    ranges = {(one.feature, one.value): (one.least, one.most) for one in pool.quotas.all()}
    ranges |= {("gender", "woman"): (7, 9), ("gender", "man"): (5, 9), ("returning", "yes"): (4, 8)}
    actions.set_quotas(pool, ranges, by=by, now=now)
    actions.tie(pool, Tie.Kind.APART, ("Alder", "Gneiss"), by=by, now=now)
    actions.tie(pool, Tie.Kind.INSTITUTION, ("Garnet", "Larch", "Wren"), by=by, now=now)
    actions.cross(pool, ("community", "1"), ("gender", "woman"), 3, 5, by=by, now=now)
    weighing = Weighing.objects.create(pool=pool, rules="", asked_at=now)
    actions.weigh(weighing, now=now)


def _compute(pool: Pool, number: str, now: datetime) -> Cohort:
    cohort = actions.begin_cohort(pool, "maximin", number, now=now)
    actions.compute_cohort(cohort, now=now)
    return cohort
