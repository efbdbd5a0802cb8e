"""Deeds of step 8."""

from __future__ import annotations

import secrets
from collections.abc import Mapping, Sequence
from datetime import datetime
from hashlib import sha256
from typing import Any

from django.conf import settings
from django.db import transaction

from tracktwo.data.instruments import INSTRUMENTS, RELATIONS_SHORT, Instrument
from tracktwo.data.phrase_words import PHRASE_WORDS
from tracktwo.documents.pdf import to_pdf
from tracktwo.foundation.ledger.actions import record, sign_checkpoint
from tracktwo.foundation.people.models import Standing
from tracktwo.methods.record import Refusal
from tracktwo.methods.relations import check_phrase, issue_phrase, link_key, paired
from tracktwo.steps.measure.convert.kept import result_to_keep
from tracktwo.steps.measure.convert.questions import Slip, answers_to, names_of
from tracktwo.steps.measure.convert.report import report_document
from tracktwo.steps.measure.models import AnswerBox, HasAnswered, LinkKey, Report, Result, Wave
from tracktwo.steps.measure.queries import is_consenting, may_open
from tracktwo.steps.plan.models import Workshop
from tracktwo.steps.programme.models import Programme
from tracktwo.steps.select.models import Seat
from tracktwo.steps.select.queries import list_seats

SECRET_BYTES = 32
NUMBERS = {Wave.Kind.BEFORE: 1, Wave.Kind.AFTER: 2}


@transaction.atomic
def open_wave(workshop: Workshop, kind: str, *, by: Standing, now: datetime) -> Wave:
    """Open a wave, once. With the first one the key is made under which phrases become links."""
    workshop = Workshop.objects.select_for_update().get(pk=workshop.pk)
    reason = may_open(workshop, kind, now.date())
    if reason is not None:
        raise Refusal(reason)
    instrument = RELATIONS_SHORT
    wave = Wave.objects.create(
        workshop=workshop,
        number=NUMBERS[Wave.Kind(kind)],
        kind=kind,
        instrument=instrument.key,
        version=instrument.version,
        opened_at=now,
    )
    AnswerBox.objects.create(wave=wave)
    _call_roll(wave)
    if kind == Wave.Kind.BEFORE:
        LinkKey.objects.create(workshop=workshop, secret=secrets.token_bytes(SECRET_BYTES))
    _record("measure.wave_opened", wave, by, now)
    return wave


def _call_roll(wave: Wave) -> None:
    lines = [HasAnswered(wave=wave, seat=seat) for seat in list_seats(wave.workshop)]
    HasAnswered.objects.bulk_create(sorted(lines, key=lambda line: line.pk))


def new_phrase(language: str) -> str:
    """Four words in the reader's language. Nothing here keeps them."""
    words = PHRASE_WORDS.get(language, PHRASE_WORDS[settings.LANGUAGE_CODE])
    return issue_phrase(words, secrets.token_bytes(8))


@transaction.atomic
def answer_wave(wave: Wave, seat: Seat, values: Mapping[str, int], phrase: str) -> bool:
    """Put one person's answers into the box; True where they are linked to answers of an earlier wave.

    ``values`` by the names of ``convert.questions``; ``phrase`` as typed, empty where it is lost: then the answers
    count and stand alone. Which line of the roll turned and which slip is new happens in one transaction, so the box
    is one row, shuffled whole: what lies in it has no order, no number and no time. Refuses ``measure.not_open``,
    ``measure.no_seat``, ``measure.no_consent``, ``measure.off_scale``, ``measure.nothing_answered``,
    ``relations.phrase_words``, ``relations.phrase_unknown`` and ``measure.answered_already``.
    """
    wave = Wave.objects.select_for_update().select_related("workshop__programme").get(pk=wave.pk)
    if wave.closed_at is not None:
        raise Refusal("measure.not_open")
    _check_seat(wave, seat)
    side = seat.community.number
    _check_values(wave, side, values)
    link = _link(wave, phrase)
    HasAnswered.objects.get_or_create(wave=wave, seat=seat)  # a seat that was taken after the wave opened
    if not HasAnswered.objects.filter(wave=wave, seat=seat, answered=False).update(answered=True):
        raise Refusal("measure.answered_already")
    _put(wave, {"link": link, "side": side, "values": dict(sorted(values.items()))})
    return _is_linked(wave, link, side)


def _check_seat(wave: Wave, seat: Seat) -> None:
    if seat.withdrawn_on is not None or seat.workshop_id != wave.workshop_id:
        raise Refusal("measure.no_seat")
    if not is_consenting(seat):
        raise Refusal("measure.no_consent")


