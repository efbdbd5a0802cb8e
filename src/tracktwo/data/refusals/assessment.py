"""What step 3 says about soundings, nominators, files of nominees, rounds of assessment and objections."""

from tracktwo.data.refusals.words import N_

REFUSALS = {
    "select.sounding_ahead": N_(
        "The day of the conversation lies ahead. Nothing was noted. Note it once it has been held."
    ),
    "select.sounding_backwards": N_(
        "The next step lies before the conversation itself. Nothing was noted. Correct one of the two days."
    ),
    "select.joined_already": N_(
        "This nominee has joined already and needs no code. Nothing was changed; the answer is theirs to give."
    ),
    "select.pass_number": N_("A nominator’s code is good for 1 to %(most)s people. No code was made. Choose a number."),
    "select.pass_unknown": N_(
        "These words open nothing: they are mistyped, used up, withdrawn or too old. Nothing was taken in. Type them again, or ask whoever gave them to you."
    ),
    "select.pass_community": N_(
        "Your code is for another community. Nothing was taken in. Choose the community it was given for."
    ),
    "select.file_not_checked": N_(
        "This is not the file that was checked last. Nothing was taken in. Check this one first."
    ),
    "select.file_nothing_new": N_(
        "Everybody in this file is known already: %(known)s. Nothing was taken in. There is nothing more to do with it."
    ),
    "select.round_open_already": N_("A round is open already. Nothing was changed. Close it before opening another."),
    "select.round_officers": N_(
        "A round has %(number)s officers of the vault, two different people. No round was opened. Name both; invite another officer in step 1 if there is only one."
    ),
    "select.objections_past": N_(
        "The last day for objections is over already. No round was opened. Choose a day that lies ahead."
    ),
    "select.round_closed": N_("This round is closed. Nothing was changed. What it found stays as it is."),
    "select.thresholds_late": N_(
        "A score has been handed in, so the thresholds stand. Nothing was changed. Other thresholds need another round."
    ),
    "select.thresholds_first": N_(
        "The thresholds of this round are not set yet, and they come before any score. Nothing was kept; what you typed is below. Ask the convener to set them."
    ),
    "select.few_assessors": N_(
        "This programme has %(assessors)s assessors, and every nominee needs at least %(least)s. Nobody was assigned. Invite more in step 1, or choose a number that fits."
    ),
    "select.not_an_assessor": N_(
        "This account cannot assess this nominee. Nobody was assigned. Choose one of the programme’s assessors."
    ),
    "select.assigned_already": N_("This assessor has this nominee already. Nothing was changed. Choose another."),
    "select.nobody_to_assign": N_(
        "Everybody who has consented has been assigned or assessed. Nothing was changed. Go on when more people have answered."
    ),
    "select.objection_time": N_(
        "Guarantors can still object today. The round stays open. Close it on the day after the last day for objections."
    ),
    "select.objections_open": N_("An objection has no answer yet. The round stays open. Answer it first."),
    "select.assessments_missing": N_(
        "%(number)s nominees lack a sheet, or nobody is assigned, or the thresholds are not set. The round stays open. See in the list what is missing; an assessor who cannot go on can be replaced."
    ),
    "select.vignette_unknown": N_("There is no such example. Nothing was kept. Choose one from the list."),
    "select.practise_first": N_(
        "Before assessing people, practise on all %(number)s invented examples. Nothing was kept; what you typed is below. It takes ten minutes."
    ),
    "select.conflict_unknown": N_("This is none of the answers offered. Nothing was kept. Choose one of them."),
    "select.conflict_first": N_(
        "Say first whether there is a tie between you and this nominee. Nothing was kept. The question stands at the top of the page."
    ),
    "select.stepped_back": N_(
        "You have declared a tie to this nominee, so you do not assess them. Nothing was kept. The convener assigns somebody else."
    ),
    "select.handed_in_already": N_("This sheet was handed in already and stays as it is. Nothing was changed."),
    "select.evidence_short": N_(
        "What was observed needs at least %(least)s characters everywhere. Nothing was kept; what you typed is below. Write what you saw or read, not what you think of it."
    ),
    "select.not_all_in": N_(
        "Not every sheet for this nominee is in yet. Nothing was changed. You see the others’ scores when all are in."
    ),
    "select.rescored_already": N_("You have thought again once already. Nothing was changed; both scores are kept."),
    "select.nothing_to_discuss": N_(
        "Only criteria on which you are two points apart can be scored again. Nothing was changed. Choose one of those marked."
    ),
    "select.consent_gone_here": N_("This nominee no longer consents. Nothing was kept; there is nobody to assess."),
    "select.objections_closed": N_(
        "The time for objections is over, or no round is open. Nothing was kept. Speak with the convener; the next round opens it again."
    ),
    "select.not_your_community": N_(
        "A guarantor speaks on nominees of the own community. Nothing was kept. Choose one of those in the list."
    ),
    "select.objected_already": N_("You have objected to this nominee already. Nothing was kept a second time."),
    "select.objection_answered_already": N_("This objection was answered already. Nothing was changed."),
    "select.too_few_eligible": N_(
        "Only %(people)s have been found eligible, and the cohort has %(seats)s seats. No pool was made; close the open round, assess more people or take fewer seats."
    ),
}
