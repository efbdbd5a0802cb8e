"""Long work: asked for by name, done once it is committed, and never with words in the wrong place."""

from __future__ import annotations

import json
import logging
from collections.abc import Callable, Iterator
from pathlib import Path
from uuid import uuid4

import pytest
from django.db import connection, transaction
from django.template.loader import render_to_string
from django.test import RequestFactory
from django.utils import timezone, translation
from django.utils.translation import gettext_lazy as _
from django_tasks_db.models import DBTaskResult
from hypothesis import given
from hypothesis import strategies as st

from tracktwo.foundation.jobs import actions, registry
from tracktwo.foundation.jobs.backend import check_id
from tracktwo.foundation.jobs.models import State, Work
from tracktwo.foundation.jobs.queries import latest
from tracktwo.foundation.jobs.worker import work_on
from tracktwo.methods.record import Refusal, Refusals

SECRET = "Zinaida Petrivna"
done_with: list[tuple[object, ...]] = []


@registry.register("jobs.try_well", words={"counting": _("Done")})
def well(*ids: object, report: Callable[[int, int, str], None], stop: Callable[[], bool]) -> None:
    report(1, 2, "counting")
    report(2, 2, "counting")
    done_with.append(ids)


@registry.register("jobs.try_badly")
def badly(*ids: object, report: object, stop: object) -> None:
    raise RuntimeError(f"cannot divide {SECRET}")


@registry.register("jobs.try_refusal")
def refusal(*ids: object, report: object, stop: object) -> None:
    raise Refusals([Refusal("table.ragged", row=3, cells=2, columns=4), Refusal("table.empty")])


@registry.register("jobs.try_talking")
def talking(*ids: object, report: Callable[[int, int, str], None], stop: object) -> None:
    report(1, 2, SECRET)


@registry.register("jobs.try_long", seconds=0)
def long(*ids: object, report: object, stop: Callable[[], bool]) -> None:
    done_with.append(("stopped" if stop() else "went on",))


@pytest.fixture(autouse=True)
def fresh_notes() -> None:
    done_with.clear()


@pytest.fixture
def queue(monkeypatch: pytest.MonkeyPatch, transactional_db: None) -> None:
    """Work waits for a worker, as it does in a real house."""
    monkeypatch.setenv("TRACKTWO_JOBS", "worker")


@pytest.fixture
def inline(monkeypatch: pytest.MonkeyPatch, db: None) -> None:
    monkeypatch.setenv("TRACKTWO_JOBS", "inline")


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
    # The worker takes over the signals of its process; the test process keeps its own.
    monkeypatch.setattr("django_tasks_db.management.commands.db_worker.Worker.configure_signals", lambda worker: None)
    return lambda: work_on(tmp_path, until_empty=True)


def everything_stored() -> str:
    """All that the two tables hold, as text."""
    rows: list[object] = []
    for model in (Work, DBTaskResult):
        with connection.cursor() as cursor:
            cursor.execute(f"SELECT * FROM {model._meta.db_table}")
            rows += cursor.fetchall()
    return json.dumps(rows, default=str)


def test_work_waits_for_the_worker_and_is_done_by_it(queue: None, run: Callable[[], None]) -> None:
    work = actions.enqueue("jobs.try_well", 7, "room-3")
    assert (work.state, done_with) == (State.QUEUED, [])
    run()
    work.refresh_from_db()
    assert (work.state, work.done, work.of, done_with) == (State.DONE, 2, 2, [(7, "room-3")])


def test_work_of_a_deed_that_is_taken_back_was_never_asked_for(queue: None, run: Callable[[], None]) -> None:
    with pytest.raises(Refusal), transaction.atomic():
        actions.enqueue("jobs.try_well", 7)
        raise Refusal("table.empty")
    run()
    assert (Work.objects.count(), DBTaskResult.objects.count(), done_with) == (0, 0, [])


