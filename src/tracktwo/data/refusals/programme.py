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
    "programme.rules_empty": N_("There is no rule in any language. Write at least one; the version in force stands."),
    "programme.rules_uneven": N_(
        "The languages hold different numbers of rules (%(counts)s). Each rule stands once in every language; "
        "nothing was adopted."
    ),
}
