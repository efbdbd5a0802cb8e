"""What step 2 keeps."""

from tracktwo.steps.plan.models.borders import PassportRow, RulesFile
from tracktwo.steps.plan.models.plans import (
    DelegationProfile,
    Edition,
    KeptDay,
    KeptSet,
    Plan,
    PlanWishes,
    Workshop,
)

__all__ = [
    "DelegationProfile",
    "Edition",
    "KeptDay",
    "KeptSet",
    "PassportRow",
    "Plan",
    "PlanWishes",
    "RulesFile",
    "Workshop",
]
