"""Countries in words for readers, in letters for files."""

from __future__ import annotations

import pytest
from django.conf import settings
from django.urls import reverse
from django.utils.translation import override

from tests.cast import NOW, Cast
from tests.steps.plan.given import convener
from tracktwo.data import tables
from tracktwo.data.countries import LANGUAGES, country_name
from tracktwo.exchange.conventions import read_conventions
from tracktwo.methods import dates
from tracktwo.methods.dates.countries import CONTINENT
from tracktwo.steps.plan import actions
from tracktwo.steps.plan.convert.words import reason_words


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_country_has_a_word_of_its_own_in_every_language(language: str) -> None:
    words = [country_name(code, language) for code in CONTINENT]
    assert (len(set(words)), [word for word in words if word in CONTINENT or not word.strip()]) == (len(CONTINENT), [])


def test_another_language_gets_english_and_what_is_no_country_stays() -> None:
    assert (country_name("pt", "de"), country_name("UA", "uk-UA"), country_name("QQ", "en"), country_name("", "en")) == (
        "Portugal", "Україна", "QQ", "",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "passport Ukraine, entry Italy"),
        ("uk", "паспорт — Україна, в’їзд — Італія"),
        ("ru", "паспорт — Украина, въезд — Италия"),
    ],
)
def test_a_reason_says_the_country_in_the_readers_language(language: str, said: str) -> None:
    facts = {"passport": "UA", "country": "IT", "count": 8, "community": "1", "lead_days": 120, "days_short": 87}
    with override(language):
        assert said in reason_words(dates.Reason("plan.lead_time_short", facts), {"1": "Community A"})


@pytest.mark.parametrize(("language", "words"), [("uk", ("Україна", "Португалія")), ("ru", ("Украина", "Португалия"))])
@pytest.mark.django_db
def test_pages_of_the_plan_say_no_letters_of_a_country(cast: Cast, language: str, words: tuple[str, str]) -> None:
    by = convener(cast)
    actions.import_conventions(cast.programme, read_conventions(tables.conventions_csv()), by=by, now=NOW)
    lines = [(one, "UA", "UA", 4) for one in cast.programme.communities.all()]
    actions.write_delegation(cast.programme, lines, by=by, now=NOW)
    client = cast.client(cast.convener)
    client.cookies[settings.LANGUAGE_COOKIE_NAME] = language
    borders = client.get(reverse("plan:borders", args=[cast.programme.key])).content.decode()
    conventions = client.get(reverse("plan:conventions", args=[cast.programme.key])).content.decode()
    assert (words[0] in borders, words[1] in borders, words[1] in conventions) == (True, True, True)
    assert [code for code in ("UA", "PT", "GB") if f">{code}<" in borders or f", {code}<" in conventions] == []
