"""Doors of step 5: the console of the third party, and the room, which opens only to those who have a seat."""

from __future__ import annotations

from datetime import date, datetime
from functools import cached_property
from typing import TYPE_CHECKING, Any, ClassVar

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone, translation

from tracktwo.foundation.live.fragments import LiveFragment
from tracktwo.foundation.people.models import Account
from tracktwo.foundation.people.policies import can
from tracktwo.methods.floor import longest_wait
from tracktwo.methods.record import Refusal
from tracktwo.steps.convene.actions import DESK, ROOM, public_agenda_of
from tracktwo.steps.convene.convert import (
    MOST_PHASES,
    ClockFace,
    FloorFace,
    PulseFace,
    as_counts,
    assent_turnout,
    clock_face,
    floor_face,
    loop_face,
    poll_face,
    pulse_face,
    result_rows,
    turnout,
)
from tracktwo.steps.convene.forms import StatementForm
from tracktwo.steps.convene.models import CheckIn, Intervention, Poll, Session, Statement, Vote
from tracktwo.steps.convene.queries import (
    NOTHING,
    There,
    are_sides_timed,
    assent_now,
    assent_roll_of,
    checkin_roll_of,
    is_covered,
    last_checkin,
    last_session,
    list_closed_polls,
    list_closed_votes,
    list_interventions,
    list_open_caucuses,
    list_options,
    list_restatements,
    list_statements,
    list_steps,
    next_planned_of,
    open_checkin,
    open_poll,
    open_restatement,
    open_vote,
    poll_roll_of,
    roll_of,
    session_now,
    session_of,
    what_is_there,
    workshop_of_the_day,
)
from tracktwo.steps.convene.shared import Moment, forget, read_moment, shared
from tracktwo.steps.convene.shared import Room as SharedRoom
from tracktwo.steps.convene.telephones import Lines, Own, own_of
from tracktwo.steps.convene.wordings import list_wordings, sides_that_word
from tracktwo.steps.plan.convert.hours import day_at
from tracktwo.steps.plan.models import Workshop
from tracktwo.steps.prepare.queries.care import told_incident
from tracktwo.steps.programme.doors import ProgrammeDoor
from tracktwo.steps.programme.models import Community
from tracktwo.steps.programme.queries import current_rules, list_communities
from tracktwo.steps.select.models import Seat
from tracktwo.steps.select.queries import seat_of

COVER = "convene/day.html"


