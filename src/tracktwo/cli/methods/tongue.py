"""In which language a method's command speaks: as asked by ``--language``, else as the terminal asks.

Django-free.
"""

from __future__ import annotations

import gettext
import json
import sys
from collections.abc import Callable

from tracktwo.cli.refused import LOCALES, translator
from tracktwo.data.refusals import say
from tracktwo.methods.record import Refusal, Refusals

LANGUAGES = ("en", "uk", "ru")

Translate = Callable[[str], str]


def choose_tongue(language: str | None) -> Translate:
    """A gettext function. Raises Refusal ``select.language`` for a language that the house does not speak."""
    if language is None:
        return translator()
    if language not in LANGUAGES:
        raise Refusal("select.language", language=language, offered=", ".join(LANGUAGES))
    return gettext.translation("django", LOCALES, languages=[language], fallback=True).gettext


def tell_refusal(refusal: Refusal, translate: Translate, *, as_json: bool) -> None:
    """Every sentence on the error stream; with ``as_json`` codes, params and sentences on the output as
    well.
    """
    each = refusal.each if isinstance(refusal, Refusals) else (refusal,)
    for one in each:
        print(say(one, translate), file=sys.stderr)
    if as_json:
        told = [{"code": one.code, "params": dict(one.params), "sentence": say(one, translate)} for one in each]
        print(json.dumps({"refusals": told}, ensure_ascii=False, default=str, indent=2))
