"""Between seats and the method that composes small rooms; and rooms as pages and cards read them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.utils.translation import get_language, get_language_info
from django.utils.translation import gettext as _

from tracktwo.methods.groups import Ask, Interpreter, Member, Pair, Plan, Room, pair_of
from tracktwo.steps.prepare.models import KeptApart, RoomPlan
from tracktwo.steps.select.models import Seat

# Keys of interpreters; those of seats are digits.
INTERPRETER = "interpreter "


def key_of(seat: int) -> str:
    return f"{seat:010}"


def languages_of(seat: Seat) -> list[str]:
    """As said; who has said nothing is taken to talk in the language in which the house is read."""
    told = getattr(seat, "tongues", None)
    return list(told.languages) if told else [seat.account.language]


def language_name(code: str) -> str:
    """In the reader's language, as it writes them: ``Ukrainian``, ``українська``."""
    name = str(get_language_info(code)["name_translated"])
    return name if (get_language() or "en").startswith("en") else name.lower()


def language_names(codes: Iterable[str]) -> str:
    return ", ".join(sorted(map(language_name, codes)))


def ask_for(plan: RoomPlan, seats: Iterable[Seat], apart: Iterable[KeptApart], met: Mapping[Pair, int]) -> Ask:
    return Ask(
        members=tuple(Member(key_of(one.pk), one.community.number, frozenset(languages_of(one))) for one in seats),
        rooms=plan.rooms,
        rounds=plan.rounds,
        apart=frozenset(pair_of(key_of(pair.one_id), key_of(pair.other_id)) for pair in apart),
        met=met,
        interpreters=tuple(
            Interpreter(f"{INTERPRETER}{number}", frozenset(languages))
            for number, languages in enumerate(plan.interpreters, start=1)
        ),
    )


def seating_of(plan: Plan) -> list[list[dict[str, object]]]:
    return [[_seated(room) for room in rooms] for rooms in plan.rounds]


def _seated(room: Room) -> dict[str, object]:
    return {
        "seats": [int(key) for key in room.members],
        "languages": list(room.languages),
        "interpreter": int(room.interpreter.removeprefix(INTERPRETER) or 0) if room.interpreter else 0,
    }


def words_of_pair(one: Seat, other: Seat) -> str:
    """What a pair of accounts is hashed from, the same in every workshop."""
    return "small room|" + "|".join(sorted((one.account_id.hex, other.account_id.hex)))


@dataclass(frozen=True)
class RoomLine:
    """One room of one round: its number, who sits in it by alias, and how it is held."""

    number: int
    seats: tuple[Seat, ...]
    held: str


@dataclass(frozen=True)
class RoundLine:
    number: int
    rooms: tuple[RoomLine, ...]


def round_lines(plan: RoomPlan, seats: Iterable[Seat]) -> list[RoundLine]:
    """Rounds with their rooms, in the order of communities and aliases; who gave up the seat is left out."""
    order = list(seats)
    return [
        RoundLine(number, tuple(_room_line(place, room, order, plan) for place, room in enumerate(rooms, start=1)))
        for number, rooms in enumerate(plan.seating, start=1)
    ]


def _room_line(number: int, room: Mapping[str, object], order: list[Seat], plan: RoomPlan) -> RoomLine:
    inside = room["seats"]
    seats = tuple(seat for seat in order if isinstance(inside, list) and seat.pk in inside)
    interpreter = room["interpreter"]
    if isinstance(interpreter, int) and interpreter:
        between = language_names(plan.interpreters[interpreter - 1])
        return RoomLine(
            number, seats, _("interpreter %(number)s: %(languages)s") % {"number": interpreter, "languages": between}
        )
    return RoomLine(
        number, seats, language_names(languages if isinstance(languages := room["languages"], list) else [])
    )


def own_rooms(rounds: Iterable[RoundLine], seat: Seat) -> list[tuple[int, RoomLine]]:
    """In which room somebody sits, round by round."""
    return [(one.number, room) for one in rounds for room in one.rooms if seat in room.seats]
