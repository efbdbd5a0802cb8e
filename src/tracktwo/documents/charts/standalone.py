"""A chart that needs no style sheet: classes become presentation attributes, tokens become colours.

The typesetter's SVG reader knows neither custom properties nor our style sheet; with this the same picture
stands on the page and in print. ``RULES`` repeats what ``parts.css`` says; a test compares the two.
"""

from __future__ import annotations

import re
from xml.etree import ElementTree

from tracktwo.documents.palette import THEMES, Palette

RULES = """
.t1, .t2, .t3, .t4, .casing { fill: none; stroke-linecap: butt; stroke-width: var(--w, 3px); }
.t1 { stroke: var(--c1); }
.t2 { stroke: var(--c2); stroke-dasharray: 7 1.6; }
.t3 { stroke: var(--ink); stroke-width: 1.5px; }
.t4 { stroke: var(--c3); stroke-dasharray: 2 2; }
.casing { stroke: var(--paper); stroke-width: 6.5px; }
.band { fill: var(--well); }
.hollow { fill: none; stroke: var(--edge); stroke-dasharray: 3 2; }
.strong { fill: var(--ink); font-weight: 600; }
.serif { font-family: var(--serif); font-size: 16px; fill: var(--ink); }
.end { text-anchor: end; }
.mid { text-anchor: middle; }
.grid { stroke: var(--line); stroke-width: 1; fill: none; }
.ink { stroke: var(--ink); stroke-width: 1.5; fill: none; }
.dash { stroke-dasharray: 4 3; }
.f0 { fill: var(--ink); }
.f1 { fill: var(--c1); }
.f2 { fill: var(--c2); }
.f3 { fill: var(--c3); }
.cs { fill: var(--paper); }
.dotted { stroke-dasharray: 2.2 1.6; }
.knot { fill: var(--paper); stroke: var(--ink); stroke-width: 2; }
.pale { fill: var(--well); stroke: var(--edge); }
.knock { stroke: var(--knock); stroke-width: 1.6; fill: none; }
.dotk { fill: var(--knock); }
"""
RULE = re.compile(r"^(?P<classes>\.[^{]+) \{ (?P<body>[^}]+) \}$", re.MULTILINE)

SHAPES = {"path", "rect", "circle", "ellipse", "line", "polyline", "polygon", "text", "tspan"}
ELEMENTS = {"svg", "title", "desc", "defs", "pattern", "clipPath", "g"} | SHAPES
FOR_PAGES_ONLY = ("class", "role", "aria-labelledby", "aria-label", "aria-hidden")
XML_SPACE = "{http://www.w3.org/XML/1998/namespace}"


def read_chart(svg: str) -> ElementTree.Element:
    """Reads one of our own charts, names without namespace. Raises ValueError for what none of them has.

    A picture with a script, a handler, a style, a link or an entity did not come from here and goes nowhere.
    """
    if "<!" in svg or "<?" in svg:
        raise ValueError("a chart declares nothing")
    try:
        root = ElementTree.fromstring(svg)  # noqa: S314 - declarations, and with them entities, are refused above
    except ElementTree.ParseError as error:
        raise ValueError(f"not a chart: {error}") from None
    for element in root.iter():
        element.tag = element.tag.removeprefix("{http://www.w3.org/2000/svg}")
        _check(element)
    if root.tag != "svg":
        raise ValueError("not a chart: its root is not svg")
    return root


def standalone(svg: str, theme: str = "print") -> str:
    """The same chart with its looks written into it, for whoever has no style sheet. ``theme`` is "print"."""
    palette = THEMES[theme]
    root = read_chart(svg)
    looks = _looks(palette)
    for element in root.iter():
        # a class outranks an attribute, as it does on a page
        element.attrib.update(_resolved(element, looks, palette))
        for name in FOR_PAGES_ONLY:
            element.attrib.pop(name, None)
    _lay_grounds(root)
    root.set("xmlns", "http://www.w3.org/2000/svg")
    return ElementTree.tostring(root, encoding="unicode")


def _lay_grounds(root: ElementTree.Element) -> None:
    """Takes the ground out of each weave and lays it whole under the shapes that wear it.

    A ground that is repeated tile by tile shows its seams on paper and in most readers.
    """
    grounds: dict[str | None, str] = {}
    for pattern in root.iter("pattern"):
        ground = next((part for part in pattern if part.tag == "rect"), None)
        if ground is not None:
            grounds[f"url(#{pattern.get('id')})"] = ground.get("fill", "none")
            pattern.remove(ground)
    for parent in list(root.iter()):
        for place, shape in reversed(list(enumerate(parent))):
            if shape.get("fill") in grounds:
                under = ElementTree.Element(shape.tag, {**shape.attrib, "fill": grounds[shape.get("fill")]})
                under.attrib.pop("id", None)
                parent.insert(place, under)


def _check(element: ElementTree.Element) -> None:
    if element.tag not in ELEMENTS:
        raise ValueError(f"a chart has no <{element.tag}>")
    for name, value in element.attrib.items():
        if name.startswith(("on", "{")) and not name.startswith(XML_SPACE):
            raise ValueError(f"a chart has no {name}")
        if name in {"style", "href"} or ("url(" in value and not value.startswith("url(#")):
            raise ValueError(f"a chart has no {name}={value!r}")


def _resolved(element: ElementTree.Element, looks: dict[str, dict[str, str]], palette: Palette) -> dict[str, str]:
    """Later rules win over earlier ones, whatever the order in the class attribute, as in a style sheet."""
    classes = element.get("class", "").split()
    found = dict(_plain_text(palette)) if element.tag == "text" else {}
    for name, look in looks.items():
        if name in classes:
            found |= look
    return found


def _plain_text(palette: Palette) -> dict[str, str]:
    halo = {"stroke": palette.paper, "stroke-width": "4", "stroke-linejoin": "round", "paint-order": "stroke"}
    return {
        "font-family": "'Source Sans 3'",
        "font-size": "13",
        "font-weight": "400",
        "fill": palette.ink_2,
    } | halo


def _looks(palette: Palette) -> dict[str, dict[str, str]]:
    """Class -> attributes, in the order of the rules."""
    values = _tokens(palette)
    looks: dict[str, dict[str, str]] = {}
    for rule in RULE.finditer(RULES):
        attributes: dict[str, str] = {}
        for name, value in (part.split(": ") for part in rule["body"].rstrip(";").split("; ")):
            attributes[name] = values.get(value, value).removesuffix("px")
            if value == "var(--knock)":
                attributes[f"{name}-opacity"] = str(palette.knock_opacity)
        for name in rule["classes"].replace(".", "").split(", "):
            looks.setdefault(name, {}).update(attributes)
    return looks


def _tokens(palette: Palette) -> dict[str, str]:
    tokens = {f"var(--c{weave})": colour for weave, colour in enumerate(palette.sides, start=1)}
    tokens |= {"var(--w, 3px)": "3", "var(--serif)": "'Source Serif 4'", "var(--knock)": palette.knock}
    roles = ("paper", "well", "line", "edge", "ink")
    return tokens | {f"var(--{role})": getattr(palette, role) for role in roles}
