"""Relations over time: phrases that link waves, and exact results that small numbers can bear."""

from tracktwo.methods.relations.paired import (
    Change,
    NotShown,
    PairedResult,
    SideChange,
    paired,
    standardised_change,
)
from tracktwo.methods.relations.phrase import check_phrase, issue_phrase, link_key, normalise_phrase
from tracktwo.methods.relations.power import cannot_show, noticed_of_100
from tracktwo.methods.relations.signedrank import Interval, hodges_lehmann, signed_rank_interval
from tracktwo.methods.relations.signflip import sign_flip_p, smallest_p
from tracktwo.methods.relations.waves import Answer, Linked, Pair, link_waves

__all__ = [
    "Answer",
    "Change",
    "Interval",
    "Linked",
    "NotShown",
    "Pair",
    "PairedResult",
    "SideChange",
    "cannot_show",
    "check_phrase",
    "hodges_lehmann",
    "issue_phrase",
    "link_key",
    "link_waves",
    "normalise_phrase",
    "noticed_of_100",
    "paired",
    "sign_flip_p",
    "signed_rank_interval",
    "smallest_p",
    "standardised_change",
]
