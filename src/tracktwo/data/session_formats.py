"""What associations ask of a panel and of a roundtable: facts of the world, each with source and day of reading."""

from __future__ import annotations

from dataclasses import dataclass

PANEL, ROUNDTABLE = "panel", "roundtable"


@dataclass(frozen=True)
class SessionFormat:
    """Numbers an association sets. ``most_roles`` and ``most_papers``: what one person may have at one convention."""

    association: str
    kind: str
    speakers: tuple[int, int]
    discussants: tuple[int, int]
    chair_may_speak: bool
    most_roles: int
    most_papers: int
    source: str
    checked_on: str


# A chair who also speaks at a roundtable of ASEEES needs four speakers, not three; the stricter number is asked of all.
FORMATS = (
    SessionFormat("ASEEES", PANEL, (3, 4), (1, 2), True, 2, 1, "https://aseees.org/conv-info/rules", "2026-11-25"),
    SessionFormat("ASEEES", ROUNDTABLE, (3, 5), (0, 0), True, 2, 1, "https://aseees.org/conv-info/rules", "2026-11-25"),
    SessionFormat(
        "ISA",
        PANEL,
        (4, 6),
        (1, 2),
        False,
        4,
        2,
        "https://www.isanet.org/ISA/Governance/Policy-and-Procedures/ID/20/categoryId/6/Panel-Composition",
        "2026-11-25",
    ),
    SessionFormat(
        "ISA",
        ROUNDTABLE,
        (3, 6),
        (0, 0),
        False,
        4,
        2,
        "https://www.isanet.org/ISA/Governance/Policy-and-Procedures/ID/6/Submission-and-Appearance-Limits",
        "2026-11-25",
    ),
)


def format_of(association: str, kind: str) -> SessionFormat:
    """KeyError where no such format is known."""
    for one in FORMATS:
        if (one.association, one.kind) == (association, kind):
            return one
    raise KeyError((association, kind))


def associations() -> list[str]:
    return sorted({one.association for one in FORMATS})
