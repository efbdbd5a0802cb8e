"""What may be known of words that were sent from telephones: who may send some, and what waits on the console."""

from __future__ import annotations

from django.db.models import QuerySet

from tracktwo.methods.counts import may_word
from tracktwo.steps.convene.models import Restatement, Wording
from tracktwo.steps.convene.queries import members_of


def sides_that_word(row: Restatement) -> list[int]:
    """Communities whose words are awaited, and that are large enough for a sentence of theirs to be nobody's own."""
    awaited = [draft.side for draft in row.drafts.all() if draft.mark in ("awaited", "corrected")]
    members = members_of(row.session.workshop) if awaited else {}
    return [side for side in awaited if may_word(members.get(side, 0))]


def list_wordings(restatement: int, side: int) -> QuerySet[Wording]:
    """Of a community, in the order in which they came; for the third party alone."""
    return Wording.objects.filter(draft__restatement=restatement, draft__side=side)
