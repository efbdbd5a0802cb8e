"""Every chart: two or three communities, no style, own ids, words for those who listen, and a table that agrees."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.documents import samples
from tracktwo.documents.charts import chance_histogram, parts, quota_bars, waves
from tracktwo.documents.charts.standalone import read_chart
from tracktwo.documents.tree import Run, Side

both = pytest.mark.parametrize("communities", [2, 3])
each = pytest.mark.parametrize("which", [0, 1, 2], ids=["quotas", "chances", "waves"])


def said(cell):
    return "".join(piece.text if isinstance(piece, Run) else piece.label for piece in cell)


def rows(table):
    return [tuple(said(cell) for cell in row) for row in table.rows]


@both
@each
def test_a_chart_is_named_described_and_unstyled(which, communities):
    chart = samples.charts(communities)[which]
    root = read_chart(chart.module.draw(chart.view, chart.labels, prefix="here"))
    assert root.get("role") == "img"
    assert root.get("aria-labelledby") == "here-title here-desc"
    assert [root.find("title").text, root.find("desc").text] == [
        chart.labels["title"],
        chart.labels["description"],
    ]
    assert not [element for element in root.iter() if "style" in element.attrib]


@both
def test_ids_on_one_page_are_unique_and_every_weave_that_is_worn_is_defined(communities):
    page = "".join(
        chart.module.draw(chart.view, chart.labels, prefix=f"chart-{place}")
        for place, chart in enumerate(samples.charts(communities))
    )
    ids = re.findall(r'\bid="([^"]+)"', page)
    assert sorted(ids) == sorted(set(ids))
    assert set(re.findall(r"url\(#([^)]+)\)", page)) <= set(ids)


@both
@each
def test_each_community_is_drawn_in_its_own_weave_or_mark(which, communities):
    chart = samples.charts(communities)[which]
    svg = chart.module.draw(chart.view, chart.labels, prefix="here")
    worn = {int(weave) for weave in re.findall(r'class="f([123])"', svg)}
    assert worn == set(range(1, communities + 1))


@each
def test_the_same_view_gives_the_same_bytes(which):
    first, second = (samples.charts(2)[which] for _ in range(2))
    assert first.module.draw(first.view, first.labels) == second.module.draw(second.view, second.labels)


@each
def test_what_people_wrote_cannot_become_markup(which):
    chart = samples.charts(2)[which]
    hostile = '</title><script>alert("x")</script>'
    svg = chart.module.draw(chart.view, chart.labels | {"title": hostile}, prefix="here")
    assert read_chart(svg).find("title").text == hostile


@pytest.mark.parametrize("prefix", ["", "Ä", "a b", '"', "1st"])
def test_a_prefix_that_could_not_begin_an_id_is_refused(prefix):
    with pytest.raises(ValueError, match="cannot begin an id"):
        quota_bars.draw(samples.quotas(2), samples.QUOTA_LABELS, prefix=prefix)


def test_a_chart_with_nothing_to_read_aloud_is_refused():
    with pytest.raises(ValueError, match="a title and a description"):
        quota_bars.draw(samples.quotas(2), samples.QUOTA_LABELS | {"description": " "})


def test_the_table_of_quotas_says_what_the_bars_show():
    table = quota_bars.as_table(samples.quotas(3), samples.QUOTA_LABELS)
    assert rows(table) == [
        ("Alder community", "14", "4", "4", "4", "still to come"),
        ("Birch community", "14", "4", "4", "4", "still to come"),
        ("Cedar community", "14", "4", "4", "4", "still to come"),
        ("Has taken part before", "7", "2", "3.2", "2 to 5", "still to come"),
    ]


def test_the_bars_of_a_quota_are_as_long_as_its_numbers():
    view = quota_bars.QuotaView(40, 10, (quota_bars.QuotaRow("Under 40", 20, 4.5, 2, 10, 6),))
    root = read_chart(quota_bars.draw(view, samples.QUOTA_LABELS))
    lengths = {bar.get("class"): float(bar.get("width")) for bar in root.findall("rect")}
    unit = (quota_bars.WIDTH - quota_bars.ROOM_FOR_RANGE) / 10
    assert lengths == pytest.approx({"band": 8 * unit, "pale": 5 * unit, "f0": 4.5 * unit, "knot": 6 * unit})
    assert rows(quota_bars.as_table(view, samples.QUOTA_LABELS)) == [("Under 40", "20", "5", "4.5", "2 to 10", "6")]


def test_the_table_of_chances_counts_the_same_classes_as_the_bars():
    assert rows(chance_histogram.as_table(samples.chances(2), samples.CHANCE_LABELS)) == [
        ("20 % to 30 %", "1", "1"),
        ("30 % to 40 %", "2", "2"),
        ("40 % to 50 %", "1", "1"),
        ("50 % to 60 %", "0", "0"),
        ("60 % to 70 %", "0", "0"),
        ("70 % to 80 %", "0", "0"),
        ("80 % to 90 %", "0", "0"),
        ("90 % to 100 %", "1", "1"),
    ]


@given(st.lists(st.floats(0, 1), min_size=1, max_size=60), st.integers(1, 20))
def test_every_person_is_counted_in_exactly_one_class(some, bins):
    group = chance_histogram.ChanceGroup(samples.SIDES[0], tuple(some))
    view = chance_histogram.ChanceView((group,), bins)
    assert sum(chance_histogram.counts(view, group)) == len(some)
    table = chance_histogram.as_table(view, samples.CHANCE_LABELS)
    assert sum(int(row[1]) for row in rows(table)) == len(some)


def test_the_heights_of_the_bars_are_in_proportion_to_people():
    root = read_chart(chance_histogram.draw(samples.chances(2), samples.CHANCE_LABELS, prefix="here"))
    bars = [bar for bar in root.findall("rect") if bar.get("fill") == "url(#here-weave-1)"]
    heights = [float(bar.get("height")) for bar in bars]
    assert [height / min(heights) for height in heights] == pytest.approx([1, 2, 1, 1], abs=1e-3)


@pytest.mark.parametrize(("least", "shown"), [(0.2496, "24.9"), (3 / 28, "10.7"), (0.3, "30"), (1.0, "100")])
def test_nobody_below_is_cut_and_never_rounded_up(least, shown):
    view = chance_histogram.ChanceView((chance_histogram.ChanceGroup(samples.SIDES[0], (least,)),))
    assert f"Nobody below {shown} %" in chance_histogram.draw(view, samples.CHANCE_LABELS)


def test_a_decimal_comma_is_used_where_the_language_has_one():
    view = chance_histogram.ChanceView((chance_histogram.ChanceGroup(samples.SIDES[0], (0.2496,)),))
    svg = chance_histogram.draw(view, samples.CHANCE_LABELS | {"decimal": ","})
    assert "Nobody below 24,9 %" in svg


def test_the_table_of_waves_has_each_answer_median_and_interval():
    table = waves.as_table(samples.answers(2), samples.WAVE_LABELS)
    assert rows(table) == [
        ("Alder community", "Before", "6", "2.5", "2 to 3", "1, 2, 2, 3, 3, 4"),
        ("Alder community", "After", "6", "4", "3 to 5", "4, 3, 4, 3, 5, 6"),
        ("Birch community", "Before", "6", "2.5", "2 to 3", "1, 2, 2, 3, 3, 4"),
        ("Birch community", "After", "6", "4", "3 to 5", "4, 3, 4, 3, 5, 6"),
    ]


def test_the_picture_of_waves_has_a_point_for_each_answer_and_a_thin_line_for_each_person():
    root = read_chart(waves.draw(samples.answers(2), samples.WAVE_LABELS))
    circles = [point for point in root.findall("circle") if point.get("r") == "3.6"]
    assert len(circles) == 12
    threads = [path for path in root.findall("path") if path.get("class") == "t1"]
    assert len(threads) == 1


def test_neither_picture_nor_table_depends_on_the_order_of_people():
    side = samples.answers(2).sides[0]
    turned = waves.WaveSide(side.side, side.people[::-1], side.middles)
    views = [waves.WavesView(("Before", "After"), 1, 7, (one,)) for one in (side, turned)]
    assert len({waves.draw(view, samples.WAVE_LABELS) for view in views}) == 1
    assert len({waves.as_table(view, samples.WAVE_LABELS) for view in views}) == 1


def test_a_withheld_community_shows_the_reason_and_no_number():
    hidden = waves.WaveSide(samples.SIDES[1], withheld="Fewer than six answers")
    view = waves.WavesView(("Before", "After"), 1, 7, (samples.answers(2).sides[0], hidden))
    assert rows(waves.as_table(view, samples.WAVE_LABELS))[-1] == (
        "Birch community",
        "none",
        "none",
        "none",
        "none",
        "Fewer than six answers",
    )
    assert 'class="t2"' not in waves.draw(view, samples.WAVE_LABELS)


def test_what_is_withheld_cannot_be_carried_along():
    with pytest.raises(ValueError, match="not carried along"):
        waves.WaveSide(samples.SIDES[0], people=((1.0, 2.0),), withheld="Too few")


def test_a_side_has_one_of_three_weaves_and_a_label():
    with pytest.raises(ValueError, match="weave 1, 2 or 3"):
        Side("Dogwood community", 4)
    with pytest.raises(ValueError, match="needs a label"):
        Side(" ", 1)


@given(st.text(st.characters(codec="utf-8"), max_size=80), st.floats(20, 400))
def test_wrapping_keeps_every_word_in_order(text, width):
    assert " ".join(parts.wrap(text, width)).split() == text.split()


@given(st.text(max_size=40).filter(str.strip))
def test_any_label_gives_a_chart_that_can_be_read(label):
    svg = quota_bars.draw(samples.quotas(2), samples.QUOTA_LABELS | {"title": label, "key": label})
    assert read_chart(svg).tag == "svg"
