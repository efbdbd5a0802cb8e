"""The safe agenda: true, agreed, one tap away; whoever goes back finds it again and not the room."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from tests.steps.convene.stage import Room, token
from tests.steps.convene.test_convene_pages import send
from tracktwo.foundation.live.queries import version
from tracktwo.steps.convene import actions, urls
from tracktwo.steps.convene.doors import Covered
from tracktwo.steps.convene.models import Caucus, PublicAgenda, Vote

TITLES = {"en": "Days of reading", "uk": "Дні читання", "ru": ""}
TEXTS = {"en": "09:30 Working session\n13:00 Lunch", "uk": "09:30 Робоче засідання", "ru": ""}
PAGES = ("about", "room", "rules", "console", "queue", "wall", "needs", "apart_desk")


def agree(room: Room) -> PublicAgenda:
    by = room.cast.by(room.cast.convener, "convene.plan")
    return actions.agree_public_agenda(room.workshop, TITLES, TEXTS, by=by, now=room.began)


def day_of(agenda: PublicAgenda) -> str:
    return reverse("site:day", args=[agenda.code])


def cover(room: Room, is_covered: bool = True) -> None:
    actions.cover_screens(room.workshop, is_covered, by=room.by, token=token())


def test_one_tap_signs_out_and_leads_to_the_public_agenda(room: Room) -> None:
    agenda, client = agree(room), room.client(room.people[1][0])
    answer = client.post(room.url("aside"), follow=True)
    page = answer.content.decode()
    assert (answer.redirect_chain, "Days of reading" in page) == ([(day_of(agenda), 302)], True)
    assert "_auth_user_id" not in client.session


def test_every_page_behind_it_leads_to_the_public_agenda_until_somebody_signs_in(room: Room) -> None:
    agenda, client = agree(room), room.client(room.people[1][0])
    client.post(room.url("aside"))
    for page in (room.url("room"), room.url("about"), reverse("site:home")):
        assert client.get(page).headers["Location"] == day_of(agenda)
    client.force_login(room.people[1][0])
    assert client.get(room.url("room")).status_code == 200


def test_the_public_agenda_says_nothing_of_the_house(room: Room) -> None:
    page = Client().get(day_of(agree(room))).content.decode()
    for trace in ("Track Two", "Workshop", "Safe", "Public agenda", room.cast.programme.key, "mark.svg", "topbar"):
        assert trace not in page, trace
    assert "<title>Days of reading</title>" in page


@pytest.mark.parametrize(("language", "title"), [("uk", "Дні читання"), ("ru", "Days of reading")])
def test_it_is_read_in_the_own_language_or_in_the_first_one_written(room: Room, language: str, title: str) -> None:
    page = Client(headers={"accept-language": language}).get(day_of(agree(room))).content.decode()
    assert f"<h1>{title}</h1>" in page


def test_before_anything_is_agreed_it_says_only_what_is_public_anyway(room: Room) -> None:
    answer = room.client(room.people[1][0]).post(room.url("aside"), follow=True)
    assert "Programme of the day" in answer.content.decode()
    assert PublicAgenda.objects.get().agreed_at is None


def test_the_button_is_on_every_screen_of_the_room(room: Room) -> None:
    tap = f'action="{room.url("aside")}" data-aside'
    for account, pages in ((room.cast.facilitator, PAGES), (room.people[1][0], ("about", "room", "rules"))):
        for page in pages:
            answer = room.client(account).get(room.url(page))
            if answer.status_code == 200:
                assert tap in answer.content.decode(), page


def test_the_agreed_words_are_in_the_record_by_digest_only(room: Room) -> None:
    agree(room)
    page = room.client(room.cast.auditor).get(reverse("site:record", args=[room.cast.programme.key])).content.decode()
    assert ("the public agenda of its days is agreed" in page, "reading" in page) == (True, False)


def test_the_convener_writes_it_from_a_draft_with_the_hours_of_the_plan(room: Room) -> None:
    actions.lay_out_sessions(room.workshop, 1, 120)
    client = room.client(room.cast.convener)
    assert "09:30–11:30 Working session" in client.get(room.url("safe")).content.decode()
    typed = {f"title_{code}": title for code, title in TITLES.items()} | {f"text_{c}": t for c, t in TEXTS.items()}
    assert client.post(room.url("safe"), typed).status_code == 302
    assert PublicAgenda.objects.get().titles == {"en": "Days of reading", "uk": "Дні читання"}


@pytest.mark.parametrize("typed", [{}, {"title_en": "Days"}, {"title_en": "x" * 121, "text_en": "a"}])
def test_an_agenda_without_lines_or_too_long_is_refused_and_stays_in_the_fields(
    room: Room, typed: dict[str, str]
) -> None:
    answer = room.client(room.cast.convener).post(room.url("safe"), typed)
    assert (answer.status_code, all(value in answer.content.decode() for value in typed.values())) == (422, True)


def test_one_tap_of_the_facilitator_covers_every_screen_and_one_takes_it_back(room: Room) -> None:
    agree(room)
    screens = [(room.people[1][0], "room"), (room.people[2][0], "rules"), (room.cast.facilitator, "projector")]
    told = []
    for is_covered in (True, False):
        cover(room, is_covered)
        pages = [room.client(account).get(room.url(page)).content.decode() for account, page in screens]
        told.append(["<title>Days of reading</title>" in page and "Track Two" not in page for page in pages])
    assert told == [[True] * 3, [False] * 3]


def test_the_console_is_not_covered_so_that_it_can_be_taken_back(room: Room) -> None:
    cover(room)
    page = room.client(room.cast.facilitator).get(room.url("console")).content.decode()
    assert "Show the room again" in page


@pytest.mark.parametrize("part", ["room_now", "room_wall", "room_place"])
def test_a_part_that_asks_for_itself_sends_its_page_to_the_agenda(room: Room, part: str) -> None:
    """In one step: a browser takes the header along, and would be led round in circles by the room itself."""
    agenda, client = agree(room), room.client(room.people[1][0])
    tag = client.get(room.url(part)).headers["ETag"]
    cover(room)
    answer = client.get(room.url(part), headers={"X-Live": "poll", "If-None-Match": tag}, follow=True)
    assert (answer.redirect_chain, answer.status_code) == ([(day_of(agenda), 302)], 200)


def test_a_part_that_was_asked_for_before_the_tap_takes_no_way_back_from_the_browser(room: Room) -> None:
    """It comes with the cookie of the session that has just ended; the browser by then has that of the agenda."""
    client = room.client(room.people[1][0])
    before = client.cookies["session"].value
    client.post(room.url("aside"))
    late = Client()
    late.cookies["session"] = before
    answer = late.get(room.url("room_now"), headers={"X-Live": "poll"})
    assert (answer.status_code, "session" in answer.cookies) == (302, False)


def test_the_wall_shows_persons_only_by_choice(room: Room) -> None:
    account = room.people[1][0]
    room.ask_floor(account)
    client = room.client(room.cast.facilitator)
    told = []
    for choice in ("count", "aliases", "none"):
        client.post(room.url("show_queue"), {"wall": choice, "once": token()})
        page = client.get(room.url("projector")).content.decode()
        told.append((account.alias in page, "1 person waits" in page))
    assert told == [(False, True), (True, False), (False, False)]
    assert client.post(room.url("show_queue"), {"wall": "names", "once": token()}).status_code == 422


def test_the_wall_says_what_the_room_is_asked_and_whose_words_are_said_back(room: Room) -> None:
    first, second = (room.say(words) for words in ("Archives stay shut.", "Grief is used."))
    client, shown = room.client(room.cast.facilitator), []
    poll = actions.open_poll(room.session, "ranking", [first.pk, second.pk], by=room.by, token=token())
    assert poll
    shown.append(client.get(room.url("projector")).content.decode())
    actions.withdraw_poll(room.session, poll.pk, by=room.by, token=token())
    assert actions.begin_restatement(room.session, first.pk, 1, "fear", by=room.by, token=token())
    shown.append(client.get(room.url("projector")).content.decode())
    assert all(words in shown[0] for words in ("Ranking", "Archives stay shut.", "Grief is used."))
    assert ("Archives stay shut." in shown[1], "Grief is used." in shown[1]) == (True, False)
    assert f"Spoke: {room.cast.programme.communities.get(number=1).name}" in shown[1]


def test_the_wall_is_covered_on_the_ground_and_in_the_size_that_it_had(room: Room) -> None:
    agree(room)
    cover(room)
    client = room.client(room.cast.facilitator)
    wall = [client.get(room.url("projector"), {"ground": ground}).content.decode() for ground in ("dark", "red")]
    phone = room.client(room.people[1][0]).get(room.url("room"), {"ground": "dark"}).content.decode()
    assert [('data-theme="dark"' in page, 'class="beamer"' in page) for page in (*wall, phone)] == [
        (True, True),
        (False, True),
        (False, False),
    ]


def test_a_community_that_talks_apart_is_covered_with_the_others(room: Room) -> None:
    caucus = actions.open_caucus(room.workshop, 1, 20, by=room.by, now=room.began, token=token())
    assert caucus is not None
    client, before = room.client(room.people[1][0]), version(actions.APART, caucus.pk)
    page = reverse("convene:apart", args=[room.cast.programme.key, 1])
    shown = []
    for is_covered in (True, False):
        cover(room, is_covered)
        shown.append("data-room" in client.get(page).content.decode())
    assert (shown, version(actions.APART, caucus.pk)) == ([False, True], before + 2)


@pytest.fixture
def caucus(room: Room) -> Caucus:
    """The first community talks apart after the session of the day is over."""
    room.close()
    caucus = actions.open_caucus(room.workshop, 1, 20, by=room.by, now=room.began, token=token())
    assert caucus is not None
    return caucus


def press_cover(room: Room, cover: str, back: str = "apart_desk") -> str:
    """By the button that stands on this page; the page to which it leads back."""
    return send(room.client(room.cast.facilitator), room.url(back), room.url("cover"), cover=cover)


def are_open(room: Room) -> list[bool]:
    """The page apart, a telephone of the others, the wall: which of them show the room."""
    key = room.cast.programme.key
    pages = [
        (room.people[1][0], reverse("convene:apart", args=[key, 1])),
        (room.people[2][0], room.url("room")),
        (room.cast.facilitator, room.url("projector")),
    ]
    return ["uncover" not in room.client(account).get(address).content.decode() for account, address in pages]


@pytest.mark.parametrize("back", ["apart_desk", "console"])
def test_a_talk_apart_outside_a_session_is_covered_too(room: Room, caucus: Caucus, back: str) -> None:
    before, shown = version(actions.APART, caucus.pk), []
    for cover, word in (("yes", "Show the room again"), ("no", "Cover every screen")):
        shown_back = press_cover(room, cover, back)
        assert (word in shown_back, "All screens are covered" in shown_back) == (True, cover == "yes")
        shown.append(are_open(room))
    assert (shown, version(actions.APART, caucus.pk)) == ([[False] * 3, [True] * 3], before + 2)


def test_what_opens_while_the_screens_are_covered_is_covered(room: Room, caucus: Caucus) -> None:
    cover(room)
    actions.open_caucus(room.workshop, 2, 20, by=room.by, now=room.began, token=token())
    actions.close_caucus(caucus, by=room.by, now=room.began, token=token())
    assert are_open(room)[1:] == [False, False]
    actions.open_session(room.workshop, 60, by=room.by, now=room.began, token=token())
    assert are_open(room)[1:] == [False, False]
    cover(room, is_covered=False)
    assert are_open(room)[1:] == [True, True]


def test_a_cover_ends_with_what_it_covers(room: Room, caucus: Caucus) -> None:
    cover(room)
    actions.close_caucus(caucus, by=room.by, now=room.began, token=token())
    actions.open_caucus(room.workshop, 1, 20, by=room.by, now=room.began, token=token())
    assert are_open(room) == [True] * 3


def test_where_nothing_is_open_a_cover_is_refused_and_says_what_helps(room: Room) -> None:
    room.close()
    answer = room.client(room.cast.facilitator).post(room.url("cover"), {"cover": "yes", "once": token()})
    assert (answer.status_code, "Public agenda” covers this screen" in answer.content.decode()) == (422, True)


def test_a_covered_screen_without_scripts_looks_again_by_itself_and_the_public_page_does_not(room: Room) -> None:
    again, client = '<noscript><meta http-equiv="refresh" content="20"></noscript>', room.client(room.people[1][0])
    public = client.get(day_of(agree(room))).content.decode()
    cover(room)
    covered = client.get(room.url("room")).content.decode()
    assert (again in covered, "uncover" in covered, "refresh" in public, "script" in public) == (
        True,
        True,
        False,
        False,
    )


REFUSED = (  # an empty sentence and an answer that was given; a question of long ago; no token; nothing at all
    {"text": "", "wording": "", "language": "en", "vote": "{vote}", "answer": "agree", "do": "say", "once": "twice"},
    {"text": "x" * 2000, "vote": "999999", "poll": "999999", "checkin": "999999", "assent": "999999", "once": "late"},
    {"text": "A word", "wording": "A word", "language": "en", "hand": "up", "do": "strike:1"},
    {},
)


def screens_with_deeds() -> list[str]:
    """Every address of a screen that can be covered and takes a form."""
    found = [one for one in urls.urlpatterns if issubclass(one.callback.view_class, Covered)]
    return [one.name for one in found if hasattr(one.callback.view_class, "post")]


@pytest.mark.parametrize("name", screens_with_deeds())
def test_a_refused_form_does_not_lift_the_cover(room: Room, name: str) -> None:
    agree(room)
    caucus = actions.open_caucus(room.workshop, 1, 20, by=room.by, now=room.began, token=token())
    assert caucus is not None
    who, said = room.people[1][0], "The heron is quiet."
    actions.write_apart(caucus, "The lantern is hidden.", "en", sender=who, token=token())
    vote = room.ask(room.say(said))
    room.answer(vote, who)
    room.ask_floor(room.people[2][0])
    address = reverse(f"convene:{name}", args=[room.cast.programme.key, *([1] if name == "apart_deed" else [])])
    betrays = [said, "lantern", "Track Two", *(one.alias for people in room.people.values() for one in people)]
    betrays += [side.name for side in room.cast.programme.communities.all()]
    client, shown = room.client(who), []
    for is_covered in (False, True):
        cover(room, is_covered)
        answers = [client.post(address, {**form, **vote_of(form, vote)}) for form in REFUSED]
        refused = [answer.content.decode() for answer in answers if answer.status_code == 422]
        shown.append((len(refused) > 1, any(word in page for page in refused for word in betrays)))
        assert not is_covered or all("<title>Days of reading</title>" in page for page in refused)
    assert shown == [(True, True), (True, False)]


def vote_of(form: dict[str, str], vote: Vote) -> dict[str, str]:
    return {"vote": form["vote"].format(vote=vote.pk)} if "vote" in form else {}


def test_a_deed_that_is_done_while_covered_leads_to_the_cover(room: Room) -> None:
    agree(room)
    cover(room)
    form = {"text": "Said in the dark.", "language": "en", "once": token()}
    answer = room.client(room.people[1][0]).post(room.url("say"), form, follow=True)
    assert (len(answer.redirect_chain), room.session.statements.count()) == (1, 1)
    assert "<title>Days of reading</title>" in answer.content.decode()
