"""Step 7: a brief for every audience of every community but one, and what came out of the house."""

from __future__ import annotations

import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from playwright.sync_api import Page

from tests.journeys.leaks import found_in
from tests.journeys.person import LOOPBACK, Person
from tests.journeys.sheets import check_docx, check_pdf
from tests.journeys.text import READERS, WORKSHOP, Desk
from tests.journeys.text.words import WAIVED
from tests.steps.transmit.given import TEXTS
from tracktwo.site.demo.names import NAMES

AUDIENCES = ("leadership", "elites", "public")
WITHOUT = ("leadership", 2)
# One of each shape that a form can take; the other cells are sent the same forms.
BY_HAND = (("leadership", 1), ("convention", None))
# What a brief to each audience is none without, and how far its paragraphs go.
NEEDED = {
    "leadership": (("findings", "options", "steps"), "1"),
    "elites": (("findings", "reasoning"), "2"),
    "public": (("findings",), "3"),
    "convention": (("abstract",), "3"),
}
# Clause by clause: the first may go to everybody, two more some of the way, the others stay with the cohort.
LEVELS = {1: "3", 3: "2", 12: "1"}
Place = tuple[str, int | None]


def carry(desk: Desk) -> dict[Place, int]:
    """Levels, then cell by cell: written, read by somebody of that community, released; one waived with a reason."""
    cells = open_matrix(desk.of("Heron"))
    set_levels(desk.of("Heron"))
    for place, cell in cells.items():
        if place == WITHOUT:
            waive(desk.of("Heron"), cell)
        elif place in BY_HAND:
            release(desk, place, cell)
        else:
            release_likewise(desk, place, cell)
    convener = desk.of("Heron")
    convener.open("transmit:about")
    assert ("Every cell is filled or waived" in convener.told(), WAIVED in convener.told()) == (True, True)
    return {place: cell for place, cell in cells.items() if place != WITHOUT}


def open_matrix(convener: Person) -> dict[Place, int]:
    """The cells by audience and community: which community stands first turns daily."""
    convener.open("transmit:about")
    convener.press()
    table = convener.page.locator("table.matrix")
    sides = [int(head.get_attribute("data-side") or 0) for head in table.locator("thead [data-side]").all()]
    places: list[Place] = [(audience, side) for audience in AUDIENCES for side in sides]
    links = [link.get_attribute("href") or "" for link in table.locator('a[href$="/brief/"]').all()]
    numbers = [int(href.split("/")[-3]) for href in links]
    return dict(zip([*places, ("convention", None)], numbers, strict=True))


def set_levels(convener: Person) -> None:
    convener.open("transmit:findings", workshop=WORKSHOP)
    convener.fill(**{f"level_{clause}": level for clause, level in LEVELS.items()})
    convener.press('form:has([name^="level_"]) button')


def waive(convener: Person, cell: int) -> None:
    convener.open("transmit:cell", cell=cell)
    convener.fill(state="waived", reason=WAIVED)
    convener.press()


def release(desk: Desk, place: Place, cell: int) -> None:
    """Begun, written, approved by somebody of the community it goes to, released: a form each, filled in by hand."""
    rapporteur, (audience, side) = desk.of("Juniper"), place
    rapporteur.open("transmit:brief", cell=cell)
    rapporteur.press()
    write_words(rapporteur, cell, audience)
    if side is not None:
        reader = desk.of(READERS[side])
        reader.open("transmit:brief", cell=cell)
        reader.send("transmit:approve", cell=cell)
    convener = desk.of("Heron")
    convener.open("transmit:brief", cell=cell)
    convener.send("transmit:release", cell=cell)


def release_likewise(desk: Desk, place: Place, cell: int) -> None:
    """The same forms, sent as the others were."""
    rapporteur, (audience, side) = desk.of("Juniper"), place
    rapporteur.submit("transmit:brief", "transmit:brief", {}, cell=cell)
    page = rapporteur.fetch(rapporteur.address("transmit:words", cell=cell)).decode()
    count, (sections, level) = page.count('name="section_'), NEEDED[audience]
    typed = {f"title_{code}": title for code, (title, _body) in TEXTS.items()}
    for number in range(1, count + 1):
        words = words_of(number) if number <= len(sections) else dict.fromkeys(TEXTS, "")
        section = sections[min(number, len(sections)) - 1]
        typed |= {
            f"section_{number}": section,
            f"level_{number}": level,
            f"clause_{number}": "1" if number == 1 else "",
        }
        typed |= {f"words_{number}_{code}": said for code, said in words.items()}
    rapporteur.submit("transmit:words", "transmit:words", typed, cell=cell)
    if side is not None:
        desk.of(READERS[side]).submit("transmit:brief", "transmit:approve", {}, cell=cell)
    desk.of("Heron").submit("transmit:brief", "transmit:release", {}, cell=cell)