class SessionDoor(ProgrammeDoor):
    """``self.session`` is the programme's open session, or None."""

    step = 5
    screen: ClassVar[str] = ROOM
    form: StatementForm | None = None

    @cached_property
    def session(self) -> Session | None:
        return session_now(self.programme)

    @cached_property
    def workshop(self) -> Workshop | None:
        return self.session.workshop if self.session else workshop_of_the_day(self.programme, timezone.now())

    @cached_property
    def is_covered(self) -> bool:
        return is_covered(self.workshop, self.session)

    @cached_property
    def today(self) -> date:
        """At the place of the room's workshop."""
        return day_at(self.workshop, timezone.now()) if self.workshop else timezone.localdate()

    @cached_property
    def face(self) -> ClockFace | None:
        return clock_face(self.session, timezone.now()) if self.session else None

    @cached_property
    def floor(self) -> FloorFace | None:
        if self.session is None or self.face is None:
            return None
        phase = self.face.phase.key if self.face.phase else None
        return floor_face(self.session, self.sides, phase, timezone.now())

    @cached_property
    def sides(self) -> list[Community]:
        """In the order of the day."""
        return list_communities(self.programme, timezone.localdate())

    def passing(self) -> str:
        """What of the floor this reader sees change while nobody does anything."""
        return ""

    def account(self) -> Account:
        if not isinstance(self.request.user, Account):
            raise Http404
        return self.request.user

    def open_session(self) -> Session:
        """For deeds: the open session, else the last: a form that comes again after the close is answered as it was the
        first time, and the deed refuses every other. Refuses ``convene.session_closed``.
        """
        found = self.session or last_session(self.programme)
        if found is None:
            raise Refusal("convene.session_closed")
        return found

    def token(self) -> str:
        return self.request.POST.get("once", "")

    def page(self, request: HttpRequest, status: int = 200, **more: Any) -> HttpResponse:
        if self.refusal:  # what was true when the deed began may not be true any more
            for fact in ("session", "workshop", "is_covered", "face", "floor"):
                self.__dict__.pop(fact, None)
        return self.cover(request, status) or super().page(request, status, **more)

    def cover(self, request: HttpRequest, status: int = 200) -> HttpResponse | None:
        """What is shown instead of this screen while the facilitator has covered the screens; None where it stays."""
        return None

    def context(self, **more: Any) -> dict[str, Any]:
        form = self.form or StatementForm(initial={"language": translation.get_language() or "en"})
        return super().context(**self.facts(), form=form, **more)

    def facts(self) -> dict[str, Any]:
        """What every reader of the room sees alike."""
        return self.read() | {"face": self.face, "floor": self.floor}

    def read(self) -> dict[str, Any]:
        """What of it stands in the database and moves with deeds alone."""
        session = self.session
        there = what_is_there(session) if session else NOTHING
        return {
            "session": session,
            "everybody_told": told_incident(self.programme) is not None,
            "workshop": self.workshop,
            "sides": self.sides,
            "statements": list(list_statements(session)) if session else [],
            **self._worked_out(session, there),
            **self._polled(session, there),
            "checkin": open_checkin(session) if session and there.checkins else None,
            "vote": open_vote(session) if session and there.votes else None,
            **self._apart(there),
            "results": self._results(session) if session and there.votes else [],
            "reasons": Statement.Reason.choices,
            "poll_kinds": Poll.Kind.choices,
            "rules": current_rules(self.programme),
            "longest_wait": longest_wait(len(self.sides)),
        }

    def _apart(self, there: There) -> dict[str, Any]:
        """The caucuses that are open, and the communities that talk apart in them in the order of the day."""
        apart = list(list_open_caucuses(self.workshop)) if self.workshop and there.caucuses else []
        there_now = {caucus.side for caucus in apart}
        return {"apart": apart, "talking": [one for one in self.sides if one.number in there_now]}

    def _polled(self, session: Session | None, there: There) -> dict[str, Any]:
        """The poll that is open with its statements, and the closed ones."""
        if session is None or not there.polls:
            return {"poll": None, "asked_now": [], "polls": []}
        poll, known = open_poll(session), {one.pk: one for one in session.statements.all()}
        return {
            "poll": poll,
            "asked_now": [known[pk] for pk in poll.candidates] if poll else [],
            "polls": [poll_face(closed, known, self.sides) for closed in list_closed_polls(session)],
        }

    def _worked_out(self, session: Session | None, there: There) -> dict[str, Any]:
        """The restatement under way, and what the workshop has so far."""
        if session is None:
            return {"loop": None, "assent": None, "may_word": [], "needs": [], "aside": [], "options": [], "steps": []}
        named = {community.number: community for community in self.sides}
        under_way = open_restatement(session) if there.restatements else None
        return {
            "loop": loop_face(under_way, named) if under_way else None,
            "assent": assent_now(session) if under_way else None,
            "may_word": sides_that_word(under_way) if under_way else [],
            **self.worked_out(session.workshop_id, there),
        }

    def worked_out(self, workshop: int, there: There) -> dict[str, Any]:
        """Needs and fears, options and joint steps of all sessions of a workshop."""
        named = {community.number: community for community in self.sides}
        done = list(list_restatements(workshop)) if there.restatements else []
        return {
            "needs": [loop_face(row, named) for row in done if row.is_accepted],
            "aside": [loop_face(row, named) for row in done if not row.is_accepted],
            "options": list(list_options(workshop)) if there.options else [],
            "steps": list(list_steps(workshop)) if there.steps else [],
        }

    def _results(self, session: Session) -> list[tuple[Vote, list[Any]]]:
        return [(vote, result_rows(vote, self.sides)) for vote in list_closed_votes(session)]


if TYPE_CHECKING:
    _Base = SessionDoor
else:
    _Base = object


class Live(LiveFragment, _Base):
    """A part that asks for itself. It changes with every deed in the room, and with what time alone changes in it."""

    def room(self) -> tuple[str, object]:
        return self.screen, self.workshop.pk if self.workshop else f"none.{self.programme.pk}"

    def scope(self) -> str:
        # A room that waits says when the next sitting is, and another day, here or at the place, another.
        waiting = f"{timezone.localdate()}.{self.today}"
        return f"{super().scope()}|{self.face.scope if self.face else waiting}|{self.passing()}"

    @cached_property
    def now(self) -> datetime:
        return timezone.now()

    @property
    def kept_as(self) -> SharedRoom:
        kind, key = self.room()
        return kind, key, self.programme.key

    @cached_property
    def moment(self) -> Moment | None:
        """The room at this version; None where no session is open."""
        if self.session is None:
            forget(self.kept_as[1])
            return None
        return shared(self.kept_as, self.version, self.now, self._work)

    def facts(self) -> dict[str, Any]:
        if self.moment is None:
            return super().facts()
        return self.moment.facts | {"face": self.face, "floor": self.floor}

    @cached_property
    def face(self) -> ClockFace | None:
        if self.moment is None or self.session is None:
            return None
        return clock_face(self.session, self.moment.at(self.now).now, self.moment.clock)

    @cached_property
    def floor(self) -> FloorFace | None:
        return self.moment.at(self.now).floor if self.moment else None

    def _work(self) -> Moment:
        """The same session without its reader, as it is at this version or later: its door was opened before."""
        assert self.session is not None  # noqa: S101 - asked before
        return read_room(session_of(self.session.workshop_id) or self.session, self.now)


