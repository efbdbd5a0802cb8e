"""Consents in layers: yes for a year, taken back at any time, asked anew with new words, and never changed backwards."""

from __future__ import annotations

from datetime import date, timedelta
from secrets import token_urlsafe

import pytest
from django.urls import reverse
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from tests.cast import NOW, Cast
from tests.steps.workshops import a_workshop, noon, seat_everybody
from tracktwo.data.consents import CONSENTS, LAYERS
from tracktwo.foundation.ledger.models import Entry
from tracktwo.foundation.people.policies import role_of
from tracktwo.methods.record import Refusal
from tracktwo.site.path import waiting, walker_for
from tracktwo.steps.plan.models import Workshop
from tracktwo.steps.prepare import actions
from tracktwo.steps.prepare.convert import year_after
from tracktwo.steps.prepare.forms import WordsForm
from tracktwo.steps.prepare.models import Consent, PanelAsked
from tracktwo.steps.prepare.queries import (
    basis_of,
    consents_given,
    fallen,
    is_consenting,
    layers_of,
    list_layer_counts,
)
from tracktwo.steps.select.models import Seat

TODAY = NOW.date()
BRIEFS = Consent.Product.BRIEFS.value
YEAR = timedelta(days=365)


@pytest.fixture
def workshop(cast: Cast) -> Workshop:
    return a_workshop(cast, timezone.localdate() + timedelta(days=60))


@pytest.fixture
def seats(cast: Cast, workshop: Workshop) -> dict[str, Seat]:
    return seat_everybody(cast, workshop)


@pytest.fixture
def seat(seats: dict[str, Seat]) -> Seat:
    return seats["Wader 1 1"]


def answer(seat: Seat, *, days: int = 0, **said: bool) -> None:
    by = role_of(seat.account, "prepare.own", seat.workshop.programme.compartment)
    actions.answer_consents(seat, said, by=by, now=NOW + timedelta(days=days))


def state(seat: Seat, day: date, product: str = BRIEFS) -> str:
    return next(layer.state for layer in layers_of(seat, noon(day)) if layer.product == product)


def test_a_yes_holds_for_a_year_and_counts_as_none_from_the_day_it_lapses(seat: Seat) -> None:
    answer(seat, briefs=True)
    assert [is_consenting(seat, BRIEFS, TODAY + YEAR - timedelta(days=left)) for left in (1, 0)] == [True, False]
    assert (state(seat, TODAY + YEAR), consents_given(seat.workshop, BRIEFS, TODAY + YEAR)) == ("lapsed", 0)


def test_a_yes_is_renewed_only_within_its_last_thirty_days(seat: Seat) -> None:
    answer(seat, briefs=True)
    answer(seat, days=300, briefs=True)
    answer(seat, days=340, briefs=True)
    assert seat.consents.filter(product=BRIEFS).count() == 2
    assert is_consenting(seat, BRIEFS, TODAY + YEAR)


def test_answers_are_added_and_never_changed(seat: Seat) -> None:
    for given_ in (True, False, True):
        answer(seat, briefs=given_)
    first = seat.consents.first()
    with pytest.raises(TypeError):
        first.save()
    assert list(seat.consents.filter(product=BRIEFS).values_list("given", flat=True)) == [True, False, True]


def test_what_is_left_open_stays_as_it_was(seat: Seat) -> None:
    answer(seat, briefs=True)
    answer(seat, research=False)
    assert [layer.state for layer in layers_of(seat, NOW)] == ["open", "open", "given", "refused"]


def test_new_words_ask_everybody_anew_and_older_answers_count_until_the_day_set(cast: Cast, seat: Seat) -> None:
    answer(seat, briefs=True)
    by, until = cast.by(cast.convener, "prepare.change"), TODAY + timedelta(days=20)
    actions.adopt_consents(cast.programme, CONSENTS, answer_by=until, by=by, now=NOW)
    before, after = (is_consenting(seat, BRIEFS, until - timedelta(days=left)) for left in (1, 0))
    answer(seat, days=1, briefs=True)
    assert (before, after, is_consenting(seat, BRIEFS, until)) == (True, False, True)
    assert list(seat.consents.values_list("sheet__version", flat=True)) == [1, 2]


