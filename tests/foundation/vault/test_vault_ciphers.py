"""The ciphers: what was locked comes back, and only with the very key and place it was locked for."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracktwo.foundation.vault.ciphers import (
    Box,
    Locked,
    derive,
    fill_box,
    lock,
    lock_text,
    new_key,
    open_box,
    public_of,
    stretch,
    unlock,
    unlock_text,
)
from tracktwo.methods.record import Refusal

UNREADABLE = Refusal("vault.unreadable")


@given(text=st.text(max_size=300), bound=st.binary(max_size=60))
def test_any_text_comes_back(text: str, bound: bytes) -> None:
    key = new_key()
    assert unlock_text(lock_text(text, key, bound=bound), key, bound=bound) == text


@given(plain=st.binary(max_size=200), bound=st.binary(max_size=60))
def test_any_sealed_box_opens_for_its_owner(plain: bytes, bound: bytes) -> None:
    private = new_key()
    assert open_box(fill_box(plain, public_of(private), bound=bound), private, bound=bound) == plain


@given(place=st.integers(min_value=0, max_value=79), bit=st.integers(min_value=0, max_value=7))
def test_one_bit_changed_anywhere_is_found(place: int, bit: int) -> None:
    key = new_key()
    locked = lock_text("marl", key, bound=b"row")
    changed = bytearray(locked.ciphertext)
    changed[place] ^= 1 << bit
    with pytest.raises(Refusal) as refused:
        unlock_text(Locked(locked.nonce, bytes(changed)), key, bound=b"row")
    assert refused.value == UNREADABLE


def test_another_place_does_not_open() -> None:
    key = new_key()
    with pytest.raises(Refusal) as refused:
        unlock(lock(b"marl", key, bound=b"row 1"), key, bound=b"row 2")
    assert refused.value == UNREADABLE


def test_another_key_does_not_open() -> None:
    with pytest.raises(Refusal) as refused:
        unlock(lock(b"marl", new_key(), bound=b""), new_key(), bound=b"")
    assert refused.value == UNREADABLE


def test_a_box_is_shut_to_everybody_else() -> None:
    box = fill_box(b"marl", public_of(new_key()), bound=b"")
    with pytest.raises(Refusal) as refused:
        open_box(box, new_key(), bound=b"")
    assert refused.value == UNREADABLE


def test_a_box_with_a_worthless_public_key_is_refused() -> None:
    """Thirty-two zeros are a point of small order: every secret shared with it would be zero."""
    box = fill_box(b"marl", public_of(new_key()), bound=b"")
    with pytest.raises(Refusal) as refused:
        open_box(Box(bytes(32), box.locked), new_key(), bound=b"")
    assert refused.value == UNREADABLE


@pytest.mark.parametrize(("length", "blocks"), [(0, 1), (3, 1), (63, 1), (64, 2), (127, 2), (128, 3)])
def test_a_ciphertext_tells_the_length_only_in_blocks_of_64(length: int, blocks: int) -> None:
    tag = 16
    assert len(lock_text("a" * length, new_key(), bound=b"").ciphertext) == 64 * blocks + tag


def test_equal_texts_do_not_look_equal() -> None:
    key = new_key()
    assert lock_text("marl", key, bound=b"").ciphertext != lock_text("marl", key, bound=b"").ciphertext


def test_each_purpose_has_its_own_key() -> None:
    secret = bytes(32)
    assert len({derive(secret, b"one"), derive(secret, b"two"), derive(secret, b"one", salt=b"1")}) == 3


@pytest.mark.parametrize(
    ("memory_kib", "expected"),
    [
        (256, "9dfeb910e80bad0311fee20f9c0e2b12c17987b4cac90c2ef54d5b3021c68bfe"),
        (65536, "09316115d5cf24ed5a15a31a3ba326e5cf32edc24702987c02b6566f61913cf7"),
    ],
)
def test_stretching_is_argon2id_as_its_authors_publish_it(memory_kib: int, expected: str) -> None:
    """src/test.c of P-H-C/phc-winner-argon2: version 0x13, two passes, one lane."""
    assert stretch(b"password", b"somesalt", memory_kib=memory_kib, passes=2).hex() == expected
