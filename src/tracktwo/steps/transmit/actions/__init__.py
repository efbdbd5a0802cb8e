"""Deeds of step 7."""

from tracktwo.steps.transmit.actions.briefs import (
    approve_brief,
    begin_brief,
    release_brief,
    write_brief,
    write_sheet,
)
from tracktwo.steps.transmit.actions.findings import set_levels
from tracktwo.steps.transmit.actions.matrix import open_matrix, set_cell
from tracktwo.steps.transmit.actions.proposals import (
    add_part,
    answer_part,
    begin_proposal,
    release_proposal,
    remove_part,
    write_proposal,
)

__all__ = [
    "add_part",
    "answer_part",
    "begin_proposal",
    "release_proposal",
    "remove_part",
    "write_proposal",
    "approve_brief",
    "begin_brief",
    "open_matrix",
    "release_brief",
    "set_cell",
    "set_levels",
    "write_brief",
    "write_sheet",
]
