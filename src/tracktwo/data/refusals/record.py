"""What the record refuses, in sentences."""

from tracktwo.data.refusals.words import N_

REFUSALS: dict[str, str] = {
    "record.not_canonical": N_(
        "This value has no canonical form (%(reason)s). Nothing was recorded. "
        "Use whole numbers, plain text, lists and named values."
    ),
    "record.checkpoint_form": N_(
        "This text is not a checkpoint of a record. Nothing was changed. Use the checkpoint as it was "
        "given out, unedited."
    ),
    "record.note_form": N_(
        "This text is not a signed note. Nothing was changed. Use the note as it was given out, unedited."
    ),
    "record.append_only": N_(
        "What stands in the record is never changed or removed. Everything was kept as it is. "
        "Record a new decision that corrects the earlier one."
    ),
    "record.deed_unknown": N_(
        "The record has no deed called “%(deed)s”. Nothing was recorded. Add the deed to the closed list first."
    ),
    "record.fact_unknown": N_(
        "The deed “%(deed)s” has no fact called “%(fact)s”. Nothing was recorded. Record the facts the list names."
    ),
    "record.fact_missing": N_(
        "The deed “%(deed)s” lacks its fact “%(fact)s”. Nothing was recorded. Record all the facts the list names."
    ),
    "record.fact_form": N_(
        "“%(field)s” of the deed “%(deed)s” is not in the form the record takes: a whole number, a SHA-256 "
        "digest "
        "or one line of at most 200 characters. Nothing was recorded. Shorten it, or record its digest."
    ),
    "record.damaged": N_(
        "Entry %(seq)s of the record no longer fits the entry before it. No checkpoint was signed. "
        "Restore the database from a backup and compare it with an earlier checkpoint."
    ),
    "record.rewritten": N_(
        "The record no longer begins with the %(size)s entries signed before. No checkpoint was signed. "
        "Restore the database from a backup and compare it with an earlier checkpoint."
    ),
    "record.host_key": N_(
        "The host's key file is damaged or can be read by others. No checkpoint was signed. "
        "Restore it from its backup, readable by its owner only."
    ),
    "record.flush": N_(
        "This would empty the record. Nothing was removed. To start anew, start with a new, empty database."
    ),
}
