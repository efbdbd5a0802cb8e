"""The single text, its history, its languages, what communities say to it, and what was let stand."""

from tracktwo.steps.agree.models.leaks import LetStand
from tracktwo.steps.agree.models.renderings import Rendering
from tracktwo.steps.agree.models.signatures import Signature
from tracktwo.steps.agree.models.texts import Text, TextMove, TextVersion

__all__ = ["LetStand", "Rendering", "Signature", "Text", "TextMove", "TextVersion"]
