"""What may be known of goes, events, deadlines and calendars."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from hashlib import sha256

from django.db.models import QuerySet

from tracktwo.foundation.people.models import Account
from tracktwo.foundation.people.policies import can
from tracktwo.methods.calendar import PROPOSED, Deadline, count_back, urgency
from tracktwo.steps.plan.models import CalendarAddress, DeadlineOffsets, GoCheck, GoWord, OutsideEvent, Workshop
from tracktwo.steps.plan.queries.plans import access_workshops, plan_in_force, standing_workshops
from tracktwo.steps.programme.models import Programme

GO, NO, OPEN = "go", "no", "open"
# From so many days before its deadline on, the go of a workshop is asked for.
ASK_DAYS_BEFORE = 14


def access_events(programme: Programme) -> QuerySet[OutsideEvent]:
    return OutsideEvent.objects.filter(programme=programme)


def workshops_ahead(programme: Programme, today: date) -> list[Workshop]:
    """Those that have not begun and still stand."""
    return list(standing_workshops(programme).filter(closed_at=None, starts_on__gt=today).order_by("starts_on"))


def called_off(programme: Programme) -> list[Workshop]:
    return list(access_workshops(programme).exclude(standing=Workshop.Standing.PLANNED))


def current_check(workshop: Workshop) -> GoCheck | None:
    return workshop.checks.last()


@dataclass(frozen=True)
class Voice:
    """Who has to say go: the host (side None) or a community's guarantors; ``word`` is GO, NO or OPEN."""

    side: int | None
    word: str
    reasons: tuple[str, ...]


def voices(check: GoCheck) -> list[Voice]:
    """The host and every community. A community says go where one of its guarantors has and none says no."""
    said = list(check.words.all())
    sides = check.workshop.programme.communities.values_list("number", flat=True)
    return [_voice(side, [word for word in said if word.side == side]) for side in (None, *sides)]


def _voice(side: int | None, said: list[GoWord]) -> Voice:
    words = {one.word for one in said}
    word = NO if GoWord.Word.NO in words else GO if words else OPEN
    return Voice(side, word, tuple(one.reason for one in said if one.reason))


def check_state(check: GoCheck | None) -> str:
    """GO where host and every community say go, NO where one of them says no, else OPEN."""
    if check is None:
        return OPEN
    said = {voice.word for voice in voices(check)}
    return NO if NO in said else GO if said == {GO} else OPEN


def word_of(check: GoCheck, account: Account) -> GoWord | None:
    return check.words.filter(account=account).first()


def offsets_of(programme: Programme) -> dict[str, int]:
    """The programme's own, else the proposal."""
    own = DeadlineOffsets.objects.filter(programme=programme).first()
    return dict(own.offsets) if own else dict(PROPOSED)


@dataclass(frozen=True)
class DueRow:
    """One deadline of one workshop, as lists show it."""

    workshop: Workshop
    kind: str
    due: date
    met: bool
    urgency: str


def deadlines_of(workshop: Workshop, today: date) -> list[DueRow]:
    """Counted back from its first day; the last day for visas is the plan's where an entry rule tells one."""
    known = _last_days_for_visas(workshop.programme)
    met = set(workshop.deadlines_met.values_list("kind", flat=True))
    if check_state(current_check(workshop)) == GO:
        met.add("go_no_go")
    visa = known.get((workshop.starts_on, workshop.ends_on))
    counted = count_back(workshop.starts_on, offsets_of(workshop.programme), {"visa": visa} if visa else None)
    return [_due_row(workshop, one, one.kind in met, today) for one in counted]


def _due_row(workshop: Workshop, one: Deadline, met: bool, today: date) -> DueRow:
    return DueRow(workshop, one.kind, one.due, met, urgency(one.due, today))


def _last_days_for_visas(programme: Programme) -> dict[tuple[date, date], date]:
    kept = plan_in_force(programme)
    planned = kept.result["workshops"] if kept else []
    return {
        (date.fromisoformat(each["first"]), date.fromisoformat(each["last"])): date.fromisoformat(each["apply_by"])
        for each in planned
        if each["apply_by"]
    }


def all_deadlines(programme: Programme, today: date) -> list[DueRow]:
    """Of every workshop ahead, what is not done first by day, then what is."""
    rows = [row for workshop in workshops_ahead(programme, today) for row in deadlines_of(workshop, today)]
    return sorted(rows, key=lambda row: (row.met, row.due, row.workshop.number))


def due_for_go(workshop: Workshop) -> date:
    offsets = offsets_of(workshop.programme) | {}
    counted = count_back(workshop.starts_on, {"go_no_go": offsets.get("go_no_go", PROPOSED["go_no_go"])})
    return counted[0].due


def may_not_enter(workshop: Workshop) -> int | None:
    """How many the kept plan counts as barred or unknown at this border; None where no plan tells."""
    kept = plan_in_force(workshop.programme)
    for each in kept.result["workshops"] if kept else []:
        if (each["first"], each["last"]) == (workshop.starts_on.isoformat(), workshop.ends_on.isoformat()):
            barred = [line["count"] for line in each["entry"] if line["requirement"] in ("barred", "unknown")]
            # Before the venue is known no border has been asked.
            return sum(barred) if each["entry"] else None
    return None


def address_behind(secret: str) -> CalendarAddress | None:
    """The address with this secret, while its account still stands in the programme."""
    found = (
        CalendarAddress.objects.select_related("account", "programme__compartment")
        .filter(digest=sha256(secret.encode()).hexdigest())
        .first()
    )
    if found is None or not can(found.account, "plan.see", found.programme.compartment):
        return None
    return found


def address_of(account: Account, programme: Programme) -> CalendarAddress | None:
    return CalendarAddress.objects.filter(account=account, programme=programme).first()
