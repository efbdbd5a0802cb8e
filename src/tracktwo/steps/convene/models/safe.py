"""The public agenda of a workshop's days: true, agreed beforehand, harmless to be seen with."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.utils import translation

from tracktwo.steps.plan.models import Workshop
from tracktwo.steps.programme.models import new_key

LONGEST_TITLE, LONGEST_AGENDA = 120, 2000


class PublicAgenda(models.Model):
    """``titles`` and ``texts`` by language, one line of a text for each entry; ``code`` is its public address."""

    workshop = models.OneToOneField(Workshop, on_delete=models.CASCADE, related_name="public_agenda")
    code = models.CharField(max_length=10, unique=True, default=new_key, editable=False)
    titles = models.JSONField()
    texts = models.JSONField()
    agreed_at = models.DateTimeField(null=True)  # empty: only what the association has announced itself

    class Meta:
        ordering: ClassVar = ["workshop__number"]

    @property
    def language(self) -> str:
        """The reader's, or the first in which it was written."""
        wanted = translation.get_language() or "en"
        return wanted if self.titles.get(wanted) else next(iter(self.titles))

    @property
    def title(self) -> str:
        return str(self.titles[self.language])

    @property
    def lines(self) -> list[str]:
        return str(self.texts.get(self.language, "")).splitlines()
