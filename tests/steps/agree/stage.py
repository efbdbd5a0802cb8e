"""A workshop that has begun, its cohort, and its text, for the tests of step 6."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, ClassVar

from django.http import HttpResponse
from django.urls import reverse

from tests.cast import NOW, Cast
from tests.steps.workshops import a_workshop, seat_everybody
from tracktwo.foundation.ledger.models import Entry
from tracktwo.foundation.people.models import Account
from tracktwo.methods.record import Refusal
from tracktwo.methods.text import SingleText
from tracktwo.steps.agree import actions
from tracktwo.steps.agree.convert import fingerprint, single_text
from tracktwo.steps.agree.models import Text
from tracktwo.steps.plan.models import Workshop
from tracktwo.steps.select.models import Seat

DRAFTED = (
    "Scholars of every community worked in one room for four days.",
    "Archives closed since the invasion should be opened in copies.",
    "A joint seminar meets each spring.",
)


@dataclass
class Table:
    """The text of the cast's workshop and the deeds of its people, by short names."""

    cast: Cast
    workshop: Workshop
    text: Text
    seats: dict[str, Seat] = field(default_factory=dict)

    @property
    def state(self) -> SingleText:
        self.text.refresh_from_db()
        return single_text(self.text)

    @property
    def deeds(self) -> list[str]:
        """What the record says of the text, in order."""
        return [entry.deed for entry in Entry.objects.order_by("seq") if entry.deed.startswith("agree.")]

    def facts(self) -> list[dict[str, Any]]:
        return [entry.facts for entry in Entry.objects.order_by("seq") if entry.deed.startswith("agree.")]

    def member(self, side: int) -> Account:
        return self.cast.participants[side][0]

    REASON: ClassVar = "Our readers know it under another word."

    def reread(self) -> Text:
        self.text = Text.objects.get(workshop=self.workshop)
        return self.text

    def open_bracket(
        self,
        side: int,
        clause: str = "2",
        *,
        stands: str = "the invasion",
        wants: str = "2022",
        now: datetime = NOW,
        owner: int | None = None,
        account: Account | None = None,
    ) -> None:
        account = account or self.member(side)
        actions.open_bracket(
            self.text,
            clause,
            seat=self.seats[account.alias],
            stands=stands,
            wants=wants,
            reason=self.REASON,
            by=self.cast.by(account, "agree.bracket"),
            now=now,
            owner=owner,
        )

    def amend(self, side: int, clause: str, words: str, *, version: int) -> Refusal | None:
        account = self.member(side)
        return actions.amend_clause(
            self.text,
            clause,
            words,
            seat=self.seats[account.alias],
            version=version,
            reason=self.REASON,
            by=self.cast.by(account, "agree.bracket"),
            now=NOW,
        )

    def withdraw(
        self, side: int, clause: str = "2", *, owner: int | None = None, account: Account | None = None
    ) -> None:
        account = account or self.member(side)
        actions.withdraw_bracket(
            self.text,
            clause,
            seat=self.seats[account.alias],
            by=self.cast.by(account, "agree.bracket"),
            now=NOW,
            owner=owner,
        )

    def settle(self, side: int, clause: str = "2", *, adopt: bool = True, in_room: bool = True) -> None:
        actions.settle_bracket(
            self.text,
            clause,
            side=side,
            adopt=adopt,
            version=self.state.clause(clause).version,
            in_room=in_room,
            by=self.cast.by(self.cast.rapporteur, "agree.steer"),
            now=NOW,
        )

    def save(self) -> Any:
        return actions.save_version(self.text, by=self.cast.by(self.cast.rapporteur, "agree.write"), now=NOW)

    def freeze(self, *, with_reservations: bool = False, seen: str | None = None) -> Text:
        frozen = actions.freeze_text(
            self.text,
            seen=fingerprint(self.state) if seen is None else seen,
            with_reservations=with_reservations,
            by=self.cast.by(self.cast.convener, "agree.steer"),
            now=NOW,
        )
        self.text.refresh_from_db()
        return frozen

    def url(self, name: str, *more: Any) -> str:
        return reverse(f"agree:{name}", args=[self.cast.programme.key, self.workshop.number, *more])

    def get(self, account: Account, name: str = "text", *more: Any) -> HttpResponse:
        return self.cast.client(account).get(self.url(name, *more))

    def post(self, account: Account, name: str, *more: Any, **typed: Any) -> HttpResponse:
        return self.cast.client(account).post(self.url(name, *more), typed)


def open_text(cast: Cast, workshop: Workshop) -> Text:
    return actions.open_text(
        workshop,
        title="What the room could say",
        language="en",
        by=cast.by(cast.rapporteur, "agree.steer"),
        now=datetime.combine(max(workshop.starts_on, NOW.date()), NOW.timetz()),
    )


def lay_table(cast: Cast, clauses: tuple[str, ...] = DRAFTED) -> Table:
    workshop = a_workshop(cast, date(2026, 3, 2))
    text = open_text(cast, workshop)
    for words in clauses:
        actions.draft_clause(text, words)
    return Table(cast, workshop, text, seat_everybody(cast, workshop))
