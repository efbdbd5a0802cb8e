"""What is refused about goes, events, deadlines, hours, remote seats and calendars."""

from __future__ import annotations

from tracktwo.data.refusals.words import N_

REFUSALS: dict[str, str] = {
    "plan.offset": N_(
        "Every deadline lies %(least)s to %(most)s days before the workshop. Nothing was changed. Correct the number."
    ),
    "plan.deadline_unknown": N_("There is no such deadline. Nothing was changed. Choose one from the list."),
    "plan.event_ahead": N_(
        "This day is still to come, so nothing can have happened on it. Nothing was logged. Correct the day."
    ),
    "plan.workshop_off": N_(
        "Workshop %(number)s has been called off or closed. Nothing was changed. Give a postponed one its new days first."
    ),
    "plan.workshop_begun": N_(
        "Workshop %(number)s has begun or is over. Nothing was changed. What happens from here on is decided in the room."
    ),
    "plan.go_not_asked": N_(
        "Nobody has asked for a go for workshop %(number)s yet. No word was kept. The convener asks first."
    ),
    "plan.no_without_reason": N_(
        "A no needs a reason of at least %(least)s characters, so that it can be answered. Your word was not kept."
        " Say what would have to change."
    ),
    "plan.off_without_reason": N_(
        "Calling off needs a reason of at least %(least)s characters. The workshop stands. Say why."
    ),
    "plan.not_postponed": N_(
        "Workshop %(number)s is not postponed. Its days were not changed. Postpone it first, or plan again."
    ),
    "plan.new_days_past": N_("The first new day is not ahead. Nothing was changed. Choose a day after today."),
    "plan.new_days_order": N_("The last day lies before the first. Nothing was changed. Correct one of the two."),
    "plan.zone_unknown": N_(
        "There is no such time zone. Nothing was changed. Write it by continent and city, like Europe/Lisbon."
    ),
    "plan.hours_order": N_("The room closes before it opens. Nothing was changed. Correct one of the two hours."),
    "plan.remote_seats": N_("There are 0 to %(most)s remote seats. Nothing was changed. Correct the number."),
    "plan.remote_taken": N_(
        "Seats that are taken from afar already: %(taken)s. Nothing was changed. Offer at least as many."
    ),
    "plan.remote_needs_zones": N_(
        "Remote seats need the zone of the place and the zones people sit in. Nothing was changed. Fill in both."
    ),
    "plan.no_common_hour": N_(
        "While the room of workshop %(number)s is open there is no hour at which everybody is awake, from 7:00 to 23:00"
        " of each clock. Nothing was changed. Open longer, leave out a zone, or set the remote seats to 0."
    ),
}
