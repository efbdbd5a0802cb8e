"""The hidden field that lets a form be obeyed once."""

from __future__ import annotations

import secrets

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString

register = template.Library()


@register.simple_tag
def once() -> SafeString:
    """A fresh random token; the deed hands it to ``live.actions.once``."""
    return format_html('<input type="hidden" name="once" value="{}">', secrets.token_urlsafe(16))
