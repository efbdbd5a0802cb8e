"""Giving and withdrawing consents, renewing them, adopting new words, asking about a session at the convention."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta
from hashlib import sha256

from django.db import transaction

from tracktwo.data.consents import CONSENTS, LAYERS
from tracktwo.foundation.ledger.actions import record
from tracktwo.foundation.live.actions import once
from tracktwo.foundation.people.models import Standing
from tracktwo.methods.record import Refusal, canonical_json
from tracktwo.steps.plan.models import Workshop
from tracktwo.steps.prepare.actions.checks import note
from tracktwo.steps.prepare.convert import newest, year_after
from tracktwo.steps.prepare.convert.consents import ASK_BEFORE, Key, lapses_on
from tracktwo.steps.prepare.models import ASKED_OF_ALL, Consent, ConsentSheet, PanelAsked
from tracktwo.steps.prepare.queries.consents import is_in_use
from tracktwo.steps.programme.models import Programme
from tracktwo.steps.select.models import Seat

# New words give people at least so many days to read them before older answers stop counting.
LEAST_DAYS = 14


@transaction.atomic
def answer_consents(
    seat: Seat, answers: Mapping[str, bool], *, panels: Mapping[int, bool] | None = None, by: Standing, now: datetime
) -> None:
    """Give, renew and withdraw layers of consent, also long after the workshop; only what changed is added.

    A seat that was given up may still withdraw, never give. ``panels`` is by number of the session asked about.
    """
    seat = Seat.objects.select_for_update().select_related("workshop__programme__compartment").get(pk=seat.pk)
    if seat.withdrawn_on is not None and any([*answers.values(), *(panels or {}).values()]):
        raise Refusal("prepare.seat_given_up")
    if not answers.keys() <= set(ASKED_OF_ALL):
        raise Refusal("prepare.not_understood")
    sheet = _sheet_in_force(seat.workshop.programme, now)
    before = newest(seat.consents.select_related("sheet"))
    asked: dict[Key, bool] = {(Consent.Product(product).value, None): given for product, given in answers.items()}
    asked |= _panel_keys(seat.workshop, panels or {})
    for key, given in asked.items():
        if _is_news(before.get(key), given, sheet, now.date()):
            _add(seat, key, given, was=before.get(key), sheet=sheet, by=by, now=now)


def _panel_keys(workshop: Workshop, panels: Mapping[int, bool]) -> dict[Key, bool]:
    # Held, so that none is taken back between the look and the answer.
    numbered = {panel.number: panel.pk for panel in workshop.panels_asked.select_for_update()}
    if panels.keys() - numbered.keys():
        raise Refusal("prepare.not_understood")
    return {(Consent.Product.PANEL.value, numbered[number]): given for number, given in panels.items()}


def _is_news(was: Consent | None, given: bool, sheet: ConsentSheet, today: date) -> bool:
    """A no after a no is none; a yes after a yes only where it is a renewal or an answer to newer words."""
    if was is None or was.given != given:
        return True
    end = lapses_on(was, [sheet])
    is_older = was.sheet is None or was.sheet.version < sheet.version
    return given and (is_older or (end is not None and end - ASK_BEFORE <= today))


def _add(
    seat: Seat, key: Key, given: bool, *, was: Consent | None, sheet: ConsentSheet, by: Standing, now: datetime
) -> None:
    today = now.date()
    Consent.objects.create(
        seat=seat,
        product=key[0],
        panel_id=key[1],
        sheet=sheet,
        given=given,
        changed_on=today,
        until=year_after(today) if given else None,
    )
    if given or (was and was.given):
        deed = "prepare.consent_given" if given else "prepare.consent_withdrawn"
        note(deed, seat, by, now, product=key[0])


def _sheet_in_force(programme: Programme, now: datetime) -> ConsentSheet:
    """The newest words; the first answer of a programme adopts the house's, so that it is known what was answered."""
    found = programme.consent_sheets.last()
    return found or _adopt(programme, CONSENTS, None, "machine", now)


