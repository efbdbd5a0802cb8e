"""How long a long text takes to open, and a long document to be printed.

    python benchmarks/text.py [--write]

The text: 300 clauses in English, each with its Ukrainian beside it, made through the deeds of step 6 in a database file
of its own. Each of three communities amends every clause, and the third party is late with 100: 1,000 amendments, all
of them standing open, which is as much as the page can be asked to show. It is opened as three people see it, by
Django's test client: sessions, permissions, database and template included, no network. Then the differences inside a
clause of the greatest length: prose in which every tenth word is another, and what is hardest to compare, other words
everywhere between the same full stops. The document: 60 pages of paragraphs in three languages, by the house's own
typesetter. ``--write`` keeps the tables in
docs/reference/benchmarks.md.
"""

from __future__ import annotations

import argparse
import gc
import os
import platform
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from statistics import median
from typing import Any

REPOSITORY = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(REPOSITORY))
PAGE = REPOSITORY / "docs" / "reference" / "benchmarks.md"
BEGIN, END = "<!-- text: written by benchmarks/text.py -->", "<!-- text: end -->"
CLAUSES, LATE, COMMUNITIES, TIMES = 300, 100, 3, 11
PAGES, PRINTS = 60, 5
GARBAGE = (50_000, 20, 50)
GOAL_TEXT, GOAL_PDF = 0.3, 3.0
HEAD = ("what", "size", "median s", "longest s", "CPU s", "goal s")
PLACES = ("archive", "library", "museum", "seminar", "journal", "faculty")
WORDS = {
    "en": "Copies of what the {place} of number {n} still holds are kept by both communities in a third place, and "
    "whoever worked there may read them without asking anybody at home.",
    "uk": "Копії того, що ще зберігає місце за номером {n}, обидві спільноти тримають у третьому місці, і хто там "
    "працював, може читати їх, нікого вдома не питаючи.",
    "ru": "Копии того, что ещё хранит место под номером {n}, оба сообщества держат в третьем месте, и кто там работал, "
    "может читать их, никого дома не спрашивая.",
}
WANTED = ("any third place", "two places", "a place that neither runs")
REASON = "At home the words would be read as a promise that nobody in the room can keep."


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--write", action="store_true", help="keep the tables in the documentation")
    said = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="tracktwo-bench-") as place:
        open_house(Path(place))
        lines = [told(*HEAD), told(*["---"] * len(HEAD)), *opening(), *differing(), *printing()]
    if said.write:
        keep(lines)


def open_house(place: Path) -> None:
    """A database file that is not in memory, as a house has it."""
    os.environ |= {"DJANGO_SETTINGS_MODULE": "tracktwo.site.settings", "TRACKTWO_JOBS": "inline"}
    os.environ |= {"TRACKTWO_DATA_DIR": str(place), "TRACKTWO_HTTPS": "0", "TRACKTWO_VAULT_MEMORY_KIB": "64"}
    os.environ.pop("DATABASE_URL", None)
    import django

    django.setup()
    from django.conf import settings
    from django.core.management import call_command

    settings.ALLOWED_HOSTS = ["testserver"]
    settings.STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    call_command("migrate", verbosity=0)


def opening() -> Iterator[str]:
    """The page of the text, and the list of what is left, as those who work with them see them."""
    from tests.cast import build_cast
    from tests.steps.agree.stage import lay_table

    table = lay_table(build_cast(COMMUNITIES), clauses=(), languages=["uk"])
    count = amend_everything(table)
    set_aside_what_stays()
    for who, account in (
        ("convener", table.cast.convener),
        ("rapporteur", table.cast.rapporteur),
        ("participant", table.member(1)),
    ):
        client = table.cast.client(account)
        for name, address in (("text", table.url("text")), ("what is left", table.url("brackets"))):
            if name == "text" or who == "rapporteur":
                size, spent = timed(lambda client=client, address=address: opened(client, address), TIMES)
                what = f"{name} of {CLAUSES} clauses, {count:,} amendments, as the {who}"
                yield row(what, f"{size / 1e6:.1f} MB", spent, GOAL_TEXT)


