"""What the door for pools, quotas and draws says. No sentence repeats a cell of the pool."""

from __future__ import annotations

from tracktwo.data.refusals.words import N_

REFUSALS: dict[str, str] = {
    "pool.quota_reversed": N_(
        "Row %(row)s, column %(column)s: the minimum is above the maximum. Nothing was imported. Correct one of them."
    ),
    "pool.flex_inside": N_(
        "Row %(row)s, column %(column)s: the flexible limit lies inside the quota instead of outside."
        " Nothing was imported. Correct it or leave it empty."
    ),
    "pool.feature_missing": N_(
        "Row %(row)s of the quotas, column %(column)s: %(feature)s is no column of the pool. The pool's columns are:"
        " %(found)s. Nothing was imported. Correct one of the two files."
    ),
    "pool.value_without_quota": N_(
        "Row %(row)s of the pool, column %(column)s: there is no quota line for this value."
        " Nothing was imported. Correct the cell, or add a line for it to the quotas."
    ),
    "pool.returning_unclear": N_(
        "Row %(row)s of the pool, column %(column)s: the cell says neither yes nor no."
        " Nothing was imported. Write yes or no."
    ),
    "pool.score_unclear": N_(
        "Row %(row)s of the pool, column %(column)s: the score is not a number from 0 to 999,999."
        " Nothing was imported. Write it in digits, with up to six decimals."
    ),
    "pool.pair_unknown": N_(
        "Row %(row)s of the pairs, column %(column)s: nobody in the pool has this id."
        " Nothing was imported. Correct the id or remove the row."
    ),
    "pool.pair_alone": N_(
        "Row %(row)s of the pairs, column %(column)s: the same id stands in both columns."
        " Nothing was imported. Correct one of them."
    ),
    "draw.proof_unreadable": N_(
        "This file is not the proof of a draw, or it is damaged. Nothing was checked."
        " Ask for it again from whoever published it."
    ),
    "draw.proof_false": N_(
        "The proof is false: its seed and its lottery do not give the cohort it states."
        " Do not rely on it, and tell whoever published it."
    ),
}
