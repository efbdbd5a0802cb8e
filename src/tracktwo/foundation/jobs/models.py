"""Work and how far it has come. A row holds ids, codes and counts, never what the work is about."""

from __future__ import annotations

import uuid
from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from tracktwo.methods.record import Refusal, Refusals


class State(models.TextChoices):
    QUEUED = "queued", _("waiting to begin")
    RUNNING = "running", _("under way")
    DONE = "done", _("done")
    REFUSED = "refused", _("not possible")
    FAILED = "failed", _("failed")


OPEN_STATES = (State.QUEUED, State.RUNNING)


class Work(models.Model):
    """One piece of long work. ``object_key`` names what it is for, by id and never by foreign key."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    name = models.CharField(max_length=80)
    object_key = models.CharField(max_length=64)
    ids = models.JSONField(default=list)
    state = models.CharField(max_length=8, choices=State.choices, default=State.QUEUED)
    attempts = models.PositiveSmallIntegerField(default=0)
    done = models.PositiveIntegerField(default=0)
    of = models.PositiveIntegerField(default=0)
    words = models.CharField(max_length=80, blank=True, default="")
    refusal_code = models.CharField(max_length=80, blank=True, default="")
    refusal_params = models.JSONField(default=dict)
    refusal_each = models.JSONField(default=list)
    queued_at = models.DateTimeField()
    finished_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        indexes: ClassVar = [models.Index(fields=["name", "object_key", "-queued_at"], name="work_latest")]
        constraints: ClassVar = [
            models.CheckConstraint(condition=Q(state__in=State.values), name="work_state_known"),
            models.CheckConstraint(condition=Q(of=0) | Q(done__lte=models.F("of")), name="work_done_within_whole"),
            models.CheckConstraint(
                condition=Q(state__in=OPEN_STATES, finished_at__isnull=True)
                | (~Q(state__in=OPEN_STATES) & Q(finished_at__isnull=False)),
                name="work_finished_has_moment",
            ),
        ]

    @property
    def is_open(self) -> bool:
        return self.state in OPEN_STATES

    @property
    def refusal(self) -> Refusal | None:
        """Why it was not possible, as it was raised; None for any other state."""
        if self.state != State.REFUSED:
            return None
        if self.refusal_each:
            return Refusals([Refusal(code, **params) for code, params in self.refusal_each])
        return Refusal(self.refusal_code, **self.refusal_params)

    @property
    def number(self) -> str:
        """What a person reads out to the operator when it failed; the log line carries the same id."""
        return self.id.hex[:8]
