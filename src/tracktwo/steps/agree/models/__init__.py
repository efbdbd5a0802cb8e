"""The single text, its history, its languages, what communities say to it and support, and what was let stand."""

from tracktwo.steps.agree.models.leaks import LetStand
from tracktwo.steps.agree.models.renderings import Rendering
from tracktwo.steps.agree.models.signatures import Signature
from tracktwo.steps.agree.models.silences import Affirmation, Objection, Reach, Silence
from tracktwo.steps.agree.models.support import Round, RoundCount, RoundRoll
from tracktwo.steps.agree.models.texts import Text, TextMove, TextVersion

__all__ = [
    "Affirmation",
    "LetStand",
    "Objection",
    "Reach",
    "Rendering",
    "Round",
    "RoundCount",
    "RoundRoll",
    "Signature",
    "Silence",
    "Text",
    "TextMove",
    "TextVersion",
]
