"""Signatures under the rules, layered consents, and what each seat still needs to travel."""

from tracktwo.steps.prepare.models.care import CarePlan, HelpCall, Incident, IncidentStep, SafeWord
from tracktwo.steps.prepare.models.consents import ASKED_OF_ALL, Consent, ConsentSheet, PanelAsked
from tracktwo.steps.prepare.models.contacts import ContactPlan, Reached
from tracktwo.steps.prepare.models.harm import HarmSignature
from tracktwo.steps.prepare.models.letters import Letter, LetterText
from tracktwo.steps.prepare.models.meetings import Meeting
from tracktwo.steps.prepare.models.readiness import Readiness
from tracktwo.steps.prepare.models.rooms import Acquaintance, KeptApart, RoomPlan, Tongues
from tracktwo.steps.prepare.models.rules import RulesSignature

__all__ = [
    "ASKED_OF_ALL",
    "Acquaintance",
    "CarePlan",
    "Consent",
    "ConsentSheet",
    "ContactPlan",
    "HarmSignature",
    "HelpCall",
    "Incident",
    "IncidentStep",
    "KeptApart",
    "Letter",
    "LetterText",
    "Meeting",
    "PanelAsked",
    "Reached",
    "Readiness",
    "RoomPlan",
    "RulesSignature",
    "SafeWord",
    "Tongues",
]
