"""Two guarantors and a host draw a cohort in browsers of their own: one signs with a key kept outside, one signs
nothing and withholds; the rule takes effect, the proof verifies alone and says who signed. A participant checks the own
row; a stranger finds nothing.
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
from playwright.sync_api import Browser, expect

from tests.journeys.frozen_draw import STRANGER
from tests.journeys.house import House
from tests.journeys.person import HIDDEN, Person, Speech
from tracktwo.cli.methods import verify_draw
from tracktwo.exchange.proofs import write_sealed
from tracktwo.exchange.signing import sign
from tracktwo.site.demo.stage import PASSPHRASE, VAULT_PASSPHRASE
from tracktwo.steps.select.draw_urls import urlpatterns

pytestmark = pytest.mark.journey
VERIFIER = Path(verify_draw.__file__)
KEY_OF_ANOTHER = bytes([9]) * 32
UNSIGNED = "that community-2 said yes to H0: it signed nothing, so that rests on the record"


@dataclass
class Room:
    """The demonstration's draw, and whoever has come to it."""

    browser: Browser
    house: House

    def enter(self, alias: str, scripts: bool = True) -> Person:
        person = Person.arrive(self.browser, self.house, Speech("en", scripts))
        person.alias, person.passphrase = alias, PASSPHRASE
        person.sign_in_again()
        person.key = re.search(r"/p/([^/]+)/", person.page.content())[1] if "/p/" in person.page.content() else ""
        return person

    def draw(self, person: Person) -> int:
        person.open("select:about")
        link = person.page.locator('a[href*="/select/draw/"]').first.get_attribute("href")
        return int(re.search(r"/draw/(\d+)/", link)[1])


@dataclass
class Machine:
    """A party's own: its files lie beside each other and no server sees them. What is run is what the page says."""

    house: House
    folder: Path

    def run(self, *said: str) -> str:
        """The one thing of 64 digits or more that the command prints for the page."""
        told = self.house.run("-m", "tracktwo", *said, "--language", "en")
        return re.search(r"pasted on[^:]*: ([0-9a-f]{64,})", told)[1]

    def follow(self, person: Person, command: str, **more: str) -> str:
        """The command as the page shows it, with its files kept here and its gaps filled."""
        shown = person.page.locator("code", has_text=f"tracktwo {command}").text_content().split()[1:]
        here = {word: str(self.folder / word) for word in shown if word.endswith(".json")}
        return self.run(*((here | more).get(word, word) for word in shown))

    @property
    def key(self) -> dict[str, str]:
        return json.loads((self.folder / "my-key.json").read_bytes())

    def is_apart(self) -> bool:
        """The house has the public half of the key in one of its files, and the other half in none."""
        kept = [one.read_bytes() for one in self.house.place.rglob("*") if one.is_file()]
        known = {half: any(self.key[half].encode() in one for one in kept) for half in ("public", "private")}
        return known == {"public": True, "private": False}


