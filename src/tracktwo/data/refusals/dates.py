"""Why an edition was left, what to know about one that was taken, and what the planner refuses."""

from __future__ import annotations

from tracktwo.data.refusals.words import N_

_REASONS: dict[str, str] = {
    "plan.cancelled": N_("The association cancelled this edition (source: %(source)s)."),
    "plan.moved": N_("The association moved this edition to other days or another place (source: %(source)s)."),
    "plan.online": N_("This edition is online: there is no place to meet just before it."),
    "plan.past": N_("Its workshop would have begun on %(workshop_day)s; today is %(today)s."),
    "plan.outside_years": N_("It lies outside the years you chose, %(first_day)s to %(last_day)s."),
    "plan.starts_too_early": N_(
        "The convention lies within your years, but its workshop would begin on %(workshop_day)s, before"
        " %(first_day)s. Days by which a workshop ends before its convention: %(offset)s."
    ),
    "plan.kept_clear": N_("Its workshop would cross %(day)s, a day to keep clear: %(name)s (%(community)s)."),
    "plan.barred": N_(
        "%(country)s does not admit passports of this country: %(passport)s; people concerned: %(count)s"
        " (%(community)s)."
    ),
    "plan.entry_unknown": N_(
        "No entry rule says what is needed at this border: passport %(passport)s, entry %(country)s; people concerned:"
        " %(count)s (%(community)s). Add a rule with its source."
    ),
    "plan.lead_time_short": N_(
        "Papers are needed at this border: passport %(passport)s, entry %(country)s. Days they take: %(lead_days)s; days"
        " missing: %(days_short)s; people concerned: %(count)s (%(community)s)."
    ),
    "plan.away": N_("Not there from %(first)s to %(last)s: %(who)s."),
    "plan.too_few_facilitators": N_(
        "Facilitators free on %(day)s and the days after: %(present)s; needed: %(needed)s."
    ),
    "plan.transit_barred": N_(
        "On the way to %(country)s, none of these lets passports of %(passport)s through: %(via)s; people concerned:"
        " %(count)s (%(community)s)."
    ),
    "plan.transit_unknown": N_(
        "No entry rule says what is needed on the way to %(country)s, passport %(passport)s (%(via)s); people concerned:"
        " %(count)s (%(community)s). Add a rule with its source."
    ),
    "plan.too_close": N_(
        "Days from workshop %(number)s, %(city)s: %(days)s. Months between workshops by your rhythm, at least:"
        " %(months_min)s."
    ),
    "plan.breaks_rhythm": N_(
        "No plan can hold it. Workshops wanted: %(workshops)s; months without a workshop, at most: %(months_max)s."
        " Somewhere more would pass, or two would stand too close."
    ),
    "plan.breaks_number": N_(
        "No plan can hold it without two workshops standing too close. Workshops wanted: %(workshops)s."
    ),
    "plan.costs_more": N_("Taking it would cost more, in points: %(points)s; these would leave: %(leaves)s."),
    "plan.costs_between": N_(
        "Taking it would cost more, in points: at least %(least)s, at most %(points)s; these would leave: %(leaves)s."
    ),
    "plan.changes_more": N_(
        "Taking it would change more workshops of the plan you had, by %(count)s; these would leave: %(leaves)s."
    ),
    "plan.changes_at_most": N_(
        "The best plan found with it changes more of the plan you had: workshops %(count)s, days %(days)s; these would"
        " leave: %(leaves)s. Whether less would do was not proved."
    ),
    "plan.moves_more": N_(
        "Taking it would move workshops further from the days you had. Days more, in all: %(days)s; these would leave:"
        " %(leaves)s."
    ),
    "plan.just_as_good": N_("As good as what was chosen; taking it, these would leave: %(leaves)s."),
}

