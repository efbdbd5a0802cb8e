"""The two verifiers are one file each, so what both need stands in both: to the letter, lest one be mended alone."""

from __future__ import annotations

from pathlib import Path

from tracktwo.cli.methods import verify_draw, verify_record


def section(module, title: str) -> str:
    """The part of a verifier under a comment, up to the next such comment."""
    _before, _title, after = Path(module.__file__).read_text(encoding="utf-8").partition(f"\n# {title}")
    assert after, title
    return after.partition("\n\n\n# ")[0]


def test_both_verifiers_check_a_signature_by_the_same_lines() -> None:
    ours, theirs = (section(module, "Ed25519 (RFC 8032") for module in (verify_draw, verify_record))
    assert len(ours.splitlines()) > 40
    assert ours == theirs
