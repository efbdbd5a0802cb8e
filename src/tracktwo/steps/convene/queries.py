"""What may be known of the room."""

from __future__ import annotations

from collections import Counter
from datetime import datetime
from functools import cache
from typing import Any, NamedTuple
from uuid import UUID

from django.db.models import Count, Exists, Model, Q, QuerySet, Subquery

from tracktwo.foundation.live.models import RoomVersion
from tracktwo.foundation.live.ready import SESSION, Prepared
from tracktwo.foundation.people.models import Account, Role, Standing
from tracktwo.foundation.people.sessions import LOGIN, sessions_with
from tracktwo.methods.counts import may_time
from tracktwo.steps.convene.models import (
    Assent,
    AssentRoll,
    Caucus,
    CheckIn,
    CheckInRoll,
    Intervention,
    JointStep,
    Option,
    PlannedSession,
    Poll,
    PollRoll,
    Reflection,
    Restatement,
    RollCall,
    Session,
    Statement,
    Vote,
)
from tracktwo.steps.plan.convert.hours import day_at
from tracktwo.steps.plan.models import Workshop
from tracktwo.steps.plan.queries import last_day, workshops_not_over
from tracktwo.steps.programme.models import Programme
from tracktwo.steps.programme.queries import access_programmes
from tracktwo.steps.select.models import Seat
from tracktwo.steps.select.queries import list_seats, seat_of

TAKES_PART = (Role.PARTICIPANT, Role.NOMINEE)


def room_key(programme: Programme, now: datetime) -> object:
    """Under which key the screens of the programme's room ask: its workshop, or none."""
    workshop = workshop_now(programme, now)
    return workshop.pk if workshop else f"none.{programme.pk}"


def session_now(programme: Programme) -> Session | None:
    """The session that is open; a programme has one at most."""
    return (
        Session.objects.filter(workshop__programme=programme, closed_at=None)
        .select_related("workshop__programme__compartment")
        .first()
    )


def session_of(workshop: object) -> Session | None:
    """The workshop's open session."""
    found = Session.objects.filter(workshop=workshop, closed_at=None)
    return found.select_related("workshop__programme__compartment").first()


def workshop_now(programme: Programme, now: datetime) -> Workshop | None:
    """The workshop whose session is open, else that of the day."""
    session = session_now(programme)
    return session.workshop if session else workshop_of_the_day(programme, now)


def workshop_of_the_day(programme: Programme, now: datetime) -> Workshop | None:
    """While no session is open: the workshop on its own days, else the one whose convention runs, else the next.

    It may sit during its convention too. Another that has begun by then comes first, or its own room would stay shut.
    """
    standing = workshops_not_over(programme, now)
    begun = [one for one in standing if one.starts_on <= day_at(one, now)]
    ahead = [one for one in standing if one.ends_on >= day_at(one, now)]
    under_way = [one for one in begun if one in ahead]
    return next(iter(under_way[:1] or begun[-1:] or ahead), None)


def may_sit(workshop: Workshop, now: datetime) -> bool:
    """Whether a sitting of it may be opened: it is of the day, or on days on which another is as well."""
    is_planned = workshop.standing == Workshop.Standing.PLANNED
    if is_planned and workshop.starts_on <= day_at(workshop, now) <= last_day(workshop):
        return True
    return workshop == workshop_of_the_day(workshop.programme, now)


def access_seat(account: Account, programme: Programme, now: datetime) -> Seat | None:
    """The account's own seat in the workshop of the day; whoever has none does not know the room."""
    workshop = workshop_now(programme, now)
    return seat_of(account, workshop) if workshop else None


def seat_of_today(account: Account, now: datetime) -> Seat | None:
    """The seat of somebody who does nothing else in the house than take part; first where a session is open.

    For the room's own door, where the line is not encrypted: nobody of the third party signs in there.
    """
    if Standing.objects.filter(account=account).exclude(role__in=TAKES_PART).exists():
        return None
    seats = [access_seat(account, programme, now) for programme in access_programmes(account)]
    found = [seat for seat in seats if seat is not None]
    found.sort(key=lambda seat: session_now(seat.workshop.programme) is None)
    return found[0] if found else None


