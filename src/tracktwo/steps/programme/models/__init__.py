"""What step 1 keeps."""

from tracktwo.steps.programme.models.programme import (
    KEY_LETTERS,
    AgendaTemplate,
    Community,
    GroundRules,
    Host,
    Programme,
    new_key,
)

__all__ = [
    "KEY_LETTERS",
    "AgendaTemplate",
    "Community",
    "GroundRules",
    "Host",
    "Programme",
    "new_key",
]
