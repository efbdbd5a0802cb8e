from datetime import date

from tests.cast import Cast
from tests.house.matrix import PUBLIC, Row, only
from tracktwo.foundation.people.models import Compartment
from tracktwo.steps.plan.models import Workshop
from tracktwo.steps.select.models import Seat
from tracktwo.steps.transmit.actions import open_matrix
from tracktwo.steps.transmit.models import Brief, BriefText, Discussion

SEE = only("convener", "rapporteur", "facilitator", "guarantor", "reader", "participant")
WRITE = only("convener", "rapporteur")
KEEP = only("convener", "facilitator", "rapporteur")
LOG = KEEP | only("guarantor")
READ = only("convener", "rapporteur", "reader", "guarantor")
# The cast has nobody in the translator's role; a translator may do what the rapporteur may.


def a_cell(cast: Cast) -> dict[str, int]:
    workshop = Workshop.objects.create(
        programme=cast.programme,
        number=1,
        compartment=Compartment.objects.create(parent=cast.programme.compartment),
        city="Porto",
        country="PT",
        starts_on=date(2026, 3, 1),
        ends_on=date(2026, 3, 4),
    )
    return {"cell": open_matrix(workshop)[0].pk}


def a_brief(cast: Cast) -> dict[str, int]:
    found = a_cell(cast)
    brief = Brief.objects.create(cell_id=found["cell"], text_digest="0" * 64)
    BriefText.objects.create(brief=brief, language="en", title="Archives")
    return found


def a_language(cast: Cast) -> dict[str, object]:
    return a_brief(cast) | {"language": "en"}


def a_workshop(cast: Cast) -> dict[str, int]:
    a_cell(cast)
    return {"workshop": 1}


def a_proposal(cast: Cast) -> dict[str, int]:
    a_cell(cast)
    workshop = Workshop.objects.get(programme=cast.programme, number=1)
    made = workshop.proposals.create(
        association="ISA", kind="panel", language="en", title="Copies", abstract="Of them."
    )
    return {"proposal": made.pk}


def a_note(cast: Cast) -> dict[str, object]:
    a_cell(cast)
    note = Workshop.objects.get(programme=cast.programme, number=1).notes.create(kind="memo")
    note.texts.create(language="en", title="On copies", body="Copies in a third place.")
    return {"note": note.pk}


def a_note_text(cast: Cast) -> dict[str, object]:
    return a_note(cast) | {"language": "en"}


def an_entry(cast: Cast) -> dict[str, object]:
    a_cell(cast)
    workshop = Workshop.objects.get(programme=cast.programme, number=1)
    said = {"agent": "convener", "channel": "letter", "audience": "convention", "content": "Copies."}
    return {"entry": workshop.transmissions.create(month=date(2026, 3, 1), **said).pk}


def a_story(cast: Cast) -> dict[str, object]:
    a_cell(cast)
    workshop = Workshop.objects.get(programme=cast.programme, number=1)
    side = cast.programme.communities.get(number=1)
    seat = Seat.objects.create(workshop=workshop, account=cast.participants[1][0], community=side)
    story = seat.stories.create(language="en", told_on=date(2026, 3, 3))
    story.texts.create(language="en", title="A river", words="We lived by a river.", approved_on=date(2026, 3, 3))
    return {"story": story.pk}


def a_story_to_translate(cast: Cast) -> dict[str, object]:
    return a_story(cast) | {"language": "uk"}


def a_hall(cast: Cast) -> dict[str, object]:
    a_cell(cast)
    workshop = Workshop.objects.get(programme=cast.programme, number=1)
    return {"code": Discussion.objects.create(workshop=workshop, code="abcd2345").code}


def a_matrix(cast: Cast) -> dict[str, int]:
    a_cell(cast)
    return {}


ROWS = {
    "transmit:about": Row(get=SEE, post=only("convener"), kwargs=a_matrix),
    "transmit:cell": Row(get=only("convener"), kwargs=a_cell),
    "transmit:brief": Row(get=READ, post=only("convener", "rapporteur"), kwargs=a_brief),
    "transmit:words": Row(get=WRITE, post=WRITE, kwargs=a_brief),
    "transmit:findings": Row(get=SEE, post=only("convener"), kwargs=a_workshop),
    "transmit:brief_word": Row(get=READ, kwargs=a_language),
    "transmit:brief_html": Row(get=READ, kwargs=a_language),
    "transmit:notes": Row(get=READ, post=WRITE, kwargs=a_workshop),
    "transmit:note": Row(get=READ, post=WRITE, kwargs=a_note),
    "transmit:release_note": Row(get=READ, post=only("convener"), kwargs=a_note),
    "transmit:note_file": Row(get=READ, kwargs=a_note_text),
    "transmit:log": Row(get=LOG, post=KEEP, kwargs=a_workshop),
    "transmit:entry": Row(get=LOG, post=KEEP, kwargs=an_entry),
    "transmit:own_stories": Row(get=only("participant")),
    "transmit:own_story": Row(get=only("participant"), kwargs=a_story),
    "transmit:stories": Row(get=WRITE),
    "transmit:translate_story": Row(get=WRITE, kwargs=a_story_to_translate),
    "transmit:open_session": Row(get=SEE, post=KEEP, kwargs=a_workshop),
    "hall:hall": Row(get=PUBLIC, post=PUBLIC, kwargs=a_hall),
    "transmit:proposals": Row(get=WRITE, kwargs=a_workshop),
    "transmit:proposal": Row(get=WRITE, kwargs=a_proposal),
    "transmit:proposal_file": Row(get=WRITE, kwargs=a_proposal),
    "transmit:own_parts": Row(get=only("participant")),
    "transmit:approve": Row(get=READ, post=only("reader"), kwargs=a_brief),
    "transmit:release": Row(get=READ, post=only("convener"), kwargs=a_brief),
    "transmit:brief_file": Row(get=READ, kwargs=a_language),
}
