"""The base of every page of step 6: which text, who may do what with it, and where the person sits."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import cached_property
from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import get_language

from tracktwo.foundation.people.models import Account
from tracktwo.foundation.people.policies import can
from tracktwo.methods.record import Refusal
from tracktwo.methods.text import SingleText
from tracktwo.steps.agree import actions
from tracktwo.steps.agree.convert import (
    ClauseFace,
    clause_faces,
    latest_support,
    single_text,
    with_beside,
    words_of_digest,
)
from tracktwo.steps.agree.models import Round, Silence, Text
from tracktwo.steps.agree.queries import (
    access_seat,
    access_texts,
    closed_rounds,
    has_unsaved_words,
    is_anybody_unwilling,
    is_over,
    open_round_of,
    renderings_in,
    running_silence,
    sides_bound,
    sides_of,
    text_of,
    workshop_to_agree,
)
from tracktwo.steps.plan.models import Workshop
from tracktwo.steps.programme.doors import ProgrammeDoor
from tracktwo.steps.select.models import Seat

CLOCK = "clock"  # the cookie that keeps somebody’s zone in their own browser


class AgreeDoor(ProgrammeDoor):
    """The page of the text: its clauses, its brackets, the one next thing. Deeds that are refused come back to it."""

    policy = "agree.see"
    template = "agree/text.html"
    step = 6

    @property
    def today(self) -> date:
        return timezone.localdate()

    @cached_property
    def workshop(self) -> Workshop | None:
        """The workshop in the address, else the one whose text is at hand."""
        if "workshop" not in self.kwargs:
            return workshop_to_agree(self.programme, self.today)
        found = self.programme.workshops.filter(number=self.kwargs["workshop"]).first()
        if found is None:
            raise Http404
        return found

    @cached_property
    def text(self) -> Text | None:
        return text_of(self.workshop) if self.workshop else None

    @cached_property
    def state(self) -> SingleText:
        return single_text(self.text) if self.text else SingleText()

    @cached_property
    def names(self) -> dict[int, str]:
        return {community.number: community.name for community in self.programme.communities.all()}

    @cached_property
    def faces(self) -> list[ClauseFace]:
        faces = clause_faces(self.state, self.names)
        if self.text is None:
            return faces
        support = latest_support(closed_rounds(self.text), self.state, self.names)
        faces = [replace(face, support=support.get(face.key)) for face in faces]
        if not self.beside:
            return faces
        found = renderings_in(self.text, self.beside)
        return [with_beside(face, found.get(face.key), self.state.clause(face.key)) for face in faces]

    @cached_property
    def seat(self) -> Seat | None:
        account = self.request.user
        if self.workshop is None or not isinstance(account, Account) or not self.may("agree.bracket"):
            return None
        return access_seat(account, self.workshop)

    def answer(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Whoever comes first after the end of a silence finds it ended: the clock decides, not the visitor."""
        now = timezone.now()
        if self.text is not None and is_over(self.text, now) and actions.end_silence(self.text, now=now) is not None:
            self.text.refresh_from_db()
        return super().answer(request, *args, **kwargs)

    @cached_property
    def silence(self) -> Silence | None:
        """The silence that runs over the text."""
        return running_silence(self.text) if self.text else None

    @cached_property
    def round(self) -> Round | None:
        """The round of support that runs over the text."""
        return open_round_of(self.text) if self.text else None

    @property
    def is_open_here(self) -> bool:
        """Whether a clause on this page comes with its deeds: not on a frozen text, nor during a silence or a round."""
        return self.text is not None and self.text.frozen_on is None and self.silence is None and self.round is None

    @cached_property
    def is_anybody_unwilling(self) -> bool:
        """That somebody says no to anything new: for whoever words an open text or has it worded, before they do."""
        if self.text is None or self.text.frozen_on is not None:
            return False
        words_it = self.may("agree.write") or self.may("agree.steer")
        return words_it and is_anybody_unwilling(self.text, self.today)

    @cached_property
    def sides(self) -> list[int]:
        return sides_of(self.text) if self.text else []

    @cached_property
    def signed(self) -> set[int]:
        return sides_bound(self.text, self.today) if self.text else set()

    @cached_property
    def beside(self) -> str:
        """The language shown beside the text's own: the one asked for, else the reader's, else the first."""
        known = self.text.languages if self.text else []
        asked = [self.request.GET.get("beside", ""), get_language() or "", *known]
        return next((one for one in asked if one in known), "")

    def may(self, verb: str) -> bool:
        return can(self.request.user, verb, self.programme.compartment)

    def existing(self) -> Text:
        """The text that a deed is about."""
        if self.text is None:
            raise Http404
        return self.text

    def open_to_change(self) -> None:
        """Whoever follows an old link to a form learns that the text is frozen before typing anything."""
        if self.existing().frozen_on is not None:
            raise Refusal("text.frozen")

    def context(self, **more: Any) -> dict[str, Any]:
        text, own = self.text, self.seat.community.number if self.seat else None
        held = [(face, stand) for face in self.faces for stand in face.stands if not stand.is_kept]
        return super().context(
            workshop=self.workshop,
            text=text,
            faces=self.faces,
            seat=self.seat,
            own=own,
            first_held=held[0] if held else None,
            first_own=next((face for face, stand in held if stand.side == own), None),
            brackets=len(held),
            reservations=len(self.state.reservations),
            unsaved=text is not None and text.frozen_on is None and has_unsaved_words(text),
            following=text.version + 1 if text else 1,
            words_of_digest=words_of_digest(text.digest) if text and text.digest else "",
            others=[one for one in access_texts(self.programme) if text is None or one.pk != text.pk],
            silence=self.silence,
            round=self.round,
            open_here=self.is_open_here,
            sides_in=len(self.sides),
            signed=self.signed,
            all_signed=bool(self.sides) and self.signed >= set(self.sides),
            beside=self.beside,
            may_write=self.may("agree.write"),
            may_steer=self.may("agree.steer"),
            spoken=settings.LANGUAGES,
            may_lint=self.may("agree.lint"),
            begun=self.workshop is not None and self.workshop.starts_on <= self.today,
            **more,
        )

    def back(self, clause: str = "") -> HttpResponseBase:
        """To the page of the text, where the clause stands."""
        answer = redirect("agree:text", self.programme.key, self.existing().workshop.number)
        answer["Location"] += f"#clause-{clause}" if clause else ""
        return answer


class ClauseDoor(AgreeDoor):
    """A page about one clause, with the deed that it is for and no other."""

    is_open_here = False

    @cached_property
    def clause(self) -> ClauseFace:
        for face in self.faces:
            if face.key == self.kwargs["clause"]:
                return face
        raise Http404

    def context(self, **more: Any) -> dict[str, Any]:
        return super().context(clause=self.clause, **more)
