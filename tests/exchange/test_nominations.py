"""The door for nominations: just a contact and a community, and every fault by row and column."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

import polib
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.conftest import REPOSITORY

from tracktwo.data.refusals import say
from tracktwo.exchange.nominations import MOST_ROWS, Proposed, read_nominations, write_template
from tracktwo.exchange.tables import write_table
from tracktwo.methods.record import Refusal

COMMUNITIES = {"1": 1, "2": 2, "Rivers": 1, "Річки": 1, "Hills": 2}


@cache
def speak(language: str) -> Callable[[str], str]:
    if language == "en":
        return str
    catalogue = polib.pofile(str(REPOSITORY / f"src/tracktwo/locale/{language}/LC_MESSAGES/django.po"))
    said = {entry.msgid: entry.msgstr for entry in catalogue}
    return lambda sentence: said[sentence]


def mark(contact: str) -> str:
    return " ".join(contact.casefold().split())


def read(text: str | bytes) -> tuple[Proposed, ...]:
    return read_nominations(text.encode() if isinstance(text, str) else text, COMMUNITIES, mark)


def refused(text: str | bytes) -> list[Refusal]:
    with pytest.raises(Refusal) as caught:
        read(text)
    return list(getattr(caught.value, "each", [caught.value]))


@pytest.mark.parametrize("text", [
    "community,contact\nRivers,invented@example.invalid\n2,+99 555 0173\n",
    "Спільнота;Контакт\r\nрічки;invented@example.invalid\r\nhills;+99 555 0173\r\n",
    "\ufeffCONTACT\tCommunity\ninvented@example.invalid\t1\n\n+99 555 0173\tHILLS\n",
    "сообщество,связь\n1,invented@example.invalid\n2,+99 555 0173\n".encode("cp1251"),
])  # fmt: skip
def test_one_file_in_four_dresses(text: str | bytes) -> None:
    assert [(one.community, one.contact) for one in read(text)] == [
        (1, "invented@example.invalid"),
        (2, "+99 555 0173"),
    ]


# Each with its code, row and column; the text of a cell stands in none of the sentences.
MALFORMED = [
    ("community,contact,name\n1,planted@example.invalid,Planted Name\n", "nominations.column_personal", 1, 3),
    ("planted@example.invalid,1\n", "nominations.column_personal", 1, 1),
    ("community,community\n1,planted@example.invalid\n", "nominations.column_personal", 1, 2),
    ("contact\nplanted@example.invalid\n", "nominations.heading_missing", 1, "community"),
    ("community\n1\n", "nominations.heading_missing", 1, "contact"),
    ("community,contact\n3,planted@example.invalid\n", "nominations.community_unknown", 2, "community"),
    ("community,contact\n,planted@example.invalid\n", "cell.blank", 2, "community"),
    ("community,contact\n1,\n", "cell.blank", 2, "contact"),
    ("community,contact\n1,plan\n", "nominations.contact_short", 2, "contact"),
    ("community,contact\n1,a@planted.invalid b@planted.invalid\n", "nominations.contact_several", 2, "contact"),
    ('community,contact\n1,"planted 555\n0173"\n', "nominations.contact_several", 2, "contact"),
    (f"community,contact\n1,{'planted' * 60}\n", "nominations.contact_long", 2, "contact"),
    ("community,contact\n1,planted@b.invalid\n2, PLANTED@b.invalid\n", "nominations.repeated", 3, "contact"),
    ("community,contact\n1,planted@b.invalid,more\n", "table.ragged", 2, None),
    ("community,contact\n1,=planted()\n", "table.formula", 2, "contact"),
    ("community,contact\n1,planted\u202e555\n", "table.control", 2, "contact"),
    ('community,contact\n1,"planted\n', "table.quotes", 2, "?"),
    ("community,contact\n", "table.no_rows", None, None),
    ("", "table.empty", None, None),
    ("PK\x03\x04 planted", "table.workbook", None, None),
    ("community,contact\n" + "".join(f"1,planted{n}@b.invalid\n" for n in range(MOST_ROWS + 1)),
     "table.too_many_rows", None, None),
]  # fmt: skip


@pytest.mark.parametrize("language", ["en", "uk", "ru"])
@pytest.mark.parametrize(("text", "code", "row", "column"), MALFORMED)
def test_a_malformed_file_is_refused_with_row_column_and_a_way_out(
    text: str, code: str, row: int | None, column: object, language: str
) -> None:
    first = refused(text)[0]
    sentence = say(first, speak(language))
    assert (first.code, first.params.get("row"), first.params.get("column")) == (code, row, column)
    assert "planted" not in sentence.casefold() and sentence.count(".") >= 2
    assert row is None or str(row) in sentence


@pytest.mark.parametrize("text", [text for text, *_rest in MALFORMED])
def test_each_sentence_differs_from_language_to_language(text: str) -> None:
    said = {say(refused(text)[0], speak(language)) for language in ("en", "uk", "ru")}
    assert len(said) == 3


def test_all_faults_of_a_file_are_told_at_once() -> None:
    found = refused("community,contact\n7,good@example.invalid\n1,\n2,x\n")
    assert [(one.params["row"], one.params["column"]) for one in found] == [
        (2, "community"),
        (3, "contact"),
        (4, "contact"),
    ]


def test_the_template_is_a_file_that_is_taken() -> None:
    assert [one.community for one in read(write_template("Rivers"))] == [1]


contacts = st.lists(
    st.text("abcxyz", min_size=5, max_size=9).map("{}@example.invalid".format), min_size=1, max_size=8, unique=True
)


@given(contacts, st.data(), st.sampled_from([",", ";", "\t"]))
def test_what_is_written_is_read(people: list[str], data: st.DataObject, sign: str) -> None:
    sides = [data.draw(st.sampled_from(sorted(COMMUNITIES))) for _one in people]
    plain = write_table(("community", "contact"), zip(sides, people, strict=True)).decode()
    found = read(plain.replace(",", sign))
    assert [(one.community, one.contact, one.row) for one in found] == [
        (COMMUNITIES[side], contact, row)
        for row, (side, contact) in enumerate(zip(sides, people, strict=True), start=2)
    ]


@given(st.binary(max_size=300))
def test_any_bytes_are_taken_or_refused(content: bytes) -> None:
    try:
        assert read(content)
    except Refusal as refusal:
        assert all(
            one.code.split(".")[0] in {"table", "cell", "nominations"} for one in getattr(refusal, "each", [refusal])
        )


@given(st.text(alphabet='12,;\n"@ab. =\tcommunityctd', max_size=120))
def test_no_refusal_repeats_a_cell(text: str) -> None:
    content = "community,contact\n1,secretmark@example.invalid\n" + text
    try:
        read(content)
    except Refusal as refusal:
        assert not any("secretmark" in say(one) for one in getattr(refusal, "each", [refusal]))