def words_of(number: int) -> dict[str, str]:
    """A paragraph in every language."""
    return {code: body.split("\n\n")[number % 2] for code, (_title, body) in TEXTS.items()}


def write_words(rapporteur: Person, cell: int, audience: str) -> None:
    """Each section it needs in every language, the first on its finding; what was offered beside that is emptied."""
    sections, level = NEEDED[audience]
    rapporteur.open("transmit:words", cell=cell)
    for field in rapporteur.page.locator('textarea[name^="words_"]').all():
        if int((field.get_attribute("name") or "").split("_")[1]) > len(sections):
            field.fill("")
    rapporteur.fill(**{f"title_{code}": title for code, (title, _body) in TEXTS.items()})
    for number, section in enumerate(sections, start=1):
        rapporteur.fill(**{f"words_{number}_{code}": said for code, said in words_of(number).items()})
        rapporteur.fill(**{f"section_{number}": section, f"level_{number}": level})
        rapporteur.fill(**{f"clause_{number}": "1" if number == 1 else ""})
    rapporteur.press('form:has([name="title_en"]) button.do')


def names_of(desk: Desk) -> list[str]:
    return [word for alias in desk.delegates for word in NAMES[alias].split()]


def unwanted(desk: Desk) -> list[str]:
    """The alias of everybody who came, and every word of the names behind those of the four."""
    return [*desk.people, *names_of(desk)]


def check_files(desk: Desk, cells: dict[Place, int]) -> None:
    """Each brief in each language, both as a PDF and for a word processor, opened and read."""
    person, nobody = desk.of("Heron"), unwanted(desk)
    for cell in cells.values():
        for language, (title, body) in TEXTS.items():
            place = {"cell": cell, "language": language}
            printed = check_pdf(person.fetch(person.address("transmit:brief_file", **place)), language, title, nobody)
            typed = check_docx(person.fetch(person.address("transmit:brief_word", **place)), language, title, nobody)
            said = body.split("\n\n")[1]
            assert (said in printed, said in typed) == (True, True), (cell, language)


def check_site(desk: Desk, target: Path) -> None:
    """Written by the command, carried to another server, walked link by link in a browser that may go nowhere else."""
    desk.house.run("-m", "tracktwo", "publish", str(target), "--data", str(desk.house.place))
    files = {path.relative_to(target).as_posix(): path.read_bytes() for path in target.rglob("*") if path.is_file()}
    assert {name: found for name, body in files.items() if (found := found_in(body, names_of(desk)))} == {}
    with served(target) as root:
        page = desk.browser.new_context().new_page()
        asked: list[str] = []
        page.context.on("request", lambda request: asked.append(request.url))
        seen = walk(page, root, unwanted(desk))
        page.context.close()
    assert [url for url in asked if not url.startswith(root)] == []
    # The first page, and in every language the list, a public brief of each community and the abstract.
    assert len(seen) == 1 + 3 * len(TEXTS) + len(TEXTS)
    pdfs = {name: body for name, body in files.items() if name.endswith(".pdf")}
    assert len(pdfs) == 3 * len(TEXTS)
    for name, body in pdfs.items():
        check_pdf(body, name[:2], TEXTS[name[:2]][0], unwanted(desk))


def walk(page: Page, root: str, unwanted: list[str]) -> set[str]:
    """Every page from the first on; each answers, is in a language, runs nothing and names nobody. Files are only asked for."""
    seen: set[str] = set()
    waiting = [root]
    while waiting:
        place = re.sub(r"/index\.html$", "/", waiting.pop().partition("#")[0])
        if place in seen:
            continue
        if not place.endswith((".html", "/")):
            assert page.request.get(place).status == 200, place
            continue
        seen.add(place)
        answer = page.goto(place)
        assert answer is not None
        assert (place, answer.status) == (place, 200)
        assert page.locator("script, iframe, form, object, img").count() == 0
        assert [alias for alias in unwanted if alias in page.content()] == []
        assert page.locator("html[lang]").count() == 1
        waiting += page.eval_on_selector_all("a[href]", "links => links.map(link => link.href)")
    return seen


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        pass


@contextmanager
def served(target: Path) -> Iterator[str]:
    """Any server that hands out plain files."""
    server = ThreadingHTTPServer((LOOPBACK, 0), partial(Quiet, directory=str(target)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://{LOOPBACK}:{server.server_port}/"
    finally:
        server.shutdown()
        server.server_close()
