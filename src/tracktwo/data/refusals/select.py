from tracktwo.data.refusals.words import N_

REFUSALS = {
    "select.no_workshop": N_(
        "No workshop of the plan is waiting for a cohort. Keep a plan in step 2 first; nothing was changed."
    ),
    "select.filled_already": N_("This workshop has its cohort already. Nothing was changed."),
    "select.too_few": N_(
        "Only %(people)s have consented, and the cohort has %(seats)s seats. No pool was made; nominate more people or take fewer seats."
    ),
    "select.attributes": N_("An answer is missing or unknown. Nothing was kept; answer the form again."),
    "select.answered_already": N_("This nomination has been answered already. Nothing was changed."),
    "select.not_nominated": N_(
        "No nomination belongs to your account. Nothing was kept; ask whoever gave you the code."
    ),
    "select.pool_too_large": N_(
        "The file has %(people)s rows; a page takes up to %(most)s. Nothing was kept; larger pools go through the command line."
    ),
    "select.quota_reversed": N_("“%(value)s”: at least %(least)s is more than at most %(most)s. No quota was changed."),
    "select.practice_seats_nobody": N_(
        "A practice pool holds no persons, so there is nobody to seat. Nothing was kept; the explanation stays."
    ),
    "select.newer_pool": N_("A newer pool has been made since. Nothing was kept; compute a cohort from the newer one."),
    "select.nothing_to_withdraw": N_("There is no yes of yours to take back. Nothing was changed."),
    "select.newer_cohort": N_("This is not the newest computed cohort of its pool. Nothing was kept; open the newest."),
    "select.quotas_changed": N_(
        "The quotas were changed after this cohort was computed. Nothing was kept; compute it again."
    ),
    "select.tie_needs_two": N_("A tie holds two or more people of this pool. Nothing was changed; choose them again."),
    "select.tied_already": N_("These people are tied already. Nothing was changed."),
    "select.rule_gone": N_(
        "This rule, person or column is no longer in the pool. Nothing was changed; look at it again."
    ),
    "select.crossing_of_one": N_(
        "Both halves are about the same thing, and nobody is two of it at once. Nothing was changed; choose two different ones."
    ),
    "select.crossed_already": N_(
        "This crossing stands in the table already. Nothing was added; change its numbers there."
    ),
    "select.crossing_reversed": N_("At least %(least)s is more than at most %(most)s. Nothing was added."),
    "select.crossing_too_long": N_(
        "These two columns have names too long to be crossed. Nothing was added; shorten them in the file and read it again."
    ),
    "select.too_large_to_weigh": N_(
        "The pool has %(people)s people; rules are weighed for up to %(most)s. Nothing was computed; compute a cohort instead."
    ),
    "select.freeze_day": N_(
        "A roster is final on a day from today on and before the workshop begins. Nothing was changed; take another day."
    ),
    "select.country": N_("Write the two letters of a country, such as PT. Nothing was kept."),
    "select.seat_gone": N_("This seat has been given up, or its workshop is closed. Nothing was changed."),
    "select.remote_full": N_(
        "Seats that the plan offers from afar: %(offered)s, and all of them are taken. Nothing was changed; offer"
        " more on the workshop's page in step 2."
    ),
    "select.seat_remote": N_(
        "This seat is taken from afar and travels nowhere, so nothing of a passport was kept. Take it in the room first."
    ),
    "select.rows_destroyed": N_(
        "What identifies was destroyed in this programme, and with it the rows of this draw. Its proof stands: whoever has"
        " it can verify it still."
    ),
    "select.draw_audit_unasked": N_(
        "The guarantors of every community have to ask for the audit file first. It stays sealed; ask on this page, and tell"
        " the others."
    ),
    "select.reason_unknown": N_("Choose one of the reasons. Nothing was changed."),
    "select.no_freeze_day": N_("Set the day on which the roster is final first. Nothing was frozen."),
    "select.nobody_seated": N_("Nobody has a seat in this workshop. Nothing was frozen; keep a cohort first."),
    "select.frozen_already": N_("The roster is frozen, and no seat has changed since. Nothing was done."),
    "select.entry_unanswered": N_(
        "Seats that have not said on which passport they travel: %(count)s. Nothing was frozen; each is asked on the own page."
    ),
    "select.consent_gone": N_(
        "Somebody in this cohort no longer consents. Nothing was kept; make the pool anew and compute again."
    ),
}
