"""How work is said on a page."""

from __future__ import annotations

from django import template
from django.utils.translation import gettext as _

from tracktwo.foundation.jobs import registry
from tracktwo.foundation.jobs.models import State, Work

register = template.Library()


@register.filter
def doing(work: Work) -> str:
    """The words of what is being done now, in the reader's language."""
    if work.state == State.QUEUED:
        return _("Waiting to begin")
    named = registry.find(work.name).words.get(work.words)
    return str(named) if named else _("Under way")
