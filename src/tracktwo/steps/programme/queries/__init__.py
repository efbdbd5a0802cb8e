"""What may be known of step 1."""

from tracktwo.steps.programme.queries.programme import (
    access_programmes,
    current_agenda,
    current_rules,
    has_draft,
    in_order_of_day,
    list_agendas,
    list_communities,
    list_own_templates,
    sheet_on_desk,
)
from tracktwo.steps.programme.queries.screening import (
    OrganisationRow,
    access_alarms,
    access_register,
    checked_on,
    designation_of,
    money_ways,
    open_alarms,
    organisation_rows,
    payers,
    sides_without_payer,
)

__all__ = [
    "has_draft",
    "in_order_of_day",
    "list_agendas",
    "list_own_templates",
    "sheet_on_desk",
    "OrganisationRow",
    "access_alarms",
    "access_register",
    "checked_on",
    "designation_of",
    "money_ways",
    "open_alarms",
    "organisation_rows",
    "payers",
    "sides_without_payer",
    "access_programmes",
    "current_agenda",
    "current_rules",
    "list_communities",
]
