"""A refusal as a sentence in the reader's language."""

from django import template
from django.utils.translation import gettext

from tracktwo.data.refusals import say
from tracktwo.methods.record import Refusal

register = template.Library()


@register.filter
def sentence(refusal: Refusal) -> str:
    return say(refusal, gettext)
