"""Deeds of the step prepare: rules, consents, readiness."""

from __future__ import annotations

from django.utils.translation import gettext_noop as N_

from tracktwo.foundation.ledger.deeds.deed import Deed

DEEDS = (
    Deed("prepare.rules_signed", ("version",), N_("Ground rules signed: version %(version)s")),
    Deed("prepare.consent_given", ("product",), N_("Consent given: %(product)s")),
    Deed("prepare.consent_withdrawn", ("product",), N_("Consent withdrawn: %(product)s")),
    Deed(
        "prepare.consent_words",
        ("version", "digest"),
        N_("Words of the consents adopted: version %(version)s, digest %(digest)s"),
    ),
    Deed(
        "prepare.panel_asked",
        ("workshop", "panel"),
        N_("Workshop %(workshop)s: seats asked about session %(panel)s at the convention"),
    ),
    Deed(
        "prepare.panel_taken_back",
        ("workshop", "panel"),
        N_("Workshop %(workshop)s: the question about session %(panel)s at the convention taken back"),
    ),
    Deed(
        "prepare.harm_signed",
        ("workshop", "digest"),
        N_("Workshop %(workshop)s: do-no-harm checklist signed, digest of its words %(digest)s"),
    ),
    Deed(
        "prepare.harm_taken_back",
        ("workshop",),
        N_("Workshop %(workshop)s: a signature under the do-no-harm checklist taken back"),
    ),
    Deed(
        "prepare.checked_in",
        ("workshop", "weeks"),
        N_("Workshop %(workshop)s: a check-in after %(weeks)s weeks was made"),
    ),
    # Neither which kind nor of which community: both sides read the record, and it is kept for good.
    Deed("prepare.care_plan_kept", ("digest",), N_("Plan for when something happens kept, digest %(digest)s")),
    Deed("prepare.incident_opened", ("incident",), N_("Something has happened: number %(incident)s")),
    Deed(
        "prepare.incident_step", ("incident", "step"), N_("What has happened, number %(incident)s: step %(step)s done")
    ),
    Deed("prepare.sessions_ended", (), N_("The sessions of somebody who lost a device ended")),
    Deed(
        "prepare.incident_closed",
        ("incident", "done", "of", "lessons"),
        N_("What has happened, number %(incident)s, closed: steps %(done)s of %(of)s, lessons %(lessons)s"),
    ),
    Deed("prepare.help_answered", (), N_("Somebody who asked to be reached was reached")),
    Deed("prepare.readiness_changed", (), N_("Readiness to travel changed")),
    # For whom and when is not in them: the other community reads the record too.
    Deed("prepare.meeting_arranged", (), N_("A meeting of one community before the workshop arranged")),
    Deed("prepare.meeting_called_off", (), N_("A meeting of one community before the workshop called off")),
    # Nothing of whom and of how many: a pair could be guessed from either.
    Deed("prepare.pairs_changed", ("workshop",), N_("Workshop %(workshop)s: pairs that share no small room changed")),
    Deed(
        "prepare.rooms_asked",
        ("workshop", "rooms", "rounds"),
        N_("Workshop %(workshop)s: %(rooms)s small rooms asked for, %(rounds)s rounds"),
    ),
    Deed(
        "prepare.rooms_composed",
        ("workshop", "repeats", "bound"),
        N_("Workshop %(workshop)s: small rooms composed, meetings repeated: %(repeats)s, unavoidable: %(bound)s"),
    ),
    Deed(
        "prepare.letter_text_kept",
        ("letter", "language", "digest"),
        N_("Words of a letter kept (%(letter)s, %(language)s), digest %(digest)s"),
    ),
    Deed(
        "prepare.letter_made",
        ("letter", "language"),
        N_("A letter made with a name from the vault (%(letter)s, %(language)s)"),
    ),
    Deed(
        "prepare.line_settled",
        ("item", "standing", "seats"),
        N_("The host said how “%(item)s” stands: %(standing)s; seats: %(seats)s"),
    ),
)
