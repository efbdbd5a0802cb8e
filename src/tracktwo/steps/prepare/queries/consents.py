"""Who consents to what, today; and on which consents something stood.

A later step that releases something keeps ``basis_of`` with it and asks ``fallen`` from then on: which of these
consents no longer hold, since when. Nothing is told to later steps by itself; they ask.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from hashlib import sha256
from uuid import UUID

from django.db.models import QuerySet
from django.utils import timezone

from tracktwo.data.consents import CONSENTS
from tracktwo.methods.counts import may_show_standing
from tracktwo.methods.record import canonical_json
from tracktwo.steps.plan.convert.hours import has_ended
from tracktwo.steps.plan.models import Workshop
from tracktwo.steps.prepare.convert.consents import (
    ASK_BEFORE,
    REFUSED,
    Key,
    Layer,
    counts,
    lapses_on,
    newest,
    to_layers,
)
from tracktwo.steps.prepare.models import Consent, ConsentSheet, PanelAsked
from tracktwo.steps.programme.models import Programme
from tracktwo.steps.select.models import Seat
from tracktwo.steps.select.queries import list_seats

WITHDRAWN, LAPSED, SEAT_GIVEN_UP = "withdrawn", "lapsed", "seat_given_up"


@dataclass(frozen=True)
class Basis:
    """The consents that something stands on: ``refs`` in order, ``version`` of the words, ``digest`` over both."""

    product: str
    refs: tuple[str, ...]
    version: int
    digest: str


@dataclass(frozen=True)
class Fallen:
    """A consent that something stood on and that no longer holds."""

    ref: str
    product: str
    since: date
    how: str


def list_sheets(programme: Programme) -> list[ConsentSheet]:
    return list(programme.consent_sheets.all())


def words_in_force(programme: Programme) -> Mapping[str, Mapping[str, Sequence[str]]]:
    """The words adopted last, by language and layer; the house's proposal until the first answer adopts it."""
    newest_sheet = programme.consent_sheets.last()
    return newest_sheet.texts if newest_sheet else CONSENTS


def layers_of(seat: Seat, now: datetime) -> list[Layer]:
    """Every layer of a seat as it stands now.

    Whether one takes part is no question any more when the workshop is over, except for whoever said no: it keeps the
    seat out of the text, and has to be as easy to take back as it was to say.
    """
    found = _all_layers(seat, timezone.localdate(now))
    over = has_ended(seat.workshop, now)
    return [one for one in found if not over or one.product != Consent.Product.TAKING_PART or one.state == REFUSED]


def _all_layers(seat: Seat, today: date) -> list[Layer]:
    programme = seat.workshop.programme
    sheets = list_sheets(programme)
    words = (sheets[-1] if sheets else ConsentSheet(texts=words_in_force(programme))).layers
    answers = newest(seat.consents.select_related("sheet"))
    return to_layers(answers, sheets, {key: list(said) for key, said in words.items()}, list_panels(seat), today)


def list_panels(seat: Seat) -> QuerySet[PanelAsked]:
    return PanelAsked.objects.filter(workshop=seat.workshop_id)


def is_in_use(panel: PanelAsked) -> bool:
    """Whether anybody has answered about it, or something of a later step is about it.

    Later steps are not named here: whatever of theirs points at it counts.
    """
    return any(
        relation.related_model._base_manager.filter(**{relation.field.name: panel}).exists()
        for relation in PanelAsked._meta.related_objects
    )


def is_consenting(seat: Seat, product: str, today: date | None = None, panel: PanelAsked | None = None) -> bool:
    """Whether this seat says yes to a product and the yes still holds."""
    found = seat.consents.filter(product=product, panel=panel).select_related("sheet").last()
    return counts(found, list_sheets(seat.workshop.programme), today or timezone.localdate())


def consents_in_force(
    workshop: Workshop, product: str, today: date | None = None, panel: PanelAsked | None = None
) -> list[Consent]:
    """The yes of every seat that still has one, by seat. ``today`` is the day of the clock where none is given."""
    day, sheets = today or timezone.localdate(), list_sheets(workshop.programme)
    rows = Consent.objects.filter(seat__in=list_seats(workshop), product=product, panel=panel)
    last = {one.seat_id: one for one in rows.select_related("sheet").order_by("id")}
    return [one for _seat, one in sorted(last.items()) if counts(one, sheets, day)]


def seats_refusing(
    workshop: Workshop, product: str, today: date | None = None, panel: PanelAsked | None = None
) -> set[int]:
    """Every seat whose last word on a layer is a no, or a yes that has lapsed; whoever never answered said neither.

    Two yeses do not lapse into a no here: to taking part, which nobody can renew when the workshop is over, and of a
    seat that was given up, from which none can be renewed.
    """
    day, sheets = today or timezone.localdate(), list_sheets(workshop.programme)
    rows = Consent.objects.filter(seat__workshop=workshop, product=product, panel=panel)
    last = {one.seat_id: one for one in rows.select_related("sheet", "seat").order_by("id")}
    lapses = product != Consent.Product.TAKING_PART
    return {
        seat
        for seat, one in last.items()
        if not one.given or (lapses and one.seat.withdrawn_on is None and not counts(one, sheets, day))
    }


