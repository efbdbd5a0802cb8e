"""Settings of the house. Each comes from the environment or has a default that is safe on one laptop.

docs/reference/settings.md lists them; tests/house keeps that list complete.
"""

from __future__ import annotations

import os
from hashlib import sha256
from pathlib import Path

from csp.constants import NONE, SELF

from tracktwo.site.database import database_from
from tracktwo.site.secret_key import kept_secret

PACKAGE = Path(__file__).resolve().parent.parent


def _flag(name: str, default: str = "0") -> bool:
    return os.environ.get(name, default) == "1"


TRACKTWO_DATA_DIR = Path(os.environ.get("TRACKTWO_DATA_DIR", "var")).resolve()
TRACKTWO_DATA_DIR.mkdir(parents=True, exist_ok=True, mode=0o700)
# The keystore lies outside the database, so that a copy of the database alone opens nothing.
TRACKTWO_KEYSTORE = Path(os.environ.get("TRACKTWO_KEYSTORE", TRACKTWO_DATA_DIR / "keystore.json"))
# In the memory of the machine where there is such a place: one that was switched off holds no key of the leak lint.
_IN_MEMORY = Path("/dev/shm")  # noqa: S108 - made for its owner alone, and read by nobody else
_LEXICON_KEYS = TRACKTWO_DATA_DIR / "lexicon.keys"
if os.access(_IN_MEMORY, os.W_OK):
    _LEXICON_KEYS = _IN_MEMORY / f"tracktwo-{os.getuid()}" / f"{sha256(bytes(TRACKTWO_DATA_DIR)).hexdigest()[:16]}.keys"
TRACKTWO_LEXICON_KEYS = Path(os.environ.get("TRACKTWO_LEXICON_KEYS", _LEXICON_KEYS))
TRACKTWO_DEMO = _flag("TRACKTWO_DEMO")
TRACKTWO_HTTPS = _flag("TRACKTWO_HTTPS")
# Streams of events open at a time; above it, and wherever streams do not come through, screens ask by themselves.
TRACKTWO_STREAMS = int(os.environ.get("TRACKTWO_STREAMS", "2000"))
# Of each kind, from one telephone in a room; what the third party types has no limit.
TRACKTWO_SENTENCES_A_MINUTE = int(os.environ.get("TRACKTWO_SENTENCES_A_MINUTE", "6"))
# The room's own door on the laptop's network: host:port and code, set by tracktwo serve --room while it is open.
TRACKTWO_ROOM_ADDRESS = os.environ.get("TRACKTWO_ROOM_ADDRESS", "")
TRACKTWO_ROOM_CODE = os.environ.get("TRACKTWO_ROOM_CODE", "")
TRACKTWO_ROOM_FINGERPRINT = os.environ.get("TRACKTWO_ROOM_FINGERPRINT", "")
TRACKTWO_VAULT_MEMORY_KIB = int(os.environ.get("TRACKTWO_VAULT_MEMORY_KIB", 256 * 1024))

SECRET_KEY = os.environ.get("TRACKTWO_SECRET_KEY") or kept_secret(TRACKTWO_DATA_DIR / "secret.key")
DEBUG = False
ALLOWED_HOSTS = os.environ.get("TRACKTWO_HOSTS", "127.0.0.1,localhost,[::1]").split(",")
ROOT_URLCONF = "tracktwo.site.urls"
ASGI_APPLICATION = "tracktwo.site.asgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
AUTH_USER_MODEL = "people.Account"

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "django.forms",
    "csp",
    "django_htmx",
    "template_partials",
    "django_tasks",
    "django_tasks_db",
    "tracktwo.foundation.people",
    "tracktwo.foundation.ledger",
    "tracktwo.foundation.vault",
    "tracktwo.foundation.jobs",
    "tracktwo.foundation.live",
    "tracktwo.steps.programme",
    "tracktwo.steps.plan",
    "tracktwo.steps.select",
    "tracktwo.steps.prepare",
    "tracktwo.steps.convene",
    "tracktwo.steps.agree",
    "tracktwo.steps.transmit",
    "tracktwo.steps.measure",
    "tracktwo.site",
]

