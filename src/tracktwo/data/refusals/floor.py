"""Sentences for agendas and the session clock."""

from tracktwo.data.refusals.words import N_

REFUSALS = {
    "floor.no_phases": N_("This agenda has no phases. Nothing was saved. Add at least one phase."),
    "floor.weight_not_positive": N_(
        "Every phase needs a share of time above zero. Nothing was saved. Change the share or remove the phase."
    ),
    "floor.too_short": N_(
        "%(minutes)s minutes are too short for %(phases)s phases: one would get no time. Nothing was saved."
        " Lengthen the session or remove a phase."
    ),
    "floor.line_unknown": N_(
        "This phase is not on the agenda any more. Nothing was changed. Look at the agenda again and choose one of its phases."
    ),
    "floor.share_not_positive": N_(
        "A phase on the agenda needs a share of at least one. Nothing was changed. Write a larger number, or take the phase off."
    ),
    "floor.share_too_large": N_(
        "So much for one phase leaves the others no time. Nothing was changed. Write at most %(most)s, or take phases off first."
    ),
    "floor.last_line": N_(
        "An agenda needs at least one phase, so the last one stays. Nothing was changed. Add another phase first."
    ),
    "floor.phase_twice": N_("This phase is on the agenda already. Nothing was changed. Move it, or give it more time."),
    "floor.no_sides": N_("There is no community to put in order. Add the communities first."),
    "floor.press_begin": N_("The session has already begun. The clock runs on unchanged."),
    "floor.press_pause": N_("The clock is not running, so it cannot be paused. Nothing was changed."),
    "floor.press_resume": N_("The clock is not paused, so it cannot be resumed. Nothing was changed."),
    "floor.press_add": N_("Time can be added only while the session is open. Nothing was changed."),
    "floor.press_next": N_("There is no next phase now: the session is not open. Nothing was changed."),
    "floor.press_back": N_("There is no earlier phase to step back to. Nothing was changed."),
    "floor.minutes_added": N_(
        "%(minutes)s minutes cannot be added. The clock is unchanged. Add between 1 and %(most)s minutes."
    ),
    "floor.hand_twice": N_("Somebody stands in the queue twice. Nothing was changed. Reload the page."),
    "floor.hand_unknown": N_(
        "This person is no longer in the queue. Nobody was moved and nobody was given the floor. Look at the queue again."
    ),
    "floor.side_unknown": N_("This community is not part of the programme. Nothing was changed. Reload the page."),
    "floor.restate_side": N_(
        "A restatement needs a community that spoke and another that says it back. Nothing was changed. Choose again."
    ),
    "floor.restate_done": N_(
        "This restatement is accepted or set aside. Nothing was changed. Take it up again, or begin another."
    ),
    "floor.restate_unwritten": N_(
        "No words wait for an answer of those who spoke. Nothing was changed. Let the community say it back first."
    ),
    "floor.nobody_timed": N_(
        "Nobody is being timed, so there is nobody to interpret. Nothing was changed. Tap the community that speaks first."
    ),
}
