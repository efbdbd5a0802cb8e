"""What may be known of transmission."""

from tracktwo.steps.transmit.queries.briefs import access_briefs_of
from tracktwo.steps.transmit.queries.consents import (
    CARRYING,
    Given,
    consents_missing,
    consents_standing,
    halted,
    text_taken_back,
    uses_of,
    uses_revoked,
)
from tracktwo.steps.transmit.queries.discretion import certain_hits
from tracktwo.steps.transmit.queries.discussions import Thread, discussion_of, open_discussion, threads, waiting_remarks
from tracktwo.steps.transmit.queries.findings import (
    FindingFace,
    Worked,
    clauses_of,
    levels_said,
    list_findings,
    worked_out,
)
from tracktwo.steps.transmit.queries.log import (
    Agreeing,
    access_log,
    agreeing,
    answered_clauses,
    coding_of,
    due_entries,
    list_log,
    to_code,
    used_in,
)
from tracktwo.steps.transmit.queries.matrix import (
    access_begun_workshops,
    access_cells,
    is_finished,
    list_cells,
    workshop_to_transmit,
)
from tracktwo.steps.transmit.queries.notes import access_notes, list_notes, next_number
from tracktwo.steps.transmit.queries.pointing import brief_pointing, note_pointing, safe_products
from tracktwo.steps.transmit.queries.proposals import (
    access_own_parts,
    access_proposals,
    list_proposals,
    parts_at,
)
from tracktwo.steps.transmit.queries.public import AfterWorkshop, public_products
from tracktwo.steps.transmit.queries.reach import ANSWERED, CARRIED, KEPT, OPEN, Reached, balance, reached
from tracktwo.steps.transmit.queries.stories import (
    ToldStory,
    access_own_stories,
    access_stories,
    stories_for,
    stories_in,
)

__all__ = [
    "Thread",
    "discussion_of",
    "open_discussion",
    "threads",
    "waiting_remarks",
    "ToldStory",
    "access_own_stories",
    "access_stories",
    "stories_for",
    "stories_in",
    "certain_hits",
    "brief_pointing",
    "note_pointing",
    "safe_products",
    "Agreeing",
    "access_log",
    "agreeing",
    "answered_clauses",
    "coding_of",
    "due_entries",
    "list_log",
    "to_code",
    "used_in",
    "access_notes",
    "list_notes",
    "next_number",
    "AfterWorkshop",
    "public_products",
    "ANSWERED",
    "CARRIED",
    "KEPT",
    "OPEN",
    "Reached",
    "balance",
    "reached",
    "CARRYING",
    "FindingFace",
    "Given",
    "Worked",
    "access_begun_workshops",
    "access_briefs_of",
    "access_cells",
    "access_own_parts",
    "access_proposals",
    "list_proposals",
    "parts_at",
    "clauses_of",
    "consents_missing",
    "consents_standing",
    "text_taken_back",
    "halted",
    "is_finished",
    "levels_said",
    "list_cells",
    "list_findings",
    "uses_of",
    "uses_revoked",
    "workshop_to_transmit",
    "worked_out",
]