def test_a_failed_job_leaves_its_kind_and_no_word_of_what_it_said(
    queue: None, run: Callable[[], None], caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> None:
    loggers = [logging.getLogger(name) for name in ("tracktwo", "django_tasks", "django_tasks_db")]
    for logger in loggers:
        logger.addHandler(caplog.handler)
        logger.setLevel(logging.DEBUG)
        logger.disabled = False
    work = actions.enqueue("jobs.try_badly", 7)
    run()
    for logger in loggers:
        logger.removeHandler(caplog.handler)
    row = DBTaskResult.objects.get()
    work.refresh_from_db()
    assert (work.state, row.status) == (State.FAILED, "FAILED")
    assert (row.exception_class_path, row.traceback) == ("builtins.RuntimeError", "")
    assert f"job failed number={work.number} name=jobs.try_badly kind=builtins.RuntimeError" in caplog.text
    output = capfd.readouterr()
    for place in (everything_stored(), caplog.text, output.out, output.err):
        assert SECRET not in place
        assert "Traceback" not in place


def test_a_refusal_is_kept_with_its_code_and_params_and_is_no_failure(queue: None, run: Callable[[], None]) -> None:
    work = actions.enqueue("jobs.try_refusal", 7)
    run()
    work.refresh_from_db()
    assert work.state == State.REFUSED
    kept = work.refusal
    assert isinstance(kept, Refusals)
    assert kept.each == (Refusal("table.ragged", row=3, cells=2, columns=4), Refusal("table.empty"))


def test_words_that_nobody_has_registered_cannot_be_stored(queue: None, run: Callable[[], None]) -> None:
    work = actions.enqueue("jobs.try_talking", 7)
    run()
    work.refresh_from_db()
    assert work.state == State.FAILED
    assert SECRET not in everything_stored()


def test_stop_says_yes_when_the_seconds_of_the_task_are_over(inline: None) -> None:
    actions.enqueue("jobs.try_long")
    assert done_with == [("stopped",)]


def test_inline_work_is_done_when_enqueue_returns_whatever_becomes_of_it(inline: None) -> None:
    states = [actions.enqueue(name, 1).state for name in ("jobs.try_well", "jobs.try_refusal", "jobs.try_badly")]
    assert states == [State.DONE, State.REFUSED, State.FAILED]


def test_a_name_that_no_task_has_is_refused_when_it_is_asked_for(inline: None) -> None:
    for name in ("jobs.no_such", "nowhere.at_all"):
        with pytest.raises(LookupError, match="no task"):
            actions.enqueue(name, 1)
    assert Work.objects.count() == 0


def test_two_tasks_may_not_share_a_name() -> None:
    with pytest.raises(ValueError, match="two tasks"):
        registry.register("jobs.try_well")(badly)


@pytest.mark.parametrize("value", [SECRET, "a@b.example", "", None, True, 1.5, {"id": 1}, [1], b"1", "и", "x" * 65])
def test_anything_but_an_id_is_refused_and_not_repeated(value: object) -> None:
    with pytest.raises(TypeError) as refused:
        check_id(value)
    assert str(refused.value) == f"jobs take ids only, not a {type(value).__name__}"


@given(st.text())
def test_a_text_that_passes_as_an_id_holds_nothing_that_a_sentence_needs(text: str) -> None:
    try:
        kept = check_id(text)
    except TypeError:
        return
    assert isinstance(kept, str)
    assert kept.isascii() and len(kept) <= 64 and not set(kept) & set(" @/\n\t'\"")


def test_a_uuid_is_stored_as_its_text() -> None:
    key = uuid4()
    assert check_id(key) == str(key)


def test_the_latest_work_of_an_object_is_the_one_asked_for_last(inline: None) -> None:
    actions.enqueue("jobs.try_well", 7)
    actions.enqueue("jobs.try_well", 8)
    newest = actions.enqueue("jobs.try_well", 7)
    assert latest("jobs.try_well", 7) == newest
    assert latest("jobs.try_well", 9) is None


def fallen_work(worker_id: str) -> Work:
    """Work whose worker was killed in the middle."""
    work = actions.enqueue("jobs.try_well", 7)
    Work.objects.filter(id=work.id).update(state=State.RUNNING, attempts=1)
    DBTaskResult.objects.get().claim(worker_id)
    return work


def test_work_whose_worker_fell_is_done_by_the_next(
    queue: None, run: Callable[[], None], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tracktwo.foundation.jobs.worker._name_of", lambda data_dir: "first")
    work = fallen_work("first")
    run()
    work.refresh_from_db()
    assert (work.state, work.attempts, done_with) == (State.DONE, 2, [(7,)])


def test_work_of_another_living_worker_is_left_to_it(queue: None) -> None:
    fallen_work("second")
    assert actions.put_back("first") == 0


def test_work_that_fells_every_worker_is_given_up(queue: None, run: Callable[[], None]) -> None:
    work = fallen_work("first")
    Work.objects.filter(id=work.id).update(attempts=3)
    actions.put_back("first")
    run()
    work.refresh_from_db()
    assert (work.state, done_with) == (State.FAILED, [])


def shown(work: Work) -> str:
    return render_to_string("jobs/progress.html", {"work": work}, request=RequestFactory().get("/p/k/plan/"))


@pytest.fixture
def words_of_the_house() -> Iterator[None]:
    with translation.override("en"):
        yield


def test_the_page_says_what_is_being_done_and_how_far_and_works_by_a_link(words_of_the_house: None) -> None:
    work = Work(name="jobs.try_well", state=State.RUNNING, done=1, of=2, words="counting", queued_at=timezone.now())
    page = shown(work)
    for part in ('max="2" value="1"', "Done", "(1 of 2)", '<a class="plain" href="/p/k/plan/">Look again</a>'):
        assert part in page
    assert 'hx-trigger="every 2s"' in page


def test_the_page_stops_asking_when_the_work_has_ended(words_of_the_house: None) -> None:
    work = Work(name="jobs.try_well", state=State.FAILED, queued_at=timezone.now(), finished_at=timezone.now())
    page = shown(work)
    assert "hx-get" not in page
    assert work.number in page
