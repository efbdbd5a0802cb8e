"""Between rows and the values of the methods, and between the methods and what pages show."""

from tracktwo.steps.select.convert.assessments import (
    OVERALL,
    agreement_rows,
    sheet_of,
    suitability,
    thresholds_of,
    thresholds_to_row,
)
from tracktwo.steps.select.convert.byhand import Ticked, look_at_ticks
from tracktwo.steps.select.convert.features import (
    ATTRIBUTES,
    CROSS,
    DERIVED,
    NO,
    YES,
    community_names,
    feature_label,
    value_label,
    value_of,
)
from tracktwo.steps.select.convert.questions import (
    QuotaLine,
    digest_rules,
    members_by_label,
    question_of,
    quota_lines,
)
from tracktwo.steps.select.convert.refused import in_words
from tracktwo.steps.select.convert.rubrics import (
    RubricWords,
    compare,
    criterion_label,
    rubrics,
    vignette_words,
)
from tracktwo.steps.select.convert.shown import chance_view, chances_of, hand_view, quota_view
from tracktwo.steps.select.convert.weighed import objective_lines, price_lines
from tracktwo.steps.select.convert.whatif import MOST_LIVE, Answer, what_if
from tracktwo.steps.select.convert.words import odds, percent

__all__ = [
    "ATTRIBUTES",
    "Answer",
    "CROSS",
    "DERIVED",
    "MOST_LIVE",
    "NO",
    "OVERALL",
    "QuotaLine",
    "RubricWords",
    "Ticked",
    "YES",
    "agreement_rows",
    "chance_view",
    "chances_of",
    "community_names",
    "compare",
    "criterion_label",
    "digest_rules",
    "feature_label",
    "hand_view",
    "in_words",
    "look_at_ticks",
    "members_by_label",
    "objective_lines",
    "odds",
    "percent",
    "price_lines",
    "question_of",
    "quota_lines",
    "quota_view",
    "rubrics",
    "sheet_of",
    "suitability",
    "thresholds_of",
    "thresholds_to_row",
    "value_label",
    "value_of",
    "vignette_words",
    "what_if",
]
