"""Pages and deeds of step 4, by noun."""

from tracktwo.steps.prepare.views.about import About
from tracktwo.steps.prepare.views.care import CarePlanPage, Reach
from tracktwo.steps.prepare.views.consents import AskPanel, Consents, Words
from tracktwo.steps.prepare.views.contacts import Contact, Contacts
from tracktwo.steps.prepare.views.harm import Harm
from tracktwo.steps.prepare.views.homeward import Homeward
from tracktwo.steps.prepare.views.incidents import Happened, IncidentPage, Told
from tracktwo.steps.prepare.views.journeys import Journeys
from tracktwo.steps.prepare.views.letters import Letters, LetterTextPage
from tracktwo.steps.prepare.views.meetings import Meetings
from tracktwo.steps.prepare.views.print_pack import PrintPack, PrintSheet
from tracktwo.steps.prepare.views.readiness import Journey
from tracktwo.steps.prepare.views.rooms import Rooms, Tongues
from tracktwo.steps.prepare.views.rules import Sign

__all__ = [
    "About",
    "AskPanel",
    "CarePlanPage",
    "Consents",
    "Contact",
    "Contacts",
    "Happened",
    "Harm",
    "Homeward",
    "IncidentPage",
    "Journey",
    "Journeys",
    "LetterTextPage",
    "Letters",
    "Meetings",
    "PrintPack",
    "PrintSheet",
    "Reach",
    "Rooms",
    "Sign",
    "Told",
    "Tongues",
    "Words",
]
