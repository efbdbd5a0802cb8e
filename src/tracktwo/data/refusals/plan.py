"""What step 2 refuses beside what the planner itself refuses (``dates``) and the doors of its files."""

from __future__ import annotations

from tracktwo.data.refusals.words import N_

REFUSALS: dict[str, str] = {
    "plan.before_programme": N_(
        "This is a date before the programme, which begins in %(first_year)s. Nothing was planned."
        " Choose a first day from 1 January %(first_year)s on."
    ),
    "plan.after_programme": N_(
        "This is a date after the programme, which ends in %(last_year)s. Nothing was planned."
        " Choose a last day up to 31 December %(last_year)s."
    ),
    "plan.no_editions": N_(
        "No conventions have been imported yet, so there is nothing to choose from. Your wishes were not changed."
        " Import a list first."
    ),
    "plan.no_delegation": N_(
        "Nobody has said yet, for every community, how many travel on which passport. Your wishes were not changed."
        " Fill in who has to be able to enter."
    ),
    "plan.not_newest": N_(
        "A newer plan has been computed since this one. The workshops were not changed. Look at the newest plan and"
        " keep that one."
    ),
    "plan.touches_settled": N_(
        "This plan would move, drop or renumber workshop %(number)s, which has begun or already has people."
        " The workshops were not changed. Plan again: it will be kept in its place; if others come before it,"
        " choose a first day after it."
    ),
    "plan.edition_gone": N_(
        "%(association)s %(edition)s is no longer in the list of conventions. The workshops were not changed."
        " Plan again with the list as it is now."
    ),
    "plan.workshop_not_over": N_(
        "Workshop %(number)s is not over yet. It was not closed. Close it after its last day."
    ),
    "plan.workshop_closed_already": N_("Workshop %(number)s is closed already. Nothing was changed."),
    "plan.keeper_unknown": N_(
        "The table of days names no such community. The choice of before was kept. Choose one that the table names."
    ),
    "plan.too_long_to_try": N_(
        "More than %(most)s conventions open in these years, too many to try while you wait. Nothing was changed. Choose"
        " fewer years, or compute the plan with these wishes and look at it before you keep it."
    ),
    "plan.checked_in_future": N_(
        "The day on which the table was checked lies ahead. Nothing was imported. Correct the day."
    ),
    "plan.rules_elsewhere": N_(
        "The table %(key)s has a page of its own here. Nothing was imported. Remove it from the file and say it there."
    ),
    "plan.nothing_to_plan_again": N_(
        "There is no plan yet whose workshops could be kept. Nothing was planned. Compute a first plan from your wishes."
    ),
    "plan.holidays_unknown": N_(
        "The public holidays of one of these countries are not known. The choice of before was kept. Write the two"
        " letters of another country, or leave the field empty."
    ),
    "plan.file_missing": N_("No file was chosen. Nothing was imported. Choose a CSV file and send it again."),
    "plan.cell_too_long": N_(
        "Edition %(edition)s, column %(column)s: the cell is longer than %(most)s characters. Nothing was imported."
        " Shorten it."
    ),
    "plan.kept_cell_too_long": N_(
        "Row %(row)s, column %(column)s: the cell is longer than %(most)s characters. Nothing was imported. Shorten it."
    ),
}
