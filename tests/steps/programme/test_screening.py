"""A match becomes a question that stays until somebody answers it with a reason."""

from __future__ import annotations

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from tests.cast import NOW, Cast
from tests.steps.plan.given import a_plan
from tests.steps.plan.given import convener as planner
from tests.steps.programme.given import a_line, an_alarm, convener
from tracktwo.data import tables
from tracktwo.exchange.designations import read_designations, write_designations
from tracktwo.foundation.ledger.queries import list_entries
from tracktwo.methods.record import Refusal
from tracktwo.methods.screening import LAW
from tracktwo.steps.plan.actions import keep_plan
from tracktwo.steps.programme import actions, queries
from tracktwo.steps.programme.models import Alarm
from tracktwo.steps.programme.path import Walker, waiting

REASON = "Asked their office in Porto: another society, founded in 1990."


def deeds(cast: Cast) -> list[str]:
    return [entry.deed for entry in list_entries(cast.programme.compartment.book)]


def page(cast: Cast, name: str, *args: object, account: object = None):
    client = cast.client(account or cast.convener)  # type: ignore[arg-type]
    return client.get(reverse(f"programme:{name}", args=[cast.programme.key, *args]))


def test_a_payer_found_in_a_register_in_another_alphabet_is_an_open_question(cast: Cast) -> None:
    alarm = an_alarm(cast)
    assert (alarm.organisation, alarm.designated, alarm.part, alarm.degree, alarm.answer) == (
        "Obshchestvo duba i tsapli", "Общество дуба и цапли", "payer", "same", "",
    )  # fmt: skip
    assert deeds(cast)[-2:] == ["programme.organisations_written", "programme.alarms_raised"]


def test_the_same_match_is_asked_once_however_often_it_is_looked_for(cast: Cast) -> None:
    an_alarm(cast)
    again = actions.import_designations(cast.programme, [a_line()], by=convener(cast), now=NOW)
    assert (again, cast.programme.alarms.count()) == (actions.Imported(0, 0, 0), 1)


def test_a_match_stays_open_when_its_organisation_is_gone(cast: Cast) -> None:
    an_alarm(cast)
    actions.write_organisations(cast.programme, [], by=convener(cast), now=NOW)
    assert queries.open_alarms(cast.programme).count() == 1


def test_an_answer_is_given_once_with_a_reason_and_the_record_holds_its_code_and_no_words(cast: Cast) -> None:
    alarm = actions.answer_alarm(an_alarm(cast), answer="somebody_else", reason=REASON, by=convener(cast), now=NOW)
    assert (alarm.answer, alarm.reason, alarm.answered_on) == ("somebody_else", REASON, NOW.date())
    last = list_entries(cast.programme.compartment.book).last()
    assert last is not None
    assert (last.deed, '"answer":"somebody_else"' in last.leaf, "Porto" in last.leaf) == (
        "programme.alarm_answered", True, False,
    )  # fmt: skip
    with pytest.raises(Refusal) as refused:
        actions.answer_alarm(alarm, answer="parted", reason=REASON, by=convener(cast), now=NOW)
    assert refused.value.code == "screening.answered_already"


def test_a_bare_word_is_no_reason(cast: Cast) -> None:
    with pytest.raises(Refusal) as refused:
        actions.answer_alarm(an_alarm(cast), answer="parted", reason="  no   ", by=convener(cast), now=NOW)
    assert (refused.value.code, queries.open_alarms(cast.programme).count()) == ("screening.reason_length", 1)


def test_a_law_on_contact_asks_what_it_means_for_everybody(cast: Cast) -> None:
    actions.write_designation(cast.programme, a_line("Law on contact", kind=LAW), by=convener(cast), now=NOW)
    assert list(cast.programme.alarms.values_list("organisation", "degree")) == [("", "law")]


def test_the_host_itself_is_checked_when_its_name_changes(cast: Cast) -> None:
    actions.import_designations(cast.programme, [a_line()], by=convener(cast), now=NOW)
    host = dict.fromkeys(actions.DECLARATION, "None.") | {"name": "ОБЩЕСТВО ДУБА И ЦАПЛИ"}
    actions.describe_programme(cast.programme, title="T", description="D", host=host, by=convener(cast))
    assert [(alarm.part, alarm.degree) for alarm in cast.programme.alarms.all()] == [("host", "same")]


