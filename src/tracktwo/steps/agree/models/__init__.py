"""The single text, its versions."""

from tracktwo.steps.agree.models.texts import Text, TextVersion

__all__ = ["Text", "TextVersion"]
