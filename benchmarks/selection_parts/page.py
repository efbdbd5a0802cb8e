"""The kept measurements as the page docs/reference/benchmarks.md."""

from __future__ import annotations

from statistics import median

Row = dict[str, object]

BEGIN, END = "<!-- selection: written by benchmarks/selection.py -->", "<!-- selection: end -->"
HEAD = (
    "pool",
    "people",
    "kinds",
    "seats",
    "minimum",
    "gap",
    "exact",
    "CPU s",
    "MB",
    "SA minimum",
    "SA CPU s",
    "SA MB",
    "ratio",
)


def write_part(kept: dict[str, object]) -> str:
    """The part of the page that is about selection."""
    lines = [
        BEGIN,
        "",
        "## Selection",
        "",
        "Pools of the reference data and of the pool maker, by us and by sortition-algorithms (SA)"
        f" {kept['peer']}, both on HiGHS,",
        f"side by side, row by row, last on {kept['day']}: {kept['machine']}, {_load(kept)}.",
        "Each in a process of its own, one thread; seconds are CPU seconds without starting Python and reading files.",
        f"Stopped after {kept['cap']} CPU seconds for us and {_caps(kept)} for SA (“stopped”: the ratio then",
        "takes the cap for SA’s time). The minimum is over people who can sit; the gap is what no lottery exceeds less",
        "the minimum; “exact”: proven as a fraction without the solver. SA’s leximin asks for Gurobi, which is not",
        "free software: it ran with the licence that comes with the package, for small problems (“failed”: too large",
        "for it). “First apart”: whose chances are higher at the first place, lowest chances first, at which the two",
        "lists differ by more than 1e-6: by that leximin is judged; then the largest difference anywhere in the lists.",
        "SA’s levels lie a little below what is possible (its minimum shows it), and whoever comes next can be",
        "a little higher for it; every level of ours is proven as a fraction. SA’s list is another with every run.",
        "",
    ]
    for objective in ("maximin", "leximin"):
        rows = [row for row in kept["rows"] if row["objective"] == objective]  # type: ignore[union-attr]
        if rows:
            head = HEAD if objective == "maximin" else (*HEAD, "first apart", "largest")
            lines += [f"### {objective}", "", _line(head), _line(["---"] * len(head))]
            lines += [_line(_cells(row, kept)[: len(head)]) for row in rows]
            lines += ["", _sum_up(rows, kept), ""]
    return "\n".join([*lines, END, ""])


def _caps(kept: dict[str, object]) -> str:
    """Where rows were stopped after different times, each time: a row says its own."""
    stopped = {row["peer"]["stopped"] for row in kept["rows"] if "stopped" in (row.get("peer") or {})}  # type: ignore[union-attr,index,operator]
    return " or ".join(str(cap) for cap in sorted({*stopped, kept["peer_cap"]}))  # type: ignore[type-var]


def _load(kept: dict[str, object]) -> str:
    loads = [float(row["load"]) for row in kept["rows"] if "load" in row]  # type: ignore[union-attr,arg-type,operator]
    return (
        f"with a load of {min(loads):.0f} to {max(loads):.0f} from other work beside it"
        if loads
        else "other work beside it"
    )


def put_part(page: str, part: str) -> str:
    """The page with its part replaced, or added at the end."""
    if BEGIN in page:
        return page[: page.index(BEGIN)] + part + page[page.index(END) + len(END) + 1 :]
    return page.rstrip("\n") + "\n\n" + part


def ratio(row: Row, kept: dict[str, object]) -> float | None:
    """How many times less CPU we took; a lower bound where the other was stopped; None where we were."""
    ours, peer = row["ours"], row.get("peer")
    if "cpu" not in ours or not peer or "refused" in ours:  # type: ignore[operator]
        return None
    if "cpu" in peer:  # type: ignore[operator]
        return float(peer["cpu"]) / max(float(ours["cpu"]), 1e-3)  # type: ignore[index]
    if "stopped" in peer:  # type: ignore[operator]
        return float(peer["stopped"]) / max(float(ours["cpu"]), 1e-3)  # type: ignore[index]
    return None


def _cells(row: Row, kept: dict[str, object]) -> list[str]:
    ours, peer = row["ours"], row.get("peer") or {}
    told: list[str] = [str(row["pool"]), str(ours.get("people", "")), str(ours.get("kinds", "")), str(row["seats"])]  # type: ignore[attr-defined]
    if "minimum" in ours:  # type: ignore[operator]
        exact = ours["exact"]  # type: ignore[index]
        shown = "no" if exact is None else exact if len(exact) <= 14 else "yes"
        told += [
            f"{ours['minimum']:.9f}",
            f"{ours['gap']:.1e}",
            shown,
            f"{ours['cpu']:.2f}",
            f"{ours['megabytes']:.0f}",
        ]  # type: ignore[index]
    elif "refused" in ours:  # type: ignore[operator]
        told += [f"`{ours['refused']}`", "", "", f"{ours['cpu']:.2f}", f"{ours['megabytes']:.0f}"]  # type: ignore[index]
    else:
        told += [_why(ours), "", "", f"> {ours.get('stopped', '')}", ""]  # type: ignore[attr-defined,arg-type]
    if "minimum" in peer:  # type: ignore[operator]
        told += [f"{peer['minimum']:.9f}", f"{peer['cpu']:.2f}", f"{peer['megabytes']:.0f}"]  # type: ignore[index]
    else:
        told += [_why(peer), f"> {peer['stopped']}" if "stopped" in peer else "", ""]  # type: ignore[operator,index,arg-type]
    found = ratio(row, kept)
    above = ">= " if found and "stopped" in peer else ""  # type: ignore[operator]
    return [*told, f"{above}{found:.1f}" if found else "", str(row.get("higher", "")), _difference(row)]


def _difference(row: Row) -> str:
    return f"{row['sorted_difference']:.1e}" if "sorted_difference" in row else ""


def _why(told: Row) -> str:
    return "stopped" if "stopped" in told else "failed" if "failed" in told else "not asked"


def _sum_up(rows: list[Row], kept: dict[str, object]) -> str:
    ratios = [found for row in rows if (found := ratio(row, kept))]
    lower = [
        row["pool"]
        for row in rows
        if "minimum" in row["ours"]  # type: ignore[operator]
        and "minimum" in (row.get("peer") or {})  # type: ignore[operator]
        and row["ours"]["minimum"] < row["peer"]["minimum"] - 1e-7  # type: ignore[index]
    ]
    if not ratios:
        return "Nothing was compared."
    apart = [row["higher"] for row in rows if "higher" in row]
    if rows[0]["objective"] == "leximin" and apart:
        told = (
            f"the same on {apart.count('same')}",
            f"ours higher on {apart.count('ours')}",
            f"SA’s on {apart.count('SA')}",
        )
        return (
            f"Compared on {len(ratios)} pools: median ratio {median(ratios):.1f}, least {min(ratios):.1f}; first apart:"
            f" {', '.join(told)}."
        )
    worse = f"lower minimum than SA on {', '.join(map(str, lower))}" if lower else "nowhere a lower minimum than SA"
    return (
        f"Compared on {len(ratios)} pools: median ratio {median(ratios):.1f} (stopped runs counted at their cap),"
        f" least {min(ratios):.1f}; {worse}."
    )


def _line(cells: object) -> str:
    return "| " + " | ".join(cells) + " |"  # type: ignore[arg-type]
