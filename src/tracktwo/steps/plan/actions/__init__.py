"""Deeds of step 2."""

from tracktwo.steps.plan.actions.borders import drop_rules, import_passports, import_rules
from tracktwo.steps.plan.actions.inputs import choose_kept_days, import_conventions, import_kept_days, write_delegation
from tracktwo.steps.plan.actions.plans import compute_plan, plan_again, request_plan, try_plan
from tracktwo.steps.plan.actions.workshops import close_workshop, keep_plan

__all__ = [
    "choose_kept_days",
    "close_workshop",
    "compute_plan",
    "drop_rules",
    "import_conventions",
    "import_kept_days",
    "import_passports",
    "import_rules",
    "keep_plan",
    "plan_again",
    "request_plan",
    "try_plan",
    "write_delegation",
]