@dataclass
class Proof:
    """What was downloaded, checked alone: no package, no environment, nothing of the house but this one file."""

    folder: Path

    def verify(self, *files: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-I", "-S", str(VERIFIER), *files]
        return subprocess.run(command, cwd=self.folder, env={}, capture_output=True, text=True, check=False)

    def forge(self, signature: dict[str, str]) -> subprocess.CompletedProcess[str]:
        """Another signature under Linden's seal, everything else as it was and the digest made to fit."""
        told = json.loads((self.folder / "proof.json").read_bytes())
        del told["digest"]
        told["signatures"]["community-1"] |= signature
        (self.folder / "forged.json").write_bytes(write_sealed(told))
        return self.verify("forged.json")


@pytest.fixture(scope="module")
def room(browser: Browser, tmp_path_factory) -> Iterator[Room]:
    """A demonstration of its own, where the draw of the coming workshop has just been frozen."""
    house = House(tmp_path_factory.mktemp("draw") / "house", settings={"TRACKTWO_DEMO": "1"})
    house.run("-m", "tests.journeys.frozen_draw", str(house.place))
    house.start()
    yield Room(browser, house)
    house.stop()


def say_yes(draw: int, own: Machine, heron: Person, linden: Person, rowan: Person) -> None:
    """Linden names a key and has to sign with it; the others name none, and the page shows the difference."""
    public = own.run("affirm", "--new", "--key", str(own.folder / "my-key.json"))
    linden.open("select:keys")
    linden.fill(public=public)
    linden.press("section.next button.do")
    linden.open("select:draw", draw=draw)
    signature = own.follow(linden, "affirm")
    linden.press(f'form[action="{linden.address("select:draw_affirm", draw=draw)}"] button.do', status=422)
    assert "Your party has named a key, so its yes has to be signed" in linden.told()
    linden.fill(signature=signature)
    linden.send("select:draw_affirm", "button.do", draw=draw)
    for person in (rowan, heron):
        person.open("select:draw", draw=draw)
        assert "rests on the record of this house alone" in person.told()
        person.send("select:draw_affirm", "button.do", draw=draw)
    assert [state_of(heron, alias) for alias in ("Linden", "Rowan")] == ["Affirmed, signed", "Affirmed"]
    rowan.open("select:keys")
    assert rowan.told().count("none: its yes rests on the record of this house") == 2
    heron.open("select:draw", draw=draw)
    heron.send("select:draw_publish", "button.do", draw=draw)


def state_of(reader: Person, alias: str) -> str:
    return reader.page.locator("tbody tr", has_text=alias).locator(".state").inner_text()


def seal(draw: int, own: Machine, hosts: Machine, heron: Person, linden: Person, rowan: Person) -> None:
    """Linden's machine makes a seal and signs it, Rowan's browser makes one, Heron's machine another."""
    linden.open("select:draw", draw=draw)
    made = own.follow(linden, "seal")
    signature = own.follow(linden, "affirm", **{"…": made})
    false = sign(KEY_OF_ANOTHER, b"another word").signature.hex()
    for written, status in ((false, 422), (signature, 200)):
        linden.page.locator("summary", has_text="Sign the seal").click()
        linden.fill(seal=made, signature=written)
        linden.press("#seal-form button.do", status=status)
        assert ("This signature does not fit" in linden.told()) == (status == 422)
    rowan.open("select:draw", draw=draw)
    seal_in_browser(rowan)
    rowan.send("select:draw_seal", "button.do", draw=draw)
    assert [state_of(rowan, alias) for alias in ("Linden", "Rowan")] == ["Sealed, signed", "Sealed"]
    heron.open("select:draw", draw=draw)
    theirs = hosts.follow(heron, "seal")
    for copied, status in ((made, 422), (theirs, 200)):
        heron.fill(seal=copied)
        heron.press("#seal-form button.do", status=status)
        assert ("has been set before" in heron.told()) == (status == 422)


def seal_in_browser(person: Person) -> None:
    """The browser makes the number; the key is on the page and in no form."""
    person.page.locator("[data-seal-make]").click()
    expect(person.page.locator("[name=seal]")).to_have_value(re.compile("^.{64}$"), timeout=30_000)
    assert person.page.locator("[data-seal-key] .seal").inner_text()
    assert person.page.locator('#seal-form [name="key"]').input_value() == ""


def open_but_one(draw: int, own: Machine, hosts: Machine, heron: Person, linden: Person) -> None:
    """Everybody has sealed, so the openings begin: Linden and Heron open, Rowan withholds."""
    for person, machine in ((linden, own), (heron, hosts)):
        person.open("select:draw", draw=draw)
        person.fill(key=(machine.folder / "key.json").read_text())
        person.send("select:draw_open", draw=draw)
    assert "Still to open: Russian" in heron.told()


def let_the_deadline_pass(house: House, *people: Person) -> None:
    house.let_days_pass(5)
    for person in people:
        person.page.goto("about:blank")  # a page that still asks for news would be given a cookie of its own
        person.context.clear_cookies()
        person.sign_in_again()


def finish(draw: int, heron: Person) -> None:
    """The rule takes effect without whoever withheld."""
    heron.open("select:draw", draw=draw)
    assert "Counts as empty: Russian" in heron.told()
    round_told = re.search(r"Round (\d+) of chain", heron.told())[1]
    heron.fill(value=json.dumps({"round": int(round_told), "signature": "cd" * 48}))
    heron.send("select:draw_finish", draw=draw)
    assert "is drawn" in heron.told()
    heron.send("select:draw_stand", draw=draw)


def open_vault(heron: Person) -> None:
    heron.open("vault:door")
    heron.fill(**{"unseal-officer_1": VAULT_PASSPHRASE})
    heron.send("vault:unseal")


def fetch_audit(draw: int, proof: Proof, heron: Person, linden: Person, rowan: Person) -> None:
    """It was sealed when the draw was over: both guarantors ask, the vault is opened, and only then it is given out."""
    for guarantor in (linden, rowan):
        guarantor.open("select:draw", draw=draw)
        guarantor.page.locator("details", has_text="audit file").locator("summary").click()
        guarantor.send("select:draw_audit", draw=draw)
    linden.open("select:draw", draw=draw)
    assert "It waits for the officers of the vault to open that" in linden.told()
    open_vault(heron)
    linden.open("select:draw", draw=draw)
    with linden.page.expect_download() as given:
        linden.page.locator(f'form[action="{linden.address("select:draw_audit_open", draw=draw)}"] button').click()
    given.value.save_as(proof.folder / "audit.json")


def check_proof(draw: int, proof: Proof, key: str, linden: Person) -> None:
    """It verifies alone, with the audit file, and names who signed and who withheld."""
    (proof.folder / "proof.json").write_bytes(linden.fetch(linden.address("select:draw_proof", draw=draw)))
    alone = proof.verify("proof.json", "--audit", "audit.json")
    assert (alone.returncode, alone.stdout.splitlines()[-1]) == (0, "valid")
    checked, _, unchecked = alone.stdout.partition("Cannot be checked")
    assert "community-2 counts as empty" in checked and "keeps every quota" in checked
    assert f"community-1 signed its yes to H0 with the key {key}" in checked
    assert "community-1 signed its seal with that same key" in checked and "community-2 signed" not in checked
    assert UNSIGNED in unchecked and "the beacon's signature" in unchecked
    check_forged(proof)


def check_forged(proof: Proof) -> None:
    other = sign(KEY_OF_ANOTHER, b"another word").content()
    for change, sentence in (
        ({"signature": other["signature"]}, "The signature of community-1 under its seal is false."),
        (other, "The seal of community-1 is signed with another key than its yes."),
    ):
        forged = proof.forge(change)
        assert (forged.returncode, sentence in forged.stdout) == (1, True), forged.stdout


def check_own_row(draw: int, proof: Proof, wagtail: Person) -> None:
    """A participant finds the own row, chance and receipt, and is told of nobody else."""
    wagtail.open("select:draw_own", draw=draw)
    assert "You are row" in wagtail.told() and "Siskin" not in wagtail.told()
    (proof.folder / "receipt.json").write_bytes(wagtail.fetch(wagtail.address("select:draw_receipt", draw=draw)))
    own = proof.verify("receipt.json")
    assert (own.returncode, "is that of Wagtail" in own.stdout) == (0, True)


def find_nothing(draw: int, key: str, nobody: Person) -> None:
    """Neither by reading nor by sending, at any address that a draw has."""
    token = dict(HIDDEN.findall(nobody.page.content()))["csrfmiddlewaretoken"]
    of_a_draw = [one.name for one in urlpatterns if "<int:draw>" in str(one.pattern)]
    assert len(of_a_draw) > 15
    for name in of_a_draw:
        address = nobody.address(f"select:{name}", key=key, draw=draw)
        read = nobody.context.request.get(address)
        sent = nobody.context.request.post(address, form={"csrfmiddlewaretoken": token}, max_redirects=0)
        assert (nobody.alias, name, read.status, sent.status) == (nobody.alias, name, 404, 404)


def test_a_draw_with_a_withheld_seal_verifies_and_each_finds_what_is_theirs_and_no_more(room: Room, tmp_path) -> None:
    heron, linden, rowan = room.enter("Heron"), room.enter("Linden", scripts=False), room.enter("Rowan")
    own, hosts = Machine(room.house, tmp_path / "linden"), Machine(room.house, tmp_path / "host")
    own.folder.mkdir()
    hosts.folder.mkdir()
    draw, proof = room.draw(heron), Proof(tmp_path)
    say_yes(draw, own, heron, linden, rowan)
    seal(draw, own, hosts, heron, linden, rowan)
    open_but_one(draw, own, hosts, heron, linden)
    let_the_deadline_pass(room.house, heron, linden, rowan)
    finish(draw, heron)
    fetch_audit(draw, proof, heron, linden, rowan)
    check_proof(draw, proof, own.key["public"], linden)
    assert own.is_apart()
    wagtail = room.enter("Wagtail")
    check_own_row(draw, proof, wagtail)
    for alias in (STRANGER, "Plover"):
        find_nothing(draw, heron.key, room.enter(alias))
    assert [person.complaints + person.abroad for person in (heron, linden, rowan, wagtail)] == [[], [], [], []]
