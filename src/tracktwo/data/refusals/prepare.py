from tracktwo.data.refusals.words import N_

REFUSALS = {
    "prepare.no_seat": N_(
        "You have no seat in the coming workshop, so there is nothing to prepare. Nothing was changed."
    ),
    "prepare.no_workshop": N_("No workshop lies ahead. Nothing was changed; keep a plan in step 2 first."),
    "prepare.no_rules": N_(
        "No ground rules are in force yet. You will be asked to sign when the convener has adopted them."
    ),
    "prepare.rules_changed": N_(
        "Version %(version)s of the rules has come into force since you opened the page. Nothing was signed; read it below."
    ),
    "prepare.seat_given_up": N_("This seat has been given up. Nothing was changed; speak to the convener."),
    "prepare.consent_words_missing": N_(
        "A layer has no words in one of the languages, or no word on what a no does. Nothing was adopted; fill it in."
    ),
    "prepare.answer_by_too_soon": N_(
        "People need at least %(least)s days to read new words. Nothing was adopted; choose a later day."
    ),
    "prepare.panel_untitled": N_("The session has no title. Nobody was asked; give it one."),
    "prepare.harm_unticked": N_(
        "Lines that are not ticked: %(count)s. Nothing was signed; mend what they speak of, then sign all of them."
    ),
    "prepare.care_few_called": N_(
        "A plan names at least %(least)s who are called, so that one may fail. Nothing was kept; write how two are reached."
    ),
    "prepare.care_names": N_(
        "Something in these words points to somebody in the vault. Nothing was kept; say it in neutral words, below."
    ),
    "prepare.incident_closed": N_("This is closed already. Nothing was changed; if it goes on, open it anew."),
    "prepare.incident_no_lesson": N_(
        "Nothing was ticked of what it taught, so it stays open. Tick at least one line; that the plan held is one."
    ),
    "prepare.nothing_told": N_("There is nothing to answer any more. Nothing was kept."),
    "prepare.help_answered": N_("This call was answered or taken back already. Nothing was changed."),
    "prepare.harm_not_signed": N_("There is no signature of yours to take back. Nothing was changed."),
    "prepare.check_in_ahead": N_("This check-in is not due yet. Nothing was noted; come back on its day."),
    "prepare.tongues_missing": N_("No language was chosen, so nothing was kept. Choose at least one."),
    "prepare.pair_unfit": N_("These are not two different seats of this workshop. Nothing was changed; choose again."),
    "prepare.check_in_past": N_(
        "More than 26 weeks have passed since this workshop, so nobody is followed any longer. Nothing was noted; if"
        " somebody is in danger, call by the way that you agreed with them."
    ),
    "prepare.seat_remote": N_(
        "This seat is taken from afar, so there is nothing to travel for and no letter to make. Nothing was changed."
    ),
    "prepare.workshop_over": N_("This workshop is over. What was kept stands; nothing was changed."),
    "prepare.not_understood": N_("The form came back incomplete. Nothing was changed; answer it again below."),
    "prepare.line_not_the_hosts": N_(
        "This thing only its traveller can know, so nothing was changed. The host settles letters, tickets, insurance and "
        "money; ask the others by the way that you agreed with them."
    ),
    "prepare.meeting_day": N_(
        "A meeting lies ahead and ends before the workshop opens, by the clocks of its place. Nothing was arranged; choose "
        "another day or hour below."
    ),
    "prepare.panel_in_use": N_(
        "Somebody has answered about this session already, or a proposal of step 7 is about it, so the question stays. "
        "Nothing was changed; whoever does not want the session says no to it."
    ),
    "prepare.facilitator_taken": N_(
        "This facilitator has another meeting at that hour. Nothing was arranged; choose another hour or facilitator."
    ),
    "prepare.meeting_gone": N_("This meeting has begun or was called off already. Nothing was changed."),
    "prepare.nobody_behind": N_(
        "The vault holds nobody for this seat, so no letter was made and nothing was revealed. Take the person in first, in "
        "step 3."
    ),
    "prepare.nobody_chosen": N_("Nobody was chosen, so nothing was changed. Tick for whom it was done."),
}
