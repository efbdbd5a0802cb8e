"""A telephone in the room loses the network: it says so, loses no word, sends nothing twice, and catches up."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, Page, Route, expect

from tests.journeys.house import House

pytestmark = pytest.mark.journey
PASSPHRASE = "heather over granite"
SOON = 15_000


@dataclass
class Screen:
    context: BrowserContext
    page: Page
    name: str

    @classmethod
    def arrive(cls, browser: Browser, house: House, alias: str, name: str) -> Screen:
        context = browser.new_context(base_url=house.address, viewport={"width": 390, "height": 844})
        page = context.new_page()
        page.goto("/sign-in/")
        page.locator('[name="alias"]').fill(alias)
        page.locator('[name="passphrase"]').fill(PASSPHRASE)
        with page.expect_navigation():
            page.locator("main button.do").click()
        key = re.search(r"/p/([^/]+)/", page.content())
        assert key is not None
        page.goto(f"/p/{key[1]}/convene/{name}/")
        return cls(context, page, name)

    @property
    def field(self) -> Locator:
        return self.page.locator('textarea[name="text"]').first

    @property
    def status(self) -> Locator:
        return self.page.locator("#live-status")

    def say(self, words: str) -> None:
        if self.name == "room" and not self.page.locator("#jot[open]").count():
            self.page.locator("#jot summary").click()
        self.field.fill(words)
        self.field.locator("xpath=ancestor::form").locator("button[type=submit]").click()

    def times(self, words: str) -> int:
        return self.page.content().count(words)


@pytest.fixture(scope="module")
def console(browser: Browser, demo_house: House) -> Iterator[Screen]:
    screen = Screen.arrive(browser, demo_house, "Hazel", "console")
    yield screen
    screen.context.close()


@pytest.fixture
def phone(browser: Browser, demo_house: House) -> Iterator[Screen]:
    screen = Screen.arrive(browser, demo_house, "Wagtail", "room")
    yield screen
    screen.context.close()


def test_words_sent_into_a_broken_line_wait_and_arrive_once(phone: Screen, console: Screen) -> None:
    words = "We fear the silence after the words."
    phone.context.set_offline(True)
    expect(phone.status).to_contain_text("No connection", timeout=SOON)
    phone.say(words)
    expect(phone.status).to_contain_text("What you sent waits on this page")
    expect(phone.field).to_have_value(words)
    phone.context.set_offline(False)
    expect(phone.page.locator("#wall")).to_contain_text(words, timeout=SOON)
    expect(phone.field).to_have_value("")
    # The console has it without anybody's touching it.
    expect(console.page.get_by_text(words)).to_be_visible(timeout=SOON)


def test_an_answer_that_is_lost_on_the_way_back_makes_no_second_statement(phone: Screen, console: Screen) -> None:
    words = "Nobody asked us who would come back."
    sent: list[str] = []

    def lose_the_first_answer(route: Route) -> None:
        sent.append(route.request.post_data or "")
        if len(sent) > 1:
            route.continue_()
            return
        route.fetch(max_redirects=0)  # it has arrived, and the house has answered
        route.abort()

    phone.context.route("**/room/say/", lose_the_first_answer)
    phone.say(words)
    expect(phone.field).to_have_value("", timeout=SOON)  # the second answer has come; the wall had it before
    assert len(sent) == 2
    assert sent[0] == sent[1]
    expect(console.page.get_by_text(words)).to_have_count(1, timeout=SOON)


def test_a_page_that_gives_up_says_so_and_keeps_the_words(phone: Screen) -> None:
    words = "Let the children meet before the papers do."
    phone.page.clock.install()
    phone.page.reload()
    phone.context.set_offline(True)
    phone.say(words)
    for _again in range(12):
        phone.page.clock.run_for(5000)
        phone.page.wait_for_timeout(20)
    expect(phone.status).to_contain_text("It did not go out")
    expect(phone.field).to_have_value(words)
    phone.context.set_offline(False)
    phone.page.clock.resume()
    phone.say(words)
    expect(phone.page.locator("#wall")).to_contain_text(words, timeout=SOON)


def test_after_a_break_everything_is_there(phone: Screen, console: Screen) -> None:
    phone.context.set_offline(True)
    expect(phone.status).to_contain_text("No connection", timeout=SOON)
    console.say("This was said while one was away.")
    expect(console.page.get_by_text("This was said while one was away.").first).to_be_visible(timeout=SOON)
    phone.context.set_offline(False)
    expect(phone.page.locator("#wall")).to_contain_text("This was said while one was away.", timeout=SOON)
    expect(phone.status).to_contain_text("Connected again", timeout=SOON)


def in_sight(page: Page) -> bool:
    """Whole and on top of everything, wherever somebody has scrolled to."""
    return bool(
        page.evaluate("""() => {
          const line = document.getElementById("live-status"), box = line.getBoundingClientRect();
          const there = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
          const whole = box.top >= 0 && box.left >= 0 && box.bottom <= innerHeight && box.right <= innerWidth;
          return whole && box.height > 0 && line.contains(there);
        }""")
    )


@pytest.mark.parametrize("size", [(390, 844), (1280, 800)])
def test_the_console_says_that_the_line_is_lost_where_its_reader_is(console: Screen, size: tuple[int, int]) -> None:
    console.page.set_viewport_size({"width": size[0], "height": size[1]})
    console.page.evaluate("() => scrollTo(0, document.documentElement.scrollHeight)")
    console.context.set_offline(True)
    expect(console.status).to_contain_text("No connection", timeout=SOON)
    assert in_sight(console.page)
    console.context.set_offline(False)
    expect(console.status).not_to_contain_text("No connection", timeout=SOON)
