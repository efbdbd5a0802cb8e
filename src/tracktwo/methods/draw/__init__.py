"""A draw that nobody has to trust: six steps in which two communities and a host make one number together.

Freeze, publish, commit, reveal, beacon, draw. The distribution arrives as values: this room finds no lottery.
"""

from tracktwo.methods.draw.affirming import (
    KEY_BYTES,
    Signed,
    own_seal,
    read_public_key,
    read_signature,
    yes_to_freeze,
)
from tracktwo.methods.draw.beacon import (
    MARGIN,
    Beacon,
    Chain,
    Drand,
    NoNetwork,
    Rfc3797,
    Value,
    check_value,
    fix_round,
    randomness_of,
    rfc3797_key,
    round_after,
    round_time,
)
from tracktwo.methods.draw.number import COHORT_LABEL, Number, draw_number, joint_seed
from tracktwo.methods.draw.pool import Frozen, Receipt, Row, check_receipt, freeze_rows
from tracktwo.methods.draw.refill import ALTERNATES, Asked, ask_alternates, refill
from tracktwo.methods.draw.seals import (
    Reveal,
    check_commitment,
    commit,
    fits,
    list_withheld,
    read_key,
)
from tracktwo.methods.draw.stage import Stage, Times, stage_at
from tracktwo.methods.draw.steps import Distribution, Freeze, Publication

__all__ = [
    "KEY_BYTES",
    "Signed",
    "own_seal",
    "read_public_key",
    "read_signature",
    "yes_to_freeze",
    "ALTERNATES",
    "Asked",
    "ask_alternates",
    "refill",
    "COHORT_LABEL",
    "MARGIN",
    "Beacon",
    "Chain",
    "Distribution",
    "Drand",
    "Freeze",
    "Frozen",
    "NoNetwork",
    "Number",
    "Publication",
    "Receipt",
    "Reveal",
    "Rfc3797",
    "Row",
    "Stage",
    "Times",
    "Value",
    "check_commitment",
    "check_receipt",
    "check_value",
    "commit",
    "draw_number",
    "fits",
    "fix_round",
    "freeze_rows",
    "joint_seed",
    "list_withheld",
    "randomness_of",
    "read_key",
    "rfc3797_key",
    "round_after",
    "round_time",
    "stage_at",
]
