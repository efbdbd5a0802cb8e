"""The do-no-harm checklist as the page reads it."""

from __future__ import annotations

from django.utils import translation

from tracktwo.data.do_no_harm import ITEMS


def harm_lines() -> list[tuple[str, str, str]]:
    """Code, sentence in the reader's language, source."""
    language = translation.get_language() or "en"
    return [(item.code, item.texts.get(language, item.texts["en"]), item.source) for item in ITEMS]
