"""Sentences for what may not be counted aloud, and why."""

from tracktwo.data.refusals.words import N_

REFUSALS = {
    "counts.withheld": N_(
        "The numbers of this community are not shown: fewer than six voted, or all voted alike. The votes were counted."
    ),
    "counts.affirm_aloud": N_(
        "This community has fewer than six people in the room, so it does not vote in secret. It affirms"
        " aloud, and the"
        " community's word is recorded."
    ),
    "counts.capped": N_("At least 90 %% of this community gave this answer; the exact number is not shown."),
    "counts.small_cell": N_("An answer given by fewer than five people is not shown, nor is the number of voters."),
    "counts.small_side": N_("The numbers of this community are not shown, because single people could be recognised."),
    "counts.no_side": N_("There is no community to count. Nothing was counted. Add the communities first."),
    "counts.side_twice": N_("A community stands twice in this vote. Nothing was counted. Name each community once."),
    "counts.below_zero": N_("A count of community %(side)s is below zero. Nothing was counted. Check the numbers."),
    "counts.more_votes_than_members": N_(
        "Community %(side)s has more votes than people in the room. Nothing was counted. Check who is in the room."
    ),
    "counts.ballot_where_aloud": N_(
        "Community %(side)s has fewer than six people in the room, so its ballots were not counted. Ask it"
        " to affirm"
        " aloud and record its word."
    ),
    "counts.word_where_secret": N_(
        "Community %(side)s votes in secret, so a word given aloud was not recorded. Count its ballots."
    ),
    "counts.uneven_rows": N_(
        "The communities were not asked for the same answers. Nothing was published. Give every community"
        " the same answers."
    ),
    "counts.rule_unknown": N_("There is no rule “%(rule)s”. Nothing was decided. Choose one of the rules offered."),
    "counts.not_a_share": N_("%(hits)s of %(trials)s is not a share. Nothing was computed. Check the two numbers."),
    "counts.not_a_level": N_(
        "%(level)s is not a level of confidence. Nothing was computed. Give a number between 0 and 1."
    ),
    "counts.not_a_scale": N_("%(scale)s is not a scale. Nothing was computed. Choose one of these: %(scales)s."),
    "counts.poll_unknown": N_(
        "This kind of question is not offered. Nothing was opened. Choose one of those on the page."
    ),
    "counts.poll_sentences": N_(
        "This kind of question takes from %(fewest)s to %(most)s statements. Nothing was opened. Tick as many."
    ),
    "counts.poll_answer": N_(
        "The answer is not complete: in a ranking every statement has its own place. Nothing was counted. Choose again."
    ),
    "counts.support_answer": N_("Every clause needs one of the three answers. Nothing was counted. Choose again."),
}
