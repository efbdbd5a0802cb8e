"""A pool and its rules as the question that the lottery answers."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from hashlib import sha256

from tracktwo.methods.lottery import Person, Question, ask
from tracktwo.methods.lottery import Quota as AskedQuota
from tracktwo.methods.record import canonical_json
from tracktwo.steps.select.convert.features import CROSS, feature_label, value_label, value_of
from tracktwo.steps.select.models import Pool, PoolMember

Ranges = Mapping[tuple[str, str], tuple[int, int]]


def question_of(pool: Pool, ranges: Ranges | None = None) -> Question:
    """The pool and its rules as the question that the lottery answers; with other ``ranges``, a what-if."""
    said = ranges or {}
    quotas = [
        AskedQuota(one.feature, one.value, *said.get((one.feature, one.value), (one.least, one.most)))
        for one in pool.quotas.all()
    ]
    features = {quota.feature for quota in quotas}
    members, groups = list(pool.members.all()), groups_of(pool)
    people = [
        Person(
            member.label,
            {feature: value_of(member.attributes, feature) for feature in features},
            tuple(groups.get(member.label, ())),
        )
        for member in members
    ]
    return ask(people, [*quotas, *_open_crossings(quotas, people, pool.seats)], pool.seats)


def groups_of(pool: Pool) -> dict[str, list[str]]:
    """For every label the groups of which at most one may sit, by number."""
    found: dict[str, list[str]] = {}
    for tie in pool.ties.prefetch_related("members"):
        for member in tie.members.all():
            found.setdefault(member.label, []).append(f"tie {tie.pk}")
    return found


def _open_crossings(quotas: Iterable[AskedQuota], people: Iterable[Person], seats: int) -> list[AskedQuota]:
    """A crossing names the pairs it cares for; all others are free."""
    named = {(one.feature, one.value) for one in quotas if CROSS in one.feature}
    crossed = {feature for feature, _value in named}
    met = {(feature, person.features[feature]) for person in people for feature in crossed}
    return [AskedQuota(feature, value, 0, seats) for feature, value in sorted(met - named)]


def digest_rules(question: Question) -> str:
    """SHA-256 of all that a cohort must keep: quotas, seats, and who is tied to whom."""
    tied: dict[str, list[str]] = {}
    for person in question.people:
        for group in person.groups:
            tied.setdefault(group, []).append(person.id)
    quotas = [[one.feature, one.value, one.minimum, one.maximum] for one in question.quotas]
    said = {"quotas": quotas, "seats": question.seats, "tied": sorted(who for who in tied.values() if len(who) > 1)}
    return sha256(canonical_json(said)).hexdigest()


@dataclass(frozen=True)
class QuotaLine:
    """One quota as a form row and a table row: how many there are, how many may sit."""

    key: int
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

    @property
    def is_crossing(self) -> bool:
        return CROSS in self.feature


def quota_lines(pool: Pool, names: Mapping[str, str]) -> list[QuotaLine]:
    members = list(pool.members.all())
    return [
        QuotaLine(
            quota.pk,
            quota.feature,
            quota.value,
            feature_label(quota.feature),
            value_label(quota.feature, quota.value, names),
            sum(value_of(member.attributes, quota.feature) == quota.value for member in members),
            quota.least,
            quota.most,
        )
        for quota in pool.quotas.all()
    ]


def members_by_label(pool: Pool) -> dict[str, PoolMember]:
    return {member.label: member for member in pool.members.select_related("nomination__community")}
