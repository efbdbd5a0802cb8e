"""Fair lotteries over quota-feasible cohorts, with certificates, and draws that anybody can repeat."""

from tracktwo.methods.lottery.alternates import draw_alternates
from tracktwo.methods.lottery.asking import ask, cross_features, split_crossing
from tracktwo.methods.lottery.byhand import can_complete, check_cohort, list_addable
from tracktwo.methods.lottery.certificate import Certificate, Stage, check_certificate
from tracktwo.methods.lottery.draw import draw_index, read_seed
from tracktwo.methods.lottery.find import OBJECTIVES, find_lottery
from tracktwo.methods.lottery.outcome import Lottery
from tracktwo.methods.lottery.prices import Price, price_quotas
from tracktwo.methods.lottery.quotas import Person, Question, Quota, Returning
from tracktwo.methods.lottery.replacing import ask_replacement
from tracktwo.methods.lottery.uniform import Uniform, round_uniform

__all__ = [
    "OBJECTIVES",
    "Certificate",
    "Lottery",
    "Person",
    "Price",
    "Question",
    "Quota",
    "Returning",
    "Stage",
    "Uniform",
    "ask",
    "ask_replacement",
    "can_complete",
    "check_certificate",
    "check_cohort",
    "cross_features",
    "draw_alternates",
    "draw_index",
    "find_lottery",
    "list_addable",
    "price_quotas",
    "read_seed",
    "round_uniform",
    "split_crossing",
]
