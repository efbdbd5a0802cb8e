"""The hidden field that lets a form be obeyed once."""

from __future__ import annotations

import secrets

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString

register = template.Library()


@register.simple_tag(takes_context=True)
def once(context: template.Context) -> SafeString:
    """A fresh random token; the deed hands it to ``live.actions.once``.

    In a part that is kept for several readers stands a mark instead (``live.ready.fill``).
    """
    token = context.get("once_mark") or secrets.token_urlsafe(16)
    return format_html('<input type="hidden" name="once" value="{}">', token)
