"""Sentences for waves, answers and the programme report."""

from tracktwo.data.refusals.words import N_

REFUSALS = {
    "measure.no_cohort": N_("This workshop has no cohort yet, so there is nobody to ask. Nothing was opened."),
    "measure.opened_already": N_("This wave has been opened before. A wave is opened once; nothing was changed."),
    "measure.too_late": N_("The workshop is over, so nobody can be asked how it was before. Nothing was opened."),
    "measure.too_early": N_(
        "The workshop has not ended yet. The wave after it can be opened on its last day; nothing was opened."
    ),
    "measure.no_before": N_("There is no closed wave from before this workshop to compare with. Nothing was opened."),
    "measure.not_open": N_("This wave is not open. Nothing was changed."),
    "measure.no_seat": N_("You have no seat in this workshop, so there is nothing to answer here. Nothing was kept."),
    "measure.no_consent": N_(
        "You have not consented that your answers be counted with those of others, so they cannot be taken."
        " Nothing was kept. You can give this consent in step 4, Prepare, and come back."
    ),
    "measure.answered_already": N_(
        "You have answered this wave. Your first answers were kept; nobody, not even we, can find and change them."
    ),
    "measure.nothing_answered": N_("No question was answered. Nothing was kept; answer at least one and send again."),
    "measure.off_scale": N_("An answer lies outside its scale. Nothing was kept; choose one of the answers offered."),
    "measure.phrase_missing": N_(
        "The form came back without the phrase it was sent with. Your answers are kept below. A new phrase stands"
        " there; write this one down and send again."
    ),
    "measure.language_unknown": N_(
        "There is no report in this language. Nothing was made; choose one of those offered."
    ),
    "measure.few_for_public": N_(
        "Fewer than ten people could be linked. In a document that leaves the room, a result is shown from ten on."
    ),
    "measure.sides_for_public": N_(
        "Not shown by community: in a document that leaves the room this takes ten linked people in every community."
    ),
}
