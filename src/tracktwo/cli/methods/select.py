"""``tracktwo select``: a pool and quotas in, a fair lottery, one drawn cohort and the proof of its draw
out.
"""

from __future__ import annotations

import re
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from fractions import Fraction
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

from tracktwo.cli.methods.tongue import Translate, choose_tongue, tell_refusal
from tracktwo.data.refusals.words import N_
from tracktwo.exchange.draws import (
    Draw,
    draw,
    write_alternates,
    write_cohort,
    write_impossible,
    write_lottery,
    write_probabilities,
    write_proof,
    write_result,
)
from tracktwo.exchange.pools import LARGEST_QUOTA, Returning, read_question
from tracktwo.methods.lottery import Lottery, Question, find_lottery, read_seed, round_uniform
from tracktwo.methods.lottery.generate import Progress as Report
from tracktwo.methods.record import Refusal, Refusals

REFUSED = 1
_FLOOR = re.compile(r"(0|1)(\.\d{1,9})?|\d{1,9}/[1-9]\d{0,8}", re.ASCII)

SEARCHING = N_("Levels fixed: %(levels)s. Lowest chance so far: %(lowest)s; no lottery exceeds: %(bound)s.")
DRAWN = N_("Drawn: cohort %(index)s of %(cohorts)s. Lowest chance of anybody who can sit: %(lowest)s (%(exact)s).")
PROVEN = N_("No lottery gives more: proven without the solver.")
GAP = N_("No lottery gives more than %(bound)s: by the solver's own bound.")
MEAN = N_("Geometric mean of the chances: %(value)s.")
SCORE = N_("Mean total score of a cohort: %(value)s (%(exact)s).")
NEARLY = N_("No lottery gives more than %(bound)s: proven without the solver.")
UNIFORM = N_("Drawn from %(cohorts)s equally likely cohorts; nobody’s chance changes by more than %(change)s.")
BARRED = N_("People whom no valid cohort can contain: %(ids)s.")
WRITTEN = N_("Written to %(folder)s: %(files)s.")


