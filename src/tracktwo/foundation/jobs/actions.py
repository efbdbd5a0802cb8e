"""Deeds about long work: put it in the queue, do it, note how far it has come and how it ended."""

from __future__ import annotations

import logging
import os
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.db.models import F
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from tracktwo.foundation.jobs import registry
from tracktwo.foundation.jobs.backend import check_id
from tracktwo.foundation.jobs.models import OPEN_STATES, State, Work
from tracktwo.methods.record import Refusal, Refusals
from tracktwo.running.limits import stop_after
from tracktwo.running.progress import Progress, Reporter

log = logging.getLogger("tracktwo.jobs")
MOST_ATTEMPTS = 3
MOST_LISTED = 40


def enqueue(name: str, *ids: int | str | UUID) -> Work:
    """Put the work ``step.verb_noun`` in the queue; the first id is the object that pages ask
    ``queries.latest`` about.

    Call it as the last line of a deed, inside its transaction: the work is stored with the deed and begins
    only when the deed is committed, so neither can be lost alone. With TRACKTWO_JOBS=inline it is done at
    once, before this returns.

    Raises LookupError for a name that no task has, TypeError for an argument that is not an id.
    """
    from tracktwo.foundation.jobs.tasks import run_work

    registry.find(name)
    checked = [check_id(value) for value in ids]
    with transaction.atomic():
        work = Work.objects.create(
            name=name, object_key=str(checked[0]) if checked else "", ids=checked, queued_at=timezone.now()
        )
        if not is_inline():
            run_work.enqueue(str(work.id))
    if is_inline():
        _do_inline(work)
    return work


def enqueue_at(moment: datetime, name: str, *ids: int | str | UUID) -> None:
    """The same for work that may not begin before a moment; the worker looks twice a second.

    With TRACKTWO_JOBS=inline nothing waits, and so nothing is stored: whoever looks first does what is due.
    """
    from tracktwo.foundation.jobs.tasks import run_work

    registry.find(name)
    if is_inline():
        return
    with transaction.atomic():
        work = Work.objects.create(
            name=name, object_key=str(ids[0]), ids=[check_id(value) for value in ids], queued_at=timezone.now()
        )
        run_work.using(run_after=moment).enqueue(str(work.id))


def is_inline() -> bool:
    """Is work done at once, by whoever asks for it?"""
    return os.environ.get("TRACKTWO_JOBS", "worker") == "inline"


def _do_inline(work: Work) -> None:
    try:
        # A savepoint, so that what fails inside does not spoil the deed's own transaction.
        with transaction.atomic():
            _call(work)
    except Refusal as refusal:
        note_refusal(work, refusal)
    except Exception as surprise:
        note_failure(work, surprise)
    else:
        note_done(work)


def do_work(work_id: str) -> None:
    """Do one piece of work and note how it ended. What goes wrong is raised again after it is noted, for the
    queue.
    """
    claimed = Work.objects.filter(id=work_id, state__in=OPEN_STATES).update(
        state=State.RUNNING, attempts=F("attempts") + 1, done=0, of=0, words=""
    )
    if not claimed:
        return
    work = Work.objects.get(id=work_id)
    try:
        _call(work)
    except Refusal as refusal:
        note_refusal(work, refusal)
    except Exception as surprise:
        note_failure(work, surprise)
        raise
    else:
        note_done(work)


def _call(work: Work) -> None:
    task = registry.find(work.name)

    def tell(progress: Progress) -> None:
        if progress.words and progress.words not in task.words:
            raise LookupError(f"{work.name} has no words called {progress.words}")
        note_progress(work, progress)

    task.function(*work.ids, report=Reporter(tell), stop=stop_after(task.seconds))


def note_progress(work: Work, progress: Progress) -> None:
    work.done, work.of, work.words = progress.done, progress.of, progress.words
    work.save(update_fields=["done", "of", "words"])


def note_done(work: Work) -> None:
    _finish(work, State.DONE)


def note_refusal(work: Work, refusal: Refusal) -> None:
    """An anticipated no: its code and params are kept and shown in the reader's language."""
    work.refusal_code, work.refusal_params = refusal.code, _plain(refusal)
    if isinstance(refusal, Refusals):
        work.refusal_each = [[one.code, _plain(one)] for one in refusal.each[:MOST_LISTED]]
    _finish(work, State.REFUSED)


def note_failure(work: Work, surprise: Exception) -> None:
    """A surprise: an id and the kind of the exception, never what it says."""
    kind = f"{type(surprise).__module__}.{type(surprise).__qualname__}"
    log.error("job failed number=%s name=%s kind=%s", work.number, work.name, kind)
    _finish(work, State.FAILED)


def _finish(work: Work, state: State) -> None:
    work.state, work.finished_at = state, timezone.now()
    work.save()


def _plain(refusal: Refusal) -> dict[str, int | float | str | bool | None]:
    return {
        key: value if isinstance(value, int | float | str | bool | None) else str(value)
        for key, value in refusal.params.items()
    }


@transaction.atomic
def put_back(worker_id: str) -> int:
    """Called when a worker starts: what it was doing when it fell goes back in the queue; returns how many.

    Work that has taken its worker with it three times is given up, or it would keep everyone else waiting
    for ever.
    """
    fallen = [row for row in DBTaskResult.objects.running() if row.worker_ids and row.worker_ids[-1] == worker_id]
    for row in fallen:
        work = Work.objects.filter(id=row.args_kwargs["args"][0], state__in=OPEN_STATES).first()
        if work is not None and work.attempts >= MOST_ATTEMPTS:
            log.error("job given up number=%s name=%s", work.number, work.name)
            _finish(work, State.FAILED)
        row.status = "READY"
        row.save(update_fields=["status"])
    return len(fallen)
