"""What the CSV door says when it cannot take a file. No sentence repeats a cell: a cell may hold a person."""

from __future__ import annotations

from tracktwo.data.refusals.words import N_

REFUSALS: dict[str, str] = {
    "table.unreadable": N_("The file could not be opened. Nothing was imported. Check its name and try again."),
    "table.empty": N_("The file is empty. Nothing was imported. Choose a file with a header row and at least one row."),
    "table.no_rows": N_(
        "The file has a header row and no row below it. Nothing was imported; what stood before stands."
        " Add at least one row, or leave the file out if nothing is meant to be in it."
    ),
    "table.too_large": N_(
        "The file is larger than %(limit)s bytes. Nothing was imported. Remove what is not needed, or split it."
    ),
    "table.too_many_rows": N_("The file has more than %(limit)s rows. Nothing was imported. Split it."),
    "table.workbook": N_(
        "This is a spreadsheet workbook or another binary file, not CSV. Nothing was imported."
        " Open it and save it as “CSV UTF-8”."
    ),
    "table.encoding": N_(
        "The letters of this file cannot be read with certainty. Nothing was imported. Save it again as “CSV UTF-8”."
    ),
    "table.quotes": N_(
        "Row %(row)s: a quotation mark is opened and not closed, or stands in the wrong place."
        " Nothing was imported. Correct that row; a quotation mark inside a cell is written twice."
    ),
    "table.header_blank": N_(
        "Column %(column)s has no heading. Nothing was imported. Give every column a heading in row 1."
    ),
    "table.header_repeated": N_(
        "The heading %(column)s stands twice in row 1. Nothing was imported. Rename or remove one of the two columns."
    ),
    "table.column_missing": N_(
        "The column %(column)s is missing. The columns found are: %(found)s. Nothing was imported."
        " Add the column or correct its heading."
    ),
    "table.column_unknown": N_(
        "The column %(column)s is not expected here. Expected are: %(expected)s. Nothing was imported."
        " Remove the column or correct its heading."
    ),
    "table.ragged": N_(
        "Row %(row)s has %(cells)s cells where the header has %(columns)s. Nothing was imported."
        " Add or remove cells in that row."
    ),
    "table.control": N_(
        "Row %(row)s, column %(column)s: the cell holds an invisible control character. Nothing was imported."
        " Type the cell again."
    ),
    "table.formula": N_(
        "Row %(row)s, column %(column)s: the cell begins like a spreadsheet formula, which may be"
        " used to harm"
        " whoever opens the file. Nothing was imported. Remove its first character."
    ),
    "table.long": N_(
        "Row %(row)s, column %(column)s: the cell is longer than %(limit)s characters. Nothing was"
        " imported. Shorten it."
    ),
    "table.repeated": N_(
        "Row %(row)s, column %(column)s: this value already stands in row %(first)s, and each may"
        " stand only once."
        " Nothing was imported. Remove one of the two rows."
    ),
    "table.required_blank": N_(
        "Row %(row)s, column %(column)s: the cell is empty. Nothing was imported. Fill it in, or remove the row."
    ),
    "table.more": N_("%(count)s further cells or rows need a change. They will be listed once these are corrected."),
}
