"""What step 1 keeps."""

from tracktwo.steps.programme.models.agenda import LONGEST_NAME, AgendaDraft, AgendaTemplate, OwnTemplate
from tracktwo.steps.programme.models.programme import (
    KEY_LETTERS,
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
    "LONGEST_NAME",
    "AgendaDraft",
    "AgendaTemplate",
    "OwnTemplate",
    "Community",
    "GroundRules",
    "Host",
    "Programme",
    "new_key",
]