@pytest.mark.parametrize(
    ("texts", "days", "code"),
    [
        (CONSENTS, 13, "prepare.answer_by_too_soon"),
        ({"en": dict.fromkeys(LAYERS, ("asked", ""))}, 20, "prepare.consent_words_missing"),
        ({"en": {"briefs": ("asked", "effect")}}, 20, "prepare.consent_words_missing"),
        ({}, 20, "prepare.consent_words_missing"),
    ],
)
def test_words_are_whole_and_leave_time_to_be_read(cast: Cast, texts: dict, days: int, code: str) -> None:
    by = cast.by(cast.convener, "prepare.change")
    with pytest.raises(Refusal) as refused:
        actions.adopt_consents(cast.programme, texts, answer_by=TODAY + timedelta(days=days), by=by, now=NOW)
    assert (refused.value.code, cast.programme.consent_sheets.count()) == (code, 0)


def test_a_release_learns_which_of_its_consents_no_longer_hold_and_why(seats: dict[str, Seat]) -> None:
    withdrawn, lapsed, gone, renewed = list(seats.values())[:4]
    for seat in (withdrawn, lapsed, gone, renewed):
        answer(seat, briefs=True)
    basis = basis_of(withdrawn.workshop, BRIEFS, TODAY)
    answer(withdrawn, days=5, briefs=False)
    answer(renewed, days=340, briefs=True)
    Seat.objects.filter(pk=gone.pk).update(withdrawn_on=TODAY)
    found = {(one.how, one.since) for one in fallen(basis.refs, TODAY + YEAR)}
    assert (len(basis.refs), basis.version, len(basis.digest)) == (4, 1, 64)
    expected = {("withdrawn", TODAY + timedelta(days=5)), ("lapsed", TODAY + YEAR), ("seat_given_up", TODAY)}
    assert found == expected


def test_nothing_has_fallen_while_every_yes_holds(seats: dict[str, Seat], workshop: Workshop) -> None:
    for seat in seats.values():
        answer(seat, briefs=True)
    assert fallen(basis_of(workshop, BRIEFS, TODAY).refs, TODAY) == []


def test_a_seat_given_up_takes_back_and_gives_nothing(seat: Seat) -> None:
    answer(seat, research=True)
    Seat.objects.filter(pk=seat.pk).update(withdrawn_on=TODAY)
    with pytest.raises(Refusal, match=r"prepare\.seat_given_up"):
        answer(seat, briefs=True)
    answer(seat, research=False)
    assert state(seat, TODAY, "research") == "refused"


def test_each_session_at_the_convention_is_answered_by_itself(cast: Cast, seat: Seat, workshop: Workshop) -> None:
    by = cast.by(cast.convener, "prepare.change")
    for title in ("Borders", "Schools"):
        actions.ask_panel(workshop, {"en": title, "uk": " "}, by=by, now=NOW, token=token_urlsafe(8))
    client, place = cast.client(seat.account), reverse("prepare:consents", args=[cast.programme.key])
    client.post(place, {"panel_1": "yes", "panel_2": "no"})
    today = timezone.localdate()
    said = {count.label: count.unanswered for count in list_layer_counts(workshop, timezone.now())}
    assert (said["Borders"], said["Schools"], said[str(Consent.Product.BRIEFS.label)]) == (5, 5, 6)
    borders, schools = workshop.panels_asked.order_by("pk")
    found = [is_consenting(seat, "panel", today, panel) for panel in (borders, schools)]
    assert found == [True, False]


def asked_about(cast: Cast, workshop: Workshop, title: str = "Borders") -> PanelAsked:
    by = cast.by(cast.convener, "prepare.change")
    found = actions.ask_panel(workshop, {"en": title}, by=by, now=NOW, token=token_urlsafe(8))
    assert found is not None
    return found


