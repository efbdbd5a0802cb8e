"""What a proposal still lacks by the rules of its association, and the proposal as a document."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable

from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from tracktwo.data.session_formats import ROUNDTABLE, SessionFormat, format_of
from tracktwo.documents.tree import Column, Document, Heading, Note, Paragraph, Table, words
from tracktwo.steps.transmit.models import Proposal, ProposalPart

ABSTRACT_WORDS = 250


def rules_of(proposal: Proposal) -> SessionFormat:
    return format_of(proposal.association, proposal.kind)


def stands(part: ProposalPart, behind: Collection[int]) -> bool:
    """Whether somebody of the cohort may be named in this place: by the own yes to it and to the session as such.

    In a draft without a session nobody is: its file beside the one with it would tell who said no. What was released
    before sessions were chosen stands on the yes to the place.
    """
    if part.agreed_on is None:
        return False
    proposal = part.proposal
    return part.seat_id in behind or (proposal.panel_id is None and proposal.released_at is not None)


def lacks(proposal: Proposal, all_parts: Iterable[ProposalPart], behind: Collection[int]) -> list[str]:
    """In the reader's words, what must change before it may be handed in; empty where it is ready.

    ``all_parts``: those of every proposal to the same convention, because limits count one person over all of them.
    ``behind``: the seats whose yes to the session holds. A no, a yes that lapsed and an answer that is still missing
    are one number: why somebody does not stand in it is told to nobody.
    """
    rules, parts = rules_of(proposal), list(proposal.parts.all())
    count = Counter(part.role for part in parts)
    found = _counts(rules, count) + _doubles(rules, parts) + _limits(rules, parts, list(all_parts))
    if len({part.seat.community_id for part in parts if part.seat}) < 2:
        found.append(_("Everybody in it comes from one community; a joint session has at least two."))
    if any(part.role == ProposalPart.Role.SPEAKER and not part.title for part in parts) and proposal.kind != ROUNDTABLE:
        found.append(_("A paper has no title yet."))
    asked = [part for part in parts if part.seat is not None]
    if asked and proposal.panel_id is None:
        found.append(_("The cohort has not been asked about this session in step 4, or it is not chosen here which."))
    waiting = sum(not stands(part, behind) for part in asked)
    if waiting:
        found.append(
            ngettext("%(number)s person has not said yes yet.", "%(number)s people have not said yes yet.", waiting)
            % {"number": waiting}
        )
    if len(proposal.abstract.split()) > ABSTRACT_WORDS:
        found.append(_("The abstract has more than %(most)s words.") % {"most": ABSTRACT_WORDS})
    return found


def _counts(rules: SessionFormat, count: Counter[str]) -> list[str]:
    found = []
    if count["chair"] != 1:
        found.append(_("There is one chair; here there are %(number)s.") % {"number": count["chair"]})
    least, most = rules.speakers
    if not least <= count["speaker"] <= most:
        found.append(
            _("It has %(least)s to %(most)s papers or speakers; here there are %(number)s.")
            % {"least": least, "most": most, "number": count["speaker"]}
        )
    least, most = rules.discussants
    if not least <= count["discussant"] <= most:
        found.append(
            _("It has %(least)s to %(most)s discussants; here there are %(number)s.")
            % {"least": least, "most": most, "number": count["discussant"]}
        )
    return found


def _doubles(rules: SessionFormat, parts: list[ProposalPart]) -> list[str]:
    """Who speaks does not discuss; who chairs speaks only where the association lets them, then beside three more."""
    roles: dict[int, set[str]] = {}
    for part in parts:
        if part.seat_id:
            roles.setdefault(part.seat_id, set()).add(part.role)
    found = []
    if any({"speaker", "discussant"} <= held for held in roles.values()):
        found.append(_("Somebody speaks and discusses in the same session."))
    both = any({"chair", "speaker"} <= held for held in roles.values())
    speakers = sum(part.role == "speaker" for part in parts)
    if both and (not rules.chair_may_speak or (rules.kind == ROUNDTABLE and speakers < 4)):
        found.append(_("The chair speaks too, which this association does not allow here."))
    return found


def _limits(rules: SessionFormat, parts: list[ProposalPart], everywhere: list[ProposalPart]) -> list[str]:
    here = {part.seat_id for part in parts if part.seat_id}
    sessions = Counter(seat for seat, _proposal in {(part.seat_id, part.proposal_id) for part in everywhere})
    papers = Counter(part.seat_id for part in everywhere if part.role == "speaker" and part.proposal.kind != ROUNDTABLE)
    found = []
    if any(sessions[seat] > rules.most_roles for seat in here):
        found.append(_("Somebody stands in more than %(most)s sessions.") % {"most": rules.most_roles})
    if any(papers[seat] > rules.most_papers for seat in here):
        found.append(_("Somebody gives more than %(most)s papers.") % {"most": rules.most_papers})
    return found


def proposal_document(proposal: Proposal, behind: Collection[int]) -> Document:
    """In the order of an association's form, by alias: each person writes the own name into the form.

    Whoever has not said yes stands in no file, a draft included: files go further than pages.
    """
    with translation.override(proposal.language):
        rows = tuple(
            (
                words(str(part.get_role_display())),
                words(_whom(part, behind)),
                words(part.title or "–"),
            )
            for part in proposal.parts.all()
        )
        heads = (Column(words(_("Role"))), Column(words(_("Alias"))), Column(words(_("Title of the contribution"))))
        draft = [] if proposal.released_at else [Note((Paragraph(words(_("Draft, not ready to be handed in."))),))]
        return Document(
            title=proposal.title,
            language=proposal.language,
            date_text=f"{proposal.get_kind_display()}, {proposal.association}",
            parts=(
                *draft,
                Heading(1, words(_("Abstract"))),
                *(Paragraph(words(part)) for part in proposal.abstract.split("\n\n") if part.strip()),
                Heading(1, words(_("Who takes part"))),
                Table(_("Who takes part, by alias"), heads, rows),
                Note((Paragraph(words(_("Names are written into the form by those who bear them, and only there."))),)),
            ),
        )


def _whom(part: ProposalPart, behind: Collection[int]) -> str:
    if part.seat is None:
        return _("from outside the cohort")
    return str(part.seat.account.alias) if stands(part, behind) else _("somebody who is still asked")
