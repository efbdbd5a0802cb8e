"""What the lottery says when a question cannot be asked or answered as it stands."""

from __future__ import annotations

from tracktwo.data.refusals.words import N_

REFUSALS: dict[str, str] = {
    "lottery.seats": N_(
        "%(seats)s seats cannot be filled from a pool of %(people)s people. Nothing was computed."
        " Choose a number of seats from 1 to the size of the pool."
    ),
    "lottery.person_repeated": N_("One person stands in the pool twice. Nothing was computed. Remove one of the two."),
    "lottery.quota_repeated": N_(
        "The quota for %(feature)s = %(value)s stands twice. Nothing was computed. Remove one of the two."
    ),
    "lottery.quota_reversed": N_(
        "The quota for %(feature)s = %(value)s has a minimum above its maximum, or below zero."
        " Nothing was computed. Correct its two numbers."
    ),
    "lottery.feature_missing": N_(
        "There is a quota for %(feature)s, but not everybody in the pool has that column."
        " Nothing was computed. Add the column to the pool, or remove the quota."
    ),
    "lottery.value_without_quota": N_(
        "The pool has %(feature)s = %(value)s, for which there is no quota. Nothing was computed."
        " Add a quota line for it, for instance from 0 to the number of seats."
    ),
    "lottery.too_few_people": N_(
        "The quota asks for at least %(minimum)s with %(feature)s = %(value)s, but the pool has %(people)s."
        " No cohort was drawn. Lower the minimum or widen the pool."
    ),
    "lottery.minima_exceed_seats": N_(
        "The minima of %(feature)s add up to %(total)s, which is more than the %(seats)s seats."
        " No cohort was drawn. Lower one of them or add seats."
    ),
    "lottery.maxima_below_seats": N_(
        "The maxima of %(feature)s add up to %(total)s, which is fewer than the %(seats)s seats."
        " No cohort was drawn. Raise one of them or remove seats."
    ),
    "lottery.quotas_conflict": N_(
        "These quotas cannot hold together, though any of them left out would free the others: %(quotas)s."
        " No cohort was drawn. Change one of them."
    ),
    "lottery.groups_conflict": N_(
        "With at most one person of each household or group, %(seats)s seats cannot be filled."
        " No cohort was drawn. Lower the number of seats or lift that limit."
    ),
    "lottery.repair": N_("One change is enough: %(quota)s becomes %(change)s."),
    "lottery.repairs_together": N_(
        "No single change by one is enough; at least %(count)s are needed, for instance these together: %(changes)s."
    ),
    "lottery.no_repair": N_(
        "No change within the flexibility given for the quotas is enough. Widen that flexibility or the pool."
    ),
    "lottery.objective": N_(
        "There is no objective called %(objective)s. Nothing was computed. Choose one of: %(offered)s."
    ),
    "lottery.person_unknown": N_(
        "Somebody named is not in the pool. Nothing was computed. Choose among the people of the pool."
    ),
    "lottery.score_missing": N_(
        "Suitability needs everybody’s score, and %(people)s in the pool have none. Nothing was computed."
        " Name the column of scores, or choose another objective."
    ),
    "lottery.floor_missing": N_(
        "Suitability needs a floor: the least chance of everybody who can sit. Nothing was computed."
        " Name one; 0 leaves some people without a chance."
    ),
    "lottery.floor_unused": N_(
        "A floor belongs to suitability and not to %(objective)s. Nothing was computed."
        " Leave it out, or choose suitability."
    ),
    "lottery.floor": N_("The floor is not a chance from 0 to 1. Nothing was computed. Write it as 0.05 or as 1/20."),
    "lottery.floor_too_high": N_(
        "No lottery gives everybody who can sit a chance of %(floor)s; the highest possible is %(most)s."
        " Nothing was drawn. Lower the floor, widen the quotas or add seats."
    ),
    "lottery.uniform": N_(
        "A list of equally likely cohorts holds from 1 to %(most)s of them. Nothing was drawn. Choose such a number."
    ),
    "lottery.confirmed_gone": N_(
        "The same people are named as confirmed and as gone: %(people)s. Nothing was computed. Correct one of the lists."
    ),
    "lottery.confirmed_too_many": N_(
        "%(people)s have confirmed, but there are %(seats)s seats. Nothing was computed. Correct one of the numbers."
    ),
    "lottery.unmet_seats": N_("%(seated)s of %(seats)s seats are filled. Add or remove people until all fit."),
    "lottery.unmet_minimum": N_(
        "%(seated)s with %(feature)s = %(value)s; the quota asks for at least %(minimum)s. Add one more."
    ),
    "lottery.unmet_maximum": N_(
        "%(seated)s with %(feature)s = %(value)s; the quota allows at most %(maximum)s. Remove one."
    ),
    "lottery.unmet_group": N_("These people may not sit together: %(people)s. Keep one of them."),
    "lottery.unmet_fixed": N_("These people have confirmed and are missing: %(people)s. Add them."),
    "lottery.stopped": N_(
        "The computation was stopped before a lottery was found. Nothing was drawn and nothing was changed."
        " Start it again, or allow it more work."
    ),
    "lottery.leximin_open": N_(
        "The lowest %(stages)s levels are proven, but the next could not be closed within the work allowed."
        " Nothing was drawn. Allow more work, or choose maximin."
    ),
    "lottery.certificate": N_(
        "The certificate does not hold: the claim “%(claim)s” is false. Do not rely on this lottery."
        " Ask for the file again from whoever published it."
    ),
    "lottery.seed": N_(
        "The seed is not a hexadecimal number of at least 16 digits. Nothing was drawn."
        " Use an even number of the digits 0 to 9 and a to f."
    ),
}
