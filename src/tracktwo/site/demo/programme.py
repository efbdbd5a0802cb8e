"""Step 1 of the demonstration: the case the idea was written for, with an invented host and invented people."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.contrib.auth.hashers import make_password
from django.utils.translation import override

from tracktwo.data.ground_rules import RULES
from tracktwo.foundation.people.actions import grant
from tracktwo.foundation.people.models import Account, Compartment, Role
from tracktwo.foundation.vault.actions import found_vault
from tracktwo.foundation.vault.queries import is_founded
from tracktwo.methods.floor import KELMAN
from tracktwo.site.demo.stage import (
    GUARANTORS,
    NEWCOMERS,
    PARTICIPANTS,
    PASSPHRASE,
    READERS,
    THIRD_PARTY,
    VAULT_PASSPHRASE,
    Stage,
)
from tracktwo.steps.programme.actions import (
    adopt_agenda,
    adopt_rules,
    create_programme,
    edit_agenda,
    keep_template,
)
from tracktwo.steps.programme.convert import HOUSE, Sheet, edited
from tracktwo.steps.programme.queries import sheet_on_desk

COMMUNITIES = (
    {"en": "Ukrainian", "uk": "Українська", "ru": "Украинское"},
    {"en": "Russian", "uk": "Російська", "ru": "Российское"},
)
HOST = {
    "name": "Society for Borderland Studies (invented)",
    "funding": "Members’ fees and one grant of an invented foundation; no government money.",
    "positions": "The society has taken no position. Two board members signed an open letter against the war in 2022.",
    "affiliations": "Three invented universities; none in either country.",
    "ties": "None. One facilitator advised a ministry of education in a third country until 2019.",
}
# Written first in English, then on the same page in the other two languages of the room.
WALK = {
    "uk": ("Прогулянка мішаними парами", "По двоє, з різних спільнот; без звітів."),
    "ru": ("Прогулка смешанными парами", "По двое, из разных сообществ; без отчётов."),
}
DESCRIPTION = (
    "Scholars of two communities meet before academic conventions, in a personal capacity, to understand what the "
    "other side needs and fears and to carry what they find to their own."
)


def build_stage(now: datetime) -> Stage:
    """Accounts, programme, agenda and rules."""
    # One hash for everybody: forty slow ones would be most of the time a newcomer waits, and it is printed anyway.
    shared = make_password(PASSPHRASE)
    accounts = {alias: Account.objects.create(alias=alias, password=shared) for alias in _aliases()}
    if not is_founded():
        found_vault([{"demonstration": VAULT_PASSPHRASE}])
    grant(accounts["Heron"], Compartment.objects.get(id=HOUSE), Role.CONVENER)
    programme = create_programme(
        accounts["Heron"],
        title="Scholars across a closed border",
        description=DESCRIPTION,
        language="en",
        years=(now.year - 1, now.year + 2),
        communities=COMMUNITIES,
        host=HOST,
        now=now - timedelta(days=510),
    )
    stage = Stage(now, programme, accounts)
    _grant_roles(stage)
    by = stage.by("Heron", "programme.change")
    adopt_agenda(programme, [(phase.key, phase.weight) for phase in KELMAN], by=by, now=stage.days(-500))
    _second_thoughts(stage)
    adopt_rules(programme, RULES, by=by, now=stage.days(-498))
    return stage


def _second_thoughts(stage: Stage) -> None:
    """Less information exchange and a walk added, before anybody has met; both kept as templates to begin from."""
    programme, by = stage.programme, stage.by("Heron", "programme.change")
    keep_template(programme, "Without the evening", "en")

    def press(do: str, language: str = "en", **typed: str) -> Sheet:
        _sheet, revision = sheet_on_desk(programme)
        with override(language):
            return edit_agenda(programme, lambda sheet: edited(sheet, {"do": do} | typed, language), seen=revision)

    press("typed", share_information_exchange="14")
    press("own", own="A walk in mixed pairs")
    press("move", moved="own-1", to="3")
    press("typed", **{"share_own-1": "5", "purpose_own-1": "Two and two, one of each community; no reports."})
    for language, (name, purpose) in WALK.items():
        after = press("typed", language, **{"label_own-1": name, "purpose_own-1": purpose})
    phases = [(line.key, line.share) for line in after.lines]
    keep_template(programme, "With an evening walk", "en")
    adopt_agenda(programme, phases, words=after.words, origin=after.origin, by=by, now=stage.days(-470))


def _aliases() -> list[str]:
    sided = [alias for group in (PARTICIPANTS, NEWCOMERS) for aliases in group.values() for alias in aliases]
    return [*THIRD_PARTY, *GUARANTORS.values(), *READERS.values(), *sided]


def _grant_roles(stage: Stage) -> None:
    place = stage.programme.compartment
    for alias, role in THIRD_PARTY.items():
        grant(stage.accounts[alias], place, role)
    for role, people in ((Role.GUARANTOR, GUARANTORS), (Role.READER, READERS)):
        for side, alias in people.items():
            grant(stage.accounts[alias], place, role, side)
    for role, group in ((Role.PARTICIPANT, PARTICIPANTS), (Role.NOMINEE, NEWCOMERS)):
        for side, aliases in group.items():
            for alias in aliases:
                grant(stage.accounts[alias], place, role, side)