def _check_values(wave: Wave, side: int, values: Mapping[str, int]) -> None:
    sides = _sides(wave.workshop.programme)
    asked = {name: item for item in INSTRUMENTS[wave.instrument].items for name in names_of(item, side, sides)}
    if any(name not in asked or not asked[name].takes(value) for name, value in values.items()):
        raise Refusal("measure.off_scale")
    if not values:
        raise Refusal("measure.nothing_answered")


def _link(wave: Wave, phrase: str) -> str:
    if not phrase.strip():
        return secrets.token_hex(32)
    check_phrase(phrase, list(PHRASE_WORDS.values()))
    return link_key(phrase, bytes(LinkKey.objects.get(workshop=wave.workshop).secret))


def _put(wave: Wave, slip: Slip) -> None:
    box = AnswerBox.objects.select_for_update().get(wave=wave)
    slips = [*box.slips, slip]
    secrets.SystemRandom().shuffle(slips)
    box.slips = slips
    box.save(update_fields=["slips"])


def _is_linked(wave: Wave, link: str, side: int) -> bool:
    earlier = AnswerBox.objects.filter(wave__workshop=wave.workshop, wave__number__lt=wave.number)
    return any(slip["link"] == link and slip["side"] == side for box in earlier for slip in box.slips)


@transaction.atomic
def close_wave(wave: Wave, *, by: Standing, now: datetime) -> None:
    """Close a wave, erase its roll. With the last one: keep what may be read, erase every answer, destroy the key."""
    wave = Wave.objects.select_for_update().select_related("workshop__programme").get(pk=wave.pk)
    if wave.closed_at is not None:
        raise Refusal("measure.not_open")
    wave.answers = len(AnswerBox.objects.select_for_update().get(wave=wave).slips)
    wave.seats = max(list_seats(wave.workshop).count(), wave.answers)
    wave.closed_at = now
    wave.save(update_fields=["answers", "seats", "closed_at"])
    wave.roll.all().delete()
    _record("measure.wave_closed", wave, by, now, answers=wave.answers)
    if wave.kind == Wave.Kind.AFTER:
        _keep_result(wave)
        _destroy(wave.workshop)


def _keep_result(wave: Wave) -> None:
    boxes = dict(AnswerBox.objects.filter(wave__workshop=wave.workshop).values_list("wave__kind", "slips"))
    Result.objects.create(
        workshop=wave.workshop,
        instrument=wave.instrument,
        version=wave.version,
        items=_results(INSTRUMENTS[wave.instrument], boxes, _sides(wave.workshop.programme)),
    )


def _results(instrument: Instrument, boxes: Mapping[str, list[Slip]], sides: Sequence[int]) -> list[dict[str, Any]]:
    found = []
    for item in instrument.items:
        early, late = (answers_to(item, boxes[kind], sides) for kind in (Wave.Kind.BEFORE, Wave.Kind.AFTER))
        found.append({"item": item.key, **result_to_keep(paired(early, late))})
    return found


def _destroy(workshop: Workshop) -> None:
    # Written over first: where a database keeps the place of a deleted row, it shall hold noughts.
    LinkKey.objects.filter(workshop=workshop).update(secret=bytes(SECRET_BYTES))
    LinkKey.objects.filter(workshop=workshop).delete()
    AnswerBox.objects.filter(wave__workshop=workshop).delete()


@transaction.atomic
def make_report(programme: Programme, language: str, *, by: Standing, now: datetime) -> Report:
    """Make the programme report in one language and record the digest of the file, so that a copy can be compared."""
    if language not in dict(settings.LANGUAGES):
        raise Refusal("measure.language_unknown")
    Programme.objects.select_for_update().get(pk=programme.pk)
    book = programme.compartment.book
    sheet = to_pdf(report_document(programme, language, now, sign_checkpoint(book)))
    report = Report.objects.create(
        programme=programme,
        number=programme.reports.count() + 1,
        language=language,
        pdf=sheet,
        digest=sha256(sheet).hexdigest(),
        made_at=now,
    )
    record(
        "measure.report_made",
        book=book,
        role=by.role,
        side=by.side,
        kind="report",
        key=str(report.number),
        at=now,
        language=language,
        digest=report.digest,
    )
    return report


def _sides(programme: Programme) -> list[int]:
    return list(programme.communities.values_list("number", flat=True))


def _record(deed: str, wave: Wave, by: Standing, now: datetime, **facts: object) -> None:
    record(
        deed,
        book=wave.workshop.programme.compartment.book,
        role=by.role,
        side=by.side,
        kind="wave",
        key=f"{wave.workshop.number}.{wave.kind}",
        at=now,
        workshop=wave.workshop.number,
        wave=wave.kind,
        **facts,
    )