def members_of(workshop: Workshop) -> Counter[int]:
    """How many have a seat, by community."""
    return Counter(list_seats(workshop).values_list("community__number", flat=True))


def present_of(workshop: Workshop) -> Counter[int]:
    """How many of them sit in the room and not afar, by community."""
    return Counter(list_seats(workshop).filter(is_remote=False).values_list("community__number", flat=True))


def are_sides_timed(session: Session) -> bool:
    """Whether airtime is measured: every community is large enough that its minutes are nobody's own."""
    sides = session.workshop.programme.communities.values_list("number", flat=True)
    members = members_of(session.workshop)
    return all(may_time(members[side]) for side in sides)


def list_statements(session: Session) -> QuerySet[Statement]:
    """All statements of the session, latest first."""
    return session.statements.order_by("-number").select_related("vote", "restatement", "option")


def open_restatement(session: Session) -> Restatement | None:
    return _with_words(session.restatements.filter(is_open=True)).select_related("session__workshop").first()


def list_restatements(workshop: int) -> QuerySet[Restatement]:
    """All of the workshop's that were accepted or set aside, in any session."""
    return _with_words(Restatement.objects.filter(session__workshop=workshop, is_open=False))


def _with_words(found: QuerySet[Restatement]) -> QuerySet[Restatement]:
    return found.select_related("statement__session").prefetch_related("drafts")


def list_options(workshop: int) -> QuerySet[Option]:
    """The workshop's options with the needs they serve."""
    found = Option.objects.filter(session__workshop=workshop)
    return found.select_related("statement__session").prefetch_related("needs__statement")


def list_steps(workshop: int) -> QuerySet[JointStep]:
    """The workshop's joint steps, by day."""
    return JointStep.objects.filter(session__workshop=workshop).select_related("option__statement")


def list_parked(workshop: int) -> QuerySet[Statement]:
    """What stands in the way at home, as it was said in any session, oldest first."""
    return _in_order(workshop, Statement.State.PARKED)


def list_held(workshop: int) -> QuerySet[Statement]:
    """Statements whose words stand on no screen, oldest first."""
    return _in_order(workshop, Statement.State.HELD)


def list_offered(workshop: int) -> QuerySet[Statement]:
    """Kept statements that are no option yet, the latest session first: ideas are often taken up on a later day."""
    found = Statement.objects.filter(session__workshop=workshop, state=Statement.State.KEPT, option=None)
    return found.select_related("session").order_by("-session__number", "-number")


def _in_order(workshop: int, state: Statement.State) -> QuerySet[Statement]:
    found = Statement.objects.filter(session__workshop=workshop, state=state)
    return found.select_related("session").order_by("session__number", "number")


def open_vote(session: Session) -> Vote | None:
    return session.votes.filter(is_open=True).select_related("statement").first()


def open_poll(session: Session) -> Poll | None:
    return session.polls.filter(is_open=True).first()


def list_closed_polls(session: Session) -> QuerySet[Poll]:
    """Polls with a result, latest first."""
    return session.polls.filter(is_open=False).order_by("-id")


def poll_roll_of(account: Account, poll: Poll) -> PollRoll | None:
    """The account's own line on the roll of a poll."""
    return poll.roll.filter(account=account).first()


def open_checkin(session: Session) -> CheckIn | None:
    return session.checkins.filter(is_open=True).first()


def last_checkin(session: Session) -> CheckIn | None:
    """The latest round that has ended."""
    return session.checkins.filter(is_open=False).last()


def list_interventions(session: Session) -> list[Intervention]:
    """What the third party did in it, latest last."""
    return list(session.interventions.all())


