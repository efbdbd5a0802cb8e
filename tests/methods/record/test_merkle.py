"""The Merkle tree against the published vectors of Certificate Transparency, and against its own definition."""

from __future__ import annotations

import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracktwo.methods.record import (
    consistency_proof,
    inclusion_proof,
    leaf_hash,
    merkle_root,
    node_hash,
    proves_consistency,
    proves_inclusion,
)

# google/certificate-transparency, cpp/merkletree/merkle_tree_test.cc: eight leaves, and the root after each
LEAVES = [
    bytes.fromhex(leaf)
    for leaf in ["", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f"]
]
ROOTS = [
    "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
]
HASHES = [leaf_hash(leaf) for leaf in LEAVES]

trees = st.lists(st.binary(max_size=4), min_size=1, max_size=40).map(
    lambda leaves: [leaf_hash(leaf) for leaf in leaves]
)


def flip(data, bit):
    changed = bytearray(data)
    changed[bit // 8 % len(changed)] ^= 1 << bit % 8
    return bytes(changed)


@pytest.mark.parametrize("size", range(9))
def test_the_published_root_of_each_size(size):
    assert merkle_root(HASHES[:size]).hex() == ROOTS[size]


@pytest.mark.parametrize(
    ("index", "size", "proof"),
    [
        (0, 1, []),
        (
            0,
            8,
            [
                "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
                "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
                "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4",
            ],
        ),
        (
            5,
            8,
            [
                "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
                "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
                "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
            ],
        ),
        (2, 3, ["fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125"]),
    ],
)
def test_the_published_inclusion_proofs(index, size, proof):
    assert [node.hex() for node in inclusion_proof(HASHES[:size], index)] == proof


@pytest.mark.parametrize(
    ("earlier", "size", "proof"),
    [
        (1, 1, []),
        (
            6,
            8,
            [
                "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a",
                "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
                "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
            ],
        ),
        (
            2,
            5,
            [
                "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
                "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
            ],
        ),
    ],
)
def test_the_published_consistency_proofs(earlier, size, proof):
    assert [node.hex() for node in consistency_proof(HASHES[:size], earlier)] == proof


def root_by_definition(hashes):
    """MTH as RFC 6962 writes it."""
    if not hashes:
        return hashlib.sha256(b"").digest()
    if len(hashes) == 1:
        return hashes[0]
    half = max(2**power for power in range(10) if 2**power < len(hashes))
    return node_hash(root_by_definition(hashes[:half]), root_by_definition(hashes[half:]))


@given(trees)
def test_the_root_is_that_of_the_definition(hashes):
    assert merkle_root(hashes) == root_by_definition(hashes)


@given(trees, st.data())
def test_every_leaf_is_proved_in_its_place(hashes, data):
    index = data.draw(st.integers(0, len(hashes) - 1))
    proof = inclusion_proof(hashes, index)
    assert proves_inclusion(hashes[index], index, len(hashes), proof, merkle_root(hashes))


@given(trees, st.data())
def test_a_changed_bit_of_an_inclusion_proof_is_found(hashes, data):
    index = data.draw(st.integers(0, len(hashes) - 1))
    parts = [hashes[index], merkle_root(hashes), *inclusion_proof(hashes, index)]
    place = data.draw(st.integers(0, len(parts) - 1))
    parts[place] = flip(parts[place], data.draw(st.integers(0, 255)))
    leaf, root, *proof = parts
    assert not proves_inclusion(leaf, index, len(hashes), proof, root)


@given(st.integers(2, 40), st.data())
def test_a_leaf_is_not_proved_in_another_place(size, data):
    hashes = [leaf_hash(bytes([number])) for number in range(size)]
    index, claimed = data.draw(st.lists(st.integers(0, size - 1), min_size=2, max_size=2, unique=True))
    proof = inclusion_proof(hashes, index)
    assert not proves_inclusion(hashes[index], claimed, size, proof, merkle_root(hashes))


@given(trees, st.data())
def test_every_earlier_tree_is_proved_to_be_the_beginning(hashes, data):
    earlier = data.draw(st.integers(1, len(hashes)))
    proof = consistency_proof(hashes, earlier)
    assert proves_consistency(earlier, merkle_root(hashes[:earlier]), len(hashes), merkle_root(hashes), proof)


@given(trees, st.data())
def test_a_changed_bit_of_a_consistency_proof_is_found(hashes, data):
    earlier = data.draw(st.integers(1, len(hashes)))
    parts = [merkle_root(hashes[:earlier]), merkle_root(hashes), *consistency_proof(hashes, earlier)]
    place = data.draw(st.integers(0, len(parts) - 1))
    parts[place] = flip(parts[place], data.draw(st.integers(0, 255)))
    old, new, *proof = parts
    assert not proves_consistency(earlier, old, len(hashes), new, proof)


@given(trees, st.data())
def test_a_rewritten_leaf_has_no_consistency_proof(hashes, data):
    earlier = data.draw(st.integers(1, len(hashes)))
    place = data.draw(st.integers(0, earlier - 1))
    forged = [*hashes[:place], flip(hashes[place], 3), *hashes[place + 1 :]]
    proof = consistency_proof(forged, earlier)
    assert not proves_consistency(earlier, merkle_root(hashes[:earlier]), len(forged), merkle_root(forged), proof)


@pytest.mark.parametrize(
    "claim",
    [
        lambda root: proves_inclusion(HASHES[0], 8, 8, inclusion_proof(HASHES, 7), root),
        lambda root: proves_inclusion(HASHES[0], -1, 8, inclusion_proof(HASHES, 0), root),
        lambda root: proves_inclusion(HASHES[0], 0, 8, [*inclusion_proof(HASHES, 0), root], root),
        lambda root: proves_inclusion(HASHES[0], 0, 8, inclusion_proof(HASHES, 0)[:-1], root),
        lambda root: proves_consistency(0, merkle_root([]), 8, root, []),
        lambda root: proves_consistency(8, root, 8, root, [root]),
        lambda root: proves_consistency(9, root, 8, root, []),
        lambda root: proves_consistency(4, merkle_root(HASHES[:4]), 8, root, []),
    ],
)
def test_a_claim_outside_the_tree_is_not_proved(claim):
    assert claim(merkle_root(HASHES)) is False


@pytest.mark.parametrize("ask", [lambda: inclusion_proof(HASHES, 8), lambda: consistency_proof(HASHES, 0)])
def test_no_proof_is_made_outside_the_tree(ask):
    with pytest.raises(ValueError, match="the tree|size"):
        ask()
