"""``tracktwo affirm``: a key of one's own and what it signs, from the command line to the offline verifier."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import typer
from typer.testing import CliRunner

from tests.methods.draw.given import Played
from tracktwo.cli.methods import verify_draw
from tracktwo.cli.methods.affirm import affirm
from tracktwo.exchange.proofs import write_sealed
from tracktwo.exchange.signing import is_signed, read_key_file, sign
from tracktwo.methods.draw import Signed, own_seal, yes_to_freeze
from tracktwo.methods.record import canonical_json, eight_words, tagged_hash

H0, SEAL = "ab" * 32, "cd" * 32
KEYS = {"community-1": bytes([7]) * 32, "host": bytes([8]) * 32}
Change = Callable[[dict[str, Any]], object]


def ask(*said: str) -> tuple[int, str]:
    app = typer.Typer()
    app.command()(affirm)
    result = CliRunner().invoke(app, [*said, "--language", "en"])
    return result.exit_code, result.output


def made(folder: Path) -> tuple[str, str]:
    place = str(folder / "key.json")
    return place, ask("--new", "--key", place)[1]


def test_a_new_key_is_kept_for_its_owner_alone_and_its_public_half_is_printed(tmp_path: Path) -> None:
    place, told = made(tmp_path)
    public = json.loads(Path(place).read_bytes())["public"]
    assert public in told and eight_words(bytes.fromhex(public)) in told
    assert Path(place).stat().st_mode & 0o777 == 0o600
    assert read_key_file(Path(place).read_bytes()).hex() not in told


@pytest.mark.parametrize(
    ("said", "message"),
    [
        (("--h0", H0), yes_to_freeze("d", "host", bytes.fromhex(H0))),
        (("--h1", H0, "--seal", SEAL), own_seal("d", "host", bytes.fromhex(H0), bytes.fromhex(SEAL))),
    ],
)
def test_what_it_prints_is_a_signature_of_that_key(tmp_path: Path, said: tuple[str, ...], message: bytes) -> None:
    place, _told = made(tmp_path)
    code, told = ask("--key", place, "--draw", "d", "--party", "host", *said)
    public = bytes.fromhex(json.loads(Path(place).read_bytes())["public"])
    signature = bytes.fromhex(told.split()[-1])
    assert (code, is_signed(Signed(public, signature), message)) == (0, True)
    assert verify_draw.is_good_signature(public, message, signature)


@pytest.mark.parametrize("said", [(), ("--h0", H0, "--seal", SEAL), ("--h1", H0), ("--h0", "ab"), ("--h0", "x" * 64)])
def test_what_is_no_whole_question_is_signed_by_nothing(tmp_path: Path, said: tuple[str, ...]) -> None:
    place, _told = made(tmp_path)
    code, told = ask("--key", place, "--draw", "d", "--party", "host", *said)
    assert (code, "Nothing was signed" in told.replace("\n", " ")) == (1, True)


@pytest.mark.parametrize("content", [b"", b"{}", b"[]", b"\xff", b'{"format":"tracktwo-key","private":"00"}'])
def test_a_file_that_is_no_key_signs_nothing(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "key.json").write_bytes(content)
    assert ask("--key", str(tmp_path / "key.json"), "--draw", "d", "--party", "host", "--h0", H0)[0] == 1


def report(folder: Path, proof: bytes) -> verify_draw.Report:
    (folder / "proof.json").write_bytes(proof)
    return verify_draw.verify(folder / "proof.json")


def reseal(proof: bytes, change: Change) -> bytes:
    told = json.loads(proof)
    told.pop("digest")
    change(told)
    return write_sealed(told)


def test_the_verifier_checks_what_was_signed_and_names_what_was_not(tmp_path: Path) -> None:
    found = report(tmp_path, Played(keys=KEYS).proof())
    key = sign(KEYS["host"], b"").key.hex()
    assert found.wrong == ""
    assert f"host signed its yes to H0 with the key {key}" in found.checked
    assert "host signed its seal with that same key" in found.checked
    assert "that community-2 said yes to H0: it signed nothing, so that rests on the record" in found.unchecked


def test_a_list_published_before_there_were_keys_has_the_hash_it_had() -> None:
    bare = Played().publication
    told = bare.content()
    assert "affirmed" not in told
    assert bare.head == tagged_hash("tracktwo/draw/publish/v1", canonical_json(told))


SIGNED_BY_ANOTHER = sign(bytes([9]) * 32, b"anything").content()


@pytest.mark.parametrize(
    ("what", "change"),
    [
        ("another key under a seal", lambda told: told["signatures"].update(host=SIGNED_BY_ANOTHER)),
        ("another's signature", lambda told: told["signatures"].update(host=told["signatures"]["community-1"])),
        ("a stranger's", lambda told: told["signatures"].update(stranger=SIGNED_BY_ANOTHER)),
        ("taken out of the list", lambda told: told["publication"]["affirmed"].pop("host")),
        ("put into the list", lambda told: told["publication"]["affirmed"].update({"community-2": SIGNED_BY_ANOTHER})),
        ("more than a signature", lambda told: told["signatures"]["host"].update(name="Heron")),
        ("in capitals", lambda told: told["signatures"]["host"].update(key=told["signatures"]["host"]["key"].upper())),
    ],
)
def test_a_signature_that_was_changed_does_not_verify(tmp_path: Path, what: str, change: Change) -> None:
    assert not report(tmp_path, reseal(Played(keys=KEYS).proof(), change)).valid, what


def test_a_false_yes_does_not_verify_even_where_the_list_was_published_with_it(tmp_path: Path) -> None:
    played = Played(keys=KEYS)
    played.publication.affirmed["host"] = sign(KEYS["host"], yes_to_freeze("another draw", "host", played.freeze.head))

    def fit(told: dict[str, Any]) -> None:
        told["h1"] = tagged_hash("tracktwo/draw/publish/v1", canonical_json(told["publication"])).hex()
        told["seals"], told["reveals"], told["signatures"] = {}, {}, {}

    found = report(tmp_path, reseal(played.proof(), fit))
    assert found.wrong == "The signature of host under H0 is false."


@pytest.mark.parametrize(
    "said",
    [
        ("--text", H0, "--origin", "o", "--size", "3"),
        ("--text", H0, "--origin", "o", "--size", "3", "--root", H0, "--h0", H0),
        ("--text", H0, "--origin", "o", "--size", "3", "--root", H0, "--draw", "d"),
    ],
)
def test_a_checkpoint_is_signed_whole_and_never_together_with_a_draw(tmp_path: Path, said: tuple[str, ...]) -> None:
    place, _told = made(tmp_path)
    code, told = ask("--key", place, "--party", "community-1", *said)
    assert code == 1 and "Nothing was signed" in told
