"""Sentences for the room: sessions, statements, votes."""

from tracktwo.data.refusals.words import N_

REFUSALS = {
    "convene.harm_unsigned": N_(
        "The do-no-harm checklist of this workshop is not signed by everybody: signatures that are missing: %(count)s. "
        "No session was opened; the page of the checklist says whose they are."
    ),
    "convene.no_go": N_(
        "The go of step 2 does not stand for this workshop. No session was opened; host and guarantors say go on the "
        "workshop’s page in the plan, also on its days."
    ),
    "convene.no_workshop": N_("No workshop is planned, so no session was opened. Keep a plan in step 2 first."),
    "convene.press_unknown": N_("The clock has no such button. It runs on unchanged. Reload the page."),
    "convene.laid_out_already": N_(
        "Sessions are planned already, so the agenda was not laid out again. Change them one by one, or take them off first."
    ),
    "convene.session_length": N_(
        "A session takes between %(least)s and %(most)s minutes. Nothing was planned. Write another length."
    ),
    "convene.day_too_short": N_(
        "The session would end after midnight. Nothing was planned. Begin earlier, or make it shorter."
    ),
    "convene.day_outside": N_(
        "This day lies neither in the workshop nor in its convention. Nothing was planned. Choose one of their days."
    ),
    "convene.sessions_overlap": N_(
        "Another session is planned at this hour. Nothing was planned. Choose another hour, or move the other session first."
    ),
    "convene.session_begun": N_(
        "This session is not on the plan any more, or it has been opened. Nothing was changed. Look at the plan again."
    ),
    "convene.not_its_day": N_(
        "This session belongs to a workshop whose days and convention are not now. Nothing was opened. Look at the plan again."
    ),
    "convene.caucus_open": N_("This community talks apart already. Nothing was changed. Call it back first."),
    "convene.caucus_length": N_(
        "A community talks apart for %(least)s to %(most)s minutes. It stays in the room. Write another number."
    ),
    "convene.caucus_over": N_(
        "This community is back in the room, and what was written apart is erased. What you sent was not kept. Go to the room."
    ),
    "convene.wall_unknown": N_("The wall cannot show this. Nothing was changed. Choose one of the three buttons."),
    "convene.public_agenda_empty": N_(
        "Each language that has a title needs lines too, and one language at least. Nothing was changed. Write what is public."
    ),
    "convene.public_agenda_long": N_(
        "These words have %(length)s characters; %(most)s fit. Nothing was changed and what you typed is still here. Shorten it."
    ),
    "convene.wording_over": N_(
        "No wording is awaited from your community now, or it has fewer than three people in the room. Nothing was sent. Look at "
        "what is asked now, or say it aloud."
    ),
    "convene.wordings_full": N_(
        "%(most)s wordings of your community wait already. Yours was not kept. Say it aloud, or send it when one was taken over."
    ),
    "convene.assent_over": N_(
        "These words are not asked about any more, or you are not of those who spoke. Nothing was counted. Look again."
    ),
    "convene.no_agenda": N_(
        "No agenda has been adopted yet, so no session was opened. Ask the convener to adopt one in step 1."
    ),
    "convene.workshop_closed": N_("This workshop is closed, so no session was opened. What it found stays as it is."),
    "convene.session_open": N_("A session is open already. No second one was opened; go to the console."),
    "convene.session_closed": N_(
        "The session is closed. What you sent was not kept, and everything sent before stands. Reload the page."
    ),
    "convene.nothing_to_cover": N_(
        "No session is open and no community talks apart, so there was nothing to cover. “Public agenda” covers this screen."
    ),
    "convene.clock_moved": N_(
        "Somebody else has pressed the clock since this page was shown. Your press was not counted. Look at the clock "
        "and press again if it is still needed."
    ),
    "convene.no_phase": N_(
        "No phase is running now, so the statement was not kept. It still stands in the field; send it when the clock "
        "runs."
    ),
    "convene.text_empty": N_("There is no text in the statement. Nothing was kept. Write one sentence and send it."),
    "convene.text_long": N_(
        "The statement has %(length)s characters; %(most)s fit. It was not kept and still stands in the field. Make "
        "it shorter or send two."
    ),
    "convene.text_unseen": N_(
        "The statement holds invisible characters or characters that change the direction of reading. It was not "
        "kept. Type it anew instead of pasting it."
    ),
    "convene.language_unknown": N_("This language is not offered here. The statement was not kept. Choose another."),
    "convene.too_fast": N_(
        "You have sent %(most)s sentences within one minute. This one was not kept. Wait a minute and send it again."
    ),
    "convene.statements_full": N_(
        "%(most)s statements are on the wall, and no more fit into one session. Yours was not kept. Ask the "
        "facilitator for a new session."
    ),
    "convene.statement_unknown": N_("This statement is not in the open session. Nothing was changed. Reload the page."),
    "convene.statement_held": N_(
        "These words are held off the wall, so nothing was begun. If the room may read them again, press “Keep” first."
    ),
    "convene.not_held": N_("This statement is not held, so nothing was read here. Its words stand with the others."),
    "convene.vote_open": N_("A vote is open already. No second one was opened; close the first or withdraw it."),
    "convene.voted_on": N_(
        "Statement %(number)s has been voted on. Asked twice, two results could give away one person’s answer. Write "
        "it anew in better words and ask about that."
    ),
    "convene.side_absent": N_(
        "A community has nobody in the room, and the rule asks every community. No vote was opened."
    ),
    "convene.answer_unknown": N_("This is not one of the three answers. Nothing was counted. Choose again."),
    "convene.vote_closed": N_("This vote is no longer open. Nothing was counted or changed. Reload the page."),
    "convene.not_on_roll": N_(
        "You are not on the roll of this vote: your community affirms aloud, or your seat came after the vote was "
        "opened. Nothing was counted."
    ),
    "convene.voted_already": N_("You have voted already. The first answer stands; this one was not counted."),
    "convene.too_few_in": N_(
        "Fewer than %(least)s have voted. A result now could give away somebody’s answer, so the vote stays open. "
        "Wait, or withdraw it."
    ),
    "convene.word_missing": N_(
        "A community of fewer than six affirms aloud, and its word is missing. The vote stays open. Ask it, and mark "
        "what it said."
    ),
    "convene.vote_still_open": N_(
        "A vote is still open. The session stays open too. Close the vote or withdraw it, then close the session."
    ),
    "convene.no_seat": N_(
        "Whoever speaks here has a seat in this workshop. Nobody was added to the queue. Ask the convener about the seat."
    ),
    "convene.no_phase_timed": N_(
        "No phase is running, so no time is taken. Nothing was changed. Begin the clock first."
    ),
    "convene.side_too_small": N_(
        "A community has fewer than three people in the room: its minutes would be somebody’s own. Airtime is not "
        "measured; the queue goes by turns instead."
    ),
    "convene.restate_twice": N_(
        "This statement is being restated or was restated already. Nothing was changed. Choose another, or take it up again."
    ),
    "convene.restate_open": N_("A restatement is under way. No second one was begun: finish it or set it aside first."),
    "convene.kind_unknown": N_("Say whether it is a need or a fear. Nothing was begun."),
    "convene.option_twice": N_(
        "This statement is an option already. Nothing was added; change the needs it serves instead."
    ),
    "convene.option_unserved": N_(
        "An option serves at least one need or fear that was accepted. Nothing was added. Restate a need first, then "
        "tick it."
    ),
    "convene.option_unknown": N_(
        "This option is not among those of the workshop. Nothing was changed, and what you typed is still here. Choose again."
    ),
    "convene.step_unknown": N_(
        "This joint step is no longer there; somebody has taken it away. Nothing was changed. Look at the list again."
    ),
    "convene.step_owner": N_("A joint step belongs to a role of this programme. Nothing was added. Choose one."),
    "convene.step_due": N_(
        "A joint step has a day, today or later. Nothing was added; the words still stand in the field. Choose a day."
    ),
    "convene.polled_already": N_(
        "One of these statements took part in such a question already. Asked twice, two results could give away one "
        "person’s answer. Nothing was opened; write it anew in better words."
    ),
    "convene.checkin_over": N_("This check-in is over. Nothing was counted. The next one appears here by itself."),
    "convene.checkin_answer": N_("Choose one of the five steps. Nothing was counted."),
    "convene.kind_missing": N_("Choose what the third party did. Nothing was noted."),
    "convene.paper_incomplete": N_(
        "Each community that votes in secret has three numbers, nought where a pile is empty. Nothing was kept; type them again."
    ),
    "convene.paper_place": N_(
        "%(community)s, ballot %(row)s, place %(column)s: no number of a statement that is asked about (%(numbers)s). "
        "Nothing was kept; what you typed is still here. Look at that ballot again."
    ),
    "convene.paper_place_twice": N_(
        "%(community)s, ballot %(row)s, place %(column)s: statement %(number)s stands on this ballot already. Nothing was "
        "kept; what you typed is still here. Look at that ballot again."
    ),
    "convene.paper_place_missing": N_(
        "%(community)s, ballot %(row)s, place %(column)s: empty, and missing on it: %(missing)s. Nothing was kept; what you "
        "typed is still here. A ballot without all its places is not counted: take its line out."
    ),
    "convene.paper_answer": N_(
        "%(community)s, answer %(row)s of three: a whole number is missing, nought where a pile is empty. Nothing was kept; "
        "what you typed is still here."
    ),
    "convene.paper_ballots": N_(
        "%(community)s: the number of its ballots is missing. Nothing was kept; what you typed is still here."
    ),
    "convene.paper_approvals": N_(
        "%(community)s, statement %(row)s: a whole number is missing, nought where nobody approved. Nothing was kept; what "
        "you typed is still here."
    ),
    "convene.paper_more": N_(
        "%(community)s, statement %(row)s: more approvals (%(approvals)s) than ballots (%(voters)s). Nothing was kept; what "
        "you typed is still here."
    ),
    "convene.paper_others": N_(
        "One of these statements waits for its second count together with others. Nothing was kept; count that question to "
        "its end, or erase its count, first."
    ),
    "convene.paper_differs": N_(
        "The two counts are not the same. Nothing was kept of yours, and the first stays; count the ballots again, each alone, "
        "and type again, or erase the first."
    ),
    "convene.reason_missing": N_(
        "A sentence is held only with a reason that the room can read. It stays where it was. Choose a reason."
    ),
}
