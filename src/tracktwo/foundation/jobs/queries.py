"""What a page may ask about long work."""

from __future__ import annotations

from tracktwo.foundation.jobs.models import Work


def latest(name: str, object_key: object) -> Work | None:
    """The newest work of this name for this object, or None. Whoever asks has checked who may see the
    object.
    """
    return Work.objects.filter(name=name, object_key=str(object_key)).order_by("-queued_at", "-id").first()
