"""A refusal on the terminal, in the language of whoever sits there. Django-free."""

from __future__ import annotations

import gettext
import os
import sys
from collections.abc import Callable
from pathlib import Path

from tracktwo.data.refusals import say
from tracktwo.methods.record import Refusal, Refusals

LOCALES = Path(__file__).resolve().parent.parent / "locale"


def languages() -> list[str]:
    """What the terminal asks for: TRACKTWO_LANGUAGE first, then LANGUAGE, LC_ALL, LC_MESSAGES and LANG."""
    asked = [os.environ.get(name, "") for name in ("TRACKTWO_LANGUAGE", "LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")]
    return [part.split(".")[0].split("_")[0] for value in asked for part in value.split(":") if part]


def translator() -> Callable[[str], str]:
    return gettext.translation("django", LOCALES, languages=languages(), fallback=True).gettext


def print_refusal(refusal: Refusal) -> None:
    """Each sentence on a line of its own, on the error stream."""
    each = (refusal, *refusal.each) if isinstance(refusal, Refusals) else (refusal,)
    for one in each:
        print(say(one, translator()), file=sys.stderr)
