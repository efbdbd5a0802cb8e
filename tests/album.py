"""The album: every page of the demonstration, as everybody who can sign in reaches it by links from home.

Made once in a run and without a server, by whoever asks first; kept in a file, so that each worker of the suite looks
at the same pages. So is the demonstration itself. In English every address; in Ukrainian and Russian, where a test
looks at them (``make pages``), one page of every template. Last come the pages of ``MOMENTS``, in the same languages.
"""

from __future__ import annotations

import fcntl
import os
import pickle
import shutil
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import urlsplit

import pysqlite3
import pytest
from django.db import connection
from django.test import Client, override_settings
from django.test.utils import setup_databases, teardown_databases
from django.urls import Resolver404, resolve, reverse

from tests.journeys.crawl import Answer, crawl
from tests.journeys.house import House
from tests.moments import MOMENTS, Moment, happening
from tracktwo.cli.house.demo import BUILT
from tracktwo.foundation.people.models import Account
from tracktwo.foundation.vault import memory
from tracktwo.site.demo.build import SHOWN

NOBODY = ""
TRANSLATED = ("uk", "ru")
# The way from home to a page of a moment.
THROUGH = {"site:home", "site:programme", "agree:about", "agree:text", "prepare:about"}
# No link leads there in this demonstration, and whoever types the address sees a page all the same.
BESIDES = {
    "agree:open": {"workshop": 1},
    "agree:save": {"workshop": 1},
    "convene:open": {},
    "convene:open_vote": {},
    "plan:version": {"version": 1},
    "plan:keep": {"version": 1},
    "plan:close": {"number": 1},
    "transmit:release": {"cell": 1},
}


@dataclass(frozen=True)
class Leaf:
    """One page as one reader sees it; ``moment`` where it is not that of the demonstration."""

    alias: str
    place: str
    answer: Answer
    moment: str = ""


@dataclass
class Album:
    """``english``: every answer by reader and address. ``translated``: by language, one leaf of every template.
    ``later``: in English, the pages of a moment.
    """

    english: dict[str, dict[str, Answer]] = field(default_factory=dict)
    translated: dict[str, list[Leaf]] = field(default_factory=dict)
    later: list[Leaf] = field(default_factory=list)

    def leaves(self) -> Iterator[Leaf]:
        """Every whole page in English."""
        for alias, answers in self.english.items():
            for place, answer in answers.items():
                if answer.is_page:
                    yield Leaf(alias, place, answer)
        yield from self.later

    def every_address(self) -> list[Leaf]:
        """Each address once, as the one sees it to whom it shows most."""
        return fullest(self.leaves(), lambda leaf: (leaf.place, leaf.moment))

    def every_template(self) -> list[Leaf]:
        """The fullest page that each view shows, with each status."""
        return fullest(self.leaves(), template_of)


def template_of(leaf: Leaf) -> tuple[str, int, str]:
    return name_of(leaf.place), leaf.answer.status, leaf.moment


def fullest(leaves: Iterable[Leaf], kind: Callable[[Leaf], object]) -> list[Leaf]:
    found: dict[object, Leaf] = {}
    for leaf in leaves:
        known = found.get(kind(leaf))
        if known is None or len(known.answer.body) < len(leaf.answer.body):
            found[kind(leaf)] = leaf
    return list(found.values())


def name_of(place: str) -> str:
    try:
        return resolve(urlsplit(place).path).view_name
    except Resolver404:
        return place


@dataclass
class Reader:
    """Somebody of the demonstration with a browser without scripts."""

    alias: str
    files: dict[str, Answer]
    client: Client = field(default_factory=Client)

    def __post_init__(self) -> None:
        if self.alias != NOBODY:
            self.client.force_login(Account.objects.get(alias=self.alias))

    def fetch(self, place: str) -> Answer:
        """A page as this reader sees it. A file that another has had is not made again: who may is the matrix's."""
        if place not in self.files:
            answer = self._ask(place)
            if answer.status != 200 or answer.kind.startswith("text/html"):
                return answer
            self.files[place] = answer
        return self.files[place]

    def _ask(self, place: str) -> Answer:
        answer = self.client.get(place, follow=True)
        body = answer.getvalue() if answer.streaming else answer.content
        return Answer(answer.status_code, answer.get("Content-Type", ""), body, dict(answer.items()))

    def read_everything(self) -> dict[str, Answer]:
        answers = crawl(self.fetch)
        return answers | self._besides(answers)

    def read_of(self, moment: Moment) -> list[Leaf]:
        """The pages of a moment that this reader reaches from home."""
        self.client.cookies["language"] = "en"
        passed = moment.views | THROUGH
        answers = crawl(self.fetch, follow=lambda place: name_of(place) in passed)
        return [
            Leaf(self.alias, place, answer, moment.name)
            for place, answer in answers.items()
            if answer.is_page and name_of(place) in moment.views
        ]

    def again(self, leaf: Leaf, language: str) -> Leaf:
        """The same page in another language."""
        self.client.cookies["language"] = language
        return replace(leaf, answer=self.fetch(leaf.place))

    def _besides(self, answers: dict[str, Answer]) -> dict[str, Answer]:
        """What the further addresses answer, where this reader may ask there."""
        key = next((place.split("/")[2] for place in answers if place.startswith("/p/")), "")
        places = [reverse(name, kwargs={"key": key} | more) for name, more in BESIDES.items()] if key else []
        found = {place: self.fetch(place) for place in places if place not in answers}
        return {place: answer for place, answer in found.items() if answer.status != 404}


