"""Steps 1 and 2: the programme, its people, its plan."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from django.urls import resolve

from tests.journeys.thread import DAYS_TO_THE_WORKSHOP, Thread

CITY = "Willowford"
LENGTH = 2
OFFICERS = ("marl under peat", "gravel over chalk", "loess beside tuff")


def create_programme(thread: Thread) -> None:
    """The first convener comes with the code that the operator was given, and begins."""
    convener, words = thread.arrive("Heron", thread.house.code), thread.words
    convener.open("programme:new")
    convener.fill(**{"words-title": words.title, "words-description": words.description})
    for number, name in enumerate(words.communities):
        convener.fill(**{f"communities-{number}-{thread.speech.language}": name})
    convener.fill(**{"host-name": words.host})
    convener.fill(**{f"host-{part}": words.none for part in ("funding", "positions", "affiliations", "ties")})
    convener.press()
    thread.key = convener.key = resolve(convener.page.url.removeprefix(thread.house.address)).kwargs["key"]


def found_vault(thread: Thread) -> None:
    """Three officers come to the convener's screen, once; from then on any two of them open the vault."""
    thread.convener.open("vault:door")
    for number, phrase in enumerate(OFFICERS, start=1):
        thread.convener.fill(**{f"found-phrase_{number}": phrase, f"found-again_{number}": phrase})
    thread.convener.send("vault:found")


def adopt_agenda_and_rules(thread: Thread) -> None:
    for page in ("programme:agenda", "programme:rules"):
        thread.convener.open(page)
        thread.convener.press()


def invite_people(thread: Thread) -> None:
    thread.invite("facilitator", "Hazel")
    thread.invite("rapporteur", "Juniper")
    for side, guarantor, reader in ((1, "Linden", "Plover"), (2, "Rowan", "Dunlin")):
        thread.invite("guarantor", guarantor, side)
        thread.invite("reader", reader, side)


def plan_workshops(thread: Thread) -> None:
    """The house's list, one edition of its own that opens soon, who must be able to enter, and the plan."""
    convener = thread.convener
    convener.open("plan:conventions")
    convener.send("plan:house_list")
    convener.fill(file=thread.paper("conventions.csv", soon()))
    convener.send("plan:conventions", "button.do")
    convener.open("plan:delegation")
    for line, (side, country) in enumerate(((1, "PT"), (2, "IE"))):
        convener.put(convener.page.locator(f'[name="form-{line}-community"]'), side)
        convener.fill(**{f"form-{line}-passport": country, f"form-{line}-count": 2})
    convener.press()
    convener.open("plan:wishes")
    convener.fill(length_days=LENGTH, slack_days=0)
    for box in convener.page.locator('[name="hard_kinds"]').all():
        box.uncheck()
    convener.page.locator("label", has_text=CITY).locator("input").check()
    convener.press()


def soon() -> str:
    """A convention before which the workshop is under way when its eleventh day from today comes."""
    opens = datetime.now(UTC).date() + timedelta(days=DAYS_TO_THE_WORKSHOP + LENGTH)
    return (
        "association,convention,edition,city,country,start,end,status,source,note\n"
        f"Meadow,Meadow Convention (invented),7,{CITY},PT,{opens},{opens + timedelta(days=3)},confirmed,invented,\n"
    )


def keep_plan(thread: Thread) -> None:
    convener = thread.convener
    convener.press('form[action$="/keep/"] button.do')
    assert CITY in convener.told()
    assert convener.page.locator('[data-kind="proof"]').count() == 1
