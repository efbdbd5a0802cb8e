"""The programme report, opened and read as whoever gets it would."""

from __future__ import annotations

import io
import re
import unicodedata
from hashlib import sha256

import pytest
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext
from pypdf import PdfReader

from tests.cast import Cast
from tests.steps.measure.waves import Asked
from tracktwo.foundation.ledger.models import Entry
from tracktwo.foundation.ledger.queries import latest_checkpoint
from tracktwo.foundation.people.models import Account
from tracktwo.methods.record import Refusal, eight_words
from tracktwo.steps.measure import actions
from tracktwo.steps.measure.convert.path_parts import share
from tracktwo.steps.measure.models import Report
from tracktwo.steps.transmit.actions import open_matrix

CLOSED = ({1: [40, 50, 60, 40, 30, 20, 50, 60], 2: [30] * 4 + [40] * 4}, {1: [50] * 7 + [40], 2: [40, 50, 30, 40] * 2})


def make(cast: Cast, language: str = "en") -> Report:
    return actions.make_report(cast.programme, language, by=cast.by(cast.convener, "measure.steer"), now=timezone.now())


def read(report: Report) -> PdfReader:
    return PdfReader(io.BytesIO(bytes(report.pdf)))


def joined(said: str) -> str:
    """Without spaces, breaks and hyphens: where a line ends is the typesetter's business."""
    return re.sub(r"[\s\u00ad\u200b\u2010-]+", "", unicodedata.normalize("NFKC", said))


def words_of(report: Report) -> str:
    return joined("".join(page.extract_text() for page in read(report).pages))


@pytest.mark.parametrize("language", ["en", "uk", "ru"])
def test_the_report_is_a_tagged_document_in_its_language_and_names_nobody(asked: Asked, language: str) -> None:
    asked.both(*CLOSED)
    open_matrix(asked.workshop)
    report = make(asked.cast, language)
    root = read(report).trailer["/Root"]
    with translation.override(language):
        title, heading = gettext("Programme report"), gettext("What was measured")
    assert (root["/Lang"], root["/MarkInfo"]["/Marked"].value, read(report).metadata.title) == (language, True, title)
    said = words_of(report)
    assert joined(heading) in said
    assert [alias for alias in Account.objects.values_list("alias", flat=True) if joined(alias) in said] == []


def test_the_report_says_what_it_cannot_show_and_how_to_check_it(asked: Asked) -> None:
    asked.both(*CLOSED)
    report = make(asked.cast)
    checkpoint = latest_checkpoint(asked.cast.programme.compartment.book)
    wanted = [
        "this cannot show what caused the change",
        "in about 81 of 100 such workshops",
        f"Entries: {checkpoint.size}",
        checkpoint.root,
        eight_words(bytes.fromhex(checkpoint.root)),
        "tracktwo verify",
    ]
    said = words_of(report)
    assert [one for one in wanted if joined(one) not in said] == []


def test_eight_in_a_community_are_not_told_apart_outside_the_room(asked: Asked) -> None:
    asked.both(*CLOSED)
    said = words_of(make(asked.cast))
    assert joined("takes ten linked people in every community") in said
    assert joined("Warmth by community") not in said


def test_every_step_of_the_path_has_its_part_even_when_nothing_has_happened(cast: Cast) -> None:
    said = words_of(make(cast))
    wanted = [
        "No workshop has been planned yet",
        "No cohort has been drawn and kept yet",
        "Nobody has a seat yet",
        "No session has been closed yet",
        "No text has been frozen yet",
        "No matrix of audiences has been opened yet",
        "No pair of waves has been closed yet",
    ]
    assert [one for one in wanted if joined(one) not in said] == []


def test_three_communities_have_three_columns_in_the_matrix(asked_three: Asked) -> None:
    open_matrix(asked_three.workshop)
    said = words_of(make(asked_three.cast))
    assert [name for name in ("Community A", "Community B", "Community C") if said.count(joined(name)) < 2] == []


def test_the_record_holds_the_digest_of_the_file_and_comes_after_what_it_quotes(asked: Asked) -> None:
    report = make(asked.cast)
    entry = Entry.objects.get(deed="measure.report_made")
    assert entry.facts == {"language": "en", "digest": sha256(bytes(report.pdf)).hexdigest()}
    assert joined(f"Entries: {entry.seq}") in words_of(report)


def test_the_same_programme_on_the_same_day_gives_the_same_report_but_for_the_record_it_quotes(cast: Cast) -> None:
    first, second = words_of(make(cast)), words_of(make(cast))
    until = joined("The record as it stood")
    assert first.split(until)[0] == second.split(until)[0]


def test_a_report_is_made_in_a_language_of_the_house_only(cast: Cast) -> None:
    with pytest.raises(Refusal, match=r"measure\.language_unknown"):
        make(cast, "xx")


def test_the_convener_makes_it_and_a_guarantor_downloads_the_very_file(cast: Cast) -> None:
    page = reverse("measure:report", args=[cast.programme.key])
    cast.client(cast.convener).post(page, {"language": "uk"})
    report = Report.objects.get()
    link = reverse("measure:report_file", args=[cast.programme.key, report.number])
    guarantor = cast.client(cast.guarantors[2])
    assert link in guarantor.get(page).content.decode()
    answer = guarantor.get(link)
    assert (answer["Content-Type"], sha256(answer.content).hexdigest()) == ("application/pdf", report.digest)


def test_a_language_nobody_offers_is_refused_on_the_page(cast: Cast) -> None:
    page = reverse("measure:report", args=[cast.programme.key])
    answer = cast.client(cast.convener).post(page, {"language": "xx"})
    assert (answer.status_code, Report.objects.count()) == (422, 0)


def test_a_report_of_another_programme_is_404(cast: Cast) -> None:
    report = make(cast)
    link = reverse("measure:report_file", args=[cast.other_programme.key, report.number])
    assert cast.client(cast.other_convener).get(link).status_code == 404


@pytest.mark.parametrize(
    ("part", "whole", "said"),
    [
        (0, 0, "–"),
        (7, 7, "not shown"),
        (15, 16, "at least nine tenths"),
        (0, 16, "at most one tenth"),
        (12, 16, "not shown"),
        (11, 16, "11 of 16"),
    ],
)
def test_shares_follow_the_public_tier_of_the_suppression_table(part: int, whole: int, said: str) -> None:
    assert share(part, whole) == said
