"""The doors of the leak lint: a roster, a term register, and the package's own tables."""

from __future__ import annotations

import pytest

from tracktwo.data import tables
from tracktwo.exchange.rosters import read_roster
from tracktwo.exchange.terms import read_terms, read_vocabulary, write_terms
from tracktwo.methods.record import Refusal, Refusals

HEADS = "name,nicknames,affiliation,workplace,email,phone,city\n"


def refused(source: str, read: object = read_roster) -> list[tuple[str, object, object]]:
    with pytest.raises(Refusal) as caught:
        read(source.encode())  # type: ignore[operator]
    each = caught.value.each if isinstance(caught.value, Refusals) else (caught.value,)
    return [(one.code, one.params.get("row"), one.params.get("column")) for one in each]


def test_a_row_becomes_a_member_with_all_its_ways() -> None:
    row = "Олена Зозуленко|Olena Zozulenko,Барс,Institute of Stones,,a@b.example|@olena,+380671234567,Lviv|Львів\n"
    member = read_roster((HEADS + row).encode()).members[0]
    assert (member.names, member.nicknames) == (("Олена Зозуленко", "Olena Zozulenko"), ("Барс",))
    assert (member.emails, member.phones, member.workplaces) == (("a@b.example", "@olena"), ("+380671234567",), ())
    assert dict(member.traits) == {"city": "Lviv|Львів"}


def test_headings_are_known_in_three_languages() -> None:
    assert read_roster("ПІБ,Телефон\nОлена Зозуленко,0671234567\n".encode()).members[0].phones == ("0671234567",)
    assert read_roster("ФИО;Почта\nЕлена Зозуленко;a@b.example\n".encode()).members[0].emails == ("a@b.example",)


def test_an_attribute_is_said_as_the_file_and_as_the_vocabulary_say_it() -> None:
    vocabulary = read_vocabulary(tables.trait_words_csv())
    traits = read_roster(b"name,profession\nOlena Zozulenko,historian\n", vocabulary).traits
    assert traits.words is not None
    assert {"historian", "історикиня", "историк"} <= set(traits.words["profession", "historian"])


def test_every_fault_of_a_roster_is_told_by_row_and_column() -> None:
    rows = ",,,,,,Lviv\nО,,,,,,\nОлена Зозуленко,,,,no address,12 34,\n"
    assert refused(HEADS + rows) == [
        ("roster.nobody", 2, "name"),
        ("roster.no_letters", 3, "name"),
        ("roster.email", 4, "email"),
        ("roster.phone", 4, "phone"),
    ]


def test_too_many_ways_and_too_many_attributes_are_refused() -> None:
    many = "|".join(f"Name{number}" for number in range(13))
    assert refused(f"name\n{many}\n") == [("roster.several_values", 2, "name")]
    heads = ",".join(f"c{number}" for number in range(25))
    assert refused(f"name,{heads}\nOlena{',' * 25}\n") == [("roster.columns", None, None)]


def test_a_table_of_something_else_is_refused() -> None:
    assert refused("city,profession\nLviv,historian\n") == [("roster.no_name_column", None, None)]


def test_no_refusal_of_a_roster_repeats_a_cell() -> None:
    with pytest.raises(Refusals) as caught:
        read_roster((HEADS + "Олена Зозуленко,,,,zozulenko at home,,\n").encode())
    assert "озуленко" not in str([dict(one.params) for one in caught.value.each])


def test_the_packages_own_terms_have_a_source_and_a_day_and_come_back_equal() -> None:
    terms = read_terms(tables.terms_csv())
    assert {term.language for term in terms} == {"en", "uk", "ru"}
    assert all(term.source and term.checked_on and term.use for term in terms)
    assert read_terms(write_terms(terms)) == terms


def test_every_fault_of_a_term_register_is_told_by_row_and_column() -> None:
    rows = "term,language,standing,use\n…,en,avoid,x\nKiev,xx,avoid,Kyiv\nKiev,en,shun,Kyiv\nKiev,en,avoid,\n"
    assert refused(rows, read_terms) == [
        ("terms.no_word", 2, "term"),
        ("cell.choice", 3, "language"),
        ("cell.choice", 4, "standing"),
        ("terms.use_blank", 5, "use"),
        ("terms.repeated", 5, "term"),
    ]
