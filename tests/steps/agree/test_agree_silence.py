"""The silence procedure: fixed words, blind objections, nobody unreachable counted as silent, everybody told at once."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from django.db import transaction
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from tests.cast import NOW, Cast
from tests.steps.agree.stage import DRAFTED, Table, lay_table
from tracktwo.foundation.jobs.worker import work_on
from tracktwo.methods.record import Refusal
from tracktwo.methods.text import Bracket
from tracktwo.methods.text.silence import Outcome
from tracktwo.steps.agree import actions
from tracktwo.steps.agree.forms.silences import AnnounceForm
from tracktwo.steps.agree.models import Objection, Reach, Silence
from tracktwo.steps.prepare.models import Consent
from tracktwo.steps.select.models import Seat

END = NOW + timedelta(hours=72)
TOKYO, LISBON = "Asia/Tokyo", "Europe/Lisbon"


def refused(deed: Callable[[], object]) -> str:
    with pytest.raises(Refusal) as caught, transaction.atomic():
        deed()
    return caught.value.code


def end(table: Table, at: object = END) -> Outcome | None:
    return actions.end_silence(table.text, now=at)  # type: ignore[arg-type]


def only(table: Table) -> Silence:
    return table.text.silences.get()


def test_it_is_announced_over_a_saved_version_with_its_hash_in_the_record(table: Table) -> None:
    silence = table.announce()
    version = table.text.versions.get()
    assert (silence.version, silence.expires_at) == (version, END)
    assert table.facts()[-1] == {"workshop": 1, "number": 1, "hours": 72, "digest": version.digest}


def test_the_form_offers_three_days_and_takes_no_hour_less() -> None:
    form = AnnounceForm()
    assert form["hours"].value() == 72
    assert [AnnounceForm({"hours": hours}).is_valid() for hours in (71, 72)] == [False, True]


def test_while_it_runs_no_word_changes_in_any_language(cast: Cast) -> None:
    table = lay_table(cast, languages=("uk",))
    for clause, words in zip("123", ("Один.", "Два.", "Три."), strict=True):
        table.translate(clause, words)
    table.announce()
    before = table.state
    for deed in (
        lambda: table.open_bracket(1),
        lambda: table.amend(1, "1", "Other.", version=1),
        lambda: actions.change_clause(table.text, "1", "Other.", version=1, now=NOW),
        lambda: actions.draft_clause(table.text, "More.", now=NOW),
        lambda: table.translate("1", "Інше."),
        lambda: table.sign(1),
        lambda: table.announce(),
    ):
        assert refused(deed) == "agree.silence_running"
    assert table.state == before


def test_it_waits_for_brackets_and_languages(cast: Cast) -> None:
    table = lay_table(cast, languages=("uk",))
    assert refused(table.announce) == "agree.languages_behind"
    table.open_bracket(1)
    assert refused(table.announce) == "agree.brackets_first"


def test_reached_affirmed_and_silent_it_is_kept(table: Table) -> None:
    table.announce()
    table.receive()
    table.affirm()
    assert end(table, END - timedelta(seconds=1)) is None
    assert end(table) == Outcome.KEPT
    assert (only(table).state, table.deeds[-1], end(table)) == ("kept", "agree.silence_kept", None)


def test_one_objection_breaks_it_and_nobody_knows_whose(table: Table) -> None:
    now = timezone.now()
    table.announce(now=now)
    table.receive()
    table.affirm()
    table.object_to(2, now=now)
    [objection] = Objection.objects.values()
    assert set(objection) == {"id", "silence_id", "clause", "reason", "wants", "side"}
    assert (objection["side"], objection["wants"]) == (None, "")
    assert table.deeds[-1] == "agree.silence_affirmed"  # the record learns nothing before the end
    assert table.REASON not in table.get(table.cast.convener, "silence").content.decode()
    assert end(table, now + timedelta(hours=72)) == Outcome.BROKEN
    for account in (table.cast.convener, table.member(1), table.member(2), table.cast.guarantors[1]):
        page = table.get(account, "silence").content.decode()
        assert table.REASON in page
        assert "Community B" not in page.split("Objections")[1].split("</ul>")[0]


def test_the_rows_after_an_objection_differ_from_those_without_by_the_objection_alone(table: Table) -> None:
    table.announce()
    table.receive()
    before = list(Reach.objects.order_by("pk").values())
    table.object_to(2)
    assert list(Reach.objects.order_by("pk").values()) == before


def test_an_objection_with_other_words_becomes_a_bracket_of_its_community_at_the_end(table: Table) -> None:
    table.announce()
    wants = DRAFTED[1].replace("the invasion", "2022")
    table.object_to(2, wants=wants)
    assert Objection.objects.get().side == 2
    assert table.state.open_brackets == 0
    end(table)
    assert table.state.clause("2").brackets[2] == Bracket(2, "the invasion", "2022", table.REASON)


def test_the_same_form_sent_twice_is_one_objection(table: Table) -> None:
    table.announce()
    table.object_to(1)
    table.object_to(1)
    assert Objection.objects.count() == 1


def test_somebody_unreachable_is_not_silent(table: Table) -> None:
    table.announce()
    everybody = [one for side in table.cast.participants.values() for one in side]
    table.receive(*everybody[1:])
    table.affirm()
    assert end(table) == Outcome.EXTENDED
    silence = only(table)
    assert (silence.expires_at, silence.extended, silence.unreached) == (END + timedelta(hours=72), 1, 1)
    reach = silence.reaches.get(account=everybody[0])
    by = table.cast.by(table.cast.guarantors[1], "agree.vouch")
    other = table.cast.by(table.cast.guarantors[2], "agree.vouch")
    assert refused(lambda: actions.vouch_for(table.text, reach.pk, by=other)) == "agree.other_side"
    actions.vouch_for(table.text, reach.pk, by=by)
    assert end(table, silence.expires_at) == Outcome.KEPT


def test_without_the_word_of_every_community_the_time_runs_on(table: Table) -> None:
    table.announce()
    table.receive()
    table.affirm(1)
    assert end(table) == Outcome.EXTENDED


def test_whoever_takes_consent_back_meanwhile_is_neither_waited_for_nor_counted(table: Table) -> None:
    table.announce()
    gone = table.member(1)
    table.receive(*[one for side in table.cast.participants.values() for one in side if one != gone])
    table.affirm()
    Consent.objects.create(
        seat=table.seats[gone.alias], product=Consent.Product.SINGLE_TEXT, given=False, changed_on=NOW.date()
    )
    assert end(table) == Outcome.KEPT


def test_in_the_name_of_a_community_that_has_left_nothing_is_agreed(table: Table) -> None:
    table.announce()
    table.receive()
    table.affirm()
    Seat.objects.filter(community__number=2).update(withdrawn_on=NOW.date())
    assert (end(table), table.deeds[-1]) == (Outcome.ABSENT, "agree.silence_void")


def test_nobody_objects_after_the_end(table: Table) -> None:
    table.announce()
    assert refused(lambda: table.object_to(1, now=END)) == "agree.silence_over"


def test_called_off_the_text_is_open_again_and_the_roll_is_gone(table: Table) -> None:
    table.announce()
    actions.call_off(table.text, by=table.cast.by(table.cast.convener, "agree.steer"), now=NOW)
    table.open_bracket(1)
    assert (only(table).state, Reach.objects.count()) == ("called_off", 0)


def test_the_end_is_shown_by_the_clock_of_the_place_and_by_ones_own(table: Table) -> None:
    type(table.workshop).objects.filter(pk=table.workshop.pk).update(zone=LISBON)
    now = timezone.now()
    table.announce(now=now)
    tokyo, lisbon = (f"{(now + timedelta(hours=72)).astimezone(ZoneInfo(zone)):%H:%M}" for zone in (TOKYO, LISBON))
    client = table.cast.client(table.member(1))
    assert LISBON in client.get(table.url("silence")).content.decode()
    client.post(table.url("clock"), {"zone": TOKYO})
    page = client.get(table.url("silence")).content.decode()
    assert page.index(f"{tokyo}</time> <small>{TOKYO}") < page.index(f"{lisbon} ({LISBON})")
    assert TOKYO not in str(list(Reach.objects.values()))


def test_everybody_with_a_seat_finds_it_first_and_answers_in_one_tap(table: Table) -> None:
    table.announce(now=timezone.now())
    account = table.member(2)
    home = table.cast.client(account).get(f"/p/{table.cast.programme.key}/").content.decode()
    assert table.url("silence") in home
    table.post(account, "received")
    assert Reach.objects.get(account=account).is_reached
    assert table.post(table.cast.convener, "received").status_code == 404


def test_the_worker_ends_it_in_its_minute_and_asks_again_after_an_extension(
    table: Table, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TRACKTWO_JOBS", "worker")
    monkeypatch.setattr("django_tasks_db.management.commands.db_worker.Worker.configure_signals", lambda worker: None)
    now = timezone.now()
    table.announce(now=now)
    work_on(tmp_path, until_empty=True)
    assert (only(table).state, list(due())) == ("running", [now + timedelta(hours=72)])
    Silence.objects.update(expires_at=now)
    DBTaskResult.objects.update(run_after=now)
    work_on(tmp_path, until_empty=True)
    assert (only(table).state, only(table).extended, len(due())) == ("running", 1, 1)
    table.receive()
    table.affirm()
    Silence.objects.update(expires_at=now)
    DBTaskResult.objects.filter(status="READY").update(run_after=now)
    work_on(tmp_path, until_empty=True)
    assert (only(table).state, len(due()), table.deeds[-1]) == ("kept", 0, "agree.silence_kept")


def due() -> list[datetime]:
    return [row.run_after for row in DBTaskResult.objects.filter(status="READY")]


def test_where_no_worker_runs_the_daily_command_ends_what_is_over(table: Table) -> None:
    table.announce()
    table.receive()
    table.affirm()
    assert (actions.end_silences(END - timedelta(seconds=1)), actions.end_silences(END)) == (0, 1)
    assert (only(table).state, actions.end_silences(END)) == ("kept", 0)
