"""Loaded by every Python of the journeys' server: its clock runs as many days ahead as a file says.

A workshop is chosen before it begins and agreed on after. Nobody waits eleven days for a test, so the house is told
that they have passed. Nothing else of it is changed.
"""

from __future__ import annotations

import os
from datetime import datetime, timedelta
from pathlib import Path

DAYS = os.environ.get("JOURNEY_DAYS_AHEAD", "")

if DAYS:
    from django.utils import timezone

    told = timezone.now

    def now() -> datetime:
        place = Path(DAYS)
        return told() + timedelta(days=int(place.read_text()) if place.exists() else 0)

    timezone.now = now
