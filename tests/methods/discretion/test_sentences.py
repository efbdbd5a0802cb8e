"""Every code that the lint can answer has its sentence, and no sentence is left over."""

from __future__ import annotations

from tests.conftest import REPOSITORY
from tracktwo.data import leaks
from tracktwo.methods.discretion import GRADES, KINDS, REASONS, SUGGESTIONS

PAGE = REPOSITORY / "docs" / "reference" / "discretion.md"


def test_every_code_has_a_sentence() -> None:
    assert set(leaks.KINDS) == set(KINDS)
    assert set(leaks.GRADES) == set(GRADES)
    assert set(leaks.REASONS) == set(REASONS)
    assert set(leaks.SUGGESTIONS) == set(SUGGESTIONS)


def test_every_reason_is_in_the_reference() -> None:
    page = PAGE.read_text(encoding="utf-8")
    assert [reason for reason in REASONS if f"`{reason}`" not in page] == []
