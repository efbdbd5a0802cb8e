"""Sentences of the leak lint and its files."""

from tracktwo.data.refusals.words import N_

REFUSALS = {
    "discretion.text_long": N_(
        "This text has %(length)s characters; at most %(most)s are read at once. Nothing was read. Lint it in parts."
    ),
    "discretion.file_unreadable": N_("The file cannot be read. Check where it is and whether you may read it."),
    "roster.nobody": N_(
        "Row %(row)s, column %(column)s: nobody can be looked for by this row. Write a name, a nickname, an affiliation, "
        "an address or a telephone number into it, or take the row out."
    ),
    "roster.no_letters": N_(
        "Row %(row)s, column %(column)s: there is no word of two letters in this cell. Write the name out, or empty the "
        "cell."
    ),
    "roster.email": N_(
        "Row %(row)s, column %(column)s: this is no e-mail address and no @name. Write it as name@host, part several by "
        "a bar (|), or empty the cell."
    ),
    "roster.phone": N_(
        "Row %(row)s, column %(column)s: a telephone number has seven figures at least and no letters. Part several by "
        "a bar (|), or empty the cell."
    ),
    "roster.several_values": N_(
        "Row %(row)s, column %(column)s: more than %(most)s ways to say it in one cell. Keep the usual ones."
    ),
    "roster.columns": N_(
        "The roster has %(count)s columns of attributes; at most %(most)s are put together. Leave out those that nobody "
        "would mention in a text."
    ),
    "roster.no_name_column": N_(
        "The roster has none of the columns %(expected)s (found: %(found)s). Name at least one of them in its first row."
    ),
    "terms.no_word": N_(
        "Row %(row)s, column %(column)s: the term has no word of letters, or more than %(most)s words. Shorten it."
    ),
    "terms.use_blank": N_(
        "Row %(row)s, column %(column)s: a term to avoid or in dispute comes with what to write instead. Fill in the cell."
    ),
    "terms.repeated": N_(
        "Row %(row)s, column %(column)s: this term stands in row %(first)s already, in the same language. Keep one row."
    ),
}
