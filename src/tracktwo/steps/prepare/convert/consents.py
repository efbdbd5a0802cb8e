"""Consents of one seat as the page reads them."""

from __future__ import annotations

from tracktwo.steps.prepare.models import Consent


def consent_lines(given: dict[str, bool]) -> list[tuple[str, str, bool | None]]:
    """Every layer with its sentence and the answer, None where there is none yet."""
    return [(product.value, str(product.label), given.get(product.value)) for product in Consent.Product]
