"""Names planted in the vault, and then a search through everything else that a programme leaves behind.

The thread is walked through the pages, in this process, with jobs done at once. What is searched: every cell of every
table, the log, the outbox, the keystore, and the answer to every address that anybody reaches, files unpacked.
"""

from __future__ import annotations

import logging
import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from copy import deepcopy
from dataclasses import dataclass, field, replace
from datetime import timedelta
from pathlib import Path

import pytest
from django.core import mail
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction
from django.test import Client, override_settings
from django.urls import NoReverseMatch, resolve, reverse
from django.utils import timezone

from tests.cast import Cast, person
from tests.journeys.crawl import Answer, crawl
from tests.journeys.leaks import Ear, found_in, leaking_tables, spellings
from tests.journeys.thread.words import BRIEF, WORDS
from tests.steps.workshops import a_workshop, clear_to_open
from tests.vault_place import OFFICERS, two_officers
from tracktwo.data.vignettes import VIGNETTES
from tracktwo.foundation.people.actions import grant
from tracktwo.foundation.people.models import Account, Role
from tracktwo.foundation.vault import memory
from tracktwo.foundation.vault.actions import every_pair, found_vault
from tracktwo.foundation.vault.models import Person
from tracktwo.methods.criteria import CRITERIA
from tracktwo.steps.plan.models import Workshop
from tracktwo.steps.programme.models import Programme
from tracktwo.steps.select.models import Assignment, Nomination, Objection, Round
from tracktwo.steps.transmit.models import Cell
from tracktwo.steps.transmit.queries import list_findings

# Invented to the letter, so that a hit is a leak and never a coincidence.
PLANTED = (
    (1, "Quillorwen Vastermoor", "quillorwen@vastermoor.invalid, Zentharion Institute"),
    (1, "Жмеринюк-Позначена Ярополка", "yaropolka@zhmerynyuk.invalid, Інститут Пращурника"),
    (2, "Щегловидов-Меченый Эраст", "+99 555 0173 2846, кафедра Вьюжнословия"),
    (2, "Brannigost Feldwhyr", "brannigost@feldwhyr.invalid"),
)
# Proposed by a nominator's code and by file, and never asked; and what is written about people.
BY_CODE = ("Thistlequorn Ardvallen", "thistlequorn@ardvallen.invalid")
BY_FILE = "mardoweth@quenby.invalid"
EVIDENCE = "Seen at the Vexholt-Umbrage lectures; говорит Праслинский-Оговоркин."
MARKED = [
    word
    for planted in [f"{name} {contact}" for _side, name, contact in PLANTED] + [" ".join(BY_CODE), BY_FILE, EVIDENCE]
    for word in re.findall(r"[\w@.+-]{6,}|\+?[\d ]{9,}", planted)
]
COMMON = {"Institute", "Інститут", "кафедра", "lectures", "говорит"}
WORDS_TO_FIND = [word.strip() for word in MARKED if word not in COMMON]
EN = WORDS["en"]


@dataclass
class Walk:
    """The thread in this process: one client for each person, the programme, what has been answered."""

    cast: Cast
    programme: Programme
    clients: dict[str, Client] = field(default_factory=dict)
    aliases: list[str] = field(default_factory=list)

    def client(self, account: Account) -> Client:
        return self.clients.setdefault(account.alias, self.cast.client(account))

    def address(self, name: str, **arguments: object) -> str:
        try:
            return reverse(name, kwargs=arguments)
        except NoReverseMatch:
            return reverse(name, kwargs={"key": self.programme.key} | arguments)

    def post(
        self, account: Account, name: str, typed: dict[str, object], status: int = 302, **arguments: object
    ) -> str:
        answer = self.client(account).post(
            self.address(name, **arguments), {"once": f"{name} {len(self.aliases)}"} | typed
        )
        assert answer.status_code == status, (name, answer.status_code, answer.content.decode()[-3000:])
        return answer["Location"] if status == 302 else answer.content.decode()


@contextmanager
def listening() -> Iterator[Ear]:
    """Hears what the house would write to its log: the levels are the house's own."""
    heard, loggers = Ear(), [logging.getLogger(name) for name in ("", "tracktwo", "django")]
    for one in loggers:
        one.addHandler(heard)
    yield heard
    for one in loggers:
        one.removeHandler(heard)


