"""Deeds of step 6. Each is done on the text as it stands in that moment, with its row locked."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime

from django.conf import settings
from django.db import transaction

from tracktwo.foundation.ledger.actions import record
from tracktwo.foundation.live.actions import once
from tracktwo.foundation.people.models import Standing
from tracktwo.methods import text as single
from tracktwo.methods.record import Refusal
from tracktwo.methods.text import THIRD_PARTY, SingleText, as_data, clean_words, cut_version
from tracktwo.steps.agree.convert import fingerprint, next_key, single_text
from tracktwo.steps.agree.models import Text, TextVersion
from tracktwo.steps.agree.queries import has_unsaved_words, kept_statements
from tracktwo.steps.plan.models import Workshop
from tracktwo.steps.select.models import Seat

LONGEST_TITLE = 160
LONGEST_REASON = 400


@transaction.atomic
def open_text(workshop: Workshop, *, title: str, language: str, by: Standing, now: datetime) -> Text:
    """Open the one text of a workshop that has begun, under a title, in the language in which it will be agreed."""
    Workshop.objects.select_for_update().get(pk=workshop.pk)
    if Text.objects.filter(workshop=workshop).exists():
        raise Refusal("agree.text_exists")
    if workshop.starts_on > now.date():
        raise Refusal("agree.workshop_ahead")
    if language not in dict(settings.LANGUAGES):
        raise Refusal("agree.language_unknown")
    title = _words_within(title, LONGEST_TITLE)
    if not title:
        raise Refusal("agree.title_empty")
    text = Text.objects.create(
        workshop=workshop, title=title, language=language, state=as_data(SingleText()), opened_on=now.date()
    )
    _record("agree.text_opened", text, by, now)
    return text


@transaction.atomic
def draft_clause(text: Text, words: str, *, after: str | None = None, token: str | None = None) -> None:
    """Add a clause behind ``after``, or at the end. A form that was sent twice adds it once."""
    row, state = _locked(text)
    if token is not None and not once(token):
        return
    _keep(row, single.add_clause(state, next_key(state, after), words, after))


@transaction.atomic
def begin_with_statements(text: Text) -> int:
    """A clause for each kept statement in the language of the text, while the text is still empty; how many."""
    row, state = _locked(text)
    if state.clauses:
        raise Refusal("agree.begun_already")
    statements = kept_statements(row.workshop).filter(language=row.language)
    if not statements:
        raise Refusal("agree.no_statements")
    for statement in statements:
        state = single.add_clause(state, next_key(state), statement.text)
    _keep(row, state)
    return len(statements)


@transaction.atomic
def change_clause(text: Text, clause: str, words: str, *, version: int) -> Refusal | None:
    """Put new words in place of a clause, if it still is what the rapporteur has read.

    Otherwise nothing that stands changes, the words are kept as the third party's wording beside it, and the refusal
    that says so is returned, not raised: what is kept has to be on disk.
    """
    row, state = _locked(text)
    amendment = single.amend_clause(state, clause, words, side=THIRD_PARTY, version=version)
    _keep(row, amendment.text)
    return amendment.refused


@transaction.atomic
def save_version(text: Text, *, by: Standing, now: datetime) -> TextVersion:
    """Keep the text as it stands under the next number. The same words get no second number."""
    row, state = _locked(text)
    if row.frozen_on is not None:
        raise Refusal("text.frozen")
    if not has_unsaved_words(row):
        raise Refusal("agree.nothing_new", number=row.version)
    saved = _cut(row, state, now.date())
    _record("agree.version_saved", row, by, now, number=saved.number, digest=saved.digest)
    return saved


@transaction.atomic
def open_bracket(
    text: Text, clause: str, *, seat: Seat, stands: str, wants: str, reason: str, by: Standing, now: datetime
) -> None:
    """Bracket words on behalf of the community of this seat; the bracket is the community's, whoever opened it."""
    reason = _words_within(reason, LONGEST_REASON)
    if not reason:
        raise Refusal("agree.reason_empty")
    _of_a_community(
        text,
        clause,
        seat,
        "agree.bracket_opened",
        lambda state, side: single.open_bracket(state, clause, side=side, stands=stands, wants=wants, reason=reason),
        (by, now),
    )


