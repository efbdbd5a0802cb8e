"""Between rows and the values of the methods, and between the methods and what pages show."""

from tracktwo.steps.select.convert.features import (
    ATTRIBUTES,
    DERIVED,
    NO,
    YES,
    community_names,
    feature_label,
    value_label,
)
from tracktwo.steps.select.convert.questions import QuotaLine, members_by_label, question_of, quota_lines
from tracktwo.steps.select.convert.refused import in_words
from tracktwo.steps.select.convert.shown import chance_view, chances_of, quota_view

__all__ = [
    "ATTRIBUTES",
    "DERIVED",
    "NO",
    "QuotaLine",
    "YES",
    "chance_view",
    "chances_of",
    "community_names",
    "feature_label",
    "in_words",
    "members_by_label",
    "question_of",
    "quota_lines",
    "quota_view",
    "value_label",
]
