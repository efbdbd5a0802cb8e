"""A budget typed line by line: ``kind; what; amount``."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from tracktwo.methods.record import Refusal, Refusals

FEE = "fee"
KINDS = ("travel", "rooms", "meals", "space", "equipment", FEE, "other")
MOST_LINES, LONGEST, MOST = 40, 160, Decimal(10_000_000)


@dataclass(frozen=True)
class BudgetLine:
    kind: str
    what: str
    amount: Decimal


def read_budget(text: str) -> tuple[BudgetLine, ...]:
    """Lines in their order; blank ones are passed over but counted.

    Raises Refusals (``budget.…``) with row and column.
    """
    found: list[BudgetLine] = []
    faults: list[Refusal] = []
    for row, said in enumerate(text.splitlines(), start=1):
        if said.strip():
            line = _line(row, said, faults)
            found += [line] if line else []
    if len(found) > MOST_LINES:
        faults.append(Refusal("budget.too_many", most=MOST_LINES))
    if faults:
        raise Refusals(faults)
    return tuple(found)


def write_budget(lines: tuple[BudgetLine, ...]) -> str:
    return "\n".join(f"{line.kind}; {line.what}; {line.amount}" for line in lines)


def total(lines: tuple[BudgetLine, ...]) -> Decimal:
    return sum((line.amount for line in lines), Decimal())


def _line(row: int, said: str, faults: list[Refusal]) -> BudgetLine | None:
    cells = [cell.strip() for cell in said.split(";")]
    if len(cells) != 3:
        faults.append(Refusal("budget.cells", row=row, cells=len(cells)))
        return None
    kind, what, amount = cells[0].casefold(), cells[1], _amount(cells[2])
    if kind not in KINDS:
        faults.append(Refusal("budget.kind", row=row, column="kind", allowed=", ".join(KINDS)))
    if not 0 < len(what) <= LONGEST:
        faults.append(Refusal("budget.what", row=row, column="what", most=LONGEST))
    if amount is None:
        faults.append(Refusal("budget.amount", row=row, column="amount"))
        return None
    return BudgetLine(kind, what, amount)


def _amount(said: str) -> Decimal | None:
    """Digits with at most two after the point; spaces between thousands are let through, commas are not."""
    plain = said.replace(" ", "").replace("\u00a0", "").replace("\u202f", "")
    if not plain.isascii() or not plain.replace(".", "", 1).isdigit():
        return None
    try:
        amount = Decimal(plain)
    except InvalidOperation:
        return None
    return amount if amount <= MOST and amount == amount.quantize(Decimal("0.01")) else None
