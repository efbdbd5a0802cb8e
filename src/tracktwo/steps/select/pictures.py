"""The two charts of the explanation, each with its words in the reader's language and its table."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from django.utils.formats import get_format
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from tracktwo.documents.charts import chance_histogram, quota_bars
from tracktwo.documents.html import to_html
from tracktwo.documents.tree import Document, Table
from tracktwo.steps.select.convert import Answer
from tracktwo.steps.select.convert.questions import Ranges
from tracktwo.steps.select.convert.shown import asked_view, chances_view
from tracktwo.steps.select.models import Pool


@dataclass(frozen=True)
class Picture:
    """A chart and the same numbers as a table, both safe to stand in a page: our own code escaped every word."""

    svg: SafeString
    table: SafeString


def _picture(svg: str, table: Table) -> Picture:
    page = Document(title="-", language="en", date_text="", parts=(table,))
    return Picture(mark_safe(svg), mark_safe(to_html(page)))  # noqa: S308 - made by documents, which escapes


def quota_picture(view: quota_bars.QuotaView) -> Picture:
    labels = {
        "title": _("Quotas in pool, lottery and cohort"),
        "description": _(
            "For each quota: its share of the pool, how many the lottery seats on average, and the range."
        ),
        "key": _("Thin: pool, scaled to the seats. Full: lottery, on average. Dashed: drawn. Band: allowed."),
        "caption": _("What the quotas ask, and what came of them"),
        "quota": _("Quota"),
        "pool": _("In the pool"),
        "share": _("Share of the pool, scaled to the seats"),
        "expected": _("In the lottery, on average"),
        "allowed": _("Allowed"),
        "drawn": _("Drawn"),
        "range": _("%(least)s to %(most)s"),
        "not_drawn": _("not yet"),
        "no_lottery": _("no cohort"),
        "decimal": str(get_format("DECIMAL_SEPARATOR")),
    }
    # A quota that asks for nothing says nothing in a picture; it stands in the table with the others.
    asking = tuple(row for row in view.rows if asks_something(row, view.seats)) or view.rows
    drawn = quota_bars.draw(replace(view, rows=asking), labels, prefix="quotas")
    return _picture(drawn, quota_bars.as_table(view, labels))


def asks_something(row: quota_bars.QuotaRow, seats: int) -> bool:
    return row.least > 0 or row.most < seats


def answer_pictures(pool: Pool, answer: Answer, names: Mapping[str, str], ranges: Ranges) -> dict[str, Picture]:
    """Quota bars for what is asked, and, where there is a lottery, everybody's chances in it."""
    chances = answer.lottery.probabilities if answer.lottery else None
    if not pool.quotas.exists():
        return {}  # a pool that asks for nothing has no picture of what it asks
    told = {"bars": quota_picture(asked_view(pool, names, ranges, chances))}
    if chances is not None:
        told["chances"] = chance_picture(chances_view(pool, chances, names))
    return told


def chance_picture(view: chance_histogram.ChanceView) -> Picture:
    labels = {
        "title": _("Chance of being chosen"),
        "description": _("Number of people in the pool by their chance of being chosen."),
        "axis": _("Chance of being chosen; height is people"),
        "percent": _("%(amount)s %%"),
        "floor": _("Nobody below %(amount)s"),
        "caption": _("People by chance of being chosen"),
        "chance": _("Chance"),
        "span": _("%(low)s to %(high)s"),
        "decimal": str(get_format("DECIMAL_SEPARATOR")),
    }
    return _picture(chance_histogram.draw(view, labels, prefix="chances"), chance_histogram.as_table(view, labels))
