"""Bad input through the pages: refused with a reason, what was typed is kept, and nothing is half done.

A stranger at every address is the matrix; random text in every form is tests/house/test_forms.py.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.urls import reverse

from tests.cast import Cast
from tests.journeys.leaks import every_table
from tests.steps.agree.stage import Table, lay_table
from tests.steps.workshops import a_workshop
from tests.vault_place import deeds
from tracktwo.foundation.vault.actions import keep_identity
from tracktwo.steps.select.models import Pool

CONVENTIONS = "association,convention,edition,city,country,start,end,status,source,note\n"
EDITION = "Meadow,Meadow Convention,7,Willowford,PT,2027-05-03,2027-05-06,confirmed,invented,\n"
DAYS = "community,month_day,name,kind\nNorth,08-24,Harvest,national\n"
POOL = "id,shore\na1,north\na2,south\n"
QUOTAS = "feature,value,min,max\nshore,north,1,1\nshore,south,1,1\n"
WHOLE = {"conventions": CONVENTIONS + EDITION, "days": DAYS, "pool": POOL, "quotas": QUOTAS}
FORMULA = {"conventions": "Meadow Convention", "days": "Harvest", "pool": "north", "quotas": "north"}


def spoiled(kind: str, how: str) -> bytes:
    """One whole file, and one thing wrong with it."""
    text = WHOLE[kind]
    head, _line, rows = text.partition("\n")
    ways = {
        "unreadable letters": text.encode() + b"\x81\x8d\x8f\xff\n",
        "a column less": "\n".join(line.partition(",")[2] for line in text.splitlines()).encode(),
        "a row twice": (text + rows.splitlines()[0] + "\n").encode(),
        "ten megabytes": text.encode() + b"x" * 10_000_000,
        "a formula": text.replace(FORMULA[kind], '=HYPERLINK("x")'.replace('"', "'")).encode(),
        "a workbook": b"PK\x03\x04" + b"\x00" * 400,
        "an open quotation mark": (text + '"never closed').encode(),
        "a control character": text.replace(FORMULA[kind], "Har\x07vest").encode(),
        "nothing": b"",
        "only a header": (head + "\n").encode(),
    }
    return ways[how]


WAYS = (
    "unreadable letters", "a column less", "a row twice", "ten megabytes", "a formula", "a workbook",
    "an open quotation mark", "a control character", "nothing", "only a header",
)  # fmt: skip
# What is no mistake there: a day may be kept twice.
TAKEN = {("days", "a row twice")}


def file_of(content: bytes | str) -> SimpleUploadedFile:
    return SimpleUploadedFile("table.csv", content if isinstance(content, bytes) else content.encode())


def bring(cast: Cast, kind: str, content: bytes) -> HttpResponse:
    client, key = cast.client(cast.convener), cast.programme.key
    if kind == "conventions":
        return client.post(reverse("plan:conventions", args=[key]), {"file": file_of(content)})
    if kind == "days":
        return client.post(reverse("plan:days_table", args=[key]), {"file": file_of(content)})
    files = {part: file_of(content if part == kind else WHOLE[part]) for part in ("pool", "quotas")}
    return client.post(reverse("select:practice", args=[key]), files | {"seats": 2})


def database() -> list[tuple[str, bytes]]:
    """Everything but sessions: asking is allowed to leave a trace there."""
    return sorted((table, cell) for table, cell in every_table() if table != "django_session")


def is_refused(answer: HttpResponse) -> bool:
    html = answer.content.decode()
    return answer.status_code == 422 and ('id="refused"' in html or "errorlist" in html)


@pytest.mark.django_db
@pytest.mark.parametrize("kind", WHOLE)
def test_a_whole_file_is_taken(kind: str, cast: Cast) -> None:
    a_workshop(cast, date(2030, 3, 1))
    assert bring(cast, kind, WHOLE[kind].encode()).status_code == 302


@pytest.mark.django_db
@pytest.mark.parametrize(("kind", "how"), [(kind, how) for kind in WHOLE for how in WAYS if (kind, how) not in TAKEN])
def test_a_spoiled_file_is_refused_whole_with_a_reason(kind: str, how: str, cast: Cast) -> None:
    a_workshop(cast, date(2030, 3, 1))
    before = database()
    assert is_refused(bring(cast, kind, spoiled(kind, how)))
    assert database() == before


@pytest.mark.django_db
def test_a_refusal_names_row_and_column_and_never_the_cell(cast: Cast) -> None:
    bad = EDITION.replace("Willowford", "=Zentharion")
    html = bring(cast, "conventions", (CONVENTIONS + bad + bad.replace(",7,", ",8,")).encode()).content.decode()
    assert [f"Row {row}, column city" in html for row in (2, 3, 4)] == [True, True, False]
    assert "Zentharion" not in html


@pytest.mark.django_db
def test_quotas_that_nothing_can_keep_are_refused_where_they_are_set_or_asked(cast: Cast) -> None:
    a_workshop(cast, date(2030, 3, 1))
    bring(cast, "pool", POOL.encode())
    pool, client = Pool.objects.get(), cast.client(cast.convener)
    place = reverse("select:pool", args=[cast.programme.key, pool.pk])
    ranges = {"least.shore.north": 2, "most.shore.north": 2, "least.shore.south": 1, "most.shore.south": 1}
    client.post(place, ranges)
    compute = reverse("select:compute", args=[cast.programme.key, pool.pk])
    answer = client.post(compute, {"objective": "maximin", "number": ""}, follow=True)
    assert 'id="refused"' in answer.content.decode()
    assert not pool.cohorts.exclude(computed_at=None).exists()


@pytest.mark.django_db
def test_a_date_before_the_programme_is_refused_and_stays_in_its_field(cast: Cast) -> None:
    client, key = cast.client(cast.convener), cast.programme.key
    bring(cast, "conventions", WHOLE["conventions"].encode())
    wishes = {"first_day": "1999-01-01", "last_day": "2027-12-31", "months_min": 6, "length_days": 3}
    wishes |= {"offset_days": 1, "slack_days": 0, "clear_before": 0, "clear_after": 0}
    answer = client.post(reverse("plan:wishes", args=[key]), wishes)
    assert is_refused(answer)
    assert 'value="1999-01-01"' in answer.content.decode()
    assert cast.programme.plans.count() == 0


@pytest.fixture
def frozen(cast: Cast) -> Table:
    table = lay_table(cast)
    table.sign_all()
    seen = cast.client(cast.convener).get(reverse("agree:freeze", args=[cast.programme.key, table.workshop.number]))
    typed = {"seen": seen.context["form"].initial["seen"], "with_reservations": "on"}
    place = reverse("agree:freeze", args=[cast.programme.key, table.workshop.number])
    assert cast.client(cast.convener).post(place, typed).status_code == 302
    return table


@pytest.mark.parametrize("deed", ["draft", "clause", "statements", "save", "freeze"])
@pytest.mark.django_db
def test_a_frozen_text_takes_no_word(deed: str, cast: Cast, frozen: Table) -> None:
    number = {"workshop": frozen.workshop.number} | ({"clause": "1"} if deed == "clause" else {})
    place = reverse(f"agree:{deed}", kwargs={"key": cast.programme.key, **number})
    before = database()
    typed = {"words": "Other words.", "version": 1, "once": "a", "seen": "0", "title": "x", "language": "en"}
    assert cast.client(cast.rapporteur).post(place, typed).status_code == 422
    assert database() == before


@pytest.mark.django_db
def test_a_reveal_while_sealed_shows_nothing_and_records_nothing(cast: Cast, vault: Path) -> None:
    person = keep_identity(cast.programme.compartment, {"name": "Quillorwen Vastermoor", "contact": "q@v.invalid"})
    before = deeds(cast.programme.compartment.book)
    typed = {"reveal-person": person.hex, "reveal-reason": "To meet them."}
    answer = cast.client(cast.officer).post(reverse("vault:reveal", args=[cast.programme.key]), typed)
    assert is_refused(answer)
    assert "Quillorwen" not in answer.content.decode()
    assert deeds(cast.programme.compartment.book) == before
