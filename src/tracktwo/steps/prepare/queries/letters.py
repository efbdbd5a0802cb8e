"""The words of letters, and what they lack."""

from __future__ import annotations

from uuid import UUID

from tracktwo.foundation.vault.queries import fields_held
from tracktwo.steps.plan.models import Workshop
from tracktwo.steps.prepare.convert.letters import LetterWords, kept_words, proposed_words
from tracktwo.steps.prepare.models import LetterText
from tracktwo.steps.programme.models import Host, Programme
from tracktwo.steps.select.models import Nomination, Seat
from tracktwo.steps.select.queries import list_seats


def words_of(programme: Programme, letter: str, language: str) -> LetterWords:
    """The host's own, else the proposal."""
    row = LetterText.objects.filter(programme=programme, letter=letter, language=language).first()
    return kept_words(row) if row else proposed_words(letter, language)


def host_name(programme: Programme) -> str:
    own = Host.objects.filter(programme=programme).first()
    return own.name if own else ""


def persons_of(workshop: Workshop) -> dict[Seat, UUID | None]:
    """Who in the vault each seat that travels is, by handle; None where nobody is."""
    seats = list(list_seats(workshop).filter(is_remote=False).order_by("account__alias"))
    found = Nomination.objects.filter(programme=workshop.programme, account__in=[seat.account_id for seat in seats])
    handles = dict(found.values_list("account_id", "person"))
    return {seat: handles.get(seat.account_id) for seat in seats}


def missing_for(workshop: Workshop) -> dict[str, int]:
    """Codes of what letters of this workshop lack, with for how many: see ``convert.letters.missing_words``."""
    persons = persons_of(workshop)
    held = fields_held([person for person in persons.values() if person])
    counted = {
        "host": int(not host_name(workshop.programme)),
        "place": int(not workshop.city),
        "person": sum(person is None or person not in held for person in persons.values()),
        "affiliation": sum("affiliation" not in fields for fields in held.values()),
    }
    return {code: number for code, number in counted.items() if number} | {"papers": 1}
