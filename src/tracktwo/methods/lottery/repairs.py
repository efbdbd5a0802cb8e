"""When no cohort can keep the quotas: which of them conflict, and the smallest changes that would help."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import replace

from tracktwo.methods.lottery.kinds import Rule, Setting, draft_seating
from tracktwo.methods.lottery.quotas import Question, Quota
from tracktwo.methods.record import Refusal
from tracktwo.methods.solver import Draft, Limits, Status, solve_mip


def explain_infeasible(question: Question, setting: Setting, limits: Limits) -> list[Refusal]:
    """Refusals that say which quotas conflict, then every one-unit repair (or one smallest set of changes).

    First what anybody can count (``lottery.minima_exceed_seats``, ``maxima_below_seats``,
    ``too_few_people``); without such, ``lottery.quotas_conflict`` names a smallest set that cannot hold
    together: drop any one and the rest can. Then ``lottery.repair`` for each, ``lottery.repairs_together``,
    or ``lottery.no_repair``.
    """
    conflict = _find_conflict(setting, limits)
    if not conflict:
        return [Refusal("lottery.groups_conflict", seats=setting.seats)]
    counted = _count(question)
    named = [Refusal("lottery.quotas_conflict", quotas="; ".join(quota.said() for quota in conflict))]
    return [*(counted or named), *_find_repairs(setting, conflict, limits)]


def _count(question: Question) -> list[Refusal]:
    found: list[Refusal] = []
    by_feature: dict[str, list[Quota]] = defaultdict(list)
    for quota in question.quotas:
        by_feature[quota.feature].append(quota)
    for feature, quotas in sorted(by_feature.items()):
        people = Counter(person.features[feature] for person in question.people)
        found += _count_feature(feature, quotas, people, question.seats)
    return found


def _count_feature(feature: str, quotas: Sequence[Quota], people: Counter[str], seats: int) -> list[Refusal]:
    found = [
        Refusal(
            "lottery.too_few_people",
            feature=feature,
            value=quota.value,
            minimum=quota.minimum,
            people=people[quota.value],
        )
        for quota in quotas
        if quota.minimum > people[quota.value]
    ]
    minima = sum(quota.minimum for quota in quotas)
    maxima = sum(quota.maximum for quota in quotas)
    if minima > seats:
        found.append(Refusal("lottery.minima_exceed_seats", feature=feature, total=minima, seats=seats))
    if maxima < seats:
        found.append(Refusal("lottery.maxima_below_seats", feature=feature, total=maxima, seats=seats))
    return found


def _find_conflict(setting: Setting, limits: Limits) -> list[Quota]:
    """Leave quotas out one by one for as long as what remains still conflicts."""
    rules = list(setting.rules)
    for rule in setting.rules:
        if rule.quota is None:
            continue
        without = [other for other in rules if other is not rule]
        if not _is_feasible(replace(setting, rules=tuple(without)), limits):
            rules = without
    return [rule.quota for rule in rules if rule.quota is not None]


def _is_feasible(setting: Setting, limits: Limits) -> bool:
    solution = solve_mip(draft_seating(setting)[0].build(), limits)
    if solution.status is Status.STOPPED:
        raise Refusal("lottery.stopped")
    return solution.status is Status.OPTIMAL


def _find_repairs(setting: Setting, conflict: Sequence[Quota], limits: Limits) -> list[Refusal]:
    # A one-unit repair must touch this conflict, as it must touch every other one.
    singles = [wider for quota in conflict for wider in _widen(quota) if _helps(setting, wider, limits)]
    if singles:
        return [_say(setting, wider) for wider in singles]
    together = _widen_least(setting, limits)
    if together is None:
        return [Refusal("lottery.no_repair")]
    before = {(quota.feature, quota.value): quota for quota in _quotas(setting)}
    units = sum(_distance(before[quota.feature, quota.value], quota) for quota in together)
    changes = "; ".join(f"{before[quota.feature, quota.value].said()} → {_span(quota)}" for quota in together)
    return [Refusal("lottery.repairs_together", count=units, changes=changes)]


def _widen(quota: Quota) -> list[Quota]:
    """One seat less at the bottom, one more at the top, where the quota's flexibility lets it."""
    lower, upper = _room(quota)
    wider = []
    if lower > 0:
        wider.append(replace(quota, minimum=quota.minimum - 1))
    if upper is None or upper > 0:
        wider.append(replace(quota, maximum=quota.maximum + 1))
    return wider


def _room(quota: Quota) -> tuple[int, int | None]:
    """How far the quota may be widened downwards and upwards; None: without limit."""
    lower = quota.minimum - (0 if quota.least is None else quota.least)
    return max(0, lower), None if quota.most is None else max(0, quota.most - quota.maximum)


def _helps(setting: Setting, wider: Quota, limits: Limits) -> bool:
    return _is_feasible(replace(setting, rules=tuple(_with(rule, wider) for rule in setting.rules)), limits)


def _with(rule: Rule, wider: Quota) -> Rule:
    quota = rule.quota
    if quota is None or (quota.feature, quota.value) != (wider.feature, wider.value):
        return rule
    return replace(rule, lower=wider.minimum, upper=wider.maximum)


def _widen_least(setting: Setting, limits: Limits) -> list[Quota] | None:
    """The quotas changed in one smallest set of changes; None when no allowed change helps."""
    draft, stretches = _draft_elastic(setting)
    solution = solve_mip(draft.build(), limits)
    if not solution.has_values:
        return None
    changed = []
    for quota, down, up in stretches:
        lower, upper = round(solution.values[down]), round(solution.values[up])
        if lower or upper:
            changed.append(replace(quota, minimum=quota.minimum - lower, maximum=quota.maximum + upper))
    return changed


def _draft_elastic(setting: Setting) -> tuple[Draft, list[tuple[Quota, int, int]]]:
    draft = Draft()
    for kind in setting.kinds:
        draft.add_column(upper=kind.size, integral=True)
    stretches = []
    for rule in setting.rules:
        terms = dict.fromkeys(rule.kinds, 1.0)
        if rule.quota is None:
            draft.add_row(terms, lower=rule.lower, upper=rule.upper)
            continue
        lower, upper = _room(rule.quota)
        most = setting.seats if upper is None else upper
        # Every seat by which a quota is widened costs one.
        down = draft.add_column(cost=1.0, upper=lower, integral=True)
        up = draft.add_column(cost=1.0, upper=most, integral=True)
        draft.add_row({**terms, down: 1.0}, lower=rule.lower)
        draft.add_row({**terms, up: -1.0}, upper=rule.upper)
        stretches.append((rule.quota, down, up))
    return draft, stretches


def _quotas(setting: Setting) -> list[Quota]:
    return [rule.quota for rule in setting.rules if rule.quota is not None]


def _say(setting: Setting, wider: Quota) -> Refusal:
    before = next(q for q in _quotas(setting) if (q.feature, q.value) == (wider.feature, wider.value))
    return Refusal("lottery.repair", quota=before.said(), change=_span(wider))


def _span(quota: Quota) -> str:
    return f"{quota.minimum}–{quota.maximum}"


def _distance(before: Quota, after: Quota) -> int:
    return before.minimum - after.minimum + after.maximum - before.maximum
