"""What charts show of a lottery and of the cohort drawn from it."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from django.utils.translation import gettext as _

from tracktwo.documents.charts.chance_histogram import ChanceGroup, ChanceView
from tracktwo.documents.charts.quota_bars import QuotaRow, QuotaView
from tracktwo.documents.tree import Side
from tracktwo.steps.select.convert.questions import QuotaLine, quota_lines
from tracktwo.steps.select.models import Cohort


def chances_of(cohort: Cohort) -> dict[str, Fraction]:
    """Everybody's chance, by label."""
    return {label: Fraction(chance) for label, chance in cohort.result["chances"].items()}


def quota_view(cohort: Cohort, names: Mapping[str, str]) -> QuotaView:
    """What the quotas ask, what the pool has, what the lottery gives on average, and who was drawn."""
    members, chances = list(cohort.pool.members.all()), chances_of(cohort)
    drawn = set(cohort.result["cohort"])

    def row(line: QuotaLine) -> QuotaRow:
        with_value = [member for member in members if member.attributes.get(line.feature) == line.value]
        return QuotaRow(
            label=f"{line.feature_label}: {line.value_label}",
            pool=len(with_value),
            expected=float(sum((chances[member.label] for member in with_value), Fraction(0))),
            least=line.least,
            most=min(line.most, cohort.seats),
            drawn=sum(member.label in drawn for member in with_value),
            side=_side(line.value, names) if line.feature == "community" else None,
        )

    rows = tuple(row(line) for line in quota_lines(cohort.pool, names))
    return QuotaView(pool_size=len(members), seats=cohort.seats, rows=rows)


def chance_view(cohort: Cohort, names: Mapping[str, str]) -> ChanceView:
    """Chances by community, where the pool has communities of the programme; else by the values of its column."""
    chances = chances_of(cohort)
    members = list(cohort.pool.members.all())
    values = sorted({member.attributes.get("community", "") for member in members})
    groups = [
        ChanceGroup(
            _side(value, names, place) or Side(value or _("the pool"), 1),
            tuple(float(chances[one.label]) for one in members if one.attributes.get("community", "") == value),
        )
        for place, value in enumerate(values, start=1)
    ]
    return ChanceView(tuple(groups[:3]) if len(groups) <= 3 else (_together(chances),))


def _together(chances: Mapping[str, Fraction]) -> ChanceGroup:
    return ChanceGroup(Side(_("the pool"), 1), tuple(float(chance) for chance in chances.values()))


def _side(value: str, names: Mapping[str, str], place: int = 0) -> Side | None:
    if value in names and int(value) <= 3:
        return Side(names[value], int(value))
    return Side(value, place) if value and 1 <= place <= 3 else None
