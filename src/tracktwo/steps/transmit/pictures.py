"""The two charts of the matrix, each with its words in the reader's language and its table."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from tracktwo.documents.charts import reach
from tracktwo.documents.html import to_html
from tracktwo.documents.tree import Document, Side, Table
from tracktwo.steps.programme.models import Community
from tracktwo.steps.transmit.models import Cell
from tracktwo.steps.transmit.queries import Reached, balance


@dataclass(frozen=True)
class Picture:
    """A chart and the same numbers as a table, both safe to stand in a page: our own code escaped every word."""

    svg: SafeString
    table: SafeString


def _picture(svg: str, table: Table) -> Picture:
    page = Document(title="-", language="en", parts=(table,))
    return Picture(mark_safe(svg), mark_safe(to_html(page)))  # noqa: S308 - made by documents, which escapes


def reach_picture(rows: list[Reached], cells: list[Cell]) -> Picture:
    columns = tuple(reach.ReachColumn(str(cell.get_audience_display()), _side(cell.community)) for cell in cells)
    told = tuple(reach.ReachRow(f"{row.finding.number}. {row.finding.words}", row.states) for row in rows)
    labels = {
        "title": _("What reached whom"),
        "description": _("Findings down, audiences of every community across; the table below says the same in words."),
        "key": _("Full: carried. Full with a ring: an answer came. Dashed: not yet. Line: does not go that far."),
        "caption": _("Findings and the audiences that have them"),
        "finding": _("Finding"),
        "carried": _("carried"),
        "answered": _("carried, answered"),
        "open": _("not yet"),
        "kept": _("does not go that far"),
    }
    view = reach.ReachView(columns, told)
    return _picture(reach.draw(view, labels), reach.as_table(view, labels))


def _side(community: Community | None) -> Side | None:
    return Side(community.name, community.number) if community else None


def balance_picture(rows: list[Reached], cells: list[Cell], communities: list[Community]) -> Picture:
    told = balance(rows, cells)
    bars = tuple(reach.BalanceRow(Side(one.name, one.number), *told.get(one.number, (0, 0))) for one in communities)
    labels = {
        "title": _("How evenly the communities are reached"),
        "description": _("For each community: findings carried to its audiences, of those that may go there."),
        "count": _("%(carried)s of %(possible)s"),
        "caption": _("Findings carried, by community"),
        "community": _("Community"),
        "carried_head": _("Carried"),
        "possible_head": _("May go there"),
    }
    return _picture(reach.draw_balance(bars, labels), reach.balance_table(bars, labels))


def balance_sentence(rows: list[Reached], cells: list[Cell], communities: list[Community]) -> str:
    """Whether a community is behind, in words; by shares, so that a waiver on one side is seen too."""
    told = balance(rows, cells)
    shares = {one.name: done / most for one in communities for done, most in [told.get(one.number, (0, 0))] if most}
    if len(shares) < 2 or max(shares.values()) == 0:
        return _("Nothing has been carried yet.")
    low, high = min(shares, key=lambda name: shares[name]), max(shares, key=lambda name: shares[name])
    if shares[low] == shares[high]:
        return _("Every community has been reached with the same share of what may go there.")
    return _("%(behind)s has been reached with less than %(ahead)s. Say why, or mend it.") % {
        "behind": low,
        "ahead": high,
    }