@pytest.fixture
def ear() -> Iterator[Ear]:
    with listening() as heard:
        yield heard


@dataclass
class Traces:
    """What the walk left behind outside the database."""

    walk: Walk
    keystore: Path
    heard: list[str]
    letters: list[bytes]


@pytest.fixture(scope="module")
def traces(standing_cast: Cast, tmp_path_factory, django_db_blocker) -> Iterator[Traces]:
    """The thread, walked once; each test stands above it and takes back what it does."""
    place = tmp_path_factory.mktemp("keys") / "keystore.json"
    kept = override_settings(TRACKTWO_VAULT_MEMORY_KIB=64, TRACKTWO_KEYSTORE=place)
    with django_db_blocker.unblock(), transaction.atomic(), kept, listening() as heard:
        memory.forget()
        found_vault(every_pair(OFFICERS))
        walk = Walk(deepcopy(standing_cast), standing_cast.programme)
        walk_the_thread(walk)
        yield Traces(walk, place, list(heard.heard), [bytes(letter.message()) for letter in mail.outbox])
        transaction.set_rollback(True)


@pytest.fixture
def keys(traces: Traces, keystore_place: Path) -> Path:
    """The keystore as the walk left it, in a place of the test's own."""
    keystore_place.parent.mkdir(parents=True)
    shutil.copy(traces.keystore, keystore_place)
    return keystore_place


@pytest.fixture
def walked(traces: Traces, keys: Path, db: None) -> Walk:
    return replace(traces.walk, clients={})


def walk_the_thread(walk: Walk) -> None:
    adopt(walk)
    a_workshop(walk.cast, timezone.localdate() + timedelta(days=9))
    nominate(walk)
    assess(walk)
    choose(walk)
    prepare(walk)
    Workshop.objects.update(starts_on=timezone.localdate() - timedelta(days=1), ends_on=timezone.localdate())
    meet(walk)
    agree(walk)
    carry(walk)


def adopt(walk: Walk) -> None:
    convener = walk.client(walk.cast.convener)
    desk = convener.get(walk.address("programme:agenda")).context
    walk.post(walk.cast.convener, "programme:agenda", {"seen": desk["revision"]})
    form = convener.get(walk.address("programme:rules")).context["form"]
    walk.post(walk.cast.convener, "programme:rules", {name: form[name].value() for name in form.fields})


def nominate(walk: Walk) -> None:
    """Each is asked by name and answers by alias; the same name once more is refused, and a form left half empty."""
    communities = {community.number: community.pk for community in walk.programme.communities.all()}
    for place, (side, name, contact) in enumerate(PLANTED):
        typed = {"community": communities[side], "name": name, "contact": contact}
        html = walk.post(walk.cast.convener, "select:propose", typed, status=200)
        walk.post(walk.cast.convener, "select:propose", typed, status=422)
        walk.post(walk.cast.convener, "select:propose", typed | {"community": ""}, status=422)
        join(walk, re.search(r'id="code"[^>]*>([^<]+)<', html)[1], f"Reed {'nesw'[place]}")


def assess(walk: Walk) -> None:
    """Sounding out, a nominator's code, a file looked at and taken in, sheets with evidence, an objection answered."""
    convener, communities = walk.cast.convener, {one.number: one.pk for one in walk.programme.communities.all()}
    today = timezone.localdate()
    sounding = {"community": communities[1], "day": today, "channel": "letter", "asked_by": "convener"}
    walk.post(convener, "select:soundings", sounding | {"outcome": "hesitates", "next_step": "meet", "words": EVIDENCE})
    html = walk.post(convener, "select:passes", {"most": 1}, status=200)
    code = re.search(r'id="code"[^>]*>([^<]+)<', html)[1]
    by_code = {"code": code, "community": communities[1], "name": BY_CODE[0], "contact": BY_CODE[1]}
    assert Client().post(reverse("nominators:propose"), by_code).status_code == 200
    take_in_file(walk)
    officers = [walk.cast.officer, person("Schist")]
    grant(officers[1], walk.programme.compartment, Role.OFFICER)
    until = {"objections_until": today, "officers": [one.pk for one in officers]}
    walk.post(convener, "select:round", {"deed": "open"} | until)
    walk.post(convener, "select:round", {"deed": "thresholds", "overall": "2"} | dict.fromkeys(CRITERIA, "2"))
    fill_sheets(walk, [walk.cast.assessor, person("Agate")])
    object_and_answer(walk)
    Round.objects.update(objections_until=today - timedelta(days=1))
    walk.post(convener, "select:round", {"deed": "close"})


