"""What the door for nominations says. No sentence repeats a cell or a heading: either may hold a person."""

from tracktwo.data.refusals.words import N_

REFUSALS = {
    "nominations.heading_missing": N_(
        "Row %(row)s: there is no heading “%(column)s”. Nothing was taken in. Put the headings community and contact into row 1, or begin with the template."
    ),
    "nominations.column_personal": N_(
        "Row %(row)s, column %(column)s: only a community and a contact are taken, because nobody in this file has said yes yet. Nothing was taken in. Remove this column, or correct its heading."
    ),
    "nominations.community_unknown": N_(
        "Row %(row)s, column %(column)s: no community of this programme is called so; it has %(count)s. Nothing was taken in. Write the community’s number, or its name as step 1 shows it."
    ),
    "nominations.contact_several": N_(
        "Row %(row)s, column %(column)s: more than one contact stands in the cell. Nothing was taken in. Leave the safest one; one row is one person."
    ),
    "nominations.contact_short": N_(
        "Row %(row)s, column %(column)s: the contact has fewer than %(least)s letters and digits. Nothing was taken in. Write the whole telephone number or address."
    ),
    "nominations.contact_long": N_(
        "Row %(row)s, column %(column)s: the contact is longer than %(most)s characters. Nothing was taken in. Shorten it to what reaches the person."
    ),
    "nominations.repeated": N_(
        "Row %(row)s, column %(column)s: this contact stands already in row %(first)s. Nothing was taken in. Remove one of the two rows."
    ),
}
