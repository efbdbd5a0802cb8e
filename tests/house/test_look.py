"""What the pages are made of: few bytes of style, one dark, no script and no style inside a template."""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.template.loader import get_template
from django.urls import URLPattern, URLResolver, get_resolver

from tests.conftest import REPOSITORY
from tracktwo.foundation.live.fragments import LiveFragment
from tracktwo.foundation.people.doors import Door

SOURCE = REPOSITORY / "src" / "tracktwo"
STYLES = sorted((SOURCE / "site" / "static" / "css").glob("*.css"))
MOST_BYTES = 15_000
# Shown by no door of their own: errors, and a refusal in answer to a GET.
FURTHER_PAGES = ("404.html", "500.html", "403_csrf.html", "refused.html")
INSIDE = {
    "style attribute": r"<[^>]*\sstyle\s*=",
    "style element": r"<style\b",
    "inline script": r"<script\b(?![^>]*\ssrc\s*=)",
    "inline handler": r"<[^>]*\s(?:on[a-z]+|hx-on[a-z:-]*)\s*=",
    "script address": r"javascript:",
}


def templates() -> list[Path]:
    return sorted(path for path in SOURCE.rglob("*.html") if "templates" in path.parts)


def forbidden_in(markup: str) -> list[str]:
    return [name for name, pattern in INSIDE.items() if re.search(pattern, markup, re.IGNORECASE)]


def dark_blocks(css: str) -> tuple[str, str]:
    """What the reader's system and what the page's own switch set for dark, as one line each."""
    (asked,) = re.findall(r'prefers-color-scheme: dark\) \{ :root:not\(\[data-theme="light"\]\) \{(.*?)\}', css, re.S)
    (chosen,) = re.findall(r':root\[data-theme="dark"\] \{\s*color-scheme: dark;(.*?)\}', css, re.S)
    return " ".join(asked.split()), " ".join(chosen.split())


def doors(resolver: URLResolver | None = None) -> Iterator[tuple[type[Door], str]]:
    """Every door with the template it shows."""
    for pattern in (resolver or get_resolver()).url_patterns:
        if isinstance(pattern, URLResolver):
            yield from doors(pattern)
        elif isinstance(pattern, URLPattern):
            door = pattern.callback.view_class
            template = pattern.callback.view_initkwargs.get("template", door.template)
            if template:
                yield door, template


def test_the_two_dark_blocks_say_the_same() -> None:
    asked, chosen = dark_blocks((SOURCE / "site/static/css/tokens.css").read_text(encoding="utf-8"))
    assert (asked, "--paper" in asked) == (chosen, True)


def test_all_styles_together_stay_small() -> None:
    sizes = {path.name: len(gzip.compress(path.read_bytes(), 9)) for path in STYLES}
    assert (len(sizes), sum(sizes.values()) < MOST_BYTES) == (4, True), sizes


def test_every_page_stands_on_a_base() -> None:
    pages = {template for door, template in doors() if not issubclass(door, LiveFragment)} | set(FURTHER_PAGES)
    bare = [name for name in sorted(pages) if not get_template(name).template.source.startswith("{% extends ")]
    assert (len(pages) > 30, bare) == (True, [])


def test_a_live_fragment_is_no_whole_page() -> None:
    fragments = {template for door, template in doors() if issubclass(door, LiveFragment)}
    whole = [name for name in sorted(fragments) if "{% extends" in get_template(name).template.source]
    assert (bool(fragments), whole) == (True, [])


def test_no_template_holds_style_script_or_handler() -> None:
    found = {
        path.relative_to(SOURCE).as_posix(): forbidden_in(path.read_text(encoding="utf-8")) for path in templates()
    }
    assert {place: faults for place, faults in found.items() if faults} == {}


@pytest.mark.parametrize(
    ("markup", "fault"),
    [
        ('<p class="a" style="color: red">', "style attribute"),
        ("<style>p { color: red }</style>", "style element"),
        ("<script>alert(1)</script>", "inline script"),
        ('<button type="button" onclick="go()">', "inline handler"),
        ('<div hx-on:click="go()">', "inline handler"),
        ('<a href="javascript:go()">', "script address"),
    ],
)
def test_what_no_template_may_hold_is_noticed(markup: str, fault: str) -> None:
    assert forbidden_in(markup) == [fault]


def test_a_choice_in_a_panel_that_renews_itself_has_a_name_by_which_it_is_kept() -> None:
    """panel.js puts a choice back by its id; one without would be forgotten with the next word in the room."""
    panels = [path for path in templates() if re.match(r"(desk|room|apart)_", path.name)]
    radios = {path.name: re.findall(r'<input type="radio"[^>]*>', path.read_text()) for path in panels}
    assert any(radios.values())
    assert [(name, one) for name, found in radios.items() for one in found if " id=" not in one] == []
