"""Which compartment an address speaks of.

Foundations do not know programmes, so the step that does registers a finder.
"""

from __future__ import annotations

from collections.abc import Callable

from tracktwo.foundation.people.models import Account, Compartment

Finder = Callable[[str, Account], Compartment | None]
_finders: list[Finder] = []


def register_place(finder: Finder) -> None:
    """``finder(key, account)`` returns the compartment behind a key if the account stands there, else
    None.
    """
    if finder not in _finders:
        _finders.append(finder)


def find_compartment(key: str, account: Account) -> Compartment | None:
    """The compartment behind ``key`` in an address, None where nobody knows it or the account does not
    stand in it.
    """
    return next((found for finder in _finders if (found := finder(key, account)) is not None), None)
