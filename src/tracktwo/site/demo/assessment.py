"""How the nominees of the demonstration were assessed: one round that is closed, and one with something left to do."""

from __future__ import annotations

from datetime import datetime
from fractions import Fraction

from tracktwo.data.vignettes import VIGNETTES
from tracktwo.foundation.people.models import Standing
from tracktwo.methods.criteria import CRITERIA, Thresholds
from tracktwo.site.demo.stage import NEWCOMERS, Stage
from tracktwo.steps.select import actions
from tracktwo.steps.select.models import Assignment, Nomination, Round

ASSESSORS = ("Quartz", "Agate", "Jasper")
OFFICERS = ("Basalt", "Schist")
# Who consented after the first round was closed.
LATE = tuple(alias for side in NEWCOMERS.values() for alias in side[-2:])
THRESHOLDS = Thresholds(dict.fromkeys(CRITERIA, Fraction(2)), Fraction(5, 2))
# Two assessors lean differently; read one after the other, for no nominee in particular.
LEANINGS = ((3, 3, 3, 4, 3), (2, 4, 3, 3, 3), (4, 3, 2, 3, 2), (3, 2, 4, 3, 4), (2, 3, 3, 2, 3), (4, 4, 3, 3, 2))
LOW, NOT_ELIGIBLE = (1, 2, 2, 2, 3), {"Sorrel", "Petrel"}
SEEN = "Invented for the demonstration: two articles, one public lecture, nothing else."
INVENTED = "Invented for the demonstration; names would stand here, in the vault."


def sound_out(stage: Stage) -> None:
    """Four conversations before the newcomers were nominated, and a nominator who proposed one of two."""
    by = stage.by("Heron", "select.change")
    for side, day, channel, asked, outcome, following in (
        (1, -58, "convention", "facilitator", "names_others", "ask_others"),
        (2, -55, "telephone", "convener", "would_come", "nominate"),
        (1, -52, "meeting", "convener", "hesitates", "ask_again"),
        (2, -47, "go_between", "guarantor", "would_not", "nothing"),
    ):
        actions.note_sounding(
            stage.programme,
            stage.community(side),
            day=stage.days(day).date(),
            channel=channel,
            asked_by=asked,
            outcome=outcome,
            next_step=following,
            next_on=stage.days(day + 14).date() if following == "ask_again" else None,
            words=INVENTED,
            by=by,
            now=stage.days(day),
        )
    issued, _code = actions.issue_pass(stage.programme, stage.community(2), 2, by=by, now=stage.days(-4))
    proposed = {"name": "Invented person, not asked yet", "contact": "invented-not-asked@example.invalid"}
    actions.propose_by_pass(issued, stage.community(2), proposed, now=stage.days(-3))


def assess_most(stage: Stage) -> None:
    """The first round: everybody who had consented by then, two assessors each; closed, so that a pool can be made."""
    for alias in ASSESSORS:
        for vignette, example in VIGNETTES.items():
            actions.practise(stage.programme, stage.accounts[alias], vignette, example.scores)
    the_round = _open(stage, stage.days(-19), stage.days(-14))
    by = stage.by("Heron", "select.change")
    actions.assign_all(the_round, 2, by=by, now=stage.days(-19))
    sheets = the_round.assignments.order_by("id").select_related("assessor", "nomination__account")
    for place, assignment in enumerate(sheets):
        low = assignment.nomination.account.alias in NOT_ELIGIBLE
        _hand_in(stage, assignment, LOW if low else _scores(place), stage.days(-16))
    actions.close_round(the_round, by=by, now=stage.days(-13))


def assess_late(stage: Stage) -> None:
    """The second: a sheet to write, a conversation to have, somebody who stepped back, an objection to answer."""
    the_round, by, now = _open(stage, stage.days(-5), stage.days(9)), stage.by("Heron", "select.change"), stage.days(-4)
    pairs = dict(
        zip(LATE, (("Quartz", "Agate"), ("Quartz", "Jasper"), ("Quartz", "Agate"), ("Agate", "Jasper")), strict=True)
    )
    for alias, assessors in pairs.items():
        nominee = Nomination.objects.get(account=stage.accounts[alias])
        for assessor in assessors:
            actions.assign_another(the_round, nominee, stage.accounts[assessor], by=by, now=now)
    first, second, third, fourth = LATE
    _hand_in(stage, _sheet(stage, first, "Quartz"), (1, 3, 3, 3, 3), stage.days(-3))
    _hand_in(stage, _sheet(stage, first, "Agate"), (3, 3, 3, 2, 3), stage.days(-2))
    _hand_in(stage, _sheet(stage, second, "Jasper"), (3, 3, 2, 3, 4), stage.days(-2))
    _hand_in(stage, _sheet(stage, third, "Quartz"), (3, 4, 3, 3, 2), stage.days(-2))
    tied = stage.by("Agate", "select.assess")
    actions.declare(_sheet(stage, fourth, "Agate"), "same_institution", by=tied, now=stage.days(-2))
    _object(stage, the_round, third)


def _open(stage: Stage, now: datetime, objections_until: datetime) -> Round:
    by = stage.by("Heron", "select.change")
    officers = [stage.accounts[alias] for alias in OFFICERS]
    the_round = actions.begin_round(stage.programme, officers, objections_until.date(), by=by, now=now)
    actions.set_thresholds(the_round, THRESHOLDS, by=by, now=now)
    the_round.refresh_from_db()
    return the_round


def _scores(place: int) -> tuple[int, ...]:
    """By rule: the two sheets of a nominee lie next to each other and start from one leaning."""
    base = LEANINGS[(place // 2) % len(LEANINGS)]
    shifted = place % 2 and (place // 2) % 5
    return tuple(min(4, score + (criterion == shifted)) for criterion, score in enumerate(base)) if shifted else base


def _sheet(stage: Stage, nominee: str, assessor: str) -> Assignment:
    found = Assignment.objects.filter(round__closed_at=None, assessor=stage.accounts[assessor])
    return found.get(nomination__account=stage.accounts[nominee])


def _hand_in(stage: Stage, assignment: Assignment, given: tuple[int, ...], now: datetime) -> None:
    by: Standing = stage.by(assignment.assessor.alias, "select.assess")
    actions.declare(assignment, Assignment.NONE, by=by, now=now)
    scores = dict(zip(CRITERIA, given, strict=True))
    actions.hand_in(assignment, scores, dict.fromkeys(CRITERIA, SEEN), by=by, now=now)


def _object(stage: Stage, the_round: Round, alias: str) -> None:
    nominee = Nomination.objects.get(account=stage.accounts[alias])
    by = stage.by("Rowan", "select.object")
    words = "Invented for the demonstration: an article ascribed to the nominee is by somebody else."
    actions.object_to(the_round, nominee, stage.accounts["Rowan"], "facts_wrong", words, by=by, now=stage.days(-1))
