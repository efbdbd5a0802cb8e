"""A browser that is shown the pages of the album and notes what no page should do.

It gets what the house answered, with its headers, so the content policy holds as it does at a server.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from mimetypes import guess_type
from pathlib import Path
from urllib.parse import urlsplit

from axe_playwright_python.base import AXE_SCRIPT
from django.contrib.staticfiles import finders
from playwright.sync_api import Browser, Page, Route

from tests.album import Leaf
from tests.journeys.translated import left_in_english

ADDRESS = "http://127.0.0.1"
PHONE = (390, 844)
DESK = (1280, 900)
# Which elements make a page too wide, for whoever has to mend it.
STICKING_OUT = """() => [...document.querySelectorAll("body *")]
  .filter(one => one.getBoundingClientRect().right > innerWidth + 1 && !one.closest(".scroll"))
  .map(one => one.outerHTML.slice(0, 120)).slice(-3)"""
# What a page quotes as somebody else wrote it, in whatever language the reader has.
QUOTED = {
    "undesirable organisation": "in the name of a register of the house's own list",
    "needs and fears": "in the description that the convener typed, in a field of a form",
}
# Only what it says is brought back here, and not the names of all the rules that hold.
AXE_SAYS = """() => axe.run({resultTypes: ["violations"]}).then(({violations}) =>
  violations.map((one) => [one.id, one.nodes[0].html.slice(0, 160)]))"""


@dataclass
class Looker:
    page: Page
    leaf: Leaf | None = None
    abroad: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    @classmethod
    def of(cls, browser: Browser) -> Looker:
        width, height = DESK
        viewport = {"width": width, "height": height}
        looker = cls(browser.new_context(base_url=ADDRESS, viewport=viewport, locale="en-GB").new_page())
        looker.page.route("**/*", looker.answer)
        looker.page.on("console", lambda said: said.type == "error" and looker.complain(said.text))
        looker.page.on("pageerror", lambda error: looker.complaints.append(str(error)))
        return looker

    def answer(self, route: Route) -> None:
        place = urlsplit(route.request.url)
        if place.hostname != "127.0.0.1":
            self.abroad.append(route.request.url)
            route.abort()
        elif place.path.startswith("/static/"):
            show_file(route, place.path.removeprefix("/static/"))
        elif self.leaf and route.request.is_navigation_request():
            given = self.leaf.answer
            route.fulfill(status=given.status, headers=given.headers, body=given.body)
        else:
            route.fulfill(status=304)  # nothing new in a part that loads by itself

    def complain(self, text: str) -> None:
        if "Failed to load resource" not in text:  # that a page answers 422 is on purpose
            self.complaints.append(text)

    def resize(self, size: tuple[int, int]) -> None:
        self.page.set_viewport_size({"width": size[0], "height": size[1]})

    def open(self, leaf: Leaf, scheme: str, size: tuple[int, int] = DESK) -> None:
        self.leaf = leaf
        self.resize(size)
        self.page.emulate_media(color_scheme=scheme)
        self.page.goto(leaf.place)
        assert (self.abroad, self.complaints) == ([], []), leaf.place

    def violations(self) -> list[object]:
        """What axe finds."""
        self.page.evaluate(AXE_SCRIPT)
        return list(self.page.evaluate(AXE_SAYS))

    def words_in_english(self, language: str) -> list[object]:
        return [word for word in left_in_english(self.page, language) if word not in QUOTED]

    def sticking_out_on_a_phone(self) -> list[object]:
        self.resize(PHONE)
        width = self.page.evaluate("document.documentElement.scrollWidth")
        return [(width, self.page.evaluate(STICKING_OUT))] if width > PHONE[0] else []


def show_file(route: Route, name: str) -> None:
    found = finders.find(name)
    if isinstance(found, str):
        route.fulfill(body=Path(found).read_bytes(), content_type=guess_type(name)[0] or "application/octet-stream")
    else:
        route.fulfill(status=404)


def list_of(found: dict[tuple[str, str], list[object]]) -> str:
    """Everything that was found, a page a line, for whoever mends it; empty where there is nothing."""
    return "\n".join(f"{alias or 'nobody'} {place}: {faults}" for (alias, place), faults in found.items() if faults)