@transaction.atomic
def adopt_consents(
    programme: Programme,
    texts: Mapping[str, Mapping[str, Sequence[str]]],
    *,
    answer_by: date,
    by: Standing,
    now: datetime,
) -> ConsentSheet:
    """Adopt new words for the layers. Everybody is asked anew; from ``answer_by`` on older answers count as none.

    Words and day that are in force already, as when a form comes twice, are no new version.
    """
    if any(not all(said) for layers in texts.values() for said in layers.values()) or not texts:
        raise Refusal("prepare.consent_words_missing")
    if any(set(layers) != set(LAYERS) for layers in texts.values()):
        raise Refusal("prepare.consent_words_missing")
    if answer_by < now.date() + timedelta(days=LEAST_DAYS):
        raise Refusal("prepare.answer_by_too_soon", least=LEAST_DAYS)
    Programme.objects.select_for_update().get(pk=programme.pk)
    stands = programme.consent_sheets.last()
    if stands is not None and (stands.digest, stands.answer_by) == (_digest(_kept(texts)), answer_by):
        return stands
    return _adopt(programme, texts, answer_by, by.role, now)


def _kept(texts: Mapping[str, Mapping[str, Sequence[str]]]) -> dict[str, dict[str, list[str]]]:
    return {language: {key: list(said) for key, said in layers.items()} for language, layers in texts.items()}


def _digest(kept: Mapping[str, Mapping[str, Sequence[str]]]) -> str:
    return sha256(canonical_json(kept)).hexdigest()


def _adopt(
    programme: Programme,
    texts: Mapping[str, Mapping[str, Sequence[str]]],
    answer_by: date | None,
    role: str,
    now: datetime,
) -> ConsentSheet:
    kept = _kept(texts)
    sheet, new = ConsentSheet.objects.get_or_create(
        programme=programme,
        version=programme.consent_sheets.count() + 1,
        defaults={
            "texts": kept,
            "digest": _digest(kept),
            "adopted_at": now,
            "answer_by": answer_by,
        },
    )
    if new:
        facts = {"version": sheet.version, "digest": sheet.digest}
        record("prepare.consent_words", book=programme.compartment.book, role=role, at=now, **facts)
    return sheet


@transaction.atomic
def ask_panel(
    workshop: Workshop, titles: Mapping[str, str], *, by: Standing, now: datetime, token: str
) -> PanelAsked | None:
    """Ask every seat of a workshop about one session at the convention; each answers for itself.

    None when the form came twice: every seat would have to answer both.
    """
    if not once(token, by.account):
        return None
    kept = {language: said for language, title in titles.items() if (said := " ".join(title.split()))}
    if not kept:
        raise Refusal("prepare.panel_untitled")
    Workshop.objects.select_for_update().get(pk=workshop.pk)
    number = PanelAsked.every.filter(workshop=workshop).count() + 1
    panel = PanelAsked.objects.create(workshop=workshop, number=number, titles=kept, asked_on=now.date())
    _note_panel("prepare.panel_asked", panel, by, now)
    return panel


@transaction.atomic
def take_back_panel(panel: PanelAsked, *, by: Standing, now: datetime) -> None:
    """Ask about this session no longer, as long as nothing hangs on it. Its title goes; twice is once."""
    panel = PanelAsked.every.select_for_update(of=("self",)).select_related("workshop__programme").get(pk=panel.pk)
    if panel.taken_back_on is not None:
        return
    if is_in_use(panel):
        raise Refusal("prepare.panel_in_use")
    panel.taken_back_on, panel.titles = now.date(), {}
    panel.save(update_fields=["taken_back_on", "titles"])
    _note_panel("prepare.panel_taken_back", panel, by, now)


def _note_panel(deed: str, panel: PanelAsked, by: Standing, now: datetime) -> None:
    workshop = panel.workshop
    place = {"role": by.role, "at": now, "kind": "workshop", "key": str(workshop.number)}
    record(deed, book=workshop.programme.compartment.book, **place, workshop=workshop.number, panel=panel.number)
