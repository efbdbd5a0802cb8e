from tracktwo.data.refusals.words import N_

REFUSALS = {
    "transmit.waive_why": N_(
        "A cell is waived only with a reason that others can read. Write it; nothing was changed."
    ),
    "transmit.owner_missing": N_("A cell in hand has somebody who sees to it. Choose a role; nothing was changed."),
    "transmit.waived": N_("This cell has been waived with a reason. Nothing was changed; set it in hand first."),
    "transmit.not_released": N_(
        "A cell is delivered by releasing its brief. Nothing was changed; open the brief of this cell."
    ),
    "transmit.changed_since": N_(
        "The words have changed since you opened the page. Nothing was approved; read them again below."
    ),
    "transmit.released_already": N_(
        "This brief has been released. What was handed over cannot be changed or waived; nothing was changed."
    ),
    "transmit.nothing_agreed": N_(
        "No text of this workshop is frozen yet, so there is nothing that may be told. Nothing was begun; freeze the text in step 6."
    ),
    "transmit.languages_missing": N_(
        "Words are still missing in: %(languages)s. What is written is kept; add these first."
    ),
    "transmit.other_side": N_("A brief is approved by a reader of the community it goes to. Nothing was changed."),
    "transmit.not_approved": N_("No reader of this community has approved the brief yet. It stays a draft until then."),
    "transmit.consents_missing": N_(
        "Seats of the cohort without consent that the text be carried out: %(count)s. The brief stays a draft; ask them in step 4."
    ),
}
