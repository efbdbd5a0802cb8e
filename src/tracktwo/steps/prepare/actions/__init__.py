"""Deeds of step 4, by noun."""

from tracktwo.steps.prepare.actions.care import (
    answer_help,
    ask_help,
    close_incident,
    do_step,
    end_sessions_of,
    forget_incidents,
    keep_care_plan,
    open_incident,
    say_safe,
    take_back_help,
)
from tracktwo.steps.prepare.actions.consents import adopt_consents, answer_consents, ask_panel, take_back_panel
from tracktwo.steps.prepare.actions.contacts import agree_contact, answer_check_in, forget_contacts, note_reached
from tracktwo.steps.prepare.actions.harm import sign_harm, take_back_harm
from tracktwo.steps.prepare.actions.readiness import forget_journeys, say_readiness, settle_line
from tracktwo.steps.prepare.actions.remote import come_after_all, take_from_afar
from tracktwo.steps.prepare.actions.rooms import ask_rooms, forget_rooms, keep_apart, let_together, say_tongues
from tracktwo.steps.prepare.actions.rules import sign_rules

__all__ = [
    "adopt_consents",
    "agree_contact",
    "answer_check_in",
    "answer_consents",
    "answer_help",
    "ask_help",
    "ask_panel",
    "ask_rooms",
    "close_incident",
    "come_after_all",
    "do_step",
    "end_sessions_of",
    "forget_contacts",
    "forget_incidents",
    "forget_journeys",
    "forget_rooms",
    "keep_apart",
    "keep_care_plan",
    "let_together",
    "note_reached",
    "open_incident",
    "say_readiness",
    "say_safe",
    "say_tongues",
    "settle_line",
    "sign_harm",
    "sign_rules",
    "take_back_harm",
    "take_from_afar",
    "take_back_help",
    "take_back_panel",
]
