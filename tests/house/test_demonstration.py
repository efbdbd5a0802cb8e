"""Every page of the demonstration as it comes, without a browser: reached, found, headed, light."""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders
from django.urls import URLPattern, URLResolver, get_resolver

from tests.album import NOBODY, Album, name_of
from tests.moments import MOMENTS
from tracktwo.foundation.people.models import Account
from tracktwo.site.demo.build import SHOWN

MOST_BYTES = 60_000
PART = re.compile(r'(?:href|src)="/static/([^"]+\.(?:css|js))"')
NOT_SEEN = {
    "people:sign_out": "the crawl would lose its session; tests/foundation/test_people.py does it",
    "people:language": "it only leads onwards; tests/foundation/test_people.py does it",
    "site:days": "its address is a secret shown once, when somebody asks for it; tests/steps/plan/test_feeds.py reads it",
    "select:draw_audit_file": "open when a draw has failed or is done; tests/steps/select/test_select_draws.py reads it",
    "site:health": "no page links to it; it is for whoever watches the machine",
    "transmit/hall.html": "its address is a code told aloud; tests/steps/transmit/test_transmit_open_session.py enters",
    "convene/at_the_door.html": "the room's own door, opened by serve --room; tests/steps/convene/test_convene_door.py",
    "convene/enter.html": "behind that door",
    "convene:room_parts": "asked by the page's script; tests/steps/convene/test_convene_live.py asks it",
    "convene:console_parts": "asked by the page's script; tests/steps/convene/test_convene_live.py asks it",
    "transmit/own_story.html": "read by its teller, who is not shown; tests/steps/transmit/test_transmit_stories.py",
    "measure:report_file": "a file that exists once a report is made; the journey downloads it",
}


def views(resolver: URLResolver | None = None, namespace: str = "") -> Iterator[tuple[str, object]]:
    """Every named address with its view."""
    for pattern in (resolver or get_resolver()).url_patterns:
        if isinstance(pattern, URLResolver):
            yield from views(pattern, f"{namespace}{pattern.namespace}:" if pattern.namespace else namespace)
        elif isinstance(pattern, URLPattern):
            yield f"{namespace}{pattern.name}", pattern.callback


def pages_of_views() -> dict[str, str]:
    """What each address shows: its template, which deeds share with the page they stand on; else itself."""
    return {name: getattr(getattr(view, "view_class", None), "template", "") or name for name, view in views()}


def test_every_page_and_file_of_the_house_is_reached_from_somebody_s_home(album: Album) -> None:
    shows = pages_of_views()
    reached = {name_of(place) for answers in album.english.values() for place in answers}
    reached |= {name_of(leaf.place) for leaf in album.later}
    seen = {shows[name] for name in reached if name in shows}
    assert sorted(set(shows.values()) - seen - set(NOT_SEEN)) == []


@pytest.mark.django_db
def test_the_demonstration_leaves_nothing_behind_in_the_database_of_the_tests(album: Album) -> None:
    assert (album.english["Heron"] != {}, Account.objects.count()) == (True, 0)


def test_every_page_of_a_moment_is_reached_then_and_answers(album: Album) -> None:
    for moment in MOMENTS:
        leaves = [leaf for leaf in album.later if leaf.moment == moment.name]
        assert {name_of(leaf.place) for leaf in leaves} == moment.views
        assert {leaf.alias for leaf in leaves} == set(moment.readers)
        assert {leaf.answer.status for leaf in leaves} == {200}


@pytest.mark.parametrize("alias", [NOBODY, *SHOWN])
def test_no_link_leads_nowhere(album: Album, alias: str) -> None:
    # 422 is a page that says why something is not possible now; 404 is for addresses of deeds that others may do.
    answers = album.english[alias]
    assert {place: one.status for place, one in answers.items() if one.status not in {200, 422}} == {}
    assert len(answers) > 3 or alias == NOBODY


def test_every_page_has_one_heading_of_the_first_rank_a_title_and_a_language(album: Album) -> None:
    faults = []
    for leaf in album.leaves():
        html = leaf.answer.body.decode()
        title = re.search(r"<title>\s*(.+?) · Track Two</title>", html, re.DOTALL)
        # The public agenda says nothing of the house, not even in its title.
        title = title or name_of(leaf.place) == "site:day"
        if html.count("<h1") != 1 or not title or '<html lang="en"' not in html:
            faults.append((leaf.alias, leaf.place, html.count("<h1"), bool(title)))
    assert faults == []


def test_a_lost_convention_waits_for_a_plan_with_the_least_change(album: Album) -> None:
    """As after Honolulu in 2020; on the page of the plan, and on the page that plans again."""
    shown = {name_of(place): answer.body.decode(errors="replace") for place, answer in album.english["Heron"].items()}
    assert "Batumi" in shown["plan:again"] and "its convention is off, or has moved elsewhere" in shown["plan:again"]
    assert "Plan again with the least change" in shown["plan:about"]
    assert "cancelled" in shown["plan:conventions"]


@cache
def weight(part: str) -> int:
    found = finders.find(part)
    assert isinstance(found, str), part
    return len(gzip.compress(Path(found).read_bytes()))


def test_no_page_is_heavy(album: Album) -> None:
    """What a page costs on the wire the first time: its HTML and the styles and scripts it names, compressed.

    Fonts are left out: pages are read while they come, and they come once. HTML is counted as a proxy before the house
    would send it; the house itself does not compress what it says to people, so that lengths do not tell secrets.
    """
    heavy = []
    for leaf in album.leaves():
        parts = sum(weight(part) for part in set(PART.findall(leaf.answer.body.decode())))
        if (total := len(gzip.compress(leaf.answer.body)) + parts) > MOST_BYTES:
            heavy.append((leaf.place, total))
    assert heavy == []
