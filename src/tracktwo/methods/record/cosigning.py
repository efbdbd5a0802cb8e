"""What a community signs with a key of its own under a checkpoint, beside the host: these entries, and this text."""

from __future__ import annotations

from tracktwo.methods.record.checkpoint import Checkpoint, checkpoint_text
from tracktwo.methods.record.joint import tagged_hash

COSIGN_TAG = "tracktwo/record/cosign/v1"


def cosigned_bytes(party: str, text: bytes, head: Checkpoint) -> bytes:
    """The 32 bytes. The tag keeps them from passing for a yes or a seal in a draw. Raises what ``head`` refuses."""
    return tagged_hash(COSIGN_TAG, party.encode(), text, checkpoint_text(head).encode())
