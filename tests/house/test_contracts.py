"""Each rule of the house is kept, and is seen to break when somebody breaks it."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

import pytest
from django.apps import apps
from django.db import models

from tests.conftest import REPOSITORY

BIN = Path(sys.executable).parent
ORDER = ("programme", "plan", "select", "prepare", "convene", "agree", "transmit", "measure")

# Where a fault is planted, what it is, and the contract that must notice.
IMPORT_FAULTS = [
    ("methods/counts/planted.py", "import tracktwo.exchange", "Floors"),
    ("foundation/people/planted.py", "import tracktwo.steps.plan.models", "Floors"),
    ("running/planted.py", "import tracktwo.foundation.jobs", "Floors"),
    ("methods/counts/planted.py", "import tracktwo.methods.lottery", "Methods stand side by side"),
    ("methods/text/planted.py", "import tracktwo.methods.floor", "Methods stand side by side"),
    ("steps/plan/planted.py", "import tracktwo.steps.select.models", "Steps walk one way"),
    ("steps/plan/models/plans.py", "import tracktwo.steps.plan.views", "Inside a step"),
    ("steps/measure/queries.py", "import tracktwo.steps.measure.actions", "Inside a step"),
    ("methods/text/planted.py", "import random", "Methods reach no"),
    ("methods/text/planted.py", "import django.db", "Methods reach no"),
    ("exchange/planted.py", "import django.conf", "Exchange, data, documents and running"),
    ("documents/planted.py", "import django.utils.html", "Exchange, data, documents and running"),
    ("cli/methods/planted.py", "import tracktwo.foundation.people", "A sceptic"),
    ("cli/methods/planted.py", "import django.conf", "A sceptic"),
    ("steps/select/planted.py", "import tracktwo.foundation.vault.models", "Only the vault"),
    ("site/planted.py", "import tracktwo.foundation.vault.keystore", "Only the vault"),
]
BANNED = [
    "from datetime import datetime\n\nprint(datetime.now())",
    "import numpy as np\n\nprint(np.random.default_rng())",
    "from secrets import token_hex\n\nprint(token_hex)",
    "import time\n\nprint(time.monotonic())",
    "from pathlib import Path\n\nprint(Path)",
]


@pytest.fixture
def copy_of_the_house(tmp_path: Path) -> Path:
    place = tmp_path / "src" / "tracktwo"
    shutil.copytree(REPOSITORY / "src" / "tracktwo", place, ignore=shutil.ignore_patterns("static", "fonts", "locale"))
    shutil.copy(REPOSITORY / "pyproject.toml", tmp_path)
    return place


def lint_imports(root: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [BIN / "lint-imports", "--no-cache", "--config", root / "pyproject.toml"],
        cwd=root,
        env={"PYTHONPATH": str(root / "src"), "PATH": "/usr/bin:/bin"},
        capture_output=True,
        text=True,
        check=False,
    )


def test_the_house_keeps_its_contracts(copy_of_the_house: Path) -> None:
    found = lint_imports(copy_of_the_house.parent.parent)
    assert (found.returncode, "0 broken" in found.stdout) == (0, True), found.stdout


@pytest.mark.parametrize(("place", "fault", "contract"), IMPORT_FAULTS)
def test_a_planted_import_breaks_its_contract(copy_of_the_house: Path, place: str, fault: str, contract: str) -> None:
    with (copy_of_the_house / place).open("a") as file:
        file.write(f"\n{fault}\n")
    found = lint_imports(copy_of_the_house.parent.parent)
    broken = [line for line in found.stdout.splitlines() if line.rstrip().endswith("BROKEN")]
    assert any(line.startswith(contract) for line in broken), found.stdout + found.stderr


@pytest.mark.parametrize("fault", BANNED)
def test_what_methods_may_not_reach_is_refused_there(copy_of_the_house: Path, fault: str) -> None:
    def codes(room: str) -> str:
        (copy_of_the_house / room / "planted.py").write_text(f'"""Planted."""\n\n{fault}\n')
        return subprocess.run(
            [BIN / "ruff", "check", "--no-cache", "--output-format", "concise", f"src/tracktwo/{room}/planted.py"],
            cwd=copy_of_the_house.parent.parent,
            capture_output=True,
            text=True,
            check=False,
        ).stdout

    assert ("TID251" in codes("methods/text"), "TID251" in codes("running")) == (True, False)


def test_a_method_that_opens_a_file_is_refused(copy_of_the_house: Path) -> None:
    (copy_of_the_house / "methods/text/planted.py").write_text('"""Planted."""\n\nprint(open("x"))\n')
    found = subprocess.run(
        [BIN / "ruff", "check", "--no-cache", "--select", "PTH", "src"],
        cwd=copy_of_the_house.parent.parent,
        capture_output=True,
        text=True,
        check=False,
    )
    assert "PTH123" in found.stdout


def wrong_ways(found: Iterable[type[models.Model]]) -> list[str]:
    """Foreign keys that point to a later step, to the site, or from the foundation into a step."""
    wrong = []
    for model in found:
        for target in [f.related_model for f in model._meta.get_fields() if f.is_relation and f.concrete]:
            if _height(target) > _height(model):
                wrong.append(f"{model._meta.label} -> {target._meta.label}")
    return wrong


def _height(model: type[models.Model]) -> int:
    label = model._meta.app_label
    return ORDER.index(label) + 1 if label in ORDER else 0


def test_foreign_keys_point_only_to_earlier_steps() -> None:
    assert wrong_ways(apps.get_models()) == []


def test_a_foreign_key_to_a_later_step_is_noticed() -> None:
    class Planted(models.Model):
        seat = models.ForeignKey("select.Seat", on_delete=models.CASCADE)

        class Meta:
            app_label = "plan"

    try:
        assert wrong_ways([Planted]) == ["plan.Planted -> select.Seat"]
    finally:
        # Django keeps every model class it has seen; the next test must not meet this one.
        del apps.all_models["plan"]["planted"]
        apps.clear_cache()