def read_room(session: Session, now: datetime) -> Moment:
    """An open session as all its readers see it."""
    door = SessionDoor()
    door.programme, door.session = session.workshop.programme, session
    return read_moment(session, door.sides, door.read(), now)


class Covered(SessionDoor):
    """A screen of the room: while the facilitator has covered the screens, it shows the public agenda and no more.

    So does whatever else it has to say: why a deed was refused is not read out to whoever looks over a shoulder.
    """

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        # Before anything is drawn: a stream, and "nothing is new", never come to a page.
        return self.cover(request) or super().get(request, *args, **kwargs)

    def cover(self, request: HttpRequest, status: int = 200) -> HttpResponse | None:
        if self.workshop is None or not self.is_covered:
            return None
        shown = public_agenda_of(self.workshop)
        if isinstance(self, LiveFragment):  # being led elsewhere, the page asks for itself anew, and covers
            return redirect("site:day", shown.code)
        return render(request, COVER, {"shown": shown, "comes_back": True} | self.look(), status=status)

    def look(self) -> dict[str, Any]:
        """How this screen is to be read: on paper's terms, unless it says otherwise."""
        return {}


class ConsoleDoor(SessionDoor):
    """The third party's one screen."""

    policy = "convene.write"
    deed_policy = "convene.run"
    template = "convene/console.html"
    screen = DESK

    def passing(self) -> str:
        return self.floor.scope if self.floor else ""

    def context(self, **more: Any) -> dict[str, Any]:
        found = super().context(**more)
        counts = list(found["vote"].counts.all()) if found["vote"] else []
        if found["poll"]:
            counts = as_counts(found["poll"].counts.all())
        last = last_checkin(self.session) if self.session else None
        notes = list_interventions(self.session) if self.session else []
        names = {c.number: c for c in self.programme.communities.all()}
        pulse = pulse_face(last) if last else None
        return found | {
            "pulse": pulse,
            "is_covered": self.is_covered,
            "is_tight": self._is_tight(found, pulse),
            "interventions": Intervention.Kind.choices,
            "notes": len(notes),
            "noted": notes[-1] if notes else None,
            "is_timed": bool(found["session"]) and are_sides_timed(found["session"]),
            "may_run": can(self.account(), "convene.run", self.programme.compartment),
            "wordings": list_wordings(found["loop"].pk, found["loop"].turn.community.number) if found["loop"] else [],
            "assent_turnout": assent_turnout(found["assent"]) if found["assent"] else None,
            "turnout": turnout(counts) if counts else None,
            "aloud": [names[count.side] for count in counts if not count.votes_in_secret],
        }

    def _is_tight(self, found: dict[str, Any], pulse: PulseFace | None) -> bool:
        """Whether the agenda shows the phases around the present one alone: something else is to stay in sight."""
        if self.session is None or self.face is None or self.floor is None:
            return False
        calls = (
            self.is_covered,
            found["everybody_told"],
            pulse is not None and pulse.is_low,
            self.floor.break_offered is not None,
            self.floor.shows_rules,
            len(self.face.phases) > MOST_PHASES,
        )
        return any(calls)


class RoomDoor(Covered):
    """The participants' room; without an own seat in the workshop of the day it is unknown."""

    policy = "convene.enter"
    deed_policy = "convene.enter"
    template = "convene/room.html"
    seat: Seat

    def answer(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        seat = seat_of(self.account(), self.workshop) if self.workshop else None
        if seat is None:
            raise Http404
        self.seat = seat
        return super().answer(request, *args, **kwargs)

    def passing(self) -> str:
        return self.floor.place_of(self.account().pk) if self.floor else ""

    def context(self, **more: Any) -> dict[str, Any]:
        found = super().context(**more)
        own = self.own(found)
        return found | own.shown() | self._ahead() | {"seat": self.seat, "words": CheckIn.Word.choices}

    def _ahead(self) -> dict[str, Any]:
        """While no session is open: whether the workshop has begun, and the next sitting that this reader is in."""
        if self.session is not None or self.workshop is None:
            return {}
        coming = next_planned_of(self.workshop, timezone.now(), self.seat.community.number)
        return {"has_begun": self.workshop.starts_on <= self.today, "coming": coming}

    def own(self, found: dict[str, Any]) -> Own:
        account = self.account()
        voted = roll_of(account, found["vote"]) if found["vote"] else None
        polled = poll_roll_of(account, found["poll"]) if found["poll"] else None
        felt = checkin_roll_of(account, found["checkin"]) if found["checkin"] else None
        assented = assent_roll_of(account, found["assent"]) if found["assent"] else None
        lines = Lines(
            voted and voted.has_voted,
            polled and polled.has_voted,
            felt and felt.has_answered,
            assented and assented.has_answered,
        )
        return own_of(lines, self.seat.community.number, account.pk, found["poll"] is not None, self.floor)
