"""The database queue, with what people say and who they are kept out of it.

django-tasks stores the text and the traceback of whatever a task raised, in clear. Here a failed job leaves
the path of the exception's class and nothing else, in the table and in the log; and arguments are ids.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from django_tasks_db.backend import DatabaseBackend
from django_tasks_db.models import DBTaskResult

AN_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.:-]{0,63}", re.ASCII)
NOISY_LOGGERS = ("django_tasks", "django_tasks_db")


def check_id(value: object) -> int | str:
    """The argument as it may be stored. Raises TypeError for anything but a number, a UUID or a short opaque
    key.
    """
    if isinstance(value, UUID):
        return str(value)
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    if isinstance(value, str) and AN_ID.fullmatch(value):
        return value
    # The value itself is not repeated: it may be just what must not be stored.
    raise TypeError(f"jobs take ids only, not a {type(value).__name__}")


class ScrubbedDatabaseBackend(DatabaseBackend):
    """Stores a job in the database of the deed, so that it is there exactly when the deed is committed."""

    def _task_to_db_task(self, task: Any, args: Sequence[Any], kwargs: Mapping[str, Any]) -> Any:
        return super()._task_to_db_task(task, *_ids_only(args, kwargs))

    async def _atask_to_db_task(self, task: Any, args: Sequence[Any], kwargs: Mapping[str, Any]) -> Any:
        return await super()._atask_to_db_task(task, *_ids_only(args, kwargs))


def _ids_only(args: Sequence[Any], kwargs: Mapping[str, Any]) -> tuple[list[int | str], dict[str, int | str]]:
    return [check_id(value) for value in args], {key: check_id(value) for key, value in kwargs.items()}


def forget_traceback(sender: Any, instance: DBTaskResult[Any, Any], **kwargs: Any) -> None:
    """Before every save, whichever worker saves: the class path stays, the words go."""
    instance.traceback = ""


class WithoutTraceback(logging.Filter):
    """Takes the exception out of a log record and leaves the id and the state."""

    def filter(self, record: logging.LogRecord) -> bool:
        record.exc_info = None
        record.exc_text = None
        record.stack_info = None
        return True


def hush() -> None:
    """Put the filter on the queue's own loggers, once."""
    for name in NOISY_LOGGERS:
        logger = logging.getLogger(name)
        if not any(isinstance(each, WithoutTraceback) for each in logger.filters):
            logger.addFilter(WithoutTraceback())
