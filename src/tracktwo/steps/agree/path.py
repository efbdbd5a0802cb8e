"""What step 6 tells the house of itself."""

from __future__ import annotations

from django.urls import reverse
from django.utils import formats
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from tracktwo.foundation.people.models import Role
from tracktwo.methods.text import SingleText
from tracktwo.steps.agree.convert import single_text
from tracktwo.steps.agree.models import Round, Text
from tracktwo.steps.agree.queries import (
    access_seat,
    line_of,
    open_round_of,
    reach_of,
    running_silence,
    text_of,
    texts_to_cosign,
    workshop_to_agree,
)
from tracktwo.steps.plan.models import Workshop
from tracktwo.steps.programme.path import DONE, NOT_BEGUN, UNDER_WAY, WAITING, StepState, Waiting, Walker


def state(walker: Walker) -> StepState:
    workshop = workshop_to_agree(walker.programme, walker.now.date())
    text = text_of(workshop) if workshop else None
    if workshop is None:
        return StepState(NOT_BEGUN, _("Not begun"))
    if text is None:
        return StepState(WAITING, _("Waiting for a text to be opened"))
    if text.frozen_on is not None:
        day = formats.date_format(text.frozen_on, "DATE_FORMAT")
        return StepState(DONE, _("Frozen on %(day)s") % {"day": day})
    if running_silence(text) is not None:
        return StepState(UNDER_WAY, _("A silence runs"))
    if open_round_of(text) is not None:
        return StepState(UNDER_WAY, _("A round of support is open"))
    return _open_state(single_text(text))


def _open_state(text: SingleText) -> StepState:
    if not text.clauses:
        return StepState(WAITING, _("Waiting for the first clause"))
    if not text.open_brackets:
        return StepState(WAITING, _("Waiting to be frozen"))
    words = ngettext("%(count)s bracket open", "%(count)s brackets open", text.open_brackets)
    return StepState(UNDER_WAY, words % {"count": text.open_brackets})


def waiting(walker: Walker) -> list[Waiting]:
    return _to_cosign(walker) + _of_the_text(walker)


def _to_cosign(walker: Walker) -> list[Waiting]:
    """For a guarantor, every frozen text under whose checkpoint the own community has no signature."""
    if not walker.may("agree.cosign"):
        return []
    found = texts_to_cosign(walker.programme, walker.sides(Role.GUARANTOR))
    return [
        Waiting(
            what=_("Co-sign the checkpoint of the text of workshop %(number)s") % {"number": text.workshop.number},
            why=_("It is frozen. With the key of your community the closing sheet does not rest on the host alone."),
            deed=_("See what is signed"),
            url=reverse("agree:cosign", args=[walker.programme.key, text.workshop.number]),
            mine=True,
        )
        for text in found
    ]


def _of_the_text(walker: Walker) -> list[Waiting]:
    workshop = workshop_to_agree(walker.programme, walker.now.date())
    if workshop is None or not walker.may("agree.see"):
        return []
    text = text_of(workshop)
    if text is None:
        return [_to_open(walker, workshop)]
    if text.frozen_on is not None:
        return []
    if running_silence(text) is not None:
        return _of_a_silence(walker, text)
    found = open_round_of(text)
    if found is not None:
        return [_of_a_round(walker, text, found)]
    return _of_the_third_party(walker, text) + _of_a_seat(walker, text)


def _to_open(walker: Walker, workshop: Workshop) -> Waiting:
    return Waiting(
        what=_("Open the text of workshop %(number)s") % {"number": workshop.number},
        why=_("One text, in which every community brackets what it cannot carry."),
        deed=_("Open the text"),
        url=reverse("agree:open", args=[walker.programme.key, workshop.number])
        if walker.may("agree.steer")
        else reverse("agree:about", args=[walker.programme.key]),
        mine=walker.may("agree.steer"),
    )


