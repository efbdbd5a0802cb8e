"""``tracktwo plan``: conventions, a delegation and rules in; plan.json, plan.ics and plan.svg out."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.progress import Progress

from tracktwo.cli.methods.tongue import Translate, choose_tongue, tell_refusal
from tracktwo.data import tables
from tracktwo.data.refusals import say
from tracktwo.data.refusals.words import N_
from tracktwo.documents.charts.plan_strip import plan_strip, view_of
from tracktwo.documents.charts.standalone import standalone
from tracktwo.documents.tree import WEAVES, Side
from tracktwo.exchange.conventions import read_conventions
from tracktwo.exchange.delegations import read_delegation
from tracktwo.exchange.entry_rules import read_passport_index
from tracktwo.exchange.plan_rules import PlanRules, read_plan_rules
from tracktwo.exchange.plans import CalendarWords, read_promised, write_plan_ics, write_plan_json
from tracktwo.exchange.public_holidays import beside, public_holidays
from tracktwo.exchange.significant_dates import read_significant_dates
from tracktwo.methods.dates import (
    EVERY_COMMUNITY,
    Changes,
    Delegation,
    Edition,
    EntryRule,
    KeepClear,
    NoPlan,
    Plan,
    Promised,
    Reason,
    Wishes,
    add_months,
    clear_days,
    project_editions,
)
from tracktwo.methods.dates import plan as make_plan
from tracktwo.methods.record import Refusal
from tracktwo.running.clock import utc_now

DEFAULT_MONTHS = 48
REFUSED = 1
Day = datetime  # what typer turns a day of the command line into


def plan(
    conventions: Annotated[Path, typer.Option(help="Convention editions (CSV, .ics or JSON).")],
    delegation: Annotated[Path, typer.Option(help="Counts: community, passport, residence, count (CSV).")],
    out: Annotated[Path, typer.Option(help="Folder for plan.json, plan.ics and plan.svg.")],
    rules: Annotated[Path | None, typer.Option(help="Wishes, weights, borders, kept days, means (TOML).")] = None,
    keep_clear: Annotated[Path | None, typer.Option(help="Days to keep clear (CSV).")] = None,
    passport_index: Annotated[Path | None, typer.Option(help="The public passport table (CSV).")] = None,
    passport_index_date: Annotated[
        Day | None, typer.Option(formats=["%Y-%m-%d"], help="The day that table was checked.")
    ] = None,
    today: Annotated[Day | None, typer.Option(formats=["%Y-%m-%d"], help="Plan as of this day.")] = None,
    first_day: Annotated[Day | None, typer.Option(formats=["%Y-%m-%d"], help="Plan from this day.")] = None,
    last_day: Annotated[Day | None, typer.Option(formats=["%Y-%m-%d"], help="Plan until this day.")] = None,
    workshops: Annotated[int | None, typer.Option(help="How many; else as many as fit.")] = None,
    months_min: Annotated[int | None, typer.Option(help="Least months between workshops.")] = None,
    months_max: Annotated[int | None, typer.Option(help="Most months between workshops.")] = None,
    length_days: Annotated[int | None, typer.Option(help="Days of a workshop.")] = None,
    offset_days: Annotated[int | None, typer.Option(help="It ends so many days before opening.")] = None,
    slack_days: Annotated[int | None, typer.Option(help="Or up to so many days earlier.")] = None,
    previous: Annotated[
        Path | None, typer.Option(help="plan.json of before: change as little of it as can be.")
    ] = None,
    project: Annotated[bool, typer.Option(help="Project editions not announced yet, marked so.")] = True,
    as_json: Annotated[bool, typer.Option("--json", help="Print plan.json instead of a summary.")] = False,
    language: Annotated[str | None, typer.Option(help="en, uk or ru; otherwise the terminal's.")] = None,
) -> None:
    """Choose which conventions carry a workshop, exactly, with a reason for every edition left."""
    asked = {"workshops": workshops, "months_min": months_min, "months_max": months_max}
    asked |= {"length_days": length_days, "offset_days": offset_days, "slack_days": slack_days}
    days = {"first_day": first_day, "last_day": last_day}
    options = asked | {name: day and day.date() for name, day in days.items()}
    translate: Translate = str
    try:
        translate = choose_tongue(language)
        book = read_plan_rules(tables.entry_rules_toml() if rules is None else rules)
        told = read_delegation(delegation)
        now = utc_now().date() if today is None else today.date()
        wishes = _wishes(book, {name: value for name, value in options.items() if value is not None}, now)
        desk = _Desk(
            editions=read_conventions(conventions),
            delegation=told,
            book=book,
            keep_clear=_holidays(book, _days_kept(keep_clear, book, told), wishes),
            entry=book.entry + _index(passport_index, passport_index_date, told),
            wishes=wishes,
            today=now,
            tell=translate,
            before=None if previous is None else read_promised(previous),
        )
        made = desk.solve(project)
        content = desk.write(made, out)
    except Refusal as refusal:
        if isinstance(refusal, NoPlan):
            typer.echo(say(Refusal(refusal.code, **refusal.params), translate), err=True)
        tell_refusal(refusal, translate, as_json=as_json)
        raise typer.Exit(REFUSED) from refusal
    if as_json:
        typer.echo(content.decode(), nl=False)
    else:
        desk.summarise(made, out)


def _wishes(book: PlanRules, options: dict[str, object], today: date) -> Wishes:
    """Options of the command line outweigh the file; without either, four years from today."""
    said = {"first_day": today, **book.wishes, **options}
    said.setdefault("last_day", add_months(said["first_day"], DEFAULT_MONTHS))
    return Wishes(**said)


def _days_kept(source: Path | None, book: PlanRules, delegation: Delegation) -> tuple[KeepClear, ...]:
    """The file given, else the rules' own, else the package's table for the communities that take part."""
    if source is not None:
        return read_significant_dates(source)
    if book.keep_clear is not None:
        return book.keep_clear
    known = read_significant_dates(tables.significant_dates_csv())
    present = {day.community for day in known} & set(delegation.communities)
    # "both" in the package's table means the communities it names, not any two.
    return tuple(day for day in known if day.community in present or (present and day.community in EVERY_COMMUNITY))


def _holidays(book: PlanRules, kept: tuple[KeepClear, ...], wishes: Wishes) -> tuple[KeepClear, ...]:
    """Public holidays of the countries that the rules name, where a community does not keep the day already."""
    years = range(wishes.first_day.year, wishes.last_day.year + 1)
    listed = (day for community, country in book.holidays for day in public_holidays(country, years, community))
    return (*kept, *beside(kept, listed))


def _index(source: Path | None, checked: Day | None, delegation: Delegation) -> tuple[EntryRule, ...]:
    if source is None:
        return ()
    if checked is None:
        raise Refusal("plan.index_date_missing")
    passports = {line.passport for line in delegation.lines}
    name = f"{source.name}, {checked.date().isoformat()}"
    return read_passport_index(source, checked_on=checked.date(), source_name=name, passports=passports)


@dataclass(frozen=True)
class _Desk:
    """Everything read, before and after the solver."""

    editions: tuple[Edition, ...]
    delegation: Delegation
    book: PlanRules
    keep_clear: tuple[KeepClear, ...]
    entry: tuple[EntryRule, ...]
    wishes: Wishes
    today: date
    tell: Translate
    before: tuple[Promised, ...] | None = None

    def solve(self, project: bool) -> Plan:
        years = range(self.wishes.first_day.year, self.wishes.last_day.year + 1)
        projected = project_editions(self.editions, years) if project else ()
        with _show_progress(self.tell) as report:
            return make_plan(
                (*self.editions, *projected),
                self.delegation,
                self.entry,
                self.keep_clear,
                self.wishes,
                self.today,
                transit=self.book.transit,
                exits=self.book.exits,
                means=self.book.means,
                before=self.before,
                weights=self.book.weights,
                progress=report,
            )

    def write(self, made: Plan, out: Path) -> bytes:
        """The three files; the bytes of plan.json."""
        content = write_plan_json(made, self._sentence)
        words = CalendarWords(**{name: self.tell(said) for name, said in CALENDAR.items()})
        files = {"plan.json": content, "plan.ics": write_plan_ics(made, words), "plan.svg": self._picture(made)}
        try:
            out.mkdir(parents=True, exist_ok=True)
            for name, bytes_ in files.items():
                (out / name).write_bytes(bytes_)
        except OSError as error:
            raise Refusal("plan.out_unwritable") from error
        return content

    def summarise(self, made: Plan, out: Path) -> None:
        proof = SUMMARY_OPTIMAL if made.is_optimal else SUMMARY_GAP
        typer.echo(self.tell(proof) % {"objective": made.objective, "gap": f"{100 * made.gap:.1f}"})
        for workshop in made.workshops:
            edition = workshop.edition
            typer.echo(
                f"{workshop.number:>3}  {workshop.first} – {workshop.last}  {edition.place_name}"
                f"  ({edition.association} {edition.edition}, {edition.status})"
            )
            for remark in workshop.remarks:
                typer.echo(f"       {self._sentence(remark)}")
        if made.changes is not None:
            typer.echo(self.tell(SUMMARY_CHANGES) % _counted(made.changes))
        typer.echo(self.tell(SUMMARY_LEFT) % {"count": len(made.rejected), "folder": out.name})

    def _sentence(self, reason: Reason) -> str:
        return say(Refusal(reason.code, **reason.params), self.tell)

    def _picture(self, made: Plan) -> bytes:
        first, last = self.wishes.first_day, self.wishes.last_day
        communities = self.delegation.communities
        if len(communities) < 2:
            raise Refusal("plan.one_community")
        if len(communities) > len(WEAVES):
            raise Refusal("plan.too_many_communities", most=len(WEAVES))
        sides = {name: Side(name, weave) for weave, name in enumerate(communities, start=1)}
        view = view_of(made, clear_days(self.keep_clear, first, last), sides, first, last)
        labels = {name: self.tell(said) for name, said in LABELS.items()}
        labels["title"] %= {"first": first.year, "last": last.year}
        cities = "; ".join(f"{one.number} {one.edition.place_name} {one.first}" for one in made.workshops)
        labels["description"] %= {"count": len(made.workshops), "cities": cities}
        labels["may_enter"] %= {"total": self.delegation.total}
        return standalone(plan_strip(view, labels)).encode()


def _counted(changes: Changes) -> dict[str, int]:
    counts = {name: len(getattr(changes, name)) for name in ("moved", "leave", "come")}
    return {**counts, "stay": changes.stay, "days": changes.days}


@contextmanager
def _show_progress(tell: Translate) -> Iterator[Callable[[int, int], None]]:
    """A bar on the error stream of a terminal; silence in a pipe."""
    console = Console(stderr=True)
    with Progress(console=console, transient=True, disable=not console.is_terminal) as shown:
        task = shown.add_task(tell(EXPLAINING), total=None)
        yield lambda done, of: shown.update(task, completed=done, total=of)


SUMMARY_OPTIMAL = N_("Proved optimal at %(objective)s points.")
SUMMARY_GAP = N_("Best found: %(objective)s points, at most %(gap)s %% above the optimum.")
SUMMARY_LEFT = N_(
    "Editions left, each with its reasons: %(count)s. Written to %(folder)s: plan.json, plan.ics, plan.svg"
)
SUMMARY_CHANGES = N_(
    "Of the plan before: stay %(stay)s; move %(moved)s; leave %(leave)s; come %(come)s. Days moved in all: %(days)s."
)
EXPLAINING = N_("Asking of every edition why not")
CALENDAR = {
    "calendar": N_("Workshops"),
    "workshop": N_("Workshop %(number)s, %(city)s"),
    "convention": N_("%(convention)s, %(city)s"),
    "deadline": N_("Last day to apply for visas, workshop %(number)s"),
}
LABELS = {
    "title": N_("Conventions and workshops, %(first)s to %(last)s"),
    "description": N_(
        "Workshops: %(count)s. %(cities)s. Filled circles are conventions chosen, open circles conventions left;"
        " woven marks are days a community keeps clear. A cross in a circle: a day to keep clear stood against it; a"
        " bar: somebody could not enter in time; a broken circle: not certain yet."
    ),
    "conventions": N_("Conventions"),
    "may_enter": N_("May enter, of %(total)s"),
    "keep_clear": N_("Days to keep clear"),
    "today": N_("Today"),
    "january": N_("Jan"),
    "july": N_("Jul"),
}
