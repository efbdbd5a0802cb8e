"""Before going home: five headings in three languages, to be ticked without a trace, on a page and on the table."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from django.conf import settings
from django.urls import reverse
from django.utils import timezone, translation

from tests.cast import Cast
from tests.steps.prepare.test_care import LINES, keep
from tests.steps.workshops import a_workshop, seat_everybody
from tracktwo.data.re_entry import HEADINGS
from tracktwo.documents.html import to_html
from tracktwo.steps.prepare.convert.homeward import homeward_lines
from tracktwo.steps.prepare.convert.print_pack import HOMEWARD, print_document
from tracktwo.steps.prepare.convert.readiness import HOST_ITEMS, ITEMS

CODES = [code for code, _name in settings.LANGUAGES]


def page(cast: Cast, account: object, name: str) -> str:
    return cast.client(account).get(reverse(f"prepare:{name}", args=[cast.programme.key])).content.decode()


def test_every_heading_and_line_has_its_words_in_every_language() -> None:
    said = [texts for one in HEADINGS for texts in (one.title, *one.lines)]
    assert [one.code for one in HEADINGS] == ["told", "stays", "carried", "home", "asked"]
    assert all(sorted(texts) == sorted(CODES) and len(set(texts.values())) == len(CODES) for texts in said)


def test_a_tick_stands_in_no_form_and_has_no_name_so_nothing_is_sent(cast: Cast) -> None:
    found = page(cast, cast.participants[1][0], "homeward")
    boxes = re.findall(r'<input type="checkbox"[^>]*>', found)
    body = found[found.index("<main") : found.index("</main>")]
    assert (len(boxes), any("name=" in box for box in boxes)) == (sum(len(one.lines) for one in HEADINGS), False)
    assert "<form" not in body


def test_it_promises_no_safety_and_says_its_day(cast: Cast) -> None:
    found = page(cast, cast.participants[1][0], "homeward")
    assert "no promise of safety" in found and "27 November 2026" in found


def test_the_line_that_is_said_outside_stands_there_once_it_is_agreed(cast: Cast) -> None:
    before = LINES["en"] in page(cast, cast.facilitator, "homeward")
    keep(cast)
    assert (before, LINES["en"] in page(cast, cast.facilitator, "homeward")) == (False, True)


def test_the_two_words_do_not_stand_on_a_page_that_may_be_printed(cast: Cast) -> None:
    seat = seat_everybody(cast, a_workshop(cast, timezone.localdate()))["Wader 1 1"]
    cast.client(seat.account).post(
        reverse("prepare:contact", args=[cast.programme.key]), {"channel": "call", "caller": "convener"}
    )
    own = page(cast, seat.account, "contact")
    assert (seat.contact.words in own, reverse("prepare:homeward", args=[cast.programme.key]) in own) == (True, True)
    assert seat.contact.words not in page(cast, seat.account, "homeward")


@pytest.mark.parametrize("language", CODES)
def test_a_sheet_of_the_print_pack_has_every_line_in_its_language(cast: Cast, language: str) -> None:
    workshop = a_workshop(cast, timezone.localdate() + timedelta(days=60))
    made = {"agenda": None, "rules": None, "seats": [], "rooms": None, "language": language, "line": LINES[language]}
    sheet = to_html(print_document(workshop, HOMEWARD, **made))
    with translation.override(language):
        expected = [line for _title, lines in homeward_lines() for line in lines]
    assert [line for line in (*expected, LINES[language]) if line not in sheet] == []


def test_each_line_of_the_way_says_whose_it_is(cast: Cast) -> None:
    seat = seat_everybody(cast, a_workshop(cast, timezone.localdate() + timedelta(days=60)))["Wader 1 1"]
    found = page(cast, seat.account, "journey")
    counts = (found.count("the host sees to it"), found.count("you see to it"))
    assert counts == (len(HOST_ITEMS), len(ITEMS) - len(HOST_ITEMS))
