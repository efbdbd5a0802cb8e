"""Sentences for forms that arrive incomplete."""

from tracktwo.data.refusals.words import N_

REFUSALS = {
    "live.once_missing": N_("The form arrived incomplete. Nothing was done. Load the page again and repeat it."),
}
