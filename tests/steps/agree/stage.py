"""A workshop that has begun, its cohort, and its text, for the tests of step 6."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from secrets import token_urlsafe
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
from tracktwo.steps.agree.convert import rendering_digest, single_text
from tracktwo.steps.agree.models import Round, Silence, Text
from tracktwo.steps.agree.queries import signed_sides, signing_digest
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

    def sign(self, side: int, *, seen: str | None = None) -> None:
        account = self.member(side)
        actions.sign_text(
            self.text,
            seat=self.seats[account.alias],
            seen=signing_digest(self.reread()) if seen is None else seen,
            by=self.cast.by(account, "agree.bracket"),
            now=NOW,
        )

    def sign_all(self) -> None:
        for side in self.cast.participants:
            if side not in signed_sides(self.reread()):
                self.sign(side)

    def announce(self, *, hours: int = 72, now: datetime = NOW) -> Silence:
        by = self.cast.by(self.cast.convener, "agree.steer")
        return actions.announce_silence(self.text, hours=hours, by=by, now=now)

    def receive(self, *accounts: Account) -> None:
        for account in accounts or [one for side in self.cast.participants.values() for one in side]:
            actions.say_received(self.text, account=account)

    def affirm(self, *sides: int) -> None:
        for side in sides or self.cast.participants:
            by = self.cast.by(self.cast.guarantors[side], "agree.vouch")
            actions.affirm(self.text, by=by, now=NOW)

    def object_to(
        self, side: int, clause: str = "2", *, wants: str = "", token: str = "t", now: datetime = NOW
    ) -> None:
        seat = self.seats[self.member(side).alias]
        actions.object_to(self.text, clause, reason=self.REASON, wants=wants, seat=seat, token=token, now=now)

    def open_round(self, rule: str = "agreed_in_every_community") -> Round | None:
        by = self.cast.by(self.cast.rapporteur, "agree.steer")
        return actions.open_round(self.text, rule=rule, by=by, now=NOW, token=token_urlsafe(8))

    def answer(self, account: Account, *answers: str, token: str = "") -> None:
        told = {"seat": self.seats[account.alias], "account": account, "token": token or token_urlsafe(8), "now": NOW}
        actions.answer_round(self.text, answers, **told)

    def close_round(self, words: dict[int, list[bool]] | None = None) -> Round:
        by = self.cast.by(self.cast.convener, "agree.steer")
        actions.close_round(self.text, words or {}, by=by, now=NOW, token=token_urlsafe(8))
        return self.text.rounds.order_by("-number")[0]

    def translate(self, clause: str, words: str, language: str = "uk", *, review: bool = True) -> None:
        found = self.text.renderings.filter(clause=clause, language=language).first()
        version = self.state.clause(clause).version
        actions.write_rendering(
            self.text, clause, language, words, of_version=version, seen=rendering_digest(found), now=NOW
        )
        if review:
            self.review(clause, language)

    def review(self, clause: str, language: str = "uk") -> None:
        seen = rendering_digest(self.text.renderings.get(clause=clause, language=language))
        by = self.cast.by(self.cast.readers[1], "agree.review")
        actions.review_rendering(self.text, clause, language, seen=seen, by=by, now=NOW)

    def freeze(self, *, with_reservations: bool = False, seen: str | None = None) -> Text:
        if not self.reread().frozen_on and any(clause.standing for clause in self.state.clauses):
            self.sign_all()
        frozen = actions.freeze_text(
            self.text,
            seen=signing_digest(self.text) if seen is None else seen,
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


def open_text(cast: Cast, workshop: Workshop, languages: Sequence[str] = ()) -> Text:
    return actions.open_text(
        workshop,
        title="What the room could say",
        language="en",
        languages=languages,
        by=cast.by(cast.rapporteur, "agree.steer"),
        now=datetime.combine(max(workshop.starts_on, NOW.date()), NOW.timetz()),
    )


def lay_table(cast: Cast, clauses: tuple[str, ...] = DRAFTED, languages: Sequence[str] = ()) -> Table:
    workshop = a_workshop(cast, date(2026, 3, 2))
    text = open_text(cast, workshop, languages)
    for words in clauses:
        actions.draft_clause(text, words)
    return Table(cast, workshop, text, seat_everybody(cast, workshop))
