"""Nothing that certainly points to somebody leaves the house: by name, by address, by attributes put together."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cast import NOW, Cast
from tests.steps.transmit.given import TEXTS, Post, a_sheet, open_post
from tests.vault_place import keystore_place as keystore_place
from tests.vault_place import two_officers
from tests.vault_place import vault as vault
from tracktwo.foundation.vault.actions import keep_identity, seal, unseal
from tracktwo.methods.record import Refusal
from tracktwo.steps.select.models import Nomination
from tracktwo.steps.transmit import actions
from tracktwo.steps.transmit.convert import Line, Sheet, fingerprint
from tracktwo.steps.transmit.models import Brief

OLENA = {"name": "Олена Зозуленко", "contact": "o.zozulenko@stones.example", "affiliation": "Institute of Fieldstones"}
NAMED = "Copies are kept, as Zozulenko asked."
FITTING = "A woman who is a journalist and lives in exile, elderly, asked for copies."


@pytest.fixture
def post(vault: Path, cast: Cast) -> Post:
    """With a vault that knows nobody yet."""
    return open_post(cast)


def learn(post: Post) -> None:
    """Somebody is entered into the vault, and it is sealed again after it was opened once."""
    keep_identity(post.cast.programme.compartment, OLENA)
    officer = post.cast.by(post.cast.officer, "vault.open")
    unseal(two_officers(), by=officer, now=NOW)
    seal(by=officer, now=NOW)


def told_at_the_yes(post: Post) -> None:
    """What the cohort answered when it said yes: one woman, the others men."""
    for account, gender in zip(post.cast.participants[1], ("woman", "man", "man"), strict=False):
        Nomination.objects.create(
            programme=post.cast.programme,
            community=post.cast.programme.communities.get(number=1),
            person=account.pk,
            account=account,
            attributes={"gender": gender, "sector": "media", "generation": "over_60", "region": "abroad"},
            proposed_on=NOW.date(),
        )


def brief_saying(post: Post, words: str) -> Brief:
    """A public brief that is ready but for these words in its first paragraph."""
    post.consent()
    brief, sheet = post.begin("public", 1), a_sheet("public")
    first = sheet.lines[0]
    lines = (Line(first.section, first.clause, first.level, {**first.words, "en": words}), *sheet.lines[1:])
    actions.write_sheet(brief, Sheet(sheet.titles, lines), seen=fingerprint(brief))
    brief = Brief.objects.get(pk=brief.pk)
    post.approve(brief, 1)
    return brief


POINTING: dict[str, tuple[Callable[[Post], None], str]] = {
    "a name of the vault": (learn, NAMED),
    "an address": (learn, "Write to heather@example.org."),
    "attributes that fit one": (told_at_the_yes, FITTING),
}


@pytest.mark.parametrize("known", POINTING)
def test_a_brief_that_points_to_somebody_is_not_released(post: Post, known: str) -> None:
    know, words = POINTING[known]
    know(post)
    brief = brief_saying(post, words)
    with pytest.raises(Refusal, match=r"transmit\.points_to_somebody"):
        post.release(brief)
    assert Brief.objects.get(pk=brief.pk).released_at is None


def test_without_it_the_same_brief_is_released(post: Post) -> None:
    learn(post)
    told_at_the_yes(post)
    assert post.release(brief_saying(post, "Copies are kept.")).released_at == NOW


def test_what_points_to_somebody_only_since_its_release_is_left_out_of_the_site(post: Post, tmp_path: Path) -> None:
    brief = post.release(brief_saying(post, NAMED))
    note = actions.begin_note(post.workshop, "memo", TEXTS)
    actions.release_note(note, by=post.cast.by(post.cast.convener, "transmit.steer"), now=NOW)
    before = actions.publish(post.cast.programme, tmp_path / "before", now=NOW)
    learn(post)
    after = actions.publish(post.cast.programme, tmp_path / "after", now=NOW)
    assert (before.left_out, after.left_out) == (0, 1)
    names = {path.name for path in (tmp_path / "after" / "en").iterdir()}
    assert (f"brief-{brief.pk}.html" in names, f"note-{note.pk}.html" in names) == (False, True)
    site = b"".join(path.read_bytes() for path in (tmp_path / "after").rglob("*.html"))
    assert b"Zozulenko" not in site


def test_a_participant_learns_no_attributes_of_others_by_telling_stories(post: Post, tmp_path: Path) -> None:
    """The story is taken; on the site it is left out."""
    told_at_the_yes(post)
    story = actions.tell(post.seats["Wader 1 2"], language="en", title="A river", words=FITTING, now=NOW)
    actions.let_read(story, ["public"], by=post.cast.by(story.seat.account, "transmit.tell"), now=NOW)
    assert actions.publish(post.cast.programme, tmp_path / "site", now=NOW).left_out == 1
