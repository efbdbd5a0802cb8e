"""Sentences for the page of the single text; those of the text itself stand beside its method."""

from tracktwo.data.refusals.words import N_

REFUSALS = {
    "agree.text_exists": N_("This workshop has its one text already. It is unchanged. Open it and go on there."),
    "agree.workshop_ahead": N_(
        "This workshop has not begun, so there is nothing yet that it could have agreed to. No text was opened. Come "
        "back on its first day."
    ),
    "agree.language_unknown": N_(
        "The house does not know this language. Nothing was opened. Choose one from the list."
    ),
    "agree.title_empty": N_("The text has no title. Nothing was opened. Write one that every community would sign."),
    "agree.words_long": N_(
        "These words have %(length)s characters; at most %(most)s fit here. Nothing was changed. Shorten them; what "
        "you wrote is still in the form."
    ),
    "agree.begun_already": N_(
        "The text has clauses already, so the statements were not put into it. Nothing was changed. Draft from them "
        "one by one."
    ),
    "agree.no_statements": N_(
        "The room kept no statement in the language of this text. Nothing was added. Draft the clauses by typing."
    ),
    "agree.nothing_new": N_(
        "Nothing has changed since version %(number)s, so no other number was given. Change a clause first."
    ),
    "agree.no_seat": N_(
        "A bracket is opened from a seat in this workshop, and you have none. Nothing was changed. Ask somebody of "
        "your community who has one."
    ),
    "agree.consent_taken_back": N_(
        "You have taken back your consent to this text, or your yes to it has lapsed, so nobody speaks from your seat in "
        "it. Nothing was changed. Give the consent anew on the page of your consents if you want a part in it."
    ),
    "agree.reason_empty": N_(
        "A bracket comes with a reason that the others can weigh. Nothing was changed. Write it; one sentence is enough."
    ),
    "agree.not_in_the_room": N_(
        "The bracket is still open. Either its community withdraws it, or you confirm that this was agreed in the "
        "room. Tick that sentence if it is so."
    ),
    "agree.choose": N_("Nothing was settled. Choose which words shall stand."),
    "agree.no_words": N_("The text has no words yet, so it was not frozen. Draft its clauses first."),
    "agree.changed_meanwhile": N_(
        "The text changed since you read it, so it was not frozen. Nothing was lost. Read it again, then freeze it."
    ),
    "agree.leaks_stand": N_(
        "The leak lint is certain of %(count)s places by which somebody could be known, so nothing was frozen and no "
        "silence announced. Nothing was changed either. Open what it found: change the words, or say why they may stand."
    ),
    "agree.round_open": N_(
        "A round of support runs over this text, so its words stand still. Nothing was changed. Wait until the third party "
        "closes or withdraws it."
    ),
    "agree.no_round": N_(
        "No round of support is open over this text. Nothing was counted or changed. Reload the page."
    ),
    "agree.nothing_to_ask": N_(
        "Every clause was asked about in exactly these words already, so no round was opened. Change the words, then ask "
        "again."
    ),
    "agree.side_absent": N_(
        "A community has nobody in the text, and the rule asks every community. No round was opened."
    ),
    "agree.not_on_roll": N_(
        "You are not on the roll of this round: your community affirms aloud, or your seat came after it was opened. "
        "Nothing was counted."
    ),
    "agree.answered_already": N_("You have answered already. Your first answers stand; these were not counted."),
    "agree.too_few_answers": N_(
        "Fewer than %(least)s have answered. A result now could give away somebody’s answers, so the round stays open. "
        "Wait, or withdraw it."
    ),
    "agree.word_missing": N_(
        "A community of fewer than six affirms aloud, and its word is missing. The round stays open. Ask it, and mark "
        "what it said."
    ),
    "agree.not_frozen": N_("The text is not frozen yet, so there is no closing sheet. Freeze it first."),
    "agree.hit_gone": N_(
        "The text no longer has these words, so there is nothing to let stand. Nothing was kept. Look again at what the "
        "lint finds now."
    ),
    "agree.leak_reason_short": N_(
        "A reason has %(least)s characters at least, so that somebody can weigh it. Nothing was kept. Write one sentence."
    ),
    "agree.leak_in_reason": N_(
        "The reason itself would give somebody away. Nothing was kept. Write it without a name, a place of work or an "
        "address."
    ),
    "agree.silence_running": N_(
        "A silence runs over this text, so its words stand still. Nothing was changed. Object on the page of the silence, "
        "or wait for its end."
    ),
    "agree.no_silence": N_("No silence runs over this text. Nothing was changed. Read the text as it stands."),
    "agree.silence_over": N_(
        "The time of this silence is over. Your objection was not kept. Read on the page of the text what came of it; you "
        "can still open a bracket."
    ),
    "agree.brackets_first": N_(
        "Brackets are still open (%(count)s), so no silence was announced. Settle them first: nobody can be silent on words "
        "that are contested."
    ),
    "agree.languages_behind": N_(
        "Not every clause is translated and reviewed as it stands (%(languages)s). Nothing was announced, signed or frozen. "
        "Bring the languages into step first."
    ),
    "agree.nobody_seated": N_(
        "Nobody holds a seat in this workshop, so nobody could object. No silence was announced. Fill the cohort first."
    ),
    "agree.heap_full": N_(
        "There are %(most)s objections already, and the silence will be broken. Yours was not kept. Wait for the end and "
        "open a bracket."
    ),
    "agree.other_side": N_(
        "You speak for one community, and this is not about it. Nothing was changed. Ask the guarantor of that community."
    ),
    "agree.translated_meanwhile": N_(
        "Somebody changed the translation of clause %(clause)s meanwhile. Theirs is kept and yours was not put over it; it "
        "is still in the form. Read theirs, then decide."
    ),
    "agree.translation_behind": N_(
        "Clause %(clause)s changed after it was translated, so there is nothing to review. Nothing was changed. Ask for the "
        "translation to be brought up to date."
    ),
    "agree.changed_since_read": N_(
        "The text changed since you read it, so it was not signed. Nothing was lost. Read it again, then sign it."
    ),
    "agree.signed_already": N_(
        "Your community has signed exactly these words already. Nothing was changed, and once is enough."
    ),
    "agree.cosigned_already": N_(
        "Your community has co-signed this text already. Nothing was changed, and once is enough."
    ),
    "agree.cosign_no_key": N_(
        "Your community has named no key to check this signature with. Nothing was kept. Name the key first."
    ),
    "agree.cosign_false": N_(
        "This signature does not fit your community’s key, this text and this checkpoint. Nothing was kept. Copy the command from the page and sign again."
    ),
    "agree.not_signed": N_(
        "Communities whose signature on these words is missing or does not hold: %(count)s. The text was not frozen. Ask "
        "them to read and sign it. A community in which every yes to the text was taken back or has lapsed has no "
        "signature that holds: speak with the cohort; whoever wants a voice gives the yes anew on the page of consents."
    ),
    "silence.hours": N_(
        "A silence lasts at least %(least)s hours, so that everybody can read, ask and think, and at most %(most)s. Nothing "
        "was announced. Choose another time."
    ),
}
