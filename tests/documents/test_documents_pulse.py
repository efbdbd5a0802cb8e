"""A round of check-ins: five bars as tall as they are many, told by number and by words."""

from __future__ import annotations

import pytest

from tracktwo.documents.charts import pulse
from tracktwo.documents.charts.standalone import read_chart, standalone

LABELS = {
    "title": "How the room felt",
    "description": "People by answer. 1: 1, 2: 2.",
    "caption": "Check-in 1",
    "step": "Answer",
    "people": "People",
    "low": "hard for me",
    "high": "good for me",
}
VIEW = pulse.PulseView((1, 2, 0, 4, 3))


def test_bars_are_as_tall_as_their_answers_are_many_and_each_has_its_number() -> None:
    root = read_chart(pulse.draw(VIEW, LABELS))
    heights = [float(bar.get("height", "")) for bar in root.iter("rect")]
    assert [round(height / heights[0]) for height in heights] == [1, 2, 0, 4, 3]
    said = [word.text for word in root.iter("text")]
    assert said == ["1", "2", "0", "4", "3", "1", "2", "3", "4", "5", "hard for me", "good for me"]


def test_the_table_says_the_same() -> None:
    table = pulse.as_table(VIEW, LABELS)
    assert [tuple(cell[0].text for cell in row) for row in table.rows] == [
        ("1, hard for me", "1"), ("2", "2"), ("3", "0"), ("4", "4"), ("5, good for me", "3"),
    ]  # fmt: skip


def test_it_stands_without_a_style_sheet_and_two_on_a_page_have_their_own_names() -> None:
    assert "class=" not in standalone(pulse.draw(VIEW, LABELS))
    assert 'id="pulse-1-2-title"' in pulse.draw(VIEW, LABELS, prefix="pulse-1-2")


def test_every_word_stays_inside_the_picture() -> None:
    words = list(read_chart(pulse.draw(VIEW, LABELS)).iter("text"))
    assert all(0 <= float(word.get("x", "")) <= pulse.WIDTH for word in words)
    assert all(12 <= float(word.get("y", "")) <= pulse.HEIGHT for word in words)


@pytest.mark.parametrize("cells", [(), (0, 0, 0, 0, 0), (1, -1, 0, 0, 0)])
def test_a_round_without_answers_is_no_picture(cells: tuple[int, ...]) -> None:
    with pytest.raises(ValueError, match="at least one answer"):
        pulse.PulseView(cells)
