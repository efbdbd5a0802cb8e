"""The verifier of draws, against everything that could be done to a proof; it shares no line with the writer."""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.methods.draw.given import REVEALS, SECRET, Played, birds
from tracktwo.cli.methods import verify_draw
from tracktwo.data.beacons import QUICKNET
from tracktwo.exchange.proofs import Ceremony, freeze_question, write_proof, write_receipt, write_sealed
from tracktwo.methods.draw import NoNetwork, Rfc3797, Value
from tracktwo.methods.lottery import find_lottery

VERIFIER = Path(verify_draw.__file__)
Change = Callable[[dict[str, Any]], object]
FORMATS = ("tracktwo-ceremony", "tracktwo-draw", "tracktwo-receipt", "tracktwo-audit", "")
FIELDS = (
    "alias", "alias_salt", "affirmed", "beacon_value", "cohort", "cohorts", "digest", "freeze", "h0", "h1", "index",
    "label", "minimum", "number", "parties", "path", "people", "publication", "reveals", "row", "seals", "seed",
    "signatures", "ticket", "weights", "withheld",
)  # fmt: skip


@pytest.fixture(scope="module")
def played() -> Played:
    return Played()


def report_on(folder: Path, proof: bytes, audit: bytes | None = None) -> verify_draw.Report:
    (folder / "proof.json").write_bytes(proof)
    if audit is not None:
        (folder / "audit.json").write_bytes(audit)
    return verify_draw.verify(folder / "proof.json", audit=None if audit is None else folder / "audit.json")


def reseal(content: bytes, change: Change) -> bytes:
    """Changed by somebody who also knows how to make the digest fit again."""
    told = json.loads(content)
    told.pop("digest")
    change(told)
    return write_sealed(told)


def test_a_true_draw_verifies_with_all_its_claims(tmp_path: Path, played: Played) -> None:
    report = report_on(tmp_path, played.proof(), played.audit())
    assert report.wrong == ""
    assert any("fairer, checked in fractions without a solver: 1/4, 1/3" in claim for claim in report.checked)
    assert "every cohort of the list keeps every quota and every rule" in report.checked


def test_the_beacon_signature_is_checked_or_named_as_unchecked(tmp_path: Path, played: Played) -> None:
    report = report_on(tmp_path, played.proof())
    named = [claim for claim in (*report.checked, *report.unchecked) if claim.startswith("the beacon's signature")]
    assert len(named) == 1 and "fe290beca10872ef" in named[0]


def test_it_runs_alone_without_network_site_packages_or_environment(tmp_path: Path, played: Played) -> None:
    (tmp_path / "proof.json").write_bytes(played.proof())
    (tmp_path / "audit.json").write_bytes(played.audit())
    command = [sys.executable, "-I", "-S", str(VERIFIER), "proof.json", "--audit", "audit.json"]
    if os.geteuid() == 0:
        command = ["unshare", "--net", *command]
    done = subprocess.run(command, cwd=tmp_path, env={}, capture_output=True, text=True, check=False)
    if "unshare" in done.stderr:
        done = subprocess.run(command[2:], cwd=tmp_path, env={}, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout.splitlines()[-1]) == (0, "valid")
    assert "Cannot be checked from here: the beacon's signature (round 1000" in done.stdout


def test_it_imports_nothing_but_the_standard_library() -> None:
    lines = [line.split()[1] for line in VERIFIER.read_text().splitlines() if line.startswith(("import ", "from "))]
    assert set(lines) <= set(sys.stdlib_module_names)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53) + 1, 2**53 - 1) | st.text("abc/01", max_size=6),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(FIELDS), inner, max_size=4),
    max_leaves=12,
)


@settings(deadline=None, max_examples=150)
@given(st.dictionaries(st.sampled_from(FIELDS), JSON, max_size=8), st.sampled_from(FORMATS), st.integers(0, 2))
def test_whatever_is_no_proof_is_called_invalid_and_never_raises(told: dict[str, Any], form: str, version: int) -> None:
    content = {name: value for name, value in told.items() if name != "digest"} | {"format": form, "version": version}
    with tempfile.NamedTemporaryFile() as file:
        file.write(write_sealed(content))
        file.flush()
        assert verify_draw.verify(file.name).wrong