MIDDLEWARE = [
    "tracktwo.site.middleware.room_for_calls",
    "django.middleware.security.SecurityMiddleware",
    # Around the files too: a picture opened by its own address is a page.
    "tracktwo.site.middleware.quiet_headers",
    "csp.middleware.CSPMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "tracktwo.foundation.live.middleware.keep_to_encrypted_lines",
    "tracktwo.foundation.people.middleware.spare_the_session",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "tracktwo.site.middleware.ComposedLetters",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "tracktwo.foundation.people.middleware.session_limits",
    "tracktwo.foundation.live.middleware.stay_in_the_room",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "tracktwo.foundation.jobs.middleware.end_of_waiting",
]

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [PACKAGE / "site" / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "tracktwo.site.context.house",
            ],
        },
    }
]
FORM_RENDERER = "django.forms.renderers.TemplatesSetting"

DATABASES = {"default": database_from(os.environ.get("DATABASE_URL", ""), TRACKTWO_DATA_DIR / "tracktwo.sqlite3")}

# Argon2 first; the others are absent on purpose: no passphrase is ever kept in a weaker form.
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 12},
    },
    {
        "NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator",
        "OPTIONS": {"user_attributes": ("alias",)},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]
LOGIN_URL = "people:sign_in"
LOGIN_REDIRECT_URL = "site:home"
LOGOUT_REDIRECT_URL = "people:sign_in"

# Idle and absolute limits are kept by people.middleware; the cookie itself ends with the browser.
SESSION_ENGINE = "tracktwo.foundation.people.sessions"
SESSION_COOKIE_AGE = 8 * 60 * 60
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = LANGUAGE_COOKIE_SAMESITE = "Strict"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = LANGUAGE_COOKIE_SECURE = TRACKTWO_HTTPS
SESSION_COOKIE_NAME = "__Host-session" if TRACKTWO_HTTPS else "session"
CSRF_COOKIE_NAME = "__Host-form" if TRACKTWO_HTTPS else "form"
LANGUAGE_COOKIE_NAME = "__Host-language" if TRACKTWO_HTTPS else "language"
BROWSER_COOKIE_NAME = "__Host-browser" if TRACKTWO_HTTPS else "browser"
CSRF_FAILURE_VIEW = "tracktwo.site.views.form_expired"
CSRF_COOKIE_HTTPONLY = True
LANGUAGE_COOKIE_HTTPONLY = True
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"

SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
SECURE_HSTS_SECONDS = 63072000 if TRACKTWO_HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = TRACKTWO_HTTPS
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if TRACKTWO_HTTPS else None
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
        "base-uri": [NONE],
    }
}

LANGUAGE_CODE = os.environ.get("TRACKTWO_LANGUAGE", "en")
# Each language is named in itself; adding one is a catalogue file and a line here.
LANGUAGES = [("en", "English"), ("uk", "Українська"), ("ru", "Русский")]
LOCALE_PATHS = [PACKAGE / "locale"]
USE_I18N = True
FORMAT_MODULE_PATH = ["tracktwo.site.formats"]
USE_TZ = True
TIME_ZONE = "UTC"

STATIC_URL = "static/"
STATIC_ROOT = TRACKTWO_DATA_DIR / "static"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
FILE_UPLOAD_HANDLERS = ["django.core.files.uploadhandler.MemoryFileUploadHandler"]
FILE_UPLOAD_MAX_MEMORY_SIZE = 6_000_000
DATA_UPLOAD_MAX_MEMORY_SIZE = 6_000_000
# A body between these two limits is read to its end, so that the page can say what was too large; it lies in the data
# directory meanwhile and never in a place that others share. Beyond the second the door is shut (site/asgi.py).
FILE_UPLOAD_TEMP_DIR = TRACKTWO_DATA_DIR
LARGEST_BODY = 16_000_000
EMAIL_BACKEND = os.environ.get("TRACKTWO_EMAIL_BACKEND", "django.core.mail.backends.locmem.EmailBackend")

TASKS = {"default": {"BACKEND": "tracktwo.foundation.jobs.backend.ScrubbedDatabaseBackend", "QUEUES": ["default"]}}

# One line per event, with ids only: no address, no user agent, no path. Django's own request log would carry paths.
LOGGING = {
    "version": 1,
    "disable_existing_loggers": True,
    "formatters": {"event": {"format": "%(asctime)s %(levelname)s %(message)s", "datefmt": "%Y-%m-%dT%H:%MZ"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "event"}},
    "loggers": {
        "tracktwo": {"handlers": ["console"], "level": "INFO", "propagate": False},
        "django": {"handlers": [], "level": "CRITICAL", "propagate": False},
    },
    "root": {"handlers": [], "level": "CRITICAL"},
}
