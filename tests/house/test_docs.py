"""The reference pages cannot lie: each is compared with the code."""

from __future__ import annotations

import importlib.util
import re
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import polib
import pysqlite3
import pytest
from tools.catalogues import catalogue
from tools.catalogues import sentences as interface_sentences

from tests.conftest import REPOSITORY
from tracktwo.cli.app import ROOMS
from tracktwo.data.refusals import sentences
from tracktwo.foundation.ledger.deeds import DEEDS

REFERENCE = REPOSITORY / "docs" / "reference"
SETTING = re.compile(r"TRACKTWO_[A-Z]+(?:_[A-Z]+)*")


def settings_in(*folders: str) -> set[str]:
    files = [path for folder in folders for path in (REPOSITORY / folder).rglob("*.py")]
    return {name for path in files for name in SETTING.findall(path.read_text(encoding="utf-8"))}


def test_every_setting_has_its_row_and_every_row_its_setting() -> None:
    page = (REFERENCE / "settings.md").read_text(encoding="utf-8")
    rows = set(re.findall(r"^\| `([A-Z_]+)` \|", page, re.MULTILINE))
    assert rows == settings_in("src", "tests") | {"DATABASE_URL", "PORT"}


def made_pages() -> dict[str, str]:
    spec = importlib.util.spec_from_file_location("generate", REPOSITORY / "docs" / "generate.py")
    assert spec is not None
    assert spec.loader is not None
    generate = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(generate)
    return dict(generate.pages())


@pytest.mark.parametrize("name", ["command-line.md", "deeds.md", "refusal-codes.md"])
def test_a_generated_page_is_the_one_that_the_code_makes(name: str) -> None:
    assert (REFERENCE / name).read_text(encoding="utf-8") == made_pages()[name]


def test_every_command_code_and_deed_has_its_line() -> None:
    made = made_pages()
    rows = r"^\| `([a-z_.]+)` \|"
    assert (
        sorted(re.findall(r"^### `tracktwo ([a-z]+)", made["command-line.md"], re.MULTILINE)),
        sorted(re.findall(rows, made["refusal-codes.md"], re.MULTILINE)),
        sorted(re.findall(rows, made["deeds.md"], re.MULTILINE)),
    ) == (sorted(ROOMS), sorted(sentences()), sorted(DEEDS))


def test_the_log_line_that_the_operator_is_shown_is_the_one_that_is_written() -> None:
    shown = (REPOSITORY / "docs" / "how-to" / "operator.md").read_text(encoding="utf-8")
    written = (REPOSITORY / "src/tracktwo/foundation/jobs/actions.py").read_text(encoding="utf-8")
    (pattern,) = re.findall(r'"(job failed [^"]+)"', written)
    assert re.search(re.escape(pattern).replace("%s", r"\S+"), shown)


def written_pages() -> list[Path]:
    """Every page in Markdown: those at the top, those of docs, those beside what they describe."""
    places = ["*.md", "docs/**/*.md", "src/**/README.md"]
    return sorted(path for place in places for path in REPOSITORY.glob(place))


def place_of(page: Path) -> str:
    return page.relative_to(REPOSITORY).as_posix()


