"""What ``tracktwo select`` says about its options."""

from __future__ import annotations

from tracktwo.data.refusals.words import N_

REFUSALS: dict[str, str] = {
    "select.seed_missing": N_(
        "A draw needs a seed, and none was given. Nothing was computed."
        " Add --seed with an even number of hexadecimal digits, 16 or more, on which everybody has agreed."
    ),
    "select.returning": N_(
        "The option --returning is written COLUMN:MIN:MAX with two whole numbers, the smaller first."
        " Nothing was computed. Correct it."
    ),
    "select.out_unwritable": N_(
        "The results could not be written to the folder given. Choose a folder in which you may write."
    ),
    "select.language": N_(
        "There is no language called %(language)s here. Nothing was computed. Choose one of: %(offered)s."
    ),
}
