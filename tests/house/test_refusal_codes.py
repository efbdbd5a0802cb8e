"""Every refusal that the code can raise has a sentence, and every sentence can be raised."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from tests.conftest import REPOSITORY
from tracktwo.data.refusals import sentences

SOURCE = REPOSITORY / "src" / "tracktwo"
RAISING = {"Refusal", "Reason"}


def trees(*roots: Path) -> Iterator[ast.AST]:
    for root in roots:
        for path in sorted(root.rglob("*.py")):
            if "refusals" not in path.parent.name:
                yield ast.parse(path.read_text(encoding="utf-8"))


def raised(tree: ast.AST) -> Iterator[str]:
    """Patterns of the codes that stand as the first argument of Refusal(…) or Reason(…)."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and node.args and name_of(node.func) in RAISING:
            yield from patterns(node.args[0])


def name_of(function: ast.expr) -> str:
    return getattr(function, "id", "") or getattr(function, "attr", "")


def patterns(code: ast.expr) -> Iterator[str]:
    if isinstance(code, ast.Constant):
        yield re.escape(str(code.value))
    elif isinstance(code, ast.IfExp):
        yield from patterns(code.body)
        yield from patterns(code.orelse)
    elif isinstance(code, ast.JoinedStr):
        # What is filled in is one word: the state of an edition, the name of a press.
        yield "".join(
            re.escape(str(part.value)) if isinstance(part, ast.Constant) else "[a-z]+" for part in code.values
        )


def without_sentence(*trees: ast.AST) -> list[str]:
    said = sentences()
    asked = {pattern for tree in trees for pattern in raised(tree)}
    return sorted(pattern for pattern in asked if not any(re.fullmatch(pattern, code) for code in said))


def never_raised(*trees: ast.AST) -> list[str]:
    """Codes that no Refusal(…) holds and that stand nowhere as a whole string, to be raised from a table."""
    asked = {pattern for tree in trees for pattern in raised(tree)}
    written = {node.value for tree in trees for node in ast.walk(tree) if isinstance(node, ast.Constant)}
    return sorted(
        code
        for code in sentences()
        if code not in written and not any(re.fullmatch(pattern, code) for pattern in asked)
    )


def test_every_code_that_is_raised_has_a_sentence() -> None:
    assert without_sentence(*trees(SOURCE)) == []


def test_every_sentence_has_a_code_that_is_raised() -> None:
    assert never_raised(*trees(SOURCE)) == []


def test_a_code_without_a_sentence_is_noticed() -> None:
    planted = ast.parse('raise Refusal("plan.unheard_of", row=3) if row else Refusal(f"floor.unheard_{press}")')
    assert without_sentence(planted) == [r"floor\.unheard_[a-z]+", r"plan\.unheard_of"]


def test_a_sentence_that_nothing_raises_is_noticed() -> None:
    assert sorted(sentences()) == never_raised(ast.parse('print("no code stands here")'))


def test_a_sentence_holds_no_percent_sign_but_its_params() -> None:
    bare = {code: re.sub(r"%\(\w+\)[sd]|%%", "", sentence) for code, sentence in sentences().items()}
    assert [code for code, sentence in bare.items() if "%" in sentence] == []
