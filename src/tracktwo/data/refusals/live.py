"""Sentences for forms that arrive incomplete."""

from tracktwo.data.refusals.words import N_

REFUSALS = {
    "live.once_missing": N_("The form arrived incomplete. Nothing was done. Load the page again and repeat it."),
    "live.room_code_wrong": N_(
        "This is not the code of the room. Nothing happened. Read it off the wall and type it again."
    ),
    "live.room_not_yours": N_(
        "This door leads into a room in which you have no seat, or you work for the programme as well. You are not signed "
        "in. Ask the facilitator; whoever works for the programme signs in on the host’s laptop."
    ),
}