def checkin_roll_of(account: Account, checkin: CheckIn) -> CheckInRoll | None:
    """The account's own line on the roll of a round."""
    return checkin.roll.filter(account=account).first()


def last_session(programme: Programme) -> Session | None:
    """The session that is open, else the one held last."""
    return Session.objects.filter(workshop__programme=programme).order_by("opened_at", "pk").last()


def list_reflections(workshop: int) -> QuerySet[Reflection]:
    """The workshop's, the latest session first: what was to be done otherwise is read on the day after."""
    found = Reflection.objects.filter(session__workshop=workshop).select_related("session")
    return found.order_by("-session__number", "id")


def list_closed_votes(session: Session) -> QuerySet[Vote]:
    """Votes with a result, latest first."""
    return session.votes.filter(is_open=False).select_related("statement").order_by("-id")


def roll_of(account: Account, vote: Vote) -> RollCall | None:
    """The account's own line on the roll; None where its community affirms aloud or the seat came later."""
    return vote.roll.filter(account=account).first()


def list_held_sessions(programme: Programme) -> QuerySet[Session]:
    """Closed sessions with counts of statements, votes and polls; counts only, of the whole room."""
    kept = Q(statements__state=Statement.State.KEPT)
    return (
        Session.objects.filter(workshop__programme=programme, closed_at__isnull=False)
        .select_related("workshop")
        .annotate(
            said=Count("statements", distinct=True),
            kept=Count("statements", filter=kept, distinct=True),
        )
        .prefetch_related("votes", "polls")
        .order_by("-workshop__number", "-number")
    )


def list_planned(workshop: Workshop) -> QuerySet[PlannedSession]:
    """The workshop's sittings in the order of the clock."""
    return workshop.planned_sessions.select_related("workshop", "session", "caucus").order_by("day", "begins", "number")


def next_planned(workshop: Workshop, now: datetime) -> PlannedSession | None:
    """The first sitting from today on, at the place, that has not been opened."""
    return _to_come(workshop, now).first()


def next_planned_of(workshop: Workshop, now: datetime, side: int) -> PlannedSession | None:
    """The same for somebody of this community: not what is of another alone."""
    return _to_come(workshop, now).filter(Q(side=None) | Q(side=side)).first()


def _to_come(workshop: Workshop, now: datetime) -> QuerySet[PlannedSession]:
    return list_planned(workshop).filter(session=None, caucus=None, day__gte=day_at(workshop, now))


def list_open_caucuses(workshop: Workshop) -> QuerySet[Caucus]:
    """That communities talk apart may be known to everybody in the room; nothing else of it."""
    return workshop.caucuses.filter(closed_at=None).select_related("workshop__programme")


def is_covered(workshop: Workshop | None, session: Session | None) -> bool:
    """Whether the facilitator has covered the screens: those of the session, else those of whoever talks apart."""
    if session is not None:
        return session.is_covered
    return workshop is not None and list_open_caucuses(workshop).filter(is_covered=True).exists()


def access_caucus(account: Account, workshop: Workshop | None, side: int, *, is_third_party: bool) -> Caucus | None:
    """The open caucus of this community: for those of it, and for the third party while it is asked in."""
    if workshop is None:
        return None
    found = list_open_caucuses(workshop).filter(side=side).first()
    seat = seat_of(account, workshop)
    if found is None or (seat is not None and seat.community.number == side):
        return found
    return found if is_third_party and found.is_third_party_in else None


def assent_now(session: Session) -> Assent | None:
    """The question about the words that the speakers are to answer, open or told."""
    found = Assent.objects.filter(draft__restatement__session=session, draft__restatement__is_open=True)
    return found.select_related("draft__restatement").first()


def assent_roll_of(account: Account, assent: Assent) -> AssentRoll | None:
    """The account's own line; None for who is not of those who spoke."""
    return assent.roll.filter(account=account).first()


