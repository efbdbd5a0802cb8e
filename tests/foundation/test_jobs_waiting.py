"""Whoever waits for work sees what came of it."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.test import RequestFactory

from tracktwo.foundation.jobs.middleware import end_of_waiting


def answer(html: str, **headers: str) -> HttpResponse:
    def page(_request: HttpRequest) -> HttpResponse:
        return HttpResponse(html)

    return end_of_waiting(page)(RequestFactory().get("/", headers=headers))


def test_a_page_that_shows_the_result_in_place_of_the_progress_is_loaded_anew() -> None:
    assert answer("<p>The cohort</p>", **{"HX-Target": "job-7"})["HX-Refresh"] == "true"


def test_while_the_work_goes_on_only_the_progress_is_swapped() -> None:
    assert "HX-Refresh" not in answer('<div id="job-7">2 of 9</div>', **{"HX-Target": "job-7"})


def test_the_progress_of_other_work_is_not_this_one() -> None:
    assert answer('<div id="job-70">2 of 9</div>', **{"HX-Target": "job-7"})["HX-Refresh"] == "true"


def test_nobody_else_is_told_to_load_a_page_anew() -> None:
    assert "HX-Refresh" not in answer("<p>Any page</p>")
    assert "HX-Refresh" not in answer("<p>Any page</p>", **{"HX-Target": "room"})
