"""Between the room's rows and what methods compute and screens show."""

from tracktwo.steps.convene.convert.caucus import ApartFace, apart_face, apart_waiting, minutes_left
from tracktwo.steps.convene.convert.floor import Bar, FloorFace, HandFace, floor_face, heard_of, waiting_of, watch_of
from tracktwo.steps.convene.convert.needs import LoopFace, loop_face, loop_of
from tracktwo.steps.convene.convert.plan import DayFace, SittingFace, day_faces, sheet_of_planned
from tracktwo.steps.convene.convert.polls import PollFace, as_counts, poll_face, poll_to_keep, poll_votes_of
from tracktwo.steps.convene.convert.pulse import PulseFace, airtime_minutes, phase_numbers, pulse_face
from tracktwo.steps.convene.convert.safe import known_agenda, proposed_lines
from tracktwo.steps.convene.convert.sessions import (
    HOURS_A_DAY,
    ClockFace,
    PhaseFace,
    clock_face,
    clock_of,
    hours,
    phase_faces,
    phase_now,
    planned_phases,
    used_minutes,
    whole_minutes,
)
from tracktwo.steps.convene.convert.statements import JOINERS, UNSEEN, checked_text
from tracktwo.steps.convene.convert.votes import (
    LEAST_TO_CLOSE,
    SideRow,
    Turnout,
    assent_turnout,
    closed_votes_of,
    result_rows,
    result_to_keep,
    turnout,
)

__all__ = [
    "assent_turnout",
    "ApartFace",
    "apart_face",
    "apart_waiting",
    "minutes_left",
    "known_agenda",
    "proposed_lines",
    "DayFace",
    "SittingFace",
    "day_faces",
    "sheet_of_planned",
    "Bar",
    "ClockFace",
    "FloorFace",
    "HOURS_A_DAY",
    "HandFace",
    "JOINERS",
    "LEAST_TO_CLOSE",
    "LoopFace",
    "PhaseFace",
    "PollFace",
    "PulseFace",
    "airtime_minutes",
    "phase_numbers",
    "pulse_face",
    "as_counts",
    "poll_face",
    "poll_to_keep",
    "poll_votes_of",
    "SideRow",
    "Turnout",
    "UNSEEN",
    "checked_text",
    "clock_face",
    "clock_of",
    "closed_votes_of",
    "floor_face",
    "heard_of",
    "loop_face",
    "loop_of",
    "hours",
    "phase_faces",
    "phase_now",
    "planned_phases",
    "result_rows",
    "result_to_keep",
    "turnout",
    "used_minutes",
    "waiting_of",
    "watch_of",
    "whole_minutes",
]
