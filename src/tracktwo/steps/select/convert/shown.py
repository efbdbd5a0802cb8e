"""What charts show of a lottery and of the cohort drawn from it."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from fractions import Fraction

from django.utils.translation import gettext as _

from tracktwo.documents.charts.chance_histogram import ChanceGroup, ChanceView
from tracktwo.documents.charts.quota_bars import QuotaRow, QuotaView
from tracktwo.documents.tree import Side
from tracktwo.steps.select.convert.features import value_of
from tracktwo.steps.select.convert.questions import QuotaLine, Ranges, quota_lines
from tracktwo.steps.select.models import Cohort, Pool


def chances_of(cohort: Cohort) -> dict[str, Fraction]:
    """Everybody's chance, by label; nobody has one where the cohort was chosen by hand."""
    return {label: Fraction(chance) for label, chance in cohort.result.get("chances", {}).items()}


def quota_view(cohort: Cohort, names: Mapping[str, str]) -> QuotaView:
    """What the quotas ask, what the pool has, what the lottery gives on average, and who was drawn."""
    return _quota_view(cohort.pool, names, {}, chances_of(cohort), set(cohort.result["cohort"]))


def hand_view(cohort: Cohort, names: Mapping[str, str]) -> QuotaView:
    """What the quotas ask, what the pool has, and who was chosen."""
    return _quota_view(cohort.pool, names, {}, None, set(cohort.result["cohort"]))


def asked_view(
    pool: Pool, names: Mapping[str, str], ranges: Ranges, chances: Mapping[str, Fraction] | None
) -> QuotaView:
    """What the quotas ask and what the pool has, before anybody is drawn; without ``chances`` there is no lottery."""
    return _quota_view(pool, names, ranges, chances, None)


def _quota_view(
    pool: Pool,
    names: Mapping[str, str],
    ranges: Ranges,
    chances: Mapping[str, Fraction] | None,
    drawn: Collection[str] | None,
) -> QuotaView:
    members = list(pool.members.all())

    def row(line: QuotaLine) -> QuotaRow:
        with_value = [member.label for member in members if value_of(member.attributes, line.feature) == line.value]
        least, most = ranges.get((line.feature, line.value), (line.least, line.most))
        return QuotaRow(
            label=f"{line.feature_label}: {line.value_label}",
            pool=len(with_value),
            expected=None if chances is None else float(sum((chances[one] for one in with_value), Fraction(0))),
            least=min(least, most),
            most=max(least, min(most, pool.seats)),
            drawn=None if drawn is None else sum(one in drawn for one in with_value),
            side=_side(line.value, names) if line.feature == "community" else None,
        )

    return QuotaView(pool_size=len(members), seats=pool.seats, rows=tuple(map(row, quota_lines(pool, names))))


def chance_view(cohort: Cohort, names: Mapping[str, str]) -> ChanceView:
    return chances_view(cohort.pool, chances_of(cohort), names)


def chances_view(pool: Pool, chances: Mapping[str, Fraction], names: Mapping[str, str]) -> ChanceView:
    """Chances by community, where the pool has communities of the programme; else by the values of its column."""
    members = list(pool.members.all())
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
