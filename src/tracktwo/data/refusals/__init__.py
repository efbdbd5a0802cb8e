"""Every refusal's sentence, one table per room: code -> English sentence (the message id of its translations).

Sentences say what happened, what was kept and what to do; they use %(name)s for the refusal's params.
"""

from __future__ import annotations

import pkgutil
from importlib import import_module

from tracktwo.methods.record import Refusal


def sentences() -> dict[str, str]:
    """All codes with their English sentences; two rooms may not claim one code."""
    table: dict[str, str] = {}
    for room in sorted(module.name for module in pkgutil.iter_modules(__path__)):
        for code, sentence in import_module(f"{__name__}.{room}").REFUSALS.items():
            if code in table:
                raise ValueError(f"refusal code {code} stands in two rooms")
            table[code] = sentence
    return table


def say(refusal: Refusal, translate: object = None) -> str:
    """The refusal as a sentence; ``translate`` is a gettext function (English without one)."""
    sentence = sentences()[refusal.code]
    if callable(translate):
        sentence = translate(sentence)
    return sentence % dict(refusal.params)
