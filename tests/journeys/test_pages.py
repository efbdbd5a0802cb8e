"""Every page of the demonstration, as everybody who can sign in reaches it.

In English each address, in the dark and in Ukrainian and Russian each template; as it comes without scripts, and as a
browser shows it: axe-core at the desk, and nothing that sticks out on a phone 390 pixels wide.
"""

from __future__ import annotations

import gzip
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from urllib.parse import urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.urls import Resolver404, resolve, reverse
from playwright.sync_api import Browser, BrowserContext, Page

from tests.house.test_matrix import NAMES
from tests.journeys.crawl import Answer, crawl
from tests.journeys.house import House
from tests.journeys.translated import left_in_english
from tracktwo.site.demo.build import SHOWN
from tracktwo.site.demo.stage import PASSPHRASE

pytestmark = [pytest.mark.journey, pytest.mark.pages]
MOST_BYTES = 60_000
# Which elements make a page too wide, for whoever has to mend it.
STICKING_OUT = """() => [...document.querySelectorAll("body *")]
  .filter(one => one.getBoundingClientRect().right > innerWidth + 1 && !one.closest(".scroll"))
  .map(one => one.outerHTML.slice(0, 120)).slice(-3)"""
PHONE = {"width": 390, "height": 844}
DESK = {"width": 1280, "height": 900}
# No link leads there in this demonstration, and whoever types the address sees a page all the same.
BESIDES = {
    "agree:open": {"workshop": 1},
    "agree:save": {"workshop": 1},
    "convene:open": {},
    "convene:open_vote": {},
    "plan:version": {"version": 1},
    "plan:keep": {"version": 1},
    "plan:close": {"number": 1},
    "transmit:release": {"cell": 1},
}
NOT_REACHED = {
    "people:sign_out": "the crawl would lose its session; tests/foundation/test_people.py does it",
    "people:language": "it only leads onwards; tests/foundation/test_people.py does it",
    "site:health": "no page links to it; it is for whoever watches the machine",
    "vault:found": "it leads to the door; the vault of the demonstration is founded",
    "vault:seal": "it leads to the door; the vault of the demonstration is sealed",
    "vault:reveal": "it leads to the door; tests/foundation/vault looks at what it answers",
    "agree:statements": "a text that is begun does not begin again; tests/steps/agree looks at its page",
    "measure:report_file": "a file that exists once a report is made; the journey downloads it",
}


@dataclass
class Reader:
    """Somebody of the demonstration, signed in, and every answer that the links from home led to."""

    alias: str
    context: BrowserContext
    answers: dict[str, Answer] = field(default_factory=dict)

    def fetch(self, place: str) -> Answer:
        answer = self.context.request.get(place, headers={"accept-encoding": "identity"})
        return Answer(answer.status, answer.headers.get("content-type", ""), answer.body(), answer.headers)

    def speak(self, language: str) -> None:
        self.context.clear_cookies(name="language")
        host = {"domain": "127.0.0.1", "path": "/"}
        self.context.add_cookies([{"name": "language", "value": language, **host}])


def sign_in(browser: Browser, house: House, alias: str) -> Reader:
    context = browser.new_context(base_url=house.address, viewport=DESK, locale="en-GB", accept_downloads=False)
    if alias:
        page = context.new_page()
        page.goto("/sign-in/")
        page.locator('[name="alias"]').fill(alias)
        page.locator('[name="passphrase"]').fill(PASSPHRASE)
        with page.expect_navigation():
            page.locator("main button.do").click()
        page.close()
    return Reader(alias, context)


@pytest.fixture(scope="module")
def readers(browser: Browser, demo_house: House) -> Iterator[list[Reader]]:
    """Everybody who is shown on the first screen, and one who has not signed in."""
    found = [sign_in(browser, demo_house, alias) for alias in ("", *SHOWN)]
    for reader in found:
        reader.speak("en")
        reader.answers = crawl(reader.fetch)
        reader.answers |= besides(reader)
    yield found
    for reader in found:
        reader.context.close()


def besides(reader: Reader) -> dict[str, Answer]:
    """What the further addresses answer, where this reader may ask there."""
    key = next((place.split("/")[2] for place in reader.answers if place.startswith("/p/")), "")
    places = [reverse(name, kwargs={"key": key} | more) for name, more in BESIDES.items()] if key else []
    answers = {place: reader.fetch(place) for place in places if place not in reader.answers}
    return {place: answer for place, answer in answers.items() if answer.status != 404}


def pages(readers: list[Reader]) -> Iterator[tuple[Reader, str, Answer]]:
    for reader in readers:
        for place, answer in reader.answers.items():
            if answer.is_page:
                yield reader, place, answer


def once_for_every_template(readers: list[Reader]) -> list[tuple[Reader, str]]:
    """The fullest page that each view shows, with each status."""
    found: dict[tuple[str, int], tuple[int, Reader, str]] = {}
    for reader, place, answer in pages(readers):
        kind = name_of(place), answer.status
        if kind not in found or found[kind][0] < len(answer.body):
            found[kind] = len(answer.body), reader, place
    return [(reader, place) for _length, reader, place in found.values()]


