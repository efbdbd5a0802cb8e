"""What step 3 tells the house of itself."""

from __future__ import annotations

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from tracktwo.steps.plan.models import Workshop
from tracktwo.steps.programme.path import DONE, NOT_BEGUN, UNDER_WAY, WAITING, StepState, Waiting, Walker
from tracktwo.steps.select import waits
from tracktwo.steps.select.draw_waits import waiting_in_draws
from tracktwo.steps.select.models import Nomination, Pool
from tracktwo.steps.select.path_rosters import roster_waiting
from tracktwo.steps.select.queries import (
    count_by_state,
    current_pool,
    latest_cohort,
    nomination_of,
    workshop_to_fill,
)


def state(walker: Walker) -> StepState:
    workshop = workshop_to_fill(walker.programme, walker.now)
    states = count_by_state(walker.programme)
    if workshop is None:
        if walker.programme.workshops.exists():
            return StepState(DONE, _("Every workshop has its cohort"))
        return StepState(NOT_BEGUN, _("Not begun"))
    open_answers = states[Nomination.State.PROPOSED]
    if open_answers:
        return StepState(
            WAITING,
            ngettext("Waiting for %(number)s answer", "Waiting for %(number)s answers", open_answers)
            % {"number": open_answers},
        )
    if not any(states.values()):
        return StepState(NOT_BEGUN, _("Not begun"))
    return StepState(UNDER_WAY, _("Under way for workshop %(number)s") % {"number": workshop.number})


def waiting(walker: Walker) -> list[Waiting]:
    found = _own(walker) + waits.waiting(walker) + roster_waiting(walker) + waiting_in_draws(walker)
    workshop = workshop_to_fill(walker.programme, walker.now)
    if workshop is not None and walker.may("select.see"):
        found += _to_fill(walker, workshop)
    return found


def _own(walker: Walker) -> list[Waiting]:
    nomination = nomination_of(walker.programme, walker.account)
    if nomination is None or nomination.state != Nomination.State.PROPOSED:
        return []
    return [
        Waiting(
            what=_("Say whether you may be considered"),
            why=_("Somebody has proposed you. Nothing more is kept about you unless you say yes."),
            deed=_("Read and answer"),
            url=reverse("select:answer", args=[walker.programme.key]),
            mine=True,
        )
    ]


def _to_fill(walker: Walker, workshop: Workshop) -> list[Waiting]:
    key, mine = walker.programme.key, walker.may("select.change")
    pool = current_pool(workshop, Pool.Kind.NOMINEES)
    place = {"number": workshop.number}
    if not count_by_state(walker.programme)[Nomination.State.CONSENTED]:
        what, why = _("Nominate people for workshop %(number)s") % place, _("Each is asked before anything is kept.")
        deed, url = _("Nominate somebody"), reverse("select:propose", args=[key])
    elif pool is None:
        what, why = (
            _("Make the pool for workshop %(number)s") % place,
            _("Everybody who has consented by then is in it."),
        )
        deed, url = _("Make the pool"), reverse("select:gather", args=[key])
    elif (cohort := latest_cohort(pool)) is None or cohort.computed_at is None:
        what = _("Set the quotas and compute the cohort of workshop %(number)s") % place
        why = _("The lottery makes the least likely person as likely as the quotas allow.")
        deed, url = _("Open the pool"), reverse("select:pool", args=[key, pool.pk])
    else:
        what, why = (
            _("Keep the cohort of workshop %(number)s") % place,
            _("It has been drawn; read how, then let it stand."),
        )
        deed, url = _("Read the explanation"), reverse("select:cohort", args=[key, cohort.pk])
    return [Waiting(what=what, why=why, deed=deed, url=url, mine=mine, due=workshop.starts_on)]
