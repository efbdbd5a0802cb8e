"""The record as it lies in the database: entries and signed checkpoints, added and never changed.

Saving over a row and deleting are refused here with a sentence, and by triggers in the database for whoever comes
another way (see the first migration).
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from functools import cached_property
from typing import Any, NoReturn

from django.db import models
from django.db.models.base import ModelBase

from tracktwo.foundation.ledger.leaves import TOLD_BY_THE_DAY
from tracktwo.methods.record import Refusal


class AppendOnlyQuerySet(models.QuerySet[Any]):
    def update(self, **changes: Any) -> NoReturn:
        raise Refusal("record.append_only")

    def delete(self) -> NoReturn:
        raise Refusal("record.append_only")


class AppendOnly(models.Model):
    """A row that is written once."""

    objects = models.Manager.from_queryset(AppendOnlyQuerySet)()

    class Meta:
        abstract = True

    def save(
        self,
        *,
        force_insert: bool | tuple[ModelBase, ...] = False,
        force_update: bool = False,
        using: str | None = None,
        update_fields: Iterable[str] | None = None,
    ) -> None:
        if not self._state.adding or force_update or update_fields is not None:
            raise Refusal("record.append_only")
        super().save(force_insert=True, using=using)

    def delete(self, using: Any = None, keep_parents: bool = False) -> NoReturn:
        raise Refusal("record.append_only")


class Entry(AppendOnly):
    """One decision. ``leaf`` is its canonical JSON and all there is to know; ``deed`` repeats a part for searching."""

    book = models.CharField(max_length=32)
    seq = models.PositiveBigIntegerField()
    deed = models.CharField(max_length=64)
    leaf = models.TextField()
    previous = models.CharField(max_length=64)
    hash = models.CharField(max_length=64)
    made_at = models.DateTimeField()  # as in the leaf, to the minute or the day: more would say who pressed the button

    class Meta:
        constraints = [models.UniqueConstraint(fields=["book", "seq"], name="entry_place_once")]
        ordering = ["book", "seq"]

    @cached_property
    def content(self) -> dict[str, Any]:
        """The leaf's fields: book, deed, facts, key, kind, minute, role, seq, side, v."""
        content: dict[str, Any] = json.loads(self.leaf)
        return content

    @property
    def role(self) -> str:
        return str(self.content["role"])

    @property
    def is_told_by_the_day(self) -> bool:
        return self.role in TOLD_BY_THE_DAY

    @property
    def side(self) -> int | None:
        side: int | None = self.content["side"]
        return side

    @property
    def facts(self) -> dict[str, int | str]:
        return dict(self.content["facts"])


class Checkpoint(AppendOnly):
    """A signed "so many entries, this root"; ``note`` is the text as it is given out, ``root`` in hexadecimal."""

    book = models.CharField(max_length=32)
    size = models.PositiveBigIntegerField()
    root = models.CharField(max_length=64)
    note = models.TextField()
    made_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["book", "size", "note"], name="checkpoint_once")]
        ordering = ["book", "id"]


class Cosignature(AppendOnly):
    """A community's own signature under a checkpoint and one frozen text: by the key of the party, never of a person.

    The record holds the digest of each, so that one lost or changed in spite of the triggers is seen.
    """

    checkpoint = models.ForeignKey(Checkpoint, on_delete=models.PROTECT, related_name="cosignatures")
    side = models.PositiveSmallIntegerField()
    digest = models.CharField(max_length=64)  # of the text
    key = models.CharField(max_length=64)
    signature = models.CharField(max_length=128)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["checkpoint", "digest", "side"], name="cosignature_once"),
            models.CheckConstraint(condition=models.Q(side__gte=1), name="cosignature_of_a_community"),
        ]
        ordering = ["id"]
