from tracktwo.data.refusals.words import N_

REFUSALS = {
    "groups.twice": N_(
        "One key stands for two people or interpreters. Nothing was composed; give each a key of their own."
    ),
    "groups.many": N_(
        "More than %(most)s people at once. Nothing was composed; compose the rooms of each half by itself."
    ),
    "groups.rounds": N_("There are 1 to %(most)s rounds. Nothing was changed; correct the number."),
    "groups.rooms": N_(
        "A small room holds at least two people: %(people)s people fill 1 to %(most)s rooms. Nothing was changed; choose a"
        " number of rooms between them."
    ),
    "groups.pair": N_(
        "A pair names somebody who is not here, or one person twice, or a count below zero. Nothing was composed; correct"
        " the pairs."
    ),
    "groups.speechless": N_(
        "Somebody, or an interpreter, has no language. Nothing was composed; say at least one language for each."
    ),
    "groups.languages": N_(
        "The languages do not allow %(rooms)s rooms in which everybody is understood. The last plan was kept. Take fewer"
        " rooms, add an interpreter, or ask whether somebody speaks one language more."
    ),
    "groups.apart": N_(
        "The pairs that are kept apart cannot all be seated in %(rooms)s rooms. The last plan was kept. Take more rooms, or"
        " look through the pairs."
    ),
    "groups.unmet": N_(
        "Languages and pairs kept apart together leave no way to fill %(rooms)s rooms evenly. The last plan was kept. Change"
        " the number of rooms, add an interpreter, or look through the pairs."
    ),
    "groups.unsettled": N_(
        "Whether these rooms can be filled was not settled in the work allowed. The last plan was kept. Take fewer rooms,"
        " or fewer pairs that are kept apart."
    ),
}
