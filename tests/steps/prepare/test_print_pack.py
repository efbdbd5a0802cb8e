"""The print pack: tagged PDF in three languages, aliases and weaves on it, ballots only where a vote is secret."""

from __future__ import annotations

import io
from datetime import date, time, timedelta

import pytest
from django.conf import settings
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from pypdf import PdfReader

from tests.cast import NOW, Cast
from tests.steps.convene.stage import adopt_kelman
from tests.steps.workshops import a_workshop, seat_everybody
from tracktwo.documents.html import to_html
from tracktwo.documents.pdf import to_pdf
from tracktwo.documents.tree import Card, Cards, Document, Side
from tracktwo.foundation.people.models import Account
from tracktwo.steps.convene.actions import add_planned, lay_out_sessions
from tracktwo.steps.convene.queries import list_planned
from tracktwo.steps.plan.models import Workshop
from tracktwo.steps.prepare.convert.print_pack import ALL, MORE, SHEETS, print_document
from tracktwo.steps.prepare.queries.rooms import latest_plan
from tracktwo.steps.programme.actions import adopt_rules
from tracktwo.steps.programme.queries import current_agenda, current_rules
from tracktwo.steps.select.models import Seat
from tracktwo.steps.select.queries import list_seats


@pytest.fixture
def workshop(cast: Cast) -> Workshop:
    workshop = a_workshop(cast, timezone.localdate() + timedelta(days=60))
    seat_everybody(cast, workshop)
    return workshop


def fill_up(workshop: Workshop, side: int, members: int) -> None:
    """So many of a community that it votes in secret."""
    community = workshop.programme.communities.get(number=side)
    for number in range(members - workshop.seats.filter(community=community).count()):
        account = Account.objects.create(alias=f"Stilt {side} {number}")
        Seat.objects.create(workshop=workshop, account=account, community=community)


def document(workshop: Workshop, sheet: str, language: str = "en") -> Document:
    programme = workshop.programme
    return print_document(
        workshop,
        sheet,
        agenda=current_agenda(programme),
        rules=current_rules(programme),
        seats=list(list_seats(workshop).order_by("community__number", "account__alias")),
        rooms=latest_plan(workshop),
        language=language,
    )


def cards(made: Document) -> list[Card]:
    return [card for part in made.parts if isinstance(part, Cards) for card in part.items]


def test_a_badge_bears_an_alias_and_a_weave_and_nothing_else(workshop: Workshop) -> None:
    made = cards(document(workshop, "badges"))
    assert [(card.title, card.side.weave, card.lines) for card in made][:1] == [("Wader 1 1", 1, ())]
    assert {card.side.weave for card in made} == {1, 2}


def test_ballots_are_for_those_who_vote_in_secret_and_bear_no_alias(workshop: Workshop) -> None:
    """Three of a community affirm aloud; of seven each has a ballot, all alike."""
    fill_up(workshop, 1, 7)
    made = document(workshop, "ballots")
    assert (len(cards(made)), len(set(cards(made))), cards(made)[0].side.weave) == (7, 1, 1)
    assert ("affirm aloud" in to_html(made), "Wader" in to_html(made), "Stilt" in to_html(made)) == (True, False, False)


@pytest.mark.parametrize(
    ("sheet", "lines"),
    [("approvals", ["[   ] No. .....      [   ] No. ....."] * 3), ("orders", ["Statement ....."] * 6)]
    + [("consents", ["[   ] I consent", "[   ] I stand aside", "[   ] I object"])],
)
def test_ballots_of_each_other_kind_are_as_many_and_all_alike(workshop: Workshop, sheet: str, lines: list[str]) -> None:
    fill_up(workshop, 1, 7)
    made = cards(document(workshop, sheet))
    assert (len(made), len(set(made)), {card.side.weave for card in made}) == (7, 1, {1})
    said = ["".join(piece.text for piece in line).replace("\u00a0", " ") for line in made[0].lines]
    assert said == lines


