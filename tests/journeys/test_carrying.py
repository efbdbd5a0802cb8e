"""The findings of one workshop on their way to everybody: six cells, one of them waived, and the convention row.

Walked as people do it, page by page and form by form, each signed in as who they are. What comes out is opened and
read: every PDF and DOCX, and the public site from its first page on.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cast import NOW, Cast
from tests.journeys.sheets import check_docx, check_pdf
from tests.steps.transmit.given import TEXTS, Post, open_post
from tests.steps.transmit.test_transmit_site import OUTSIDE, Links
from tracktwo.steps.transmit import actions
from tracktwo.steps.transmit.convert import fingerprint, shape_of
from tracktwo.steps.transmit.models import NEEDED, Audience, Brief, Cell, ConsentUse
from tracktwo.steps.transmit.queries import is_finished

LANGUAGES = tuple(TEXTS)
WHY = "No way to this leadership is known that endangers nobody."
DONE = 302


@pytest.fixture
def post(cast: Cast) -> Post:
    return open_post(cast)


def write(post: Post, cell: Cell) -> None:
    """Begun, and every section its audience needs in every language; what was offered beside it is emptied."""
    audience = Audience(cell.audience)
    assert post.post(post.cast.rapporteur, "brief", cell.pk).status_code == DONE
    brief = Brief.objects.get(cell=cell)
    page = post.cast.client(post.cast.rapporteur).get(post.url("words", cell.pk))
    needed, count = shape_of(audience).needed, page.context["form"].count
    typed = {f"title_{code}": title for code, (title, _body) in TEXTS.items()} | {"seen": fingerprint(brief)}
    for number in range(1, count + 1):
        section = needed[min(number, len(needed)) - 1]
        typed |= {f"section_{number}": section, f"level_{number}": str(int(NEEDED[audience])), f"clause_{number}": ""}
        for code, (_title, body) in TEXTS.items():
            typed[f"words_{number}_{code}"] = body.split("\n\n")[number % 2] if number <= len(needed) else ""
    typed["clause_1"] = "1"
    assert post.post(post.cast.rapporteur, "words", cell.pk, **typed).status_code == DONE


def approve_and_release(post: Post, cell: Cell) -> None:
    seen = fingerprint(Brief.objects.get(cell=cell))
    if cell.community is not None:
        reader = post.cast.readers[cell.community.number]
        assert post.post(reader, "approve", cell.pk, seen=seen).status_code == DONE
    assert post.post(post.cast.convener, "release", cell.pk).status_code == DONE


def carry(post: Post) -> list[Cell]:
    """Every cell but the one that is waived; the released ones."""
    levels = {"level_1": "3", "level_2": "3"}
    assert post.post(post.cast.convener, "findings", 1, **levels).status_code == DONE
    carried = []
    for cell in Cell.objects.filter(workshop=post.workshop).order_by("id"):
        if (cell.audience, cell.community and cell.community.number) == ("leadership", 2):
            waived = {"state": "waived", "owner": "", "due": "", "reason": WHY}
            assert post.post(post.cast.convener, "cell", cell.pk, **waived).status_code == DONE
            continue
        write_sections(post, cell)
        approve_and_release(post, cell)
        carried.append(cell)
    return carried


def write_sections(post: Post, cell: Cell) -> None:
    """One more paragraph a turn, as the page offers it, until every section has one."""
    needed = len(shape_of(cell.audience).needed)
    write(post, cell)
    while Brief.objects.get(cell=cell).paragraphs.count() < needed:
        add_paragraph(post, cell)


def add_paragraph(post: Post, cell: Cell) -> None:
    page = post.cast.client(post.cast.rapporteur).get(post.url("words", cell.pk))
    form, needed = page.context["form"], shape_of(cell.audience).needed
    typed = {field.html_name: field.value() for field in form}
    last = form.count
    typed |= {f"section_{last}": needed[last - 1], f"level_{last}": str(int(NEEDED[Audience(cell.audience)]))}
    typed |= {f"words_{last}_{code}": body.split("\n\n")[0] for code, (_title, body) in TEXTS.items()}
    typed["seen"] = page.context["seen"]
    assert post.post(post.cast.rapporteur, "words", cell.pk, **typed).status_code == DONE


def test_every_audience_of_every_community_is_reached_or_waived_with_a_reason(post: Post, tmp_path: Path) -> None:
    post.consent()
    carried = carry(post)
    assert (len(carried), is_finished(post.workshop)) == (6, True)
    assert ConsentUse.objects.values("number").distinct().count() == 6
    page = post.get(post.cast.guarantors[2], "about").content.decode()
    assert (WHY in page, "Every cell is filled or waived" in page) == (True, True)
    aliases = [account.alias for account in post.cast.everyone().values() if account]
    for cell in carried:
        for language in LANGUAGES:
            place, title = (cell.pk, language), TEXTS[language][0]
            check_pdf(post.get(post.cast.convener, "brief_file", *place).content, language, title, aliases)
            check_docx(post.get(post.cast.convener, "brief_word", *place).content, language, title, aliases)
    crawl_site(post, tmp_path / "site", aliases)


def crawl_site(post: Post, target: Path, aliases: list[str]) -> None:
    """From the first page along every link: all files there, none from outside, nothing run, nobody named."""
    actions.publish(post.cast.programme, target, now=NOW)
    seen: set[Path] = set()
    waiting = [target / "index.html"]
    while waiting:
        place = waiting.pop().resolve()
        if place in seen:
            continue
        seen.add(place)
        if place.suffix == ".html":
            page = place.read_text(encoding="utf-8")
            links = Links(page)
            assert (links.elements & {"script", "iframe", "form", "object"}, page.count("Wader")) == (set(), 0)
            assert [link for link in links.found if OUTSIDE.match(link)] == []
            assert [alias for alias in aliases if alias in page] == []
            waiting += [place.parent / link for link in links.found]
    # a public brief a community and the abstract, each as page and PDF, in every language
    assert sum(place.suffix == ".pdf" for place in seen) == 3 * len(LANGUAGES)
    assert [place for place in seen if not place.is_file()] == []
