"""What may be known of rounds: by assessors of their own sheets, by others only once a round is closed."""

from __future__ import annotations

from fractions import Fraction

from django.db.models import QuerySet

from tracktwo.foundation.people.models import Account, Role
from tracktwo.methods.criteria import FEWEST_ASSESSORS
from tracktwo.steps.programme.models import Programme
from tracktwo.steps.select.convert import suitability
from tracktwo.steps.select.models import Assessment, Assignment, Nomination, Practice, Result, Round


def open_round(programme: Programme) -> Round | None:
    return programme.rounds.filter(closed_at=None).first()


def latest_round(programme: Programme) -> Round | None:
    return programme.rounds.order_by("number").last()


def list_assessors(programme: Programme) -> QuerySet[Account]:
    return Account.objects.filter(
        standings__compartment=programme.compartment, standings__role=Role.ASSESSOR, is_active=True
    ).order_by("alias")


def list_officers(programme: Programme) -> QuerySet[Account]:
    return Account.objects.filter(
        standings__compartment=programme.compartment, standings__role=Role.OFFICER, is_active=True
    ).order_by("alias")


def access_assignments(programme: Programme, assessor: Account) -> QuerySet[Assignment]:
    """The assessor's own, of nominees who still consent; nobody else's."""
    return Assignment.objects.filter(
        round__programme=programme, assessor=assessor, nomination__state=Nomination.State.CONSENTED
    ).select_related("round", "nomination__community", "nomination__account")


def active_assignments(the_round: Round, nomination: Nomination) -> list[Assignment]:
    """Those who assess this nominee and have not stepped back."""
    found = the_round.assignments.filter(nomination=nomination).prefetch_related("sheets")
    return [one for one in found if not one.stepped_back]


def first_sheets(the_round: Round, nomination: Nomination) -> list[Assessment]:
    return _sheets(the_round, nomination, newest=False)


def newest_sheets(the_round: Round, nomination: Nomination) -> list[Assessment]:
    """Each assessor's latest, of those who have not stepped back."""
    return _sheets(the_round, nomination, newest=True)


def _sheets(the_round: Round, nomination: Nomination, *, newest: bool) -> list[Assessment]:
    every = [list(one.sheets.all()) for one in active_assignments(the_round, nomination)]
    return [sheets[-1 if newest else 0] for sheets in every if sheets]


def all_in(the_round: Round, nomination: Nomination) -> bool:
    """Whether at least two have been assigned, and all of them have handed in: from then on they see each other."""
    active = active_assignments(the_round, nomination)
    return len(active) >= FEWEST_ASSESSORS and all(one.sheets.all() for one in active)


def nominees_of(the_round: Round) -> QuerySet[Nomination]:
    """Who is assessed in a round and still consents."""
    return (
        Nomination.objects.filter(assignments__round=the_round, state=Nomination.State.CONSENTED)
        .select_related("community", "account")
        .distinct()
        .order_by("id")
    )


def has_practised(programme: Programme, assessor: Account, vignettes: int) -> bool:
    return practised(programme, assessor).count() >= vignettes


def practised(programme: Programme, assessor: Account) -> QuerySet[Practice]:
    return Practice.objects.filter(programme=programme, assessor=assessor)


def uses_assessment(programme: Programme) -> bool:
    """Whether this programme chooses among the assessed; one that never opened a round goes without."""
    return programme.rounds.exists()


def result_of(nomination: Nomination) -> Result | None:
    """What the latest closed round with this nominee found."""
    return nomination.results.filter(round__closed_at__isnull=False).order_by("round__number").last()


def suitability_of(nomination: Nomination) -> Fraction | None:
    """The mean of all scores, 0 to 4, from the latest closed round; None for whoever was not found eligible there."""
    result = result_of(nomination)
    return suitability(result) if result is not None and result.eligible else None


def eligible_among(nominations: QuerySet[Nomination]) -> list[Nomination]:
    """Whom the latest closed round found eligible, in the order given."""
    found = nominations.prefetch_related("results__round")
    return [one for one in found if _is_eligible(one)]


def _is_eligible(nomination: Nomination) -> bool:
    closed = [one for one in nomination.results.all() if one.round.closed_at is not None]
    return bool(closed) and max(closed, key=lambda one: one.round.number).eligible


def access_known(programme: Programme, account: Account) -> QuerySet[Nomination]:
    """Whose identity this account may have revealed: an assessor's assigned nominees until a tie is declared, a round's
    nominees for its two officers, and a guarantor's own community.
    """
    consented = Nomination.objects.filter(programme=programme, state=Nomination.State.CONSENTED)
    found = consented.none()
    the_round = open_round(programme)
    if the_round is not None:
        own = the_round.assignments.filter(assessor=account, conflict__in=("", Assignment.NONE))
        found |= consented.filter(pk__in=own.values("nomination"))
        if the_round.officers.filter(pk=account.pk).exists():
            found |= consented.filter(pk__in=the_round.assignments.values("nomination"))
    sides = account.standings.filter(compartment=programme.compartment, role=Role.GUARANTOR).values("side")
    found |= consented.filter(community__number__in=sides)
    return found.select_related("community", "account").order_by("id")
