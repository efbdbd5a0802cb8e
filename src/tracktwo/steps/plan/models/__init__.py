"""What step 2 keeps."""

from tracktwo.steps.plan.models.borders import PassportRow, RulesFile
from tracktwo.steps.plan.models.going import (
    CalendarAddress,
    DeadlineMet,
    DeadlineOffsets,
    GoCheck,
    GoWord,
    OutsideEvent,
)
from tracktwo.steps.plan.models.pack import Application
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
    "Application",
    "CalendarAddress",
    "DeadlineMet",
    "DeadlineOffsets",
    "GoCheck",
    "GoWord",
    "OutsideEvent",
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
