"""The house's own settings in a place of the tests' own: nobody's data is touched, and no passphrase takes a second."""

import os
import tempfile

os.environ.setdefault("TRACKTWO_DATA_DIR", tempfile.mkdtemp(prefix="tracktwo-tests-"))
os.environ.setdefault("TRACKTWO_JOBS", "inline")
os.environ.setdefault("TRACKTWO_VAULT_MEMORY_KIB", "64")

from tracktwo.site.settings import *  # noqa: E402, F403 - after the environment, on purpose

PASSWORD_HASHERS = ["tests.hasher.QuickArgon2"]
STORAGES = STORAGES | {  # noqa: F405
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
}
STATIC_ROOT.mkdir(exist_ok=True)  # noqa: F405
