"""A practice file with a mistake is refused whole, with the row and the column, in the reader's language."""

from __future__ import annotations

import pytest
from django.utils.html import escape
from django.utils.translation import gettext, override

from tests.cast import Cast
from tests.steps.select.given import POOL, QUOTAS, coming_workshop, practice_pool, speaking, upload, url
from tracktwo.data.refusals import say
from tracktwo.methods.record import Refusal
from tracktwo.steps.select.models import Pool

NAME = "Zalmoxides"
LANGUAGES = ("en", "uk", "ru")
# What is sent beside files that are in order, and the refusals that come of it.
BAD = {
    "a workbook": ({"pool": b"PK\x03\x04" + b"\x00" * 60}, [Refusal("table.workbook")]),
    "wrong encoding": ({"pool": b"id,community\nA1,\xcf\xe0\x81\x98\n"}, [Refusal("table.encoding")]),
    "missing column": (
        {"quotas": "feature,value,min\ncommunity,A,2\n"},
        [Refusal("table.column_missing", column="max", found="feature, value, min")],
    ),
    "a person twice": (
        {"pool": POOL + f"{NAME},A\n{NAME},B\n"},
        [Refusal("table.repeated", row=11, column="id", first=10)],
    ),
    "a formula": (
        {"pool": POOL + '"=HYPERLINK(""http://a.example"",""b"")",A\n+1+cmd,B\n'},
        [Refusal("table.formula", row=10, column="id"), Refusal("table.formula", row=11, column="id")],
    ),
    "ten megabytes": ({"pool": POOL.encode() + b"x" * 10_000_000}, [Refusal("table.too_large", limit=5_000_000)]),
    "a little more than five": (
        {"pool": POOL.encode() + b"x" * 5_000_000},
        [Refusal("table.too_large", limit=5_000_000)],
    ),
    "a value that no quota knows": (
        {"pool": POOL + "C1,C\n"},
        [Refusal("pool.value_without_quota", row=10, column="community")],
    ),
    "a quota the wrong way round": (
        {"quotas": QUOTAS.replace("A,2,2", "A,3,2")},
        [Refusal("pool.quota_reversed", row=2, column="min")],
    ),
    "more seats than people": ({"seats": 9}, [Refusal("lottery.seats", seats=9, people=8)]),
}


@pytest.mark.django_db
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("case", BAD)
def test_a_bad_file_is_refused_with_its_place_in_the_own_language(cast: Cast, case: str, language: str) -> None:
    coming_workshop(cast)
    sent, refusals = BAD[case]
    answer = upload(speaking(cast.client(cast.convener), language), cast, **sent)
    page = answer.content.decode()
    with override(language):
        said = [escape(say(refusal, gettext)) for refusal in refusals]
    assert (answer.status_code, Pool.objects.count()) == (422, 0)
    assert [sentence for sentence in said if sentence not in page] == []
    assert NAME not in page


def test_every_sentence_of_these_refusals_is_said_differently_in_every_language() -> None:
    codes = {refusal for _sent, refusals in BAD.values() for refusal in refusals}
    for refusal in codes:
        said = set()
        for language in LANGUAGES:
            with override(language):
                said.add(say(refusal, gettext))
        assert len(said) == 3, refusal.code


def test_a_file_from_a_spreadsheet_in_cyrillic_is_read(cast: Cast) -> None:
    workshop = coming_workshop(cast)
    pool = POOL.replace("A,", "Київ,").replace(",A", ",Київ").encode("cp1251")
    kept = practice_pool(cast, workshop, pool=pool, quotas=QUOTAS.replace(",A,", ",Київ,").encode("utf-8-sig"))
    assert kept.members.filter(attributes__community="Київ").count() == 4


def test_the_house_practice_file_needs_no_upload(cast: Cast) -> None:
    coming_workshop(cast)
    answer = cast.client(cast.convener).post(url(cast, "practice"), {"seats": 12, "house": "on"})
    assert (answer.status_code, Pool.objects.get().members.count()) == (302, 40)


def test_a_form_without_files_says_what_is_missing(cast: Cast) -> None:
    coming_workshop(cast)
    answer = cast.client(cast.convener).post(url(cast, "practice"), {"seats": 12})
    assert (answer.status_code, answer.content.decode().count("Choose a file, or take")) == (422, 2)


def test_no_workshop_no_pool(cast: Cast) -> None:
    answer = upload(cast.client(cast.convener), cast)
    assert (answer.status_code, "No workshop of the plan" in answer.content.decode()) == (422, True)
