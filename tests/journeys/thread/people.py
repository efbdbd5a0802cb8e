"""Steps 3 and 4: who takes part, and how they prepare."""

from __future__ import annotations

from playwright.sync_api import expect

from tests.journeys.thread import Thread

NOMINEES = {1: ("Wagtail", "Alder", "Curlew"), 2: ("Siskin", "Larch", "Merlin")}
SEATS = 4
NUMBER = "0123456789abcdef" * 2
WAIT = 40_000


def nominate_everybody(thread: Thread) -> None:
    """A name and a contact go into the vault; whoever was asked comes with a code and says yes."""
    for side, aliases in NOMINEES.items():
        for alias in aliases:
            nominate(thread, side, alias)


def nominate(thread: Thread, side: int, alias: str) -> None:
    convener = thread.convener
    convener.open("select:propose")
    convener.page.locator('[name="community"]').select_option(index=side - 1)
    convener.fill(name=f"Nobody of {alias}", contact=f"{alias.lower()}@example.invalid")
    convener.press()
    nominee = thread.arrive(alias, convener.page.locator("#code").inner_text())
    nominee.open("select:answer")
    nominee.fill(gender="woman", sector="media", generation="under_40", region="abroad")
    nominee.press('button[name="answer"][value="yes"]')


def make_pool(thread: Thread) -> None:
    convener = thread.convener
    convener.open("select:gather")
    convener.fill(seats=SEATS)
    convener.press()
    convener.fill(**{"most.generation.under_40": SEATS})
    convener.press('form:has([name="most.generation.under_40"]) button')


def draw_cohort(thread: Thread) -> None:
    """The worker finds the lottery; the number is one that the guarantors have said aloud."""
    convener = thread.convener
    convener.fill(number=NUMBER)
    convener.press('form:has([name="number"]) button.do')
    wait_for_cohort(thread)
    convener.press("section.next form button.do")
    convener.open("prepare:about")
    thread.seated = convener.page.locator("tbody th[scope=row]").all_inner_texts()
    assert [sum(alias in thread.seated for alias in NOMINEES[side]) for side in (1, 2)] == [2, 2]


def wait_for_cohort(thread: Thread) -> None:
    """Without scripts whoever waits loads the page again; with them it moves by itself."""
    page = thread.convener.page
    until = page.locator("section.next form button.do")
    if thread.speech.scripts:
        expect(until).to_be_visible(timeout=WAIT)
        return
    for _try in range(WAIT // 500):
        if until.count():
            return
        page.wait_for_timeout(500)
        page.reload()
    raise AssertionError(thread.convener.told())


def prepare(thread: Thread) -> None:
    """Everybody with a seat signs the rules, consents to every layer, and is ready to travel."""
    for alias in thread.seated:
        person = thread.people[alias]
        person.open("prepare:about")
        person.send("prepare:sign")
        person.open("prepare:consents")
        yes = dict.fromkeys(("taking_part", "single_text", "briefs", "research"), "yes")
        person.fill(**yes)
        person.send("prepare:consents")
        person.open("prepare:journey")
        while person.page.locator('main button.do[name="standing"]').count():
            person.press('main button.do[name="standing"]')
    thread.convener.open("prepare:about")
    done = 'tr > td:nth-child({}) .state[data-state="done"]'  # rules signed, consents answered
    assert [thread.convener.page.locator(done.format(column)).count() for column in (3, 4)] == [SEATS, SEATS]
