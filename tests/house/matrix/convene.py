from tests.cast import Cast
from tests.house.matrix import INSIDE, PUBLIC, Row, only
from tests.steps.convene.stage import open_room
from tracktwo.steps.convene.actions import lay_out_sessions, open_caucus, public_agenda_of

RUN = only("facilitator")
WRITE = only("facilitator", "rapporteur")
SEATED = only("participant")


def in_session(cast: Cast) -> dict[str, str]:
    """The room is in session, and the participant of the matrix has a seat in it."""
    open_room(cast, sizes=(6, 6))
    return {}


def a_workshop(cast: Cast) -> dict[str, int]:
    return in_session(cast) | {"number": 1}


PLAN = only("convener", "facilitator")


def planned_sessions(cast: Cast) -> dict[str, int]:
    """The sessions of the workshop are laid out; whoever is inside may read them."""
    room = open_room(cast, sizes=(6, 6))
    lay_out_sessions(room.workshop, 3, 120)
    return {"workshop": 1}


def a_planned_session(cast: Cast) -> dict[str, int]:
    return planned_sessions(cast) | {"number": 1}


def apart(cast: Cast) -> dict[str, int]:
    """The first community talks apart; the facilitator is not asked in and finds nothing, like everybody else."""
    room = open_room(cast, sizes=(6, 6))
    open_caucus(room.workshop, 1, 20, by=room.by, now=room.began, token="apart")
    return {"side": 1}


def a_public_agenda(cast: Cast) -> dict[str, str]:
    return {"code": public_agenda_of(open_room(cast, sizes=(6, 6)).workshop).code}


