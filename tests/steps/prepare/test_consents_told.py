"""How many consent is told when no answer is outstanding, by the table of small numbers, and to who must ask."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from django.urls import reverse
from django.utils import timezone

from tests.cast import NOW, Cast
from tests.steps.workshops import a_workshop, noon, seat_everybody
from tracktwo.foundation.people.models import Account
from tracktwo.foundation.people.policies import role_of
from tracktwo.steps.plan.models import Workshop
from tracktwo.steps.prepare import actions
from tracktwo.steps.prepare.convert import SeatLine
from tracktwo.steps.prepare.models import Consent
from tracktwo.steps.prepare.queries import LayerCount, list_asked, list_layer_counts, list_lines
from tracktwo.steps.select.models import Roster, Seat

BRIEFS = str(Consent.Product.BRIEFS.label)
LAYERS = ("taking_part", "single_text", "briefs", "research")


@pytest.fixture
def workshop(cast: Cast) -> Workshop:
    found = a_workshop(cast, timezone.localdate())
    Roster.objects.create(workshop=found, freezes_on=found.starts_on)
    return found


@pytest.fixture
def seats(cast: Cast, workshop: Workshop) -> list[Seat]:
    """Six of them."""
    return list(seat_everybody(cast, workshop).values())


def say(seat: Seat, *, given: bool, layers: Sequence[str] = ("briefs",)) -> None:
    by = role_of(seat.account, "prepare.own", seat.workshop.programme.compartment)
    actions.answer_consents(seat, dict.fromkeys(layers, given), by=by, now=timezone.now())


def briefs(workshop: Workshop) -> LayerCount:
    return next(one for one in list_layer_counts(workshop, timezone.now()) if one.label == BRIEFS)


def lines_of(workshop: Workshop) -> list[SeatLine]:
    asked = [key for key, _label in list_asked(workshop, timezone.now())]
    return list_lines(workshop, timezone.localdate(), asked)


def board(cast: Cast, account: Account) -> str:
    return cast.client(account).get(reverse("prepare:consents", args=[cast.programme.key])).content.decode()


def test_while_somebodys_answer_is_outstanding_only_that_is_counted(workshop: Workshop, seats: list[Seat]) -> None:
    for seat in seats[:5]:
        say(seat, given=seat != seats[0])
    one = briefs(workshop)
    assert (one.unanswered, one.given, one.refused, one.is_complete) == (1, None, None, False)


@pytest.mark.parametrize(("no", "told"), [(0, (None, None)), (1, (5, 1)), (6, (None, None))])
def test_when_all_have_answered_yes_and_no_are_told_unless_all_said_the_same(
    workshop: Workshop, seats: list[Seat], no: int, told: tuple[int | None, int | None]
) -> None:
    for place, seat in enumerate(seats):
        say(seat, given=place >= no)
    one = briefs(workshop)
    assert ((one.given, one.refused), one.is_complete) == (told, True)


def test_of_fewer_than_six_it_is_not_told(workshop: Workshop, seats: list[Seat]) -> None:
    Seat.objects.filter(pk=seats[5].pk).update(withdrawn_on=NOW.date())
    for seat in seats[:5]:
        say(seat, given=seat != seats[0])
    assert (briefs(workshop).given, briefs(workshop).is_complete) == (None, True)


def test_a_guarantor_reads_whether_all_have_answered_and_no_number(cast: Cast, seats: list[Seat]) -> None:
    told = []
    for last in (1, 6):
        for seat in seats[:last]:
            say(seat, given=seat != seats[0], layers=LAYERS)
        pages = [board(cast, account) for account in (cast.guarantors[1], cast.rapporteur)]
        told.append(["all asked have answered" in page for page in pages])
        assert not any('class="num"' in page for page in pages)
    assert told == [[False, False], [True, True]]


def test_who_asks_for_answers_reads_how_many_are_missing(cast: Cast, seats: list[Seat]) -> None:
    say(seats[0], given=False)
    for account in (cast.convener, cast.facilitator):
        page = board(cast, account)
        assert '<td>5 not answered<br></td><td colspan="2">not shown' in page


def test_a_line_by_alias_is_the_same_for_a_yes_and_a_no(workshop: Workshop, seats: list[Seat]) -> None:
    said = []
    for given in (True, False):
        for seat in Seat.objects.filter(pk__in=[seats[0].pk, seats[1].pk]):
            say(seat, given=given if seat == seats[0] else not given, layers=LAYERS[1:])
        said.append([(one.alias, one.unanswered) for one in lines_of(workshop)])
    assert said[0] == said[1]
    assert sorted({unanswered for _alias, unanswered in said[0]}) == [1, 4]


def test_nobody_is_asked_whether_to_take_part_in_what_is_over(workshop: Workshop, seats: list[Seat]) -> None:
    after = noon(workshop.ends_on, after=1)
    found = [len(list_layer_counts(workshop, now)) for now in (timezone.now(), after)]
    assert found == [4, 3]
