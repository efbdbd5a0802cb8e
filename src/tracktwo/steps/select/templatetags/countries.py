"""Countries in the reader's words: the two letters are for files."""

from __future__ import annotations

from django import template

from tracktwo.steps.plan.convert.words import country_words

register = template.Library()
register.filter("country", country_words)
