"""Screens ask only for what changed, readers see only their own, and forms are obeyed once."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any, ClassVar

import pytest
from django.contrib.auth.models import AnonymousUser
from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.template import Context, Template
from django.test import RequestFactory
from django.utils import translation

from tracktwo.foundation.live import actions, queries
from tracktwo.foundation.live.fragments import LiveFragment
from tracktwo.foundation.live.models import IdempotencyKey
from tracktwo.foundation.people.doors import PUBLIC, Door
from tracktwo.foundation.people.models import Account
from tracktwo.methods.record import Refusal


class Panel(LiveFragment, Door):
    policy = PUBLIC
    pages: ClassVar[list[str]] = []

    def room(self) -> tuple[str, object]:
        return "session", 5

    def page(self, request: HttpRequest, status: int = 200, **more: Any) -> HttpResponse:
        return HttpResponse(f"version {queries.version('session', 5)}")


def ask(tag: str = "", user: Account | None = None) -> HttpResponseBase:
    request = RequestFactory().get("/panel/", headers={"If-None-Match": tag} if tag else {})
    request.user = user or AnonymousUser()
    return Panel.as_view()(request)


def account(alias: str) -> Account:
    return Account.objects.create(alias=alias, password="!")


def test_a_room_that_was_never_touched_has_version_zero(db: None) -> None:
    assert queries.version("session", 5) == 0


def test_each_touch_counts_one_and_leaves_other_rooms_alone(db: None) -> None:
    for _again in range(3):
        actions.touch("session", 5)
    actions.touch("session", 6)
    assert [queries.version("session", key) for key in (5, 6, 7)] == [3, 1, 0]


def test_a_touch_is_taken_back_with_its_deed(db: None) -> None:
    with pytest.raises(Refusal), transaction.atomic():
        actions.touch("session", 5)
        raise Refusal("table.empty")
    assert queries.version("session", 5) == 0


def test_nothing_changed_is_answered_with_304_and_no_page(db: None) -> None:
    first = ask()
    again = ask(first["ETag"])
    assert (first.status_code, again.status_code, getattr(again, "content", None)) == (200, 304, b"")
    assert again["ETag"] == first["ETag"]


def test_a_change_is_answered_with_the_new_page(db: None) -> None:
    first = ask()
    actions.touch("session", 5)
    second = ask(first["ETag"])
    assert (second.status_code, getattr(second, "content", None)) == (200, b"version 1")


def test_one_readers_tag_does_not_fit_another_reader(db: None) -> None:
    tag = ask(user=account("Heron"))["ETag"]
    assert ask(tag, user=account("Wagtail")).status_code == 200


def test_one_languages_tag_does_not_fit_another_language(db: None) -> None:
    with translation.override("uk"):
        tag = ask()["ETag"]
    with translation.override("ru"):
        assert ask(tag).status_code == 200


def test_a_tag_among_others_and_a_weak_one_fit_too(db: None) -> None:
    tag = ask()["ETag"]
    assert [ask(f'"x", {tag}').status_code, ask(f"W/{tag}").status_code] == [304, 304]


def test_a_fragment_is_kept_on_no_disk_and_differs_by_reader_and_language(db: None) -> None:
    answer = ask()
    assert answer["Cache-Control"] == "no-store"
    assert {"Cookie", "Accept-Language"} <= {part.strip() for part in answer["Vary"].split(",")}


def test_a_tag_names_nobody(db: None) -> None:
    heron = account("Heron")
    tag = ask(user=heron)["ETag"]
    assert heron.pk.hex not in tag
    assert "Heron" not in tag


def test_a_form_is_obeyed_once(db: None) -> None:
    heron = account("Heron")
    assert [actions.once("t1", heron), actions.once("t1", heron), actions.once("t2", heron)] == [True, False, True]


def test_two_people_may_send_the_same_token(db: None) -> None:
    assert [actions.once("t1", account("Heron")), actions.once("t1", account("Wagtail")), actions.once("t1")] == [
        True
    ] * 3


def test_a_deed_that_is_refused_frees_its_token(db: None) -> None:
    with pytest.raises(Refusal, match=r"table\.empty"), transaction.atomic():
        assert actions.once("t1")
        raise Refusal("table.empty")
    assert actions.once("t1")


@pytest.mark.parametrize("token", ["", "x" * 65])
def test_a_form_without_its_token_is_refused(db: None, token: str) -> None:
    with pytest.raises(Refusal) as refused:
        actions.once(token)
    assert refused.value == Refusal("live.once_missing")


def test_the_table_of_tokens_tells_neither_sender_nor_token(db: None) -> None:
    heron = account("Heron")
    actions.once("a-token", heron)
    row = IdempotencyKey.objects.values().get()
    assert set(row) == {"digest", "day"}
    assert "a-token" not in row["digest"]
    assert heron.pk.hex not in row["digest"]


def test_tokens_are_forgotten_after_two_days(db: None) -> None:
    today = date(2026, 3, 10)
    for days in range(5):
        IdempotencyKey.objects.create(digest=str(days), day=today - timedelta(days=days))
    assert actions.forget_old_keys(today) == 2


def test_the_hidden_field_holds_a_new_token_each_time() -> None:
    page = Template("{% load live %}{% once %}")
    first, second = page.render(Context()), page.render(Context())
    assert first != second
    assert first.startswith('<input type="hidden" name="once" value="')
