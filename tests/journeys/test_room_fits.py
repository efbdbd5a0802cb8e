"""Nothing that has to be pressed hides: the console on one screen, a telephone's answers above its foot.

In every state in which much is there at once, in every language.
"""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser

from tests.album import Leaf
from tests.journeys.looking import PHONE, Looker
from tests.journeys.room_states import LANGUAGES, Screens, screens

pytestmark = pytest.mark.journey
CONSOLE = {"width": 1280, "height": 800}
TELEPHONES = ((390, 844), (360, 740), (1280, 800))
# What a desk needs beyond what it has, and controls that are not wholly between the top bar and the foot.
HIDDEN_ON_THE_CONSOLE = """() => {
  const foot = document.querySelector(".console > footer").getBoundingClientRect().top;
  const shown = [...document.querySelectorAll(".desk :is(button, a.button, a.do, select, textarea, input, summary)")]
    .filter((one) => one.checkVisibility() && one.getClientRects().length && one.type !== "hidden");
  const hidden = shown.filter((one) => one.getBoundingClientRect().bottom > foot || one.getBoundingClientRect().top < 0);
  const desks = [document.documentElement, ...document.querySelectorAll(".desk")];
  const over = desks.filter((one) => one.scrollHeight > one.clientHeight || one.scrollWidth > one.clientWidth);
  return [...over.map((one) => one.className + one.scrollHeight), ...hidden.map((one) => one.innerText || one.name)];
}"""

# Answers that are not wholly above the foot before anybody scrolls; None where nothing is asked.
BELOW_THE_FOOT = """() => {
  const foot = document.querySelector(".phone > footer").getBoundingClientRect().top;
  const answers = [...document.querySelectorAll("[data-asks] form button")];
  const below = answers.filter((one) => one.getBoundingClientRect().bottom > foot || one.getBoundingClientRect().top < 0);
  return answers.length ? below.map((one) => one.innerText) : null;
}"""
# With everything unfolded. A link inside a sentence is as high as its line, and a tick or a choice is pressed by its label.
TOO_LOW_FOR_A_THUMB = """() => {
  document.querySelectorAll("details").forEach((one) => { one.open = true; });
  const things = "button, a.button, a.do, select, textarea, summary, fieldset label, .topbar li a, .console > footer a";
  return [...document.querySelectorAll(things)].filter((one) => one.getClientRects().length)
    .map((one) => [one.innerText || one.name, one.getBoundingClientRect().height]).filter(([, height]) => height < 48);
}"""


@pytest.fixture(scope="module")
def shown(tmp_path_factory, django_db_setup: None, django_db_blocker) -> Screens:
    """Drawn before there is a browser: while one is open, Django takes the thread for an asynchronous one."""
    with django_db_blocker.unblock():
        return screens(tmp_path_factory.mktemp("screens"))


def name_of(leaf: Leaf) -> str:
    return f"{leaf.moment} {leaf.alias} {leaf.answer.headers.get('Content-Language')}"


def test_the_console_stands_on_one_screen_and_hides_no_button(shown: Screens, browser: Browser) -> None:
    looker = Looker.of(browser)
    found = {}
    for leaf in shown.desks:
        looker.open(leaf, "light")
        looker.page.set_viewport_size(CONSOLE)
        found[name_of(leaf)] = looker.page.evaluate(HIDDEN_ON_THE_CONSOLE)
    assert len(found) == len(shown.desks)
    assert {name: hidden for name, hidden in found.items() if hidden} == {}


@pytest.mark.parametrize(("width", "height"), TELEPHONES)
def test_every_answer_stands_above_the_foot_of_a_telephone(
    shown: Screens, browser: Browser, width: int, height: int
) -> None:
    looker = Looker.of(browser)
    found = {}
    for leaf in shown.phones:
        looker.open(leaf, "light")
        looker.page.set_viewport_size({"width": width, "height": height})
        found[name_of(leaf)] = looker.page.evaluate(BELOW_THE_FOOT)
    assert {name for name, below in found.items() if below is None} == {
        f"asked_back Siskin {tongue}" for tongue in LANGUAGES
    }
    assert {name: below for name, below in found.items() if below} == {}


def test_whatever_is_pressed_on_a_telephone_is_high_enough_for_a_thumb(shown: Screens, browser: Browser) -> None:
    looker = Looker.of(browser)
    found = {}
    for leaf in (*shown.phones, *shown.desks):
        looker.open(leaf, "light")
        looker.page.set_viewport_size(PHONE)
        found[name_of(leaf)] = looker.page.evaluate(TOO_LOW_FOR_A_THUMB)
    assert {name: low for name, low in found.items() if low} == {}


def test_one_thing_is_asked_at_a_time(shown: Screens, browser: Browser) -> None:
    """The check-in comes when neither a vote nor a restatement waits for this reader, and then before everything else."""
    looker = Looker.of(browser)
    asked = {}
    for leaf in shown.phones:
        looker.open(leaf, "light")
        asked[leaf.moment, leaf.alias] = looker.page.locator("[data-asks] form").count()
        if (leaf.moment, leaf.alias) == ("checkin", "Wagtail"):
            assert looker.page.locator('button[name="right"]').count() == 2
            assert looker.page.locator('button[name="step"]').count() == 0
    assert asked.pop(("asked_back", "Siskin")) == 0
    assert set(asked.values()) == {1}
