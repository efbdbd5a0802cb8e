"""The single text, its history, its languages, and what communities say to it."""

from tracktwo.steps.agree.models.renderings import Rendering
from tracktwo.steps.agree.models.signatures import Signature
from tracktwo.steps.agree.models.texts import Text, TextMove, TextVersion

__all__ = ["Rendering", "Signature", "Text", "TextMove", "TextVersion"]
