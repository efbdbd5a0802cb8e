"""What has been kept long enough is destroyed: keys first, then rows, then an entry in the record."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from tracktwo.foundation.ledger.actions import record
from tracktwo.foundation.vault.actions import shred_expired
from tracktwo.foundation.vault.notes import destroy_notes
from tracktwo.steps.programme.models import Programme
from tracktwo.steps.select.actions.audits import seal_past_audits
from tracktwo.steps.select.actions.nominations import forget_assessments
from tracktwo.steps.select.actions.rosters import forget_entries
from tracktwo.steps.select.models import Nomination, Round, Sounding
from tracktwo.steps.select.queries import notes_of, what_is_due


@transaction.atomic
def destroy_what_is_due(programme: Programme, *, now: datetime) -> dict[str, int]:
    """Destroy all that has reached its day, and record of each kind how many. Done twice it destroys nothing more."""
    # What seats said of their passports goes after the workshop, as their page promises.
    forget_entries(now)
    seal_past_audits(programme, now=now)
    due = what_is_due(programme, now.date())
    done = {
        "unanswered": _let_go(due.unanswered, Nomination.State.LAPSED),
        "declined": _unlink(due.declined),
        "not_eligible": _let_go(due.not_eligible, Nomination.State.SET_ASIDE),
        "vetting_notes": sum(map(_destroy_round_notes, due.rounds)),
        "sounding_notes": _destroy_sounding_notes(due.soundings),
    }
    book = programme.compartment.book
    for what, count in done.items():
        if count:
            record("select.retained_no_longer", book=book, role="machine", at=now, what=what, count=count)
    return {what: count for what, count in done.items() if count}


def _let_go(nominations: list[Nomination], state: str) -> int:
    shred_expired([one.person for one in nominations])
    for one in nominations:
        forget_assessments(one)
        one.state, one.attributes = state, {}
        if one.invitation is not None and state == Nomination.State.LAPSED:
            one.invitation.withdrawn = True
            one.invitation.save(update_fields=["withdrawn"])
        one.save(update_fields=["state", "attributes"])
    return len(nominations)


def _unlink(nominations: list[Nomination]) -> int:
    """The identity of whoever declined is gone at once; after thirty days nothing says which alias it was either."""
    for one in nominations:
        one.account = one.invitation = None
        one.save(update_fields=["account", "invitation"])
    return len(nominations)


def _destroy_round_notes(the_round: Round) -> int:
    """The words by their keys, and with them who gave what; that somebody was found eligible stays."""
    count = destroy_notes(notes_of(the_round))
    the_round.assignments.all().delete()
    the_round.objections.all().delete()
    return count


def _destroy_sounding_notes(soundings: list[Sounding]) -> int:
    count = destroy_notes([one.note for one in soundings if one.note])
    for one in soundings:
        one.note = None
        one.save(update_fields=["note"])
    return count