def name_of(place: str) -> str:
    try:
        return resolve(urlsplit(place).path).view_name
    except Resolver404:
        return place


def test_every_address_of_the_house_is_reached_from_somebody_s_home(readers: list[Reader]) -> None:
    reached = {name_of(place) for reader in readers for place in reader.answers}
    assert sorted(set(NAMES) - reached - set(NOT_REACHED)) == []


def test_no_link_leads_nowhere(readers: list[Reader]) -> None:
    told = [(reader.alias, place, answer.status) for reader in readers for place, answer in reader.answers.items()]
    # 422 is a page that says why something is not possible now; 404 is for addresses of deeds that others may do.
    assert [one for one in told if one[2] not in {200, 422}] == []


def test_every_page_has_one_heading_of_the_first_rank_a_title_and_a_language(readers: list[Reader]) -> None:
    faults = []
    for reader, place, answer in pages(readers):
        html = answer.body.decode()
        title = re.search(r"<title>\s*(.+?) · Track Two</title>", html, re.DOTALL)
        if html.count("<h1") != 1 or not title or '<html lang="en">' not in html:
            faults.append((reader.alias, place, html.count("<h1"), bool(title)))
    assert faults == []


def test_no_page_is_heavy(readers: list[Reader], demo_house: House) -> None:
    """What a page costs on the wire the first time: its HTML and the styles and scripts it names, compressed.

    Fonts are left out: pages are read while they come, and they come once. HTML is counted as a proxy before the house
    would send it; the house itself does not compress what it says to people, so that lengths do not tell secrets.
    """
    weights: dict[str, int] = {}
    heavy = []
    for reader, place, answer in pages(readers):
        html = answer.body.decode()
        for part in re.findall(r'(?:href|src)="(/static/[^"]+\.(?:css|js))"', html):
            if part not in weights:
                weights[part] = len(gzip.compress(reader.fetch(part).body))
        own = sum(weights[part] for part in set(re.findall(r'(?:href|src)="(/static/[^"]+\.(?:css|js))"', html)))
        total = len(gzip.compress(answer.body)) + own
        if total > MOST_BYTES:
            heavy.append((place, total))
    assert heavy == []


@dataclass
class Watched:
    """A page of a browser that notes what no page should do."""

    page: Page
    abroad: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    @classmethod
    def of(cls, reader: Reader) -> Watched:
        watched = cls(reader.context.new_page())
        watched.page.on("request", lambda request: watched.note(request.url))
        watched.page.on("console", lambda said: said.type == "error" and watched.complain(said.text))
        watched.page.on("pageerror", lambda error: watched.complaints.append(str(error)))
        return watched

    def note(self, url: str) -> None:
        if urlsplit(url).scheme != "data" and urlsplit(url).hostname != "127.0.0.1":
            self.abroad.append(url)

    def complain(self, text: str) -> None:
        if "Failed to load resource" not in text:  # that a page answers 422 is on purpose
            self.complaints.append(text)


def every_address(readers: list[Reader]) -> list[tuple[Reader, str]]:
    """Each address once, as the one sees it to whom it shows most."""
    found: dict[str, tuple[int, Reader]] = {}
    for reader, place, answer in pages(readers):
        if place not in found or found[place][0] < len(answer.body):
            found[place] = len(answer.body), reader
    return [(reader, place) for place, (_length, reader) in found.items()]


def faults_of(page: Page, language: str) -> list[object]:
    """What axe finds at the desk; what sticks out on a phone; what is left in English."""
    found: list[object] = [
        (violation["id"], violation["nodes"][0]["html"][:160]) for violation in Axe().run(page).response["violations"]
    ]
    if language != "en":
        found += left_in_english(page, language)
    page.set_viewport_size(PHONE)
    width = page.evaluate("document.documentElement.scrollWidth")
    if width > PHONE["width"]:
        found.append((width, page.evaluate(STICKING_OUT)))
    return found


@pytest.mark.parametrize(("language", "scheme"), [("en", "light"), ("en", "dark"), ("uk", "light"), ("ru", "light")])
def test_a_browser_finds_no_fault_on_any_page(readers: list[Reader], language: str, scheme: str) -> None:
    """Every address in English and light; else once for every template."""
    every = (language, scheme) == ("en", "light")
    faults = defaultdict(list)
    for reader, place in every_address(readers) if every else once_for_every_template(readers):
        watched = Watched.of(reader)
        reader.speak(language)
        watched.page.emulate_media(color_scheme=scheme)
        watched.page.goto(place)
        faults[reader.alias, place] += faults_of(watched.page, language)
        assert (watched.abroad, watched.complaints) == ([], []), place
        watched.page.close()
    assert {where: found for where, found in faults.items() if found} == {}
