"""Build the demonstration step by step, once."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from importlib import import_module

from tracktwo.foundation.people.models import Account, Role, Standing
from tracktwo.site.demo.programme import build_stage
from tracktwo.site.demo.stage import PASSPHRASE
from tracktwo.steps.programme.models import Community

STEPS = ("screening", "plan", "going", "select", "prepare", "convene", "agree", "transmit", "measure")
SHOWN = (
    "Heron",
    "Hazel",
    "Juniper",
    "Quartz",
    "Linden",
    "Rowan",
    "Wagtail",
    "Siskin",
    "Kestrel",
    "Plover",
    "Dunlin",
    "Basalt",
    "Mica",
)


@dataclass(frozen=True)
class LogIn:
    alias: str
    role: Role
    community: str
    passphrase: str


def build_demo(now: datetime) -> list[LogIn]:
    """Everything, by the same deeds a person would do; returns who to sign in as."""
    if not Account.objects.filter(alias=SHOWN[0]).exists():
        stage = build_stage(now)
        for step in STEPS:
            import_module(f"tracktwo.site.demo.{step}").build(stage)
    return log_ins()


def log_ins() -> list[LogIn]:
    standings = Standing.objects.exclude(compartment__programme=None).select_related("account")
    names = {one.number: one.names["en"] for one in Community.objects.order_by("programme_id", "number")}
    first = {alias: standings.filter(account__alias=alias).order_by("id").first() for alias in SHOWN}
    return [
        LogIn(alias, Role(standing.role), names.get(standing.side or 0, ""), PASSPHRASE)
        for alias, standing in first.items()
        if standing is not None
    ]
