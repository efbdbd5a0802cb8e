"""The room as a browser without scripts walks it, and the parts that ask for themselves."""

from __future__ import annotations

from datetime import date, timedelta
from html.parser import HTMLParser

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from tests.cast import Cast
from tests.steps.convene.stage import Room, add_workshop, adopt_kelman, open_room, take_seats
from tracktwo.foundation.people.models import Account
from tracktwo.methods.floor import Press
from tracktwo.steps.convene import shared
from tracktwo.steps.convene.models import ClockPress, Session, SideCount, Statement, Vote
from tracktwo.steps.convene.path import state, waiting
from tracktwo.steps.plan.models import Workshop
from tracktwo.steps.programme.path import Walker


class Forms(HTMLParser):
    """The forms of a page: each with its address and the fields a browser would send unasked."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str]]] = []
        self.addresses: set[str] = set()
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "form":
            self.found.append((given.get("action", ""), {}))
        elif tag == "input" and (given.get("type") == "hidden" or "checked" in given) and self.found:
            self.found[-1][1][given["name"]] = given.get("value", "on")
        self.addresses.add(given.get("formaction", ""))


def page(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200
    return answer.content.decode()


def send(client: Client, shown: str, action: str, to: str = "", **pressed: object) -> str:
    """Send the page's first form with this address (or the button that sends it elsewhere), and follow."""
    html = page(client, shown)
    fields = next(fields for address, fields in Forms(html).found if address == action)
    assert not to or to in Forms(html).addresses
    answer = client.post(to or action, fields | pressed, follow=True)
    assert (answer.status_code, [status for _to, status in answer.redirect_chain]) == (200, [302])
    return answer.content.decode()


def test_a_whole_session_without_scripts(cast: Cast) -> None:
    adopt_kelman(cast)
    workshop = add_workshop(cast)
    people = take_seats(cast, workshop, (6, 6))
    room = Room(cast, workshop, people, timezone.now())
    hazel, first = cast.client(cast.facilitator), cast.client(people[1][0])
    console, at = room.url("console"), room.url

    opened = page(hazel, at("open"))
    fields = Forms(opened).found[-1][1] | {"minutes": 600, "phases": ["opening", "needs_and_fears"]}
    assert hazel.post(at("open"), fields, follow=True).redirect_chain == [(console, 302)]
    assert "We begin in a moment" in page(first, at("room"))
    send(hazel, console, at("clock"), press="begin")
    assert "Meet, agree on the rules" in page(first, at("room"))
    send(hazel, console, at("clock"), press="next")

    shown = send(first, at("room"), at("say"), text="Нас не чули.", language="uk")
    assert "Nobody keeps who wrote it." in shown
    assert '<span lang="uk">Нас не чули.</span>' in shown
    send(hazel, console, at("write"), text="Nobody can promise.", language="en")
    latest = send(hazel, console, at("sort"), state="parked")
    assert "Constraints" in latest

    asked = send(hazel, console, at("sort"), to=at("open_vote"))
    assert "0 of 12 in" in asked
    for side in (1, 2):
        for place, account in enumerate(people[side]):
            answer = "disagree" if place == 0 else "agree"
            told = send(cast.client(account), at("room"), at("answer"), answer=answer)
            assert "Your answer is counted." in told
    assert "11 or more of 12 in" in page(hazel, console)
    closed = send(hazel, console, at("close_vote"))
    assert "agreed in every community" in closed
    assert '<td class="num">5</td><td class="num">1</td><td class="num">0</td>' in page(first, at("room"))

    after = hazel.post(at("close"), Forms(page(hazel, at("close"))).found[-1][1], follow=True)
    assert "who voted was erased when each vote closed" in after.content.decode()
    assert "The room is not open" in page(first, at("room"))
    assert Session.objects.get().closed_at is not None


def test_a_refused_statement_stands_in_the_field_with_the_reason(room: Room) -> None:
    client = room.client(room.people[1][0])
    answer = client.post(room.url("say"), {"once": "a", "text": "We \u202eagree", "language": "uk"})
    html = answer.content.decode()
    assert (answer.status_code, Statement.objects.count()) == (422, 0)
    assert "invisible characters" in html
    assert "We \u202eagree</textarea>" in html
    assert '<option value="uk" selected>' in html


