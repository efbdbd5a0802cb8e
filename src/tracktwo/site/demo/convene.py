"""Step 5 of the demonstration: last year's workshop held and closed; this year's in session, a vote open.

The sentences are invented. Nobody said them; people in such rooms say things like them.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, time, timedelta

from tracktwo.methods.floor import THIRD_PARTY, Press
from tracktwo.site.demo.convene_deeds import (
    answer,
    ask,
    feel,
    hold_poll,
    hold_vote,
    open_session,
    park,
    press,
    say_back,
    seated,
    shares,
    sides,
    token,
    write,
)
from tracktwo.site.demo.convene_held import hold_workshop
from tracktwo.site.demo.stage import Stage
from tracktwo.steps.convene import actions
from tracktwo.steps.convene.actions.paper import count_paper
from tracktwo.steps.convene.models import Session, Statement
from tracktwo.steps.plan.models import Workshop
from tracktwo.steps.plan.queries import last_day, last_workshop, next_workshop
from tracktwo.steps.select.queries import list_seats

NEEDS = 2  # the place of "needs and fears" on the agenda
THIS_YEAR = (
    ("en", "Each side’s grief is used by people who did not feel it."),
    ("ru", "Студенты с обеих сторон никогда не встречали никого с другой стороны."),
    ("uk", "Ми боїмося, що розмова про майбутнє стане способом ніколи не назвати того, що сталося."),
    ("en", "The visa rules will never allow it."),
    ("ru", "Нам нужно, чтобы наш отказ молчать был услышан и там, а не только здесь."),
    ("uk", "Нам потрібно знати, що кінець стрілянини не стане кінцем запитання."),
    ("ru", "Совместный читательский кружок студентов обеих сторон, раз в месяц."),
)
EARLY = {4}
TURNS = (5, 3, 6, 4, 3, 4)
INTERPRETED = {1, 4}
WAITING = ((1, 2), (2, 6), (1, 5), (2, 0))
HEARD = (
    ("ru", "Вы боитесь, что о прошлом не будут говорить."),
    ("ru", "Вы боитесь, что разговор о будущем станет способом никогда не назвать того, что произошло."),
)
UNDER_WAY = (
    ("ru", "Вам нужно, чтобы стрелять перестали."),
    ("ru", "Вам нужно, чтобы после стрельбы продолжали спрашивать."),
    ("ru", "Вам нужно знать, что, когда перестанут стрелять, вопрос о том, что было сделано, останется открытым."),
)
APART = ("uk", "Спитати, чи можемо ми повернутися до архівів, не називаючи, хто саме.")
PUBLIC_TITLES = {
    "en": "Working days on borderland studies",
    "uk": "Робочі дні: студії пограниччя",
    "ru": "Рабочие дни: изучение пограничья",
}
HOURS = (
    ("09:30", "Working session", "Робоче засідання", "Рабочее заседание"),
    ("11:30", "Coffee", "Кава", "Кофе"),
    ("12:00", "Working session", "Робоче засідання", "Рабочее заседание"),
    ("14:00", "Lunch", "Обід", "Обед"),
    ("15:30", "Working session", "Робоче засідання", "Рабочее заседание"),
    ("18:30", "A walk in town", "Прогулянка містом", "Прогулка по городу"),
)
PUBLIC_TEXTS = {
    language: "\n".join(f"{line[0]} {line[place]}" for line in HOURS)
    for place, language in enumerate(("en", "uk", "ru"), start=1)
}
STEP = ("en", "A reading group of students from both sides meets online once a month.")
FEELINGS = ((3, "tired"), (4, "curious"), (2, "tense"), (3, "heard"), (4, "hopeful"), (3, "tired")) * 2
AGREED = ("agree",) * 6 + ("disagree", "passed")
SPLIT = ("disagree",) * 4 + ("agree",) * 3 + ("passed",)


def build(stage: Stage) -> None:
    today = stage.now.date()
    held, coming = last_workshop(stage.programme, today), next_workshop(stage.programme, stage.now)
    if held is not None and list_seats(held).exists():
        hold_workshop(stage, held)
    if coming is not None and list_seats(coming).exists():
        _plan(coming)
        _begin(stage, coming)
        _apart(stage, coming)


def _apart(stage: Stage, workshop: Workshop) -> None:
    """The public agenda is agreed; the first community talks apart and has asked the facilitator in."""
    planner = stage.by("Heron", "convene.plan")
    actions.agree_public_agenda(workshop, PUBLIC_TITLES, PUBLIC_TEXTS, by=planner, now=stage.days(-20))
    by = stage.by("Hazel", "convene.run")
    caucus = actions.open_caucus(workshop, 1, 240, by=by, now=stage.now, token=token())
    people = seated(workshop, 1)
    language, text = APART
    actions.write_apart(caucus, text, language, sender=people[2], token=token())
    for person in people[2:4]:
        actions.ask_apart(caucus, True, account=person, token=token())
    actions.next_apart(caucus, sender=people[2], token=token())
    actions.ask_in(caucus, True, sender=people[2], token=token())


def _plan(workshop: Workshop) -> None:
    """Three sittings a day, one evening for each community alone, and one during the convention to hear how it goes."""
    actions.lay_out_sessions(workshop, 3, 120)
    alone = min(workshop.starts_on + timedelta(days=1), workshop.ends_on)
    for side in workshop.programme.communities.values_list("number", flat=True):
        actions.add_planned(workshop, alone, time(18, 30), 45, ["needs_and_fears"], side)
    if last_day(workshop) > workshop.ends_on:
        evening = workshop.ends_on + timedelta(days=2)
        actions.add_planned(workshop, min(evening, last_day(workshop)), time(18, 30), 60, ["close_and_reentry"])


def _count_once(stage: Stage, session: Session, statement: Statement) -> None:
    """Ballots on paper that the rapporteur has counted and the facilitator has not yet."""
    piles = {1: (6, 1, 1), 2: (5, 1, 1)}  # one of the second community sits afar and has no ballot
    by, account = stage.by("Juniper", "convene.write"), stage.accounts["Juniper"]
    count_paper(session, statement.pk, piles, {}, account=account, by=by, now=stage.now, token=token())


def _begin(stage: Stage, workshop: Workshop) -> None:
    """This year: needs and fears, a break, a vote that waits for some. Paused, so that it looks the same tomorrow."""
    opening, exchange, needs = (timedelta(minutes=minutes) for _key, minutes in shares(stage)[: NEEDS + 1])
    late, left = timedelta(minutes=8), timedelta(minutes=41)
    start = stage.now - (opening + late + exchange + needs - left)
    session = open_session(stage, workshop, start)
    press(stage, session, Press.BEGIN, start)
    press(stage, session, Press.NEXT, start + opening + late)
    press(stage, session, Press.NEXT, start + opening + late + exchange)
    wall = write(stage, session, THIS_YEAR, stage.now)
    park(stage, session, wall, EARLY)
    hold_vote(stage, session, wall[0], (AGREED, AGREED), stage.now)
    hold_poll(stage, session, [wall[0], wall[1], wall[6]], stage.now)
    _count_once(stage, session, wall[2])
    vote = ask(stage, session, wall[5])
    for side in sides(stage):
        # The first two of each community are those whom a visitor signs in as: their answers are still out.
        answer(session, vote, seated(workshop, side)[2:6], AGREED)
    _feel(stage, session, workshop)
    _speak(stage, session, workshop)
    _restate(stage, session, wall, stage.now)
    press(stage, session, Press.PAUSE, stage.now)


def _feel(stage: Stage, session: Session, workshop: Workshop) -> None:
    """One check-in of everybody but those whom a visitor signs in as."""
    people = [account for side in sides(stage) for account in seated(workshop, side)[2:]]
    feel(stage, session, people, FEELINGS, stage.now)
    by = stage.by("Hazel", "convene.run")
    actions.log_intervention(session, "process", by=by, now=stage.now, token=token())


def _speak(stage: Stage, session: Session, workshop: Workshop) -> None:
    """Turns of both sides, the interpreter twice; then four wait, most of them for the first time."""
    by, now = stage.by("Hazel", "convene.run"), stage.now - timedelta(minutes=47)
    for place, minutes in enumerate(TURNS):
        side = place % 2 + 1
        speaker = seated(workshop, side)[2 + place // 2]
        actions.raise_hand(session, speaker, sender=speaker, token=token())
        hand = session.hands.get(account=speaker).pk
        actions.give_floor(session, hand, by=by, now=now, token=token())
        now += timedelta(minutes=minutes)
        if place in INTERPRETED:
            actions.interpret(session, by=by, now=now, token=token())
            now += timedelta(minutes=2)
    actions.time_side(session, THIRD_PARTY, by=by, now=now, token=token())
    actions.end_turn(session, by=by, now=now + timedelta(minutes=4), token=token())
    for side, place in WAITING:
        person = seated(workshop, side)[place]
        actions.raise_hand(session, person, sender=person, token=token())


def _restate(stage: Stage, session: Session, wall: Sequence[Statement], now: datetime) -> None:
    """One fear heard at the second try, an option and a step that answer to it; a need at its third try, unanswered."""
    by = stage.by("Hazel", "convene.run")
    heard = actions.begin_restatement(session, wall[2].pk, 1, "fear", by=by, token=token())
    say_back(stage, session, heard, HEARD[0], False, now)
    say_back(stage, session, heard, HEARD[1], True, now)
    option = actions.take_up_option(session, wall[6].pk, [heard.pk], by=by, token=token())
    due = now.date() + timedelta(days=90)
    language, text = STEP
    step = actions.Step(text, language, "rapporteur", due, option.pk)
    actions.add_step(session, step, by=by, now=now, token=token())
    under_way = actions.begin_restatement(session, wall[5].pk, 1, "need", by=by, token=token())
    for words, is_right in zip(UNDER_WAY, (False, False, None), strict=True):
        say_back(stage, session, under_way, words, is_right, now)