def take_in_file(walk: Walk) -> None:
    client, place = walk.client(walk.cast.convener), walk.address("select:file")

    def send(content: str, **more: str):
        return client.post(place, {"nominations": SimpleUploadedFile("n.csv", content.encode())} | more)

    table = f"community,contact\n1,{BY_FILE}\n"
    assert send(table + f"9,{BY_CODE[1]}\n", deed="check").status_code == 422
    seen = send(table, deed="check").context["report"].mark
    assert send(table, deed="take", seen=seen).status_code == 302


def fill_sheets(walk: Walk, assessors: list[Account]) -> None:
    grant(assessors[1], walk.programme.compartment, Role.ASSESSOR)
    walk.post(walk.cast.convener, "select:round", {"deed": "assign", "each": 2})
    for assessor in assessors:
        for vignette, example in VIGNETTES.items():
            walk.post(assessor, "select:practise", {"vignette": vignette} | example.scores)
        for sheet in Assignment.objects.filter(assessor=assessor):
            walk.post(assessor, "select:sheet", {"deed": "declare", "conflict": "none"}, assignment=sheet.pk)
            seen = {f"seen_{key}": EVIDENCE for key in CRITERIA}
            scores = dict.fromkeys(CRITERIA, 3)
            walk.post(assessor, "select:sheet", {"deed": "hand_in"} | scores | seen, assignment=sheet.pk)


def object_and_answer(walk: Walk) -> None:
    nominee = Nomination.objects.filter(community__number=1, state="consented").first()
    typed = {"nominee": nominee.pk, "reason": "facts_wrong", "words": EVIDENCE}
    walk.post(walk.cast.guarantors[1], "select:objections", typed)
    answer = {"answer": "not_upheld", "words": EVIDENCE}
    walk.post(walk.cast.convener, "select:answer_objection", answer, objection=Objection.objects.get().pk)


def join(walk: Walk, code: str, alias: str) -> None:
    Client().post(reverse("people:join"), {"code": code, "alias": alias, "passphrase": "sand over shingle"})
    account = Account.objects.get(alias=alias)
    answers = {"gender": "woman", "sector": "media", "generation": "over_60", "region": "abroad"}
    walk.post(account, "select:answer", answers | {"answer": "yes"})
    walk.aliases.append(alias)


def choose(walk: Walk) -> None:
    convener = walk.cast.convener
    pool = resolve(walk.post(convener, "select:gather", {"seats": 4})).kwargs["pool"]
    asked = {"objective": "maximin", "number": "0123456789abcdef"}
    cohort = resolve(walk.post(convener, "select:compute", asked, pool=pool)).kwargs["cohort"]
    walk.post(convener, "select:cohort", {}, cohort=cohort)


def people(walk: Walk) -> list[Account]:
    return list(Account.objects.filter(alias__in=walk.aliases).order_by("alias"))


def prepare(walk: Walk) -> None:
    for account in people(walk):
        walk.post(account, "prepare:sign", {"version": 1})
        consents = dict.fromkeys(("taking_part", "single_text", "briefs", "research"), "yes")
        walk.post(account, "prepare:consents", consents)
        for need in walk.client(account).get(walk.address("prepare:journey")).context["way"]:
            walk.post(account, "prepare:journey", {"item": need.item, "standing": "ready"})
    walk.post(walk.cast.convener, "measure:wave", {"deed": "open"}, workshop=1, kind="before")
    for account in people(walk):
        answer_questions(walk, account, "before")
    walk.post(walk.cast.convener, "measure:wave", {"deed": "close"}, workshop=1, kind="before")


