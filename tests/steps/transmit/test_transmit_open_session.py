"""The open session: asked and answered without names, moderated, and brought home."""

from __future__ import annotations

from django.test import Client
from django.urls import reverse

from tests.cast import NOW
from tests.steps.transmit.given import Post
from tests.vault_place import deeds
from tracktwo.steps.transmit import actions
from tracktwo.steps.transmit.models import LONGEST_REMARK, Discussion, Remark, Transmission


def opened(post: Post) -> Discussion:
    post.post(post.cast.facilitator, "open_session", 1)
    return Discussion.objects.get()


def hall(discussion: Discussion) -> str:
    return reverse("hall:hall", args=[discussion.code])


def ask(discussion: Discussion, words: str, **more: object) -> int:
    return Client().post(hall(discussion), {"words": words, **more}).status_code


def judge(post: Post, remark: Remark, deed: str = "show") -> None:
    post.post(post.cast.facilitator, "open_session", 1, deed=deed, remark=remark.pk)


def test_somebody_without_an_account_asks_and_it_waits_for_the_moderator(post: Post) -> None:
    discussion = opened(post)
    assert ask(discussion, "Who would keep the copies?") == 302
    before = Client().get(hall(discussion)).content.decode()
    judge(post, Remark.objects.get())
    after = Client().get(hall(discussion)).content.decode()
    assert ["Who would keep" in page for page in (before, after)] == [False, True]


def test_an_answer_stands_under_its_question(post: Post) -> None:
    discussion = opened(post)
    ask(discussion, "Who would keep the copies?")
    question = Remark.objects.get()
    judge(post, question)
    ask(discussion, "A third place.", to=question.pk)
    answer = Remark.objects.exclude(pk=question.pk).get()
    judge(post, answer)
    assert answer.answers_id == question.pk
    assert "A third place." in Client().get(hall(discussion)).content.decode()


def test_no_column_knows_who_wrote_or_when() -> None:
    names = {field.name for field in Remark._meta.get_fields()}
    assert names == {"id", "discussion", "answers", "replies", "language", "words", "state", "on_paper"}


def test_a_form_sent_twice_is_heard_once_and_too_much_is_refused(post: Post) -> None:
    discussion = opened(post)
    for _turn in range(2):
        ask(discussion, "Once?", once="0123456789abcdef0123456789abcdef")
    assert (Remark.objects.count(), ask(discussion, "x" * (LONGEST_REMARK + 1)), ask(discussion, "  ")) == (1, 422, 422)


def test_the_hall_is_not_told_of_a_programme(post: Post) -> None:
    page = Client().get(hall(opened(post))).content.decode()
    told = [post.cast.programme.title, post.cast.programme.key, "Community A", "Heron"]
    assert [one for one in told if one in page] == []


def test_closing_shuts_the_address_and_brings_home_what_was_shown_alone(post: Post) -> None:
    discussion = opened(post)
    for words in ("Shown?", "Set aside?", "Waiting?"):
        ask(discussion, words)
    shown, aside, _waiting = Remark.objects.order_by("id")
    judge(post, shown)
    judge(post, aside, "aside")
    post.post(post.cast.rapporteur, "open_session", 1, deed="paper", words="On paper?")
    post.post(post.cast.convener, "open_session", 1, deed="harvest")
    entry = Transmission.objects.get()
    assert [one.words for one in Remark.objects.order_by("id")] == ["Shown?", "On paper?"]
    assert (Client().get(hall(discussion)).status_code, ask(discussion, "Late?")) == (404, 404)
    assert (entry.direction, entry.audience, "questions 2" in entry.content) == ("back", "convention", True)
    book = deeds(post.cast.programme.compartment.book)
    assert book[-2:] == ["transmit.discussion_harvested", "transmit.carried"]


def test_the_cohort_reads_the_harvest_and_nothing_before_it(post: Post) -> None:
    discussion = opened(post)
    ask(discussion, "Who would keep the copies?")
    judge(post, Remark.objects.get())
    person = post.cast.participants[1][0]
    during = post.get(person, "open_session", 1).content.decode()
    actions.harvest(discussion, by=post.cast.by(post.cast.convener, "transmit.moderate"), now=NOW)
    after = post.get(person, "open_session", 1).content.decode()
    assert ["Who would keep" in page for page in (during, after)] == [False, True]


def test_the_desk_has_a_square_to_read_with_a_telephone(post: Post) -> None:
    discussion = opened(post)
    page = post.get(post.cast.facilitator, "open_session", 1).content.decode()
    assert (hall(discussion) in page, 'class="qr"' in page) == (True, True)
