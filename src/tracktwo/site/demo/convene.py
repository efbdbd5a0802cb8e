"""Step 5 of the demonstration: last year's workshop held and closed; this year's in session, a vote open.

The sentences are invented. Nobody said them; people in such rooms say things like them.
"""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from datetime import UTC, datetime, time, timedelta

from tracktwo.foundation.people.models import Account
from tracktwo.methods.counts import votes_in_secret
from tracktwo.methods.floor import THIRD_PARTY, Press
from tracktwo.site.demo.stage import Stage
from tracktwo.steps.convene import actions
from tracktwo.steps.convene.actions.paper import count_paper
from tracktwo.steps.convene.convert import planned_phases
from tracktwo.steps.convene.models import Restatement, Session, Statement, Vote
from tracktwo.steps.convene.queries import last_day, session_now
from tracktwo.steps.plan.models import Workshop
from tracktwo.steps.plan.queries import last_workshop, next_workshop
from tracktwo.steps.programme.queries import current_agenda
from tracktwo.steps.select.queries import list_seats

MINUTES = 870  # two days and a half of sitting
NEEDS = 2  # the place of "needs and fears" on the agenda
LAST_YEAR = (
    ("en", "We need to be able to write to each other without asking whether the letter will be read."),
    ("uk", "Нам потрібно, щоб про пережите говорили вголос, а не в примітках."),
    ("ru", "Мы боимся, что по нам будут судить о решениях, которых мы не принимали."),
    ("en", "Nobody here can promise on behalf of a ministry."),
    ("uk", "Колеги, які виїхали, мають право повернутися до архівів, які вони створили."),
    ("ru", "Нужен хотя бы один журнал, в котором могут печататься обе стороны."),
)
PARKED = {4}
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
PUBLIC_TEXTS = {
    "en": "09:30 Working session\n11:30 Coffee\n12:00 Working session\n14:00 Lunch\n15:30 Working session\n18:30 Walk",
    "uk": "09:30 Робоче засідання\n11:30 Кава\n12:00 Робоче засідання\n14:00 Обід\n15:30 Робоче засідання\n18:30 Прогулянка",
    "ru": "09:30 Рабочее заседание\n11:30 Кофе\n12:00 Рабочее заседание\n14:00 Обед\n15:30 Рабочее заседание\n18:30 Прогулка",
}
STEP = ("en", "A reading group of students from both sides meets online once a month.")
FEELINGS = ((3, "tired"), (4, "curious"), (2, "tense"), (3, "heard"), (4, "hopeful"), (3, "tired")) * 2
ORDERS = ((0, 1, 2), (0, 2, 1), (1, 0, 2), (0, 1, 2), (2, 0, 1), (1, 2, 0), (0, 1, 2), (2, 1, 0))
AGREED = ("agree",) * 6 + ("disagree", "passed")
SPLIT = ("disagree",) * 4 + ("agree",) * 3 + ("passed",)


def build(stage: Stage) -> None:
    today = stage.now.date()
    held, coming = last_workshop(stage.programme, today), next_workshop(stage.programme, today)
    if held is not None and list_seats(held).exists():
        _hold(stage, held)
    if coming is not None and list_seats(coming).exists():
        _plan(coming)
        _begin(stage, coming)
        _apart(stage, coming)


def _apart(stage: Stage, workshop: Workshop) -> None:
    """The public agenda is agreed; the first community talks apart and has asked the facilitator in."""
    planner = stage.by("Heron", "convene.plan")
    actions.agree_public_agenda(workshop, PUBLIC_TITLES, PUBLIC_TEXTS, by=planner, now=stage.days(-20))
    by = stage.by("Hazel", "convene.run")
    caucus = actions.open_caucus(workshop, 1, 240, by=by, now=stage.now, token=_token())
    people = _seated(workshop, 1)
    language, text = APART
    actions.write_apart(caucus, text, language, sender=people[2], token=_token())
    for person in people[2:4]:
        actions.ask_apart(caucus, True, account=person, token=_token())
    actions.next_apart(caucus, sender=people[2], token=_token())
    actions.ask_in(caucus, True, sender=people[2], token=_token())


def _plan(workshop: Workshop) -> None:
    """Three sittings a day, and one evening during the convention to hear how it goes outside."""
    actions.lay_out_sessions(workshop, 3, 120)
    if last_day(workshop) > workshop.ends_on:
        evening = workshop.ends_on + timedelta(days=2)
        actions.add_planned(workshop, min(evening, last_day(workshop)), time(18, 30), 60, ["close_and_reentry"])