@contextmanager
def demonstration(built: Path) -> Iterator[None]:
    """The one that ``tracktwo demo`` has built there, in the place of the database of the tests until the end."""
    connection.ensure_connection()
    tests, before = connection.connection, pysqlite3.connect(":memory:")
    tests.backup(before)
    try:
        with closing(pysqlite3.connect(built / "tracktwo.sqlite3")) as full:
            full.backup(tests)
        memory.forget()
        with keystore_of(built), override_settings(TRACKTWO_DEMO=True):
            yield
    finally:
        before.backup(tests)


@contextmanager
def keystore_of(built: Path) -> Iterator[None]:
    """A copy: a key that is shredded while one looks is there for the next who does."""
    with TemporaryDirectory() as own:
        place = Path(shutil.copy(built / "keystore.json", own))
        with override_settings(TRACKTWO_KEYSTORE=place):
            yield


def make_album(built: Path, languages: tuple[str, ...]) -> Album:
    with demonstration(built):
        files: dict[str, Answer] = {}
        readers = {alias: Reader(alias, files) for alias in (NOBODY, *SHOWN)}
        album = Album({alias: reader.read_everything() for alias, reader in readers.items()})
        for language in languages:
            album.translated[language] = [readers[leaf.alias].again(leaf, language) for leaf in album.every_template()]
        for moment in MOMENTS:
            add_moment(album, moment, readers)
    return album


def add_moment(album: Album, moment: Moment, readers: Mapping[str, Reader]) -> None:
    with happening(moment):
        found = [leaf for alias in moment.readers for leaf in readers[alias].read_of(moment)]
        album.later += found
        for language in album.translated:
            album.translated[language] += [
                readers[leaf.alias].again(leaf, language) for leaf in fullest(found, template_of)
            ]


@pytest.fixture(scope="session")
def django_db_setup(
    django_test_environment: None, django_db_modify_db_settings: None, django_db_blocker
) -> Iterator[None]:
    """As in pytest-django, and also where only the album needs a database and no test does."""
    with django_db_blocker.unblock():
        before = setup_databases(verbosity=0, interactive=False, aliases={"default"})
    yield
    with django_db_blocker.unblock():
        teardown_databases(before, verbosity=0)


@pytest.fixture(scope="session")
def built_demo(tmp_path_factory) -> Path:
    """The directory of a demonstration, built once in a run; whoever lets something happen in it takes a copy."""
    with alone(tmp_path_factory, "built-demo") as place:
        if not (place / BUILT).exists():
            House(place).make_demo()
    return place


@pytest.fixture(scope="session")
def album(
    request: pytest.FixtureRequest, tmp_path_factory, built_demo: Path, django_db_setup: None, django_db_blocker
) -> Album:
    languages = TRANSLATED if any(item.get_closest_marker("pages") for item in request.session.items) else ()
    with alone(tmp_path_factory, "album.pickle") as kept:
        if not kept.exists():
            with django_db_blocker.unblock():
                kept.write_bytes(pickle.dumps(make_album(built_demo, languages)))
    return pickle.loads(kept.read_bytes())


@contextmanager
def alone(tmp_path_factory, name: str) -> Iterator[Path]:
    """A place that all workers of a run share, for one of them at a time."""
    base = tmp_path_factory.getbasetemp()
    place = (base.parent if "PYTEST_XDIST_WORKER" in os.environ else base) / name
    with place.with_suffix(".lock").open("w") as door:
        fcntl.flock(door, fcntl.LOCK_EX)
        yield place
