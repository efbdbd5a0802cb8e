"""What countries are called in three languages, for readers; files and sums keep the two letters of ISO 3166-1.

``country_words.csv`` is taken once from the Unicode Common Locale Data Repository, as Babel 2.18 carries it, with the
codes of ``methods.dates`` (26 November 2026); its licence lies beside it. The names are the repository's and no word on
anybody's borders.
"""

from __future__ import annotations

import csv
from functools import cache
from importlib.resources import files

LANGUAGES = ("en", "uk", "ru")


def country_name(code: str, language: str) -> str:
    """The name in this language, in English where the language is another; the code itself where it is no country's."""
    told = _table().get(code.upper())
    if told is None:
        return code
    return told.get(language.partition("-")[0]) or told["en"]


@cache
def _table() -> dict[str, dict[str, str]]:
    text = files("tracktwo.data").joinpath("country_words.csv").read_text("utf-8")
    return {
        row["code"]: {language: row[language] for language in LANGUAGES} for row in csv.DictReader(text.splitlines())
    }
