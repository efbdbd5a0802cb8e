"""Deeds of step 4, by noun."""

from tracktwo.steps.prepare.actions.consents import answer_consents
from tracktwo.steps.prepare.actions.readiness import say_readiness
from tracktwo.steps.prepare.actions.rules import sign_rules

__all__ = ["answer_consents", "say_readiness", "sign_rules"]
