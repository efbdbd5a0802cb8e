"""The one task that the queue knows; what it does stands in the registry."""

from __future__ import annotations

from django_tasks import task

from tracktwo.foundation.jobs.actions import do_work


@task()
def run_work(work_id: str) -> None:
    do_work(work_id)
