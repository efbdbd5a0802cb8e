"""What every answer carries, errors included, by the rules that Mozilla's Observatory checks.

What they are stands in tests/house/headers.py; every answer at every address is held to it in tests/house/test_matrix.py,
where everybody asks at each of them. Here are the answers that no address gives.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest
from django.conf import settings
from django.contrib.auth.hashers import make_password
from django.test import Client
from django.urls import URLResolver, get_resolver
from django.urls.converters import IntConverter

from tests.cast import PASSPHRASE, Cast
from tests.conftest import REPOSITORY
from tests.house.headers import ALWAYS, DEVICES, faults
from tracktwo.site import views

# Which arguments of an address may be words: a random key or code, a language, a clause's number, and which one it is of
# a closed list of waves, letters and printed sheets.
WORDS_IN_ADDRESSES = {"key", "code", "language", "clause", "kind", "letter", "sheet"}


@pytest.mark.django_db
def test_an_address_that_does_not_exist_carries_them() -> None:
    answer = Client().get("/nowhere/")
    assert (answer.status_code, faults(answer)) == (404, [])


@pytest.mark.django_db
def test_a_form_that_was_forged_carries_them() -> None:
    answer = Client(enforce_csrf_checks=True).post("/sign-in/", {"alias": "Heron"})
    assert (answer.status_code, faults(answer)) == (403, [])


@pytest.mark.django_db
def test_a_request_for_another_host_carries_them() -> None:
    answer = Client().get("/sign-in/", headers={"host": "elsewhere.example"})
    assert (answer.status_code, faults(answer)) == (400, [])


@pytest.mark.django_db
@pytest.mark.parametrize(("language", "title"), [("en", "not taken"), ("uk", "не прийнято"), ("ru", "не принято")])
def test_more_than_a_form_takes_is_answered_by_a_page_with_a_way_out(language: str, title: str) -> None:
    client = Client()
    client.cookies["language"] = language
    answer = client.post("/sign-in/", {"alias": "x" * 7_000_000})
    assert (answer.status_code, faults(answer)) == (400, [])
    assert title in answer.content.decode()
    assert 'class="do"' in answer.content.decode()


@pytest.mark.django_db
def test_a_surprise_carries_them_and_says_nothing_in_particular(monkeypatch) -> None:
    def fail(*_arguments: object, **_named: object) -> None:
        raise LookupError("slate under lichen")

    monkeypatch.setattr(views.Help, "get", fail)
    answer = Client(raise_request_exception=False).get("/help/")
    assert (answer.status_code, faults(answer)) == (500, [])
    assert b"slate" not in answer.content


@pytest.mark.django_db
def test_a_page_that_names_no_policy_of_its_own_would_be_noticed() -> None:
    """The crawl can fail: an answer without the middlewares has every fault."""
    from django.http import HttpResponse

    assert len(faults(HttpResponse())) == len(ALWAYS) + len(DEVICES) + 2


def test_files_of_the_house_carry_what_files_need() -> None:
    served = SERVED_FILE.format(static=str(settings.STATIC_ROOT))
    answer = json.loads(python(served, Path(settings.TRACKTWO_DATA_DIR), https=False))
    assert answer["status"] == 200
    assert {name: answer["headers"].get(name) for name in ALWAYS} == ALWAYS
    assert "default-src 'none'" in answer["headers"]["Content-Security-Policy"]


def sign_in(cast: Cast) -> Client:
    cast.convener.password = make_password(PASSPHRASE)
    cast.convener.save()
    client = Client()
    client.get("/sign-in/")
    client.post("/sign-in/", {"alias": cast.convener.alias, "passphrase": PASSPHRASE})
    return client


@pytest.mark.django_db
def test_no_cookie_is_read_by_scripts_or_sent_from_elsewhere(cast: Cast) -> None:
    cookies = sign_in(cast).cookies
    kept = {name: (bool(one["httponly"]), one["samesite"], one["path"]) for name, one in cookies.items()}
    assert kept == dict.fromkeys(("session", "form", "language", "browser"), (True, "Strict", "/"))


@pytest.mark.django_db
def test_the_session_cookie_ends_with_the_browser(cast: Cast) -> None:
    assert not sign_in(cast).cookies["session"]["max-age"]


def python(script: str, place: Path, *, https: bool) -> str:
    """What a script prints in a process of its own, where the settings are read afresh."""
    environment = {
        "PATH": "/usr/bin:/bin",
        "DJANGO_SETTINGS_MODULE": "tracktwo.site.settings",
        "TRACKTWO_DATA_DIR": str(place),
        "TRACKTWO_HTTPS": "1" if https else "0",
        "TRACKTWO_HOSTS": "testserver",
    }
    done = subprocess.run(
        [sys.executable, "-c", script], env=environment, cwd=REPOSITORY, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()[-1]


SERVED_FILE = """
import json, django
from django.conf import settings
django.setup()
settings.STATIC_ROOT.mkdir(exist_ok=True)
(settings.STATIC_ROOT / "here.css").write_text("p {{ margin: 0 }}")
from django.test import Client
answer = Client().get("/static/here.css")
print(json.dumps({{"status": answer.status_code, "headers": dict(answer.items())}}))
"""
BEHIND_HTTPS = """
import json, django
django.setup()
from django.core.management import call_command
call_command("migrate", verbosity=0)
call_command("collectstatic", verbosity=0, interactive=False)
from django.test import Client
from tracktwo.foundation.people.models import Account
Account.objects.create_account("Heron", "slate under lichen")
client = Client(headers={"x-forwarded-proto": "https"})
client.get("/sign-in/")
answer = client.post("/sign-in/", {"alias": "Heron", "passphrase": "slate under lichen"})
cookies = {
    name: [bool(one["secure"]), bool(one["httponly"]), one["samesite"], one["path"], one["domain"]]
    for name, one in client.cookies.items()
}
print(json.dumps({"cookies": cookies, "hsts": answer["Strict-Transport-Security"]}))
"""


def test_behind_https_every_cookie_is_secure_and_bound_to_this_host(tmp_path: Path) -> None:
    told = json.loads(python(BEHIND_HTTPS, tmp_path, https=True))
    names = ("__Host-session", "__Host-form", "__Host-language", "__Host-browser")
    assert told["cookies"] == dict.fromkeys(names, [True, True, "Strict", "/", ""])


def test_behind_https_browsers_are_told_to_stay_there_for_two_years(tmp_path: Path) -> None:
    told = json.loads(python(BEHIND_HTTPS, tmp_path, https=True))
    assert told["hsts"] == "max-age=63072000; includeSubDomains"


def words_in_addresses(resolver: URLResolver) -> set[str]:
    """The arguments of addresses that are no whole numbers."""
    found: set[str] = set()
    for pattern in resolver.url_patterns:
        converters = pattern.pattern.converters.items()
        found |= {name for name, converter in converters if not isinstance(converter, IntConverter)}
        if isinstance(pattern, URLResolver):
            found |= words_in_addresses(pattern)
    return found


def test_no_address_carries_words_that_somebody_typed() -> None:
    # The secret is made by the house, says nothing and can be taken back: tests/steps/plan/test_feeds.py.
    assert words_in_addresses(get_resolver()) <= WORDS_IN_ADDRESSES | {"secret"}


def test_no_address_says_what_the_meetings_are_about() -> None:
    """Country, conflict and diplomacy are words that a line in somebody's log should not hold."""
    patterns = " ".join(str(pattern.pattern) for pattern in get_resolver().url_patterns)
    assert not re.search(r"diplomacy|conflict|peace|ukrain|russia|enemy", patterns, re.IGNORECASE)
