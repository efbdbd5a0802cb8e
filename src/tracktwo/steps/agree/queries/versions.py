"""What may be known of the versions of a text."""

from __future__ import annotations

from datetime import date

from tracktwo.steps.agree.models import Text, TextMove, TextVersion

OPENING = {"bracket", "propose", "amend", "inner"}
CLOSING = {"withdraw", "resolve", "withdraw_inner", "resolve_inner"}


def list_versions(text: Text) -> list[TextVersion]:
    """The saved versions, first to last."""
    return list(text.versions.all())


def has_unsaved_words(text: Text) -> bool:
    """Whether anything has changed since the version that was saved last."""
    last = text.versions.last()
    if last is None:
        return bool(text.state["clauses"])
    return last.data != text.state or last.languages != parallel_words(text)


def parallel_words(text: Text) -> dict[str, dict[str, str]]:
    """Language -> clause -> words of the versions kept in step; what a bracket wants stands under "clause/side"."""
    found: dict[str, dict[str, str]] = {}
    for one in text.renderings.order_by("language", "clause"):
        words = found.setdefault(one.language, {})
        words[one.clause] = one.words
        words |= {f"{one.clause}/{side}": wants for side, wants in one.alternatives.items()}
    return found


def list_moves(text: Text, clause: str) -> list[TextMove]:
    """What was done to one clause, first to last."""
    return [one for one in text.trail.all() if one.data.get("key") == clause]


def opened_on(text: Text) -> dict[tuple[str, int, int], date]:
    """Since when each open bracket stands: by clause, the side whose bracket it stands inside (or -1), and its side."""
    since: dict[tuple[str, int, int], date] = {}
    for kind, data, day in text.trail.values_list("kind", "data", "made_on"):
        key, side, owner = data.get("key"), data.get("side"), data.get("owner", -1)
        if kind in OPENING:
            since.setdefault((key, owner, side), day)
        elif kind in CLOSING:
            for gone in [one for one in since if one == (key, owner, side) or one[:2] == (key, side)]:
                del since[gone]
    return since
