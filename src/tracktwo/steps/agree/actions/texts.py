"""Deeds on the words of the text: open it, draft clauses, change them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from django.conf import settings
from django.db import transaction

from tracktwo.foundation.live.actions import once
from tracktwo.foundation.people.models import Standing
from tracktwo.methods.record import Refusal
from tracktwo.methods.text import BEGIN, THIRD_PARTY, SingleText, as_data
from tracktwo.steps.agree.actions.keeping import locked, move, note, seated_side, words_within
from tracktwo.steps.agree.convert import next_key
from tracktwo.steps.agree.models import Text
from tracktwo.steps.agree.queries import kept_statements
from tracktwo.steps.plan.models import Workshop
from tracktwo.steps.select.models import Seat

LONGEST_TITLE = 160
LONGEST_CRITICISM = 1000


@transaction.atomic
def open_text(
    workshop: Workshop,
    *,
    title: str,
    language: str,
    by: Standing,
    now: datetime,
    mode: str = Text.Mode.BRACKETED,
    languages: Sequence[str] = (),
) -> Text:
    """Open the one text of a workshop that has begun, under a title, in the language in which it will be agreed.

    ``languages``: those in which it is kept in step beside its own.
    """
    Workshop.objects.select_for_update().get(pk=workshop.pk)
    if Text.objects.filter(workshop=workshop).exists():
        raise Refusal("agree.text_exists")
    if workshop.starts_on > now.date():
        raise Refusal("agree.workshop_ahead")
    if {language, *languages} - set(dict(settings.LANGUAGES)):
        raise Refusal("agree.language_unknown")
    title = words_within(title, LONGEST_TITLE)
    if not title:
        raise Refusal("agree.title_empty")
    text = Text.objects.create(
        workshop=workshop,
        title=title,
        language=language,
        languages=[one for one, _name in settings.LANGUAGES if one in languages and one != language],
        mode=mode,
        state={},
        opened_on=now.date(),
    )
    empty = SingleText(one_text=mode == Text.Mode.ONE_TEXT)
    move(text, SingleText(), BEGIN, now, state=as_data(empty))
    note("agree.text_opened", text, by, now)
    return text


@transaction.atomic
def draft_clause(
    text: Text, words: str, *, after: str | None = None, token: str | None = None, now: datetime | None = None
) -> None:
    """Add a clause behind ``after``, or at the end. A form that was sent twice adds it once."""
    row, state = locked(text)
    if token is not None and not once(token):
        return
    move(row, state, "add", now, key=next_key(state, after), words=words, after=after)


@transaction.atomic
def begin_with_statements(text: Text, now: datetime | None = None) -> int:
    """A clause for each kept statement in the language of the text, while the text is still empty; how many."""
    row, state = locked(text)
    if state.clauses:
        raise Refusal("agree.begun_already")
    statements = kept_statements(row.workshop).filter(language=row.language)
    if not statements:
        raise Refusal("agree.no_statements")
    for statement in statements:
        state = move(row, state, "add", now, key=next_key(state), words=statement.text).text
    return len(statements)


@transaction.atomic
def change_clause(text: Text, clause: str, words: str, *, version: int, now: datetime | None = None) -> Refusal | None:
    """Put new words in place of a clause, if it still is what the rapporteur has read.

    Otherwise nothing that stands changes, the words are kept as the third party's wording beside it, and the refusal
    that says so is returned, not raised: what is kept has to be on disk.
    """
    row, state = locked(text)
    return move(row, state, "amend", now, key=clause, words=words, side=THIRD_PARTY, version=version).refused


@transaction.atomic
def criticise_clause(text: Text, clause: str, words: str, *, seat: Seat, version: int, now: datetime) -> None:
    """Keep what a community says of a clause that only the third party may word. It is no decision: no record of it."""
    row, state = locked(text)
    words = words_within(words, LONGEST_CRITICISM)
    move(
        row, state, "criticise", now, key=clause, words=words, side=seated_side(row, seat, now.date()), version=version
    )