def test_a_form_that_comes_twice_asks_about_one_session_and_adopts_one_version(
    cast: Cast, seat: Seat, workshop: Workshop
) -> None:
    answer(seat, briefs=True)
    client, key = cast.client(cast.convener), cast.programme.key
    words = {name: field.initial for name, field in WordsForm(words=CONSENTS).fields.items()}
    words["answer_by"] = (timezone.localdate() + timedelta(days=30)).isoformat()
    place = reverse("prepare:panel", args=[key])
    told = [
        [client.post(place, {"title_en": "Borders", "once": "a-token"}).status_code for _again in range(2)],
        [client.post(reverse("prepare:words", args=[key]), words).status_code for _again in range(2)],
    ]
    assert (told, workshop.panels_asked.count()) == ([[302, 302], [302, 302]], 1)
    assert (cast.programme.consent_sheets.count(), 'name="once"' in client.get(place).content.decode()) == (2, True)


def test_the_same_words_for_a_later_day_are_a_version_of_their_own(cast: Cast) -> None:
    by = cast.by(cast.convener, "prepare.change")
    adopted = [
        actions.adopt_consents(cast.programme, CONSENTS, answer_by=TODAY + timedelta(days=days), by=by, now=NOW).version
        for days in (20, 20, 40)
    ]
    assert adopted == [1, 1, 2]


def test_a_question_that_nobody_has_answered_is_taken_back_and_its_number_is_nobodys(
    cast: Cast, seat: Seat, workshop: Workshop
) -> None:
    panel = asked_about(cast, workshop)
    client, place = cast.client(cast.convener), reverse("prepare:panel", args=[cast.programme.key])
    button = f'name="back" value="{panel.pk}"'
    offered = button in client.get(place).content.decode()
    codes = [client.post(place, {"back": panel.pk}).status_code for _again in range(2)]
    asked = [layer.panel for layer in layers_of(seat, NOW) if layer.panel]
    entries = [one.deed for one in Entry.objects.filter(deed__startswith="prepare.panel")]
    assert (offered, codes, asked, workshop.panels_asked.exists()) == (True, [302, 302], [], False)
    assert (entries, PanelAsked.every.get().titles) == (["prepare.panel_asked", "prepare.panel_taken_back"], {})
    # A page that stood open all the while answers by number: what it says is about no other session.
    assert asked_about(cast, workshop, "Schools").number == panel.number + 1
    cast.client(seat.account).post(reverse("prepare:consents", args=[cast.programme.key]), {"panel_1": "yes"})
    assert not seat.consents.filter(given=True).exists()


def test_a_question_that_somebody_has_answered_stays(cast: Cast, seat: Seat, workshop: Workshop) -> None:
    panel = asked_about(cast, workshop)
    client = cast.client(cast.convener)
    by = role_of(seat.account, "prepare.own", cast.programme.compartment)
    actions.answer_consents(seat, {}, panels={panel.number: False}, by=by, now=NOW)
    answered = client.post(reverse("prepare:panel", args=[cast.programme.key]), {"back": panel.pk})
    page = client.get(reverse("prepare:panel", args=[cast.programme.key])).content.decode()
    assert (answered.status_code, 'name="back"' in page, workshop.panels_asked.count()) == (422, False, 1)


def test_leaving_the_research_leaves_seat_text_and_briefs_alone(cast: Cast, seat: Seat) -> None:
    now = timezone.now()
    by = role_of(seat.account, "prepare.own", cast.programme.compartment)
    actions.answer_consents(seat, dict.fromkeys(("briefs", "research", "taking_part"), True), by=by, now=now)
    place = reverse("prepare:consents", args=[cast.programme.key])
    page = cast.client(seat.account).get(place).content.decode()
    cast.client(seat.account).post(place, {"research": "no"})
    states = [layer.state for layer in layers_of(seat, now)]
    assert "Withdraw from the research only" in page
    assert (states, Seat.objects.get(pk=seat.pk).withdrawn_on) == (["given", "open", "given", "refused"], None)


def test_what_a_no_does_stands_before_every_button(cast: Cast, seat: Seat) -> None:
    page = cast.client(seat.account).get(reverse("prepare:consents", args=[cast.programme.key])).content.decode()
    button = page.index("Keep my answers")
    effects = [CONSENTS["en"][layer][1][:30] for layer in LAYERS if layer != "panel"]
    assert [page.find(effect) < button and effect in page for effect in effects] == [True] * 4