def consents_given(workshop: Workshop, product: str, today: date | None = None) -> int:
    """How many seats stand behind a product now: what later steps ask before they release anything."""
    return len(consents_in_force(workshop, product, today))


def basis_of(workshop: Workshop, product: str, today: date, panel: PanelAsked | None = None) -> Basis:
    """What a release keeps of the consents it stands on. The oldest words among them are named."""
    held = consents_in_force(workshop, product, today, panel)
    refs = tuple(sorted(one.ref.hex for one in held))
    version = min((one.sheet.version if one.sheet else 0 for one in held), default=0)
    digest = sha256(canonical_json({"product": product, "refs": list(refs), "version": version})).hexdigest()
    return Basis(product, refs, version, digest)


def fallen(refs: Iterable[str], today: date) -> list[Fallen]:
    """Which of the consents something stood on no longer hold, since when and how; a renewed yes holds."""
    found = Consent.objects.filter(ref__in=[UUID(hex=ref) for ref in refs])
    rows = list(found.select_related("seat__workshop__programme", "sheet").order_by("id"))
    sheets = {one.seat.workshop.programme_id: list_sheets(one.seat.workshop.programme) for one in rows}
    judged = [(one, _fallen(one, sheets[one.seat.workshop.programme_id], today)) for one in rows]
    return [Fallen(one.ref.hex, one.product, *how) for one, how in judged if how]


def _fallen(consent: Consent, sheets: list[ConsentSheet], today: date) -> tuple[date, str] | None:
    seat = consent.seat
    last = seat.consents.filter(product=consent.product, panel=consent.panel_id).select_related("sheet").last()
    if seat.withdrawn_on is not None:
        return seat.withdrawn_on, SEAT_GIVEN_UP
    if last is None or not last.given:
        return (last.changed_on if last else today), WITHDRAWN
    end = lapses_on(last, sheets)
    return None if end is None or today < end else (end, LAPSED)


@dataclass(frozen=True)
class LayerCount:
    """How a layer stands in the whole cohort; never by community, where a few could be told apart.

    What is to be asked for is counted exactly. ``given`` and ``refused`` are None while an answer is outstanding, of
    fewer than six, and where all said the same.
    """

    label: str
    unanswered: int
    lapsed: int
    lapsing: int
    given: int | None
    refused: int | None

    @property
    def is_complete(self) -> bool:
        return not self.unanswered + self.lapsed


def list_asked(workshop: Workshop, now: datetime) -> list[tuple[Key, str]]:
    """What every seat of it is asked, with its label; each session at the convention by itself.

    Whether one takes part is no question any more when the workshop is over.
    """
    asked: list[tuple[Key, str]] = []
    for product in Consent.Product:
        if product == Consent.Product.PANEL:
            asked += [((product.value, one.pk), one.title) for one in workshop.panels_asked.all()]
        elif product != Consent.Product.TAKING_PART or not has_ended(workshop, now):
            asked.append(((product.value, None), str(product.label)))
    return asked


def list_layer_counts(workshop: Workshop, now: datetime) -> list[LayerCount]:
    """Every layer of a workshop, each session at the convention by itself."""
    seats = list(list_seats(workshop))
    answers, sheets, today = answers_by_seat(seats), list_sheets(workshop.programme), timezone.localdate(now)
    return [
        _count(label, [answers.get(seat.pk, {}).get(key) for seat in seats], sheets, today)
        for key, label in list_asked(workshop, now)
    ]


def _count(label: str, found: list[Consent | None], sheets: list[ConsentSheet], today: date) -> LayerCount:
    held = [one for one in found if one is not None and counts(one, sheets, today)]
    ends = [lapses_on(one, sheets) for one in held]
    refused = sum(one is not None and not one.given for one in found)
    unanswered = sum(one is None for one in found)
    lapsed = len(found) - len(held) - refused - unanswered
    lapsing = sum(end is not None and end - ASK_BEFORE <= today for end in ends)
    told = may_show_standing((len(held), refused), unanswered + lapsed)
    return LayerCount(label, unanswered, lapsed, lapsing, *((len(held), refused) if told else (None, None)))


def history_of(seat: Seat) -> list[Consent]:
    """Every answer of a seat, the latest first."""
    return list(seat.consents.select_related("sheet", "panel").order_by("-id"))


def answers_by_seat(seats: Sequence[Seat]) -> dict[int, dict[Key, Consent]]:
    """The newest answers of many seats in one question to the database."""
    rows: dict[int, list[Consent]] = defaultdict(list)
    for one in Consent.objects.filter(seat__in=seats).select_related("sheet").order_by("id"):
        rows[one.seat_id].append(one)
    return {seat: newest(found) for seat, found in rows.items()}
