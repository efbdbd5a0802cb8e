"""What the register of designations and the check of organisations refuse. No sentence repeats a name."""

from __future__ import annotations

from tracktwo.data.refusals.words import N_

REFUSALS: dict[str, str] = {
    "designations.until_before_since": N_(
        "Row %(row)s, column %(column)s: the designation ends before it begins. Nothing was imported. Correct one of"
        " the two days."
    ),
    "designations.repeated": N_(
        "Row %(row)s, column %(column)s: this name already stands in row %(first)s of the same register. Nothing was"
        " imported. Remove one of the two rows, or put the second name into other_names."
    ),
    "designations.cell_long": N_(
        "Row %(row)s, column %(column)s: the cell is longer than %(most)s characters. Nothing was imported. Shorten it."
    ),
    "designations.no_letters": N_(
        "Row %(row)s, column %(column)s: a name has fewer than %(least)s letters, so nothing could be compared with"
        " it. Nothing was imported. Write the name out."
    ),
    "screening.file_missing": N_(
        "No file was chosen. The register is what it was. Choose a CSV file and send it again."
    ),
    "screening.answered_already": N_(
        "This match has been answered already. Its answer stands. Go back to the list and look at what is still open."
    ),
    "screening.reason_length": N_(
        "A reason has %(least)s to %(most)s characters. The match stays open. Say in a sentence what you checked and"
        " what follows."
    ),
    "screening.organisation_twice": N_(
        "One organisation stands twice in the same part. The list is what it was. Remove one of the two lines."
    ),
    "screening.no_letters": N_(
        "A name has fewer than %(least)s letters, so nothing could be compared with it. Nothing was changed. Write the"
        " name out."
    ),
    "screening.until_before_since": N_(
        "The designation ends before it begins. It was not kept. Correct one of the two days."
    ),
    "screening.checked_later": N_(
        "The source was checked on a day that is still to come. Nothing was kept. Correct it."
    ),
}
