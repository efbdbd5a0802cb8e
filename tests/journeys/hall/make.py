"""``python -m tests.journeys.hall.make PLACE SIZE SIZE …``: seats for a workshop of today; prints who has one."""

from __future__ import annotations

import json
import os
import sys

import django


def furnish(sizes: list[int]) -> dict[str, object]:
    from django.conf import settings
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
    everybody = [cast.convener, cast.facilitator, *(account for accounts in people.values() for account in accounts)]
    for account in everybody:
        account.refresh_from_db()  # with the new passphrase, or the session would be one of the old
    sessions = {one.alias: cast.client(one).cookies[settings.SESSION_COOKIE_NAME].value for one in everybody}
    return {"key": cast.programme.key, "sides": sides, "sessions": sessions}


if __name__ == "__main__":
    os.environ |= {"TRACKTWO_DATA_DIR": sys.argv[1], "DJANGO_SETTINGS_MODULE": "tracktwo.site.settings"}
    django.setup()
    print(json.dumps(furnish([int(size) for size in sys.argv[2:]])))
