"""The script of live screens in a real browser, against a server that the test can make silent."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import urlsplit
from uuid import UUID

import django_htmx
import pytest
from django.template.loader import render_to_string
from django.test import RequestFactory
from playwright.sync_api import Browser, Page, expect

from tests.conftest import REPOSITORY
from tracktwo.foundation.jobs.models import State, Work
from tracktwo.foundation.jobs.registry import register

NOW = datetime(2026, 3, 10, 9, 0, tzinfo=UTC)
pytestmark = pytest.mark.journey
SCRIPT = REPOSITORY / "src" / "tracktwo" / "site" / "static" / "js" / "live.js"
HTMX = Path(django_htmx.__file__).parent / "static" / "django_htmx" / "htmx-2.min.js"
PANEL = SCRIPT.with_name("panel.js")
STREAM = SCRIPT.with_name("stream.js")
STATUS = SCRIPT.with_name("status.js")
SCRIPTS = {"/panel.js": PANEL, "/status.js": STATUS, "/live.js": SCRIPT, "/stream.js": STREAM, "/htmx.js": HTMX}
PAGE = """<!doctype html><html lang="en"><title>Room</title><script src="/panel.js" defer></script><script src="/status.js" defer></script><script src="/live.js" defer></script>
<p id="live-status" role="status" data-offline="No connection" data-slow="No answer" data-waits="Yours waits" data-back="Connected again"></p>
<section data-live="/panel/">old</section>"""
STREAMED = """<!doctype html><html lang="en"><title>Room</title><script src="/panel.js" defer></script>
<script src="/status.js" defer></script><script src="/live.js" defer></script><script src="/stream.js" defer></script>
<p id="live-status" role="status" data-offline="No connection" data-slow="No answer" data-waits="Yours waits" data-back="Connected again"></p>
<div data-live-all="/all/"><section data-live="/panel/">old</section><section data-live="/other/">old</section></div>"""
PAGES = {"/": PAGE, "/streamed/": STREAMED}
WORK_PAGE = """<!doctype html><html lang="en"><title>Work</title><script src="/htmx.js" defer></script>
<meta name="htmx-config" content='{"includeIndicatorStyles": false, "allowEval": false, "selfRequestsOnly": true}'>"""
POLICY = "default-src 'none'; script-src 'self'; connect-src 'self'"


@dataclass
class Room:
    """What the server shows, and the headers of every time it was asked."""

    html: str = "one"
    tag: str = '"1"'
    silent: bool = False
    stuck: bool = False  # takes every question and answers none
    hums: bool = True  # whether streams are offered
    listening: int = 0
    asked: list[dict[str, str]] = field(default_factory=list)

    def together(self) -> str:
        """As the house answers for several panels at once."""
        return "".join(f'<section data-of="{name}">{self.html} {name}</section>' for name in ("/panel/", "/other/"))

    def change(self, html: str) -> None:
        self.html, self.tag = html, f'"{int(self.tag.strip(chr(34))) + 1}"'


@pytest.fixture
def room() -> Room:
    return Room()


class Answer(BaseHTTPRequestHandler):
    """The server that the page speaks with."""

    room: Room

    def do_GET(self) -> None:
        place = urlsplit(self.path).path
        if "text/event-stream" in self.headers.get("Accept", ""):
            self.hum()
        elif place in SCRIPTS:
            self.answer(200, SCRIPTS[place].read_text(encoding="utf-8"), kind="text/javascript")
        elif place in PAGES:
            self.answer(200, PAGES[place])
        elif place == "/progress/":
            self.note()
            self.answer(200, f"{WORK_PAGE}<main>{self.room.html}</main>")
        else:
            self.show_panel(self.room.together() if place == "/all/" else self.room.html)

    def note(self) -> None:
        self.room.asked.append({name.lower(): value for name, value in self.headers.items()})

    def hum(self) -> None:
        if not self.room.hums:
            self.answer(204, "", kind="text/event-stream")
            return
        self.answer(200, f"data: {self.room.tag}\n\n", kind="text/event-stream")
        self.room.listening, told = self.room.listening + 1, self.room.tag
        while self.room.hums:
            if self.room.tag != told:
                told = self.room.tag
                self.wfile.write(f"data: {told}\n\n".encode())
            time.sleep(0.02)

    def show_panel(self, html: str) -> None:
        self.note()
        while self.room.stuck:
            time.sleep(0.02)
        if self.room.silent:
            self.answer(503, "")
        elif self.headers.get("If-None-Match") == self.room.tag:
            self.answer(304, "")
        else:
            self.answer(200, html)

    def answer(self, status: int, text: str, kind: str = "text/html") -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Security-Policy", POLICY)
        self.send_header("ETag", self.room.tag)
        self.end_headers()
        self.wfile.write(text.encode())

    def log_message(self, *_arguments: object) -> None:
        """A test's own output is enough."""


