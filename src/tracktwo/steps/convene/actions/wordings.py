"""Side B says it back in its own hand: wordings from telephones, kept without an author until one is taken over."""

from __future__ import annotations

from django.conf import settings
from django.db import transaction

from tracktwo.foundation.live.actions import once, wipe_traces
from tracktwo.foundation.people.models import Account
from tracktwo.methods.record import Refusal
from tracktwo.steps.convene.actions.floor import hold, show_desk
from tracktwo.steps.convene.convert import checked_text
from tracktwo.steps.convene.models import Restatement, Session, Wording
from tracktwo.steps.convene.pace import keep_pace
from tracktwo.steps.convene.wordings import sides_that_word

WORDED = "worded"
MOST_WORDINGS = 40  # of one community at a time


@transaction.atomic
def send_wording(
    session: Session, restatement: int, side: int, text: str, language: str, *, sender: Account, token: str
) -> None:
    """Words in which one of a listening community would say it back. ``sender`` serves to obey the form once.

    Only the console is told of it. Refuses ``convene.text_*``, ``convene.language_unknown``,
    ``convene.session_closed``, ``convene.wording_over``, ``convene.wordings_full`` and ``convene.too_fast``.
    """
    if not once(token, sender):
        return
    session = hold(session)
    text = checked_text(text)
    if language not in dict(settings.LANGUAGES):
        raise Refusal("convene.language_unknown")
    row = session.restatements.filter(pk=restatement, is_open=True).prefetch_related("drafts").first()
    if row is None or side not in sides_that_word(row):
        raise Refusal("convene.wording_over")
    draft = row.drafts.get(side=side)
    if draft.wordings.count() >= MOST_WORDINGS:
        raise Refusal("convene.wordings_full", most=MOST_WORDINGS)
    keep_pace(WORDED, session.pk, sender.pk)
    Wording.objects.create(draft=draft, text=text, language=language)
    show_desk(session)


def forget_wordings(row: Restatement, side: int | None = None) -> None:
    """What was sent and not taken is gone, of one community or of all; for deeds that hold the session."""
    found = Wording.objects.filter(draft__restatement=row)
    if (found if side is None else found.filter(draft__side=side)).delete()[0]:
        wipe_traces(Wording)
