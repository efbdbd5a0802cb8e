"""Steps 5 and 6: the session and the text."""

from __future__ import annotations

from zipfile import ZipFile

from tests.journeys.person import Person
from tests.journeys.thread import Thread
from tests.journeys.thread.people import NOMINEES
from tracktwo.data.do_no_harm import ITEMS

WORKSHOP = 1


def seated(thread: Thread, side: int) -> Person:
    """Somebody of this community who has a seat."""
    return thread.people[next(alias for alias in thread.seated if alias in NOMINEES[side])]


def clear_to_open(thread: Thread) -> None:
    """Host and guarantors say go and sign the do-no-harm checklist, on the first day: late, and in time."""
    thread.convener.open("plan:workshop", number=WORKSHOP)
    thread.convener.send("plan:go_ask", number=WORKSHOP)
    for alias in ("Heron", "Linden", "Rowan"):
        person = thread.people[alias]
        person.open("plan:workshop", number=WORKSHOP)
        person.fill(word="go")
        person.send("plan:go_word", number=WORKSHOP)
        person.open("prepare:harm", number=WORKSHOP)
        person.fill(**{item.code: True for item in ITEMS})
        person.press("form#lines button.do")


def open_session(thread: Thread) -> None:
    clear_to_open(thread)
    facilitator = thread.people["Hazel"]
    facilitator.open("convene:open")
    facilitator.press()
    facilitator.press('button[name="press"][value="begin"]')


def speak_and_vote(thread: Thread) -> None:
    """A statement without an author; communities of two affirm aloud, so no number is ever shown."""
    facilitator, speaker = thread.people["Hazel"], seated(thread, 1)
    speaker.open("convene:room")
    speaker.fill(text=thread.words.statement, language=thread.speech.language)
    speaker.send("convene:say")
    facilitator.open("convene:console")
    assert thread.words.statement in facilitator.told()
    facilitator.press(f'button[formaction="{facilitator.address("convene:open_vote")}"]')
    speaker.open("convene:room")
    assert speaker.page.locator('button[name="answer"]').count() == 0
    facilitator.fill(word_1="yes", word_2="yes")
    facilitator.send("convene:close_vote")
    facilitator.open("convene:wall")
    assert_withheld(facilitator)


def assert_withheld(facilitator: Person) -> None:
    """For each community one cell over all three counts, without a digit in it."""
    cells = facilitator.page.locator('section[aria-labelledby^="r"] td[colspan="3"]')
    assert cells.count() == 2
    assert not any(letter.isdigit() for cell in cells.all_inner_texts() for letter in cell)


def close_session(thread: Thread) -> None:
    facilitator = thread.people["Hazel"]
    facilitator.open("convene:close")
    facilitator.press()
    facilitator.open("convene:about")
    assert facilitator.page.locator('table tbody th[scope="row"]').count() > 0


def draft_text(thread: Thread) -> None:
    rapporteur, words = thread.people["Juniper"], thread.words
    rapporteur.open("agree:open", workshop=WORKSHOP)
    rapporteur.fill(title=words.text, language=thread.speech.language)
    rapporteur.press()
    for clause in (words.clause, words.statement):
        rapporteur.open("agree:draft", workshop=WORKSHOP)
        rapporteur.fill(words=clause)
        rapporteur.send("agree:draft", workshop=WORKSHOP)
    rapporteur.send("agree:save", workshop=WORKSHOP)


def bracket_and_settle(thread: Thread) -> None:
    """Each community opens a bracket; one is withdrawn, one is settled as the room agreed aloud."""
    rapporteur, words = thread.people["Juniper"], thread.words
    for side, clause in ((1, "1"), (2, "2")):
        person = seated(thread, side)
        person.open("agree:bracket", workshop=WORKSHOP, clause=clause)
        stands = words.stands if clause == "1" else ""
        person.fill(stands=stands, wants=words.wants, reason=words.reason)
        person.press()
    seated(thread, 2).send("agree:withdraw", workshop=WORKSHOP, clause="2")
    rapporteur.open("agree:settle", workshop=WORKSHOP, clause="1", side=1)
    rapporteur.fill(outcome="adopt", in_room=True)
    rapporteur.press()
    rapporteur.send("agree:save", workshop=WORKSHOP)
    rapporteur.open("agree:versions", workshop=WORKSHOP)
    assert rapporteur.page.locator("tbody tr").count() == 2
    rapporteur.open("agree:compare", workshop=WORKSHOP)


def sign_text(thread: Thread) -> None:
    """From a seat of each community, in its name."""
    for side in (1, 2):
        seated(thread, side).open("agree:sign", workshop=WORKSHOP)
        seated(thread, side).press()


def freeze_text(thread: Thread) -> None:
    sign_text(thread)
    convener = thread.convener
    convener.open("agree:freeze", workshop=WORKSHOP)
    convener.press()
    assert thread.words.wants in convener.told()
    digest = convener.page.locator("code.digest").inner_text()
    assert digest in record_of(thread)


def record_of(thread: Thread) -> str:
    """The record as a sceptic takes it home: checked by the program that needs no server, then read."""
    convener = thread.convener
    convener.open("site:record")
    place = thread.desk / "record.zip"
    place.write_bytes(convener.fetch(convener.address("site:record_file")))
    thread.house.run("-m", "tracktwo", "verify", str(place))
    with ZipFile(place) as archive:
        return "".join(archive.read(name).decode() for name in archive.namelist())
