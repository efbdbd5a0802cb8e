"""The small scripts around the room, by hand and by keys: the agenda, the way out, the clock, a form that is refused."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.journeys.house import House
from tests.journeys.person import Person, Speech

pytestmark = pytest.mark.journey
PASSPHRASE = "heather over granite"
SOON = 15_000
THREE_HOURS_ON = """() => {
  const Real = Date, ahead = 3 * 60 * 60 * 1000;
  window.Date = class extends Real {
    constructor(...given) { if (given.length) super(...given); else super(Real.now() + ahead); }
    static now() { return Real.now() + ahead; }
  };
}"""

ANSWERS_LATER = """
  const ask = window.fetch, answered = new Promise((resolve) => { window.answer = resolve; });
  window.fetch = (place, ...more) => place.includes("/aside/")
    ? answered.then(() => ask(place, ...more)) : ask(place, ...more);
"""

# The house has let go of the session, its answer is still under way, and what was sent before arrives only now.
HEARD_LATER = """
  const ask = window.fetch, heard = new Promise((resolve) => { window.answer = resolve; });
  let gone; const let_go = new Promise((resolve) => { gone = resolve; });
  window.fetch = async (place, ...more) => {
    if (place.includes("/say/")) await let_go;
    const answer = await ask(place, ...more);
    if (place.includes("/aside/")) { gone(); await heard; }
    return answer;
  };
