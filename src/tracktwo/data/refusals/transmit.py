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
        "No text of this workshop is frozen yet, so there is nothing that may be told. Nothing was begun; freeze "
        "the text in step 6."
    ),
    "transmit.nothing_may_go": N_(
        "No finding may go as far as this audience. Nothing was begun; say first how far each finding may go."
    ),
    "transmit.beyond_finding": N_(
        "Paragraph %(paragraph)s would go further than the finding it stands on. Nothing was changed; lower its "
        "level, or let the finding go further first."
    ),
    "transmit.written_meanwhile": N_(
        "Somebody has kept other words since you opened the page. Nothing was overwritten, and what you typed "
        "stands below; open the brief in a second window and compare."
    ),
    "transmit.too_many_paragraphs": N_(
        "A brief has at most %(most)s paragraphs. Nothing was changed; join some, or leave some out."
    ),
    "transmit.paragraph_too_long": N_(
        "Paragraph %(paragraph)s is longer than %(most)s characters. Nothing was changed; part it in two."
    ),
    "transmit.sections_missing": N_(
        "A brief to this audience is not one without: %(sections)s. It stays a draft; add a paragraph that goes "
        "as far as this audience."
    ),
    "transmit.too_long": N_(
        "In %(language)s the brief has %(size)s %(unit)s; its audience reads %(most)s. It stays a draft; shorten "
        "it there."
    ),
    "transmit.consent_revoked": N_(
        "Consents on which this brief stood have been taken back: %(count)s. It is handed out no more; its page "
        "says where it was used."
    ),
    "transmit.format_unknown": N_(
        "No rules are known for this kind of session at this association. Nothing was begun; choose from the list."
    ),
    "transmit.parts_full": N_("A session has at most %(most)s places. Nothing was added; remove one first."),
    "transmit.seat_unknown": N_("No seat of this workshop has that alias. Nothing was added; choose from the list."),
    "transmit.part_twice": N_("This person already has that role here. Nothing was added; choose another role."),
    "transmit.proposal_lacks": N_(
        "The session is not complete: things missing, %(count)s. It stays a draft; the list below names each."
    ),
    "transmit.proposal_released": N_(
        "This session is ready to be handed in and is changed no more. Nothing was changed; whoever stands in it "
        "can take the own yes back, and then it is open again."
    ),
    "transmit.proposal_stands": N_(
        "Every consent that this session stands on still holds, so it stays ready. Nothing was changed."
    ),
    "transmit.panel_unknown": N_(
        "The cohort was not asked about this session. Nothing was changed; ask in step 4, then choose it from the list."
    ),
    "transmit.part_no_session_yet": N_(
        "The convener has not chosen yet which of the sessions you were asked about this is, so the place was not taken. "
        "You are asked as soon as it is chosen."
    ),
    "transmit.part_without_session": N_(
        "You have no yes to this session that holds, so the place was not taken. Say yes to the session on the page of your "
        "consents first, or leave it: nobody asks why."
    ),
    "transmit.part_unknown": N_(
        "No session asks you for this place any more. Nothing was changed; the list below is current."
    ),
    "transmit.points_to_somebody": N_(
        "Places that point to somebody: %(count)s. Nothing left the house; take out names, addresses and numbers first, "
        "and of attributes that together fit one person at least one."
    ),
    "transmit.note_released": N_(
        "This has been released and is changed no more. Write another one; nothing was changed."
    ),
    "transmit.month_ahead": N_("That month has not begun yet. Nothing was kept; what was carried lies behind us."),
    "transmit.side_of_audience": N_(
        "Leadership, elites and public belong to a community, the convention to none. Nothing was kept; choose again."
    ),
    "transmit.harm_which": N_(
        "Harm that is feared or has happened is said in a few words. Nothing was kept; add them."
    ),
    "transmit.claim_without_document": N_(
        "A contribution is claimed once a document shows that it arrived. Nothing was claimed; note the document first."
    ),
    "transmit.claim_which": N_("Say which document took up what. Nothing was claimed."),
    "transmit.claim_stands": N_(
        "A contribution has been claimed on a document. Nothing was changed; the evidence cannot become weaker "
        "than that."
    ),
    "transmit.again_in_past": N_("The day to ask again lies ahead. Nothing was changed; choose a later one."),
    "transmit.site_elsewhere": N_(
        "This directory holds something that is not a public site of ours. Nothing was written; name an empty one."
    ),
    "transmit.which_programme": N_(
        "Programmes that fit: %(count)s. Nothing was written; name one with --programme KEY, as in its address."
    ),
    "transmit.story_language": N_(
        "A story is told and translated in the languages of the house. Nothing was kept; choose one of them."
    ),
    "transmit.stories_full": N_("You have told %(most)s stories. Nothing was kept; take one back first."),
    "transmit.story_empty": N_("A story has a title and some words. Nothing was kept; write both."),
    "transmit.story_changed": N_(
        "The translation has changed since you opened the page. Nothing was approved; read it again below."
    ),
    "transmit.story_gone": N_(
        "This story has been taken back and is erased. Nothing was changed; tell another one if you want to."
    ),
    "transmit.discussion_exists": N_(
        "A session has been opened after this workshop. Nothing was changed; it stands below."
    ),
    "transmit.discussion_closed": N_("The session is closed. Nothing was changed; its harvest stands below."),
    "transmit.remark_length": N_(
        "A question or an answer has some words, and at most %(most)s characters. Nothing was sent; write it again."
    ),
    "transmit.remarks_full": N_(
        "The moderator has more to read than can be read. Nothing was sent; try again in some minutes."
    ),
    "transmit.remarks_too_fast": N_(
        "Too much was sent within one minute. Nothing was sent, your words are still here; send them again in a minute."
    ),
    "transmit.languages_missing": N_(
        "Words are still missing in: %(languages)s. What is written is kept; add these first."
    ),
    "transmit.other_side": N_("A brief is approved by a reader of the community it goes to. Nothing was changed."),
    "transmit.not_approved": N_("No reader of this community has approved the brief yet. It stays a draft until then."),
    "transmit.consents_missing": N_(
        "Seats of the cohort without consent that the text be carried out: %(count)s. The brief stays a draft; "
        "ask them in step 4."
    ),
    "transmit.text_taken_back": N_(
        "Seats of the cohort whose consent to the single text was taken back or has lapsed: %(count)s. Nothing that stands "
        "on it was released. Talk with the cohort first."
    ),
}
