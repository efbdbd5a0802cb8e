from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracktwo.data import tables
from tracktwo.exchange.delegations import read_delegation, write_delegation
from tracktwo.exchange.significant_dates import read_significant_dates, write_significant_dates
from tracktwo.methods.dates import Delegation, DelegationLine, KeepClear
from tracktwo.methods.record import Refusal, Refusals

COUNTS = b"community,passport,residence,count\n"
DAYS = b"community,month_day,name,kind\n"


def refused(read, content):
    with pytest.raises(Refusal) as caught:
        read(content)
    each = caught.value.each if isinstance(caught.value, Refusals) else (caught.value,)
    return [(one.code, one.params.get("row"), one.params.get("column")) for one in each]


def test_a_blank_residence_is_the_country_of_the_passport():
    found = read_delegation(COUNTS + b"North,ua,,5\nSouth,RU,AM,2\n")
    assert found == Delegation((DelegationLine("North", "UA", "UA", 5), DelegationLine("South", "RU", "AM", 2)))
    assert (found.total, found.communities) == (7, ("North", "South"))


@pytest.mark.parametrize(
    ("row", "code", "column"),
    [
        (b"North,UA,UA,0", "cell.whole", "count"),
        (b"North,UA,UA,-3", "cell.whole", "count"),
        (b"North,UA,UA,2.5", "cell.whole", "count"),
        (b"North,UA,UA,10001", "cell.whole", "count"),
        (b"North,UA,UA,", "cell.whole", "count"),
        (b"North,,UA,3", "cell.country", "passport"),
        (b"North,UA,ZZ,3", "cell.country", "residence"),
        (b",UA,UA,3", "cell.blank", "community"),
    ],
)
def test_a_bad_count_is_refused_at_its_row_and_column(row, code, column):
    assert refused(read_delegation, COUNTS + row + b"\n") == [(code, 2, column)]


def test_the_same_class_twice_is_refused():
    content = COUNTS + b"North,UA,UA,3\nNorth,UA,,4\n"
    assert refused(read_delegation, content) == [("delegation.repeated", 3, "community")]


def test_a_file_with_persons_is_refused_whole():
    content = b"community,passport,residence,count,name\nNorth,UA,UA,1,Heron\n"
    assert refused(read_delegation, content) == [("table.column_unknown", None, "name")]


lines = st.builds(
    DelegationLine,
    st.sampled_from(["North", "South", "Схід"]),
    st.sampled_from(["UA", "RU", "GE"]),
    st.sampled_from(["UA", "DE", "AM"]),
    st.integers(1, 10_000),
)


@given(st.lists(lines, unique_by=lambda line: (line.community, line.passport, line.residence), min_size=1, max_size=8))
def test_a_delegation_written_is_read_back(each):
    delegation = Delegation(tuple(each))
    assert read_delegation(write_delegation(delegation)) == delegation


@pytest.mark.parametrize("month_day", ["02-30", "13-01", "2-3", "24 August", "", "０８-24", "western-easter"])
def test_a_day_no_year_has_is_refused(month_day):
    content = DAYS + f"North,{month_day},a day,national\n".encode()
    assert refused(read_significant_dates, content) == [("significant_dates.month_day", 2, "month_day")]


def test_days_written_are_read_back():
    days = (KeepClear("North", "02-29", "a day", "national"), KeepClear("all", "orthodox-easter", "b", "religious"))
    assert read_significant_dates(write_significant_dates(days)) == days


@pytest.mark.oracle
def test_the_packaged_days_are_the_reference_ones_and_orthodox_easter(oracle_data: Path):
    reference = read_significant_dates(oracle_data / "significant-dates.csv")
    easter = KeepClear("both", "orthodox-easter", "Orthodox Easter", "religious")
    assert read_significant_dates(tables.significant_dates_csv()) == (*reference, easter)