def test_a_form_that_holds_a_refused_text_is_not_replaced_under_the_writer(room: Room) -> None:
    client = room.client(room.people[1][0])
    field = f'data-live="{room.url("room_field")}"'
    assert field in page(client, room.url("room"))
    assert field not in client.post(room.url("say"), {"once": "a", "text": "", "language": "en"}).content.decode()


def test_a_second_vote_is_refused_on_the_page(room: Room) -> None:
    vote, voter = room.ask(), room.people[1][0]
    room.answer(vote, voter)
    answer = room.client(voter).post(room.url("answer"), {"once": "a", "vote": vote.pk, "answer": "disagree"})
    assert answer.status_code == 422
    assert "You have voted already." in answer.content.decode()
    assert SideCount.objects.get(vote=vote, side=1).disagree == 0


def test_a_statement_sent_as_the_session_closes_is_given_back(room: Room) -> None:
    client = room.client(room.people[1][0])
    room.close()
    answer = client.post(room.url("say"), {"once": "a", "text": "Too late.", "language": "en"})
    assert (answer.status_code, Statement.objects.count()) == (422, 0)
    assert "The session is closed." in answer.content.decode()
    assert "Too late." in answer.content.decode()


@pytest.mark.parametrize("vote", ["", "x", "-1", "9" * 30, "²"])
def test_nonsense_for_a_number_is_refused_and_not_a_surprise(room: Room, vote: str) -> None:
    for account, name in ((room.people[1][0], "answer"), (room.cast.facilitator, "close_vote")):
        fields = {"once": "a", "vote": vote, "answer": "agree"}
        assert room.client(account).post(room.url(name), fields).status_code == 422


def test_an_unknown_press_is_refused(room: Room) -> None:
    client = room.client(room.cast.facilitator)
    assert client.post(room.url("clock"), {"once": "a", "press": "explode", "seen": 1}).status_code == 422
    assert ClockPress.objects.count() == 1


def test_the_rapporteur_writes_but_does_not_run_the_room(room: Room) -> None:
    client, console = room.client(room.cast.rapporteur), room.url("console")
    send(client, console, room.url("write"), text="Written down.", language="en")
    assert room.url("clock") not in [address for address, _fields in Forms(page(client, console)).found]
    assert client.post(room.url("clock"), {"once": "a", "press": "next", "seen": 1}).status_code == 404


def test_a_participant_without_a_seat_does_not_know_the_room(cast: Cast) -> None:
    room = open_room(cast, sizes=(2, 2))
    assert [
        cast.client(account).get(room.url("room")).status_code
        for account in (cast.participants[1][1], cast.participants[1][2])
    ] == [200, 404]


def test_a_seat_given_up_closes_the_door(room: Room) -> None:
    account = room.people[1][0]
    room.workshop.seats.filter(account=account).update(withdrawn_on=date(2026, 1, 1))
    assert room.client(account).get(room.url("room")).status_code == 404


def test_the_room_of_another_programme_is_not_touched(room: Room, cast: Cast) -> None:
    vote = room.ask()
    other = room.url("close_vote").replace(cast.programme.key, cast.other_programme.key)
    assert cast.client(cast.other_convener).post(other, {"once": "a", "vote": vote.pk}).status_code == 404
    assert Vote.objects.get().is_open is True


def test_no_word_that_was_said_is_on_the_page_of_the_step(room: Room) -> None:
    room.say("Only the room knows this.")
    for account in (room.cast.convener, room.cast.guarantors[1], room.cast.facilitator):
        assert "Only the room knows this." not in page(room.client(account), room.url("about"))


def test_what_people_write_is_words_and_never_markup(room: Room) -> None:
    room.say("<script>alert(1)</script>")
    for account, name in ((room.people[1][0], "room"), (room.cast.facilitator, "console")):
        html = page(room.client(account), room.url(name))
        assert "&lt;script&gt;alert(1)&lt;/script&gt;" in html
        assert "<script>alert" not in html


PARTS = [("facilitator", "desk_clock"), ("facilitator", "desk_statements"), ("facilitator", "desk_vote")]
PARTS += [("facilitator", "desk_floor"), ("facilitator", "desk_restate"), ("participant", "room_place")]
PARTS += [("participant", "room_now"), ("participant", "room_field"), ("participant", "room_wall")]


