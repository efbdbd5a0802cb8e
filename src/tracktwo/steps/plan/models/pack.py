"""An application to an association for one workshop, as far as it is written."""

from __future__ import annotations

from django.db import models

from tracktwo.steps.plan.models.plans import Workshop


class Application(models.Model):
    """The words of the application. People stand in it by alias; names come from the vault and into no row."""

    workshop = models.OneToOneField(Workshop, on_delete=models.CASCADE, related_name="application")
    language = models.CharField(max_length=8, default="en")
    fields = models.JSONField(default=dict)
    kept_on = models.DateField()
