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
        "The leak lint is certain of %(count)s places by which somebody could be known, so nothing was frozen. Nothing was "
        "changed either. Open what it found: change the words, or say why they may stand."
    ),
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
}
