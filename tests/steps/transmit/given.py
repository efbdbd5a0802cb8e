"""A workshop that was agreed and whose findings wait to be carried."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.http import HttpResponse
from django.urls import reverse

from tests.cast import NOW, Cast
from tests.steps.workshops import a_workshop, seat_everybody
from tracktwo.foundation.people.models import Account
from tracktwo.steps.agree import actions as agree
from tracktwo.steps.agree.convert import fingerprint as agreed_words
from tracktwo.steps.agree.convert import single_text
from tracktwo.steps.agree.models import Text
from tracktwo.steps.plan.models import Workshop
from tracktwo.steps.prepare.models import Consent
from tracktwo.steps.select.models import Seat
from tracktwo.steps.transmit import actions
from tracktwo.steps.transmit.convert import Line, Sheet, fingerprint, shape_of
from tracktwo.steps.transmit.models import NEEDED, Audience, Brief, Cell

FINDINGS = ("Archives should be opened in copies.", "A joint seminar meets each spring.")
TEXTS = {
    "en": ("Copies and a seminar", "Archives should be opened in copies.\n\nA joint seminar meets each spring."),
    "uk": ("Копії та семінар", "Архіви слід відкрити в копіях.\n\nСпільний семінар збирається щовесни."),
    "ru": ("Копии и семинар", "Архивы следует открыть в копиях.\n\nСовместный семинар собирается каждую весну."),
}


@dataclass
class Post:
    """The matrix of one workshop and the deeds of those who fill it, by short names."""

    cast: Cast
    workshop: Workshop
    seats: dict[str, Seat]

    def cell(self, audience: str, side: int | None = None) -> Cell:
        return Cell.objects.get(workshop=self.workshop, audience=audience, community__number=side)

    def begin(self, audience: str = "elites", side: int | None = 1) -> Brief:
        return actions.begin_brief(self.cell(audience, side))

    def written(self, audience: str = "elites", side: int | None = 1) -> Brief:
        brief = self.begin(audience, side)
        actions.write_sheet(brief, a_sheet(audience), seen=fingerprint(brief))
        return Brief.objects.get(pk=brief.pk)

    def levels(self, **levels: int) -> None:
        """Levels by clause key, written ``c1=3``; what is not named keeps its own."""
        by = self.cast.by(self.cast.convener, "transmit.steer")
        actions.set_levels(self.workshop, {key[1:]: level for key, level in levels.items()}, by=by, now=NOW)

    def approve(self, brief: Brief, side: int = 1) -> None:
        by = self.cast.by(self.cast.readers[side], "transmit.approve")
        actions.approve_brief(brief, seen=fingerprint(brief), by=by, now=NOW)

    def consent(self, *, but: int = 0) -> None:
        """Every seat lets the text be carried, except the last few."""
        seats = list(self.seats.values())
        for seat in seats[: len(seats) - but]:
            Consent.objects.create(seat=seat, product=Consent.Product.BRIEFS, given=True, changed_on=NOW.date())

    def release(self, brief: Brief) -> Brief:
        actions.release_brief(brief, by=self.cast.by(self.cast.convener, "transmit.steer"), now=NOW)
        return Brief.objects.get(pk=brief.pk)

    def released(self, audience: str = "elites", side: int | None = 1) -> Brief:
        if not Consent.objects.exists():
            self.consent()
        brief = self.written(audience, side)
        if side is not None:
            self.approve(brief, side)
        return self.release(brief)

    def set(self, cell: Cell, state: str, *, owner: str = "", reason: str = "", due: date | None = None) -> None:
        by = self.cast.by(self.cast.convener, "transmit.steer")
        actions.set_cell(cell, state=state, owner=owner, due=due, reason=reason, by=by, now=NOW)

    def url(self, name: str, *more: Any) -> str:
        return reverse(f"transmit:{name}", args=[self.cast.programme.key, *more])

    def get(self, account: Account, name: str, *more: Any) -> HttpResponse:
        return self.cast.client(account).get(self.url(name, *more))

    def post(self, account: Account, name: str, *more: Any, **typed: Any) -> HttpResponse:
        return self.cast.client(account).post(self.url(name, *more), typed)


def a_sheet(audience: str) -> Sheet:
    """The two paragraphs in every language; what the audience needs beside its first section is in the last ones."""
    needed = shape_of(audience).needed
    bodies = {code: body.split("\n\n") for code, (_title, body) in TEXTS.items()}
    sections = [*needed, needed[0]][: max(2, len(needed))]
    level = NEEDED[Audience(audience)]
    lines = [
        Line(
            section,
            str(place) if place < 3 else "",
            level,
            {code: body[min(place, 2) - 1] for code, body in bodies.items()},
        )
        for place, section in enumerate(sections, start=1)
    ]
    return Sheet({code: title for code, (title, _body) in TEXTS.items()}, tuple(lines))


def agree_text(cast: Cast, workshop: Workshop, title: str = "What the room could say") -> Text:
    """One text of two findings, frozen on the last day."""
    now = datetime.combine(workshop.ends_on, NOW.timetz())
    by = cast.by(cast.rapporteur, "agree.steer")
    text = agree.open_text(workshop, title=title, language="en", by=by, now=now)
    for words in FINDINGS:
        agree.draft_clause(text, words)
    text.refresh_from_db()
    seen, by = agreed_words(single_text(text)), cast.by(cast.convener, "agree.steer")
    agree.freeze_text(text, seen=seen, with_reservations=False, by=by, now=now)
    return Text.objects.get(pk=text.pk)


def past_workshop(cast: Cast, *, number: int = 1, days_ago: int = 60) -> Workshop:
    return a_workshop(cast, NOW.date() - timedelta(days=days_ago), number=number)


def open_post(cast: Cast) -> Post:
    workshop = past_workshop(cast)
    agree_text(cast, workshop)
    actions.open_matrix(workshop)
    post = Post(cast, workshop, seat_everybody(cast, workshop))
    post.levels(c1=3, c2=3)
    return post
