"""The page of step 3: how far it is, or the own nomination."""

from __future__ import annotations

from typing import Any

from tracktwo.steps.select.convert import chances_of
from tracktwo.steps.select.models import Pool
from tracktwo.steps.select.queries import (
    access_rosters,
    count_by_state,
    current_pool,
    kept_cohort,
    latest_cohort,
    latest_round,
    list_nominations,
    nomination_of,
    own_cohorts,
)
from tracktwo.steps.select.views.doors import SelectDoor


class About(SelectDoor):
    """How far the selection is; a nominee sees the own nomination and nothing else."""

    policy = "select.enter"
    template = "select/about.html"

    def context(self, **more: Any) -> dict[str, Any]:
        if not self.may("select.see"):
            return super().context(
                own=True, nomination=nomination_of(self.programme, self.account()), **self._own(), **more
            )
        workshop = self.workshop
        pools = [current_pool(workshop, kind) for kind in Pool.Kind.values] if workshop else []
        return super().context(
            own=False,
            workshop=workshop,
            states=count_by_state(self.programme),
            nominations=list_nominations(self.programme, self.own_side()),
            pools=[(pool, latest_cohort(pool)) for pool in pools if pool],
            gathered=next((pool for pool in pools if pool and pool.kind == Pool.Kind.NOMINEES), None),
            kept=[one for one in map(kept_cohort, self.programme.workshops.all()) if one],
            rosters=access_rosters(self.programme),
            may_change=self.may("select.change"),
            latest_round=latest_round(self.programme),
            **{f"may_{word}": self.may(f"select.{word}") for word in ("round", "assess", "who")},
            **more,
        )

    def _own(self) -> dict[str, Any]:
        cohort = next(iter(own_cohorts(self.programme, self.account())), None)
        chance = chances_of(cohort)[self.account().alias] if cohort else None
        return {"own_cohort": cohort, "own_chance": chance, "own_percent": float(chance) * 100 if chance else 0}
