"""Chain, checkpoints and the eight words."""

from __future__ import annotations

import base64
import hashlib

import pytest
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from hypothesis import given
from hypothesis import strategies as st

from tracktwo.data.refusals import say
from tracktwo.methods.record import (
    Checkpoint,
    Note,
    Refusal,
    Signature,
    chain_hashes,
    checkpoint_text,
    eight_words,
    entry_hash,
    is_signed_by,
    key_id,
    read_checkpoint,
    read_note,
    signed_note,
    start_of_chain,
    verifier_key,
)
from tracktwo.methods.record.words import WORDS

# c2sp.org/tlog-checkpoint, the example of the specification
PUBLISHED = """example.com/behind-the-sofa
20852163
CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=

— example.com/behind-the-sofa Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=
"""
# golang.org/x/mod/sumdb/note, the example of its documentation: a key, a text, a signature by that key
PETER = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW"
WRITTEN = """If you think cryptography is the answer to your problem,
then you don't know what your problem is.

— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=
"""
KEY = Ed25519PrivateKey.from_private_bytes(bytes(range(32)))
PUBLIC = KEY.public_key().public_bytes_raw()
ORIGIN = "example.org/record"
ROOT = hashlib.sha256(b"root").digest()


def verify(public_key, message, signature):
    try:
        Ed25519PublicKey.from_public_bytes(public_key).verify(signature, message)
    except InvalidSignature:
        return False
    return True


def signature_of(text):
    return Signature(ORIGIN, key_id(ORIGIN, PUBLIC), KEY.sign(text.encode()))


TEXT = checkpoint_text(Checkpoint(ORIGIN, 7, ROOT))
NOTE = signed_note(TEXT, [signature_of(TEXT)])


def holds(note_text):
    """What a reader does with a checkpoint: read the note, check the signature, read the lines."""
    try:
        note = read_note(note_text)
        signed = is_signed_by(note, ORIGIN, PUBLIC, verify)
        return read_checkpoint(note.text) if signed else None
    except Refusal:
        return None


def test_the_published_checkpoint_is_read_and_written_again():
    note = read_note(PUBLISHED)
    checkpoint = read_checkpoint(note.text)
    assert (checkpoint.origin, checkpoint.size) == ("example.com/behind-the-sofa", 20852163)
    assert signed_note(checkpoint_text(checkpoint), list(note.signatures)) == PUBLISHED


def test_the_published_note_is_signed_by_its_key():
    name, _key_id, key = PETER.split("+", 2)
    public = base64.b64decode(key)[1:]
    assert is_signed_by(read_note(WRITTEN), name, public, verify)
    assert verifier_key(name, public) == PETER


def test_a_signature_by_somebody_unknown_is_passed_over():
    other = Signature("witness.example", b"abcd", b"signature")
    assert holds(signed_note(TEXT, [other, signature_of(TEXT)])) == Checkpoint(ORIGIN, 7, ROOT)
    assert holds(signed_note(TEXT, [other])) is None


def test_one_false_signature_by_the_known_key_is_enough_to_reject():
    false = Signature(ORIGIN, key_id(ORIGIN, PUBLIC), bytes(64))
    assert holds(signed_note(TEXT, [signature_of(TEXT), false])) is None


