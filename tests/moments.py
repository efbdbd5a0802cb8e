"""Moments of the demonstration: what its people could do next, done for the album and taken back.

A round that is open, a silence that runs, something that has happened: each closes the forms around it, so that a
demonstration that stood in one of them could not be tried out.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from tracktwo.data.incidents import TOLD
from tracktwo.foundation.people.models import Account
from tracktwo.site.demo import agree_support
from tracktwo.site.demo.stage import Stage
from tracktwo.steps.agree import actions as agree
from tracktwo.steps.agree.models import Text
from tracktwo.steps.plan.models import Workshop
from tracktwo.steps.prepare.actions import do_step, open_incident
from tracktwo.steps.prepare.models import Incident, Reached
from tracktwo.steps.programme.models import Programme


@dataclass(frozen=True)
class Moment:
    """``views``: the pages that are looked at then, each reached by links from home by one of ``readers``."""

    name: str
    happen: Callable[[Stage], None]
    readers: tuple[str, ...]
    views: frozenset[str]


@contextmanager
def happening(moment: Moment) -> Iterator[None]:
    with transaction.atomic():
        accounts = {account.alias: account for account in Account.objects.all()}
        moment.happen(Stage(timezone.now(), Programme.objects.get(), accounts))
        yield
        transaction.set_rollback(True)


def _open_text() -> Text:
    return Text.objects.get(frozen_on=None)


def _round(stage: Stage) -> None:
    agree_support.open_round(stage, _open_text(), stage.now)


def _fresh_text(stage: Stage, mode: str) -> Text:
    """In the place of the demonstration's own, which has brackets."""
    workshop = _open_text().workshop
    _open_text().delete()
    by = stage.by("Juniper", "agree.steer")
    text = agree.open_text(workshop, title="What the room could say", language="en", mode=mode, by=by, now=stage.now)
    agree.draft_clause(text, "Archives should be opened to both communities in copies.", now=stage.now)
    return text


def _silence(stage: Stage) -> None:
    text = _fresh_text(stage, Text.Mode.BRACKETED)
    agree.announce_silence(text, hours=72, by=stage.by("Heron", "agree.steer"), now=stage.now)


def _one_text(stage: Stage) -> None:
    _fresh_text(stage, Text.Mode.ONE_TEXT)


def _incident(stage: Stage) -> None:
    by = stage.by("Hazel", "prepare.incident")
    found = open_incident(stage.programme, Incident.Kind.PRESS, by=by, now=stage.now)
    do_step(found, TOLD, by=by, now=stage.now)


def _check_in(stage: Stage) -> None:
    """Last year's workshop ended sixteen days ago, and nobody has been asked yet."""
    held, today = Workshop.objects.get(programme=stage.programme, number=1), stage.now.date()
    held.starts_on, held.ends_on = today - timedelta(days=19), today - timedelta(days=16)
    held.save(update_fields=["starts_on", "ends_on"])
    Reached.objects.filter(seat__workshop=held).delete()


MOMENTS = (
    Moment(
        "a check-in is due",
        _check_in,
        ("Wagtail", "Heron"),
        frozenset({"prepare:contact", "prepare:contacts"}),
    ),
    Moment(
        "a round is open",
        _round,
        ("Wagtail", "Heron"),
        frozenset({"agree:support", "agree:answer_round", "agree:close_round"}),
    ),
    Moment("a silence runs", _silence, ("Wagtail", "Heron", "Linden"), frozenset({"agree:silence", "agree:object"})),
    Moment("one hand writes", _one_text, ("Wagtail",), frozenset({"agree:text", "agree:criticise"})),
    Moment("something has happened", _incident, ("Siskin", "Hazel"), frozenset({"prepare:told", "prepare:incident"})),
)