@pytest.fixture
def address(room: Room) -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), type("AnswerFor", (Answer,), {"room": room}))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}/"
    server.shutdown()
    server.server_close()


@pytest.fixture
def browser_page(browser: Browser) -> Iterator[Page]:
    """A new page: its clock is the test's own."""
    page = browser.new_page()
    yield page
    page.close()


@pytest.fixture
def page(browser_page: Page, address: str) -> Page:
    browser_page.clock.install()
    browser_page.goto(address)
    return browser_page


def pass_a_turn(page: Page, room: Room) -> None:
    """Let the page ask once more, and wait until it has dealt with the answer."""
    before = len(room.asked)
    for _tenth in range(100):
        page.clock.run_for(100)
        page.wait_for_timeout(10)
        if len(room.asked) > before:
            break
    page.wait_for_load_state("networkidle")
    page.wait_for_timeout(50)
    assert len(room.asked) == before + 1


def test_the_panel_shows_what_changed_and_says_who_asks(page: Page, room: Room) -> None:
    pass_a_turn(page, room)
    expect(page.locator("section")).to_have_text("one")
    room.change("two")
    pass_a_turn(page, room)
    expect(page.locator("section")).to_have_text("two")
    assert [asked.get("if-none-match") for asked in room.asked] == [None, '"1"']
    assert {asked["x-live"] for asked in room.asked} == {"poll"}


def test_what_somebody_is_writing_is_never_replaced(page: Page, room: Room) -> None:
    room.html = '<label>Words <textarea id="words"></textarea></label><button id="b">Say</button>'
    pass_a_turn(page, room)
    page.locator("#words").fill("a need")
    room.change("gone")
    page.locator("body").click(position={"x": 1, "y": 1})
    page.clock.run_for(10_000)
    page.wait_for_timeout(50)
    assert page.locator("#words").input_value() == "a need"


def test_focus_on_a_button_stays_when_the_panel_changes(page: Page, room: Room) -> None:
    room.html = "<button>First</button><button>Second</button>"
    pass_a_turn(page, room)
    page.get_by_role("button", name="Second").focus()
    room.change("<p>News</p><button>First</button><button>Second</button>")
    pass_a_turn(page, room)
    expect(page.get_by_text("News")).to_be_visible()
    expect(page.get_by_role("button", name="Second")).to_be_focused()


def test_a_button_is_not_taken_away_under_a_finger(page: Page, room: Room) -> None:
    """A click is a press and its end on one element: a panel replaced in between would swallow it."""
    room.html = "<p>Old</p><details><summary>Open</summary>in</details>"
    pass_a_turn(page, room)
    page.locator("summary").hover()
    page.mouse.down()
    room.change("<p>New</p><details><summary>Open</summary>in</details>")
    pass_a_turn(page, room)
    expect(page.locator("p").last).to_have_text("Old")
    page.mouse.up()
    expect(page.locator("details")).to_have_attribute("open", "")
    page.clock.run_for(100)
    expect(page.locator("p").last).to_have_text("New")
    expect(page.locator("details")).to_have_attribute("open", "")


def test_a_lost_connection_is_told_after_two_failures_and_caught_up(page: Page, room: Room) -> None:
    room.silent = True
    pass_a_turn(page, room)
    expect(page.locator("#live-status")).to_have_text("")
    pass_a_turn(page, room)
    expect(page.locator("#live-status")).to_have_text("No connection")
    room.silent = False
    room.change("later")
    pass_a_turn(page, room)
    expect(page.locator("section")).to_have_text("later")
    expect(page.locator("#live-status")).to_have_text("Connected again")


def test_a_hint_makes_the_page_ask_at_once_for_all_its_panels_together(
    browser_page: Page, address: str, room: Room
) -> None:
    browser_page.goto(f"{address}streamed/")
    expect(browser_page.locator("section")).to_have_text(["one /panel/", "one /other/"])
    asked = len(room.asked)
    browser_page.wait_for_timeout(3500)  # a page without a stream would have asked again by now
    assert len(room.asked) == asked
    room.change("two")
    expect(browser_page.locator("section")).to_have_text(["two /panel/", "two /other/"], timeout=1000)
    assert (room.listening, len(room.asked)) == (1, asked + 1)
    room.hums = False


