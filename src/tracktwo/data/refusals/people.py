from tracktwo.data.refusals.words import N_

REFUSALS = {
    "people.code_unknown": N_(
        "This code does not open anything: it may be mistyped, used already, or older than 72 hours. "
        "Nothing was kept. Ask whoever gave it to you for a new one."
    ),
    "people.alias_taken": N_("Somebody here already has this alias. Choose another; the code is still good."),
    "people.wait": N_("Too many wrong tries. Wait %(seconds)s seconds and try again; nothing is locked."),
    "people.sign_in_wrong": N_("This alias and passphrase do not belong together. Check both and try again."),
}
