"""A page of many templates takes no piece of memory from the system at every node, however deep it is called."""

from __future__ import annotations

import resource

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from tracktwo.site.middleware import room_for_calls

CALLS, DEEPEST = 1000, 400


def called_from(depth: int) -> None:
    """As a template does: many calls of a few frames each, from somewhere in the stack."""
    if depth:
        return called_from(depth - 1)
    for _call in range(CALLS):
        node(3)
    return None


def node(frames: int) -> None:
    if frames:
        node(frames - 1)


def faults(request: HttpRequest) -> HttpResponse:
    """The most pieces of memory that were new to the process, from any depth."""
    most = 0
    for depth in range(DEEPEST):
        before = resource.getrusage(resource.RUSAGE_SELF).ru_minflt
        called_from(depth)
        most = max(most, resource.getrusage(resource.RUSAGE_SELF).ru_minflt - before)
    return HttpResponse(str(most))


def test_calls_behind_it_take_nothing_from_the_system_at_any_depth() -> None:
    assert int(room_for_calls(faults)(HttpRequest()).content) < CALLS // 10


def test_it_is_around_everything_else() -> None:
    assert settings.MIDDLEWARE[0] == f"{room_for_calls.__module__}.{room_for_calls.__name__}"


def test_the_answer_is_the_answer() -> None:
    answer = HttpResponse("told", status=201)
    assert room_for_calls(lambda _request: answer)(HttpRequest()) is answer
