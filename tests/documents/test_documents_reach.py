"""What reached whom: every finding in every column, told by weave, shape and table alike."""

from __future__ import annotations

import pytest

from tests.documents.samples import SIDES
from tracktwo.documents.charts import reach
from tracktwo.documents.charts.standalone import read_chart, standalone

LABELS = {
    "title": "What reached whom",
    "description": "Findings by audience.",
    "key": "Full: carried.",
    "caption": "Findings",
    "finding": "Finding",
    "carried": "carried",
    "answered": "answered",
    "open": "not yet",
    "kept": "kept",
}
COUNT = {
    "title": "Evenly",
    "description": "By community.",
    "count": "%(carried)s of %(possible)s",
    "caption": "Carried",
    "community": "Community",
    "carried_head": "Carried",
    "possible_head": "May go",
}


def view() -> reach.ReachView:
    columns = tuple(reach.ReachColumn("Elites", side) for side in SIDES) + (reach.ReachColumn("Convention"),)
    return reach.ReachView(columns, (reach.ReachRow("1. " + "A long finding " * 9, reach.STATES),))


def test_each_state_has_a_shape_of_its_own_and_a_word_in_the_table() -> None:
    root = read_chart(reach.draw(view(), LABELS))
    shapes = [element.get("class") for element in root.iter() if element.tag in {"rect", "circle", "path"}]
    assert {"hollow", "knot"} <= set(shapes)
    (row,) = reach.as_table(view(), LABELS).rows
    assert [cell[0].text for cell in row[1:]] == ["carried", "answered", "not yet", "kept"]


def test_no_word_stands_outside_the_picture_and_none_needs_a_style_sheet() -> None:
    svg = reach.draw(view(), LABELS)
    said = [element.text or "" for element in read_chart(svg).iter("text")]
    assert any(one.endswith("…") for one in said)
    assert "class=" not in standalone(svg)


def test_the_gauge_has_one_bar_a_community_on_one_scale() -> None:
    rows = tuple(reach.BalanceRow(side, place, 4) for place, side in enumerate(SIDES))
    svg = reach.draw_balance(rows, COUNT)
    widths = [element.get("width") for element in read_chart(svg).iter("rect") if element.get("class") == "pale"]
    assert (len(set(widths)), [row[1][0].text for row in reach.balance_table(rows, COUNT).rows]) == (1, ["0", "1", "2"])


@pytest.mark.parametrize("states", [("carried",), ("carried", "lost", "open", "kept")])
def test_a_state_nobody_knows_is_a_mistake(states: tuple[str, ...]) -> None:
    with pytest.raises(ValueError, match="one known state"):
        reach.ReachView(view().columns, (reach.ReachRow("1", states),))


def test_no_more_is_carried_than_may_be() -> None:
    with pytest.raises(ValueError, match="no more"):
        reach.BalanceRow(SIDES[0], 3, 2)
