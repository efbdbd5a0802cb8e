"""Conventions, borders and kept days in; an optimal plan out, with a reason for every edition left."""

from tracktwo.methods.dates.candidates import Cost
from tracktwo.methods.dates.change import Promised
from tracktwo.methods.dates.clear import EVERY_COMMUNITY, ORTHODOX_EASTER, ClearDay, KeepClear, clear_days
from tracktwo.methods.dates.countries import CONTINENT, is_country
from tracktwo.methods.dates.edition import CITY_OPEN, OUT, STATUSES, UNSURE, Edition, EditionKey
from tracktwo.methods.dates.entry import (
    BARRED,
    E_VISA,
    REQUIREMENTS,
    UNKNOWN,
    VISA,
    VISA_FREE,
    Delegation,
    DelegationLine,
    EntryClass,
    EntryRule,
    EntryTable,
)
from tracktwo.methods.dates.journey import Borders, Papers, Said, Task, journey_of, kinds_due, sources_of
from tracktwo.methods.dates.loosen import NoPlan
from tracktwo.methods.dates.means import Away, Facilitator, Means, Price
from tracktwo.methods.dates.planning import plan
from tracktwo.methods.dates.project import Pattern, find_pattern, project_editions
from tracktwo.methods.dates.reason import Reason
from tracktwo.methods.dates.result import Alternative, Changes, Moved, Plan, Rejected, Workshop
from tracktwo.methods.dates.ways import EXIT_CODES, EXIT_KINDS, ExitRule, TransitRule
from tracktwo.methods.dates.wishes import Locked, Weights, Wishes, add_months

__all__ = [
    "Borders",
    "Papers",
    "Said",
    "Task",
    "journey_of",
    "kinds_due",
    "sources_of",
    "Away",
    "Facilitator",
    "Means",
    "Price",
    "Promised",
    "Changes",
    "Moved",
    "EXIT_CODES",
    "EXIT_KINDS",
    "ExitRule",
    "TransitRule",
    "BARRED",
    "CITY_OPEN",
    "CONTINENT",
    "E_VISA",
    "VISA",
    "VISA_FREE",
    "EVERY_COMMUNITY",
    "ORTHODOX_EASTER",
    "OUT",
    "REQUIREMENTS",
    "STATUSES",
    "UNKNOWN",
    "UNSURE",
    "Alternative",
    "ClearDay",
    "Cost",
    "Delegation",
    "DelegationLine",
    "Edition",
    "EditionKey",
    "EntryClass",
    "EntryRule",
    "EntryTable",
    "KeepClear",
    "Locked",
    "NoPlan",
    "Pattern",
    "Plan",
    "Reason",
    "Rejected",
    "Weights",
    "Wishes",
    "Workshop",
    "add_months",
    "clear_days",
    "find_pattern",
    "is_country",
    "plan",
    "project_editions",
]
