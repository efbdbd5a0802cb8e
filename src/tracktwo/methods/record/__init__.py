"""What every other method may stand on: refusals, canonical JSON, hash chain, Merkle tree, checkpoints."""

from tracktwo.methods.record.refusal import Refusal, Refusals

__all__ = ["Refusal", "Refusals"]
