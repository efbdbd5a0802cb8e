"""Who may read which brief."""

from __future__ import annotations

from django.db.models import Q, QuerySet

from tracktwo.foundation.people.models import Account, Role, Standing
from tracktwo.foundation.people.policies import THIRD_PARTY
from tracktwo.steps.programme.models import Programme
from tracktwo.steps.transmit.models import Cell
from tracktwo.steps.transmit.queries.matrix import access_cells


def access_briefs_of(programme: Programme, account: Account) -> QuerySet[Cell]:
    """The cells whose brief this account may read: the third party all of them, readers and guarantors those of their
    own community, of the convention, and whatever has been released.
    """
    held = Standing.objects.filter(account=account, compartment=programme.compartment)
    cells = access_cells(programme)
    if held.filter(role__in=THIRD_PARTY | {Role.TRANSLATOR}).exists():
        return cells
    own = held.filter(role__in={Role.READER, Role.GUARANTOR}).values("side")
    return cells.filter(Q(community=None) | Q(community__number__in=own) | Q(brief__released_at__isnull=False))
