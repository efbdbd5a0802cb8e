"""What the doors for conventions, delegations, kept days and rules say. No sentence repeats a cell."""

from __future__ import annotations

from tracktwo.data.refusals.words import N_

REFUSALS: dict[str, str] = {
    "cell.blank": N_("Row %(row)s, column %(column)s: the cell is empty. Nothing was imported. Fill it in."),
    "cell.day": N_(
        "Row %(row)s, column %(column)s: this is not a day from %(earliest)s to %(latest)s written like"
        " 2026-09-03."
        " Nothing was imported. Write year, month and day."
    ),
    "cell.country": N_(
        "Row %(row)s, column %(column)s: this is not a country code of two letters (ISO 3166-1, such as PT)."
        " Nothing was imported. Correct it."
    ),
    "cell.whole": N_(
        "Row %(row)s, column %(column)s: this is not a whole number from %(least)s to %(most)s."
        " Nothing was imported. Correct it."
    ),
    "cell.choice": N_(
        "Row %(row)s, column %(column)s: the cell is none of these: %(allowed)s. Nothing was imported. Use one of them."
    ),
    "conventions.not_csv": N_(
        "Conventions are read from CSV for now, not from a calendar or JSON file. Nothing was imported."
        " Save the table as “CSV UTF-8”."
    ),
    "conventions.ends_before_start": N_(
        "Row %(row)s, column %(column)s: the convention ends before it starts. Nothing was imported."
        " Correct one of the two days."
    ),
    "conventions.edition_repeated": N_(
        "Row %(row)s, column %(column)s: this edition of this convention already stands in row %(first)s."
        " Nothing was imported. Remove one of the two rows."
    ),
    "delegation.repeated": N_(
        "Row %(row)s, column %(column)s: this community, passport and residence already stand in row"
        " %(first)s."
        " Nothing was imported. Add the two counts together in one row."
    ),
    "significant_dates.month_day": N_(
        "Row %(row)s, column %(column)s: this is not a day written like 08-24, nor orthodox-easter."
        " Nothing was imported. Correct it."
    ),
    "passport_index.requirement": N_(
        "Row %(row)s, column %(column)s: this is neither a number of days nor one of these: %(allowed)s."
        " Nothing was imported. Check that this is the public passport table."
    ),
    "rules.unreadable": N_("The rules file could not be opened. Nothing was read. Check its name and try again."),
    "rules.too_large": N_("The rules file is larger than %(limit)s bytes. Nothing was read. Shorten it."),
    "rules.not_toml": N_(
        "The rules file is not TOML in UTF-8. Nothing was read. Start from the example in the documentation."
    ),
    "rules.not_a_table": N_("Rules, %(place)s: this is not a table. Nothing was read. Write it as [%(place)s]."),
    "rules.not_a_list": N_(
        "Rules, %(place)s: this is not a list of tables. Nothing was read. Write each as [[%(place)s]]."
    ),
    "rules.key_unknown": N_(
        "Rules, %(place)s: the key %(key)s is not known; known are %(allowed)s. Nothing was read. Correct or remove it."
    ),
    "rules.words": N_("Rules, %(place)s: %(key)s needs words in quotation marks. Nothing was read. Add them."),
    "rules.day": N_(
        "Rules, %(place)s: %(key)s needs a day written like 2026-09-03, without quotation marks."
        " Nothing was read."
        " Correct it."
    ),
    "rules.whole": N_("Rules, %(place)s: %(key)s needs a whole number from 0. Nothing was read. Correct it."),
    "rules.choice": N_("Rules, %(place)s: %(key)s is none of these: %(allowed)s. Nothing was read. Use one of them."),
    "rules.country": N_(
        "Rules, %(place)s: %(key)s needs a country code of two letters (ISO 3166-1, such as PT)."
        " Nothing was read."
        " Correct it."
    ),
    "rules.ends_before_start": N_(
        "Rules, %(place)s: the rule ends before it starts. Nothing was read. Correct from or until."
    ),
    "rules.list_of_words": N_(
        'Rules, %(place)s: %(key)s needs a list of words, such as ["national"]. Nothing was read. Correct it.'
    ),
    "rules.month_day": N_(
        'Rules, %(place)s: %(key)s needs a day written like "08-24", or "orthodox-easter". Nothing was read.'
        " Correct it."
    ),
}
