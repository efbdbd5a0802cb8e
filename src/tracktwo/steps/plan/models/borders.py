"""What a programme knows of borders and of its own means, beside the small table that comes with the house."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from tracktwo.steps.programme.models import Programme


class PassportRow(models.Model):
    """What the public passport table says of one passport: destination to requirement, in the table's own words."""

    programme = models.ForeignKey(Programme, on_delete=models.CASCADE, related_name="passport_rows")
    passport = models.CharField(max_length=2)
    says = models.JSONField()
    source = models.CharField(max_length=200)
    checked_on = models.DateField()

    class Meta:
        ordering: ClassVar = ["passport"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["programme", "passport"], name="passport_row_once"),
        ]


class RulesFile(models.Model):
    """A rules file (TOML) of the programme's own, whole: borders, ways, exits, absences, facilitators, prices."""

    programme = models.OneToOneField(Programme, on_delete=models.CASCADE, related_name="rules_file")
    content = models.TextField()
    digest = models.CharField(max_length=64)
    imported_at = models.DateTimeField()
