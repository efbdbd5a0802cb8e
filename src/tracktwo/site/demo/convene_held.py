"""Last year's workshop: the whole agenda, held and closed, with what the third party may read of it in numbers."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, time, timedelta

from tracktwo.foundation.people.models import Account
from tracktwo.methods.floor import Press
from tracktwo.site.demo.convene_deeds import (
    feel,
    hold_poll,
    hold_vote,
    open_session,
    park,
    planned,
    press,
    say_back,
    seated,
    sides,
    speak,
    token,
    write,
)
from tracktwo.site.demo.stage import Stage
from tracktwo.steps.convene import actions
from tracktwo.steps.convene.models import Session, Statement
from tracktwo.steps.plan.models import Workshop

LAST_YEAR = (
    ("en", "We need to be able to write to each other without asking whether the letter will be read."),
    ("uk", "Нам потрібно, щоб про пережите говорили вголос, а не в примітках."),
    ("ru", "Мы боимся, что по нам будут судить о решениях, которых мы не принимали."),
    ("en", "Nobody here can promise on behalf of a ministry."),
    ("uk", "Колеги, які виїхали, мають право повернутися до архівів, які вони створили."),
    ("ru", "Нужен хотя бы один журнал, в котором могут печататься обе стороны."),
)
PARKED = {4}
LATER = (
    ("en", "A list of what each archive still holds, kept by both, without names of those who saved it."),
    ("ru", "Нас могут уволить за одно письмо на ту сторону."),
)
HEARD = ("en", "You fear that we shall judge you by decisions in which you had no say.")
TRIED = (
    ("ru", "Вам нужно писать нам."),
    ("ru", "Вам нужно писать так, чтобы не думать о том, кто ещё это прочтёт."),
)
STEP = ("uk", "Спільний перелік того, що зберігає кожен архів, без імен тих, хто це врятував.")
DRIFT = (6, -12, 34, 0, -20, -4, 9)  # minutes by which each phase took more or less than planned
TURNS = ((6, 9, 7, 12, 5, 8), (11, 8, 9, 14, 7, 10))
ROUNDS = (
    ((2, "tense"), (3, "tired"), (1, "angry"), (2, "tense"), (3, "unheard"), (4, "curious")) * 2,
    ((4, "heard"), (3, "calm"), (5, "hopeful"), (4, "heard"), (3, "tired"), (4, "curious")) * 2,
)
DID = ("theory", "process", "process", "rule", "break", "content")
AGREED = ("agree",) * 6 + ("disagree", "passed")
SPLIT = ("disagree",) * 4 + ("agree",) * 3 + ("passed",)


def hold_workshop(stage: Stage, workshop: Workshop) -> None:
    """Every phase with its deeds; then closed, and the day thought over."""
    start = datetime.combine(workshop.starts_on, time(9), tzinfo=UTC)
    session = open_session(stage, workshop, start)
    now = press(stage, session, Press.BEGIN, start)
    wall: list[Statement] = []
    for place in range(len(session.phases)):
        _phase(stage, session, place, wall, now)
        drift = timedelta(minutes=DRIFT[place % len(DRIFT)])
        now = press(stage, session, Press.NEXT, now + planned(session) + drift)
    by = stage.by("Hazel", "convene.run")
    actions.close_session(session, by=by, now=now, token=token())
    words = (
        "The second day, when somebody said back a fear of the others better than they had.",
        "Archives: whoever speaks of them speaks of guilt at once.",
        "Begin with the walk; nobody reports from it.",
    )
    actions.reflect(session, *words, by=by, token=token())


def _phase(stage: Stage, session: Session, place: int, wall: list[Statement], now: datetime) -> None:
    match session.phases[place][0]:
        case "information_exchange":
            speak(stage, session, _turns(stage, session, TURNS[0]), now)
        case "needs_and_fears":
            _hear(stage, session, wall, speak(stage, session, _turns(stage, session, TURNS[1]), now))
        case "joint_thinking":
            _think(stage, session, wall, now)
        case "overcoming_constraints":
            hold_vote(stage, session, wall[5], (AGREED, SPLIT), now)
            hold_poll(stage, session, [wall[0], wall[2], wall[5]], now)
    if place < len(DID):
        by = stage.by("Hazel", "convene.run")
        moment = now + timedelta(minutes=20)
        actions.log_intervention(session, DID[place], by=by, now=moment, token=token())


def _turns(stage: Stage, session: Session, minutes: Sequence[int]) -> list[tuple[Account, int]]:
    """The communities take turns; each turn somebody else."""
    people = [seated(session.workshop, side) for side in sides(stage)]
    return [(people[n % len(people)][n // len(people)], length) for n, length in enumerate(minutes)]


def _hear(stage: Stage, session: Session, wall: list[Statement], now: datetime) -> None:
    """Six sentences, a hard hour, a need at the second try, a fear at once."""
    wall += write(stage, session, LAST_YEAR, now)
    park(stage, session, wall, PARKED)
    _feel(stage, session, 0, now)
    by = stage.by("Hazel", "convene.run")
    need = actions.begin_restatement(session, wall[0].pk, 1, "need", by=by, token=token())
    for words, is_right in zip(TRIED, (False, True), strict=True):
        say_back(stage, session, need, words, is_right, now)
    fear = actions.begin_restatement(session, wall[1].pk, 1, "fear", by=by, token=token())
    say_back(stage, session, fear, HEARD, True, now)
    hold_vote(stage, session, wall[2], (AGREED, AGREED[::-1]), now)


def _think(stage: Stage, session: Session, wall: list[Statement], now: datetime) -> None:
    """Two options that serve what was heard, another objection parked, a step with a role and a day."""
    wall += write(stage, session, LATER, now)
    park(stage, session, wall, {len(wall)})
    by, needs = stage.by("Hazel", "convene.run"), [row.pk for row in session.restatements.filter(is_accepted=True)]
    actions.take_up_option(session, wall[5].pk, needs[:1], by=by, token=token())
    option = actions.take_up_option(session, wall[6].pk, needs, by=by, token=token())
    due, (language, text) = now.date() + timedelta(days=120), STEP
    step = actions.Step(text, language, "rapporteur", due, option.pk)
    actions.add_step(session, step, by=by, now=now, token=token())
    _feel(stage, session, 1, now)


def _feel(stage: Stage, session: Session, place: int, now: datetime) -> None:
    people = [account for side in sides(stage) for account in seated(session.workshop, side)]
    feel(stage, session, people, ROUNDS[place], now)