class There(NamedTuple):
    """Of which kinds of things a workshop and its session have any at all, open or over."""

    restatements: bool
    options: bool
    steps: bool
    polls: bool
    checkins: bool
    votes: bool
    caucuses: bool


NOTHING = There(False, False, False, False, False, False, caucuses=True)  # no session; communities may talk apart


def what_is_there(session: Session) -> There:
    """One statement that is put into SQL once; most rooms have few of them, and so have few other questions to ask."""
    found = _things().read({"sitting": session.pk, "workshop": session.workshop_id})
    return There(*map(bool, found)) if found else NOTHING


@cache
def _things() -> Prepared:
    session, workshop = READER["sitting"], READER["workshop"]
    of_session, of_workshop = {"session": session}, {"session__workshop": workshop}
    things: list[tuple[type[Model], dict[str, Any]]] = [
        (Restatement, of_workshop),
        (Option, of_workshop),
        (JointStep, of_workshop),
        (Poll, of_session),
        (CheckIn, of_session),
        (Vote, of_session),
        (Caucus, {"workshop": workshop}),
    ]
    rows = Session.objects.filter(pk=session).order_by()
    found = rows.values_list(*(Exists(model._default_manager.filter(**where)) for model, where in things))
    return Prepared.of(found, READER)


# What a telephone's statement is about, by values that stand for them until they are filled in for a reader.
READER: dict[str, Any] = {
    SESSION: "key of a session",
    "account": UUID(int=7_000_001),
    "standing": 7_000_002,
    "role": "role",
    "compartment": UUID(int=7_000_003),
    "programme": 7_000_004,
    "key": "key",
    "seat": 7_000_005,
    "community": 7_000_006,
    "sitting": 7_000_007,
    "workshop": 7_000_008,
    "room": "room of a workshop",
    "screen": "screen",
}


@cache
def own_row() -> Prepared:
    """Finds one row while all that lets a reader into the room is as it was, none afterwards.

    It has what the table says of their sign-in, the room's version, and for each roll that is open its key and their
    own line. Whoever adds a condition to the room's door adds it here.
    """
    of, programme = READER, {"workshop__programme": READER["programme"]}
    place, account = of["compartment"], of["account"]
    holds = (
        Standing.objects.filter(pk=of["standing"], account=account, role=of["role"], compartment=place),
        Programme.objects.filter(pk=of["programme"], key=of["key"], compartment=place),
        Seat.objects.filter(pk=of["seat"], account=account, community=of["community"], withdrawn_on=None),
        Session.objects.filter(pk=of["sitting"], workshop=of["workshop"], closed_at=None, is_covered=False),
    )
    others = Session.objects.filter(**programme, closed_at=None).exclude(pk=of["sitting"])
    version = RoomVersion.objects.filter(kind=of["screen"], key=of["room"]).values("version")[:1]
    found = sessions_with(of[SESSION], account).filter(~Exists(others), *map(Exists, holds))
    rows = found.values_list(*LOGIN, Subquery(version), *_own_lines(account, of["sitting"]))
    return Prepared.of(rows, READER)


def _own_lines(account: UUID, sitting: int) -> list[Subquery]:
    of_session = {"session": sitting, "is_open": True}
    of_words = {f"draft__restatement__{name}": value for name, value in of_session.items()}
    rolls: list[tuple[type[Model], str, str, dict[str, Any]]] = [
        (RollCall, "vote", "has_voted", of_session),
        (PollRoll, "poll", "has_voted", of_session),
        (CheckInRoll, "checkin", "has_answered", of_session),
        (AssentRoll, "assent", "has_answered", of_words),
    ]
    lines = []
    for model, roll, flag, where in rolls:
        found = model._default_manager.filter(account=account, **{f"{roll}__{name}": where[name] for name in where})
        lines += [Subquery(found.values(f"{roll}_id")[:1]), Subquery(found.values(flag)[:1])]
    return lines
