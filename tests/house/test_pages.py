"""Pages that no single step owns."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from django.db import transaction
from django.urls import reverse
from django.utils import translation
from django.utils.formats import date_format

from tests.cast import Cast
from tracktwo.foundation.ledger.actions import record
from tracktwo.site.path import ORDER
from tracktwo.site.views import ENTRIES_ON_A_PAGE


def fill_record(cast: Cast, count: int) -> None:
    with transaction.atomic():
        for _entry in range(count):
            record("select.quotas_set", book=cast.programme.compartment.book, role="convener")


def test_every_entry_of_the_record_can_be_reached(cast: Cast) -> None:
    fill_record(cast, ENTRIES_ON_A_PAGE)
    client, address = cast.client(cast.auditor), reverse("site:record", args=[cast.programme.key])
    first, second = (client.get(address, {"page": page}) for page in (1, 2))
    shown = [entry.seq for answer in (first, second) for entry, _sentence in answer.context["entries"]]
    assert sorted(shown) == list(range(ENTRIES_ON_A_PAGE + 1))


def test_home_leads_straight_into_the_only_programme(cast: Cast) -> None:
    answer = cast.client(cast.facilitator).get(reverse("site:home"))
    assert answer["Location"] == reverse("site:programme", args=[cast.programme.key])


def test_a_convener_of_the_house_is_offered_a_new_programme(cast: Cast) -> None:
    page = cast.client(cast.convener).get(reverse("site:home")).content.decode()
    assert reverse("programme:new") in page


def test_a_stranger_is_told_how_to_get_in(cast: Cast) -> None:
    assert reverse("people:join") in cast.client(cast.stranger).get(reverse("site:home")).content.decode()


def test_the_rail_shows_the_eight_steps_to_everybody_inside(cast: Cast) -> None:
    for who in (cast.convener, cast.guarantors[1], cast.readers[2], cast.participants[1][0], cast.nominees[2]):
        page = cast.client(who).get(reverse("site:programme", args=[cast.programme.key]))
        assert [step.key for step in page.context["rail"]] == list(ORDER)


def test_what_waits_first_for_a_new_programme_is_its_agenda(cast: Cast) -> None:
    page = cast.client(cast.convener).get(reverse("site:programme", args=[cast.programme.key]))
    assert page.context["next"].url == reverse("programme:agenda", args=[cast.programme.key])


def test_the_record_downloads_as_one_file(cast: Cast) -> None:
    answer = cast.client(cast.guarantors[1]).get(reverse("site:record_file", args=[cast.programme.key]))
    assert (answer["Content-Type"], answer.content[:2]) == ("application/zip", b"PK")


def test_an_address_nobody_knows_answers_kindly_in_the_readers_language(cast: Cast) -> None:
    client = cast.client(cast.convener)
    client.post(reverse("people:language", args=["ru"]))
    answer = client.get("/no/such/page/")
    assert (answer.status_code, "Здесь для вас ничего нет" in answer.content.decode()) == (404, True)


@pytest.mark.parametrize(
    ("language", "told"), [("en", "5 May 2026"), ("uk", "5 травня 2026 року"), ("ru", "5 мая 2026 года")]
)
def test_a_date_ends_a_sentence_with_one_stop(language: str, told: str) -> None:
    with translation.override(language):
        assert date_format(date(2026, 5, 5), "DATE_FORMAT") == told
        assert not date_format(datetime(2026, 5, 5, 9, 30, tzinfo=UTC), "DATETIME_FORMAT").endswith(".")
