"""Fair lotteries over quota-feasible cohorts, with certificates, and draws that anybody can repeat."""

from tracktwo.methods.lottery.alternates import draw_alternates
from tracktwo.methods.lottery.certificate import Certificate, Stage, check_certificate
from tracktwo.methods.lottery.draw import draw_index, read_seed
from tracktwo.methods.lottery.find import LATER_OBJECTIVES, OBJECTIVES, Lottery, find_lottery
from tracktwo.methods.lottery.quotas import Person, Question, Quota, ask

__all__ = [
    "LATER_OBJECTIVES",
    "OBJECTIVES",
    "Certificate",
    "Lottery",
    "Person",
    "Question",
    "Quota",
    "Stage",
    "ask",
    "check_certificate",
    "draw_alternates",
    "draw_index",
    "find_lottery",
    "read_seed",
]