def _hold(stage: Stage, workshop: Workshop) -> None:
    """Last year: the whole agenda, six statements, two votes, closed."""
    start = datetime.combine(workshop.starts_on, time(9), tzinfo=UTC)
    session = _open(stage, workshop, start)
    now = _press(stage, session, Press.BEGIN, start)
    for _phase in range(NEEDS):
        now = _press(stage, session, Press.NEXT, now + _planned(session))
    wall = _write(stage, session, LAST_YEAR, now)
    _sort(stage, session, wall, PARKED)
    _vote(stage, session, wall[2], (AGREED, AGREED[::-1]), now)
    _vote(stage, session, wall[5], (AGREED, SPLIT), now)
    _poll(stage, session, [wall[0], wall[2], wall[5]], now)
    for _phase in range(NEEDS, len(session.phases)):
        now = _press(stage, session, Press.NEXT, now + _planned(session))
    by = stage.by("Hazel", "convene.run")
    actions.close_session(session, by=by, now=now, token=_token())


def _count_once(stage: Stage, session: Session, statement: Statement) -> None:
    """Ballots on paper that the rapporteur has counted and the facilitator has not yet."""
    piles = {1: (6, 1, 1), 2: (5, 2, 1)}
    by, account = stage.by("Juniper", "convene.write"), stage.accounts["Juniper"]
    count_paper(session, statement.pk, piles, {}, account=account, by=by, now=stage.now, token=_token())


def _begin(stage: Stage, workshop: Workshop) -> None:
    """This year: needs and fears, a break, a vote that waits for some. Paused, so that it looks the same tomorrow."""
    opening, exchange, needs = (timedelta(minutes=minutes) for _key, minutes in _shares(stage)[: NEEDS + 1])
    late, left = timedelta(minutes=8), timedelta(minutes=41)
    start = stage.now - (opening + late + exchange + needs - left)
    session = _open(stage, workshop, start)
    _press(stage, session, Press.BEGIN, start)
    _press(stage, session, Press.NEXT, start + opening + late)
    _press(stage, session, Press.NEXT, start + opening + late + exchange)
    wall = _write(stage, session, THIS_YEAR, stage.now)
    _sort(stage, session, wall, EARLY)
    _vote(stage, session, wall[0], (AGREED, AGREED), stage.now)
    _poll(stage, session, [wall[0], wall[1], wall[6]], stage.now)
    _count_once(stage, session, wall[2])
    vote = _ask(stage, session, wall[5])
    for side in _sides(stage):
        # The first two of each community are those whom a visitor signs in as: their answers are still out.
        _answer(session, vote, _seated(workshop, side)[2:6], AGREED)
    _feel(stage, session, workshop)
    _speak(stage, session, workshop)
    _restate(stage, session, wall, stage.now)
    _press(stage, session, Press.PAUSE, stage.now)


def _feel(stage: Stage, session: Session, workshop: Workshop) -> None:
    """One check-in of everybody but those whom a visitor signs in as."""
    by = stage.by("Hazel", "convene.run")
    checkin = actions.open_checkin(session, by=by, now=stage.now, token=_token())
    people = [account for side in _sides(stage) for account in _seated(workshop, side)[2:]]
    for account, (step, word) in zip(people, FEELINGS, strict=False):
        actions.check_in(session, checkin.pk, step, word, account=account, token=_token())
    actions.end_checkin(session, by=by, token=_token())
    actions.log_intervention(session, "process", by=by, now=stage.now, token=_token())


