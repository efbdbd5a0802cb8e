"""Memoranda and lines, and the public site: what is released only, in every language, with no script and no name."""

from __future__ import annotations

import hashlib
import re
from html.parser import HTMLParser
from io import BytesIO
from pathlib import Path, PurePosixPath

import pytest
from pypdf import PdfReader

from tests.cast import NOW
from tests.steps.transmit.given import TEXTS, Post
from tests.steps.transmit.test_transmit_levels import take_back
from tests.vault_place import deeds
from tracktwo.methods.record import Refusal
from tracktwo.steps.transmit import actions
from tracktwo.steps.transmit.models import Note

OUTSIDE = re.compile(r"^(?:[a-z]+:)?//|^(?!data:)[a-z]+:", re.IGNORECASE)


class Links(HTMLParser):
    """Everything a browser would fetch or follow, and every element it would run."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[str] = []
        self.elements: set[str] = set()
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.add(tag)
        self.found += [value or "" for name, value in attrs if name in {"href", "src", "action"}]


def a_note(post: Post, kind: str = "memo", texts: dict[str, tuple[str, str]] = TEXTS) -> Note:
    return actions.begin_note(post.workshop, kind, texts)


def release(post: Post, note: Note) -> Note:
    actions.release_note(note, by=post.cast.by(post.cast.convener, "transmit.steer"), now=NOW)
    return Note.objects.get(pk=note.pk)


def site(post: Post, target: Path) -> dict[str, bytes]:
    actions.publish(post.cast.programme, target, now=NOW)
    return {str(path.relative_to(target)): path.read_bytes() for path in target.rglob("*") if path.is_file()}


def test_memoranda_are_numbered_and_lines_are_not(post: Post) -> None:
    post.consent()
    made = [release(post, a_note(post, kind)) for kind in ("memo", "press", "memo", "crisis")]
    assert [note.number for note in made] == [1, None, 2, None]
    assert deeds(post.cast.programme.compartment.book)[-1] == "transmit.note_released"


def test_a_line_is_released_in_every_language_with_every_consent_and_pointing_to_nobody(post: Post) -> None:
    said = []
    with pytest.raises(Refusal) as refused:
        release(post, a_note(post, "press", {"en": TEXTS["en"]}))
    said.append(refused.value.code)
    with pytest.raises(Refusal) as refused:
        release(post, a_note(post, "press", TEXTS | {"en": ("Ask", "Ask heather@example.org.")}))
    said.append(refused.value.code)
    with pytest.raises(Refusal) as refused:
        release(post, a_note(post, "press"))
    said.append(refused.value.code)
    names = ("languages_missing", "points_to_somebody", "consents_missing")
    assert said == [f"transmit.{name}" for name in names]
    assert release(post, a_note(post, "crisis")).released_at == NOW


def test_what_was_released_is_changed_no_more(post: Post) -> None:
    note = release(post, a_note(post, "crisis"))
    answer = post.post(post.cast.rapporteur, "note", note.pk, title_en="Other", body_en="Other.")
    assert (answer.status_code, note.texts.get(language="en").title) == (422, TEXTS["en"][0])


def test_the_site_holds_what_goes_to_the_public_and_nothing_else(post: Post, tmp_path: Path) -> None:
    post.released("elites", 1)
    post.released("public", 2)
    post.written("public", 1)
    release(post, a_note(post, "memo"))
    release(post, a_note(post, "crisis"))
    pages = {name for name in site(post, tmp_path / "out") if name.endswith(".html")}
    brief, memo = post.cell("public", 2).brief.pk, Note.objects.get(kind="memo").pk
    names = {f"{code}/{name}.html" for code in TEXTS for name in ("index", f"brief-{brief}", f"note-{memo}")}
    assert pages == names | {"index.html"}


def test_the_site_asks_nobody_runs_nothing_and_every_link_leads_somewhere(post: Post, tmp_path: Path) -> None:
    post.released("public", 2)
    files = site(post, tmp_path / "out")
    seen, waiting = set(), ["index.html"]
    while waiting:
        name = waiting.pop()
        if name in seen:
            continue
        seen.add(name)
        if name.endswith(".html"):
            links = Links(files[name].decode())
            assert (links.elements & {"script", "iframe", "form", "img", "object"}, name) == (set(), name)
            for link in links.found:
                assert not OUTSIDE.match(link), (name, link)
                place = PurePosixPath(name).parent / link
                waiting.append(str(PurePosixPath(*_resolved(place.parts))))
    assert not [name for name in seen if name not in files]
    assert not re.search(rb"url\(\s*[\"']?(?:https?:)?//", b"".join(files[f"css/{name}"] for name in _styles(files)))
    assert {f"{code}/index.html" for code in TEXTS} <= seen


def _resolved(parts: tuple[str, ...]) -> list[str]:
    kept: list[str] = []
    for part in parts:
        if part == "..":
            kept.pop()
        else:
            kept.append(part)
    return kept


def _styles(files: dict[str, bytes]) -> list[str]:
    return [name.removeprefix("css/") for name in files if name.startswith("css/")]


def test_no_alias_stands_in_any_file_and_each_document_is_tagged_in_its_language(post: Post, tmp_path: Path) -> None:
    post.released("public", 2)
    files = site(post, tmp_path / "out")
    aliases = [account.alias for account in post.cast.everyone().values() if account]
    told = b"".join(content for name, content in files.items() if name.endswith((".html", ".txt")))
    for name in (name for name in files if name.endswith(".pdf")):
        pdf = PdfReader(BytesIO(files[name]))
        root = pdf.trailer["/Root"]
        assert (root["/Lang"], bool(root["/MarkInfo"]["/Marked"]), pdf.metadata.author) == (name[:2], True, None)
        told += "".join(page.extract_text() for page in pdf.pages).encode()
    assert [alias for alias in aliases if alias.encode() in told] == []


def test_a_copy_can_be_checked_and_a_revoked_consent_empties_it(post: Post, tmp_path: Path) -> None:
    post.released("public", 2)
    files = site(post, tmp_path / "out")
    for line in files["SHA256SUMS"].decode().splitlines():
        digest, name = line.split("  ")
        assert hashlib.sha256(files[name]).hexdigest() == digest
    take_back(post, "Wader 1 2")
    again = site(post, tmp_path / "out")
    assert [name for name in again if "brief" in name] == []
    assert deeds(post.cast.programme.compartment.book)[-1] == "transmit.site_published"


def test_a_directory_of_somebody_elses_is_left_alone(post: Post, tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("mine")
    with pytest.raises(Refusal, match=r"transmit\.site_elsewhere"):
        actions.publish(post.cast.programme, tmp_path, now=NOW)
    assert [path.name for path in tmp_path.iterdir()] == ["letter.txt"]