def set_aside_what_stays() -> None:
    """As the server does once it has started: no search for garbage walks through all that was loaded."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(*GARBAGE)


def amend_everything(table: Any) -> int:
    """Every amendment stands open at the end; how many there are."""
    from django.db import transaction

    from tracktwo.steps.agree import actions

    with transaction.atomic():
        for number in range(1, CLAUSES + 1):
            actions.draft_clause(table.text, clause_of(number, "en"))
        for number in range(1, CLAUSES + 1):
            for side in range(1, COMMUNITIES + 1):
                words = clause_of(number, "en").replace("a third place", WANTED[side - 1])
                table.amend(side, str(number), words, version=1)
            if number <= LATE:
                words = clause_of(number, "en").replace("both communities", "all communities")
                actions.change_clause(table.text, str(number), words, version=1)
            table.translate(str(number), clause_of(number, "uk"), review=False)
    return standing_open(table)


def opened(client: Any, address: str) -> int:
    answer = client.get(address)
    if answer.status_code != 200:
        raise AssertionError(f"{address} answered {answer.status_code}")
    return len(answer.content)


def standing_open(table: Any) -> int:
    return sum(len(clause.brackets) for clause in table.state.clauses)


def clause_of(number: int, language: str) -> str:
    return WORDS[language].format(place=PLACES[number % len(PLACES)], n=number)


def differing() -> Iterator[str]:
    """Inside one clause of the greatest length."""
    from tracktwo.methods.text import differences
    from tracktwo.methods.text.wording import MOST_CHARACTERS

    prose = " ".join(clause_of(number, "en") for number in range(1, CLAUSES))[:MOST_CHARACTERS]
    changed = " ".join(f"{word}s" if place % 10 == 0 else word for place, word in enumerate(prose.split()))
    stops = [" . ".join(f"{mark}{number}" for number in range(MOST_CHARACTERS))[:MOST_CHARACTERS] for mark in "ab"]
    for what, old, new in (("every tenth word", prose, changed[:MOST_CHARACTERS]), ("all but full stops", *stops)):
        size, spent = timed(lambda old=old, new=new: len(differences(old, new)), TIMES)
        yield row(f"differences in a clause, {what} changed", f"{size} pieces", spent, GOAL_TEXT)


def printing() -> Iterator[str]:
    """One document with its paragraphs in three languages in turn; then the same length in each language alone."""
    from tracktwo.documents.pdf import count_pages, to_pdf

    mixed = fitting(("en", "uk", "ru"))
    size, spent = timed(lambda: len(to_pdf(mixed)), PRINTS)
    yield row(f"PDF of {count_pages(mixed)} pages, three languages in it", f"{size / 1e6:.1f} MB", spent, GOAL_PDF)
    alone = [fitting((language,)) for language in ("en", "uk", "ru")]
    size, spent = timed(lambda: sum(len(to_pdf(one)) for one in alone), PRINTS)
    pages = " + ".join(str(count_pages(one)) for one in alone)
    yield row(f"three PDFs of {pages} pages, a language each", f"{size / 1e6:.1f} MB", spent, GOAL_PDF)


def fitting(languages: Sequence[str]) -> Any:
    """As many paragraphs as fill sixty pages."""
    from tracktwo.documents.pdf import count_pages

    few, many = 1, 4000
    while few + 1 < many:
        middle = (few + many) // 2
        few, many = (middle, many) if count_pages(document(languages, middle)) <= PAGES else (few, middle)
    return document(languages, few)


def document(languages: Sequence[str], count: int) -> Any:
    from tracktwo.documents.tree import Document, Heading, Paragraph, Part, words

    parts: list[Part] = []
    for number in range(1, count + 1):
        if number % 20 == 1:
            parts.append(Heading(1, words(f"{number // 20 + 1}")))
        language = languages[number % len(languages)]
        parts.append(Paragraph(words(f"{clause_of(number, language)} {clause_of(number + 1, language)}"), language))
    return Document("A long text", languages[0], "8 October 2026", tuple(parts))


def timed(deed: Callable[[], int], times: int) -> tuple[int, tuple[list[float], list[float]]]:
    """What the deed came to, and the seconds of wall and processor of each time; one before is not counted."""
    found, wall, spent = deed(), [], []
    for _time in range(times):
        began, cpu = time.perf_counter(), time.process_time()
        deed()
        wall.append(time.perf_counter() - began)
        spent.append(time.process_time() - cpu)
    return found, (wall, spent)


def row(what: str, size: str, seconds: tuple[list[float], list[float]], goal: float) -> str:
    wall, spent = seconds
    return told(what, size, f"{median(wall):.3f}", f"{max(wall):.3f}", f"{median(spent):.3f}", goal)


def told(*cells: object) -> str:
    line = "| " + " | ".join(str(cell) for cell in cells) + " |"
    print(line, flush=True)
    return line


def page(lines: list[str]) -> str:
    machine = f"{os.cpu_count()} cores, {platform.machine()}, with a load of {os.getloadavg()[0]:.0f} from other work"
    about = f"""## Long texts

By `benchmarks/text.py` on {datetime.now(UTC):%Y-%m-%d}: {machine}. A text of {CLAUSES} clauses in English with its
Ukrainian beside it; each of {COMMUNITIES} communities has amended every clause and the third party is late with {LATE}.
All of it stands open, as a bracket or as an alternative to the whole clause. Opened by the test client in a database
file, {TIMES} times after one that is not counted: session, permission, database and template included, no network. The
clause has 10,000 letters, the most that the house takes. The documents are paragraphs alone, printed {PRINTS} times.
"""
    return "\n".join([BEGIN, "", about, *lines, "", END])


def keep(lines: list[str]) -> None:
    text = PAGE.read_text(encoding="utf-8")
    before, _, rest = text.partition(BEGIN)
    after = rest.partition(END)[2]
    PAGE.write_text(f"{before.rstrip()}\n\n{page(lines)}\n\n{after.lstrip()}", encoding="utf-8")


if __name__ == "__main__":
    main()
