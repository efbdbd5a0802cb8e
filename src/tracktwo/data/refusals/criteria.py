from tracktwo.data.refusals.words import N_

REFUSALS = {
    "criteria.too_few": N_(
        "Only %(assessors)s have assessed this nominee, and it takes %(least)s independent of each other. Nothing was decided; assign another assessor."
    ),
    "criteria.twice": N_(
        "One assessor stands twice for the same nominee. Nothing was decided; each counts once, so leave one sheet out."
    ),
    "criteria.incomplete": N_(
        "A sheet has a score for each of the %(criteria)s criteria and for nothing else. Nothing was kept; score every criterion."
    ),
    "criteria.off_scale": N_(
        "Scores are whole numbers from 0 to %(highest)s. Nothing was kept; choose the sentence that fits best."
    ),
    "criteria.threshold": N_(
        "A threshold lies from 0 to %(highest)s, and every criterion has one. Nothing was set; correct the thresholds."
    ),
}