@transaction.atomic
def withdraw_bracket(text: Text, clause: str, *, seat: Seat, by: Standing, now: datetime) -> None:
    """Take back the bracket of the community of this seat; what stands, stands."""
    _of_a_community(
        text,
        clause,
        seat,
        "agree.bracket_withdrawn",
        lambda state, side: single.withdraw_bracket(state, clause, side=side),
        (by, now),
    )


@transaction.atomic
def settle_bracket(
    text: Text, clause: str, *, side: int, adopt: bool, version: int, in_room: bool, by: Standing, now: datetime
) -> None:
    """Adopt what a bracket wants, or keep what stands, as the room agreed aloud.

    Without that word of the third party only the community itself can take its bracket back. A late wording of the
    third party's own needs no room, and is no decision for the record.
    """
    row, state = _locked(text)
    settled = single.resolve_bracket(state, clause, side=side, adopt=adopt, version=version)
    if side != THIRD_PARTY and not in_room:
        raise Refusal("agree.not_in_the_room")
    _keep(row, settled)
    if side != THIRD_PARTY:
        deed = "agree.bracket_adopted" if adopt else "agree.bracket_put_aside"
        _record(deed, row, by, now, clause=clause, community=side)


@transaction.atomic
def freeze_text(text: Text, *, seen: str, with_reservations: bool, by: Standing, now: datetime) -> Text:
    """Freeze the text that was read, as its last version; its digest goes into the record. Nothing changes after."""
    row, state = _locked(text)
    frozen = single.freeze(state, with_reservations=with_reservations)
    if not any(clause.standing for clause in frozen.clauses):
        raise Refusal("agree.no_words")
    if seen != fingerprint(state):
        raise Refusal("agree.changed_meanwhile")
    _keep(row, frozen)
    saved = _cut(row, frozen, now.date())
    row.frozen_on, row.digest = now.date(), saved.digest
    row.save(update_fields=["frozen_on", "digest"])
    _record(
        "agree.frozen", row, by, now, number=saved.number, reservations=len(frozen.reservations), digest=saved.digest
    )
    return row


def _of_a_community(
    text: Text,
    clause: str,
    seat: Seat,
    deed: str,
    change: Callable[[SingleText, int], SingleText],
    by_and_when: tuple[Standing, datetime],
) -> None:
    row, state = _locked(text)
    if seat.workshop_id != row.workshop_id or seat.withdrawn_on is not None:
        raise Refusal("agree.no_seat")
    _keep(row, change(state, seat.community.number))
    by, now = by_and_when
    _record(deed, row, by, now, clause=clause)


def _locked(text: Text) -> tuple[Text, SingleText]:
    row = (
        Text.objects.select_for_update(of=("self",)).select_related("workshop__programme__compartment").get(pk=text.pk)
    )
    return row, single_text(row)


def _keep(row: Text, state: SingleText) -> None:
    row.state = as_data(state)
    row.save(update_fields=["state"])


def _cut(row: Text, state: SingleText, today: date) -> TextVersion:
    cut = cut_version(state, row.version + 1)
    row.version = cut.number
    row.save(update_fields=["version"])
    return TextVersion.objects.create(
        text=row, number=cut.number, data=as_data(cut.text), digest=cut.digest, made_on=today
    )


def _words_within(typed: str, most: int) -> str:
    words = clean_words(typed)
    if len(words) > most:
        raise Refusal("agree.words_long", length=len(words), most=most)
    return words


def _record(deed: str, text: Text, by: Standing, now: datetime, **facts: object) -> None:
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
