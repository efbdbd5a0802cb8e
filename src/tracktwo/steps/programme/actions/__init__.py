"""Deeds of step 1."""

from tracktwo.steps.programme.actions.agenda import (
    adopt_agenda,
    clear_desk,
    edit_agenda,
    forget_template,
    keep_template,
)
from tracktwo.steps.programme.actions.programme import (
    DECLARATION,
    adopt_rules,
    create_programme,
    describe_programme,
)
from tracktwo.steps.programme.actions.screening import (
    Imported,
    answer_alarm,
    import_designations,
    screen_programme,
    set_money_ways,
    write_designation,
    write_organisations,
)

__all__ = [
    "clear_desk",
    "edit_agenda",
    "forget_template",
    "keep_template",
    "Imported",
    "answer_alarm",
    "import_designations",
    "screen_programme",
    "set_money_ways",
    "write_designation",
    "write_organisations",
    "DECLARATION",
    "adopt_agenda",
    "adopt_rules",
    "create_programme",
    "describe_programme",
]
