"""What may be known of the text."""

from __future__ import annotations

from tracktwo.methods.text import from_data
from tracktwo.steps.agree.models import Text
from tracktwo.steps.plan.models import Workshop


def frozen_text(workshop: Workshop) -> Text | None:
    """The text of this workshop once nothing in it can change any more; before that, None."""
    return Text.objects.filter(workshop=workshop, frozen_on__isnull=False).first()


def final_words(text: Text) -> list[str]:
    """The words that stand, clause by clause; a clause that was struck out has none and is left out."""
    return [clause.standing for clause in from_data(text.state).clauses if clause.standing]
