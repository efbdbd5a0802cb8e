"""Co-signing the checkpoint of a frozen text: from the page to the offline verifier, and every forgery on the way."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import typer
from typer.testing import CliRunner

from tests.cast import NOW, Cast
from tests.steps.agree.stage import Table, lay_table
from tests.steps.agree.test_agree_closing import told
from tracktwo.cli.methods import verify_record
from tracktwo.cli.methods.affirm import affirm
from tracktwo.exchange.signing import EIGHTH, PRIME, is_sound_key, sign, write_key
from tracktwo.foundation.ledger.actions import export, origin_of
from tracktwo.foundation.ledger.archive import export_zip
from tracktwo.foundation.ledger.cosigning import head_of
from tracktwo.foundation.ledger.host_key import host_key, public_key
from tracktwo.foundation.ledger.models import Checkpoint, Cosignature, Entry
from tracktwo.methods.draw import yes_to_freeze
from tracktwo.methods.record import Checkpoint as Head
from tracktwo.methods.record import Refusal, canonical_json, cosigned_bytes
from tracktwo.steps.agree import actions
from tracktwo.steps.select.actions.keys import name_key, withdraw_key

PRIVATE = {1: bytes([7]) * 32, 2: bytes([8]) * 32}


@pytest.fixture
def frozen(cast: Cast) -> Table:
    table = lay_table(cast)
    for side, private in PRIVATE.items():
        public = sign(private, b"").key.hex()
        by = cast.by(cast.guarantors[side], "agree.cosign")
        name_key(cast.programme, f"community-{side}", public=public, by=by, now=NOW)
    table.freeze()
    return table


def book_of(table: Table) -> str:
    return str(table.cast.programme.compartment.book)


def message(table: Table, side: int = 1, **other: Any) -> bytes:
    head = head_of(actions.closing_checkpoint(table.text))
    head = Head(head.origin, other.get("size", head.size), other.get("root", head.root))
    return cosigned_bytes(f"community-{side}", bytes.fromhex(other.get("text", table.text.digest)), head)


def cosign(table: Table, side: int, signature: bytes) -> None:
    by = table.cast.by(table.cast.guarantors[side], "agree.cosign")
    actions.cosign(table.text, signature=signature.hex(), by=by, now=NOW)


def checked(folder: Path, content: bytes) -> verify_record.Report:
    place = folder / "record.zip"
    place.write_bytes(content)
    return verify_record.verify(place)


def test_from_the_command_on_the_page_to_the_sheet_the_record_and_the_verifier(frozen: Table, tmp_path: Path) -> None:
    key = tmp_path / "my-key.json"
    key.write_bytes(write_key(PRIVATE[1]))
    guarantor = frozen.cast.guarantors[1]
    page = frozen.get(guarantor, "cosign").content.decode()
    command = page.split("<code>tracktwo affirm ")[1].split("</code>")[0].replace("my-key.json", str(key))
    app = typer.Typer()
    app.command()(affirm)
    said = CliRunner().invoke(app, [*command.split(), "--language", "en"])
    assert said.exit_code == 0, said.output
    before = frozen.get(guarantor, "closing", "en").content
    assert frozen.post(guarantor, "cosign", signature=said.output.split()[-1]).status_code == 302
    kept, entry = Cosignature.objects.get(), Entry.objects.get(deed="agree.cosigned")
    assert (entry.side, sorted(entry.facts)) == (1, ["community", "digest", "workshop"])
    assert kept.signature not in entry.leaf and guarantor.alias not in entry.leaf
    sheet = frozen.get(frozen.member(2), "closing", "en").content
    assert sheet != before and kept.signature in told(sheet).replace(" ", "")
    report = checked(tmp_path, export(book_of(frozen)))
    assert report.valid, report.wrong
    assert [line for line in report.checked if line.startswith("community-1 co-signed") and kept.digest in line]
    assert not [line for line in report.checked if line.startswith("community-2 co-signed")]
    assert export(book_of(frozen)) == export(book_of(frozen))


WRONG: list[Callable[[Table], bytes]] = [
    lambda table: bytes(64),
    lambda table: sign(PRIVATE[2], message(table)).signature,
    lambda table: sign(PRIVATE[1], message(table, side=2)).signature,
    lambda table: sign(PRIVATE[1], message(table, size=1)).signature,
    lambda table: sign(PRIVATE[1], message(table, root=bytes(32))).signature,
    lambda table: sign(PRIVATE[1], message(table, text="ab" * 32)).signature,
    lambda table: sign(PRIVATE[1], actions.closing_checkpoint(table.text).note.encode()).signature,
    lambda table: (
        sign(
            PRIVATE[1], yes_to_freeze("d", "community-1", bytes.fromhex(actions.closing_checkpoint(table.text).root))
        ).signature
    ),
]


@pytest.mark.parametrize("made", WRONG)
def test_the_house_keeps_no_forged_moved_or_foreign_signature(frozen: Table, made: Callable[[Table], bytes]) -> None:
    with pytest.raises(Refusal) as caught:
        cosign(frozen, 1, made(frozen))
    assert caught.value.code == "agree.cosign_false"
    assert not Cosignature.objects.exists() and "agree.cosigned" not in frozen.deeds


def test_once_for_a_community_with_a_key_in_force_and_on_a_frozen_text_alone(frozen: Table, cast: Cast) -> None:
    good = sign(PRIVATE[1], message(frozen)).signature
    cosign(frozen, 1, good)
    with pytest.raises(Refusal, match="cosigned_already"):
        cosign(frozen, 1, good)
    second = sign(PRIVATE[2], message(frozen, side=2)).signature
    by = cast.by(cast.guarantors[2], "agree.cosign")
    withdraw_key(cast.programme, "community-2", by=by, now=NOW)
    with pytest.raises(Refusal, match="cosign_no_key"):
        cosign(frozen, 2, second)


def test_an_open_text_is_not_cosigned(cast: Cast) -> None:
    table = lay_table(cast)
    with pytest.raises(Refusal, match="not_frozen"):
        cosign(table, 1, bytes(64))
    assert table.get(cast.guarantors[1], "cosign").status_code == 404
    assert Checkpoint.objects.count() == 0


@pytest.mark.parametrize("y", [0, 1, PRIME - 1, EIGHTH, PRIME - EIGHTH, PRIME, PRIME + 1])
@pytest.mark.parametrize("sign_bit", [0, 1])
def test_a_key_that_the_verifier_refuses_never_gets_into_the_record(
    frozen: Table, cast: Cast, y: int, sign_bit: int
) -> None:
    public = (y | sign_bit << 255).to_bytes(32, "little")
    neutral = (1).to_bytes(32, "little") + bytes(32)
    assert not is_sound_key(public) and not verify_record.is_good_signature(public, b"", neutral)
    by = cast.by(cast.guarantors[1], "agree.cosign")
    name_key(cast.programme, "community-1", public=public.hex(), by=by, now=NOW)
    with pytest.raises(Refusal, match="cosign_false"):
        cosign(frozen, 1, neutral)


# A host that lies: it writes the entry and the line by itself, and signs the export.
def lied(table: Table, **changed: Any) -> bytes:
    head = head_of(actions.closing_checkpoint(table.text))
    side = changed.pop("side", 1)
    line: dict[str, Any] = {
        "digest": table.text.digest,
        "key": sign(PRIVATE[1], b"").key.hex(),
        "origin": head.origin,
        "root": head.root.hex(),
        "side": side,
        "size": head.size,
    }
    by_key = changed.pop("private", PRIVATE[1])
    line["signature"] = sign(by_key, changed.pop("message", message(table, side))).signature.hex()
    data = canonical_json({**line, **changed})
    actions.cosigning.note(
        "agree.cosigned",
        table.text,
        table.cast.by(table.cast.guarantors[1], "agree.cosign"),
        NOW,
        community=1,
        digest=hashlib.sha256(data).hexdigest(),
    )
    return data + b"\n"


def packed(table: Table, cosigned: bytes) -> bytes:
    files = dict(verify_record.read_zip(export(book_of(table)))[0])
    origin = origin_of(book_of(table), public_key(host_key()))
    note = files["checkpoint.txt"].decode()
    return export_zip(files["record.jsonl"], note, origin, host_key(), cosigned=cosigned)


def test_what_a_true_line_looks_like_passes(frozen: Table, tmp_path: Path) -> None:
    report = checked(tmp_path, packed(frozen, lied(frozen)))
    assert report.valid, report.wrong


LIES: list[tuple[Callable[[Table], dict[str, Any]], str]] = [
    (lambda table: {"signature": "0" * 128}, "is false"),
    (lambda table: {"private": PRIVATE[2]}, "is false"),
    (lambda table: {"message": yes_to_freeze("d", "community-1", bytes.fromhex(table.text.digest))}, "is false"),
    (lambda table: {"message": message(table, text="ab" * 32)}, "is false"),
    (lambda table: {"key": sign(PRIVATE[2], b"").key.hex(), "private": PRIVATE[2]}, "had not named"),
    (lambda table: {"side": 2}, "another community"),
    (lambda table: {"size": 1}, "other entries"),
    (lambda table: {"root": "0" * 64}, "other entries"),
    (lambda table: {"size": 99}, "other entries"),
    (lambda table: {"digest": "ab" * 32}, "was not frozen"),
    (lambda table: {"origin": "tracktwo/another/" + "0" * 64}, "another record"),
    (lambda table: {"more": 1}, "another form"),
]


@pytest.mark.parametrize(("changed", "sentence"), LIES)
def test_the_verifier_finds_what_a_lying_host_wrote(
    frozen: Table, tmp_path: Path, changed: Callable[[Table], dict[str, Any]], sentence: str
) -> None:
    report = checked(tmp_path, packed(frozen, lied(frozen, **changed(frozen))))
    assert sentence in report.wrong


def test_a_cosignature_dropped_added_or_doubled_is_found(frozen: Table, tmp_path: Path) -> None:
    line = lied(frozen)
    for cosigned in (b"", line + line, line[:-1], line.replace(b'"side":1', b'"side":2')):
        assert "co-signature" in checked(tmp_path, packed(frozen, cosigned)).wrong
    assert json.loads(line)["side"] == 1


def test_a_key_withdrawn_before_is_not_in_force(frozen: Table, cast: Cast, tmp_path: Path) -> None:
    message(frozen)
    by = cast.by(cast.guarantors[1], "agree.cosign")
    withdraw_key(cast.programme, "community-1", by=by, now=NOW)
    assert "had not named" in checked(tmp_path, packed(frozen, lied(frozen))).wrong


def test_a_key_withdrawn_afterwards_leaves_what_it_signed(frozen: Table, cast: Cast, tmp_path: Path) -> None:
    cosign(frozen, 1, sign(PRIVATE[1], message(frozen)).signature)
    by = cast.by(cast.guarantors[1], "agree.cosign")
    withdraw_key(cast.programme, "community-1", by=by, now=NOW)
    assert checked(tmp_path, export(book_of(frozen))).valid
