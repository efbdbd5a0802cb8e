"""Sentences for the single text: edits that came too late, brackets, the freeze."""

from tracktwo.data.refusals.words import N_

REFUSALS = {
    "text.frozen": N_(
        "This text is frozen and its hash is in the record. Nothing was changed. Begin a new text instead."
    ),
    "text.stale": N_(
        "Clause %(clause)s changed while you were writing (version %(expected)s became %(current)s). Your"
        " words were not"
        " put in its place; they are kept, word for word, in your side's bracket. Compare the two."
    ),
    "text.under_bracket": N_(
        "A bracket is open in clause %(clause)s, so its words stay as they are. Your words are kept in your"
        " side's"
        " bracket. Settle the brackets first."
    ),
    "text.stale_resolution": N_(
        "Clause %(clause)s changed since you read it (version %(expected)s became %(current)s). The bracket"
        " is still"
        " open. Read the clause again, then decide."
    ),
    "text.brackets_inside": N_(
        "Clause %(clause)s still has open brackets inside (%(count)s), and a new wording of all of it would"
        " swallow them."
        " Nothing was changed. Settle those first."
    ),
    "text.brackets_open": N_(
        "Brackets are still open (%(count)s), so the text was not frozen. Settle them, or choose to record"
        " them as"
        " reservations."
    ),
    "text.draft_open": N_(
        "A late wording by the third party is still open, so the text was not frozen. Adopt it or withdraw it first."
    ),
    "text.bracket_exists": N_(
        "This community already has a bracket in clause %(clause)s. It is unchanged. Withdraw it before"
        " opening another."
    ),
    "text.no_bracket": N_(
        "This community has no open bracket in clause %(clause)s. Nothing was changed. Read the clause again."
    ),
    "text.side_needed": N_("A bracket belongs to a community. Nothing was changed. Choose the community."),
    "text.same_words": N_(
        "The words you want are the words that stand. Nothing was changed. Write the alternative, or leave"
        " it empty to ask"
        " for a deletion."
    ),
    "text.words_not_found": N_(
        "These words do not stand, as whole words, in the agreed part of clause %(clause)s. Nothing was"
        " changed. Copy them"
        " from the clause as it reads now."
    ),
    "text.words_ambiguous": N_(
        "These words stand %(count)s times in clause %(clause)s. Nothing was changed. Add a word before or after them."
    ),
    "text.clause_unknown": N_("There is no clause %(clause)s in this text. Nothing was changed. Open the text again."),
    "text.key_taken": N_("There already is a clause %(clause)s. It is unchanged. Give the new clause another key."),
    "text.key_shape": N_(
        "A clause's key has 1 to 40 small Latin letters, digits or hyphens. Nothing was added. Change the key."
    ),
    "text.empty": N_("The clause has no words. Nothing was changed. Write its words."),
    "text.bidi": N_(
        "Character %(position)s turns the direction of writing, so readers could see other words than those"
        " agreed. Nothing"
        " was changed. Delete it, or type the words anew."
    ),
    "text.control": N_(
        "Character %(position)s cannot be seen or printed. Nothing was changed. Delete it, or type the words anew."
    ),
    "text.too_long": N_(
        "These words have %(length)s characters; a clause takes %(most)s. Nothing was changed. Split them"
        " over two clauses."
    ),
    "text.version_number": N_("%(number)s is not the number of a version. Nothing was saved. Number versions from 1."),
    "text.unreadable": N_(
        "The stored text cannot be read as it was written. Nothing was changed. Restore it from the last backup."
    ),
    "text.one_text": N_(
        "Only the third party words this text. Nothing was changed. Say what your community cannot carry in the clause; "
        "the third party then writes it anew."
    ),
    "text.bracketed_mode": N_(
        "In this text a community does not criticise a clause, it brackets it. Nothing was kept. Open a bracket instead."
    ),
    "text.own_bracket": N_(
        "These words are your own community's in clause %(clause)s. Nothing was changed. Withdraw your bracket and open "
        "it anew."
    ),
    "text.inner_exists": N_(
        "Your community already has a bracket inside this one in clause %(clause)s. It is unchanged. Withdraw it before "
        "opening another."
    ),
    "text.too_deep": N_(
        "These words of clause %(clause)s stand in a bracket inside a bracket, and deeper nobody could read. Nothing was "
        "changed. Settle the inner bracket first."
    ),
    "text.move_unknown": N_(
        "The history of this text holds a step that this release does not know. Nothing was changed. Bring the house up "
        "to date."
    ),
}
