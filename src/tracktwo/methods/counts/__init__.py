"""What may be counted aloud: the product's one suppression table, votes in the room, exact intervals, agreement."""

from tracktwo.methods.counts.agreement import INTERVAL, NOMINAL, ORDINAL, Agreement, agreement
from tracktwo.methods.counts.decision import (
    AGREED_IN_EVERY_COMMUNITY,
    RULES,
    TWO_THIRDS_IN_EVERY_COMMUNITY,
    Rule,
    rule_named,
)
from tracktwo.methods.counts.intervals import binomial_tail, clopper_pearson, least_share
from tracktwo.methods.counts.public import PublicRow, PublicTable, publish
from tracktwo.methods.counts.suppression import PUBLIC, ROOM, Tier, may_show_in_room, may_time, votes_in_secret
from tracktwo.methods.counts.tally import Aloud, Result, Shown, Total, Votes, Withheld, tally

__all__ = [
    "AGREED_IN_EVERY_COMMUNITY",
    "INTERVAL",
    "NOMINAL",
    "ORDINAL",
    "PUBLIC",
    "ROOM",
    "RULES",
    "TWO_THIRDS_IN_EVERY_COMMUNITY",
    "Agreement",
    "Aloud",
    "PublicRow",
    "PublicTable",
    "Result",
    "Rule",
    "Shown",
    "Tier",
    "Total",
    "Votes",
    "Withheld",
    "agreement",
    "binomial_tail",
    "clopper_pearson",
    "least_share",
    "may_show_in_room",
    "may_time",
    "publish",
    "rule_named",
    "tally",
    "votes_in_secret",
]
