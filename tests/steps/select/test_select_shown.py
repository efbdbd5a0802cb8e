"""What two pages of step 3 show whoever looks on: chances as a picture, and what each step of a ceremony prevents."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from django.utils import timezone

from tests.cast import Cast
from tests.steps.select.drawing import Play, small_workshop
from tests.steps.select.given import compute_on_page, gather, nominees, practice_pool, speaking, url
from tests.steps.workshops import a_workshop
from tracktwo.steps.select.actions import draws
from tracktwo.steps.select.models import Pool

pytestmark = pytest.mark.django_db
PEOPLE, SEATS = 60, 12
# Values of unequal size, whose periods have no common divisor, so that nearly everybody is of a kind of their own.
FEATURES = {
    "community": ("North", "South"),
    "gender": ("woman", "man", "man"),
    "region": ("coast", "hills", "plain", "plain", "capital"),
    "generation": ("under 35", "35 to 50", "35 to 50", "35 to 50", "over 50", "over 50", "over 50"),
    "sector": ("academia", *["media"] * 3, *["law"] * 4, *["civil society"] * 3),
}
# A third are women, who take half of the seats.
UNEQUAL = {"woman": (6, 7), "man": (5, 6)}


def value(feature: str, person: int) -> str:
    return FEATURES[feature][person % len(FEATURES[feature])]


def files() -> dict[str, str]:
    """Sixty people, and for each value its share of the seats, two seats more or less."""
    people = [[f"p{place:02}", *(value(feature, place) for feature in FEATURES)] for place in range(PEOPLE)]
    lines = []
    for feature, values in FEATURES.items():
        for one in sorted(set(values)):
            share = SEATS * sum(value(feature, place) == one for place in range(PEOPLE)) / PEOPLE
            least, most = UNEQUAL.get(one, (max(0, int(share) - 2), int(share) + 2))
            lines.append([feature, one, str(least), str(most)])
    said = {"pool": [["id", *FEATURES], *people], "quotas": [["feature", "value", "min", "max"], *lines]}
    return {name: "\n".join(",".join(row) for row in rows) + "\n" for name, rows in said.items()}


@pytest.fixture
def pool(cast: Cast) -> Pool:
    workshop = a_workshop(cast, timezone.localdate() + timedelta(days=90))
    return practice_pool(cast, workshop, seats=SEATS, **files())


def test_the_explanation_draws_how_likely_everybody_was_and_says_the_same_as_a_table(cast: Cast, pool: Pool) -> None:
    cohort = compute_on_page(cast, pool, "leximin")
    page = cast.client(cast.convener).get(url(cast, "cohort", cohort.pk)).content.decode()
    chart, _, table = page.partition("How likely each person was")[2].partition("The same as a table")
    assert '<title id="chances-title">Chance of being chosen</title>' in chart
    counted = [int(cell) for cell in re.findall(r'<td class="num">(\d+)</td>', table.partition("</table>")[0])]
    assert (sum(counted), sum(count > 0 for count in counted) > 2) == (PEOPLE, True)


@pytest.mark.parametrize(
    ("language", "gives_up"),
    [
        ("en", "without a public value, whoever opens last could choose between two numbers"),
        ("uk", "той, хто відкриває останнім, міг би вибирати між двома числами"),
        ("ru", "тот, кто вскрывает последним, мог бы выбирать между двумя числами"),
    ],
)
def test_the_ceremony_on_the_wall_says_what_each_step_prevents_and_what_no_network_gives_up(
    cast: Cast, vault, language: str, gives_up: str
) -> None:
    nominees(cast)
    play = Play(cast, gather(cast, small_workshop(cast), 4), timezone.now()).freeze()
    if play.again().listed is None:
        draws.compute_list(play.draw)
    before = prevented(cast, play, language)
    play.affirm().publish("none")
    after = prevented(cast, play, language)
    assert (len(before), len(set(before)), len(after)) == (6, 6, 6)
    assert [gives_up in one for one in after] == [False] * 4 + [True, False]
    assert [place for place in range(6) if before[place] != after[place]] == [4]


def prevented(cast: Cast, play: Play, language: str) -> list[str]:
    """What is said of each step, at the end of the page that a projector shows."""
    reader = speaking(cast.client(cast.convener), language)
    page = reader.get(url(cast, "draw_show", play.draw.pk)).content.decode()
    return re.findall(r"<li><strong>[^<]+\.</strong> ([^<]+)</li>", page)
