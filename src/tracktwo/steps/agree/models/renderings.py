"""The words of a clause in another language, kept in step with the text."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from tracktwo.steps.agree.models.texts import Text


class Rendering(models.Model):
    """A clause in a parallel language, made from the clause at ``of_version``.

    ``alternatives``: what each open bracket wants, by side. Reviewed by a reader of the community ``reviewed_side``:
    whoever writes a rendering never reviews one, for no role may do both.
    """

    text = models.ForeignKey(Text, on_delete=models.CASCADE, related_name="renderings")
    clause = models.CharField(max_length=40)
    language = models.CharField(max_length=8)
    words = models.TextField()
    alternatives = models.JSONField(default=dict, blank=True)
    of_version = models.PositiveIntegerField()
    written_on = models.DateField()
    reviewed_on = models.DateField(null=True, blank=True)
    reviewed_side = models.PositiveSmallIntegerField(null=True, blank=True)

    class Meta:
        ordering: ClassVar = ["id"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["text", "clause", "language"], name="rendering_once"),
        ]
