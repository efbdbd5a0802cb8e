"""Deeds of step 7."""

from tracktwo.steps.transmit.actions.briefs import (
    approve_brief,
    begin_brief,
    release_brief,
    write_brief,
    write_sheet,
)
from tracktwo.steps.transmit.actions.discussions import begin_discussion, harvest, judge_remark, note_from_paper, remark
from tracktwo.steps.transmit.actions.findings import set_levels
from tracktwo.steps.transmit.actions.log import claim_taken_up, code_entry, follow_up, log_transmission
from tracktwo.steps.transmit.actions.matrix import open_matrix, set_cell
from tracktwo.steps.transmit.actions.notes import begin_note, release_note, write_note
from tracktwo.steps.transmit.actions.proposals import (
    add_part,
    answer_part,
    begin_proposal,
    choose_panel,
    release_proposal,
    remove_part,
    reopen_proposal,
    write_proposal,
)
from tracktwo.steps.transmit.actions.publish import publish, site_files
from tracktwo.steps.transmit.actions.stories import approve_translation, let_read, retell, take_back, tell, translate

__all__ = [
    "choose_panel",
    "reopen_proposal",
    "begin_discussion",
    "harvest",
    "judge_remark",
    "note_from_paper",
    "remark",
    "approve_translation",
    "let_read",
    "retell",
    "take_back",
    "tell",
    "translate",
    "claim_taken_up",
    "code_entry",
    "follow_up",
    "log_transmission",
    "begin_note",
    "release_note",
    "write_note",
    "publish",
    "site_files",
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
