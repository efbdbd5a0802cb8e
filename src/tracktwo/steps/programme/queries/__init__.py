"""What may be known of step 1."""

from tracktwo.steps.programme.queries.programme import (
    access_programmes,
    current_agenda,
    current_rules,
    list_communities,
)

__all__ = [
    "access_programmes",
    "current_agenda",
    "current_rules",
    "list_communities",
]
