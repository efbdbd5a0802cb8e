"""Two waves linked by a phrase: what is taken, what is refused, what is kept and what is destroyed."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from tests.cast import Cast
from tests.steps.measure.waves import AFTER, BEFORE, Asked, ask_around, consent
from tracktwo.foundation.ledger.models import Entry
from tracktwo.methods.record import Refusal
from tracktwo.methods.relations import Change
from tracktwo.steps.measure import actions
from tracktwo.steps.measure.convert.kept import kept_result
from tracktwo.steps.measure.models import AnswerBox, HasAnswered, LinkKey, Result
from tracktwo.steps.measure.queries import count_answers, waves_to_answer, waves_to_open
from tracktwo.steps.select.models import Seat

RISING = ({1: [40, 50, 60, 40, 30, 20, 50, 60], 2: [30] * 4 + [40] * 4}, {1: [50] * 8, 2: [40, 50, 30, 40] * 2})


def refused(code: str):
    return pytest.raises(Refusal, match=code.replace(".", r"\."))


def test_the_phrase_of_the_first_wave_links_the_second(asked: Asked) -> None:
    seat, first = asked.seats[1][0], asked.open(BEFORE)
    assert asked.answer(first, seat, 40) is False
    asked.close(first)
    assert asked.answer(asked.open(AFTER), seat, 60) is True


def test_a_phrase_is_known_again_in_capitals_and_with_hyphens(asked: Asked) -> None:
    seat, first = asked.seats[1][0], asked.open(BEFORE)
    asked.answer(first, seat, 40)
    asked.close(first)
    typed = asked.phrases[seat.pk].upper().replace(" ", "-")
    assert asked.answer(asked.open(AFTER), seat, 60, typed) is True


@pytest.mark.parametrize("language", ["en", "uk", "ru"])
def test_a_phrase_is_given_out_in_every_language_of_the_house(asked: Asked, language: str) -> None:
    phrase = actions.new_phrase(language)
    seat, first = asked.seats[1][0], asked.open(BEFORE)
    asked.answer(first, seat, 40, phrase)
    asked.close(first)
    assert asked.answer(asked.open(AFTER), seat, 60, phrase) is True


@pytest.mark.parametrize(
    ("typed", "code"),
    [("acorn alder almond", "relations.phrase_words"), ("acorn alder almond zzz", "relations.phrase_unknown")],
)
def test_a_phrase_of_the_wrong_shape_is_refused_and_takes_nothing(asked: Asked, typed: str, code: str) -> None:
    seat, wave = asked.seats[1][0], asked.open(BEFORE)
    with refused(code):
        asked.answer(wave, seat, 40, typed)
    assert (count_answers(wave).answers, HasAnswered.objects.filter(answered=True).count()) == (0, 0)


@pytest.mark.parametrize("typed", ["acorn acorn acorn acorn", ""])
def test_an_unknown_or_lost_phrase_is_taken_and_stands_alone(asked: Asked, typed: str) -> None:
    seat, first = asked.seats[1][0], asked.open(BEFORE)
    asked.answer(first, seat, 40)
    asked.close(first)
    second = asked.open(AFTER)
    assert asked.answer(second, seat, 60, typed) is False
    assert count_answers(second).answers == 1


def test_a_phrase_of_the_other_community_links_nothing(asked: Asked) -> None:
    first = asked.open(BEFORE)
    asked.answer(first, asked.seats[1][0], 40)
    asked.close(first)
    second = asked.open(AFTER)
    assert asked.answer(second, asked.seats[2][0], 60, asked.phrases[asked.seats[1][0].pk]) is False


def test_nobody_answers_a_wave_twice(asked: Asked) -> None:
    seat, wave = asked.seats[1][0], asked.open(BEFORE)
    asked.answer(wave, seat, 40)
    with refused("measure.answered_already"):
        asked.answer(wave, seat, 50)
    assert AnswerBox.objects.get(wave=wave).slips[0]["values"] == {"warmth.2": 40}


def test_a_closed_wave_takes_nothing_and_is_not_closed_again(asked: Asked) -> None:
    wave = asked.open(BEFORE)
    asked.close(wave)
    with refused("measure.not_open"):
        asked.answer(wave, asked.seats[1][0], 40)
    with refused("measure.not_open"):
        asked.close(wave)


def test_without_the_consent_to_be_counted_nothing_is_taken(asked: Asked) -> None:
    seat, wave = asked.seats[1][0], asked.open(BEFORE)
    consent(seat, given=False)
    with refused("measure.no_consent"):
        asked.answer(wave, seat, 40)
    assert count_answers(wave).answers == 0


def test_a_seat_given_up_or_of_another_workshop_answers_nothing(asked: Asked, cast: Cast) -> None:
    wave, seat = asked.open(BEFORE), asked.seats[1][0]
    elsewhere = ask_around(cast, sizes=(1, 1), number=2).seats[1][0]
    seat.withdrawn_on = timezone.localdate()
    for one in (seat, elsewhere):
        with refused("measure.no_seat"):
            asked.answer(wave, one, 40)


def test_a_seat_taken_after_the_wave_opened_answers_once(asked: Asked) -> None:
    wave, seat = asked.open(BEFORE), asked.seats[1][0]
    HasAnswered.objects.filter(seat=seat).delete()
    asked.answer(wave, seat, 40)
    with refused("measure.answered_already"):
        asked.answer(wave, seat, 40)


@pytest.mark.parametrize("value", [-1, 101])
def test_an_answer_beside_the_scale_is_refused(asked: Asked, value: int) -> None:
    with refused("measure.off_scale"):
        asked.answer(asked.open(BEFORE), asked.seats[1][0], value)


def test_a_question_that_was_not_asked_is_refused(asked: Asked) -> None:
    with refused("measure.off_scale"):
        actions.answer_wave(asked.open(BEFORE), asked.seats[1][0], {"warmth.1": 40}, "")


def test_no_answer_at_all_is_refused(asked: Asked) -> None:
    with refused("measure.nothing_answered"):
        actions.answer_wave(asked.open(BEFORE), asked.seats[1][0], {}, "")


def test_a_wave_is_opened_once_and_in_its_time(asked: Asked) -> None:
    with refused("measure.no_before"):
        asked.open(AFTER)
    first = asked.open(BEFORE)
    with refused("measure.opened_already"):
        asked.open(BEFORE)
    with refused("measure.no_before"):
        asked.open(AFTER)
    asked.close(first)
    tomorrow = timezone.now() - timedelta(days=1)
    with refused("measure.too_early"):
        actions.open_wave(asked.workshop, AFTER, by=asked.by, now=tomorrow)
    assert asked.open(AFTER).number == 2


def test_nobody_is_asked_how_it_was_before_when_it_is_over(asked: Asked) -> None:
    with refused("measure.too_late"):
        actions.open_wave(asked.workshop, BEFORE, by=asked.by, now=timezone.now() + timedelta(days=1))


def test_a_workshop_without_a_cohort_has_nobody_to_ask(asked: Asked) -> None:
    Seat.objects.all().delete()
    with refused("measure.no_cohort"):
        asked.open(BEFORE)


def test_the_waves_that_can_be_opened_are_those_that_open(asked: Asked) -> None:
    today, programme = timezone.localdate(), asked.cast.programme
    offered = [waves_to_open(programme, today)]
    asked.close(asked.open(BEFORE))
    offered.append(waves_to_open(programme, today))
    asked.close(asked.open(AFTER))
    offered.append(waves_to_open(programme, today))
    assert offered == [[(asked.workshop, BEFORE)], [(asked.workshop, AFTER)], []]


def test_the_waves_that_can_be_opened_are_asked_of_all_workshops_at_once(
    asked: Asked, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    programme, today = asked.cast.programme, timezone.localdate()
    with django_assert_num_queries(3):
        assert waves_to_open(programme, today) == [(asked.workshop, BEFORE)]


def test_a_wave_waits_only_for_those_who_have_a_seat_and_have_not_answered(asked: Asked) -> None:
    wave, programme = asked.open(BEFORE), asked.cast.programme
    asked.answer(wave, asked.seats[1][0], 40)
    people = (asked.seats[1][0].account, asked.seats[1][1].account, asked.cast.convener)
    assert [waves_to_answer(programme, account) for account in people] == [[], [wave], []]


def test_the_close_erases_who_had_answered(asked: Asked) -> None:
    wave = asked.open(BEFORE)
    asked.answer(wave, asked.seats[1][0], 40)
    closed = asked.close(wave)
    assert (closed.answers, closed.seats, HasAnswered.objects.count()) == (1, 16, 0)


def test_the_last_close_keeps_the_result_and_destroys_answers_and_key(asked: Asked) -> None:
    asked.both(*RISING)
    result = kept_result(Result.objects.get(workshop=asked.workshop).items[0])
    assert isinstance(result.overall, Change)
    assert (result.overall.pairs, result.unlinked_before, result.unlinked_after) == (16, 0, 0)
    assert (AnswerBox.objects.count(), LinkKey.objects.count()) == (0, 0)


def test_answers_wait_for_the_second_wave_and_the_key_with_them(asked: Asked) -> None:
    first = asked.open(BEFORE)
    asked.answer(first, asked.seats[1][0], 40)
    asked.close(first)
    assert (AnswerBox.objects.count(), LinkKey.objects.count(), Result.objects.count()) == (1, 1, 0)


def test_the_record_knows_of_waves_and_counts_only(asked: Asked) -> None:
    asked.both(*RISING)
    leaves = [(one.deed, one.facts) for one in Entry.objects.filter(deed__startswith="measure.")]
    assert leaves == [
        ("measure.wave_opened", {"workshop": 1, "wave": "before"}),
        ("measure.wave_closed", {"workshop": 1, "wave": "before", "answers": 16}),
        ("measure.wave_opened", {"workshop": 1, "wave": "after"}),
        ("measure.wave_closed", {"workshop": 1, "wave": "after", "answers": 16}),
    ]


def test_in_three_communities_everybody_is_asked_about_the_two_others_and_counts_once(asked_three: Asked) -> None:
    before = {1: [40, 50, 60, 40, 30, 20, 50], 2: [30, 40, 50] * 2, 3: [10, 20, 30] * 2}
    after = {1: [50] * 6 + [40], 2: [40, 50, 30] * 2, 3: [30, 20, 60] * 2}
    wave = asked_three.open(BEFORE)
    asked_three.answer(wave, asked_three.seats[2][0], 30)
    assert AnswerBox.objects.get(wave=wave).slips[0]["values"] == {"warmth.1": 30, "warmth.3": 30}
    wave.delete()
    LinkKey.objects.all().delete()
    asked_three.both(before, after)
    result = kept_result(Result.objects.get(workshop=asked_three.workshop).items[0])
    shown = [(one.side, one.change.pairs if one.change else None) for one in result.sides]
    assert shown == [(1, 7), (2, 6), (3, 6)]
