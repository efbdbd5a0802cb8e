"""The application that uvicorn serves."""

import os

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tracktwo.site.settings")
django.setup(set_prefix=False)

from functools import partial  # noqa: E402 - only once the settings are named

from django.conf import settings  # noqa: E402 - as above

from tracktwo.foundation.live.ahead import Ahead  # noqa: E402 - as above
from tracktwo.foundation.live.asking import ask_of  # noqa: E402 - as above
from tracktwo.foundation.live.ready import Ready  # noqa: E402 - as above
from tracktwo.foundation.live.streams import Streams  # noqa: E402 - as above
from tracktwo.foundation.live.watch import watch  # noqa: E402 - as above
from tracktwo.site.bounds import bounded, polls_in_turn  # noqa: E402 - as above
from tracktwo.site.threads import Threads  # noqa: E402 - as above

POLLS_AT_ONCE = 3
REQUESTS_AT_ONCE = 8  # of all kinds; what takes longer than a moment is a job, and no view waits for anything outside
KEPT_FOR_EACH = 4  # the stream and the parts of a page, and as much of the page before
ready = Ready(
    ask_of(settings.DATABASES["default"]),
    KEPT_FOR_EACH * settings.TRACKTWO_STREAMS,
    settled=lambda room: streams.hub.settled(room),
)
django_in_turn = polls_in_turn(
    # Looked at once more when the turn comes: by then somebody before may have drawn what all see alike.
    ready.quick(ready.learning(bounded(Threads(REQUESTS_AT_ONCE), settings.LARGEST_BODY))),
    POLLS_AT_ONCE,
)
streams = Streams(
    ready.quick(django_in_turn, draws=False),
    partial(watch, database=settings.DATABASES["default"]),
    settings.TRACKTWO_STREAMS,
    before=Ahead(),
    still=ready.still,
)
application = streams
