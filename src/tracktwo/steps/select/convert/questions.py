"""A pool and its quotas as the question that the lottery answers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from tracktwo.methods.lottery import Person, Question, ask
from tracktwo.methods.lottery import Quota as AskedQuota
from tracktwo.steps.select.convert.features import feature_label, value_label
from tracktwo.steps.select.models import Pool, PoolMember


def question_of(pool: Pool) -> Question:
    """The pool and its quotas as the question that the lottery answers."""
    quotas = [AskedQuota(one.feature, one.value, one.least, one.most) for one in pool.quotas.all()]
    features = {quota.feature for quota in quotas}
    people = [
        Person(member.label, {feature: member.attributes.get(feature, "") for feature in features})
        for member in pool.members.all()
    ]
    return ask(people, quotas, pool.seats)


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


def members_by_label(pool: Pool) -> dict[str, PoolMember]:
    return {member.label: member for member in pool.members.select_related("nomination__community")}
