"""Nothing that has to be pressed hides: the console on one screen, a telephone's answers above its foot.

In every state in which much is there at once, in the language that says it at greatest length; in the others by
``make pages``. Each page is opened once and looked at in every size.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.album import Leaf
from tests.journeys.looking import PHONE, Looker
from tests.journeys.room_states import Screens, screens

pytestmark = pytest.mark.journey
# Counted over the catalogue: its sentences are longer than those of the other two, and so are its longest words.
LONGEST, SHORTER = ("ru",), ("en", "uk")
LANGUAGES = [pytest.param(LONGEST, id="longest"), pytest.param(SHORTER, id="shorter", marks=pytest.mark.pages)]
CONSOLE = (1280, 800)
TELEPHONES = ((390, 844), (360, 740), CONSOLE)
QUESTION, ANSWER, STEP = "[data-asks] form", 'button[name="right"]', 'button[name="step"]'
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


def name_of(leaf: Leaf) -> str:
    return f"{leaf.moment} {leaf.alias} {leaf.answer.headers.get('Content-Language')}"


@dataclass
class Looks:
    """What was found on each page by its name, and on telephones by their size as well; ``asked`` counts the questions."""

    languages: tuple[str, ...]
    hidden: dict[str, list[str]] = field(default_factory=dict)
    below: dict[tuple[int, int], dict[str, list[str] | None]] = field(default_factory=dict)
    low: dict[str, list[list[object]]] = field(default_factory=dict)
    asked: dict[tuple[str, str], set[int]] = field(default_factory=dict)
    steps_and_answers: dict[str, tuple[int, int]] = field(default_factory=dict)

    def at_desk(self, looker: Looker, leaf: Leaf) -> None:
        looker.open(leaf, "light", CONSOLE)
        self.hidden[name_of(leaf)] = looker.page.evaluate(HIDDEN_ON_THE_CONSOLE)
        self.with_a_thumb(looker, leaf)

    def on_phone(self, looker: Looker, leaf: Leaf) -> None:
        for size in TELEPHONES:
            looker.open(leaf, "light", size) if size == TELEPHONES[0] else looker.resize(size)
            self.below.setdefault(size, {})[name_of(leaf)] = looker.page.evaluate(BELOW_THE_FOOT)
        count = {what: looker.page.locator(what).count() for what in (QUESTION, ANSWER, STEP)}
        self.asked.setdefault((leaf.moment, leaf.alias), set()).add(count[QUESTION])
        self.steps_and_answers[name_of(leaf)] = (count[STEP], count[ANSWER])
        self.with_a_thumb(looker, leaf)

    def with_a_thumb(self, looker: Looker, leaf: Leaf) -> None:
        """Last, for it unfolds everything."""
        looker.resize(PHONE)
        self.low[name_of(leaf)] = looker.page.evaluate(TOO_LOW_FOR_A_THUMB)


@pytest.fixture(scope="module")
def drawn(
    request: pytest.FixtureRequest, built_demo: Path, django_db_setup: None, django_db_blocker
) -> dict[tuple[str, ...], Screens]:
    """All that this run looks at, drawn before there is a browser: while one is open, Django takes the thread for an
    asynchronous one.
    """
    here = [item for item in request.session.items if item.path == request.node.path]
    with django_db_blocker.unblock():
        return {
            languages: screens(built_demo, languages) for languages in {one.callspec.params["shown"] for one in here}
        }


@pytest.fixture(scope="module", params=LANGUAGES)
def shown(request: pytest.FixtureRequest, drawn: dict[tuple[str, ...], Screens]) -> Screens:
    return drawn[request.param]


@pytest.fixture(scope="module")
def looks(shown: Screens, browser: Browser) -> Looks:
    looks, looker = Looks(shown.languages), Looker.of(browser)
    for leaf in shown.desks:
        looks.at_desk(looker, leaf)
    for leaf in shown.phones:
        looks.on_phone(looker, leaf)
    assert (len(looks.hidden), len(looks.asked)) == (len(shown.desks), len(shown.phones) // len(shown.languages))
    return looks


def test_the_console_stands_on_one_screen_and_hides_no_button(looks: Looks) -> None:
    assert {name: hidden for name, hidden in looks.hidden.items() if hidden} == {}


@pytest.mark.parametrize("size", TELEPHONES)
def test_every_answer_stands_above_the_foot_of_a_telephone(looks: Looks, size: tuple[int, int]) -> None:
    found = looks.below[size]
    assert {name for name, below in found.items() if below is None} == {
        f"asked_back Siskin {tongue}" for tongue in looks.languages
    }
    assert {name: below for name, below in found.items() if below} == {}


def test_whatever_is_pressed_on_a_telephone_is_high_enough_for_a_thumb(looks: Looks) -> None:
    assert {name: low for name, low in looks.low.items() if low} == {}


def test_one_thing_is_asked_at_a_time(looks: Looks) -> None:
    """The check-in comes when neither a vote nor a restatement waits for this reader, and then before everything else."""
    asked = dict(looks.asked)
    assert asked.pop(("asked_back", "Siskin")) == {0}
    assert set().union(*asked.values()) == {1}
    found = {looks.steps_and_answers[f"checkin Wagtail {tongue}"] for tongue in looks.languages}
    assert found == {(0, 2)}