def _speak(stage: Stage, session: Session, workshop: Workshop) -> None:
    """Turns of both sides, the interpreter twice; then four wait, most of them for the first time."""
    by, now = stage.by("Hazel", "convene.run"), stage.now - timedelta(minutes=47)
    for place, minutes in enumerate(TURNS):
        side = place % 2 + 1
        speaker = _seated(workshop, side)[2 + place // 2]
        actions.raise_hand(session, speaker, sender=speaker, token=_token())
        hand = session.hands.get(account=speaker).pk
        actions.give_floor(session, hand, by=by, now=now, token=_token())
        now += timedelta(minutes=minutes)
        if place in INTERPRETED:
            actions.interpret(session, by=by, now=now, token=_token())
            now += timedelta(minutes=2)
    actions.time_side(session, THIRD_PARTY, by=by, now=now, token=_token())
    actions.end_turn(session, by=by, now=now + timedelta(minutes=4), token=_token())
    for side, place in WAITING:
        person = _seated(workshop, side)[place]
        actions.raise_hand(session, person, sender=person, token=_token())


def _restate(stage: Stage, session: Session, wall: Sequence[Statement], now: datetime) -> None:
    """One fear heard at the second try, an option and a step that answer to it; a need at its third try, unanswered."""
    by = stage.by("Hazel", "convene.run")

    def say_back(row: Restatement, side: int, words: tuple[str, str], is_right: bool | None) -> None:
        language, text = words
        actions.write_restatement(session, row.pk, side, text, language, by=by, token=_token())
        if is_right is not None:
            actions.answer_restatement(session, row.pk, side, is_right, by=by, now=now, token=_token())

    heard = actions.begin_restatement(session, wall[2].pk, 1, "fear", by=by, token=_token())
    say_back(heard, 2, HEARD[0], is_right=False)
    say_back(heard, 2, HEARD[1], is_right=True)
    option = actions.take_up_option(session, wall[6].pk, [heard.pk], by=by, token=_token())
    due = now.date() + timedelta(days=90)
    language, text = STEP
    actions.add_step(session, text, language, "rapporteur", due, option.pk, by=by, now=now, token=_token())
    under_way = actions.begin_restatement(session, wall[5].pk, 1, "need", by=by, token=_token())
    for words, is_right in zip(UNDER_WAY, (False, False, None), strict=True):
        say_back(under_way, 2, words, is_right)


def _poll(stage: Stage, session: Session, asked: Sequence[Statement], now: datetime) -> None:
    """A ranking of three sentences, answered by everybody and closed."""
    by = stage.by("Hazel", "convene.run")
    poll = actions.open_poll(session, "ranking", [one.pk for one in asked], by=by, token=_token())
    on_roll = set(poll.roll.values_list("account_id", flat=True))
    for side in _sides(stage):
        for account, order in zip(_seated(session.workshop, side), ORDERS, strict=False):
            if account.pk in on_roll:
                actions.cast_poll(session, poll.pk, order, account=account, token=_token())
    words = {count.side: [True] * len(asked) for count in poll.counts.all() if not votes_in_secret(count.members)}
    actions.close_poll(session, poll.pk, words, by=by, now=now, token=_token())


def _shares(stage: Stage) -> list[tuple[str, int]]:
    return planned_phases(current_agenda(stage.programme), MINUTES)


def _token() -> str:
    return secrets.token_urlsafe(16)


def _sides(stage: Stage) -> list[int]:
    return list(stage.programme.communities.values_list("number", flat=True))


def _seated(workshop: Workshop, side: int) -> list[Account]:
    return [seat.account for seat in list_seats(workshop) if seat.community.number == side]


def _planned(session: Session) -> timedelta:
    """The time planned for the phase that is on."""
    place = session.presses.exclude(press=Press.ADD).count() - 1
    return timedelta(minutes=session.phases[place][1])


def _open(stage: Stage, workshop: Workshop, now: datetime) -> Session:
    by = stage.by("Hazel", "convene.run")
    actions.open_session(workshop, MINUTES, by=by, now=now, token=_token())
    return session_now(stage.programme)


def _press(stage: Stage, session: Session, press: Press, now: datetime) -> datetime:
    by, seen = stage.by("Hazel", "convene.run"), session.presses.count()
    actions.press_clock(session, press, seen=seen, by=by, now=now, token=_token())
    return now


def _write(stage: Stage, session: Session, sentences: Sequence[tuple[str, str]], now: datetime) -> list[Statement]:
    sender = stage.accounts["Juniper"]
    return [
        actions.write_statement(session, text, language, sender=sender, now=now, token=_token())
        for language, text in sentences
    ]


def _sort(stage: Stage, session: Session, wall: Sequence[Statement], parked: set[int]) -> None:
    for statement in wall:
        if statement.number in parked:
            sender = stage.accounts["Hazel"]
            actions.sort_statement(session, statement.pk, Statement.State.PARKED, sender=sender, token=_token())


def _ask(stage: Stage, session: Session, statement: Statement) -> Vote:
    by = stage.by("Hazel", "convene.run")
    return actions.open_vote(session, statement.pk, by=by, token=_token())


def _answer(session: Session, vote: Vote, people: Sequence[Account], given: Sequence[str]) -> None:
    on_roll = set(vote.roll.values_list("account_id", flat=True))
    for account, answer in zip(people, given, strict=False):
        if account.pk in on_roll:
            actions.cast_vote(session, vote.pk, answer, account=account, token=_token())


def _vote(stage: Stage, session: Session, statement: Statement, given: Sequence[Sequence[str]], now: datetime) -> None:
    """A whole vote: asked, answered by everybody, closed."""
    vote = _ask(stage, session, statement)
    for side in _sides(stage):
        _answer(session, vote, _seated(session.workshop, side), given[(side - 1) % len(given)])
    words = {count.side: True for count in vote.counts.all() if not count.votes_in_secret}
    by = stage.by("Hazel", "convene.run")
    actions.close_vote(session, vote.pk, words, by=by, now=now, token=_token())