def select(
    pool: Annotated[Path, typer.Option(help="The pool: CSV with a column id and any others.")],
    quotas: Annotated[Path, typer.Option(help="The quotas: CSV with feature,value,min,max.")],
    seats: Annotated[int, typer.Option(help="How many people sit in the cohort.")],
    out: Annotated[Path, typer.Option(help="The folder for the results.")],
    objective: Annotated[str, typer.Option(help="leximin, maximin, nash or suitability.")] = "leximin",
    seed: Annotated[str | None, typer.Option(help="Hexadecimal, 16 digits or more, agreed by everybody.")] = None,
    id_column: Annotated[str | None, typer.Option(help="The pool's column of ids.")] = None,
    household: Annotated[str | None, typer.Option(help="A column: at most one person of each value.")] = None,
    conflicts: Annotated[Path | None, typer.Option(help="Pairs who may not sit together: CSV id_1,id_2.")] = None,
    returning: Annotated[str | None, typer.Option(help="COLUMN:MIN:MAX, how many take part again.")] = None,
    score: Annotated[str | None, typer.Option(help="For suitability: the column of assessed scores.")] = None,
    floor: Annotated[
        str | None, typer.Option(help="For suitability: the least chance of everybody who can sit, 0.05 or 1/20.")
    ] = None,
    uniform: Annotated[
        int | None, typer.Option(help="Draw from this many equally likely cohorts instead of weighted ones.")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print the result as JSON.")] = False,
    language: Annotated[str | None, typer.Option(help="en, uk or ru; otherwise the terminal's.")] = None,
) -> None:
    """Find the fairest lottery over the cohorts that keep the quotas, and draw one cohort from it."""
    translate: Translate = str
    try:
        translate = choose_tongue(language)
        least = _read_floor(floor)
        key = _read_key(seed)
        question = read_question(
            pool,
            quotas,
            seats,
            id_column=id_column,
            household=household,
            conflicts=conflicts,
            returning=_read_returning(returning),
            score=score,
        )
        started = time.perf_counter()
        with _show_progress(translate) as report:
            lottery = _find(question, objective, least, report, out)
        drawn = draw(lottery, key, None if uniform is None else round_uniform(lottery, uniform))
        written = _write_all(out, question, drawn, round(time.perf_counter() - started, 3))
    except Refusal as refusal:
        tell_refusal(refusal, translate, as_json=as_json)
        raise typer.Exit(REFUSED) from refusal
    if as_json:
        typer.echo(written["result.json"].decode(), nl=False)
    else:
        _tell(drawn, out, list(written), translate)


def _find(question: Question, objective: str, floor: Fraction | None, report: Report, out: Path) -> Lottery:
    """Where no cohort can keep the quotas, ``result.json`` alone is written, with what would be enough."""
    try:
        return find_lottery(question, objective, floor=floor, progress=report)
    except Refusals as refusals:
        _write(out, {"result.json": write_impossible(question, objective, refusals)})
        raise


def _read_floor(text: str | None) -> Fraction | None:
    """A chance as a decimal or as a fraction."""
    if text is None:
        return None
    if not _FLOOR.fullmatch(text):
        raise Refusal("lottery.floor")
    return Fraction(text)


def _read_key(seed: str | None) -> bytes:
    if seed is None:
        raise Refusal("select.seed_missing")
    return read_seed(seed)


def _read_returning(text: str | None) -> Returning | None:
    """COLUMN:MIN:MAX; the column itself may hold colons."""
    if text is None:
        return None
    column, *numbers = text.rsplit(":", 2)
    if not column or len(numbers) != 2 or not all(part.isascii() and part.isdigit() for part in numbers):
        raise Refusal("select.returning")
    minimum, maximum = map(int, numbers)
    if not minimum <= maximum <= LARGEST_QUOTA:
        raise Refusal("select.returning")
    return Returning(column, minimum, maximum)


@contextmanager
def _show_progress(translate: Translate) -> Iterator[Report]:
    """A line on the error stream while the search runs; nothing stays of it, and nothing in a pipe."""
    console = Console(stderr=True)
    columns = (SpinnerColumn(), TextColumn("{task.description}"), TimeElapsedColumn())
    with Progress(*columns, console=console, transient=True, disable=not console.is_terminal) as shown:
        task = shown.add_task("", total=None)

        def report(levels: int, lowest: float, bound: float) -> None:
            told = {"levels": levels, "lowest": f"{lowest:.6f}", "bound": f"{bound:.6f}"}
            shown.update(task, description=translate(SEARCHING) % told)

        yield report


def _write_all(out: Path, question: Question, drawn: Draw, seconds: float) -> dict[str, bytes]:
    files = {
        "cohort.csv": write_cohort(drawn),
        "alternates.csv": write_alternates(drawn),
        "probabilities.csv": write_probabilities(drawn),
        "lottery.csv": write_lottery(drawn),
        "result.json": write_result(drawn, seconds),
        "proof.json": write_proof(question, drawn),
    }
    _write(out, files)
    return files


def _write(out: Path, files: Mapping[str, bytes]) -> None:
    try:
        out.mkdir(parents=True, exist_ok=True)
        for name, content in files.items():
            (out / name).write_bytes(content)
    except OSError as fault:
        raise Refusal("select.out_unwritable") from fault


def _tell(drawn: Draw, out: Path, names: list[str], translate: Translate) -> None:
    lottery = drawn.lottery
    told = [
        translate(DRAWN)
        % {
            "index": drawn.index + 1,
            "cohorts": len(drawn.cohorts),
            "lowest": f"{lottery.minimum_float:.6f}",
            "exact": "–" if lottery.minimum is None else str(lottery.minimum),
        },
        *_tell_value(lottery, translate),
        _tell_proof(lottery, translate),
    ]
    if drawn.uniform:
        change = f"{float(drawn.uniform.largest_change):.6f}"
        told.append(translate(UNIFORM) % {"cohorts": len(drawn.cohorts), "change": change})
    if lottery.unselectable:
        told.append(translate(BARRED) % {"ids": ", ".join(lottery.unselectable)})
    told.append(translate(WRITTEN) % {"folder": out, "files": ", ".join(names)})
    sys.stdout.write("\n".join(told) + "\n")


def _tell_value(lottery: Lottery, translate: Translate) -> list[str]:
    """What was made as high as can be, where it is not the lowest chance."""
    if lottery.objective == "nash":
        return [translate(MEAN) % {"value": f"{lottery.value:.9f}"}]
    if lottery.objective == "suitability":
        exact = "–" if lottery.exact is None else str(lottery.exact)
        return [translate(SCORE) % {"value": f"{lottery.value:.6f}", "exact": exact}]
    return []


def _tell_proof(lottery: Lottery, translate: Translate) -> str:
    if "optimal" in lottery.proven:
        return translate(PROVEN)
    return translate(NEARLY if "bound" in lottery.proven else GAP) % {"bound": f"{lottery.bound:.9f}"}
