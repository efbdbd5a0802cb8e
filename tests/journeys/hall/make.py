"""``python -m tests.journeys.hall.make PLACE SIZE SIZE …``: seats for a workshop of today; prints who has one."""

from __future__ import annotations

import json
import os
import sys

import django


def furnish(sizes: list[int]) -> dict[str, object]:
    from django.contrib.auth.hashers import make_password

    from tests.cast import PASSPHRASE, build_cast, person
    from tests.steps.convene.stage import add_workshop, adopt_kelman, take_seats
    from tracktwo.foundation.people.actions import grant
    from tracktwo.foundation.people.models import Account, Role

    cast = build_cast(len(sizes))
    grant(person("Aspen"), cast.programme.compartment, Role.FACILITATOR)
    adopt_kelman(cast)
    people = take_seats(cast, add_workshop(cast), sizes)
    # Hashed once for all of them: what is tried here is the room and not the door.
    Account.objects.update(password=make_password(PASSPHRASE))
    sides = {side: [account.alias for account in accounts] for side, accounts in people.items()}
    return {"key": cast.programme.key, "sides": sides}


if __name__ == "__main__":
    os.environ |= {"TRACKTWO_DATA_DIR": sys.argv[1], "DJANGO_SETTINGS_MODULE": "tracktwo.site.settings"}
    django.setup()
    print(json.dumps(furnish([int(size) for size in sys.argv[2:]])))
