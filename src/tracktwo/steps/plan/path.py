"""What step 2 tells the house of itself."""

from __future__ import annotations

from datetime import date, timedelta

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from tracktwo.methods.calendar import AHEAD, OVERDUE
from tracktwo.steps.plan.convert.going import deadline_words
from tracktwo.steps.plan.models import GoCheck, Plan, Workshop
from tracktwo.steps.plan.queries import (
    communities_without_people,
    happened_since,
    has_wishes,
    is_over,
    keepers_chosen,
    newest_plan,
    plan_in_force,
    workshops_to_close,
)
from tracktwo.steps.plan.queries.going import (
    ASK_DAYS_BEFORE,
    GO,
    NO,
    OPEN,
    all_deadlines,
    called_off,
    check_state,
    current_check,
    due_for_go,
    word_of,
    workshops_ahead,
)
from tracktwo.steps.programme.models import Programme
from tracktwo.steps.programme.path import DONE, NOT_BEGUN, UNDER_WAY, WAITING, StepState, Waiting, Walker

# How long before a workshop its projected days should be known: visas need four months, a cohort about five.
CHECK_DAYS_BEFORE = 270


def state(walker: Walker) -> StepState:
    programme = walker.programme
    kept = plan_in_force(programme)
    if (held_up := _held_up(programme, walker.now.date())) is not None:
        return held_up
    if kept is not None:
        proved = kept.result["bound"] == kept.result["objective"]
        return StepState(DONE, _("Done, proved optimal") if proved else _("Done, with a known gap"))
    if newest_plan(programme) is not None:
        return StepState(WAITING, _("A plan waits to be kept"))
    if programme.editions.exists():
        return StepState(UNDER_WAY, _("Under way, no plan yet"))
    return StepState(NOT_BEGUN, _("Not begun"))


def _held_up(programme: Programme, today: date) -> StepState | None:
    """A workshop without days, or one whose go is asked for and not given, holds the step."""
    for workshop in called_off(programme):
        if workshop.standing == Workshop.Standing.POSTPONED:
            return StepState(WAITING, _("Workshop %(number)s needs new days") % {"number": workshop.number})
    for workshop in workshops_ahead(programme, today):
        check = current_check(workshop)
        if check is not None and check_state(check) != GO:
            said = _("No go for workshop %(number)s") if check_state(check) == NO else _("Go for workshop %(number)s?")
            return StepState(WAITING, said % {"number": workshop.number})
    return None


def waiting(walker: Walker) -> list[Waiting]:
    programme, mine, now = walker.programme, walker.may("plan.change"), walker.now
    found = [_close(workshop, mine) for workshop in workshops_to_close(programme, now) if is_over(workshop, now)]
    newest, kept = newest_plan(programme), plan_in_force(programme)
    if newest is None:
        found.append(_before_a_plan(programme, mine))
    elif kept is None or newest.version > kept.version:
        found.append(_to_keep(newest, mine))
    if kept is not None and newest == kept and happened_since(kept, walker.now.date()):
        found.append(_to_plan_again(programme, mine))
    found += _goes(walker) + _due(walker, mine) + _new_days(programme, mine)
    if kept is not None:
        found += _to_check(programme, walker.now.date(), mine)
    return found


def _close(workshop: Workshop, mine: bool) -> Waiting:
    return Waiting(
        what=_("Close workshop %(number)s") % {"number": workshop.number},
        why=_("Its last day has passed. Once closed it stays as it was, whatever is planned later."),
        deed=_("Look at the plan"),
        url=reverse("plan:about", args=[workshop.programme.key]) + "#closing",
        mine=mine,
    )


def _before_a_plan(programme: Programme, mine: bool) -> Waiting:
    """The first thing that a plan still lacks."""
    if not programme.editions.exists():
        what, why = _("Import conventions"), _("A workshop lies just before a convention. A list comes with the house.")
        deed, name = _("Import conventions"), "plan:conventions"
    elif communities_without_people(programme):
        what, why = _("Say who has to be able to enter"), _("Counts by passport and residence, never persons.")
        deed, name = _("Fill in the delegation"), "plan:delegation"
    elif not keepers_chosen(programme) and not has_wishes(programme):
        what, why = _("Choose days to keep clear"), _("National days, anniversaries and feasts of each community.")
        deed, name = _("Choose the days"), "plan:days"
    else:
        what, why = _("Plan the workshops"), _("Say your wishes; the best plan is computed and proved.")
        deed, name = _("Say your wishes"), "plan:wishes"
    return Waiting(what=what, why=why, deed=deed, url=reverse(name, args=[programme.key]), mine=mine)


