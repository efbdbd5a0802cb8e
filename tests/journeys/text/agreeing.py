"""Step 6: twelve clauses, brackets within brackets, two silences, the signatures and the freeze."""

from __future__ import annotations

from hashlib import sha256
from zipfile import ZipFile

from tests.journeys.person import Person
from tests.journeys.text import DELEGATES, GUARANTORS, READERS, WORKSHOP, Desk
from tests.journeys.text.words import (
    CLEANED,
    DRAFTED,
    FIFTH,
    INNER,
    LATE,
    NINTH,
    NINTH_UK,
    OBJECTED,
    ONLINE,
    OUTER,
    OUTER_UK,
    SAID,
    UKRAINIAN,
    WHY,
)

CLAUSES = 12


def draft(desk: Desk) -> None:
    """The kept sentences in the language of the text become clauses; the rapporteur drafts from the others."""
    rapporteur = desk.open("Juniper", "open")
    rapporteur.fill(title="What four of us can say", language="en")
    rapporteur.page.locator('[name="languages"][value="uk"]').check()
    rapporteur.press()
    desk.open("Juniper", "draft")
    told = rapporteur.told()
    assert [words for _language, words in SAID[:-1] if words not in told] == []
    assert SAID[-1][1] not in told
    rapporteur.send("agree:statements", workshop=WORKSHOP)
    for words in DRAFTED:
        desk.open("Juniper", "draft")
        rapporteur.fill(words=words)
        rapporteur.send("agree:draft", "button.do", workshop=WORKSHOP)
    assert clauses_of(rapporteur) == CLAUSES
    rapporteur.send("agree:save", workshop=WORKSHOP)


def clauses_of(person: Person) -> int:
    person.open("agree:text", workshop=WORKSHOP)
    return person.page.locator("section.clause").count()


def amend(desk: Desk) -> None:
    """Four delegates of two communities: a bracket, one inside it, one of the other community, and one that is late."""
    clause, stands, wants, reason = OUTER
    desk.fill_in("Wagtail", "amend", {"words": SAID[2][1].replace(stands, wants), "reason": reason}, clause=clause)
    stands, wants, reason = INNER
    typed = {"stands": stands, "wants": wants, "reason": reason}
    desk.fill_in("Siskin", "inside", typed, clause=clause, owner=1)
    translate(desk, clause, UKRAINIAN[2], wants_1=OUTER_UK)
    desk.fill_in("Larch", "amend", {"words": ONLINE[1], "reason": WHY}, clause=ONLINE[0])
    amend_late(desk)


def amend_late(desk: Desk) -> None:
    """While somebody writes, the clause changes: the late words are kept beside it, and the writer sees how they differ."""
    clause, words = LATE
    late = desk.open("Alder", "amend", clause=clause)
    late.fill(words=words, reason=WHY)
    desk.fill_in("Juniper", "clause", {"words": FIFTH}, clause=clause)
    late.press(status=422)
    assert [
        part for part in ("two editors", "would") if part not in late.page.locator("main ins").all_inner_texts()
    ] == []
    late.open("agree:text", workshop=WORKSHOP)
    section = late.page.locator(f"#clause-{clause}")
    assert FIFTH in " ".join(section.inner_text().split())
    assert words in section.inner_text()


def read_both_languages(desk: Desk) -> None:
    """Brackets stand in brackets in the language of the text, and the outer one also in Ukrainian."""
    reader = desk.open("Wagtail", "text")
    section = reader.page.locator("#clause-3")
    told = " ".join(section.inner_text().split())
    said = (INNER[0], INNER[1], "invasion", OUTER[3], INNER[2], UKRAINIAN[2])
    assert [words for words in said if words not in told] == [], told
    assert OUTER_UK in section.locator('p[lang="uk"] .bracket').inner_text()
    reader.open("agree:history", workshop=WORKSHOP, clause="5")
    assert LATE[1] in reader.told()


def clean(desk: Desk) -> None:
    """What is left, whose and since when; then settled as the room agreed aloud, or taken back by the community."""
    rapporteur = desk.open("Juniper", "brackets")
    rows = rapporteur.page.locator("tbody tr")
    assert sorted(rows.locator("th").all_inner_texts()) == ["3", "3", "4", "5"]
    assert rapporteur.page.locator("tbody td .side").count() == 4
    desk.open("Siskin", "text").send("agree:withdraw", workshop=WORKSHOP, clause="4")
    settle(desk, "settle_inside", clause="3", owner=1, side=2)
    settle(desk, "settle", clause="3", side=1)
    settle(desk, "settle", outcome="keep", clause="5", side=1)
    desk.open("Juniper", "brackets")
    assert rows.count() == 0
    desk.open("Juniper", "text")
    assert CLEANED in " ".join(rapporteur.page.locator("#clause-3").inner_text().split())
    rapporteur.send("agree:save", workshop=WORKSHOP)
    desk.open("Juniper", "history", clause="5")
    assert LATE[1] in rapporteur.told()


