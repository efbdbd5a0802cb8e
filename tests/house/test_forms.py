"""Whatever is typed into whatever form: a page, a refusal or the next page, and never a surprise.

The forms are read from the pages themselves, as the people of the matrix see them, so a new form is in at once.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser
from urllib.parse import urljoin, urlsplit

import pytest
from django.db import transaction
from django.test import Client
from django.urls import NoReverseMatch, resolve, reverse
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from tests.cast import Cast
from tests.house.test_matrix import NAMES, ROWS, address, addresses, needs_key

EXAMPLES = 4
# Between them they see every form; the others see the same ones.
TRYING = {"nobody", "convener", "facilitator", "rapporteur", "participant", "nominee", "reader"}
ANSWERED = {200, 302, 304, 403, 404, 405, 422}
OURS = {"csrfmiddlewaretoken"}
# What has broken forms elsewhere: nothing, nought, signs, ends of ranges, other digits, invisible and reversed letters.
KNOWN_TROUBLE = [
    "", " ", "0", "-1", "1e9", "NaN", "9" * 30, "٣", "²", "\x00", "a\x00b", "\u202egnihton", "\ufeff", "💥" * 50,
    "=1+1", "' OR 1=1 --", "{{ 7|add:7 }}", "%(name)s", "%s%n", "<script>", "../../etc", "2026-02-30", "9999-12-31",
    "x" * 20_000, "\r\n\r\n", "é" * 401,
]  # fmt: skip
typed = st.one_of(st.sampled_from(KNOWN_TROUBLE), st.text(st.characters(exclude_categories=["Cs"]), max_size=60))


@dataclass(frozen=True)
class Form:
    """Where it goes, and its fields with the values they offer."""

    action: str
    fields: tuple[tuple[str, tuple[str, ...]], ...]

    @property
    def kind(self) -> tuple[str, tuple[str, ...]]:
        return resolve(urlsplit(self.action).path).view_name, tuple(name for name, _offered in self.fields)


@dataclass
class FormReader(HTMLParser):
    place: str
    forms: list[Form] = field(default_factory=list)
    action: str | None = None
    named: dict[str, list[str]] = field(default_factory=dict)
    last: str = ""

    def __post_init__(self) -> None:
        super().__init__()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "form" and given.get("method", "").lower() == "post":
            self.action, self.named = urljoin(self.place, given.get("action", "")), {}
        elif tag == "option":
            self.named.setdefault(self.last, []).append(given.get("value", ""))
        elif "name" in given and given["name"] not in OURS:
            self.last = given["name"]
            self.named.setdefault(self.last, []).append(given.get("value", ""))
        if "formaction" in given and self.action is not None:
            self.close_form(urljoin(self.place, given["formaction"]))

    def handle_endtag(self, tag: str) -> None:
        if tag == "form" and self.action is not None:
            self.close_form(self.action)
            self.action = None

    def close_form(self, action: str) -> None:
        offered = tuple((name, tuple(dict.fromkeys(values))) for name, values in self.named.items() if name)
        self.forms.append(Form(action, offered))


def forms_on(client: Client, place: str) -> list[Form]:
    answer = client.get(place)
    if answer.status_code not in {200, 422} or not answer["Content-Type"].startswith("text/html"):
        return []
    reader = FormReader(place)
    reader.feed(answer.content.decode())
    return reader.forms


def random_deed(form: Form) -> st.SearchStrategy[dict[str, str]]:
    """For each field something typed, or one of the values that the page itself offers."""
    each = {name: st.one_of(typed, st.sampled_from(offered)) if offered else typed for name, offered in form.fields}
    return st.fixed_dictionaries({}, optional=each) if each else st.just({})


def send_and_undo(client: Client, form: Form, deed: dict[str, str]) -> int:
    with transaction.atomic():
        status = client.post(form.action, deed).status_code
        transaction.set_rollback(True)
    return int(status)


def try_form(client: Client, form: Form) -> None:
    @settings(
        max_examples=EXAMPLES,
        deadline=None,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
        derandomize=True,
    )
    @given(deed=random_deed(form))
    def attempt(deed: dict[str, str]) -> None:
        status = send_and_undo(client, form, deed)
        assert status in ANSWERED, (form.kind, status, deed)

    attempt()


seen: set[tuple[str, tuple[str, ...]]] = set()


@pytest.mark.django_db
@pytest.mark.parametrize("name", NAMES)
def test_no_form_on_any_page_meets_a_surprise(name: str, cast: Cast) -> None:
    everyone, place = cast.everyone(), address(name, cast)
    for who in sorted(ROWS[name].get & TRYING):
        # An account ends its own session here, so each form is tried by a browser of its own.
        for form in forms_on(cast.client(everyone[who]), place):
            if form.kind not in seen:
                seen.add(form.kind)
                try_form(cast.client(everyone[who]), form)


@pytest.mark.django_db
def test_every_deed_of_the_house_was_tried() -> None:
    """Counted over the tests above: a form that no page shows to anybody would not have been."""
    if len(seen) == 0:
        pytest.skip("the forms were not tried in this run")
    tried = {name for name, _fields in seen}
    assert len(tried) >= 30


ODD = {"number": 10**30, "slug": "x" * 300, "word": "9" * 40}


@pytest.mark.django_db
@pytest.mark.parametrize("name", [name for name in NAMES if needs_key(name)])
def test_an_address_with_numbers_beyond_any_row_is_not_found(name: str, cast: Cast) -> None:
    wanted = next(arguments for found, arguments in addresses() if found == name) - {"key"}
    if not wanted:
        return
    for odd in (0, ODD["number"], ODD["slug"], ODD["word"]):
        try:
            place = reverse(name, kwargs={"key": cast.programme.key, **dict.fromkeys(wanted, odd)})
        except NoReverseMatch:
            continue
        who = next(
            one for one in ("convener", "participant", "officer", *sorted(ROWS[name].get)) if one in ROWS[name].get
        )
        assert cast.client(cast.everyone()[who]).get(place).status_code in ANSWERED
