"""The chart in print is the chart on the page: same classes, same colours, nothing from outside."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import tracktwo
from tests.documents import samples
from tracktwo.documents.charts.standalone import RULE, RULES, read_chart, standalone
from tracktwo.documents.palette import PRINT

STYLES = Path(tracktwo.__file__).parent / "site" / "static" / "css"
# in print there is no changing ground behind a word, and a thread keeps its width because nothing stretches
ON_PAGES_ONLY = {
    "var(--ground, var(--paper))": "var(--paper)",
    "calc(var(--w, 3px) + 3.5px)": "6.5px",
    " vector-effect: non-scaling-stroke;": "",
}
THIRD = ("f3", "t4")


def declared(sheet: str) -> dict[str, dict[str, str]]:
    """Class -> declarations, for rules that are about single classes, merged in their order."""
    found: dict[str, dict[str, str]] = {}
    for page, paper in ON_PAGES_ONLY.items():
        sheet = sheet.replace(page, paper)
    for heads, body in re.findall(r"([^{}]+)\{([^{}]*)\}", sheet):
        for head in heads.strip().split("\n")[-1].split(","):
            single = re.fullmatch(r"(?:svg )?\.([a-z0-9]+)", head.strip())
            if single:
                pairs = (part.split(":", 1) for part in body.split(";") if ":" in part)
                own = {name.strip(): value.strip() for name, value in pairs}
                found.setdefault(single[1], {}).update(own)
    return found


def test_print_says_of_every_class_what_the_style_sheet_says():
    page = declared((STYLES / "parts.css").read_text(encoding="utf-8"))
    paper = {name: look for name, look in declared(RULES).items() if name not in THIRD}
    assert paper == {name: page.get(name) for name in paper}


def test_the_style_sheet_knows_the_thread_and_the_colour_of_a_third_community():
    page = declared((STYLES / "parts.css").read_text(encoding="utf-8"))
    paper = declared(RULES)
    assert {name: page.get(name) for name in THIRD} == {name: paper[name] for name in THIRD}


def test_the_colours_of_print_are_those_of_the_tokens():
    tokens = (STYLES / "tokens.css").read_text(encoding="utf-8")
    light = tokens[: tokens.index("prefers-color-scheme")]
    shown = dict(re.findall(r"--(c[123](?:-text)?): (#[0-9a-f]{6});", light))
    assert PRINT.sides == tuple(shown[f"c{weave}"] for weave in (1, 2, 3))
    assert PRINT.side_texts == tuple(shown[f"c{weave}-text"] for weave in (1, 2, 3))


@pytest.mark.parametrize("which", [0, 1, 2])
def test_a_standalone_chart_needs_no_style_sheet(which):
    chart = samples.charts(3)[which]
    alone = standalone(chart.module.draw(chart.view, chart.labels))
    assert not re.search(r"class=|style=|var\(", alone)
    texts = read_chart(alone).findall("text")
    assert {text.get("font-family") for text in texts} == {"'Source Sans 3'"}


def test_every_class_that_charts_wear_is_known_to_print():
    drawn = "".join(
        chart.module.draw(chart.view, chart.labels) for communities in (2, 3) for chart in samples.charts(communities)
    )
    worn = {name for classes in re.findall(r'class="([^"]+)"', drawn) for name in classes.split()}
    known = {name for rule in RULE.finditer(RULES) for name in rule["classes"].replace(".", "").split(", ")}
    assert worn <= known


def test_a_class_outranks_an_attribute_and_a_later_rule_an_earlier_one():
    root = read_chart(standalone('<svg><rect class="dash t2" fill="red"/></svg>'))
    rect = root.find("rect")
    assert (rect.get("fill"), rect.get("stroke"), rect.get("stroke-dasharray")) == ("none", "#a4551a", "4 3")


def test_a_weave_lies_on_a_whole_ground_in_print():
    woven = (
        '<svg><defs><pattern id="w"><rect class="f1"/><path class="knock"/></pattern></defs>'
        '<rect x="1" fill="url(#w)"/></svg>'
    )
    root = read_chart(standalone(woven))
    assert [bar.get("fill") for bar in root.findall("rect")] == ["#0b6573", "url(#w)"]
    assert [part.tag for part in root.find("defs/pattern")] == ["path"]


@pytest.mark.parametrize(
    "svg",
    [
        "<svg><script>1</script></svg>",
        '<svg onload="x()"/>',
        '<svg><rect style="fill:red"/></svg>',
        '<svg><a href="https://example.org"><text>x</text></a></svg>',
        '<svg><image href="file:///etc/hostname"/></svg>',
        '<svg xmlns:xlink="http://www.w3.org/1999/xlink"><rect xlink:href="#x"/></svg>',
        '<svg><rect fill="url(https://example.org/x.svg#a)"/></svg>',
        '<!DOCTYPE svg [<!ENTITY a "b">]><svg><text>&a;</text></svg>',
        "<p>text</p>",
        "<svg>",
        "",
    ],
)
def test_what_is_not_a_chart_of_the_house_is_refused(svg):
    with pytest.raises(ValueError, match="chart"):
        standalone(svg)
