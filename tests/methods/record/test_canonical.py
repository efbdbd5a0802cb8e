"""One value, one sequence of bytes."""

from __future__ import annotations

import json
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracktwo.data.refusals import say
from tracktwo.methods.record import Refusal, canonical_json, read_canonical

texts = st.text(st.characters(exclude_categories=["Cs"])).map(lambda text: unicodedata.normalize("NFC", text))
integers = st.integers(-(2**53) + 1, 2**53 - 1)
values = st.recursive(
    st.none() | st.booleans() | integers | texts,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(texts, inner, max_size=4),
    max_leaves=12,
)


def refusal_of(deed):
    with pytest.raises(Refusal) as caught:
        deed()
    return caught.value


def test_the_string_of_rfc_8785_is_written_as_published():
    # RFC 8785, section 3.2.2.2
    assert canonical_json('€$\x0f\nA\'B"\\\\"/').decode() == '"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"'


def test_members_are_sorted_by_utf_16_units_as_in_rfc_8785():
    # RFC 8785, section 3.2.3, with a fullwidth letter for the Hebrew one, which is not in Normalization Form C
    names = ["\u20ac", "\r", "\uff21", "1", "\U0001f600", "\u0080", "\u00f6"]
    written = list(json.loads(canonical_json(dict.fromkeys(names))))
    assert written == ["\r", "1", "\u0080", "\u00f6", "\u20ac", "\U0001f600", "\uff21"]


def test_a_nested_value_has_no_white_space():
    value = {"b": [1, True, None, "ї"], "a": {"d": -7, "c": {}}}
    assert canonical_json(value).decode() == '{"a":{"c":{},"d":-7},"b":[1,true,null,"ї"]}'


@pytest.mark.parametrize(
    ("value", "reason"),
    [
        (1.0, "kind"),
        (float("nan"), "kind"),
        ((1, 2), "kind"),
        (b"x", "kind"),
        ({"a": [0.5]}, "kind"),
        (2**53, "integer"),
        (-(2**53), "integer"),
        ("и\u0306", "text"),  # й in two characters
        ("\ud800", "text"),
        ({"e\u0301": 1}, "text"),
        ({1: 1}, "name"),
    ],
)
def test_a_value_with_more_than_one_reading_is_refused(value, reason):
    assert refusal_of(lambda: canonical_json(value)) == Refusal("record.not_canonical", reason=reason)


def test_a_value_nested_without_end_is_refused():
    value = []
    value.append(value)
    assert refusal_of(lambda: canonical_json(value)) == Refusal("record.not_canonical", reason="depth")


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b'{"a":1, "b":2}', "form"),
        (b'{"b":1,"a":2}', "form"),
        (b'{"a":1,"a":1}', "form"),
        (b'"\\u0041"', "form"),
        (b"-0", "form"),
        (b"1\n", "form"),
        (b"1.0", "kind"),
        (b"1e3", "kind"),
        (b"NaN", "kind"),
        (b"{", "json"),
        (b"\xff", "json"),
        (b"[" * 100_000, "json"),
        (b"9" * 5000, "json"),
        (b'"\\ud800"', "text"),
    ],
)
def test_bytes_in_another_form_are_refused(data, reason):
    assert refusal_of(lambda: read_canonical(data)) == Refusal("record.not_canonical", reason=reason)


@given(values)
def test_every_value_is_read_back_from_its_canonical_form(value):
    data = canonical_json(value)
    assert read_canonical(data) == value
    assert canonical_json(read_canonical(data)) == data


@given(st.dictionaries(texts, integers, min_size=2), st.randoms(use_true_random=False))
def test_the_order_of_members_makes_no_difference(value, chance):
    items = list(value.items())
    chance.shuffle(items)
    assert canonical_json(dict(items)) == canonical_json(value)


@given(st.binary(max_size=60))
def test_any_bytes_are_read_or_refused(data):
    try:
        assert canonical_json(read_canonical(data)) == data
    except Refusal as refusal:
        assert say(refusal).startswith("This value has no canonical form")
