"""Deeds of step 4, by noun."""

from tracktwo.steps.prepare.actions.consents import adopt_consents, answer_consents, ask_panel
from tracktwo.steps.prepare.actions.contacts import agree_contact, forget_contacts, note_reached
from tracktwo.steps.prepare.actions.harm import sign_harm, take_back_harm
from tracktwo.steps.prepare.actions.readiness import forget_journeys, say_readiness, settle_line
from tracktwo.steps.prepare.actions.rooms import ask_rooms, forget_rooms, keep_apart, let_together, say_tongues
from tracktwo.steps.prepare.actions.rules import sign_rules

__all__ = [
    "adopt_consents",
    "agree_contact",
    "answer_consents",
    "ask_panel",
    "ask_rooms",
    "forget_contacts",
    "forget_journeys",
    "forget_rooms",
    "keep_apart",
    "let_together",
    "note_reached",
    "say_readiness",
    "say_tongues",
    "settle_line",
    "sign_harm",
    "sign_rules",
    "take_back_harm",
]
