"""The house's own settings in a place of the tests' own: nobody's data is touched, and no passphrase takes a second.

Every worker of pytest-xdist has a place of its own; the processes that its tests start stay in it.
"""

import atexit
import os
import shutil
import tempfile

WORKER = os.environ.get("PYTEST_XDIST_WORKER", "alone")
if os.environ.get("TESTS_OF_WORKER") != WORKER:
    place = tempfile.mkdtemp(prefix=f"tracktwo-tests-{WORKER}-")
    atexit.register(shutil.rmtree, place, ignore_errors=True)
    os.environ |= {"TESTS_OF_WORKER": WORKER, "TRACKTWO_DATA_DIR": place}
    os.environ["TRACKTWO_LEXICON_KEYS"] = f"{place}/lexicon.keys"
os.environ.setdefault("TRACKTWO_JOBS", "inline")
os.environ.setdefault("TRACKTWO_VAULT_MEMORY_KIB", "64")

from tracktwo.site.settings import *  # noqa: E402, F403 - after the environment, on purpose

PASSWORD_HASHERS = ["tests.hasher.QuickArgon2"]
STORAGES = STORAGES | {  # noqa: F405
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
}
STATIC_ROOT.mkdir(exist_ok=True)  # noqa: F405
if DATABASES["default"]["ENGINE"] == "tracktwo.site.sqlite":  # noqa: F405
    DATABASES["default"]["TEST"] = {"NAME": ":memory:"}  # noqa: F405 - pytest-django would name a file for each worker
