"""In the demonstration every link that somebody is shown leads somewhere that this person may go."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from html import unescape

import pytest
from django.test import Client

from tracktwo.foundation.people.models import Account
from tracktwo.site.demo.build import SHOWN, build_demo

LINK = re.compile(r'<a[^>]* href="([^"#?][^"#]*)')


@pytest.fixture(scope="module")
def demonstration(django_db_setup: None, django_db_blocker: object) -> object:
    """Built once for all who walk through it; thrown away with the transaction."""
    from django.db import transaction

    with django_db_blocker.unblock(), transaction.atomic():  # type: ignore[attr-defined]  # pytest-django's blocker
        build_demo(datetime.now(UTC))
        yield
        transaction.set_rollback(True)


def crawl(alias: str) -> dict[str, int]:
    """Every address reachable by links from home, with its answer."""
    client = Client()
    client.force_login(Account.objects.get(alias=alias))
    found: dict[str, int] = {}
    to_see = ["/"]
    while to_see:
        place = to_see.pop()
        if place in found:
            continue
        answer = client.get(place, follow=True)
        found[place] = answer.status_code
        if answer["Content-Type"].startswith("text/html"):
            links = [unescape(link) for link in LINK.findall(answer.content.decode())]
            to_see += [link for link in links if link.startswith("/") and link not in found]
    return found


@pytest.mark.django_db
@pytest.mark.parametrize("alias", SHOWN)
def test_no_link_leads_nowhere(demonstration: None, alias: str) -> None:
    found = crawl(alias)
    assert {place: status for place, status in found.items() if status != 200} == {}
    assert len(found) > 3
