"""The matrix: every audience of every community and the convention, filled by release or waived with a reason."""

from __future__ import annotations

import pytest
from django.db import IntegrityError, transaction

from tests.cast import NOW, Cast
from tests.steps.transmit.given import Post, agree_text, past_workshop
from tests.vault_place import deeds
from tracktwo.methods.record import Refusal
from tracktwo.steps.transmit import actions
from tracktwo.steps.transmit.models import Cell
from tracktwo.steps.transmit.queries import is_finished, workshop_to_transmit

TODAY = NOW.date()


def test_three_audiences_for_each_community_and_one_row_for_the_convention(post: Post) -> None:
    actions.open_matrix(post.workshop)
    places = [
        (cell.audience, cell.community.number if cell.community else None) for cell in Cell.objects.order_by("id")
    ]
    audiences = ("leadership", "elites", "public")
    assert places == [*((audience, side) for side in (1, 2) for audience in audiences), ("convention", None)]


def test_three_communities_have_ten_cells_and_three_columns(post_of_three: Post) -> None:
    page = post_of_three.get(post_of_three.cast.convener, "about").content.decode()
    columns = [f'data-side="{side}"' in page for side in (1, 2, 3)]
    assert (Cell.objects.count(), columns, 'colspan="3"' in page) == (10, [True] * 3, True)


def test_a_waiver_without_a_reason_is_refused_on_the_page_and_in_the_database(post: Post) -> None:
    cell = post.cell("leadership", 1)
    answer = post.post(post.cast.convener, "cell", cell.pk, state="waived", owner="", due="", reason="  ")
    assert (answer.status_code, "only with a reason" in answer.content.decode()) == (422, True)
    with pytest.raises(IntegrityError), transaction.atomic():
        Cell.objects.filter(pk=cell.pk).update(state="waived", reason="")
    assert post.cell("leadership", 1).state == "open"


def test_a_waiver_with_a_reason_shows_it_to_everybody_who_sees_the_matrix(post: Post) -> None:
    cell, why = post.cell("leadership", 2), "No way is known that endangers nobody."
    post.post(post.cast.convener, "cell", cell.pk, state="waived", owner="", due="", reason=why)
    pages = [post.get(who, "about").content.decode() for who in (post.cast.participants[1][0], post.cast.guarantors[2])]
    assert [why in page for page in pages] == [True, True]
    assert deeds(post.cast.programme.compartment.book)[-1] == "transmit.cell_waived"


def test_a_cell_in_hand_has_somebody_who_sees_to_it(post: Post) -> None:
    with pytest.raises(Refusal, match=r"transmit\.owner_missing"):
        post.set(post.cell("public", 1), "in_hand")


def test_no_cell_becomes_delivered_by_hand(post: Post) -> None:
    with pytest.raises(Refusal, match=r"transmit\.not_released"):
        post.set(post.cell("public", 1), "delivered", owner="convener")
    answer = post.post(post.cast.convener, "cell", post.cell("public", 1).pk, state="delivered", owner="convener")
    assert (answer.status_code, post.cell("public", 1).state) == (422, "open")


def test_a_date_is_read_in_every_language(post: Post) -> None:
    cell = post.cell("public", 1)
    post.post(post.cast.convener, "cell", cell.pk, state="in_hand", owner="rapporteur", due="2026-04-30", reason="")
    kept = post.cell("public", 1)
    assert (kept.state, kept.owner, str(kept.due)) == ("in_hand", "rapporteur", "2026-04-30")


@pytest.mark.parametrize(
    ("audience", "with_community"), [("convention", True), ("public", False)], ids=["convention", "public"]
)
def test_the_convention_belongs_to_no_community_and_every_other_audience_to_one(
    cast: Cast, audience: str, with_community: bool
) -> None:
    community = cast.programme.communities.first() if with_community else None
    with pytest.raises(IntegrityError), transaction.atomic():
        Cell.objects.create(workshop=past_workshop(cast), audience=audience, community=community)


def test_a_matrix_opened_twice_is_one(post: Post) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        Cell.objects.create(workshop=post.workshop, audience="convention", community=None)


def test_the_earliest_agreed_text_is_carried_before_a_later_one(cast: Cast) -> None:
    first, second = past_workshop(cast), past_workshop(cast, number=2, days_ago=10)
    found = [workshop_to_transmit(cast.programme, TODAY)]
    agree_text(cast, second)
    found.append(workshop_to_transmit(cast.programme, TODAY))
    agree_text(cast, first)
    found.append(workshop_to_transmit(cast.programme, TODAY))
    actions.open_matrix(first)
    found.append(workshop_to_transmit(cast.programme, TODAY))
    first.cells.update(state="waived", reason="Nobody may be reached.")
    found.append(workshop_to_transmit(cast.programme, TODAY))
    assert (found, is_finished(first)) == ([second, second, first, first, second], True)


def test_a_workshop_under_way_does_not_hide_what_is_still_to_be_carried(post: Post) -> None:
    past_workshop(post.cast, number=2, days_ago=1)
    page = post.get(post.cast.convener, "about").content.decode()
    other = post.cast.client(post.cast.convener).get(post.url("about") + "?workshop=2").content.decode()
    assert ("After workshop 1" in page, "a brief can be begun when the text is frozen" in other) == (True, True)


def test_nothing_is_carried_before_a_workshop_has_begun(cast: Cast) -> None:
    past_workshop(cast, days_ago=-1)
    assert workshop_to_transmit(cast.programme, TODAY) is None


def test_a_cell_of_another_programme_is_unknown(post: Post) -> None:
    address = post.url("brief", post.cell("public", 1).pk)
    foreign = address.replace(post.cast.programme.key, post.cast.other_programme.key)
    assert post.cast.client(post.cast.other_convener).get(foreign).status_code == 404


@pytest.mark.parametrize("who", ["convener", "rapporteur", "facilitator"])
def test_everybody_finds_a_next_step_on_the_matrix(post: Post, who: str) -> None:
    page = post.get(getattr(post.cast, who), "about").content.decode()
    assert page.count('class="do"') == 1


def test_a_reader_is_led_to_the_brief_of_the_own_community_only(post: Post) -> None:
    brief = post.written("public", 1)
    address = post.url("brief", brief.cell.pk)
    pages = [post.get(post.cast.readers[side], "about").content.decode() for side in (1, 2)]
    assert [f'class="do" href="{address}"' in page for page in pages] == [True, False]
