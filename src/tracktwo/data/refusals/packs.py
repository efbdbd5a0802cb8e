"""What the application to an association refuses."""

from __future__ import annotations

from tracktwo.data.refusals.words import N_

REFUSALS: dict[str, str] = {
    "budget.cells": N_(
        "Row %(row)s, column 1: the line has %(cells)s parts where three belong. Nothing was kept. Write kind; what;"
        " amount, parted by semicolons."
    ),
    "budget.kind": N_("Row %(row)s, column %(column)s: this is none of these: %(allowed)s. Nothing was kept. Use one."),
    "budget.what": N_(
        "Row %(row)s, column %(column)s: say in at most %(most)s characters what it is for. Nothing was kept."
    ),
    "budget.amount": N_(
        "Row %(row)s, column %(column)s: this is no amount like 1200 or 1200.50. Nothing was kept. Write digits and a point."
    ),
    "budget.too_many": N_("The budget has more than %(most)s lines. Nothing was kept. Add small ones together."),
    "pack.fee": N_(
        "Row %(row)s, column %(column)s: nobody is paid a fee in this programme. Nothing was kept. Remove the line, or"
        " change the ways of money in step 1."
    ),
    "pack.alternate_unknown": N_(
        "Row %(row)s, column %(column)s: nobody in this programme has this alias. Nothing was kept. Write an alias as it"
        " stands on the page of people, one a line, and never a name."
    ),
    "pack.alternate_seated": N_(
        "Row %(row)s, column %(column)s: whoever this is has a seat already. Nothing was kept. Choose somebody else."
    ),
    "pack.alternate_twice": N_(
        "Row %(row)s, column %(column)s: this alias already stands in row %(first)s. Nothing was kept. Remove one."
    ),
    "pack.alternate_undrawn": N_(
        "Row %(row)s, column %(column)s: the alternates of this workshop are drawn, and whoever this is was not. Nothing"
        " was kept. Take the alternates from their draw."
    ),
    "pack.no_alternates": N_(
        "No draw of alternates stands for workshop %(number)s. Nothing was kept. Open the draw of the cohort, freeze a"
        " fresh one for two alternates, and come back when it stands."
    ),
    "pack.nobody": N_(
        "Nobody has a seat in workshop %(number)s yet, so there is no one to name. Nothing was revealed. Fill the cohort"
        " first."
    ),
}
