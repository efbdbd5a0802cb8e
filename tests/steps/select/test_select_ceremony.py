"""The page of a draw on the wall: six steps, what each prevents, what is given up; nothing to press and nobody named."""

from __future__ import annotations

import pytest
from django.utils import timezone

from tests.cast import Cast
from tests.steps.select.drawing import Play, small_workshop
from tests.steps.select.given import gather, nominees, speaking, url
from tracktwo.steps.select.actions import draws

pytestmark = pytest.mark.django_db
PREVENTED = (
    "Nobody can add, drop or change a row afterwards, nor a quota.",
    "Nobody can change the list once numbers are known; each side checks it with its own program.",
    "Nobody can choose a number knowing the others’, nor copy a seal.",
    "Nobody can stop or repeat the draw: a seal left shut counts as empty and is named.",
    "Nobody can decide by leaving a seal shut: the public value comes afterwards, so it is done blindly.",
    "No second try and no list of substitutes: a seat given up later gets a fresh draw.",
)
GIVEN_UP = "Given up here: without a public value, whoever opens last could choose between two numbers."
ELSEWHERE = {
    "uk": "той, хто відкриває останнім, міг би вибирати між двома числами",
    "ru": "тот, кто вскрывает последним, мог бы выбирать между двумя числами",
}
STEPS = ("freeze", "affirm", "publish", "seal", "open", "finish")


@pytest.fixture
def play(cast: Cast, vault) -> Play:
    nominees(cast)
    play = Play(cast, gather(cast, small_workshop(cast), 4), timezone.now()).freeze()
    if play.again().listed is None:
        draws.compute_list(play.draw)
    return play


def on_the_wall(cast: Cast, play: Play, language: str = "en") -> str:
    client = speaking(cast.client(cast.convener), language)
    return client.get(url(cast, "draw_show", play.draw.pk)).content.decode()


def states(page: str) -> list[str]:
    return [part.partition('"')[0] for part in page.partition('class="steps"')[2].split('<li data-state="')[1:7]]


def test_each_step_says_on_the_wall_what_it_prevents(cast: Cast, play: Play) -> None:
    play.affirm().publish("drand")
    page = on_the_wall(cast, play)
    assert [said for said in PREVENTED if said not in page] == [] and GIVEN_UP not in page


def test_a_draw_without_network_says_on_the_wall_what_that_gives_up(cast: Cast, play: Play) -> None:
    play.affirm().publish("none")
    page = on_the_wall(cast, play)
    assert GIVEN_UP in page and [said for said in PREVENTED if said not in page] == [PREVENTED[4]]
    for language, given_up in ELSEWHERE.items():
        told = on_the_wall(cast, play, language)
        assert (given_up in told, GIVEN_UP in told, PREVENTED[0] in told) == (True, False, False)


def test_the_wall_goes_step_by_step_and_holds_nothing_to_press(cast: Cast, play: Play) -> None:
    aliases = [one.alias for side in cast.participants.values() for one in side]
    seen = []
    for step in STEPS[1:]:
        getattr(play, step)()
        page = on_the_wall(cast, play)
        main = page.partition("<main")[2].partition("</main>")[0]
        seen.append(states(page).index("waiting") + 1 if "waiting" in states(page) else 6)
        assert ("<form" in main, [alias for alias in aliases if alias in page]) == (False, [])
    assert seen == [2, 3, 4, 5, 6]