def anchors_of(page: Path) -> set[str]:
    """The anchors that a reader's browser finds: headings in lower case, blanks as hyphens, punctuation gone."""
    headings = re.findall(r"^#{1,6} (.+)$", without_fences(page.read_text(encoding="utf-8")), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


def without_fences(text: str) -> str:
    return re.sub(r"^```.*?^```", "", text, flags=re.MULTILINE | re.DOTALL)


def broken_links(page: Path, text: str) -> list[str]:
    """Links within the repository whose file or heading is not there."""
    broken = []
    for link in re.findall(r"\]\((?!https?:|mailto:)([^)\s]+)\)", without_fences(text)):
        place, _hash, anchor = link.partition("#")
        target = (page.parent / place).resolve() if place else page
        if not target.exists() or (anchor and target.suffix == ".md" and anchor not in anchors_of(target)):
            broken.append(link)
    return broken


def code_in(text: str) -> str:
    """What is written as code: fences and spans."""
    fences = re.findall(r"^```[a-z]*\n(.*?)^```", text, re.MULTILINE | re.DOTALL)
    return "\n".join([*fences, *re.findall(r"`([^`\n]+)`", without_fences(text))])


def unknown_commands(text: str) -> list[str]:
    targets = set(re.findall(r"^([a-z]+):", (REPOSITORY / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    named = re.findall(r"(?:^|[\s/$])(make|tracktwo) ([a-z]+)\b", code_in(text), re.MULTILINE)
    return [f"{tool} {name}" for tool, name in named if name not in (targets if tool == "make" else set(ROOMS))]


def test_every_link_leads_somewhere() -> None:
    found = {place_of(page): broken_links(page, page.read_text(encoding="utf-8")) for page in written_pages()}
    assert {place: links for place, links in found.items() if links} == {}


def test_a_link_to_nowhere_is_noticed() -> None:
    page = REPOSITORY / "docs" / "README.md"
    text = "[a](reference/record.md#leaf) [b](reference/gone.md) [c](reference/record.md#gone) [d](https://example.org)"
    assert broken_links(page, text) == ["reference/gone.md", "reference/record.md#gone"]


def test_the_pages_name_only_commands_that_there_are() -> None:
    found = {place_of(page): unknown_commands(page.read_text(encoding="utf-8")) for page in written_pages()}
    assert {place: commands for place, commands in found.items() if commands} == {}


def test_a_command_that_there_is_not_is_noticed() -> None:
    assert unknown_commands("`make demo`, `tracktwo verify FILE`, `make coffee`\n```\n$ tracktwo dance\n```\n") == [
        "tracktwo dance",
        "make coffee",
    ]


def test_every_page_of_the_docs_stands_in_their_index() -> None:
    docs = REPOSITORY / "docs"
    index = re.findall(r"\]\(([^)#\s]+\.md)\)", (docs / "README.md").read_text(encoding="utf-8"))
    pages = {path.relative_to(docs).as_posix() for path in docs.glob("*/*.md")}
    assert sorted(link for link in index if not link.startswith("..")) == sorted(pages)


def names_of_buttons(text: str) -> list[str]:
    """What a page quotes as it stands on the screen: capitalised, in double quotes."""
    return [" ".join(words.split()).rstrip(".,") for words in re.findall(r"\"([A-Z][^\"]+)\"", without_fences(text))]


@pytest.fixture(scope="module")
def screen() -> set[str]:
    return {message.replace("’", "'").rstrip(".,") for message in interface_sentences()}


@pytest.mark.parametrize(
    "page", ["tutorial/first-programme", "how-to/convener", "how-to/facilitator", "how-to/guarantor"]
)
def test_every_button_that_a_page_names_is_on_the_screen(page: str, screen: set[str]) -> None:
    text = (REPOSITORY / "docs" / f"{page}.md").read_text(encoding="utf-8")
    named = names_of_buttons(text)
    assert (bool(named), [words for words in named if words not in screen]) == (True, [])


def terms() -> list[tuple[str, dict[str, str]]]:
    rows = re.findall(
        r"^\| (.+?) \| (.+?) \| (.+?) \| .*\|$", (REFERENCE / "terms.md").read_text("utf-8"), re.MULTILINE
    )
    return [(english, {"uk": ukrainian, "ru": russian}) for english, ukrainian, russian in rows[2:]]


def said(language: str) -> dict[str, str]:
    """Every message of a language with all its forms, in lower case."""
    opened = polib.pofile(str(catalogue(language)))
    return {one.msgid: " ".join([one.msgstr, *one.msgstr_plural.values()]).strip().lower() for one in opened}


@pytest.mark.parametrize("language", ["uk", "ru"])
def test_a_term_that_stands_alone_on_a_page_is_the_one_of_the_table(language: str) -> None:
    pages = said(language)
    other = {
        (message, pages[message])
        for english, words in terms()
        for message in (english, english.lower())
        if pages.get(message) and pages[message] != words[language]
    }
    assert other == set()


@pytest.mark.parametrize("language", ["uk", "ru"])
def test_every_term_of_the_table_is_used(language: str) -> None:
    pages = "\n".join(said(language).values())
    # Without its ending, which the case of the sentence changes.
    unused = [words[language] for _english, words in terms() if words[language].split()[0][:-2] not in pages]
    assert (len(terms()) > 40, unused) == (True, [])


def run_blocks(page: Path, place: Path) -> None:
    """Run the page's Python in ``place`` as the operator would."""
    blocks = re.findall(r"^```python\n(.*?)^```", page.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)
    assert blocks
    for block in blocks:
        done = subprocess.run([sys.executable, "-c", block], cwd=place, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr


def test_what_the_operator_is_told_to_run_runs(tmp_path: Path) -> None:
    options = ["--data", "var", "--language", "en", "--hosts", "localhost", "--no-https", "--database", ""]
    subprocess.run([sys.executable, "-m", "tracktwo", "new", *options], cwd=tmp_path, check=True, capture_output=True)
    run_blocks(REPOSITORY / "docs" / "how-to" / "operator.md", tmp_path)
    with closing(pysqlite3.connect(tmp_path / "copy.sqlite3")) as copy:
        assert copy.execute("SELECT role FROM people_invitation").fetchall() == [("convener",)]
