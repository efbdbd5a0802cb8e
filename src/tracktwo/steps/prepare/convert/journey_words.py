"""What the dated rules say of a traveller's own lines, in the reader's language."""

from __future__ import annotations

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from tracktwo.methods.dates import Said, Task
from tracktwo.methods.dates.journey import COVER, ENTRY, EXIT, LETTER, PAPERS, TICKET, TRANSIT
from tracktwo.steps.plan.convert.words import countries_words, exit_words


def finding_words(task: Task) -> str:
    """One or two sentences on what has to be done, from what was found."""
    if task.finding == "untold":
        return _("Say first on which passport you travel. Nobody but you sees what follows from it.")
    if task.finding == "no-place":
        return _("The place of the workshop is not announced yet.")
    return {
        PAPERS: _papers,
        LETTER: _letter,
        ENTRY: _entry,
        TRANSIT: _transit,
        EXIT: _exit,
        TICKET: _ticket,
        COVER: _cover,
    }[task.kind](task)


def _papers(_task: Task) -> str:
    return _(
        "Look at the day on which it ends and for two empty pages. Many states ask that it outlast the stay by some "
        "months; the one you travel to says by how many."
    )


def _letter(task: Task) -> str:
    if task.finding == "asked-for":
        return _("Whoever decides on your application asks for it first, so it comes before you apply.")
    return _("No rule that we know asks for it. You get one if you wish.")


def _entry(task: Task) -> str:
    return {
        "at-home": _("You are at home there. Nothing has to be applied for."),
        "visa-free": _("No visa is needed by the rule we know. Read it again before you leave."),
        "e-visa": _("An electronic visa or authorisation. Apply by %(day)s."),
        "visa": _("A visa. Apply at the consulate by %(day)s."),
        "barred": _(
            "By the rule we know you are not admitted. Speak to the convener: a remote seat is a way to take part."
        ),
        "unknown": _("Nobody has looked up the rule for your passport yet. Say that it is blocked, and it will be."),
    }[task.finding] % {"day": day_words(task)}


def _transit(task: Task) -> str:
    said = {
        "direct": _("No rule that we know leads you over another border on the way."),
        "airside": _("Planes are changed in one of these: %(via)s. You pass no border there."),
        "visa-free": _("By way of %(via)s, where no visa is needed."),
        "e-visa": _("By way of %(via)s, with an electronic visa or authorisation. Apply by %(day)s."),
        "visa": _("By way of %(via)s, with a visa. Apply by %(day)s."),
        "barred": _("None of the ways we know (%(via)s) is open to your passport. Speak to the convener."),
        "unknown": _("By way of %(via)s; nobody has looked up the rule for your passport yet. Say that it is blocked."),
    }
    return said[task.finding] % {"via": countries_words(task.via.split()), "day": day_words(task)}


def _exit(task: Task) -> str:
    if not task.hints:
        return _("No rule of leaving is known to us for your papers.")
    whom = ", ".join(exit_words(kind) for kind in task.hints)
    return _(
        "Rules of leaving concern: %(whom)s. Whether they concern you is for you alone to know; you need not say why "
        "a line is blocked. A remote seat is a way to take part."
    ) % {"whom": whom}


def _ticket(_task: Task) -> str:
    return _("There and back, by a way that is open to you. The host books it and tells you.")


def _cover(_task: Task) -> str:
    return _("Insurance for the days abroad, and money for them. The host sees to both; nobody pays in advance.")


def day_words(task: Task) -> str:
    return str(date_format(task.begin_by or task.due, "DATE_FORMAT"))


def said_words(said: Said) -> str:
    return _("%(source)s; checked on %(day)s") % {
        "source": said.source,
        "day": date_format(said.checked_on, "DATE_FORMAT"),
    }
