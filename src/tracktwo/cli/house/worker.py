"""``tracktwo worker``: does what takes long. ``tracktwo serve`` starts one by itself."""

from __future__ import annotations

from tracktwo.cli.house.opening import DEFAULT_DATA_DIR, DataDir, open_house
from tracktwo.running.child import leave_with_parent
from tracktwo.running.clock import utc_now


def worker(data: DataDir = DEFAULT_DATA_DIR) -> None:
    """Do long work from the queue until told to stop."""
    leave_with_parent()
    open_house(data)
    from tracktwo.foundation.jobs.worker import work_on
    from tracktwo.foundation.live.actions import forget_old_keys

    forget_old_keys(utc_now().date())
    work_on(data)
