"""A whole phase in the room, deed by deed; what everybody then sees is asserted beside it."""

from __future__ import annotations

import re
from html import unescape

from django.utils import timezone
from playwright.sync_api import Locator, expect

from tests.journeys.hall import SOON, Hall
from tests.journeys.person import HIDDEN, Person
from tracktwo.methods.floor import order_of_sides

SAYINGS = "We fear that sentence {} is forgotten."
REPEATED = "Somebody’s telephone says this again and again."


def seen(person: Person, selector: str) -> Locator:
    """It comes by itself where scripts run; elsewhere by looking again."""
    if not person.speech.scripts:
        person.open("convene:room")
    found = person.page.locator(selector).first
    expect(found).to_be_visible(timeout=SOON)
    return found


def open_room(hall: Hall) -> None:
    facilitator = hall.facilitator
    facilitator.open("convene:open")
    facilitator.press()
    facilitator.press('button[name="press"][value="begin"]')
    hall.second.open("convene:console")
    for phone in hall.phones:
        phone.open("convene:room")


def speak_in_turn(hall: Hall) -> None:
    """Two of one community ask, then one of the other, who is second by the rule, or first where they stand first today."""
    first, second, other = hall.of(1)[0], hall.of(1)[2], hall.of(2)[1]
    today = order_of_sides(timezone.localdate(), len(hall.sides))
    in_turn = (first, other) if today.index(1) < today.index(2) else (other, first)
    for person in (first, second, other):
        person.open("convene:room")
        person.press('button[name="hand"][value="up"]')
    for expected in (*in_turn, second):
        hall.second.open("convene:queue")
        hall.second.press(f'form[action="{hall.second.address("convene:move_hand")}"] button[id^="g"]')
        seen(expected, "#foot strong")


def say(person: Person, words: str) -> None:
    person.open("convene:room")
    person.fill(text=words)
    person.send("convene:say")


def everybody_says_something(hall: Hall) -> None:
    dropped = {hall.sides[1][3], hall.sides[2][1]}
    for number, phone in enumerate(hall.phones):
        words = SAYINGS.format(number)
        hall.sent.append(words)
        if phone.alias in dropped:
            say_into_nothing(phone, words)
        else:
            say(phone, words)
    for alias in sorted(dropped):
        come_back(hall.people[alias])
    say_twice(hall)
    for phone in hall.phones:
        wall = seen(phone, "#wall")
        for words in hall.sent:
            expect(wall).to_contain_text(words, timeout=SOON)


def say_into_nothing(phone: Person, words: str) -> None:
    """The telephone loses the network; what is sent waits on its page."""
    phone.context.set_offline(True)
    phone.page.locator('textarea[name="text"]').fill(words)
    phone.page.locator("form.jot button.do").click()
    expect(phone.page.locator("form.jot[aria-busy]")).to_have_count(1)


def come_back(phone: Person) -> None:
    phone.context.set_offline(False)
    expect(phone.page.locator("form[aria-busy]")).to_have_count(0, timeout=SOON)
    expect(phone.page.locator("#wall")).to_be_visible(timeout=SOON)


def say_twice(hall: Hall) -> None:
    """The same form with the same key, twice: both are answered alike, one sentence stands."""
    phone = hall.of(1)[2]
    form = phone.fetch(phone.address("convene:room_field")).decode()
    typed = {name: unescape(value) for name, value in HIDDEN.findall(form)} | {"text": REPEATED, "language": "en"}
    for _again in range(2):
        answer = phone.context.request.post(phone.address("convene:say"), form=typed, max_redirects=0)
        assert answer.status == 302
    hall.sent.append(REPEATED)


def say_back(hall: Hall) -> None:
    """One community has said it; each of the others says it back until those who spoke are content."""
    facilitator, second = hall.facilitator, hall.second
    facilitator.open("convene:needs")
    facilitator.fill(speaker=1)
    facilitator.press(f'form[action="{facilitator.address("convene:restate")}"] button.do')
    for side in list(hall.sides)[1:]:
        for attempt in ("no", "yes"):
            second.open("convene:console")
            second.fill(words=f"Community {side} has heard it, {attempt}.")
            second.send("convene:write_back", "button.do")
            answer_those_who_spoke(hall, attempt)
            facilitator.press(f'button[name="right"][value="{attempt}"]')
    facilitator.open("convene:needs")
    assert facilitator.page.locator("main ol.statements").count() == 1


def answer_those_who_spoke(hall: Hall, right: str) -> None:
    """Asked of their telephones; nobody else is."""
    for person in hall.of(1):
        seen(person, 'button[name="right"]')
        person.press(f'button[name="right"][value="{right}"]')
    hall.of(2)[0].open("convene:room")
    assert hall.of(2)[0].page.locator('button[name="right"]').count() == 0
    hall.facilitator.open("convene:console")
    hall.facilitator.send("convene:look_at_assent")


