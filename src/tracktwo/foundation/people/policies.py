"""Who may do what: one table of verbs, filled by each room when it loads, empty by default.

``can(account, verb, compartment)`` is the only question. A verb nobody registered is a mistake in the code and says so;
a verb that is registered and does not fit is simply no.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tracktwo.foundation.people.models import Account, Compartment, Role, Standing

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

EVERYONE_INSIDE = frozenset(Role)
THIRD_PARTY = frozenset({Role.CONVENER, Role.FACILITATOR, Role.RAPPORTEUR})


@dataclass(frozen=True)
class Policy:
    verb: str
    roles: frozenset[Role]


_policies: dict[str, Policy] = {}


def register(verb: str, roles: Iterable[Role]) -> None:
    """Let ``roles`` do ``verb`` (written ``step.verb``) in the compartments in which they stand."""
    policy = Policy(verb, frozenset(roles))
    if _policies.get(verb, policy) != policy:
        raise ValueError(f"two rooms disagree about {verb}")
    _policies[verb] = policy


def policy_of(verb: str) -> Policy:
    """The policy of a verb; KeyError where no room has registered it."""
    return _policies[verb]


def can(account: Account | AnonymousUser, verb: str, compartment: Compartment) -> bool:
    """May this account do this here? A standing in a programme reaches into its workshops, never the other way."""
    policy = policy_of(verb)
    if not isinstance(account, Account) or not account.is_active:
        return False
    return any(standing.role in policy.roles for standing in standings(account, compartment))


def standings(account: Account, compartment: Compartment) -> list[Standing]:
    """The account's standings here and in the compartments around this one, nearest first."""
    found: list[Standing] = []
    place: Compartment | None = compartment
    while place is not None:
        found += Standing.objects.filter(account=account, compartment=place).order_by("role")
        place = place.parent
    return found


def role_of(account: Account, verb: str, compartment: Compartment) -> Standing:
    """The standing by which the account may do ``verb``: the record notes its role and side, not the person."""
    policy = policy_of(verb)
    return next(s for s in standings(account, compartment) if s.role in policy.roles)