def test_they_are_sheets_of_their_own_and_not_among_everything_for_the_table(cast: Cast, workshop: Workshop) -> None:
    fill_up(workshop, 1, 7)
    everything = to_html(document(workshop, ALL))
    assert ("I approve" in everything, "Statement ....." in everything) == (False, True)
    client = cast.client(cast.convener)
    shown = client.get(reverse("prepare:print_pack", args=[cast.programme.key, workshop.number])).content.decode()
    for sheet in MORE:
        address = reverse("prepare:print_sheet", args=[cast.programme.key, workshop.number, "uk", sheet])
        assert address in shown
        assert client.get(address).headers["Content-Type"] == "application/pdf"


@pytest.mark.parametrize(("afar", "ballots"), [(0, 6), (1, 5), (2, 4)])
def test_who_sits_afar_has_no_ballot_and_makes_the_vote_of_the_others_no_less_secret(
    workshop: Workshop, afar: int, ballots: int
) -> None:
    """Six seats are six members, wherever they sit: the counting page asks for piles, so there is something to count."""
    fill_up(workshop, 1, 6)
    for seat in workshop.seats.filter(community__number=1)[:afar]:
        Seat.objects.filter(pk=seat.pk).update(is_remote=True)
    made = document(workshop, "ballots")
    assert (len(cards(made)), {card.side.weave for card in cards(made)}) == (ballots, {1})
    assert ("taken from afar" in to_html(made), len(cards(document(workshop, "badges")))) == (afar > 0, 9 - afar)


def test_the_agenda_says_day_and_hour_once_the_sessions_are_planned(cast: Cast, workshop: Workshop) -> None:
    adopt_kelman(cast)
    assert {row[3][0].text for row in document(workshop, "agenda").parts[0].rows} == {"........"}
    lay_out_sessions(workshop, 3, 120)
    rows = [[cell[0].text for cell in row] for row in document(workshop, "agenda").parts[0].rows]
    planned = list(list_planned(workshop))
    begins = [f"{date_format(one.day)}, {one.begins:%H:%M}" for one in planned]
    assert [row[3] for row in rows if row[3] in begins] == begins
    assert sum(60 * int(row[2].split(":")[0]) + int(row[2].split(":")[1]) for row in rows) == 120 * len(planned)
    assert len(rows) == sum(len(one.phases) for one in planned)


def test_a_sitting_of_one_community_alone_says_of_which_in_the_order_of_the_day(
    cast: Cast, workshop: Workshop, monkeypatch: pytest.MonkeyPatch
) -> None:
    adopt_kelman(cast)
    for side in (1, 2, None):
        hour = time(18) if side else time(9)
        add_planned(workshop, workshop.starts_on, hour, 60, ["needs_and_fears"], side)
    told = []
    for day in (date(2026, 3, 1), date(2026, 3, 2)):
        monkeypatch.setattr(timezone, "localdate", lambda _now=None, day=day: day)
        rows = document(workshop, "agenda").parts[0].rows
        told.append([cell.label for row in rows for cell in row[0] if isinstance(cell, Side)])
    assert sorted(told) == [["Community A", "Community B"], ["Community B", "Community A"]]


def test_an_own_phase_of_a_session_keeps_the_language_in_which_it_was_written(cast: Cast, workshop: Workshop) -> None:
    adopt_kelman(cast)
    lay_out_sessions(workshop, 1, 60)
    first = list_planned(workshop).first()
    first.phases, first.words = [["own", 60]], {"own": {"label": "Прогулянка", "purpose": "", "language": "uk"}}
    first.save()
    assert 'lang="uk">Прогулянка' in to_html(document(workshop, "agenda"))


def test_there_is_a_card_with_the_rules_for_everybody_in_the_room(cast: Cast, workshop: Workshop) -> None:
    texts = {"en": ["Listen.", "One at a time."], "uk": ["Слухайте.", "По черзі."], "ru": ["Слушайте.", "По очереди."]}
    adopt_rules(cast.programme, texts, by=cast.by(cast.convener, "programme.change"), now=NOW)
    made = document(workshop, "rules")
    assert (len(cards(made)), len(set(cards(made))), made.parts[0].tall) == (6, 1, True)
    assert [line[0].text for line in cards(made)[0].lines] == texts["en"]
    assert "Print it for" not in to_html(made)
    said = "".join(page.extract_text() for page in PdfReader(io.BytesIO(to_pdf(made))).pages)
    assert said.count("One at a time.") == 6


