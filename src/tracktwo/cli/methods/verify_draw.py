"""Repeat a draw from its proof: what a delegation checks with nothing but the file."""

from __future__ import annotations

from pathlib import Path

from tracktwo.cli.methods.verify_record import Report
from tracktwo.data.refusals import say
from tracktwo.exchange.draws import check_proof
from tracktwo.methods.record import Refusal

LARGEST = 200_000_000


def verify(path: Path, earlier: Path | None = None, key: str | None = None) -> Report:
    """A Report on the proof at ``path``. A checkpoint or a key belongs to a record; given here they are refused."""
    report = Report("draw")
    if earlier is not None or key is not None:
        report.wrong = "A checkpoint and a key belong to a record, not to the proof of a draw."
        return report
    try:
        with path.open("rb") as file:
            cohort = check_proof(file.read(LARGEST))
    except Refusal as refusal:
        report.wrong = say(refusal)
        return report
    report.checked = [
        "the number gives the ticket, and the ticket this cohort of the published list",
        "the lowest chance in the list is the one stated",
        f"the cohort: {', '.join(cohort)}",
    ]
    report.unchecked = [
        "that the list keeps the quotas and is as fair as they allow: that takes the pool",
        "that nobody knew or chose the number beforehand",
    ]
    return report


def recognises(beginning: bytes) -> bool:
    """Canonical JSON puts the members in order of the alphabet, so a proof begins with its cohort."""
    return beginning.startswith(b'{"cohort"')
