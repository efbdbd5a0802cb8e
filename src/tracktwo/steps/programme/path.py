"""What each step tells the house of itself: how far it is, and what waits for whom.

Every step has a ``path.py`` with ``state(walker) -> StepState`` and ``waiting(walker) -> list[Waiting]``; the rail and
the home page are made of these and of nothing else.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from tracktwo.foundation.people.models import Account, Role
from tracktwo.foundation.people.policies import policy_of
from tracktwo.foundation.vault.purge import asked_for
from tracktwo.foundation.vault.queries import is_founded
from tracktwo.steps.programme.models import Programme
from tracktwo.steps.programme.queries import access_register, open_alarms, sides_without_payer

DONE, UNDER_WAY, WAITING, NOT_BEGUN = "done", "under-way", "waiting", "not-begun"


@dataclass(frozen=True)
class Walker:
    """Who walks, in which programme, in which roles (role, side), and when."""

    programme: Programme
    account: Account
    roles: frozenset[tuple[str, int | None]]
    now: datetime

    def is_a(self, *roles: Role) -> bool:
        return any(role in roles for role, _side in self.roles)

    def sides(self, role: Role) -> set[int]:
        """The communities for which the walker has this role."""
        return {side for held, side in self.roles if held == role and side is not None}

    def may(self, verb: str) -> bool:
        """As ``can`` in the programme, of the roles that were read once for the whole page."""
        return self.account.is_active and self.is_a(*policy_of(verb).roles)


@dataclass(frozen=True)
class StepState:
    """One of done, under-way, waiting, not-begun, with the few words that stand beside it."""

    state: str
    words: str


@dataclass(frozen=True)
class Waiting:
    """One thing that waits. ``mine``: for this walker (else for others); ``deed`` is the verb on the button."""

    what: str
    why: str
    deed: str
    url: str
    mine: bool
    due: date | None = None
    step: int = field(default=0)


def state(walker: Walker) -> StepState:
    programme = walker.programme
    if not programme.rules.exists():
        return StepState(WAITING, _("Waiting for ground rules"))
    if not programme.agendas.exists():
        return StepState(WAITING, _("Waiting for an agenda"))
    return StepState(DONE, _("Done"))


def waiting(walker: Walker) -> list[Waiting]:
    programme, mine = walker.programme, walker.may("programme.change")
    return [
        *_to_adopt_an_agenda(programme, mine),
        *_to_found_the_vault(walker),
        *_to_adopt_rules(programme, mine),
        *_to_purge(walker),
        *_to_screen(programme, mine),
    ]


def _to_adopt_an_agenda(programme: Programme, mine: bool) -> list[Waiting]:
    if programme.agendas.exists():
        return []
    return [
        Waiting(
            what=_("Adopt the agenda template"),
            why=_("Every workshop begins from it. Kelman’s seven phases are ready to be adopted."),
            deed=_("Adopt an agenda"),
            url=reverse("programme:agenda", args=[programme.key]),
            mine=mine,
        )
    ]


def _to_found_the_vault(walker: Walker) -> list[Waiting]:
    if is_founded() or not walker.may("vault.open"):
        return []
    return [
        Waiting(
            what=_("Found the vault"),
            why=_("Nobody can be nominated before there is a place for names. Three officers do it together, once."),
            deed=_("Go to the vault"),
            url=reverse("vault:door", args=[walker.programme.key]),
            mine=True,
        )
    ]


def _to_adopt_rules(programme: Programme, mine: bool) -> list[Waiting]:
    if programme.rules.exists():
        return []
    return [
        Waiting(
            what=_("Adopt ground rules"),
            why=_("Participants read and sign them before they meet. A first version is ready to be changed."),
            deed=_("Adopt the rules"),
            url=reverse("programme:rules", args=[programme.key]),
            mine=mine,
        )
    ]


def _to_purge(walker: Walker) -> list[Waiting]:
    """Somebody waits for the second of two, for a quarter of an hour."""
    if not walker.may("vault.purge_confirm") or asked_for(walker.programme.compartment, walker.now) is None:
        return []
    return [
        Waiting(
            what=_("Confirm that everything that identifies is destroyed, or call it off"),
            why=_("The convener has asked for it and waits for a second person. Speak first, by voice."),
            deed=_("Go there"),
            url=reverse("vault:purge", args=[walker.programme.key]),
            mine=True,
            due=walker.now.date(),
        )
    ]


def _to_screen(programme: Programme, mine: bool) -> list[Waiting]:
    """Open matches first; an empty register asks for itself."""
    asked = open_alarms(programme)
    number, oldest = asked.count(), asked.last()
    url = reverse("programme:screening", args=[programme.key])
    if oldest:
        since = oldest.raised_on  # it has been due since that day
        what = ngettext(
            "Answer %(number)s match with a designation", "Answer %(number)s matches with a designation", number
        )
        why = _(
            "An organisation of the programme, or a law, may endanger participants at home. It stays until answered."
        )
        return [
            Waiting(
                what=what % {"number": number}, why=why, deed=_("Look at the matches"), url=url, mine=mine, due=since
            )
        ]
    if sides_without_payer(programme):
        what, why = _("Name a payer for every community"), _("Payers are kept apart, and somebody has none yet.")
        return [Waiting(what=what, why=why, deed=_("Go to screening"), url=url, mine=mine)]
    if not access_register(programme).exists():
        what, why = _("Check host, payers and venue"), _("No register of designations has been imported yet.")
        return [Waiting(what=what, why=why, deed=_("Go to screening"), url=url, mine=mine)]
    return []
