"""What a screen may ask about change."""

from __future__ import annotations

from tracktwo.foundation.live.models import RoomVersion


def version(kind: str, key: object) -> int:
    """How often the room has been touched; 0 for one that never was."""
    found = RoomVersion.objects.filter(kind=kind, key=str(key)).values_list("version", flat=True).first()
    return found or 0