def test_a_yes_to_renew_waits_at_home_with_its_last_day(cast: Cast, seat: Seat) -> None:
    answer(seat, briefs=True)
    later = NOW + timedelta(days=340)
    found = [one for one in waiting(walker_for(cast.programme, seat.account, later)) if "anew" in one.what]
    early = [one for one in waiting(walker_for(cast.programme, seat.account, NOW)) if "anew" in one.what]
    assert ([(one.due, one.mine) for one in found], early) == ([(TODAY + YEAR, True)], [])


def test_the_third_party_sees_counts_of_the_cohort_and_no_alias(cast: Cast, seat: Seat) -> None:
    answer(seat, briefs=True)
    place = reverse("prepare:consents", args=[cast.programme.key])
    pages = [cast.client(who).get(place).content.decode() for who in (cast.convener, cast.guarantors[1])]
    assert [("Layer by layer, as it stands today" in page, "Wader" in page) for page in pages] == [
        (True, False),
        (True, False),
    ]


def test_the_house_s_words_are_adopted_by_the_first_answer_and_recorded(seat: Seat) -> None:
    answer(seat, briefs=True)
    answer(seat, research=True)
    leaves = [entry.leaf for entry in Entry.objects.filter(deed="prepare.consent_words")]
    assert (len(leaves), '"role":"machine"' in leaves[0], '"version":1' in leaves[0]) == (1, True, True)


def test_the_convener_adopts_words_and_asks_about_a_session(cast: Cast, seat: Seat) -> None:
    client, key = cast.client(cast.convener), cast.programme.key
    typed = {f"what_{layer}_{code}": CONSENTS[code][layer][0] for code in CONSENTS for layer in LAYERS}
    typed |= {f"effect_{layer}_{code}": CONSENTS[code][layer][1] for code in CONSENTS for layer in LAYERS}
    day = (timezone.localdate() + timedelta(days=20)).isoformat()
    empty = client.post(reverse("prepare:words", args=[key]), typed)
    kept = client.post(reverse("prepare:words", args=[key]), typed | {"answer_by": day})
    untitled = client.post(reverse("prepare:panel", args=[key]), {"title_en": " ", "once": "one"})
    asked = client.post(reverse("prepare:panel", args=[key]), {"title_en": "Borders", "once": "one"})
    assert [one.status_code for one in (empty, kept, untitled, asked)] == [422, 302, 422, 302]
    assert (cast.programme.consent_sheets.count(), seat.workshop.panels_asked.count()) == (1, 1)


@given(st.dates(min_value=date(1990, 1, 1), max_value=date(2100, 1, 1)))
def test_a_year_later_is_the_same_day_or_the_last_of_february(day: date) -> None:
    later = year_after(day)
    assert (later.year, later.month) == (day.year + 1, day.month)
    assert later.day == day.day or (day.month, day.day, later.day) == (2, 29, 28)


def test_a_no_to_taking_part_can_be_taken_back_after_the_workshop_and_a_yes_is_asked_no_more(cast: Cast) -> None:
    over = a_workshop(cast, timezone.localdate() - timedelta(days=60))
    said_no, said_yes, *_others = seat_everybody(cast, over).values()
    answer(said_no, taking_part=False)
    answer(said_yes, taking_part=True)
    place, now = f"{reverse('prepare:consents', args=[cast.programme.key])}?workshop=1", timezone.now()
    shown = ["taking_part" in [layer.product for layer in layers_of(seat, now)] for seat in (said_no, said_yes)]
    cast.client(said_no.account).post(place, {"taking_part": "yes"})
    assert (shown, is_consenting(said_no, "taking_part")) == ([True, False], True)


def test_the_words_page_says_where_the_house_proposes_others(cast: Cast, seat: Seat) -> None:
    by, client = cast.by(cast.convener, "prepare.change"), cast.client(cast.convener)
    place, told = reverse("prepare:words", args=[cast.programme.key]), "The house proposes other words"
    before = client.get(place).content.decode()
    older = {code: layers | {"briefs": ("Older words?", "Older effect.")} for code, layers in CONSENTS.items()}
    actions.adopt_consents(cast.programme, older, answer_by=TODAY + timedelta(days=20), by=by, now=NOW)
    after, house = (client.get(f"{place}{query}").content.decode() for query in ("", "?house"))
    assert [told in page for page in (before, after, house)] == [False, True, False]
    assert ["Older words?" in page for page in (after, house)] == [True, False]
