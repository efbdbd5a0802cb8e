"""When something happens: a plan without names, steps that are ticked, everybody told nothing but that; help asked for."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from tests.cast import Cast
from tests.steps.workshops import a_workshop, seat_everybody
from tracktwo.data.incidents import STEPS, TOLD, step_codes
from tracktwo.foundation.ledger.models import Entry
from tracktwo.methods.record import Refusal
from tracktwo.site.path import waiting, walker_for
from tracktwo.steps.prepare import actions
from tracktwo.steps.prepare.models import CarePlan, HelpCall, Incident, IncidentStep, SafeWord
from tracktwo.steps.prepare.queries.care import list_unheard, told_incident
from tracktwo.steps.select.actions import tell_entry

CALLED = {"convener": "the card in the safe", "lawyer": "second number of the office"}
LINES = {"en": "We speak of our public agenda.", "uk": "Ми говоримо про публічну програму.", "ru": "О программе."}


@pytest.fixture
def incident(cast: Cast) -> Incident:
    return happen(cast, "arrest")


def happen(cast: Cast, kind: str) -> Incident:
    by = cast.by(cast.convener, "prepare.incident")
    return actions.open_incident(cast.programme, kind, by=by, now=timezone.now())


def keep(cast: Cast, called: dict[str, str] = CALLED) -> CarePlan:
    by = cast.by(cast.convener, "prepare.change")
    facts = {"called": called, "lines": LINES, "decides": "two", "by": by, "now": timezone.now()}
    return actions.keep_care_plan(cast.programme, **facts)


def do(cast: Cast, incident: Incident, step: str) -> None:
    actions.do_step(incident, step, by=cast.by(cast.facilitator, "prepare.incident"), now=timezone.now())


def close(cast: Cast, incident: Incident, *lessons: str) -> None:
    by = cast.by(cast.convener, "prepare.incident")
    actions.close_incident(incident, lessons, by=by, now=timezone.now())


def whats(cast: Cast, account: object) -> list[str]:
    return [one.what for one in waiting(walker_for(cast.programme, account, timezone.now()))]


def leaves(cast: Cast, start: str) -> list[Entry]:
    return list(Entry.objects.filter(book=cast.programme.compartment.book, deed__startswith=start))


def page(cast: Cast, account: object, name: str, *more: object) -> str:
    address = reverse(f"prepare:{name}", args=[cast.programme.key, *more])
    return cast.client(account).get(address).content.decode()


def test_every_kind_has_its_steps_in_three_languages() -> None:
    assert set(STEPS) == set(Incident.Kind.values)
    assert all(set(step.texts) == {"en", "uk", "ru"} for steps in STEPS.values() for step in steps)
    assert all(TOLD in step_codes(kind) and len(set(step_codes(kind))) == 6 for kind in STEPS)


def test_a_plan_that_calls_only_one_is_refused(cast: Cast) -> None:
    with pytest.raises(Refusal, match=r"prepare\.care_few_called"):
        keep(cast, {"convener": "the card"})


def test_a_missing_plan_waits_for_the_convener_before_a_workshop(cast: Cast) -> None:
    what = "Write the plan for when something happens"
    a_workshop(cast, timezone.localdate() + timedelta(days=60))
    before = [what in whats(cast, account) for account in (cast.convener, cast.facilitator)]
    keep(cast)
    assert (before, what in whats(cast, cast.convener)) == ([True, False], False)


def test_the_plan_is_written_on_its_page_and_read_by_a_guarantor(cast: Cast) -> None:
    typed = {"decides": "two"} | {f"call_{who}": words for who, words in CALLED.items()}
    typed |= {f"line_{language}": words for language, words in LINES.items()}
    answer = cast.client(cast.convener).post(reverse("prepare:care", args=[cast.programme.key]), typed)
    assert (answer.status_code, CarePlan.objects.get().called) == (302, CALLED)
    seen = page(cast, cast.guarantors[1], "care")
    assert CALLED["lawyer"] in seen and LINES["uk"] in seen


def test_one_tap_from_any_page_of_the_third_party_opens_the_lists(cast: Cast) -> None:
    address = reverse("prepare:happened", args=[cast.programme.key])
    home = reverse("site:programme", args=[cast.programme.key])
    seen = {
        account.alias: address in cast.client(account).get(home).content.decode()
        for account in (cast.convener, cast.facilitator, cast.rapporteur, cast.participants[1][0], cast.guarantors[1])
    }
    assert list(seen.values()) == [True, True, True, False, False]
    answer = cast.client(cast.rapporteur).post(address, {"kind": "leak"})
    assert answer["Location"] == reverse("prepare:incident", args=[cast.programme.key, 1])


def test_the_record_says_neither_kind_nor_community(cast: Cast, incident: Incident) -> None:
    do(cast, incident, "lawyer")
    do(cast, incident, "lawyer")
    close(cast, incident, "as_planned", "too_slow")
    found = leaves(cast, "prepare.incident")
    assert [(one.deed, one.side) for one in found] == [
        ("prepare.incident_opened", None),
        ("prepare.incident_step", None),
        ("prepare.incident_closed", None),
    ]
    assert [one.facts for one in found] == [
        {"incident": 1},
        {"incident": 1, "step": 3},
        {"incident": 1, "done": 1, "of": 6, "lessons": 2},
    ]


def test_everybody_is_told_that_and_not_what(cast: Cast, incident: Incident) -> None:
    participant = cast.participants[1][0]
    before = whats(cast, participant)
    do(cast, incident, TOLD)
    banner = cast.client(participant).get(reverse("site:programme", args=[cast.programme.key])).content.decode()
    told = page(cast, participant, "told")
    assert "Something has happened: say that you are safe" not in before
    assert "Something has happened: say that you are safe" in whats(cast, cast.nominees[1])
    assert "Something has happened." in banner and "I have read it, and I am safe" in told
    assert "Arrest" not in banner + told


def test_who_has_not_said_to_be_safe_is_listed_until_it_is_closed(cast: Cast, incident: Incident) -> None:
    do(cast, incident, TOLD)
    participant = cast.participants[2][1]
    cast.client(participant).post(reverse("prepare:told", args=[cast.programme.key]))
    heard, unheard = list_unheard(incident)
    assert (heard, len(unheard), participant.alias in [one.alias for one in unheard]) == (1, 7, False)
    close(cast, incident, "no_answer")
    assert (SafeWord.objects.count(), told_incident(cast.programme)) == (0, None)


def test_what_is_closed_takes_no_step_and_closes_once(cast: Cast, incident: Incident) -> None:
    with pytest.raises(Refusal, match=r"prepare\.incident_no_lesson"):
        close(cast, incident)
    close(cast, incident, "mistake")
    for deed in (lambda: do(cast, incident, "call"), lambda: close(cast, incident, "mistake")):
        with pytest.raises(Refusal, match=r"prepare\.incident_closed"):
            deed()
    assert "opened by mistake: 1" in page(cast, cast.convener, "happened")


def test_two_taps_open_one_and_later_or_another_kind_is_another(cast: Cast, incident: Incident) -> None:
    again, other = happen(cast, "arrest"), happen(cast, "threat")
    Incident.objects.filter(pk=incident.pk).update(opened_at=timezone.now() - timedelta(minutes=7))
    assert (again, other.number, happen(cast, "arrest").number) == (incident, 2, 3)
    assert len(leaves(cast, "prepare.incident_opened")) == 3


def test_a_step_of_another_kind_is_not_understood(cast: Cast, incident: Incident) -> None:
    with pytest.raises(Refusal, match=r"prepare\.not_understood"):
        do(cast, incident, "one_voice")
    assert IncidentStep.objects.count() == 0


def test_a_lost_device_is_signed_out_and_no_other(cast: Cast) -> None:
    incident, (lost, other) = happen(cast, "device"), cast.participants[1][:2]
    clients = [cast.client(lost), cast.client(lost), cast.client(other)]
    address = reverse("prepare:incident", args=[cast.programme.key, incident.number])
    cast.client(cast.convener).post(address, {"deed": "lost", "account": str(lost.pk)})
    home = reverse("site:programme", args=[cast.programme.key])
    assert [one.get(home).status_code for one in clients] == [302, 302, 200]
    assert [one.facts for one in leaves(cast, "prepare.sessions_ended")] == [{}]


def test_help_is_asked_for_under_a_title_that_says_nothing(cast: Cast) -> None:
    participant, address = cast.participants[1][0], reverse("prepare:reach", args=[cast.programme.key])
    assert "<title>Contact · Track Two</title>" in page(cast, participant, "reach")
    cast.client(participant).post(address, {"deed": "ask"})
    waits = [
        "1 participant asks to be reached" in whats(cast, one) for one in (cast.facilitator, cast.participants[1][1])
    ]
    assert (waits, leaves(cast, "prepare.help")) == ([True, False], [])
    assert participant.alias in page(cast, cast.facilitator, "happened")


def test_of_a_call_that_was_answered_nothing_stays_but_that(cast: Cast) -> None:
    call = actions.ask_help(cast.programme, cast.participants[1][0], timezone.now())
    address = reverse("prepare:happened", args=[cast.programme.key])
    first, second = (cast.client(cast.facilitator).post(address, {"call": str(call.pk)}).status_code for _n in (1, 2))
    assert (first, second, HelpCall.objects.count()) == (302, 422, 0)
    assert [(one.facts, one.side) for one in leaves(cast, "prepare.help")] == [({}, None)]


def test_a_call_is_taken_back_without_a_trace(cast: Cast) -> None:
    participant, address = cast.participants[1][0], reverse("prepare:reach", args=[cast.programme.key])
    for deed in ("ask", "take_back"):
        cast.client(participant).post(address, {"deed": deed})
    assert (HelpCall.objects.count(), leaves(cast, "prepare.help")) == (0, [])


def test_what_happened_is_destroyed_after_26_weeks(cast: Cast, incident: Incident) -> None:
    do(cast, incident, "call")
    still_open = happen(cast, "press")
    close(cast, incident, "as_planned")
    last = timezone.localdate() + timedelta(weeks=26)
    went = [actions.forget_incidents(day) for day in (last, last + timedelta(days=1))]
    assert (went, list(Incident.objects.values_list("pk", flat=True))) == ([0, 2], [still_open.pk])


def test_no_other_page_shows_the_banner_by_words_of_its_own(cast: Cast) -> None:
    seats = seat_everybody(cast, a_workshop(cast, timezone.localdate() + timedelta(days=60)))
    tell_entry(seats["Wader 1 1"], "UA", "PL")
    assert "Something has happened" not in page(cast, cast.participants[1][0], "journey")
