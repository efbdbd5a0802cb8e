"""The text under its lock, kept and recorded: what every deed of step 6 does."""

from __future__ import annotations

from datetime import date, datetime

from django.utils import timezone

from tracktwo.foundation.ledger.actions import record
from tracktwo.foundation.people.models import Standing
from tracktwo.methods.record import JSON, Refusal
from tracktwo.methods.text import BEGIN, Amendment, Move, SingleText, as_data, clean_words, cut_version, make_move
from tracktwo.steps.agree.convert import single_text
from tracktwo.steps.agree.models import Text, TextMove, TextVersion
from tracktwo.steps.agree.queries import open_round_of, parallel_words, running_silence, seats_of
from tracktwo.steps.select.models import Seat

TYPED = ("words", "stands", "wants", "reason")


def locked(text: Text) -> tuple[Text, SingleText]:
    row = (
        Text.objects.select_for_update(of=("self",)).select_related("workshop__programme__compartment").get(pk=text.pk)
    )
    return row, single_text(row)


def move(row: Text, state: SingleText, kind: str, now: datetime | None, /, **data: JSON) -> Amendment:
    """Make one move on the text and keep both: what stands after it, and the move with every word typed for it."""
    refuse_while_silent(row)
    told = {name: clean_words(value) if name in TYPED and value else value for name, value in data.items()}
    done = make_move(state, Move(kind, told))
    if done.text == state and kind != BEGIN:
        return done
    row.state, row.moves = as_data(done.text), row.moves + 1
    row.save(update_fields=["state", "moves"])
    day = (now or timezone.now()).date()
    TextMove.objects.create(text=row, number=row.moves, kind=kind, data=told, made_on=day)
    return done


def refuse_while_silent(row: Text) -> None:
    """While a silence or a round of support runs, the words that people are answering about stand still."""
    if running_silence(row) is not None:
        raise Refusal("agree.silence_running")
    if open_round_of(row) is not None:
        raise Refusal("agree.round_open")


def cut(row: Text, state: SingleText, today: date) -> TextVersion:
    languages = parallel_words(row)
    cut = cut_version(state, row.version + 1, languages)
    row.version = cut.number
    row.save(update_fields=["version"])
    return TextVersion.objects.create(
        text=row,
        number=cut.number,
        data=as_data(cut.text),
        languages=languages,
        moves=row.moves,
        digest=cut.digest,
        made_on=today,
    )


def seated_side(row: Text, seat: Seat, today: date) -> int:
    """The community that this seat may speak for, if it is one of this workshop, held, and that day in the text."""
    if seat.workshop_id != row.workshop_id or seat.withdrawn_on is not None:
        raise Refusal("agree.no_seat")
    if seat not in seats_of(row, today):
        raise Refusal("agree.consent_taken_back")
    return seat.community.number


def words_within(typed: str, most: int) -> str:
    words = clean_words(typed)
    if len(words) > most:
        raise Refusal("agree.words_long", length=len(words), most=most)
    return words


def note(deed: str, text: Text, by: Standing, now: datetime, **facts: object) -> None:
    record(
        deed,
        book=text.workshop.programme.compartment.book,
        role=by.role,
        side=by.side,
        kind="text",
        key=str(text.workshop.number),
        at=now,
        workshop=text.workshop.number,
        **facts,
    )