@settings(deadline=None, max_examples=150)
@given(st.binary(max_size=60), st.sampled_from([b"", b'{"', b'{"format":"tracktwo-ceremony"']))
def test_bytes_that_nobody_wrote_are_called_invalid_and_never_raise(tail: bytes, head: bytes) -> None:
    with tempfile.NamedTemporaryFile() as file:
        file.write(head + tail)
        file.flush()
        assert verify_draw.verify(file.name).wrong


@pytest.mark.parametrize("seed", ["0", "1", "4321"])
def test_other_hash_seeds_give_the_same_bytes(seed: str, played: Played) -> None:
    program = "import sys; from tests.methods.draw.given import Played; sys.stdout.buffer.write(Played().proof())"
    environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": os.pathsep.join(sys.path)}
    done = subprocess.run([sys.executable, "-c", program], env=environment, capture_output=True, check=True)
    assert done.stdout == played.proof()


def test_a_thousand_random_mutations_never_verify(tmp_path: Path, played: Played) -> None:
    chance, proof, place = random.Random(1), played.proof(), tmp_path / "proof.json"
    for _ in range(1_000):
        changed = mutate(proof, chance)
        place.write_bytes(changed)
        assert changed == proof or not verify_draw.verify(place).valid


def mutate(proof: bytes, chance: random.Random) -> bytes:
    place, kind = chance.randrange(len(proof)), chance.randrange(4)
    if kind == 0:  # a byte becomes another
        return proof[:place] + bytes([proof[place] ^ (1 << chance.randrange(8))]) + proof[place + 1 :]
    if kind == 1:  # a piece is lost
        return proof[:place] + proof[place + chance.randrange(1, 40) :]
    if kind == 2:  # a piece is repeated
        return proof[:place] + proof[max(0, place - chance.randrange(1, 40)) :]
    told = json.loads(proof)  # a value becomes another and the digest is made to fit
    told.pop("digest")
    alter(told, chance)
    return write_sealed(told)


def alter(told: Any, chance: random.Random) -> None:
    """Walk down to some value and change it, in the kind it is of."""
    while True:
        key = chance.choice(sorted(told)) if isinstance(told, dict) else chance.randrange(len(told))
        value = told[key]
        if isinstance(value, dict | list) and value:
            told = value
            continue
        if isinstance(value, bool) or value is None:
            told[key] = not value
        elif isinstance(value, int):
            told[key] = value + chance.choice([-1, 1, 7])
        elif isinstance(value, str) and value:
            place = chance.randrange(len(value))
            told[key] = value[:place] + ("1" if value[place] == "0" else "0") + value[place + 1 :]
        else:
            told[key] = "0"
        return


@pytest.mark.parametrize(
    ("what", "change"),
    [
        ("copied commitment", lambda told: told["seals"].update(host=told["seals"]["community-1"])),
        ("copied opening", lambda told: told["reveals"].update(host=told["reveals"]["community-1"])),
        ("withheld after all", lambda told: (told["reveals"].pop("host"), told.update(withheld=["host"]))),
        ("withheld unnamed", lambda told: told["reveals"].pop("host")),
        ("altered weight", lambda told: told["publication"]["weights"].__setitem__(0, "9")),
        ("altered list", lambda told: told["publication"]["cohorts"].pop()),
        ("wrong round", lambda told: told["beacon_value"].update(round=1001)),
        ("wrong signature", lambda told: told["beacon_value"].update(signature="00" * 48)),
        ("other party", lambda told: told["seals"].update(stranger="0" * 64)),
        ("other ticket", lambda told: told.update(ticket="0", index=0)),
        ("other cohort", lambda told: told.update(cohort=[0, 1])),
        ("other minimum", lambda told: told["publication"].update(minimum="1/2")),
        ("other root", lambda told: told["freeze"].update(root="0" * 64)),
    ],
)
def test_what_somebody_could_gain_by_does_not_verify(tmp_path: Path, played: Played, what: str, change: Change) -> None:
    assert not report_on(tmp_path, reseal(played.proof(), change)).valid, what


