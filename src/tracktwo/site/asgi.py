"""The application that uvicorn serves."""

import os

from django.core.asgi import get_asgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tracktwo.site.settings")
django_application = get_asgi_application()

from functools import partial  # noqa: E402 - only once the settings are named

from django.conf import settings  # noqa: E402 - as above

from tracktwo.foundation.live.streams import Streams  # noqa: E402 - as above
from tracktwo.foundation.live.watch import watch  # noqa: E402 - as above
from tracktwo.site.bounds import bounded, polls_in_turn  # noqa: E402 - as above

POLLS_AT_ONCE = 3
streams = Streams(
    polls_in_turn(bounded(django_application, settings.LARGEST_BODY), POLLS_AT_ONCE),
    partial(watch, database=settings.DATABASES["default"]),
    settings.TRACKTWO_STREAMS,
)
application = streams