def answer_questions(walk: Walk, account: Account, kind: str) -> None:
    form = walk.client(account).get(walk.address("measure:answer", workshop=1, kind=kind)).context["form"]
    values = {name: form.fields[name].min_value for name in form.fields if hasattr(form.fields[name], "min_value")}
    typed = {name: value for name, value in values.items() if value is not None}
    phrase = {"phrase": form["phrase"].value(), "written": "on"} if kind == "before" else {}
    walk.post(account, "measure:answer", typed | phrase, status=200, workshop=1, kind=kind)


def meet(walk: Walk) -> None:
    facilitator, speaker = walk.cast.facilitator, people(walk)[0]
    clear_to_open(walk.programme.workshops.get(number=1))
    form = walk.client(facilitator).get(walk.address("convene:open")).context["open_form"]
    walk.post(facilitator, "convene:open", {"minutes": 300, "phases": form.fields["phases"].initial})
    walk.post(facilitator, "convene:clock", {"press": "begin", "seen": 0})
    walk.post(speaker, "convene:say", {"text": EN.statement, "language": "en"})
    vote = {"statement": walk.client(facilitator).get(walk.address("convene:console")).context["statements"][0].pk}
    walk.post(facilitator, "convene:open_vote", vote)
    vote = {"vote": walk.client(facilitator).get(walk.address("convene:console")).context["vote"].pk}
    walk.post(facilitator, "convene:close_vote", vote | {"word_1": "yes", "word_2": "no"})
    walk.post(facilitator, "convene:close", {})


def agree(walk: Walk) -> None:
    rapporteur, convener = walk.cast.rapporteur, walk.cast.convener
    walk.post(
        rapporteur,
        "agree:open",
        {"title": EN.text, "language": "en", "mode": "bracketed"},
        workshop=1,
    )
    walk.post(rapporteur, "agree:draft", {"words": EN.clause}, workshop=1)
    walk.post(rapporteur, "agree:save", {}, workshop=1)
    walk.post(
        people(walk)[0],
        "agree:bracket",
        {"stands": EN.stands, "wants": EN.wants, "reason": EN.reason},
        workshop=1,
        clause="1",
    )
    for signing in (people(walk)[0], people(walk)[-1]):  # somebody of each community
        seen = walk.client(signing).get(walk.address("agree:sign", workshop=1)).context["seen"]
        walk.post(signing, "agree:sign", {"seen": seen}, workshop=1)
    seen = walk.client(convener).get(walk.address("agree:freeze", workshop=1)).context["form"].initial["seen"]
    walk.post(convener, "agree:freeze", {"seen": seen, "with_reservations": "on"}, workshop=1)


def carry(walk: Walk) -> None:
    convener, cast = walk.cast.convener, walk.cast
    walk.post(convener, "transmit:about", {})
    cell = Cell.objects.filter(audience="public", community__number=1).first()
    levels = {f"level_{face.clause}": "3" for face in list_findings(cell.workshop)}
    walk.post(convener, "transmit:findings", levels, workshop=1)
    walk.post(convener, "transmit:brief", {}, cell=cell.pk)
    seen = walk.client(convener).get(walk.address("transmit:words", cell=cell.pk)).context["seen"]
    texts = {f"title_{language}": title for language, (title, _body) in BRIEF.items()}
    texts |= {f"words_1_{language}": body for language, (_title, body) in BRIEF.items()}
    place = {"section": "findings", "level": "3", "clause": ""}
    count = cell.brief.paragraphs.count() + 1
    texts |= {f"{field}_{number}": said for number in range(1, count + 1) for field, said in place.items()}
    walk.post(convener, "transmit:words", texts | {"seen": seen}, cell=cell.pk)
    seen = walk.client(cast.readers[1]).get(walk.address("transmit:brief", cell=cell.pk)).context["seen"]
    walk.post(cast.readers[1], "transmit:approve", {"seen": seen}, cell=cell.pk)
    walk.post(convener, "transmit:release", {}, cell=cell.pk)
    walk.post(convener, "measure:wave", {"deed": "open"}, workshop=1, kind="after")
    for account in people(walk):
        answer_questions(walk, account, "after")
    walk.post(convener, "measure:wave", {"deed": "close"}, workshop=1, kind="after")
    for language in ("en", "uk", "ru"):
        walk.post(convener, "measure:report", {"language": language})


