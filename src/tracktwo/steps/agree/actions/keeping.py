"""The text under its lock, kept and recorded: what every deed of step 6 does."""

from __future__ import annotations

from datetime import date, datetime

from tracktwo.foundation.ledger.actions import record
from tracktwo.foundation.people.models import Standing
from tracktwo.methods.record import Refusal
from tracktwo.methods.text import SingleText, as_data, clean_words, cut_version
from tracktwo.steps.agree.convert import single_text
from tracktwo.steps.agree.models import Text, TextVersion


def locked(text: Text) -> tuple[Text, SingleText]:
    row = (
        Text.objects.select_for_update(of=("self",)).select_related("workshop__programme__compartment").get(pk=text.pk)
    )
    return row, single_text(row)


def keep(row: Text, state: SingleText) -> None:
    row.state = as_data(state)
    row.save(update_fields=["state"])


def cut(row: Text, state: SingleText, today: date) -> TextVersion:
    cut = cut_version(state, row.version + 1)
    row.version = cut.number
    row.save(update_fields=["version"])
    return TextVersion.objects.create(
        text=row, number=cut.number, data=as_data(cut.text), digest=cut.digest, made_on=today
    )


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