"""


def arrive(browser: Browser, house: House, alias: str) -> Person:
    """Somebody of the demonstration, signed in."""
    person = Person.arrive(browser, house, Speech("en", scripts=True))
    person.alias, person.passphrase = alias, PASSPHRASE
    person.sign_in_again()
    key = re.search(r"/p/([^/]+)/", person.page.content())
    assert key is not None
    person.key = key[1]
    return person


@pytest.fixture(scope="module")
def hazel(browser: Browser, demo_house: House) -> Iterator[Person]:
    """The facilitator. No test leaves a complaint of the browser behind."""
    person = arrive(browser, demo_house, "Hazel")
    yield person
    person.context.close()
    assert person.complaints == []


@pytest.fixture
def agenda(hazel: Person) -> Page:
    """The last sitting of the plan with phases to put in order, made three: none of the last days is open."""
    hazel.open("convene:about")
    workshop = re.search(r"/convene/sessions/(\d+)/", hazel.page.content())
    assert workshop is not None
    hazel.open("convene:sessions", workshop=int(workshop[1]))
    numbers = {int(number) for number in re.findall(rf"/sessions/{workshop[1]}/(\d+)/", hazel.page.content())}
    for number in sorted(numbers, reverse=True):
        hazel.open("convene:session_plan", workshop=int(workshop[1]), number=number)
        if hazel.page.locator("[data-line]").count() > 1:
            return with_three_phases(hazel.page)
    raise AssertionError("the demonstration plans no sitting of two phases")


def with_three_phases(page: Page) -> Page:
    if len(order(page)) < 3:
        page.get_by_text("Add a phase").click()
        and_look_again(page, page.locator('button[value="add"]').click)
    return page


def order(page: Page) -> list[str]:
    return [str(line.get_attribute("data-line")) for line in page.locator("[data-line]").all()]


def minutes(page: Page) -> list[int]:
    return [int(field.input_value()) for field in page.locator('input[name^="share_"]').all()]


def length(page: Page) -> int:
    """Of the sitting, from its own field and not from the sum that is shown."""
    return int(page.locator('input[name="minutes"]').input_value())


def and_look_again(page: Page, deed: Callable[[], object]) -> None:
    """The page that the deed leads to, and then the same anew: what it shows has been saved."""
    with page.expect_navigation():
        deed()
    page.reload()
    assert sum(minutes(page)) == length(page)


def test_a_phase_is_dragged_by_its_name_and_the_minutes_still_add_up(agenda: Page) -> None:
    first, second, third, *rest = order(agenda)
    target = agenda.locator(f'[data-line="{third}"]')
    and_look_again(agenda, lambda: agenda.locator(f'[data-line="{first}"] h2').drag_to(target))
    assert order(agenda) == [second, third, first, *rest]


def test_the_same_is_done_by_keys_and_so_is_a_longer_phase(agenda: Page) -> None:
    first, second, *rest = order(agenda)
    buttons = agenda.locator(f'[data-line="{second}"] button:not(:disabled)')
    buttons.first.focus()
    and_look_again(agenda, lambda: agenda.keyboard.press("ArrowUp"))
    assert order(agenda) == [second, first, *rest]
    before = minutes(agenda)
    buttons.first.focus()
    and_look_again(agenda, lambda: agenda.keyboard.press("ArrowRight"))
    assert order(agenda) == [second, first, *rest]
    assert minutes(agenda)[0] > before[0]


def by_hand(page: Page) -> None:
    page.locator("#foot form[data-aside] button").click()


def by_keys(page: Page) -> None:
    page.locator("#foot form[data-aside] button").press("Enter")


WAYS_OUT = pytest.mark.parametrize(("alias", "leave"), [("Wagtail", by_hand), ("Siskin", by_keys)])


@WAYS_OUT
def test_the_way_out_empties_the_page_before_the_house_answers(
    browser: Browser, demo_house: House, alias: str, leave: Callable[[Page], None]
) -> None:
    person = arrive(browser, demo_house, alias)
    page = person.page
    page.add_init_script(ANSWERS_LATER)
    person.open("convene:room")
    leave(page)
    expect(page.locator("html")).to_be_hidden(timeout=1000)
    expect(page).to_have_title("…")
    page.evaluate("() => answer()")
    page.wait_for_url("**/day/**", timeout=SOON)
    assert person.complaints == []
    person.context.close()


def by_a_part(page: Page) -> None:
    page.evaluate("() => document.dispatchEvent(new CustomEvent('live:hint'))")


def by_a_sentence(page: Page) -> None:
    """Sent before the tap."""


@pytest.mark.parametrize(("address", "late"), [("/room/parts/", by_a_part), ("/say/", by_a_sentence)])
def test_what_is_asked_or_sent_while_its_reader_goes_out_leads_nowhere(
    browser: Browser, demo_house: House, address: str, late: Callable[[Page], None]
) -> None:
    person = arrive(browser, demo_house, "Siskin")
    page = person.page
    page.add_init_script(HEARD_LATER)
    person.open("convene:room")
    if late is by_a_sentence:
        page.locator("#jot:not([open]) summary").or_(page.locator("#jot[open] label")).first.click()
        page.locator('form[action$="/say/"] textarea').fill("A sentence that came too late.")
        page.locator('form[action$="/say/"] button[type="submit"]').click()
    with page.expect_response(lambda answer: address in answer.url and answer.status == 302):
        by_hand(page)
        page.wait_for_timeout(500)
        late(page)
    page.wait_for_timeout(300)
    assert "/convene/room/" in page.url
    page.evaluate("() => answer()")
    page.wait_for_url("**/day/**", timeout=SOON)
    person.context.close()


@WAYS_OUT
def test_the_way_out_takes_the_place_of_the_room_in_the_history_and_back_leads_nowhere(
    browser: Browser, demo_house: House, alias: str, leave: Callable[[Page], None]
) -> None:
    """Nothing is held up here: what comes late takes no place of its own in Chromium, whatever the page asks for."""
    person = arrive(browser, demo_house, alias)
    page = person.page
    person.open("convene:room")
    said, before = page.locator("#wall li span[lang]").first.text_content(), page.evaluate("() => history.length")
    assert said
    leave(page)
    page.wait_for_url("**/day/**", timeout=SOON)
    assert page.evaluate("() => history.length") == before
    page.go_back()
    assert ("/day/" in page.url, said in page.content()) == (True, False)
    person.context.close()


def seconds(page: Page) -> int:
    """What the clock of the phase shows; what is over counts below nought."""
    shown = page.locator("p.clock [role=timer]").inner_text()
    whole = 0
    for part in shown.lstrip("+").split(":"):
        whole = whole * 60 + int(part)
    return -whole if shown.startswith("+") else whole


def test_the_clock_goes_by_the_time_of_the_house_through_a_reload_and_a_jump_of_the_own_clock(hazel: Person) -> None:
    page = hazel.page
    hazel.open("convene:console")
    hazel.press('button[name="press"][value="resume"]')
    expect(page.locator("p.clock [role=timer][data-runs]")).to_have_text(re.compile(r":\d\d$"), timeout=SOON)
    begun, at = seconds(page), page.evaluate("() => performance.timeOrigin + performance.now()")
    passed = lambda: (page.evaluate("() => performance.timeOrigin + performance.now()") - at) / 1000  # noqa: E731
    page.wait_for_timeout(1500)
    assert 0 < begun - seconds(page) <= passed() + 2
    page.evaluate(THREE_HOURS_ON)
    page.wait_for_timeout(1200)
    assert abs(begun - seconds(page) - passed()) <= 2
    page.add_init_script(f"({THREE_HOURS_ON})()")
    page.reload()
    page.wait_for_timeout(1200)
    assert page.evaluate("() => Date.now() - performance.timeOrigin") > 3 * 60 * 60 * 1000
    assert abs(begun - seconds(page) - passed()) <= 2


def test_an_option_that_serves_nothing_is_refused_and_the_form_stays_as_it_was_filled_in(hazel: Person) -> None:
    page = hazel.page
    hazel.open("convene:needs")
    form = page.locator("form:has(#opt)")
    page.get_by_text("Take up an option").click()
    chosen = page.locator("#opt option").last.get_attribute("value")
    assert chosen != page.locator("#opt").input_value()
    page.locator("#opt").select_option(chosen)
    options = page.locator("#op + ol > li").count()
    hazel.press("form:has(#opt) button.do", status=422)
    expect(page.get_by_role("alert")).to_contain_text("An option serves at least one need or fear")
    expect(form).to_be_visible()
    assert page.locator("#opt").input_value() == chosen
    hazel.open("convene:needs")
    assert page.locator("#op + ol > li").count() == options


def test_a_covered_wall_leaves_its_reader_alone_until_it_is_shown_again(hazel: Person) -> None:
    hazel.open("convene:console")
    hazel.press('button[name="cover"][value="yes"]')
    wall = hazel.context.new_page()
    wall.clock.install()
    wall.goto(hazel.address("convene:projector"))
    wall.evaluate("() => { window.stillHere = true; }")
    with wall.expect_response("**/projector/"):
        wall.clock.run_for(10_000)
    assert (wall.evaluate("() => window.stillHere"), "Track Two" in wall.content()) == (True, False)
    hazel.press('button[name="cover"][value="no"]')
    wall.clock.run_for(10_000)
    expect(wall.locator(".beamer .clock")).to_be_visible(timeout=SOON)
    wall.close()


@pytest.mark.parametrize("language", ["en", "uk", "ru"])
def test_the_console_stands_on_one_screen_without_scrolling(hazel: Person, language: str) -> None:
    """With a vote, a restatement, a queue, airtime, a community apart and a pulse all there at once."""
    page, place = hazel.page, {"name": "language", "value": language, "url": hazel.house.address}
    page.set_viewport_size({"width": 1280, "height": 800})
    hazel.context.add_cookies([place])
    page.goto(hazel.address("convene:console"))
    assert page.locator("html").get_attribute("lang") == language
    page.locator("p.clock [role=timer]").wait_for()
    heights = page.evaluate("""() => [document.documentElement, ...document.querySelectorAll(".desk")]
      .map((one) => [one.scrollHeight, one.clientHeight])""")
    assert [needed for needed, given in heights if needed > given] == []
    hazel.context.add_cookies([place | {"value": "en"}])
