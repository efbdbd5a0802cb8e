"""Deeds of step 1."""

from tracktwo.steps.programme.actions.programme import (
    DECLARATION,
    adopt_agenda,
    adopt_rules,
    create_programme,
    describe_programme,
)

__all__ = [
    "DECLARATION",
    "adopt_agenda",
    "adopt_rules",
    "create_programme",
    "describe_programme",
]
