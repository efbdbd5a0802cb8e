"""Words that were just read from the vault, by their handle."""

from __future__ import annotations

from collections.abc import Mapping
from uuid import UUID

from django import template

register = template.Library()


@register.filter
def of(words: Mapping[UUID, str], handle: UUID) -> str:
    """Nothing for a note that has been destroyed."""
    return words.get(handle, "")
