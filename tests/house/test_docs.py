"""The reference pages cannot lie: each is compared with the code."""

from __future__ import annotations

import importlib.util
import re

from tests.conftest import REPOSITORY

REFERENCE = REPOSITORY / "docs" / "reference"
SETTING = re.compile(r"TRACKTWO_[A-Z]+(?:_[A-Z]+)*")


def settings_in(*folders: str) -> set[str]:
    files = [path for folder in folders for path in (REPOSITORY / folder).rglob("*.py")]
    return {name for path in files for name in SETTING.findall(path.read_text(encoding="utf-8"))}


def test_every_setting_has_its_row_and_every_row_its_setting() -> None:
    page = (REFERENCE / "settings.md").read_text(encoding="utf-8")
    rows = set(re.findall(r"^\| `([A-Z_]+)` \|", page, re.MULTILINE))
    assert rows == settings_in("src", "tests") | {"DATABASE_URL", "PORT"}


def test_the_page_of_the_command_line_is_the_one_that_the_code_makes() -> None:
    place = REPOSITORY / "docs" / "generate.py"
    spec = importlib.util.spec_from_file_location("generate", place)
    assert spec is not None
    assert spec.loader is not None
    generate = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(generate)
    assert (REFERENCE / "command-line.md").read_text(encoding="utf-8") == generate.command_line()


def test_the_log_line_that_the_operator_is_shown_is_the_one_that_is_written() -> None:
    shown = (REPOSITORY / "docs" / "how-to" / "operator.md").read_text(encoding="utf-8")
    written = (REPOSITORY / "src/tracktwo/foundation/jobs/actions.py").read_text(encoding="utf-8")
    (pattern,) = re.findall(r'"(job failed [^"]+)"', written)
    assert re.search(re.escape(pattern).replace("%s", r"\S+"), shown)
