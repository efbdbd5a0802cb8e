"""The pool page answers what is typed for sixty nominees. How fast, says benchmarks/asking.py."""

from __future__ import annotations

import pytest

from tests.cast import Cast
from tests.steps.select.given import coming_workshop, practice_pool, url
from tracktwo.steps.select.models import Pool

pytestmark = pytest.mark.django_db
PEOPLE, SEATS = 60, 16
COLUMNS = {
    "community": ("A", "B"),
    "gender": ("woman", "man", "other"),
    "age": ("under 40", "40 to 59", "60 and over"),
    "place": ("capital", "elsewhere", "abroad"),
    "sector": ("academia", "law", "media", "business", "civil"),
    "before": ("yes", "no"),
}
# Steps of seven with different remainders: nearly everybody is of a kind of their own, as in a real pool.
ROWS = [[values[(7 * place + place // (column + 2)) % len(values)] for column, values in enumerate(COLUMNS.values())]
        for place in range(PEOPLE)]  # fmt: skip


def files() -> dict[str, str]:
    pool = [",".join(["id", *COLUMNS]), *(",".join([f"p{place}", *row]) for place, row in enumerate(ROWS))]
    return {"pool": "\n".join(pool), "quotas": "\n".join(["feature,value,min,max", *quotas()])}


def quotas() -> list[str]:
    """Each value within one seat of its share in the pool."""
    told = []
    for column, (name, values) in enumerate(COLUMNS.items()):
        for value in values:
            share = SEATS * sum(row[column] == value for row in ROWS) / PEOPLE
            told.append(f"{name},{value},{max(0, int(share) - 1)},{int(share) + 2}")
    return told


def typed(pool: Pool, feature: str, value: str, least: int) -> dict[str, int]:
    stand = {
        f"{end}.{one.feature}.{one.value}": getattr(one, end) for one in pool.quotas.all() for end in ("least", "most")
    }
    return stand | {f"least.{feature}.{value}": least}


def test_every_change_of_a_quota_is_answered_while_it_is_typed(cast: Cast) -> None:
    pool = practice_pool(cast, coming_workshop(cast), seats=SEATS, **files())
    client, place = cast.client(cast.convener), url(cast, "pool", pool.pk)
    changes = [(one.feature, one.value, one.most - number % 2) for number, one in enumerate(pool.quotas.all())]
    answered = 0
    for change in changes:
        answer = client.get(place, typed(pool, *change), headers={"X-Asks": "1"}).content.decode()
        answered += sum(told in answer for told in ("It can be done so", "No cohort keeps all of this"))
    assert (len({tuple(row) for row in ROWS}) > PEOPLE // 2, answered) == (True, len(changes))