@pytest.mark.parametrize(("who", "part"), PARTS)
def test_a_part_is_sent_again_only_when_the_room_or_the_minute_has_changed(room: Room, who: str, part: str) -> None:
    client = room.client(room.cast.facilitator if who == "facilitator" else room.people[1][0])
    first = client.get(room.url(part))
    tag = {"If-None-Match": first["ETag"]}
    assert (first.status_code, client.get(room.url(part), headers=tag).status_code) == (200, 304)
    room.say()
    second = client.get(room.url(part), headers=tag)
    assert second.status_code == 200
    tag = {"If-None-Match": second["ETag"]}
    assert client.get(room.url(part), headers=tag).status_code == 304
    earlier = room.began - timedelta(minutes=2)
    Session.objects.update(opened_at=earlier)
    room.session.presses.update(at=earlier)
    shared._kept.clear()  # another second has begun
    assert client.get(room.url(part), headers=tag).status_code == 200


def test_one_persons_part_does_not_answer_for_another(room: Room) -> None:
    vote = room.ask()
    room.answer(vote, room.people[1][0])
    tag = room.client(room.people[1][0]).get(room.url("room_now"))["ETag"]
    other = room.client(room.people[1][1]).get(room.url("room_now"), headers={"If-None-Match": tag})
    assert (other.status_code, "I agree" in other.content.decode()) == (200, True)


def test_three_communities_stand_in_the_result(room_of_three: Room) -> None:
    vote = room_of_three.ask()
    for side in (1, 2, 3):
        room_of_three.answers(vote, side, ["agree"] * 4 + ["disagree"] * 2)
    room_of_three.close_vote(vote)
    html = page(room_of_three.client(room_of_three.people[3][0]), room_of_three.url("room"))
    result = html.split("<tbody>")[1].split("</tbody>")[0]
    assert {side: result.count(f'data-side="{side}"') for side in (1, 2, 3, 4)} == {1: 1, 2: 1, 3: 1, 4: 0}


# What the step tells the house


def walker(cast: Cast, account: Account) -> Walker:
    held = frozenset((s.role, s.side) for s in account.standings.all())
    return Walker(cast.programme, account, held, timezone.now())


def whats(cast: Cast, account: Account) -> list[tuple[str, bool]]:
    return [(one.what, one.mine) for one in waiting(walker(cast, account))]


def test_the_rail_follows_the_workshop(cast: Cast) -> None:
    def words() -> tuple[str, str]:
        found = state(walker(cast, cast.convener))
        return found.state, found.words

    assert words() == ("not-begun", "Not begun")
    room = open_room(cast, sizes=(6, 6))
    assert words() == ("under-way", "In session")
    room.close()
    assert words() == ("waiting", "Waiting for the facilitator")
    Workshop.objects.update(starts_on=date(2020, 1, 1), ends_on=date(2020, 1, 2))
    assert words() == ("done", "1 workshop held")


def test_what_waits_for_whom(cast: Cast) -> None:
    assert whats(cast, cast.facilitator) == []
    adopt_kelman(cast)
    workshop = add_workshop(cast, starts_in=20)
    assert whats(cast, cast.facilitator) == [("Open the session of workshop 1", True)]
    assert whats(cast, cast.convener) == [("Open the session of workshop 1", False)]
    workshop.delete()
    room = open_room(cast, sizes=(6, 6))
    voter = room.people[1][0]
    assert whats(cast, cast.facilitator) == whats(cast, voter) == [("The room is in session", True)]
    assert whats(cast, cast.convener) == []
    vote = room.ask()
    assert whats(cast, voter) == [("A vote is open in the room", True)]
    room.answer(vote, voter)
    assert whats(cast, voter) == [("The room is in session", True)]


def test_a_paused_room_says_so(room: Room) -> None:
    room.press(Press.PAUSE)
    assert "Paused" in page(room.client(room.people[1][0]), room.url("room"))


def test_the_page_leads_to_the_small_rooms_whoever_may_see_them(room: Room) -> None:
    cast, rooms = room.cast, reverse("prepare:rooms", args=[room.cast.programme.key, room.workshop.number])
    told = []
    for account in (cast.facilitator, room.people[1][0], cast.assessor):
        client = room.client(account)
        leads = f'href="{rooms}"' in client.get(room.url("about")).content.decode()
        told.append((leads, client.get(rooms).status_code))
    assert told == [(True, 200), (True, 200), (False, 404)]
