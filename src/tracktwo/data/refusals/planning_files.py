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
    "conventions.not_calendar": N_(
        "This is no calendar that can be read (.ics, RFC 5545). Nothing was imported. Export it again, or save the list"
        " as “CSV UTF-8”."
    ),
    "conventions.not_json": N_(
        "This is not JSON in UTF-8. Nothing was imported. Export it again, or save the list as “CSV UTF-8”."
    ),
    "conventions.not_a_list": N_(
        "JSON of conventions is a list of entries, or one object with the list “editions”. Nothing was imported."
        " Start from the example in the documentation."
    ),
    "conventions.no_entries": N_(
        "There is no convention in this file. Nothing was imported. Choose a file with at least one entry."
    ),
    "entry.blank": N_("Entry %(row)s, %(column)s: it is missing or empty. Nothing was imported. Fill it in."),
    "entry.day": N_(
        "Entry %(row)s, %(column)s: this is not a day from %(earliest)s to %(latest)s written like 2026-09-03."
        " Nothing was imported. Write year, month and day."
    ),
    "entry.day_missing": N_(
        "Entry %(row)s, %(column)s: there is no day that can be read. Nothing was imported. Give the entry its days."
    ),
    "entry.country": N_(
        "Entry %(row)s, %(column)s: this is not a country code of two letters (ISO 3166-1, such as PT)."
        " Nothing was imported. Correct it."
    ),
    "entry.place": N_(
        "Entry %(row)s, %(column)s: the place does not end with a country code. Nothing was imported. Write city, comma"
        " and two letters, such as Lisbon, PT; or “online”; or leave it empty while the place is open."
    ),
    "entry.choice": N_(
        "Entry %(row)s, %(column)s: it is none of these: %(allowed)s. Nothing was imported. Use one of them."
    ),
    "entry.ends_before_start": N_(
        "Entry %(row)s, %(column)s: the convention ends before it starts. Nothing was imported. Correct one of the two"
        " days."
    ),
    "entry.edition_repeated": N_(
        "Entry %(row)s, %(column)s: this edition of this convention already stands in entry %(first)s. Nothing was"
        " imported. Remove one of the two."
    ),
    "entry.repeats": N_(
        "Entry %(row)s, %(column)s: the entry repeats itself, and an edition happens once. Nothing was imported. Give"
        " every edition an entry of its own."
    ),
    "entry.not_an_object": N_(
        "Entry %(row)s is no object with keys and values. Nothing was imported. Write it like the others."
    ),
    "entry.key_unknown": N_(
        "Entry %(row)s has keys that are not known; their number: %(count)s. Known are %(allowed)s. Nothing was"
        " imported. Correct or remove them."
    ),
    "entry.not_words": N_(
        "Entry %(row)s, %(column)s: it is neither words nor a whole number. Nothing was imported. Write it in quotation"
        " marks."
    ),
    "entry.control": N_(
        "Entry %(row)s, %(column)s: it holds an invisible control character. Nothing was imported. Type it again."
    ),
    "entry.too_long": N_(
        "Entry %(row)s, %(column)s: it is longer than %(limit)s characters. Nothing was imported. Shorten it."
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
    "rules.countries": N_(
        'Rules, %(place)s: %(key)s needs country codes of two letters, such as ["TR", "RS"]. Nothing was read.'
        " Correct it."
    ),
    "rules.yes_or_no": N_("Rules, %(place)s: %(key)s needs true or false. Nothing was read. Correct it."),
    "rules.holidays_country": N_(
        "Rules, %(place)s: the public holidays of the country in %(key)s are not known. Nothing was read. Choose another"
        " country, or list the days as keep_clear."
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