@given(st.integers(0, len(NOTE.encode()) * 8 - 1))
def test_any_changed_bit_of_a_checkpoint_is_found(bit):
    data = bytearray(NOTE.encode())
    data[bit // 8] ^= 1 << bit % 8
    assert holds(data.decode(errors="replace")) is None


@pytest.mark.parametrize(
    "text",
    [
        "",
        "a\n1\n",
        f"a b\n1\n{base64.b64encode(ROOT).decode()}\n",
        f"a\n01\n{base64.b64encode(ROOT).decode()}\n",
        f"a\n-1\n{base64.b64encode(ROOT).decode()}\n",
        f"a\n1\n{base64.b64encode(ROOT[:31]).decode()}\n",
        f"a\n1\n{base64.b64encode(ROOT).decode()[:-2]}9=\n",
        f"a\n1\n{base64.b64encode(ROOT).decode()}\nextension\n",
        f"a\n1\n{base64.b64encode(ROOT).decode()}",
    ],
)
def test_a_checkpoint_in_another_form_is_refused(text):
    with pytest.raises(Refusal) as caught:
        read_checkpoint(text)
    assert caught.value == Refusal("record.checkpoint_form")


@pytest.mark.parametrize(
    "note",
    ["", "text\n", "text\n\n", "text\n\n— a\n", "text\n\n- a AAAAAAAA\n", "text\n\n— a+b AAAAAAAA\n"]
    + ["text\n\n— a AAAA\n", "te\txt\n\n— a AAAAAAAA\n", NOTE[:-1], NOTE + "\n", TEXT + "\n" + "— a AAAAAAAA\n" * 17],
)
def test_a_note_in_another_form_is_refused(note):
    with pytest.raises(Refusal) as caught:
        read_note(note)
    assert caught.value == Refusal("record.note_form")


@given(st.text(max_size=80))
def test_any_text_is_a_note_or_refused(text):
    try:
        assert isinstance(read_note(text), Note)
    except Refusal as refusal:
        assert say(refusal).startswith("This text is not a signed note.")


@given(
    st.from_regex(r"[a-z./-]{1,20}", fullmatch=True),
    st.integers(0, 10**15),
    st.binary(min_size=32, max_size=32),
)
def test_every_checkpoint_is_read_back(origin, size, root):
    checkpoint = Checkpoint(origin, size, root)
    assert read_checkpoint(checkpoint_text(checkpoint)) == checkpoint


def test_an_entry_hash_is_the_sum_of_its_parts():
    tag = b"tracktwo/record/entry/v1\n"
    assert entry_hash(ROOT, b"{}") == hashlib.sha256(tag + ROOT + b"{}").digest()
    assert start_of_chain("0f") == hashlib.sha256(b"tracktwo/record/book/v1\n0f").digest()


@given(st.lists(st.binary(min_size=1, max_size=5), min_size=1, max_size=12), st.data())
def test_any_changed_bit_changes_every_later_hash_of_the_chain(leaves, data):
    place = data.draw(st.integers(0, len(leaves) - 1))
    changed = bytearray(leaves[place])
    changed[0] ^= 1 << data.draw(st.integers(0, 7))
    before = list(chain_hashes("book", leaves))
    after = list(chain_hashes("book", [*leaves[:place], bytes(changed), *leaves[place + 1 :]]))
    assert [one == other for one, other in zip(before, after, strict=True)] == [
        number < place for number in range(len(leaves))
    ]


def test_the_words_are_256_short_ones_that_cannot_be_mistaken_for_one_another():
    assert len(set(WORDS)) == len(WORDS) == 256
    assert [word for word in WORDS if not 3 <= len(word) <= 8 or not word.isascii() or not word.islower()] == []
    assert [(a, b) for a in WORDS for b in WORDS if a < b and is_one_letter_apart(a, b)] == []


def is_one_letter_apart(a, b):
    if len(a) == len(b):
        return sum(x != y for x, y in zip(a, b, strict=True)) == 1
    shorter, longer = sorted((a, b), key=len)
    return len(longer) - len(shorter) == 1 and any(
        longer[:place] + longer[place + 1 :] == shorter for place in range(len(longer))
    )


def test_the_words_of_a_root_are_those_of_its_first_eight_bytes():
    assert eight_words(bytes(32)) == " ".join(["acorn"] * 8)
    assert eight_words(bytes(range(255, 223, -1))).split() == list(reversed(WORDS))[:8]


@given(st.binary(min_size=32, max_size=32), st.integers(0, 63))
def test_a_changed_bit_in_the_first_eight_bytes_changes_a_word(root, bit):
    changed = bytearray(root)
    changed[bit // 8] ^= 1 << bit % 8
    assert eight_words(bytes(changed)) != eight_words(root)
