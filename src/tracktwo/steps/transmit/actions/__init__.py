"""Deeds of step 7."""

from tracktwo.steps.transmit.actions.briefs import approve_brief, begin_brief, release_brief, write_brief
from tracktwo.steps.transmit.actions.matrix import open_matrix, set_cell

__all__ = ["approve_brief", "begin_brief", "open_matrix", "release_brief", "set_cell", "write_brief"]
