"""What every other method may stand on: refusals, canonical JSON, hash chain, Merkle tree, checkpoints,
joint seeds."""

from tracktwo.methods.record.canonical import JSON, canonical_json, read_canonical
from tracktwo.methods.record.chain import chain_hashes, entry_hash, start_of_chain
from tracktwo.methods.record.checkpoint import (
    Checkpoint,
    Note,
    Signature,
    checkpoint_text,
    is_signed_by,
    key_id,
    read_checkpoint,
    read_note,
    signed_note,
    verifier_key,
)
from tracktwo.methods.record.cosigning import cosigned_bytes
from tracktwo.methods.record.digest import eight_words
from tracktwo.methods.record.joint import Stream, tagged_hash
from tracktwo.methods.record.merkle import (
    consistency_proof,
    inclusion_proof,
    leaf_hash,
    merkle_root,
    node_hash,
    proves_consistency,
    proves_inclusion,
)
from tracktwo.methods.record.refusal import Refusal, Refusals

__all__ = [
    "JSON",
    "Checkpoint",
    "Note",
    "Refusal",
    "Refusals",
    "Signature",
    "Stream",
    "canonical_json",
    "chain_hashes",
    "checkpoint_text",
    "consistency_proof",
    "cosigned_bytes",
    "eight_words",
    "entry_hash",
    "inclusion_proof",
    "is_signed_by",
    "key_id",
    "leaf_hash",
    "merkle_root",
    "node_hash",
    "proves_consistency",
    "proves_inclusion",
    "read_canonical",
    "read_checkpoint",
    "read_note",
    "signed_note",
    "start_of_chain",
    "tagged_hash",
    "verifier_key",
]