def test_each_sheet_is_offered_in_each_language_and_says_how_many_to_print(cast: Cast, workshop: Workshop) -> None:
    key, number = cast.programme.key, workshop.number
    page = cast.client(cast.convener).get(reverse("prepare:print_pack", args=[key, number])).content.decode()
    offered = {
        reverse("prepare:print_sheet", args=[key, number, code, one])
        for code, _name in settings.LANGUAGES
        for one in (ALL, *SHEETS)
    }
    assert {address for address in offered if f'href="{address}"' in page} == offered
    assert (page.count("Print it for 6 seats."), "6 cards, four to a sheet" in page) == (2, True)
    assert all("Print it for" not in to_html(document(workshop, one)) for one in (ALL, *SHEETS))


def test_the_way_to_the_counting_page_is_shown_to_those_who_count(cast: Cast, workshop: Workshop) -> None:
    place, counting = (
        reverse("prepare:print_pack", args=[cast.programme.key, 1]),
        reverse("convene:paper", args=[cast.programme.key]),
    )
    shown = [counting in cast.client(who).get(place).content.decode() for who in (cast.facilitator, cast.convener)]
    assert shown == [True, False]


def test_the_hours_of_the_agenda_add_up_to_those_of_the_room(cast: Cast, workshop: Workshop) -> None:
    adopt_kelman(cast)
    rows = document(workshop, "agenda").parts[0].rows
    minutes = [int(hours) * 60 + int(rest) for row in rows for hours, rest in [row[2][0].text.split(":")]]
    assert sum(minutes) == 4 * (18 * 60 - 9 * 60 - 30)


def test_rules_are_those_in_force_in_the_language_of_the_sheet(cast: Cast, workshop: Workshop) -> None:
    texts = {"en": ["Listen."], "uk": ["Слухайте."], "ru": ["Слушайте."]}
    adopt_rules(cast.programme, texts, by=cast.by(cast.convener, "programme.change"), now=NOW)
    assert ["Слухайте." in to_html(document(workshop, "rules", code)) for code in ("uk", "en")] == [True, False]


def test_the_whole_pack_is_one_tagged_file_without_an_author(cast: Cast, workshop: Workshop) -> None:
    fill_up(workshop, 1, 6)
    address = reverse("prepare:print_sheet", args=[cast.programme.key, workshop.number, "uk", "all"])
    answer = cast.client(cast.facilitator).get(address)
    sheet = PdfReader(io.BytesIO(answer.content))
    said = "".join(page.extract_text() for page in sheet.pages)
    assert (sheet.trailer["/Root"]["/MarkInfo"]["/Marked"].value, sheet.trailer["/Root"]["/Lang"]) == (True, "uk")
    assert ("/Author" in sheet.metadata, "Wader 1 1" in said, cast.programme.title in said) == (False, True, False)
    assert answer["Content-Disposition"] == 'attachment; filename="all.pdf"'


@pytest.mark.parametrize(("language", "sheet"), [("de", "all"), ("en", "names")])
def test_a_sheet_that_there_is_not_is_unknown(cast: Cast, workshop: Workshop, language: str, sheet: str) -> None:
    address = reverse("prepare:print_sheet", args=[cast.programme.key, workshop.number, language, sheet])
    assert cast.client(cast.convener).get(address).status_code == 404


def test_before_there_is_anything_each_sheet_says_so(cast: Cast) -> None:
    empty = a_workshop(cast, timezone.localdate() + timedelta(days=60))
    assert [cards(document(empty, sheet)) for sheet in ("badges", "ballots")] == [[], []]
    assert "No ground rules are in force yet" in to_html(document(empty, "rules"))
