"""Nothing that has to be pressed hides: the console on one screen, a telephone's answers above its foot.

In every state in which much is there at once, in every language.
"""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser

from tests.album import Leaf
from tests.journeys.looking import Looker
from tests.journeys.room_states import desks

pytestmark = pytest.mark.journey
CONSOLE = {"width": 1280, "height": 800}
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


@pytest.fixture(scope="module")
def consoles(tmp_path_factory, django_db_setup: None, django_db_blocker) -> list[Leaf]:
    """Drawn before there is a browser: while one is open, Django takes the thread for an asynchronous one."""
    with django_db_blocker.unblock():
        return desks(tmp_path_factory.mktemp("consoles"))


def name_of(leaf: Leaf) -> str:
    return f"{leaf.moment} {leaf.alias} {leaf.answer.headers.get('Content-Language')}"


def test_the_console_stands_on_one_screen_and_hides_no_button(consoles: list[Leaf], browser: Browser) -> None:
    looker = Looker.of(browser)
    found = {}
    for leaf in consoles:
        looker.open(leaf, "light")
        looker.page.set_viewport_size(CONSOLE)
        found[name_of(leaf)] = looker.page.evaluate(HIDDEN_ON_THE_CONSOLE)
    assert len(found) == len(consoles)
    assert {name: hidden for name, hidden in found.items() if hidden} == {}
