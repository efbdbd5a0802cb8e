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
from tracktwo.steps.programme.models.screening import (
    Alarm,
    MoneyWays,
    Organisation,
    Part,
    RegisterLine,
)

__all__ = [
    "Alarm",
    "MoneyWays",
    "Organisation",
    "Part",
    "RegisterLine",
    "KEY_LETTERS",
    "AgendaTemplate",
    "Community",
    "GroundRules",
    "Host",
    "Programme",
    "new_key",
]
