"""Builders for small calendars: every argument a test does not name is one that cannot matter to it."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from tracktwo.methods.dates import Delegation, DelegationLine, Edition, EntryRule, Wishes, plan

CHECKED = date(2025, 1, 31)
TODAY = date(2025, 1, 1)


def _edition(start, *, city=None, country="PT", status="confirmed", association=None, days=4, note=""):
    opening = date.fromisoformat(start)
    return Edition(
        association=association or f"Society {start}",
        convention="Congress",
        edition=start,
        city=city or f"City {start}",
        country=country,
        start=opening,
        end=opening + timedelta(days=days - 1),
        status=status,
        source="the association",
        note=note,
    )


def _wishes(**said):
    named = {"first_day": date(2025, 1, 1), "last_day": date(2027, 12, 31), "months_max": None, **said}
    return Wishes(**named)


def _delegation(*lines):
    return Delegation(tuple(DelegationLine(*line) for line in lines))


def _rule(passport, destination, requirement, lead_days=0, **dated):
    named = {"valid_from": None, "valid_until": None, "source": "a table", "checked_on": CHECKED, **dated}
    return EntryRule(passport, destination, requirement, lead_days, **named)


def _plan(editions, wishes=None, *, delegation=None, rules=(), keep_clear=(), today=TODAY, **more):
    return plan(editions, delegation or Delegation(), rules, keep_clear, wishes or _wishes(), today, **more)


@pytest.fixture(scope="session")
def edition():
    return _edition


@pytest.fixture(scope="session")
def wishes():
    return _wishes


@pytest.fixture(scope="session")
def delegation():
    return _delegation


@pytest.fixture(scope="session")
def rule():
    return _rule


@pytest.fixture(scope="session")
def make_plan():
    return _plan