def settle(desk: Desk, name: str, *, outcome: str = "adopt", **place: object) -> None:
    desk.fill_in("Juniper", name, {"outcome": outcome, "in_room": True}, **place)


def translate(desk: Desk, clause: str, words: str, **wants: str) -> None:
    person = desk.open("Juniper", "translate", clause=clause, language="uk")
    person.fill(words=words, **wants)
    person.send("agree:translate", workshop=WORKSHOP, clause=clause, language="uk")


def keep_in_step(desk: Desk, words: tuple[str, ...]) -> None:
    """Whatever is behind is translated, and then read by somebody of that community, each led from page to page."""
    for alias, deed in (("Juniper", "translate"), (READERS[1], "review")):
        person = desk.open(alias, "language", language="uk")
        rows = person.page.locator("tbody tr").filter(has=person.page.locator('.state:not([data-state="done"])'))
        waiting = rows.locator("th").all_inner_texts()
        for clause in waiting[1:]:
            typed = {"words": words[int(clause) - 1]} if deed == "translate" else {}
            place = {"workshop": WORKSHOP, "clause": clause, "language": "uk"}
            person.submit("agree:translate", f"agree:{deed}", typed, **place)
        person.press('a.do[href*="/clause/"]')
        if deed == "translate":
            person.fill(words=words[int(waiting[0]) - 1])
        person.send(f"agree:{deed}", workshop=WORKSHOP, clause=waiting[0], language="uk")
        assert person.page.locator('a.do[href*="/clause/"]').count() == 0


def announce(desk: Desk) -> None:
    desk.open("Heron", "announce").press()


def receive(desk: Desk) -> None:
    for alias in desk.delegates:
        desk.open(alias, "silence").send("agree:received", workshop=WORKSHOP)


def affirm(desk: Desk) -> None:
    for alias in GUARANTORS.values():
        desk.open(alias, "silence").send("agree:affirm", workshop=WORKSHOP)


def object_blindly(desk: Desk) -> None:
    """Everybody is reached and both communities affirm; one lays an objection on the heap, and nobody sees it yet."""
    announce(desk)
    receive(desk)
    affirm(desk)
    clause, reason = OBJECTED
    desk.fill_in("Larch", "object", {"clause": clause, "reason": reason})
    for alias in ("Heron", "Siskin", "Rowan"):
        assert reason not in desk.open(alias, "silence").page.content()


def find_it_broken(desk: Desk) -> None:
    """At the end everybody reads the objection, and nothing tells whose it was."""
    desk.let_silence_pass()
    for alias in ("Heron", "Wagtail", "Siskin"):
        person = desk.open(alias, "silence")
        assert person.page.locator("form[action$='/received/']").count() == 0
        said = person.page.locator("main ul.sans", has_text=OBJECTED[1]).inner_text()
        assert [one for one in (*desk.delegates, "Ukrainian", "Russian", "Українська") if one in said] == []
    desk.fill_in("Juniper", "clause", {"words": NINTH}, clause=OBJECTED[0])
    keep_in_step(desk, (*UKRAINIAN[:8], NINTH_UK, *UKRAINIAN[9:]))


def wait_for_the_unreachable(desk: Desk) -> None:
    """Three of four were heard: the time runs on until a guarantor has reached the fourth by another way."""
    announce(desk)
    for alias in (*(one for one in desk.delegates if one != "Larch"), *GUARANTORS.values()):
        deed = "agree:affirm" if alias in GUARANTORS.values() else "agree:received"
        desk.of(alias).submit("agree:silence", deed, {}, workshop=WORKSHOP)
    desk.let_silence_pass()
    guarantor = desk.open(GUARANTORS[2], "silence")
    assert "The time was extended 1 time" in guarantor.told()
    assert guarantor.page.locator("form[action*='/silence/reached/']").count() == 1
    guarantor.press("form[action*='/silence/reached/'] button")
    desk.let_silence_pass()
    told = desk.open("Siskin", "silence").told()
    assert "Nobody objected" in told


def sign_and_freeze(desk: Desk) -> str:
    """From a seat of each community; then the convener freezes it, and the record holds the digest of what all read."""
    for aliases in DELEGATES.values():
        desk.open(aliases[0], "sign").press()
    convener = desk.open("Heron", "freeze")
    convener.press()
    digest = convener.page.locator("code.digest").inner_text()
    links = convener.page.locator("a[download]")
    assert sha256(convener.fetch(links.first.get_attribute("href") or "")).hexdigest() == digest
    assert digest in record_of(desk)
    return digest


def record_of(desk: Desk) -> str:
    """The record as a sceptic takes it home, checked by the program that needs no server."""
    convener = desk.of("Heron")
    convener.open("site:record")
    place = desk.place / "record.zip"
    place.write_bytes(convener.fetch(convener.address("site:record_file")))
    desk.house.run("-m", "tracktwo", "verify", str(place))
    with ZipFile(place) as archive:
        return "".join(archive.read(name).decode() for name in archive.namelist())
