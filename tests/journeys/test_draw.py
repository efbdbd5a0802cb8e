"""Two guarantors and a host draw a cohort in browsers of their own: one withholds, the rule takes effect, the proof
verifies alone; a participant checks the own row; a stranger finds nothing.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.journeys.house import House
from tests.journeys.person import Person, Speech
from tracktwo.cli.methods import verify_draw
from tracktwo.methods.draw import commit
from tracktwo.site.demo.select_draw import KEY
from tracktwo.site.demo.stage import PASSPHRASE

pytestmark = pytest.mark.journey
VERIFIER = Path(verify_draw.__file__)
STRANGER = """
from pathlib import Path
from tracktwo.cli.house.opening import open_house
open_house(Path({place!r}))
from tracktwo.foundation.people.models import Account
Account.objects.create_account("Chaffinch", {passphrase!r})
"""
PAGES = ("", "now/", "show/", "proof/", "audit/file/", "own/", "receipt/")


@dataclass
class Room:
    """The demonstration's draw, and whoever has come to it."""

    browser: Browser
    house: House

    def enter(self, alias: str, scripts: bool = True) -> Person:
        person = Person.arrive(self.browser, self.house, Speech("en", scripts))
        person.open("people:sign_in")
        person.fill(alias=alias, passphrase=PASSPHRASE)
        person.press("main button.do")
        person.alias = alias
        person.key = re.search(r"/p/([^/]+)/", person.page.content())[1] if "/p/" in person.page.content() else ""
        return person

    def draw(self, person: Person) -> int:
        person.open("select:about")
        link = person.page.locator('a[href*="/select/draw/"]').first.get_attribute("href")
        return int(re.search(r"/draw/(\d+)/", link)[1])


@pytest.fixture(scope="module")
def room(browser: Browser, tmp_path_factory) -> Iterator[Room]:
    """A demonstration of its own: the draw of the coming workshop is under way, Linden has sealed."""
    house = House(tmp_path_factory.mktemp("draw") / "house", settings={"TRACKTWO_DEMO": "1"})
    house.make_demo()
    house.run("-c", STRANGER.format(place=str(house.place), passphrase=PASSPHRASE))
    house.start()
    yield Room(browser, house)
    house.stop()


def verify(folder: Path, *files: str) -> subprocess.CompletedProcess[str]:
    """Alone: no package, no environment, nothing of the house but this one file."""
    command = [sys.executable, "-I", "-S", str(VERIFIER), *files]
    return subprocess.run(command, cwd=folder, env={}, capture_output=True, text=True, check=False)


def seal_in_browser(person: Person) -> str:
    """The browser makes the number; the key is on the page and in no form."""
    person.page.locator("[data-seal-make]").click()
    person.page.wait_for_function("document.querySelector('[name=seal]').value.length === 64")
    key = person.page.locator("[data-seal-key] .seal").inner_text()
    assert person.page.locator('#seal-form [name="key"]').input_value() == ""
    return key


def test_a_draw_with_a_withheld_seal_verifies_and_each_finds_what_is_theirs_and_no_more(room: Room, tmp_path) -> None:
    heron, linden, rowan = room.enter("Heron"), room.enter("Linden", scripts=False), room.enter("Rowan")
    number = room.draw(heron)

    # Rowan's browser makes a number, Heron's own machine does: both seals close without their keys leaving.
    rowan.open("select:draw", draw=number)
    assert seal_in_browser(rowan)
    rowan.send("select:draw_seal", "button.do", draw=number)
    heron.open("select:draw", draw=number)
    form = heron.page.locator("#seal-form")
    draw, head = form.get_attribute("data-draw"), form.get_attribute("data-head")
    host_key = tmp_path / "key.json"
    asked = ("--draw", draw, "--head", head, "--party", "host", "--out", str(host_key))
    room.house.run("-m", "tracktwo", "seal", *asked)
    # A copied seal is refused in a sentence.
    heron.fill(seal=commit(draw, bytes.fromhex(head), "community-1", KEY).hex())
    heron.press("#seal-form button.do", status=422)
    assert "has been set before" in heron.told()
    heron.fill(seal=json.loads(host_key.read_text())["seal"])
    heron.press("#seal-form button.do")

    # Everybody has sealed: the openings begin. Linden and Heron open, Rowan withholds.
    linden.open("select:draw", draw=number)
    linden.fill(key=KEY.key)
    linden.send("select:draw_open", draw=number)
    heron.open("select:draw", draw=number)
    heron.fill(key=host_key.read_text())
    heron.send("select:draw_open", draw=number)
    assert "Still to open: Russian" in heron.told()

    # The deadline passes; the rule takes effect without Rowan.
    room.house.let_days_pass(5)
    for person in (heron, linden, rowan):
        person.page.goto("about:blank")  # a page that still asks for news would be given a cookie of its own
        person.context.clear_cookies()
        person.open("people:sign_in")
        person.fill(alias=person.alias, passphrase=PASSPHRASE)
        person.press("main button.do")
    heron.open("select:draw", draw=number)
    assert "Counts as empty: Russian" in heron.told()
    round_told = re.search(r"Round (\d+) of chain", heron.told())[1]
    heron.fill(value=json.dumps({"round": int(round_told), "signature": "cd" * 48}))
    heron.send("select:draw_finish", draw=number)
    assert "is drawn" in heron.told()
    heron.send("select:draw_stand", draw=number)

    # The proof verifies alone and names who withheld; both guarantors open the audit file, and it verifies too.
    for guarantor in (linden, rowan):
        guarantor.open("select:draw", draw=number)
        guarantor.page.locator("details", has_text="audit file").locator("summary").click()
        guarantor.send("select:draw_audit", draw=number)
    (tmp_path / "proof.json").write_bytes(linden.fetch(linden.address("select:draw_proof", draw=number)))
    (tmp_path / "audit.json").write_bytes(linden.fetch(linden.address("select:draw_audit_file", draw=number)))
    alone = verify(tmp_path, "proof.json", "--audit", "audit.json")
    assert (alone.returncode, alone.stdout.splitlines()[-1]) == (0, "valid")
    assert "community-2 counts as empty" in alone.stdout and "keeps every quota" in alone.stdout
    assert "the beacon's signature" in alone.stdout.partition("Cannot be checked")[2]

    # A participant finds the own row, chance and receipt, and is told of nobody else.
    wagtail = room.enter("Wagtail")
    wagtail.open("select:draw_own", draw=number)
    assert "You are row" in wagtail.told() and "Siskin" not in wagtail.told()
    (tmp_path / "receipt.json").write_bytes(wagtail.fetch(wagtail.address("select:draw_receipt", draw=number)))
    own = verify(tmp_path, "receipt.json")
    assert (own.returncode, "is that of Wagtail" in own.stdout) == (0, True)

    # A stranger, and a reader with no part in the selection, find nothing at any address of the draw.
    for alias in ("Chaffinch", "Plover"):
        nobody = room.enter(alias)
        for page in PAGES:
            answer = nobody.context.request.get(f"/p/{heron.key}/select/draw/{number}/{page}")
            assert (alias, page, answer.status) == (alias, page, 404)
    assert [person.complaints + person.abroad for person in (heron, linden, rowan, wagtail)] == [[], [], [], []]