@pytest.mark.parametrize(
    ("what", "change"),
    [
        ("swapped row", lambda told: told["rows"].insert(0, told["rows"].pop())),
        ("altered row", lambda told: told["rows"].__setitem__(0, told["rows"][0].replace('"w"', '"m"'))),
        ("lost row", lambda told: told["rows"].pop()),
        ("other quota", lambda told: told["quotas"][0].__setitem__(3, 2)),
        ("other certificate", lambda told: told["certificate"]["stages"].pop()),
        ("other salt", lambda told: told.update(quotas_salt="00" * 32)),
    ],
)
def test_an_altered_audit_file_does_not_verify(tmp_path: Path, played: Played, what: str, change: Change) -> None:
    audit = reseal(played.audit(), change)
    assert audit == played.audit() or not report_on(tmp_path, played.proof(), audit).valid, what


def test_a_list_that_is_less_fair_is_found_by_the_audit(tmp_path: Path) -> None:
    """Everything is hashed and sealed as it should be, but the list favours somebody."""
    played = Played()
    honest = played.certificate
    unfair = Played()
    shifted = tuple(w + (n == 0) * 3 for n, w in enumerate(unfair.publication.distribution.weights))
    told = json.loads(unfair.proof())
    assert report_on(tmp_path, unfair.proof(), unfair.audit()).valid
    told["publication"]["weights"] = [str(weight) for weight in shifted]
    told.pop("digest")
    assert not report_on(tmp_path, write_sealed(told), unfair.audit()).valid
    assert honest == unfair.certificate


def test_a_withheld_opening_counts_as_empty_and_is_named(tmp_path: Path) -> None:
    held = {party: reveal for party, reveal in REVEALS.items() if party != "host"}
    report = report_on(tmp_path, Played(reveals=held).proof())
    assert report.valid
    assert any(claim.startswith("host counts as empty") for claim in report.checked)


def test_a_draw_without_network_says_what_that_gives_up(tmp_path: Path) -> None:
    report = report_on(tmp_path, Played(beacon=NoNetwork(), value=Value()).proof())
    assert report.valid
    assert "that the last to open did not choose: without a public value that party could" in report.unchecked


def test_a_draw_by_public_numbers_verifies(tmp_path: Path) -> None:
    beacon = Rfc3797(("lottery A, main numbers", "index B, closing"), QUICKNET.genesis + 10**6)
    report = report_on(tmp_path, Played(beacon=beacon, value=beacon.value([[9, 3, 40], [11812]])).proof())
    assert report.valid and any("3.9.40./11812./" in claim for claim in report.unchecked)


def test_a_draw_under_way_verifies_as_far_as_it_has_come(tmp_path: Path, played: Played) -> None:
    for ceremony in (Ceremony(played.freeze), Ceremony(played.freeze, played.publication, played.seals)):
        assert report_on(tmp_path, write_proof(ceremony)).valid


def test_a_receipt_shows_the_own_row_and_no_other(tmp_path: Path, played: Played) -> None:
    frozen = freeze_question(birds(), SECRET)
    receipt = write_receipt(played.freeze, frozen.receipt_for("ibis"))
    report = report_on(tmp_path, receipt)
    assert report.valid and any("is that of ibis: gender = w, side = 2" in claim for claim in report.checked)
    assert not report_on(tmp_path, reseal(receipt, lambda told: told.update(alias="jay"))).valid
    assert not report_on(tmp_path, reseal(receipt, lambda told: told.update(number=told["number"] ^ 1))).valid


def test_maximin_verifies_with_its_one_stage(tmp_path: Path) -> None:
    played = Played(objective="maximin", lottery=find_lottery(birds(), "maximin"))
    assert report_on(tmp_path, played.proof(), played.audit()).wrong == ""
