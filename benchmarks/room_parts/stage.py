"""A house with a room in session and somebody signed in on every device; prints what the devices need to know.

python benchmarks/room_parts/stage.py DEVICES       (DATABASE_URL and TRACKTWO_DATA_DIR name the house)
"""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(REPOSITORY)]


def main(devices: int) -> None:
    os.environ |= {"DJANGO_SETTINGS_MODULE": "tracktwo.site.settings", "TRACKTWO_JOBS": "inline"}
    import django

    django.setup()
    from django.core.management import call_command

    call_command("migrate", verbosity=0)
    print(json.dumps(set_up(devices)))


def set_up(devices: int) -> dict[str, object]:
    from tests.cast import build_cast
    from tests.steps.convene.stage import open_room

    from tracktwo.site import settings

    room = open_room(build_cast(), sizes=(devices - devices // 2, devices // 2))
    vote = room.ask()

    def cookie(account: object) -> str:
        return str(room.client(account).cookies[settings.SESSION_COOKIE_NAME].value)

    return {
        "key": room.cast.programme.key,
        "vote": vote.pk,
        "facilitator": cookie(room.cast.facilitator),
        "devices": [cookie(account) for side in room.people.values() for account in side],
    }


if __name__ == "__main__":
    main(int(sys.argv[1]))