def _to_keep(newest: Plan, mine: bool) -> Waiting:
    return Waiting(
        what=_("Keep version %(number)s of the plan, or plan again") % {"number": newest.version},
        why=_("It is computed. The workshops are what they were until you keep it."),
        deed=_("Look at it"),
        url=reverse("plan:version", args=[newest.programme.key, newest.version]),
        mine=mine,
    )


def _to_plan_again(programme: Programme, mine: bool) -> Waiting:
    return Waiting(
        what=_("Plan again with the least change"),
        why=_("A convention was cancelled or moved, or others have to be able to enter, since the plan was kept."),
        deed=_("Plan again"),
        url=reverse("plan:again", args=[programme.key]),
        mine=mine,
    )


def _to_check(programme: Programme, today: date, mine: bool) -> list[Waiting]:
    """The first workshop ahead whose convention nobody has announced."""
    ahead = programme.workshops.filter(starts_on__gt=today, edition__status__in=("projected", "provisional"))
    workshop = ahead.order_by("starts_on").select_related("edition").first()
    if workshop is None or workshop.edition is None:
        return []
    return [
        Waiting(
            what=_("Check the days of workshop %(number)s") % {"number": workshop.number},
            why=_("%(convention)s is not confirmed. Ask the association, and bring the list up to date.")
            % {"convention": f"{workshop.edition.convention} {workshop.edition.edition}"},
            deed=_("Bring the list up to date"),
            url=reverse("plan:conventions", args=[programme.key]),
            mine=mine,
            due=max(today, workshop.starts_on - timedelta(days=CHECK_DAYS_BEFORE)),
        )
    ]


def _goes(walker: Walker) -> list[Waiting]:
    """Rounds in which this walker has not spoken, or in which others have not; and rounds to be opened."""
    found = []
    for workshop in workshops_ahead(walker.programme, walker.now.date()):
        check = current_check(workshop)
        if check is not None and check_state(check) == OPEN:
            found.append(_word_to_say(walker, workshop, check))
        elif check is None and due_for_go(workshop) - timedelta(days=ASK_DAYS_BEFORE) <= walker.now.date():
            found.append(_go_to_ask(walker, workshop))
    return found


def _word_to_say(walker: Walker, workshop: Workshop, check: GoCheck) -> Waiting:
    mine = walker.may("plan.say_go") and word_of(check, walker.account) is None
    return Waiting(
        what=_("Say whether workshop %(number)s may be held") % {"number": workshop.number},
        why=_("The host and a guarantor of each community give their word. One no is enough to stop it."),
        deed=_("Read and say"),
        url=reverse("plan:workshop", args=[workshop.programme.key, workshop.number]),
        mine=mine,
        due=check.due,
    )


def _go_to_ask(walker: Walker, workshop: Workshop) -> Waiting:
    return Waiting(
        what=_("Ask whether workshop %(number)s may be held") % {"number": workshop.number},
        why=_("Before tickets are used, the host and every community look once more at what happens outside."),
        deed=_("Ask for the go"),
        url=reverse("plan:workshop", args=[workshop.programme.key, workshop.number]),
        mine=walker.may("plan.change"),
        due=due_for_go(workshop),
    )


def _due(walker: Walker, mine: bool) -> list[Waiting]:
    """The first thing that is overdue or soon, with how many more there are; the go asks for itself."""
    if not mine:
        return []
    rows = [row for row in all_deadlines(walker.programme, walker.now.date()) if not row.met and row.kind != "go_no_go"]
    pressing = [row for row in rows if row.urgency != AHEAD]
    if not pressing:
        return []
    first = pressing[0]
    said = (
        _("Overdue, workshop %(number)s: %(what)s") if first.urgency == OVERDUE else _("Workshop %(number)s: %(what)s")
    )
    more = ngettext(
        "%(number)s thing is due by now or soon.", "%(number)s things are due by now or soon.", len(pressing)
    )
    return [
        Waiting(
            what=said % {"number": first.workshop.number, "what": deadline_words(first.kind)},
            why=more % {"number": len(pressing)},
            deed=_("Look at the calendar"),
            url=reverse("plan:calendar", args=[walker.programme.key]),
            mine=mine,
            due=first.due,
        )
    ]


def _new_days(programme: Programme, mine: bool) -> list[Waiting]:
    return [
        Waiting(
            what=_("Find new days for workshop %(number)s") % {"number": workshop.number},
            why=_("It is postponed. Its people wait; whoever planned to travel has to know."),
            deed=_("Set the days"),
            url=reverse("plan:workshop", args=[programme.key, workshop.number]),
            mine=mine,
        )
        for workshop in called_off(programme)
        if workshop.standing == Workshop.Standing.POSTPONED
    ]
