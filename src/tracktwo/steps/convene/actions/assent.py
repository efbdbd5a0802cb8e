"""Is that what we meant? Asked of the speakers' telephones, told as far as the one table allows."""

from __future__ import annotations

from django.db import transaction
from django.db.models import F, QuerySet
from django.utils.crypto import salted_hmac

from tracktwo.foundation.live.actions import once, wipe_traces
from tracktwo.foundation.people.models import Account, Standing
from tracktwo.methods.counts import may_show_in_room, votes_in_secret
from tracktwo.methods.record import Refusal
from tracktwo.steps.convene.actions.floor import hold, show, show_desk, turn_line
from tracktwo.steps.convene.convert import LEAST_TO_CLOSE
from tracktwo.steps.convene.models import Assent, AssentRoll, Draft, Restatement, Session
from tracktwo.steps.select.queries import list_seats


def ask_speakers(draft: Draft, row: Restatement, words: str) -> None:
    """Ask everybody of the community that spoke whether these words are it, once: two results on the same words, a
    minute apart, could give away one person's answer. A community of fewer than six says it aloud. For deeds that hold.
    """
    digest = _digest(row, words)
    if digest in row.asked:
        return
    seats = list_seats(row.session.workshop).filter(community__number=row.speaker)
    people = sorted(seats.values_list("account_id", flat=True))
    if not votes_in_secret(len(people)):
        return
    row.asked = sorted([*row.asked, digest])
    row.save(update_fields=["asked"])
    assent = Assent.objects.create(draft=draft, members=len(people))
    AssentRoll.objects.bulk_create(AssentRoll(assent=assent, account_id=account) for account in people)


def _digest(row: Restatement, words: str) -> str:
    """By letters and digits alone: with another full stop they are the same words."""
    letters = "".join(char for char in words.casefold() if char.isalnum())
    return salted_hmac("convene.assent", f"{row.pk}|{letters}", algorithm="sha256").hexdigest()[:16]


def forget_assent(row: Restatement) -> None:
    """Whatever was asked about earlier words of this restatement is gone; for deeds that hold the session."""
    drop_assents(Assent.objects.filter(draft__restatement=row))


def drop_assents(found: QuerySet[Assent]) -> None:
    """Questions go with what they counted and whom they asked; for deeds that hold the session."""
    if found.delete()[0]:
        wipe_traces(AssentRoll, Assent)


@transaction.atomic
def assent(session: Session, assent: int, is_right: bool, *, account: Account, token: str) -> None:
    """One answer of one of the speakers, once.

    Refuses ``convene.session_closed``, ``convene.assent_over`` and ``convene.voted_already``.
    """
    if not once(token, account):
        return
    found = _open(hold(session), assent)
    if not found.roll.filter(account=account).exists():
        raise Refusal("convene.assent_over")
    if not turn_line(found.roll.all(), account, "has_answered"):
        raise Refusal("convene.voted_already")
    answer = "yes" if is_right else "not_yet"
    Assent.objects.filter(pk=found.pk).update(**{answer: F(answer) + 1})
    show_desk(session)


@transaction.atomic
def end_assent(session: Session, assent: int, *, by: Standing, token: str) -> None:
    """Look at the answers: what may be read is kept, roll and counters are erased.

    Refuses ``convene.session_closed``, ``convene.assent_over`` and ``convene.too_few_in``.
    """
    if not once(token, by.account):
        return
    found = _open(hold(session), assent)
    cells = (found.yes, found.not_yet)
    if sum(cells) < LEAST_TO_CLOSE:
        raise Refusal("convene.too_few_in", least=LEAST_TO_CLOSE)
    yes, not_yet = cells if may_show_in_room(cells) else (None, None)
    found.result = {"most": found.yes > found.not_yet, "yes": yes, "not_yet": not_yet}
    found.yes = found.not_yet = 0
    found.save(update_fields=["result", "yes", "not_yet"])
    found.roll.all().delete()
    wipe_traces(AssentRoll, Assent)
    show(session)


def _open(session: Session, assent: int) -> Assent:
    found = Assent.objects.filter(pk=assent, result__isnull=True, draft__restatement__session=session).first()
    if found is None:
        raise Refusal("convene.assent_over")
    return found