def test_the_association_of_a_kept_workshop_is_checked(cast: Cast) -> None:
    plan = a_plan(cast)
    association = plan.result["workshops"][0]["edition"]["association"]
    actions.import_designations(cast.programme, [a_line(association)], by=convener(cast), now=NOW)
    assert cast.programme.alarms.count() == 0
    keep_plan(plan, by=planner(cast), now=NOW)
    assert [alarm.part for alarm in cast.programme.alarms.all()] == ["association"]


def test_a_dry_run_says_what_the_import_then_does_and_keeps_nothing(cast: Cast) -> None:
    by, lines = convener(cast), read_designations(tables.designations_csv())
    actions.write_organisations(cast.programme, [("panel", "Bard College Berlin", None)], by=by, now=NOW)
    before = len(deeds(cast))
    said = actions.import_designations(cast.programme, lines, by=by, now=NOW, dry_run=True)
    assert (cast.programme.register.count(), cast.programme.alarms.count(), len(deeds(cast))) == (0, 0, before)
    assert actions.import_designations(cast.programme, lines, by=by, now=NOW) == said == actions.Imported(9, 0, 2)


def test_a_corrected_line_is_brought_up_to_date_and_a_lifted_one_raises_nothing(cast: Cast) -> None:
    by = convener(cast)
    actions.write_organisations(cast.programme, [("venue", "Obshchestvo duba i tsapli", None)], by=by, now=NOW)
    lifted = a_line(until=date(2026, 1, 1))
    assert actions.import_designations(cast.programme, [lifted], by=by, now=NOW) == actions.Imported(1, 0, 0)
    assert actions.import_designations(cast.programme, [a_line()], by=by, now=NOW) == actions.Imported(0, 1, 1)


def test_payers_kept_apart_ask_for_a_payer_of_every_community_that_is_not_designated(cast: Cast) -> None:
    by, programme = convener(cast), cast.programme
    actions.set_money_ways(programme, payers_apart=True, no_honorarium=True, by=by, now=NOW)
    assert queries.sides_without_payer(programme) == [1, 2]
    paying = [("payer", "Heather Fund", 1), ("payer", "Obshchestvo duba i tsapli", 2)]
    actions.write_organisations(programme, paying, by=by, now=NOW)
    assert queries.sides_without_payer(programme) == []
    actions.import_designations(programme, [a_line()], by=by, now=NOW)
    assert queries.sides_without_payer(programme) == [2]
    actions.answer_alarm(programme.alarms.get(), answer="somebody_else", reason=REASON, by=by, now=NOW)
    assert queries.sides_without_payer(programme) == []


def test_an_open_match_waits_for_the_convener_and_is_seen_by_everybody(cast: Cast) -> None:
    an_alarm(cast)
    walker = Walker(cast.programme, cast.convener, frozenset({("convener", None)}), NOW)
    assert [(one.url, one.mine) for one in waiting(walker) if "screening" in one.url] == [
        (reverse("programme:screening", args=[cast.programme.key]), True)
    ]
    shown = page(cast, "screening", account=cast.participants[1][0]).content.decode()
    assert ("Obshchestvo duba i tsapli" in shown, "Answer the first" in shown) == (True, False)
    assert "1 match with a designation waits" in page(cast, "about", account=cast.nominees[1]).content.decode()


def test_the_convener_answers_on_the_page(cast: Cast) -> None:
    alarm = an_alarm(cast)
    address = reverse("programme:alarm", args=[cast.programme.key, alarm.pk])
    short = cast.client(cast.convener).post(address, {"answer": "parted", "reason": "No."})
    assert (short.status_code, Alarm.objects.get().answer) == (422, "")
    answer = cast.client(cast.convener).post(address, {"answer": "parted", "reason": REASON})
    assert (answer.status_code, Alarm.objects.get().answer) == (302, "parted")


