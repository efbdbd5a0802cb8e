"""Between rows and the lottery's values, and between the lottery and what pages show."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction

from django.utils.translation import gettext as _

from tracktwo.documents.charts.chance_histogram import ChanceGroup, ChanceView
from tracktwo.documents.charts.quota_bars import QuotaRow, QuotaView
from tracktwo.documents.tree import Side
from tracktwo.methods.lottery import Person, Question, ask
from tracktwo.methods.lottery import Quota as AskedQuota
from tracktwo.methods.record import Refusal, Refusals
from tracktwo.steps.programme.models import Community
from tracktwo.steps.select.models import Cohort, Pool, PoolMember

# What a nominee is asked after consenting; the values are keys, their words are below.
ATTRIBUTES: Mapping[str, tuple[str, ...]] = {
    "gender": ("woman", "man", "other"),
    "sector": ("academia", "civil_society", "media", "other"),
    "generation": ("under_40", "from_40_to_60", "over_60"),
    "region": ("capital", "elsewhere", "abroad"),
}
DERIVED = ("community", "returning")
YES, NO = "yes", "no"


def feature_label(feature: str) -> str:
    """A feature in the reader's language; a practice file's own headings stand as they are."""
    return {
        "community": _("Community"),
        "returning": _("Has taken part before"),
        "gender": _("Gender"),
        "sector": _("Field of work"),
        "generation": _("Generation"),
        "region": _("Where they live"),
    }.get(feature, feature)


def value_label(feature: str, value: str, communities: Mapping[str, str] | None = None) -> str:
    """A value in the reader's language; a community goes by the name it accepts."""
    if feature == "community" and communities and value in communities:
        return communities[value]
    return {
        "woman": _("woman"),
        "man": _("man"),
        "other": _("other, or not said"),
        "academia": _("academia"),
        "civil_society": _("civil society"),
        "media": _("media"),
        "under_40": _("under 40"),
        "from_40_to_60": _("40 to 60"),
        "over_60": _("over 60"),
        "capital": _("in the capital"),
        "elsewhere": _("elsewhere in the country"),
        "abroad": _("abroad"),
        YES: _("yes"),
        NO: _("no"),
    }.get(value, value)


def question_of(pool: Pool) -> Question:
    """The pool and its quotas as the question that the lottery answers."""
    quotas = [AskedQuota(one.feature, one.value, one.least, one.most) for one in pool.quotas.all()]
    features = {quota.feature for quota in quotas}
    people = [
        Person(member.label, {feature: member.attributes.get(feature, "") for feature in features})
        for member in pool.members.all()
    ]
    return ask(people, quotas, pool.seats)


def community_names(communities: Iterable[Community]) -> dict[str, str]:
    return {str(community.number): community.name for community in communities}


def in_words(refusal: Refusal | None, pool: Pool, names: Mapping[str, str]) -> Refusal | None:
    """What the lottery refused, with this pool's features and values in the reader's language instead of as keys."""
    if refusal is None:
        return None
    words = {
        f"{one.feature} = {one.value}": f"{feature_label(one.feature)}: {value_label(one.feature, one.value, names)}"
        for one in pool.quotas.all()
    }
    said = [_reword(each, words, names) for each in getattr(refusal, "each", (refusal,))]
    return Refusals(said) if isinstance(refusal, Refusals) else said[0]


def _reword(refusal: Refusal, words: Mapping[str, str], names: Mapping[str, str]) -> Refusal:
    params = dict(refusal.params)
    for name in ("quotas", "quota", "changes"):
        # The longest first, so that no key is taken for the beginning of another.
        for key in sorted(words, key=len, reverse=True) if name in params else ():
            params[name] = str(params[name]).replace(key, words[key])
    if "feature" in params:
        feature = str(params["feature"])
        params["feature"] = feature_label(feature)
        if "value" in params:
            params["value"] = value_label(feature, str(params["value"]), names)
    return Refusal(refusal.code, **params)


@dataclass(frozen=True)
class QuotaLine:
    """One quota as a form row and a table row: how many there are, how many may sit."""

    feature: str
    value: str
    feature_label: str
    value_label: str
    in_pool: int
    least: int
    most: int

    @property
    def name(self) -> str:
        return f"{self.feature}.{self.value}"


def quota_lines(pool: Pool, names: Mapping[str, str]) -> list[QuotaLine]:
    members = list(pool.members.all())
    return [
        QuotaLine(
            quota.feature,
            quota.value,
            feature_label(quota.feature),
            value_label(quota.feature, quota.value, names),
            sum(member.attributes.get(quota.feature) == quota.value for member in members),
            quota.least,
            quota.most,
        )
        for quota in pool.quotas.all()
    ]


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


def members_by_label(pool: Pool) -> dict[str, PoolMember]:
    return {member.label: member for member in pool.members.select_related("nomination__community")}
