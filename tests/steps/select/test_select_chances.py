"""The page that explains a cohort: chances as a picture and as a table."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from django.utils import timezone

from tests.cast import Cast
from tests.steps.select.given import compute_on_page, practice_pool, url
from tests.steps.workshops import a_workshop
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
