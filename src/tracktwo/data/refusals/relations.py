"""Sentences for paired results: what is withheld, what they cannot show, phrases that do not fit."""

from tracktwo.data.refusals.words import N_

REFUSALS = {
    "relations.few": N_(
        "Only %(pairs)s people could be linked over both waves. A result is shown from six on. The answers were kept."
    ),
    "relations.alike": N_(
        "All %(pairs)s linked people gave the same answer in a wave or changed by the same amount, so a mean"
        " would be"
        " everybody’s answer. It is not shown. The answers were kept."
    ),
    "relations.side_withheld": N_(
        "Not shown by community: in at least one of them fewer than six people could be linked or all"
        " answered alike,"
        " and its result would follow from the others."
    ),
    "relations.no_cause": N_(
        "Without a group that took no part, this cannot show what caused the change: the workshop, the"
        " events between"
        " the waves, or something else."
    ),
    "relations.cannot_reach": N_(
        "With %(count)s linked people the smallest p this test can give is %(fraction)s = %(p)s. It can"
        " never fall to"
        " 0.05, whatever they answer."
    ),
    "relations.too_few_changed": N_(
        "Only %(count)s of the linked people changed their answer. The smallest p they can give is"
        " %(fraction)s = %(p)s."
        " It can never fall to 0.05."
    ),
    "relations.power": N_(
        "With %(pairs)s linked people, a true change of 0.8 standard deviations would be noticed (p at most"
        " 0.05,"
        " signed-rank test, normal differences) in about %(noticed)s of 100 such workshops. Not noticing a"
        " change does"
        " not show that there was none."
    ),
    "relations.no_pairs": N_("Too few people could be linked to compute this. The answers were kept."),
    "relations.too_fine": N_(
        "The exact test of %(pairs)s pairs with this many decimals is too large. Nothing was computed; the"
        " answers were"
        " kept. Round the values to the steps of the scale."
    ),
    "relations.phrase_words": N_(
        "The phrase has %(count)s words instead of %(words)s. Your answers are kept. Type the %(words)s"
        " words you were"
        " given, with spaces between them."
    ),
    "relations.phrase_unknown": N_(
        "Word number %(place)s is not one of the words we give out. Your answers are kept. Compare it with your note."
    ),
}
