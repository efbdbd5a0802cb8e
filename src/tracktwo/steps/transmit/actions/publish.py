"""The public site: plain files that any server, mirror or memory stick can carry.

No script, no cookie, no address outside; every link is relative. What is in it comes from ``safe_products`` alone.
"""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Iterator, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any, NamedTuple

from django.conf import settings
from django.contrib.staticfiles import finders
from django.db import transaction
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _

from tracktwo.documents.html import to_html
from tracktwo.documents.pdf import to_pdf
from tracktwo.documents.tree import Document
from tracktwo.foundation.ledger.actions import record
from tracktwo.methods.record import Refusal
from tracktwo.steps.programme.models import Programme
from tracktwo.steps.transmit.convert import brief_document, note_document, story_document
from tracktwo.steps.transmit.queries import AfterWorkshop, safe_products

MARK = "tracktwo-site.txt"
STYLES = ("fonts.css", "tokens.css", "base.css", "parts.css")
SUMS = "SHA256SUMS"
Files = dict[str, bytes]
# Where a page of one language stands, and so how it reaches the root.
UP = "../"


class Written(NamedTuple):
    """``left_out``: products that point to somebody, as the lint knows people today."""

    files: int
    left_out: int


def publish(programme: Programme, target: Path, *, now: datetime) -> Written:
    """Write the site into ``target``, whole or not at all. Refuses a place that holds anything else."""
    if target.exists() and any(target.iterdir()) and not (target / MARK).exists():
        raise Refusal("transmit.site_elsewhere")
    products, left_out = safe_products(programme)
    files = site_files(programme, products)
    sums = "".join(f"{hashlib.sha256(content).hexdigest()}  {name}\n" for name, content in sorted(files.items()))
    files |= {SUMS: sums.encode(), MARK: b"Written by tracktwo publish; the whole directory is replaced each time.\n"}
    _replace(target, files)
    with transaction.atomic():
        record(
            "transmit.site_published",
            book=programme.compartment.book,
            role="machine",
            kind="site",
            key="public",
            at=now,
            number=len(files),
            digest=hashlib.sha256(sums.encode()).hexdigest(),
        )
    return Written(len(files), left_out)


def _replace(target: Path, files: Files) -> None:
    fresh = target.with_name(f"{target.name}.fresh")
    shutil.rmtree(fresh, ignore_errors=True)
    for name, content in files.items():
        place = fresh / name
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(content)
    old = target.with_name(f"{target.name}.old")
    shutil.rmtree(old, ignore_errors=True)
    if target.exists():
        target.rename(old)
    fresh.rename(target)
    shutil.rmtree(old, ignore_errors=True)


def site_files(programme: Programme, products: Sequence[AfterWorkshop]) -> Files:
    """Every page, document, style and face of the site, by its path."""
    files = dict(_looks())
    with translation.override(None):
        files["index.html"] = _page("transmit/site/door.html", programme, language=programme.language, root="")
    for language, _name in settings.LANGUAGES:
        with translation.override(language):
            files |= dict(_in_language(programme, products, language))
    return files


def _looks() -> Iterator[tuple[str, bytes]]:
    for name in STYLES:
        yield f"css/{name}", _static(f"css/{name}").read_bytes()
    fonts = _static("fonts/README.md").parent
    for face in sorted(fonts.iterdir()):
        yield f"fonts/{face.name}", face.read_bytes()


def _static(name: str) -> Path:
    found = finders.find(name)
    if not isinstance(found, str):
        raise FileNotFoundError(name)
    return Path(found)


def _in_language(programme: Programme, products: Sequence[AfterWorkshop], language: str) -> Iterator[tuple[str, bytes]]:
    groups = []
    for after in products:
        items = []
        for name, document, kind in _documents(after, language):
            yield f"{language}/{name}.html", _document_page(programme, document, name, language)
            yield f"{language}/{name}.pdf", to_pdf(document)
            items.append({"name": name, "title": document.title, "date": document.date_text, "kind": kind})
        groups.append({"workshop": after.workshop, "items": items})
    page = {"groups": groups, "language": language, "root": UP}
    yield f"{language}/index.html", _page("transmit/site/list.html", programme, **page)


def _documents(after: AfterWorkshop, language: str) -> Iterator[tuple[str, Document, str]]:
    for brief in after.briefs:
        for text in brief.texts.all():
            if text.language == language and brief.released_at is not None:
                kind = str(brief.cell.get_audience_display())
                place = f"{kind}, {brief.cell.community.name}" if brief.cell.community else kind
                yield f"brief-{brief.pk}", brief_document(text, brief.released_at), place
    for note in after.notes:
        for text in note.texts.all():
            if text.language == language:
                yield f"note-{note.pk}", note_document(text), str(note.get_kind_display())
    for story in after.stories:
        for told in story.texts:
            if told.language == language:
                yield f"story-{story.number}", story_document(told, story.community), _("Story")


def _document_page(programme: Programme, document: Document, name: str, language: str) -> bytes:
    article = mark_safe(to_html(document, with_title=True))  # noqa: S308 - made by documents, which escapes
    page = {"article": article, "title": document.title, "file": name, "language": language, "root": UP}
    return _page("transmit/site/document.html", programme, **page)


def _page(template: str, programme: Programme, **more: Any) -> bytes:
    context = {"programme": programme, "languages": settings.LANGUAGES, **more}
    return render_to_string(template, context).encode()
