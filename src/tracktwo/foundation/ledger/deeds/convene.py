"""Deeds of the step convene: what was decided in the room; never what was said."""

from __future__ import annotations

from django.utils.translation import gettext_noop as N_

from tracktwo.foundation.ledger.deeds.deed import Deed

DEEDS = (
    Deed(
        "convene.session_opened",
        ("workshop", "session", "minutes", "version"),
        N_("Workshop %(workshop)s, session %(session)s opened: %(minutes)s minutes, agenda version %(version)s"),
    ),
    Deed(
        "convene.kept_inside",
        ("workshop", "session"),
        N_("Workshop %(workshop)s, session %(session)s: nothing that is said leaves the room"),
    ),
    Deed(
        "convene.phase_begun",
        ("workshop", "session", "place"),
        N_("Workshop %(workshop)s, session %(session)s: phase %(place)s begun"),
    ),
    Deed(
        "convene.held_read",
        ("workshop", "session", "statement"),
        N_(
            "Workshop %(workshop)s, session %(session)s: the third party read the words of statement %(statement)s, "
            "which is held off every screen"
        ),
    ),
    Deed(
        "convene.vote_closed",
        ("workshop", "session", "statement", "rule", "agreed", "communities"),
        N_(
            "Workshop %(workshop)s, session %(session)s: vote on statement %(statement)s closed, "
            "agreed in %(agreed)s of %(communities)s communities"
        ),
    ),
    Deed(
        "convene.poll_closed",
        ("workshop", "session", "question", "asked", "agreed", "communities"),
        N_(
            "Workshop %(workshop)s, session %(session)s: %(question)s closed; statements: %(asked)s, "
            "of these agreed in every one of %(communities)s communities: %(agreed)s"
        ),
    ),
    Deed(
        "convene.paper_counted",
        ("workshop", "session", "statement", "rule", "agreed", "communities"),
        N_(
            "Workshop %(workshop)s, session %(session)s: ballots on paper about statement %(statement)s counted by two "
            "people, agreed in %(agreed)s of %(communities)s communities"
        ),
    ),
    Deed(
        "convene.paper_poll_counted",
        ("workshop", "session", "question", "asked", "agreed", "communities"),
        N_(
            "Workshop %(workshop)s, session %(session)s: %(question)s on paper counted by two people; statements: "
            "%(asked)s, of these agreed in every one of %(communities)s communities: %(agreed)s"
        ),
    ),
    Deed(
        "convene.restatement_accepted",
        ("workshop", "session", "statement", "speaker", "listener", "tries"),
        N_(
            "Workshop %(workshop)s, session %(session)s: what community %(speaker)s said in statement %(statement)s "
            "was said back by community %(listener)s and accepted; tries: %(tries)s"
        ),
    ),
    Deed(
        "convene.caucus_opened",
        ("workshop", "community", "minutes"),
        N_("Workshop %(workshop)s: community %(community)s goes to talk apart for %(minutes)s minutes"),
    ),
    Deed(
        "convene.caucus_closed",
        ("workshop", "community"),
        N_("Workshop %(workshop)s: community %(community)s is back; what it wrote apart is erased"),
    ),
    Deed(
        "convene.public_agenda_agreed",
        ("workshop", "digest"),
        N_("Workshop %(workshop)s: the public agenda of its days is agreed (%(digest)s)"),
    ),
    Deed(
        "convene.session_closed",
        ("workshop", "session", "statements", "kept", "votes", "met"),
        N_(
            "Workshop %(workshop)s, session %(session)s closed. Statements: %(statements)s, of these kept: %(kept)s; "
            "votes: %(votes)s, of these agreed: %(met)s"
        ),
    ),
)
