"""Signatures under the rules, layered consents, and what each seat still needs to travel."""

from tracktwo.steps.prepare.models.consents import Consent
from tracktwo.steps.prepare.models.letters import Letter, LetterText
from tracktwo.steps.prepare.models.meetings import Meeting
from tracktwo.steps.prepare.models.readiness import Readiness
from tracktwo.steps.prepare.models.rules import RulesSignature

__all__ = ["Consent", "Letter", "LetterText", "Meeting", "Readiness", "RulesSignature"]
