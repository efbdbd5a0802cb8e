"""What the report tells of steps 2 to 7: counts of what was planned, chosen, prepared, held, agreed and sent."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from fractions import Fraction

from django.utils import formats
from django.utils.translation import gettext as _

from tracktwo.documents.tree import WEAVES, Column, Figure, Heading, Paragraph, Part, Run, Side, Table, Words, words
from tracktwo.methods.counts import publish
from tracktwo.steps.agree.queries import final_words, frozen_text
from tracktwo.steps.convene.queries import list_held_sessions
from tracktwo.steps.measure.convert.words import percent
from tracktwo.steps.plan.convert.view import picture_of
from tracktwo.steps.plan.models import Workshop
from tracktwo.steps.plan.queries import access_workshops, plan_in_force
from tracktwo.steps.prepare.models import Consent
from tracktwo.steps.prepare.queries import consents_given
from tracktwo.steps.programme.models import Community, Programme
from tracktwo.steps.select.queries import kept_cohort, list_seats
from tracktwo.steps.transmit.convert import matrix_rows
from tracktwo.steps.transmit.models import Audience
from tracktwo.steps.transmit.queries import list_cells

NONE = "–"


def share(part: int, whole: int) -> str:
    """So many of so many, as far as the public tier of the suppression table lets it be read."""
    if whole == 0:
        return NONE
    row = publish({1: (part, whole - part)}).rows[1]
    if row.capped is not None:
        return _("at least nine tenths") if row.capped == 0 else _("at most one tenth")
    if row.voters is None:
        return _("not shown")
    return _("%(part)s of %(whole)s") % {"part": part, "whole": whole}


def planned_parts(programme: Programme, communities: Sequence[Community], today: date) -> list[Part]:
    workshops = list(access_workshops(programme))
    parts: list[Part] = [Heading(1, words(_("What was planned and held")))]
    if not workshops:
        return [*parts, Paragraph(words(_("No workshop has been planned yet.")))]
    rows = tuple(_workshop_row(workshop, today) for workshop in workshops)
    heads = (_("Workshop"), _("Place"), _("First day"), _("Last day"), _("Convention after it"), _("State"))
    parts.append(Table(_("Workshops"), _columns(heads), rows))
    plan = plan_in_force(programme)
    if plan is None:
        return parts
    picture = picture_of(plan, communities, today)
    if picture.plan.is_optimal:
        said = _("The plan in force is version %(version)s. It is proved that no other keeps the wishes better.")
    else:
        said = _("The plan in force is version %(version)s. No other keeps the wishes better by more than %(gap)s %%.")
    said %= {"version": plan.version, "gap": formats.number_format(picture.gap_percent, decimal_pos=1)}
    alt = _("Conventions and workshops over the years. The workshops stand in the table above.")
    return [*parts, Paragraph(words(said)), Figure(str(picture.lying), alt, _("The plan over the years"))]


def _workshop_row(workshop: Workshop, today: date) -> tuple[Words, ...]:
    first, last = (formats.date_format(day, "DATE_FORMAT") for day in (workshop.starts_on, workshop.ends_on))
    edition = workshop.edition
    convention = f"{edition.convention} {edition.edition}" if edition else NONE
    said = (str(workshop.number), workshop.city or NONE, first, last, convention, _state(workshop, today))
    return tuple(words(one) for one in said)


def _state(workshop: Workshop, today: date) -> str:
    if workshop.closed_at is not None or workshop.ends_on < today:
        return _("has been held")
    if workshop.starts_on <= today:
        return _("is under way")
    return _("projected") if workshop.projected else _("planned")


def chosen_parts(programme: Programme) -> list[Part]:
    rows = [row for workshop in access_workshops(programme) if (row := _cohort_row(workshop))]
    parts: list[Part] = [Heading(1, words(_("How the cohorts were chosen")))]
    if not rows:
        return [*parts, Paragraph(words(_("No cohort has been drawn and kept yet.")))]
    heads = (_("Workshop"), _("Method"), _("Pool"), _("Seats"), _("Least chance"), _("No lottery gives more than"))
    said = _(
        "Each cohort was drawn by a lottery over all cohorts that keep the quotas. The least chance is that of the"
        " least likely person; the bound beside it shows how much better any lottery could be."
    )
    proofs = [
        Paragraph(
            words(_("Proof of the draw for workshop %(number)s: %(digest)s") % {"number": number, "digest": proof})
        )
        for number, proof, _cells in rows
    ]
    table = Table(_("Cohorts"), _columns(heads, numbers=4), tuple(cells for _number, _proof, cells in rows))
    return [*parts, Paragraph(words(said)), table, *proofs]


def _cohort_row(workshop: Workshop) -> tuple[int, str, tuple[Words, ...]] | None:
    cohort = kept_cohort(workshop)
    if cohort is None:
        return None
    result = cohort.result
    if cohort.is_by_hand:
        people, seats = (words(str(count)) for count in (cohort.pool.members.count(), cohort.seats))
        how, none = (words(str(workshop.number)), words(_("chosen by hand"))), words("–")
        return workshop.number, cohort.digest, (*how, people, seats, none, none)
    said = (
        str(workshop.number),
        _method(cohort.objective),
        str(result["people"]),
        str(cohort.seats),
        _chance(result["exact"], result["min_probability"]),
        percent(Fraction(str(result["bound"]))),
    )
    return workshop.number, cohort.digest, tuple(words(one) for one in said)


def _method(objective: str) -> str:
    return {
        "leximin": _("fair lottery (leximin)"),
        "maximin": _("fair lottery (maximin)"),
    }.get(objective, objective)


def _chance(exact: str | None, least: float) -> str:
    if exact is None:
        return percent(Fraction(str(least)))
    sure = Fraction(exact) == 1
    return percent(Fraction(1)) if sure else f"{exact} ≈ {percent(Fraction(exact))}"


def prepared_parts(programme: Programme) -> list[Part]:
    seated = [(workshop, list(list_seats(workshop))) for workshop in access_workshops(programme)]
    rows = tuple(_prepared_row(workshop, len(seats)) for workshop, seats in seated if seats)
    parts: list[Part] = [Heading(1, words(_("How the cohorts prepared")))]
    if not rows:
        return [*parts, Paragraph(words(_("Nobody has a seat yet.")))]
    consents = (_("Consent: text"), _("Consent: briefs"), _("Consent: questions"))
    heads = (_("Workshop"), _("Seats"), _("Rules signed"), *consents)
    said = _(
        "Consents as they stand today; each can be withdrawn. Shares that could point at single people are not shown."
    )
    return [*parts, Paragraph(words(said)), Table(_("Signatures and consents"), _columns(heads), rows)]


def _prepared_row(workshop: Workshop, seats: int) -> tuple[Words, ...]:
    signed = list_seats(workshop).exclude(signatures=None).distinct().count()
    products = (Consent.Product.SINGLE_TEXT, Consent.Product.BRIEFS, Consent.Product.RESEARCH)
    shares = [share(signed, seats), *(share(consents_given(workshop, product), seats) for product in products)]
    return tuple(words(one) for one in (str(workshop.number), str(seats), *shares))


def room_parts(programme: Programme) -> list[Part]:
    held = list(list_held_sessions(programme))[::-1]
    parts: list[Part] = [Heading(1, words(_("In the room")))]
    if not held:
        return [*parts, Paragraph(words(_("No session has been closed yet.")))]
    heads = (_("Session"), _("Minutes"), _("Statements"), _("Kept"), _("Votes"), _("Agreed by every community"))
    rows = tuple(
        tuple(
            words(str(said))
            for said in (
                _("Workshop %(workshop)s, session %(number)s")
                % {"workshop": session.workshop.number, "number": session.number},
                session.minutes_used,
                session.said,
                session.kept,
                session.asked,
                session.met,
            )
        )
        for session in held
    )
    said = _("What was said is not recorded. These are counts of the whole room.")
    return [*parts, Paragraph(words(said)), Table(_("Sessions held"), _columns(heads, numbers=5), rows)]


def agreed_parts(programme: Programme) -> list[Part]:
    parts: list[Part] = [Heading(1, words(_("What was agreed")))]
    texts = [text for workshop in access_workshops(programme) if (text := frozen_text(workshop))]
    if not texts:
        return [*parts, Paragraph(words(_("No text has been frozen yet.")))]
    for text in texts:
        number = _("Workshop %(number)s:") % {"number": text.workshop.number}
        said = _("Clauses: %(count)s. Frozen on %(day)s with the digest %(digest)s.") % {
            "count": len(final_words(text)),
            "day": formats.date_format(text.frozen_on, "DATE_FORMAT"),
            "digest": text.digest,
        }
        parts.append(Paragraph(words(number, " ", Run(text.title, strong=True, language=text.language), ". ", said)))
    return parts


def sent_parts(programme: Programme, communities: Sequence[Community]) -> list[Part]:
    parts: list[Part] = [Heading(1, words(_("Where it was carried")))]
    tables = [table for workshop in access_workshops(programme) if (table := _matrix(workshop, communities))]
    return [*parts, *(tables or [Paragraph(words(_("No matrix of audiences has been opened yet.")))])]


def _matrix(workshop: Workshop, communities: Sequence[Community]) -> Table | None:
    cells = list_cells(workshop)
    if not cells:
        return None
    heads = [Column(words(_("Audience")))]
    heads += [Column(words(Side(one.name, one.number) if one.number in WEAVES else one.name)) for one in communities]
    rows = [
        (words(row.label), *(words(cell.get_state_display()) for cell in row.cells))
        for row in matrix_rows(cells, list(communities))
    ]
    for cell in cells:
        if cell.audience == Audience.CONVENTION:
            rest = (words(NONE),) * (len(communities) - 1)
            rows.append((words(cell.get_audience_display()), words(cell.get_state_display()), *rest))
    caption = _("After workshop %(number)s: leadership, elites, public and the convention") % {
        "number": workshop.number
    }
    return Table(caption, tuple(heads), tuple(rows))


def _columns(heads: Sequence[str], numbers: int = 0) -> tuple[Column, ...]:
    """Columns with these heads; the last ``numbers`` of them hold figures."""
    return tuple(Column(words(head), number=place >= len(heads) - numbers) for place, head in enumerate(heads))
