"""The application that uvicorn serves."""

import os

from django.core.asgi import get_asgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tracktwo.site.settings")
django_application = get_asgi_application()

from django.conf import settings  # noqa: E402 - only once the settings are named

from tracktwo.site.bounds import bounded  # noqa: E402 - as above

application = bounded(django_application, settings.LARGEST_BODY)