def unseal(walk: Walk) -> None:
    keeper = walk.client(walk.cast.officer)
    passphrases = two_officers()
    form = keeper.get(walk.address("vault:door")).context["unseal_form"]
    typed = {f"unseal-{name}": passphrases.get(officer, "") for name, officer in form.officers.items()}
    assert keeper.post(walk.address("vault:unseal"), typed).status_code == 302


def reveal(walk: Walk, person: Person) -> str:
    typed = {"reveal-person": person.id.hex, "reveal-reason": "To meet them at the station."}
    return walk.client(walk.cast.officer).post(walk.address("vault:reveal"), typed).content.decode()


def everything_reached(walk: Walk, account: Account | None) -> dict[str, Answer]:
    client = walk.cast.client(account)

    def fetch(place: str) -> Answer:
        answer = client.get(place, follow=True)
        body = b"".join(answer.streaming_content) if answer.streaming else answer.content
        headers = "\n".join(f"{name}: {value}" for name, value in answer.items())
        return Answer(answer.status_code, answer.get("Content-Type", ""), body + headers.encode(), dict(answer.items()))

    return crawl(fetch)


@pytest.mark.django_db
def test_names_stand_nowhere_but_in_the_vault(walked: Walk, traces: Traces, keys: Path, ear: Ear) -> None:
    """While it is sealed, and again while it stands open and somebody has been looked at."""
    for sealed in (True, False):
        if not sealed:
            unseal(walked)
            for person in Person.objects.all():
                reveal(walked, person)
        assert leaking_tables(WORDS_TO_FIND) == set()
        assert found_in(keys.read_bytes(), WORDS_TO_FIND) == []
        assert found_in("\n".join(traces.heard + ear.heard).encode(), WORDS_TO_FIND) == []
        letters = traces.letters + [bytes(letter.message()) for letter in mail.outbox]
        assert [letter for letter in letters if found_in(letter, WORDS_TO_FIND)] == []


@pytest.mark.django_db
def test_no_answer_to_anybody_holds_a_name(walked: Walk) -> None:
    unseal(walked)
    told, kinds = [], set()
    for who, account in [*walked.cast.everyone().items(), *((one.alias, one) for one in people(walked))]:
        for place, answer in everything_reached(walked, account).items():
            kinds.add(answer.kind.partition(";")[0])
            told += [(who, place, word) for word in found_in(answer.body, WORDS_TO_FIND)]
    assert told == []
    assert kinds >= {"text/html", "application/pdf", "application/zip", "application/json"}


@pytest.mark.django_db
def test_the_reveal_is_the_one_answer_that_holds_them(walked: Walk) -> None:
    """The canary can sing: what was planted is there, whole, and comes out where it may."""
    unseal(walked)
    told = "".join(reveal(walked, person) for person in Person.objects.all())
    assert [name for _side, name, _contact in PLANTED if name not in told] == []
    noted = walked.client(walked.cast.convener).post(walked.address("select:soundings"), {"deed": "read"})
    told += noted.content.decode()
    assert set(found_in(told.encode(), WORDS_TO_FIND)) == set(WORDS_TO_FIND)


@pytest.mark.django_db
def test_a_name_in_a_column_a_log_line_or_a_report_would_be_found(walked: Walk, ear: Ear) -> None:
    _side, name, _contact = PLANTED[1]
    Programme.objects.filter(pk=walked.programme.pk).update(description=f"With {name}.")
    logging.getLogger("tracktwo.jobs").error("job failed for %s", name)
    walked.post(walked.cast.convener, "measure:report", {"language": "uk"})
    sheet = walked.client(walked.cast.convener).get(walked.address("measure:report_file", number=4)).content
    assert leaking_tables(WORDS_TO_FIND) == {"programme_programme", "measure_report"}
    assert found_in("\n".join(ear.heard).encode(), WORDS_TO_FIND) == name.split()
    assert found_in(sheet, WORDS_TO_FIND) == name.split()


@pytest.mark.parametrize("word", WORDS_TO_FIND)
def test_each_planted_word_is_found_in_every_spelling(word: str) -> None:
    assert {
        spelling for spelling in spellings(word) if not found_in(b"before " + spelling + b" after", [word])
    } == set()


@pytest.mark.django_db
def test_the_vault_seals_itself_again_for_the_next_test() -> None:
    assert memory.is_sealed(timezone.now())
