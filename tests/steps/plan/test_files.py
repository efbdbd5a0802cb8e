"""Files at the page's door: taken whole, or refused with rows and columns and nothing half-written."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from tests.cast import Cast
from tests.steps.plan.given import fill
from tracktwo.data import tables
from tracktwo.steps.plan.models import Edition, KeptDay
from tracktwo.steps.plan.queries import keepers, keepers_chosen

HEADER = "association,convention,edition,city,country,start,end,status,source,note"
GOOD = "ISA,ISA Annual Convention,70,Oslo,NO,2028-03-29,2028-04-01,confirmed,isanet.org,"


def rows(*lines: str) -> bytes:
    return "\n".join((HEADER, *lines)).encode()


# What is wrong, the bytes, and what the page must say.
MALFORMED: list[tuple[str, bytes, list[str]]] = [
    ("letters nobody can read", "Ошибка,".encode("koi8-r") * 3 + b"\x98\xff", ["letters of this file"]),
    ("a workbook", b"PK\x03\x04" + b"\x00" * 200, ["spreadsheet workbook"]),
    ("an empty file", b"", ["The file is empty"]),
    ("a calendar", b"BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n", ["There is no convention in this file"]),
    ("no start", rows(GOOD).replace(b",start,", b",begins,"), ["The column start is missing", "begins"]),
    ("an edition twice", rows(GOOD, GOOD), ["Row 3, column edition", "already stands in row 2"]),
    ("a formula", rows(GOOD, GOOD.replace("ISA,", "=HYPERLINK(1),", 1)), ["Row 3, column association", "formula"]),
    ("an end before its start", rows(GOOD.replace("2028-04-01", "2028-03-01")), ["Row 2, column end"]),
    ("a day in another order", rows(GOOD.replace("2028-03-29", "29.03.2028")), ["Row 2, column start"]),
    ("a status of one's own", rows(GOOD.replace("confirmed", "sure")), ["Row 2, column status"]),
    ("a name too long to show", rows(GOOD.replace("Oslo", "O" * 81)), ["column city", "80 characters"]),
]


def upload(cast: Cast, name: str, content: bytes, **fields: str):
    file = SimpleUploadedFile("list.csv", content, content_type="text/csv")
    address = reverse(f"plan:{name}", args=[cast.programme.key])
    return cast.client(cast.convener).post(address, {"file": file, **fields})


def listed() -> list[tuple[object, ...]]:
    return list(Edition.objects.order_by("pk").values_list())


@pytest.mark.parametrize(("content", "said"), [case[1:] for case in MALFORMED], ids=[case[0] for case in MALFORMED])
def test_a_malformed_list_is_refused_with_its_place_and_nothing_changes(
    cast: Cast, content: bytes, said: list[str]
) -> None:
    fill(cast)
    before = listed()
    response = upload(cast, "conventions", content, replace="replace", project="on")
    page = response.content.decode()
    assert response.status_code == 422
    assert [words for words in said if words not in page] == []
    assert listed() == before


def test_every_bad_row_is_told_at_once(cast: Cast) -> None:
    bad = rows(
        GOOD, GOOD.replace("70", "71").replace("NO,", "XX,"), GOOD.replace("70", "72").replace("2028-03-29", "soon")
    )
    page = upload(cast, "conventions", bad).content.decode()
    assert "Row 3, column country" in page and "Row 4, column start" in page
    assert listed() == []


def test_ten_megabytes_are_refused_before_they_are_read(cast: Cast) -> None:
    response = upload(cast, "conventions", rows(GOOD) + b"\n" + b"x" * 10_000_000)
    assert response.status_code == 422
    assert "larger than 5000000 bytes" in response.content.decode()
    assert listed() == []


def test_a_form_without_a_file_is_told_so(cast: Cast) -> None:
    address = reverse("plan:conventions", args=[cast.programme.key])
    response = cast.client(cast.convener).post(address, {})
    assert response.status_code == 422
    assert "No file was chosen" in response.content.decode()


def test_the_list_of_the_house_is_taken_with_projections_marked(cast: Cast) -> None:
    cast.client(cast.convener).post(reverse("plan:house_list", args=[cast.programme.key]))
    assert Edition.objects.exclude(status="projected").count() == tables.conventions_csv().count(b"\n") - 1
    projected = Edition.objects.filter(status="projected")
    assert projected.filter(start__year__range=(2025, 2028), source="projection").count() == projected.count() > 0
    page = cast.client(cast.convener).get(reverse("plan:conventions", args=[cast.programme.key])).content.decode()
    assert page.count("projected, to be checked") == projected.count()


def test_an_announced_edition_takes_the_place_of_its_projection(cast: Cast) -> None:
    fill(cast)
    assert Edition.objects.get(association="ISA", start__year=2027).status == "projected"
    upload(cast, "conventions", rows(GOOD.replace("70", "68").replace("2028", "2027")))
    found = Edition.objects.get(association="ISA", start__year=2027)
    assert (found.city, found.status) == ("Oslo", "confirmed")


def test_replacing_drops_what_the_file_does_not_hold(cast: Cast) -> None:
    fill(cast)
    upload(cast, "conventions", rows(GOOD), replace="replace")
    assert list(Edition.objects.values_list("association", "edition")) == [("ISA", "70")]


def test_a_table_of_days_of_ones_own_takes_the_place_of_the_house_s(cast: Cast) -> None:
    fill(cast)
    table = (
        b"community,month_day,name,kind\nUkraine,08-24,Independence Day,national\nNorth,01-02,Second of January,local\n"
    )
    assert upload(cast, "days_table", table).status_code == 302
    assert keepers(cast.programme) == ["Ukraine", "North"]
    assert keepers_chosen(cast.programme) == {1: "Ukraine"}


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda table: table.replace(b"08-24", b"24 August"), "Row 2, column month_day"),
        (lambda table: table.replace(b"kind\n", b"sort\n"), "The column kind is missing"),
        (lambda table: table.replace(b"Independence", b"@SUM(1)"), "Row 2, column name"),
    ],
)
def test_a_malformed_table_of_days_is_refused(cast: Cast, change: Callable[[bytes], bytes], said: str) -> None:
    table = change(b"community,month_day,name,kind\nUkraine,08-24,Independence Day,national\n")
    response = upload(cast, "days_table", table)
    assert response.status_code == 422
    assert said in response.content.decode()
    assert KeptDay.objects.count() == 0