HEAD = "register,kind,name,other_names,authority,since,until,source,checked_on,note\n"
GOOD = "R,undesirable,Alder Society,,,2025-01-01,,here,2025-02-01,\n"
MALFORMED = {
    "an unknown kind": ("R,enemy,Alder Society,,,2025-01-01,,here,2025-02-01,\n", "cell.choice", 2, "kind"),
    "no day": ("R,undesirable,Alder Society,,,1 June 2025,,here,2025-02-01,\n", "cell.day", 2, "since"),
    "an end before the beginning": (
        "R,undesirable,Alder Society,,,2025-01-01,2024-01-01,here,2025-02-01,\n",
        "designations.until_before_since", 2, "until",
    ),
    "no source": ("R,undesirable,Alder Society,,,2025-01-01,,,2025-02-01,\n", "cell.blank", 2, "source"),
    "no day of looking": ("R,undesirable,Alder Society,,,2025-01-01,,here,,\n", "cell.day", 2, "checked_on"),
    "a name without letters": ("R,undesirable,«…»,,,2025-01-01,,here,2025-02-01,\n", "designations.no_letters", 2, "name"),
    "a further name without letters": (
        "R,undesirable,Alder Society,A | –,,2025-01-01,,here,2025-02-01,\n", "designations.no_letters", 2, "other_names",
    ),
    "one name twice": (GOOD + GOOD, "designations.repeated", 3, "name"),
    "a cell too long": (
        f"R,undesirable,{'Alder ' * 60},,,2025-01-01,,here,2025-02-01,\n", "designations.cell_long", 2, "name",
    ),
    "a formula": ("R,undesirable,=cmd(),,,2025-01-01,,here,2025-02-01,\n", "table.formula", 2, "name"),
    "a short row": ("R,undesirable\n", "table.ragged", 2, None),
}  # fmt: skip


@pytest.mark.parametrize(("rows", "code", "row", "column"), MALFORMED.values(), ids=MALFORMED.keys())
def test_a_malformed_register_is_refused_whole_with_row_column_and_a_way_out(
    cast: Cast, rows: str, code: str, row: int, column: str | None
) -> None:
    with pytest.raises(Refusal) as refused:
        read_designations((HEAD + rows).encode())
    found = next(iter(getattr(refused.value, "each", (refused.value,))))
    assert (found.code, found.params["row"], found.params.get("column")) == (code, row, column)
    sent = {"file": SimpleUploadedFile("register.csv", (HEAD + rows).encode())}
    client = cast.client(cast.convener)
    for language, refusal in (("en", "Not done."), ("uk", "Не зроблено."), ("ru", "Не сделано.")):
        client.cookies["language"] = language
        sent["file"].seek(0)
        answer = client.post(reverse("programme:register", args=[cast.programme.key]), sent)
        assert (answer.status_code, refusal in answer.content.decode()) == (422, True)
    assert cast.programme.register.count() == 0


@pytest.mark.parametrize(
    ("content", "code"),
    [(b"", "table.empty"), (b"name,kind\nAlder,law\n", "table.column_missing"), (b"\x00\xff\xfe\x00", None)],
)
def test_what_is_no_register_at_all_is_refused(content: bytes, code: str | None) -> None:
    with pytest.raises(Refusal) as refused:
        read_designations(content)
    if code:
        assert next(iter(getattr(refused.value, "each", (refused.value,)))).code == code


def test_a_register_written_is_read_back_equal() -> None:
    lines = read_designations(tables.designations_csv())
    assert (read_designations(write_designations(lines)), len(lines)) == (lines, 9)


@pytest.mark.parametrize(
    ("changed", "code"),
    [
        ({"until": date(2020, 1, 1)}, "screening.until_before_since"),
        ({"checked_on": date(2031, 1, 1)}, "screening.checked_later"),
    ],
)
def test_a_typed_line_that_cannot_be_is_refused(cast: Cast, changed: dict, code: str) -> None:
    with pytest.raises(Refusal) as refused:
        actions.write_designation(cast.programme, a_line(**changed), by=convener(cast), now=NOW)
    assert (refused.value.code, cast.programme.register.count()) == (code, 0)


@pytest.mark.parametrize(
    ("lines", "code"),
    [
        ([("venue", "Alder Hall", None), ("venue", " alder  HALL ", None)], "screening.organisation_twice"),
        ([("venue", "…", None)], "screening.no_letters"),
    ],
)
def test_a_list_of_organisations_that_cannot_be_is_refused(cast: Cast, lines: list, code: str) -> None:
    with pytest.raises(Refusal) as refused:
        actions.write_organisations(cast.programme, lines, by=convener(cast), now=NOW)
    assert (refused.value.code, cast.programme.organisations.count()) == (code, 0)