_REMARKS: dict[str, str] = {
    "plan.day_touched": N_("%(day)s falls on these days: %(name)s (%(community)s)."),
    "plan.is_provisional": N_("Provisional (source: %(source)s): check before you promise anything."),
    "plan.is_projected": N_("Projected from past editions: the association has not announced it."),
    "plan.transit_papers": N_(
        "On the way, papers are asked for here too: %(via)s; passport %(passport)s; people concerned: %(count)s"
        " (%(community)s)."
    ),
    "plan.exit_service_age": N_(
        "Men who live in %(residence)s and are of an age to serve may not be let out (%(community)s; people there:"
        " %(count)s)."
        " Keep a remote seat for whoever may not leave (source: %(source)s, checked on %(checked_on)s)."
    ),
    "plan.exit_summons": N_(
        "Whoever lives in %(residence)s and is called up may not be let out (%(community)s; people there: %(count)s)."
        " Keep a remote seat for whoever may not leave (source: %(source)s, checked on %(checked_on)s)."
    ),
    "plan.exit_secrets": N_(
        "Whoever lives in %(residence)s and had access to state secrets may not be let out (%(community)s; people"
        " there: %(count)s). Keep a remote seat for whoever may not leave (source: %(source)s, checked on %(checked_on)s)."
    ),
    "plan.exit_permit": N_(
        "Whoever lives in %(residence)s may need a permit to leave (%(community)s; people there: %(count)s). Keep a"
        " remote seat for whoever does not get it (source: %(source)s, checked on %(checked_on)s)."
    ),
    "plan.venue_open": N_("The venue is not announced, so entry could not be checked."),
}

_REFUSALS: dict[str, str] = {
    "plan.infeasible": N_("No plan keeps all these wishes. Nothing was changed. See what would help, and plan again."),
    "plan.loosen_workshops": N_("Ask for fewer workshops, at most: %(most)s. More do not fit."),
    "plan.loosen_months_min": N_(
        "Let workshops follow each other sooner. Months between workshops, at least: %(months)s."
    ),
    "plan.loosen_months_max": N_("Let up to %(months)s months pass between workshops."),
    "plan.loosen_last_day": N_("Plan until %(last_day)s or later."),
    "plan.loosen_clear_days": N_("Ask the communities which of the kept days a workshop may touch."),
    "plan.loosen_away": N_("Look at the days on which the house or its people are away: with all there it would work."),
    "plan.loosen_entry": N_("Look at entry: with every border open the plan would work. Check rules and lead times."),
    "plan.loosen_several": N_("No single change is enough: loosen two of your wishes, or import more editions."),
    "plan.stopped": N_("Planning was stopped before it was finished. The plan you had is unchanged. Start it again."),
    "plan.index_date_missing": N_(
        "The passport table has no date. Nothing was planned. Say with --passport-index-date when it was checked."
    ),
    "plan.previous_unreadable": N_(
        "This is no plan.json of a plan before. Nothing was planned. Choose the plan.json that this command wrote."
    ),
    "plan.one_community": N_(
        "The delegation has one community. Nothing was planned. A workshop needs people of two or more."
    ),
    "plan.too_many_communities": N_(
        "The strip shows at most %(most)s communities. Nothing was planned. Plan for fewer at once."
    ),
    "plan.out_unwritable": N_(
        "The folder for the results cannot be written. Nothing was kept. Choose another with --out."
    ),
    "plan.edition_twice": N_("%(association)s %(edition)s stands twice. Nothing was planned. Remove one of the two."),
    "plan.edition_backwards": N_(
        "%(association)s %(edition)s ends before it starts. Nothing was planned. Correct its days."
    ),
    "plan.status_unknown": N_(
        "%(association)s %(edition)s has a status that is none of these: %(statuses)s. Nothing was planned. Correct it."
    ),
    "plan.locked_unknown": N_(
        "A workshop is locked to %(association)s %(edition)s, which is not among the editions. Nothing"
        " was planned."
        " Add the edition or unlock the workshop."
    ),
    "plan.years_backwards": N_(
        "The last day, %(last_day)s, lies before the first, %(first_day)s. Nothing was planned. Correct one of them."
    ),
    "plan.years_too_many": N_("A plan spans at most %(most)s years. Nothing was planned. Choose fewer years."),
    "plan.months_backwards": N_(
        "At least %(months_min)s and at most %(months_max)s months between workshops cannot both hold."
        " Nothing was planned. Correct one of them."
    ),
    "plan.fewer_than_locked": N_(
        "Workshops you ask for: %(workshops)s; locked: %(locked)s. Nothing was planned. Ask for more, or unlock some."
    ),
    "plan.wish_out_of_range": N_(
        "The wish %(wish)s is %(value)s; it lies between %(least)s and %(most)s. Nothing was planned. Correct it."
    ),
    "plan.weight_out_of_range": N_(
        "The weight %(weight)s is %(value)s; it lies between 0 and %(most)s. Nothing was planned. Correct it."
    ),
}

REFUSALS: dict[str, str] = _REASONS | _REMARKS | _REFUSALS
