"""Deeds on one brief in the same moment: never two of what can be once, and nothing released on a consent that is gone."""

from __future__ import annotations

from collections.abc import Callable

from tests.cast import build_cast
from tests.steps.convene.test_convene_at_once import at_once, shared_database
from tests.steps.transmit.given import Post, open_post
from tests.steps.transmit.test_transmit_levels import take_back
from tests.vault_place import deeds
from tracktwo.methods.record import Refusal
from tracktwo.steps.transmit.models import Brief, Cell
from tracktwo.steps.transmit.queries import uses_revoked

__all__ = ["shared_database"]
Join = Callable[[], object]


def ready() -> tuple[Post, list[Brief]]:
    """Three briefs written in every language and approved, with every consent."""
    post = open_post(build_cast())
    post.consent()
    briefs = [post.written(audience, side) for audience, side in (("elites", 1), ("elites", 2), ("public", 1))]
    for brief in briefs:
        post.approve(brief, brief.cell.community.number)
    return post, briefs


def tried(deed: Callable[[], object]) -> Callable[[], str]:
    def run() -> str:
        try:
            deed()
        except Refusal as refusal:
            return refusal.code
        return "done"

    return run


def test_deeds_on_a_brief_in_the_same_moment(shared_database: Join) -> None:
    [(post, (twice, contested, halted))] = at_once(shared_database, ready)

    # two releases: one is done and recorded
    release = tried(lambda: post.release(twice))
    assert sorted(at_once(shared_database, release, release)) == ["done", "transmit.released_already"]
    [record] = at_once(shared_database, lambda: deeds(post.cast.programme.compartment.book))
    assert record.count("transmit.brief_released") == 1

    # released or waived, and never both
    waive = tried(lambda: post.set(contested.cell, "waived", reason="Nobody may be reached."))
    told = at_once(shared_database, tried(lambda: post.release(contested)), waive)
    [state] = at_once(shared_database, lambda: Cell.objects.get(pk=contested.cell_id).state)
    assert (told, state) in (
        (["done", "transmit.released_already"], "delivered"),
        (["transmit.waived", "done"], "waived"),
    )

    # a consent taken back stops the release, or halts what was released
    back = tried(lambda: take_back(post, "Wader 1 2"))
    told = at_once(shared_database, tried(lambda: post.release(halted)), back)
    [stopped] = at_once(shared_database, lambda: {use.number for use in uses_revoked(post.workshop)})
    assert (told, halted.pk in stopped) in ((["done", "done"], True), (["transmit.consents_missing", "done"], False))
