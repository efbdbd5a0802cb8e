"""What may be known of the text of a workshop, and of its words."""

from __future__ import annotations

from datetime import date

from django.db.models import QuerySet

from tracktwo.foundation.people.models import Account
from tracktwo.methods.text import from_data
from tracktwo.steps.agree.models import Text
from tracktwo.steps.convene.models import Statement
from tracktwo.steps.plan.models import Workshop
from tracktwo.steps.programme.models import Programme
from tracktwo.steps.select.models import Seat
from tracktwo.steps.select.queries import seat_of


def frozen_text(workshop: Workshop) -> Text | None:
    """The text of this workshop once nothing in it can change any more; before that, None."""
    return Text.objects.filter(workshop=workshop, frozen_on__isnull=False).first()


def final_words(text: Text) -> list[str]:
    """The words that stand, clause by clause; a clause that was struck out has none and is left out."""
    return [clause.standing for clause in from_data(text.state).clauses if clause.standing]


def access_texts(programme: Programme) -> QuerySet[Text]:
    """The texts of this programme, the latest workshop first; whoever asks has been let into the programme before."""
    return Text.objects.filter(workshop__programme=programme).select_related("workshop").order_by("-workshop__number")


def workshop_to_agree(programme: Programme, today: date) -> Workshop | None:
    """The workshop whose text is still open, else the one that began last."""
    text = access_texts(programme).filter(frozen_on=None).first()
    return text.workshop if text else programme.workshops.filter(starts_on__lte=today).order_by("starts_on").last()


def text_of(workshop: Workshop) -> Text | None:
    return Text.objects.filter(workshop=workshop).select_related("workshop").first()


def access_seat(account: Account, workshop: Workshop) -> Seat | None:
    """The account's own seat in the workshop of the text; only from it can a bracket be opened."""
    return seat_of(account, workshop)


def kept_statements(workshop: Workshop) -> QuerySet[Statement]:
    """What the room kept on its wall, oldest first: the rapporteur drafts from it. Nobody knows who said it.

    Nothing is among it from a session of which nothing leaves the room.
    """
    found = Statement.objects.filter(session__workshop=workshop, session__stays_inside=False)
    return found.filter(state=Statement.State.KEPT).order_by("session__number", "number")
