"""Steps 7 and 8: what is carried home, what has changed, and the report."""

from __future__ import annotations

from io import BytesIO

from django.utils import translation
from django.utils.translation import gettext
from pypdf import PdfReader

from tests.journeys.person import Person
from tests.journeys.thread import Thread
from tests.journeys.thread.meeting import WORKSHOP
from tests.journeys.thread.words import BRIEF

LANGUAGES = ("en", "uk", "ru")
PUBLIC = 4  # leadership and elites of two communities stand before it in the matrix
READERS = {1: "Plover", 2: "Dunlin"}


def release_brief(thread: Thread) -> None:
    """The matrix, one brief in three languages, read by a reader of its community before it goes out."""
    convener = thread.convener
    convener.open("transmit:about")
    convener.press()
    set_levels(convener)
    # Which community stands first turns daily.
    heads = convener.page.locator("table.matrix thead [data-side]").all()
    place = PUBLIC + [head.get_attribute("data-side") for head in heads].index("1")
    cell = int(convener.page.locator('a[href$="/brief/"]').nth(place).get_attribute("href").split("/")[-3])
    convener.open("transmit:cell", cell=cell)
    convener.fill(state="in_hand", owner="rapporteur")
    convener.press()
    convener.open("transmit:brief", cell=cell)
    convener.press()
    write_words(convener, cell)
    reader = approve(thread, cell)
    convener.open("transmit:brief", cell=cell)
    convener.send("transmit:release", cell=cell)
    for language in LANGUAGES:
        check_brief(reader.fetch(reader.address("transmit:brief_file", cell=cell, language=language)), language)


def set_levels(convener: Person) -> None:
    """Every finding may go as far as the public."""
    convener.open("transmit:findings", workshop=WORKSHOP)
    for level in convener.page.locator('select[name^="level_"]').all():
        level.select_option("3")
    convener.press('form:has([name^="level_"]) button')


def write_words(convener: Person, cell: int) -> None:
    """The first paragraph in every language; the others are emptied, and so left out."""
    convener.open("transmit:words", cell=cell)
    for field in convener.page.locator('textarea[name^="words_"]').all():
        field.fill("")
    for language, (title, body) in BRIEF.items():
        convener.fill(**{f"title_{language}": title, f"words_1_{language}": body})
    convener.press('form:has([name="title_en"]) button.do')


def approve(thread: Thread, cell: int) -> Person:
    """The reader whose community the cell belongs to; cells stand in the order of communities."""
    reader = thread.people[READERS[1]]
    reader.open("transmit:brief", cell=cell)
    assert reader.page.locator(f'form[action="{reader.address("transmit:approve", cell=cell)}"]').count() == 1
    reader.send("transmit:approve", cell=cell)
    return reader


def check_brief(sheet: bytes, language: str) -> None:
    title, body = BRIEF[language]
    document = PdfReader(BytesIO(sheet))
    assert document.metadata is not None
    assert document.metadata.title == title
    assert document.trailer["/Root"]["/Lang"] == language
    assert document.trailer["/Root"]["/MarkInfo"]["/Marked"]
    assert body in words_of(document)


def words_of(document: PdfReader) -> str:
    """The text of all pages, with one space between words and no hyphen of the typesetter's."""
    text = " ".join(page.extract_text() for page in document.pages)
    return " ".join(text.replace("\u00ad", "").split())


def open_wave(thread: Thread, kind: str) -> None:
    thread.convener.open("measure:wave", workshop=WORKSHOP, kind=kind)
    thread.convener.press()


def close_wave(thread: Thread, kind: str) -> None:
    thread.convener.open("measure:wave", workshop=WORKSHOP, kind=kind)
    thread.convener.press('form:has([name="deed"][value="close"]) button')


def answer_before(thread: Thread) -> None:
    """Everybody notes four words that are shown once."""
    for place, alias in enumerate(thread.seated):
        person = thread.people[alias]
        person.open("measure:answer", workshop=WORKSHOP, kind="before")
        thread.phrases[alias] = person.page.locator(".phrase").inner_text()
        fill_scales(person, place)
        person.fill(written=True)
        person.press()


def answer_after(thread: Thread) -> None:
    for place, alias in enumerate(thread.seated):
        person = thread.people[alias]
        person.open("measure:answer", workshop=WORKSHOP, kind="after")
        fill_scales(person, place + 1)
        person.fill(phrase=thread.phrases[alias])
        person.press()


def fill_scales(person: Person, place: int) -> None:
    """An answer to every question: numbers are typed, points of a scale chosen."""
    for field in person.page.locator('form.scales input[type="number"]').all():
        field.fill(str(40 + 10 * place))
    names = {radio.get_attribute("name") for radio in person.page.locator('form.scales input[type="radio"]').all()}
    for name in sorted(name for name in names if name):
        choices = person.page.locator(f'input[name="{name}"]')
        choices.nth(place % (choices.count() - 1)).check()


def read_result(thread: Thread) -> None:
    """Four people are too few for any number: the result is there, and neither a table nor a picture in it."""
    convener = thread.convener
    convener.open("measure:about")
    result = convener.page.locator(f'section[aria-labelledby="r{WORKSHOP}"]')
    assert result.count() == 1
    assert result.locator("table, svg").count() == 0


def make_report(thread: Thread) -> bytes:
    convener = thread.convener
    convener.open("measure:report")
    convener.fill(language=thread.speech.language)
    convener.press()
    return convener.fetch(convener.address("measure:report_file", number=1))


def check_report(thread: Thread, sheet: bytes) -> None:
    """As anybody opens it: title, language, tags, the programme's words; nobody's alias, and nothing that was said."""
    document = PdfReader(BytesIO(sheet))
    text, words = words_of(document), thread.words
    with translation.override(thread.speech.language):
        assert document.metadata is not None
        assert document.metadata.title == gettext("Programme report")
    assert document.trailer["/Root"]["/Lang"] == thread.speech.language
    assert document.trailer["/Root"]["/MarkInfo"]["/Marked"]
    assert [said for said in (words.title, words.text, *words.communities) if said not in text] == []
    assert [said for said in (words.statement, *thread.people) if said in text] == []
