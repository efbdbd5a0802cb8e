"""The package's own small tables, as bytes: the doors of ``exchange`` read them like any other file.

Nothing is parsed here, because data and exchange stand side by side: ``read_conventions(conventions_csv())``.
"""

from __future__ import annotations

from importlib.resources import files


def conventions_csv() -> bytes:
    """Real convention editions with status and source; for ``exchange.conventions.read_conventions``."""
    return _read("conventions.csv")


def significant_dates_csv() -> bytes:
    """National days, anniversaries and feasts; for ``exchange.significant_dates.read_significant_dates``."""
    return _read("significant_dates.csv")


def entry_rules_toml() -> bytes:
    """Dated entry facts for the demo's venues; for ``exchange.entry_rules.read_entry_rules``."""
    return _read("entry_rules.toml")


def designations_csv() -> bytes:
    """A few real designations with their sources, never a whole register; for ``exchange.designations``."""
    return _read("designations.csv")


def terms_csv() -> bytes:
    """Contested words with what to write instead and who says so; for ``exchange.terms.read_terms``."""
    return _read("terms.csv")


def trait_words_csv() -> bytes:
    """How attributes are said in three languages; for ``exchange.terms.read_vocabulary``."""
    return _read("trait_words.csv")


def _read(name: str) -> bytes:
    return files("tracktwo.data").joinpath(name).read_bytes()
