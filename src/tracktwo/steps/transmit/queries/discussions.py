"""The open session: what is shown, what waits."""

from __future__ import annotations

from dataclasses import dataclass

from tracktwo.steps.plan.models import Workshop
from tracktwo.steps.transmit.models import Discussion, Remark


@dataclass(frozen=True)
class Thread:
    """A question that is shown, with the answers that are."""

    question: Remark
    replies: tuple[Remark, ...]


def discussion_of(workshop: Workshop) -> Discussion | None:
    return Discussion.objects.filter(workshop=workshop).select_related("workshop__programme__compartment").first()


def open_discussion(code: str) -> Discussion | None:
    """By its code, for whoever stands in the hall; a closed one does not answer."""
    found = Discussion.objects.filter(code=code, closed_on=None)
    return found.select_related("workshop__programme__compartment").first()


def threads(discussion: Discussion) -> list[Thread]:
    shown = list(discussion.remarks.filter(state=Remark.State.SHOWN))
    return [
        Thread(one, tuple(reply for reply in shown if reply.answers_id == one.pk))
        for one in shown
        if one.answers_id is None
    ]


def waiting_remarks(discussion: Discussion) -> list[Remark]:
    return list(discussion.remarks.filter(state=Remark.State.WAITING).select_related("answers"))