ROWS = {
    "convene:apart_desk": Row(get=RUN, post=RUN, kwargs=in_session),
    "convene:apart": Row(get=SEATED, post=SEATED, kwargs=apart),
    "convene:apart_now": Row(get=SEATED, kwargs=apart),
    "convene:apart_deed": Row(get=SEATED, post=SEATED, kwargs=apart),
    "convene:aside": Row(get=INSIDE, post=INSIDE, kwargs=in_session),
    "convene:safe": Row(get=PLAN, post=PLAN, kwargs=in_session),
    "convene:cover": Row(get=WRITE, post=RUN, kwargs=in_session),
    "convene:projector": Row(get=WRITE, kwargs=in_session),
    "convene:projector_now": Row(get=WRITE, kwargs=in_session),
    "site:day": Row(get=PUBLIC, kwargs=a_public_agenda),
    "convene:look_at_assent": Row(get=WRITE, post=RUN, kwargs=in_session),
    "convene:word": Row(get=SEATED, post=SEATED, kwargs=in_session),
    "convene:meant": Row(get=SEATED, post=SEATED, kwargs=in_session),
    "convene:sessions": Row(get=INSIDE, post=PLAN, kwargs=planned_sessions),
    "convene:session_plan": Row(get=PLAN, post=PLAN, kwargs=a_planned_session),
    "convene:open_planned": Row(get=RUN, post=RUN, kwargs=in_session),
    "convene:about": Row(get=INSIDE, kwargs=in_session),
    "convene:open": Row(get=RUN, post=RUN, kwargs=in_session),
    "convene:console": Row(get=WRITE, post=WRITE, kwargs=in_session),
    "convene:clock": Row(get=WRITE, post=RUN, kwargs=in_session),
    "convene:write": Row(get=WRITE, post=WRITE, kwargs=in_session),
    "convene:sort": Row(get=WRITE, post=WRITE, kwargs=in_session),
    "convene:open_vote": Row(get=WRITE, post=RUN, kwargs=in_session),
    "convene:close_vote": Row(get=WRITE, post=RUN, kwargs=in_session),
    "convene:withdraw_vote": Row(get=WRITE, post=RUN, kwargs=in_session),
    "convene:close": Row(get=RUN, post=RUN, kwargs=in_session),
    "convene:desk_clock": Row(get=WRITE, kwargs=in_session),
    "convene:desk_statements": Row(get=WRITE, kwargs=in_session),
    "convene:desk_vote": Row(get=WRITE, kwargs=in_session),
    "convene:desk_restate": Row(get=WRITE, kwargs=in_session),
    "convene:needs": Row(get=WRITE, kwargs=in_session),
    "convene:restate": Row(get=WRITE, post=RUN, kwargs=in_session),
    "convene:write_back": Row(get=WRITE, post=WRITE, kwargs=in_session),
    "convene:answer_back": Row(get=WRITE, post=RUN, kwargs=in_session),
    "convene:set_aside": Row(get=WRITE, post=RUN, kwargs=in_session),
    "convene:option": Row(get=WRITE, post=RUN, kwargs=in_session),
    "convene:step": Row(get=WRITE, post=RUN, kwargs=in_session),
    "convene:paper": Row(get=WRITE, post=WRITE, kwargs=in_session),
    "convene:paper_polls": Row(get=WRITE, post=WRITE, kwargs=in_session),
    "convene:open_poll": Row(get=WRITE, post=RUN, kwargs=in_session),
    "convene:close_poll": Row(get=WRITE, post=RUN, kwargs=in_session),
    "convene:withdraw_poll": Row(get=WRITE, post=RUN, kwargs=in_session),
    "convene:answer_poll": Row(get=SEATED, post=SEATED, kwargs=in_session),
    "convene:ask_pulse": Row(get=WRITE, post=RUN, kwargs=in_session),
    "convene:desk_pulse": Row(get=WRITE, kwargs=in_session),
    "convene:keep_inside": Row(get=WRITE, post=RUN, kwargs=in_session),
    "convene:show_rules": Row(get=WRITE, post=RUN, kwargs=in_session),
    "convene:intervene": Row(get=WRITE, post=RUN, kwargs=in_session),
    "convene:check_in": Row(get=SEATED, post=SEATED, kwargs=in_session),
    "convene:reflection": Row(get=RUN, post=RUN, kwargs=in_session),
    "convene:numbers": Row(get=only("convener", "facilitator", "rapporteur"), kwargs=a_workshop),
    "convene:desk_floor": Row(get=WRITE, kwargs=in_session),
    "convene:wall": Row(get=WRITE, kwargs=in_session),
    "convene:held": Row(get=WRITE, post=WRITE, kwargs=in_session),
    "convene:queue": Row(get=WRITE, kwargs=in_session),
    "convene:queue_lines": Row(get=WRITE, kwargs=in_session),
    "convene:give_floor": Row(get=WRITE, post=RUN, kwargs=in_session),
    "convene:end_turn": Row(get=WRITE, post=RUN, kwargs=in_session),
    "convene:move_hand": Row(get=WRITE, post=RUN, kwargs=in_session),
    "convene:raise_for": Row(get=WRITE, post=RUN, kwargs=in_session),
    "convene:show_queue": Row(get=WRITE, post=RUN, kwargs=in_session),
    "convene:time_side": Row(get=WRITE, post=RUN, kwargs=in_session),
    "convene:rules": Row(get=SEATED, kwargs=in_session),
    "convene:room_wall": Row(get=SEATED, kwargs=in_session),
    "convene:room_place": Row(get=SEATED, kwargs=in_session),
    "convene:hand": Row(get=SEATED, post=SEATED, kwargs=in_session),
    "convene:room": Row(get=SEATED, kwargs=in_session),
    "convene:say": Row(get=SEATED, post=SEATED, kwargs=in_session),
    "convene:answer": Row(get=SEATED, post=SEATED, kwargs=in_session),
    "convene:doorway": Row(get=only("convener", "facilitator", "rapporteur"), kwargs=in_session),
    "convene:room_parts": Row(get=SEATED, kwargs=in_session),
    "convene:console_parts": Row(get=WRITE, kwargs=in_session),
    "convene:room_now": Row(get=SEATED, kwargs=in_session),
    "convene:room_field": Row(get=SEATED, kwargs=in_session),
}
