"""What the demonstration's third party noted of its carrying, and what is ready to be said. All of it is invented."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from tracktwo.site.demo.stage import Stage
from tracktwo.steps.plan.models import Workshop
from tracktwo.steps.transmit import actions
from tracktwo.steps.transmit.models import Brief, Transmission

# months after the workshop, and what was noted: agent, channel, audience, side, content, findings, response, grade
ENTRIES: tuple[tuple[int, str, str, str, int | None, str, tuple[str, ...], str, int], ...] = (
    (
        1,
        "convener",
        "convention",
        "convention",
        None,
        "The abstract, read to about forty people.",
        ("2", "3"),
        "asked",
        2,
    ),
    (2, "guarantor", "letter", "elites", 1, "The brief for elites, by hand.", ("1", "2", "3", "4"), "received", 2),
    (2, "guarantor", "letter", "elites", 2, "The brief for elites, by hand.", ("1", "2", "3", "4"), "asked", 2),
    (3, "rapporteur", "lecture", "elites", 1, "A lecture on copies of archives.", ("3",), "used", 3),
    (3, "participant", "meeting", "public", 2, "A reading evening in a library.", ("1", "2"), "asked", 1),
    (5, "convener", "go_between", "elites", 2, "A question came back: who would pay for copies?", ("3",), "asked", 1),
)
READINGS = ((2, "asked"), (2, "received"), (2, "asked"), (3, "used"), (1, "asked"), (2, "asked"))
SECOND = ((2, "asked"), (2, "received"), (1, "asked"), (3, "used"), (1, "received"), (2, "asked"))
CLAIM = "The syllabus of a faculty lists the finding on copies among its readings."
MEMO = {
    "en": (
        "What copies of archives would take",
        "A copy leaves the original where it is.\n\nWhoever built an archive says which part is copied, "
        "and where it is kept.",
    ),
    "uk": (
        "Що потрібно для копій архівів",
        "Копія лишає оригінал там, де він є.\n\nХто створив архів, той каже, яку частину копіюють і де її зберігають.",
    ),
    "ru": (
        "Что нужно для копий архивов",
        "Копия оставляет оригинал там, где он есть.\n\nКто создал архив, тот говорит, какую часть "
        "копируют и где её хранят.",
    ),
}
PRESS = {
    "en": (
        "If a newspaper asks",
        "Scholars met in a personal capacity. What they agreed is on this site, word for word.",
    ),
    "uk": (
        "Якщо запитає газета",
        "Науковці зустрілися від власного імені. Узгоджене ними стоїть на цьому сайті слово в слово.",
    ),
    "ru": (
        "Если спросит газета",
        "Учёные встретились от собственного имени. Согласованное ими стоит на этом сайте слово в слово.",
    ),
}
CRISIS = {
    "en": (
        "If a list of names appears",
        "We neither confirm nor deny who took part. We look after everybody, and say no more today.",
    ),
    "uk": (
        "Якщо з’явиться список імен",
        "Ми не підтверджуємо й не заперечуємо, хто брав участь. Ми дбаємо про всіх і більше сьогодні не скажемо.",
    ),
    "ru": (
        "Если появится список имён",
        "Мы не подтверждаем и не отрицаем, кто участвовал. Мы заботимся обо всех и больше сегодня не скажем.",
    ),
}


ASKED = (
    (
        "en",
        "Who would keep the copies, and under whose law?",
        "A university of neither side, under the law of its place.",
    ),
    ("uk", "Чи можуть просити копію ті, хто лишився?", "Так, на тих самих умовах."),
    ("ru", "Что стало со скобкой о датах?", ""),
)
SLIP = "Will the next room speak of teachers too?"


def note_and_log(stage: Stage, workshop: Workshop, now: datetime) -> None:
    steer = stage.by("Heron", "transmit.steer")
    for kind, texts in (("memo", MEMO), ("crisis", CRISIS)):
        actions.release_note(actions.begin_note(workshop, kind, texts), by=steer, now=now)
    actions.begin_note(workshop, "press", PRESS)
    entries = [_log(stage, workshop, entry) for entry in ENTRIES]
    for alias, readings in (("Heron", READINGS), ("Juniper", SECOND)):
        for entry, (grade, response) in zip(entries, readings, strict=True):
            actions.code_entry(entry, stage.accounts[alias], grade=grade, response=response)
    _session(stage, workshop, now)
    keep = stage.by("Heron", "transmit.keep_log")
    actions.claim_taken_up(entries[3], words=CLAIM, by=keep, now=stage.now)


def _session(stage: Stage, workshop: Workshop, now: datetime) -> None:
    """Last year's open session, asked, answered and brought home."""
    by = stage.by("Hazel", "transmit.moderate")
    session = actions.begin_discussion(workshop, by=by, now=now)
    for language, words, answer in ASKED:
        actions.remark(session, words, language=language)
        question = session.remarks.order_by("id").last()
        actions.judge_remark(session, question.pk, show=True)
        if answer:
            actions.remark(session, answer, language=language, to=question.pk)
            actions.judge_remark(session, session.remarks.order_by("id").last().pk, show=True)
    actions.note_from_paper(session, SLIP, language="en")
    actions.harvest(session, by=by, now=now)


def _log(stage: Stage, workshop: Workshop, entry: tuple[Any, ...]) -> Transmission:
    after, agent, channel, audience, side, content, findings, response, grade = entry
    brief = Brief.objects.filter(
        cell__workshop=workshop, cell__audience=audience, cell__community__number=side, released_at__isnull=False
    ).first()
    return actions.log_transmission(
        workshop,
        month=min(_month(workshop.ends_on, after), stage.now.date().replace(day=1)),
        agent=agent,
        channel=channel,
        audience=audience,
        community=stage.community(side) if side else None,
        direction="back" if channel == "go_between" else "out",
        brief=brief if channel in {"letter", "convention"} else None,
        content=content,
        findings=findings,
        response=response,
        grade=grade,
        harm="none",
        harm_words="",
        follow_up_on=stage.days(-2).date() if channel == "meeting" else None,
        by=stage.by("Heron", "transmit.keep_log"),
        now=stage.now,
    )


def _month(day: date, after: int) -> date:
    """The first of the month so many months later."""
    months = day.year * 12 + day.month - 1 + after
    return date(months // 12, months % 12 + 1, 1)
