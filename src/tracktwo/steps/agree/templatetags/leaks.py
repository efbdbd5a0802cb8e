"""What the leak lint's codes say, in the reader's language."""

from __future__ import annotations

from django import template
from django.utils.translation import gettext

from tracktwo.data import leaks
from tracktwo.steps.agree.convert.leaks import LeakFace

register = template.Library()


@register.filter
def leak_kind(code: str) -> str:
    return gettext(leaks.KINDS[code])


@register.filter
def leak_grade(code: str) -> str:
    return gettext(leaks.GRADES[code])


@register.filter
def leak_reason(code: str) -> str:
    return gettext(leaks.REASONS[code])


@register.filter
def leak_advice(leak: LeakFace) -> str:
    """What to do about it, with what the register says instead of a term."""
    return gettext(leaks.SUGGESTIONS[leak.suggestion]) % {"use": leak.use}
