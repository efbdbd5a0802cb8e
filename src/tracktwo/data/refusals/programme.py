from tracktwo.data.refusals.words import N_

REFUSALS = {
    "programme.two_communities": N_(
        "A programme needs at least two communities. Name the second one; nothing was created."
    ),
    "programme.same_name": N_(
        "Two communities have the same name in one language. Give each its own; nothing was created."
    ),
    "programme.shares": N_(
        "The shares add up to %(total)s percent, not to 100. Nothing was adopted; change one of them."
    ),
    "programme.agenda_moved": N_(
        "Somebody else has changed this agenda since the page was shown. Your press was not counted and what you typed is "
        "still here. Look at the agenda again, then press once more."
    ),
    "programme.share_not_number": N_(
        "A share is a whole number. Nothing was changed, and what you typed is still here. Write digits only."
    ),
    "programme.words_long": N_(
        "These words have %(length)s characters; %(most)s fit. Nothing was changed. Shorten them."
    ),
    "programme.phase_nameless": N_("A phase of your own needs a name. Nothing was changed. Write what it is called."),
    "programme.phases_full": N_(
        "%(most)s phases stand on this agenda, and no more fit. Nothing was added. Take one off first."
    ),
    "programme.template_unknown": N_(
        "This template is not kept here any more. The agenda is as it was. Choose another template."
    ),
    "programme.template_nameless": N_("A template needs a name to be found again. Nothing was kept. Write one."),
    "programme.templates_full": N_(
        "%(most)s templates are kept already. This one was not. Throw one away, or use the name of one to write over it."
    ),
    "programme.rules_empty": N_("There is no rule in any language. Write at least one; the version in force stands."),
    "programme.rules_uneven": N_(
        "The languages hold different numbers of rules (%(counts)s). Each rule stands once in every language; "
        "nothing was adopted."
    ),
}
