"""Builds a house with one marked identity in a directory, for ``test_purge``; prints what must be findable before."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from tracktwo.cli.house.opening import open_house

MARKED = {"name": "Canary Prvnizkvazka", "contact": "canary@nowhere.invalid", "biography": "A marked life. " * 200}


def build(data: Path) -> None:
    open_house(data)
    from tests.cast import HOST
    from tracktwo.cli.house.database import bring_up_to_date

    bring_up_to_date()
    from tracktwo.foundation.people.actions import grant
    from tracktwo.foundation.people.models import Account, Compartment, Role
    from tracktwo.foundation.vault.actions import found_vault, keep_identity
    from tracktwo.foundation.vault.keystore import file
    from tracktwo.foundation.vault.models import IdentityField
    from tracktwo.foundation.vault.notes import keep_note
    from tracktwo.steps.programme.actions import create_programme
    from tracktwo.steps.programme.convert import HOUSE

    found_vault([{"officer": "basalt under moss"}])
    convener, guarantor = (Account.objects.create_account(alias, "slate under lichen") for alias in ("Heron", "Linden"))
    grant(convener, Compartment.objects.get(id=HOUSE), Role.CONVENER)
    programme = create_programme(
        convener, title="Two rooms", description="Two rooms and a door.", language="en", years=(2025, 2028),
        communities=[{"en": "Community A"}, {"en": "Community B"}], host=HOST,
    )  # fmt: skip
    grant(guarantor, programme.compartment, Role.GUARANTOR, 1)
    person = keep_identity(programme.compartment, MARKED)
    keep_note(programme.compartment, "a word about the canary", person)
    content = file.read()
    told = {
        "ciphertexts": [bytes(one.ciphertext).hex() for one in IdentityField.objects.all()],
        "sealed": [one["sealed"] for one in [*content["keys"].values(), *content["compartments"].values()]],
        "lookups": [content["lookup"], *content["lookups"].values()],
    }
    print(json.dumps(told))


if __name__ == "__main__":
    build(Path(sys.argv[1]))