def test_without_a_stream_the_page_goes_on_asking_every_two_seconds(
    browser_page: Page, address: str, room: Room
) -> None:
    room.hums = False
    browser_page.goto(f"{address}streamed/")
    expect(browser_page.locator("section")).to_have_text(["one /panel/", "one /other/"], timeout=4000)
    room.change("two")
    expect(browser_page.locator("section")).to_have_text(["two /panel/", "two /other/"], timeout=4000)


def test_words_that_came_while_somebody_wrote_are_shown_when_the_field_is_free(
    browser_page: Page, address: str, room: Room
) -> None:
    room.html = '<label>Word <input id="w"></label>'
    browser_page.goto(f"{address}streamed/")
    expect(browser_page.locator("input")).to_have_count(2)
    browser_page.locator("input").first.focus()
    room.change("<p>news</p>")
    expect(browser_page.locator("section").nth(1)).to_have_text("news /other/")
    expect(browser_page.locator("section").first.locator("input")).to_be_focused()
    browser_page.locator("input").first.blur()
    room.change("<p>later</p>")
    expect(browser_page.locator("section")).to_have_text(["later /panel/", "later /other/"])
    room.hums = False


def progress(**state: object) -> str:
    """The fragment as the house renders it on the page /progress/."""
    work = Work(id=UUID(int=7 << 96), name="jobs.try_progress", queued_at=NOW, **state)
    return render_to_string("jobs/progress.html", {"work": work}, request=RequestFactory().get("/progress/"))


def test_progress_moves_by_itself_and_stops_asking_when_the_work_is_done(
    browser_page: Page, address: str, room: Room
) -> None:
    register("jobs.try_progress", words={"counting": "Counting"})(progress)
    room.html = progress(state=State.RUNNING, done=1, of=4, words="counting")
    browser_page.goto(f"{address}progress/")
    expect(browser_page.get_by_role("progressbar")).to_have_attribute("value", "1")
    room.html = progress(state=State.RUNNING, done=3, of=4, words="counting")
    expect(browser_page.get_by_role("progressbar")).to_have_attribute("value", "3")
    room.html = progress(state=State.DONE, finished_at=NOW)
    expect(browser_page.get_by_role("link", name="Show the result")).to_have_attribute("href", "/progress/")
    asked = len(room.asked)
    browser_page.wait_for_timeout(2500)
    assert len(room.asked) == asked
    assert {each.get("x-live") for each in room.asked[1:]} == {"poll"}


@pytest.mark.parametrize("script", [SCRIPT, PANEL, STREAM, STATUS])
def test_the_script_is_small_and_runs_no_text_as_code(script: Path) -> None:
    text = script.read_text(encoding="utf-8")
    assert len(text.encode()) < 5120
    assert "eval" not in text
    assert "localStorage" not in text


def test_a_break_too_short_for_any_question_to_fail_is_announced_and_taken_back(page: Page, room: Room) -> None:
    status = page.locator("#live-status")
    page.evaluate("window.dispatchEvent(new Event('offline'))")
    expect(status).to_have_text("No connection")
    page.evaluate("window.dispatchEvent(new Event('online'))")
    expect(status).to_have_text("Connected again", timeout=6000)


def test_what_becomes_of_own_words_goes_before_the_state_of_the_line(page: Page, room: Room) -> None:
    status, room.silent = page.locator("#live-status"), True
    pass_a_turn(page, room)
    page.evaluate("document.dispatchEvent(new CustomEvent('live:waits'))")
    pass_a_turn(page, room)  # the second failure
    page.evaluate("window.dispatchEvent(new Event('offline'))")
    expect(status).to_have_text("Yours waits")
    page.evaluate("document.dispatchEvent(new CustomEvent('live:sent'))")
    expect(status).to_have_text("")
    room.silent = False
    pass_a_turn(page, room)
    expect(status).to_have_text("Connected again")


def test_a_house_that_takes_the_question_and_never_answers_is_left_after_ten_seconds(
    browser_page: Page, address: str, room: Room
) -> None:
    browser_page.goto(address)
    expect(browser_page.locator("section")).to_have_text("one", timeout=5000)
    room.stuck = True
    expect(browser_page.locator("#live-status")).to_have_text("No answer", timeout=16_000)
    room.stuck = False
    room.change("two")
    expect(browser_page.locator("section")).to_have_text("two", timeout=5000)
    expect(browser_page.locator("#live-status")).to_have_text("Connected again")