def vote(hall: Hall) -> None:
    """Six answer in secret; the small communities affirm aloud, and have no buttons."""
    facilitator = hall.facilitator
    facilitator.open("convene:console")
    facilitator.press(f'button[formaction="{facilitator.address("convene:open_vote")}"]')
    for person, answer in zip(hall.of(1), ("agree", "agree", "agree", "agree", "disagree", "passed"), strict=True):
        seen(person, 'button[name="answer"]')
        person.press(f'button[name="answer"][value="{answer}"]')
    for side in list(hall.sides)[1:]:
        for person in hall.of(side):
            seen(person, "section[aria-labelledby=vo]")
            assert person.page.locator('button[name="answer"]').count() == 0
    facilitator.open("convene:console")
    facilitator.fill(**{f"word_{side}": "yes" for side in list(hall.sides)[1:]})
    facilitator.send("convene:close_vote", "button")
    for person in hall.phones:
        row = seen(person, 'section[aria-labelledby^="r"] tbody tr:has([data-side="1"])')
        assert re.findall(r"\d+", " ".join(row.locator("td").all_inner_texts())) == ["4", "1", "1"]


def ask_how_it_is(hall: Hall) -> None:
    facilitator = hall.facilitator
    facilitator.open("convene:console")
    facilitator.press('button[name="way"][value="begin"]')
    for number, person in enumerate(hall.phones):
        seen(person, 'button[name="step"]')
        person.press(f'button[name="step"][value="{1 + number % 2}"]')
    facilitator.open("convene:console")
    facilitator.press('button[name="way"][value="end"]')
    told = facilitator.page.locator("section[aria-labelledby=pu]")
    half, rest = divmod(len(hall.phones), 2)
    expect(told.locator("span.good")).to_contain_text(f"{half + rest} · {half} · 0 · 0 · 0")
    expect(told.locator('button[value="caucus"]')).to_be_visible()  # low: three things to do


def talk_apart(hall: Hall) -> None:
    facilitator, member, plain, other = hall.facilitator, hall.of(1)[2], hall.of(1)[0], hall.of(2)[0]
    facilitator.open("convene:apart_desk")
    facilitator.press('form:has(input[name="side"][value="1"]) button[value="apart"]')
    apart = member.address("convene:apart", side=1)
    assert seen(member, f'a[href="{apart}"]')
    for person, words in ((member, "Among ourselves: carry this."), (plain, "Among ourselves: leave this.")):
        person.open("convene:apart", side=1)
        if not person.page.locator("#jot[open]").count():
            person.page.locator("#jot summary").click()
        person.fill(text=words)
        person.press("form.jot button.do")
    for outsider in (other, facilitator, hall.observer):
        assert outsider.context.request.get(apart).status == 404
    member.open("convene:apart", side=1)
    member.press('button[value^="carry:"] >> nth=0')
    hall.sent.append("Among ourselves: carry this.")
    cover(hall, "yes")
    expect(member.page.locator("[data-room]")).to_have_count(0, timeout=SOON)
    cover(hall, "no")
    member.open("convene:apart", side=1)
    facilitator.open("convene:apart_desk")
    facilitator.press('button[value="back"]')
    assert member.context.request.get(apart).status == 404
    # What was said apart does not stay on a screen either: this one goes back into the room by itself.
    expect(member.page).to_have_url(re.compile(re.escape(member.address("convene:room")) + "$"), timeout=SOON)
    assert "Among ourselves: leave this." not in other.fetch(other.address("convene:room")).decode()


def step_aside(hall: Hall) -> None:
    """One tap leaves the public agenda; so does every page behind it. Then every screen at once, and back."""
    alone = hall.of(2)[0]
    alone.open("convene:room")
    alone.press("form[data-aside] button")
    assert "/day/" in alone.page.url
    alone.page.goto(alone.address("convene:room"))
    assert "/day/" in alone.page.url
    assert not any(words in alone.page.content() for words in hall.sent)
    alone.is_signed_in = False
    alone.open("convene:room")
    cover(hall, "yes")
    for phone in hall.phones:
        if not phone.speech.scripts:
            phone.page.goto(phone.address("convene:room"))
        expect(phone.page.locator("[data-room]")).to_have_count(0, timeout=SOON)
        assert not any(words in phone.page.content() for words in hall.sent)
    cover(hall, "no")


def cover(hall: Hall, way: str) -> None:
    hall.facilitator.open("convene:console")
    hall.facilitator.press(f'button[name="cover"][value="{way}"]')


def go_on_and_close(hall: Hall) -> None:
    facilitator = hall.facilitator
    facilitator.open("convene:console")
    before = facilitator.page.locator("ol.phases li[aria-current]").inner_text()
    facilitator.press('button[name="press"][value="next"]')
    assert facilitator.page.locator("ol.phases li[aria-current]").inner_text() != before
    facilitator.open("convene:wall")
    lines = facilitator.page.locator("ol.statements > li label[lang]").all_inner_texts()
    assert sorted(lines) == sorted(hall.sent)
    facilitator.open("convene:close")
    facilitator.press()
