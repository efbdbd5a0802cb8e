"""What waits for whom in soundings, nominations, assessment and objections."""

from __future__ import annotations

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from tracktwo.methods.criteria import find_apart
from tracktwo.steps.programme.path import Waiting, Walker
from tracktwo.steps.select.convert import sheet_of
from tracktwo.steps.select.models import Assessment, Assignment, Round
from tracktwo.steps.select.queries import access_assignments, all_in, first_sheets, open_round


def waiting(walker: Walker) -> list[Waiting]:
    """What the open round waits for, as this walker sees it."""
    the_round = open_round(walker.programme)
    if the_round is None:
        return []
    found: list[Waiting] = []
    if walker.may("select.assess"):
        found += _sheets(walker, the_round)
    if walker.may("select.object") and walker.now.date() <= the_round.objections_until:
        found.append(_may_object(walker, the_round))
    if walker.may("select.change"):
        found += _convener(walker, the_round)
    return found


def _sheets(walker: Walker, the_round: Round) -> list[Waiting]:
    own = access_assignments(walker.programme, walker.account).filter(round=the_round)
    count = sum(waits_for_assessor(one) for one in own)
    if not count:
        return []
    what = ngettext("Assess %(number)s nominee", "Assess %(number)s nominees", count) % {"number": count}
    return [
        Waiting(
            what=what,
            why=_("You score alone; the others’ scores appear when all are in."),
            deed=_("To the desk"),
            url=reverse("select:desk", args=[walker.programme.key]),
            mine=True,
            due=the_round.objections_until,
        )
    ]


def waits_for_assessor(assignment: Assignment) -> bool:
    """Whether the assessor has something to do: declare, score, or talk and score again."""
    if assignment.stepped_back:
        return False
    handed_in = [sheet.version for sheet in assignment.sheets.all()]
    if not handed_in:
        return True
    if Assessment.AFTER_DISCUSSION in handed_in or not all_in(assignment.round, assignment.nomination):
        return False
    return is_apart(assignment)


def is_apart(assignment: Assignment) -> bool:
    sheets = first_sheets(assignment.round, assignment.nomination)
    return bool(find_apart([sheet_of(row) for row in sheets]))


def _may_object(walker: Walker, the_round: Round) -> Waiting:
    return Waiting(
        what=_("See who is assessed from your community"),
        why=_("Until then you may object, with reasons."),
        deed=_("Objections"),
        url=reverse("select:objections", args=[walker.programme.key]),
        mine=True,
        due=the_round.objections_until,
    )


def _convener(walker: Walker, the_round: Round) -> list[Waiting]:
    key, unanswered = walker.programme.key, the_round.objections.filter(answer="").count()
    if unanswered:
        what = ngettext("Answer %(number)s objection", "Answer %(number)s objections", unanswered)
        why, deed = _("The round does not close before."), _("Read and answer")
        return [Waiting(what % {"number": unanswered}, why, deed, reverse("select:objections", args=[key]), mine=True)]
    url = reverse("select:round", args=[key])
    if the_round.thresholds is None:
        what, why = _("Set the thresholds of the round"), _("They come before any score, and enter the record.")
        return [Waiting(what, why, _("To the round"), url, mine=True)]
    if walker.now.date() > the_round.objections_until:
        what, why = _("Close the round of assessment"), _("The time for objections is over.")
        return [Waiting(what, why, _("To the round"), url, mine=True)]
    return []