def _of_a_silence(walker: Walker, text: Text) -> list[Waiting]:
    """First for whoever has not been reached yet; for a guarantor until the own community has affirmed."""
    silence = running_silence(text)
    if silence is None:
        return []
    reach = reach_of(silence, walker.account)
    mine = reach is not None and not reach.is_reached
    number = silence.version.number
    return [
        Waiting(
            what=_("A silence runs over version %(number)s of the text") % {"number": number},
            why=_("Say that you received it and are safe to answer; object, unseen, if the words cannot stand.")
            if mine
            else _("It stands unless somebody objects, and nobody sees who does. Until the end no word can change."),
            deed=_("See when it ends"),
            url=reverse("agree:silence", args=[walker.programme.key, text.workshop.number]),
            mine=mine or walker.may("agree.vouch"),
        )
    ]


def _of_a_round(walker: Walker, text: Text, found: Round) -> Waiting:
    """First for whoever is on the roll and has not answered; the third party's until it is closed."""
    line, place = line_of(found, walker.account), [walker.programme.key, text.workshop.number]
    asked = len(found.asked)
    if line is not None and not line.has_answered:
        what = ngettext(
            "Say whether you can live with %(count)s clause", "Say whether you can live with %(count)s clauses", asked
        )
        return Waiting(
            what=what % {"count": asked},
            why=_("A round of support is open. You answer once; nothing joins you and your answers."),
            deed=_("Answer clause by clause"),
            url=reverse("agree:answer_round", args=place),
            mine=True,
        )
    return Waiting(
        what=_("A round of support is open over the text"),
        why=_("Until it is closed no word can change. What each community can live with is told then, not before."),
        deed=_("See the round"),
        url=reverse("agree:support", args=place),
        mine=walker.may("agree.steer"),
    )


def _of_the_third_party(walker: Walker, text: Text) -> list[Waiting]:
    found, place = single_text(text), [walker.programme.key, text.workshop.number]
    if not found.clauses:
        return [
            Waiting(
                what=_("Draft the first clauses of the text"),
                why=_("From what the room kept on its wall, or by typing."),
                deed=_("Draft a clause"),
                url=reverse("agree:draft" if walker.may("agree.write") else "agree:text", args=place),
                mine=walker.may("agree.write"),
            )
        ]
    if found.open_brackets:
        what = ngettext("Settle %(count)s open bracket", "Settle %(count)s open brackets", found.open_brackets)
        return [
            Waiting(
                what=what % {"count": found.open_brackets},
                why=_("A community withdraws its own; the room adopts or keeps the words, aloud."),
                deed=_("Read the text"),
                url=reverse("agree:text", args=place),
                mine=walker.may("agree.steer"),
            )
        ]
    return [
        Waiting(
            what=_("Freeze the text"),
            why=_("No bracket is open. Frozen, it can be carried to every audience, and no word can change."),
            deed=_("Freeze the text"),
            url=reverse("agree:freeze" if walker.may("agree.steer") else "agree:text", args=place),
            mine=walker.may("agree.steer"),
        )
    ]


def _of_a_seat(walker: Walker, text: Text) -> list[Waiting]:
    seat = access_seat(walker.account, text.workshop) if walker.may("agree.bracket") else None
    found = single_text(text)
    if seat is None or not found.clauses:
        return []
    own = [clause.key for clause in found.clauses if seat.community.number in clause.brackets]
    url = reverse("agree:text", args=[walker.programme.key, text.workshop.number])
    if own:
        return [
            Waiting(
                what=_("Your community has a bracket in clause %(clause)s") % {"clause": ", ".join(own)},
                why=_("Withdraw it when the words can stand; or hold it, and the room talks."),
                deed=_("Read the clause"),
                url=f"{url}#clause-{own[0]}",
                mine=True,
            )
        ]
    return [
        Waiting(
            what=_("Read the text of the workshop"),
            why=_("Bracket the words that your community cannot carry. Nobody sees who opened a bracket."),
            deed=_("Read the text"),
            url=url,
            mine=True,
        )
    ]
