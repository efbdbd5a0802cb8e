"""What the vault says. No sentence repeats anything that was typed into it or read from it."""

from tracktwo.data.refusals.words import N_

REFUSALS = {
    "vault.not_founded": N_(
        "This house has no vault yet, so no identity can be kept. Nothing was kept. Ask the technical"
        " admin to found it."
    ),
    "vault.founded_already": N_(
        "There is a vault already. It was left as it is, because a new one would make every identity in it unreadable."
    ),
    "vault.no_officers": N_("A vault needs at least one officer who can open it. Nothing was made. Name the officers."),
    "vault.passphrase_short": N_(
        "A passphrase has fewer than %(least)s characters. Nothing was made. Choose five or six words that"
        " do not belong together."
    ),
    "vault.officers_few": N_(
        "The vault opens when %(least)s officers type their passphrases. It stays sealed. Fill in as many"
        " as are needed."
    ),
    "vault.passphrase_wrong": N_(
        "The passphrases do not open the vault. It stays sealed. Check capital letters and keyboard, and"
        " type them again."
    ),
    "vault.sealed": N_(
        "The vault is sealed, so nobody’s identity can be shown. Nothing was revealed. Unseal it first;"
        " what you typed is kept below."
    ),
    "vault.identity_empty": N_(
        "There is neither a name nor a contact. Nothing was kept. Write at least one of the two."
    ),
    "vault.identity_long": N_("A field is longer than %(limit)s characters. Nothing was kept. Shorten it."),
    "vault.note_empty": N_("There are no words to keep. Nothing was kept. Write what you saw, or leave it."),
    "vault.note_long": N_("The words are longer than %(limit)s characters. Nothing was kept. Shorten them."),
    "vault.known_already": N_(
        "This contact is known here already. Nothing was kept a second time. Look among those who were"
        " nominated before."
    ),
    "vault.reason_length": N_(
        "A reason has %(least)s to %(most)s characters. Nothing was revealed. Write what you need the identity for."
    ),
    "vault.person_unknown": N_(
        "There is nobody under this handle here; the keys may have been destroyed. Nothing was revealed"
        " and nothing changed."
    ),
    "vault.quota": N_(
        "You have revealed %(limit)s identities within an hour, which is the most that one person may."
        " Nothing more was revealed. Wait, or ask another officer."
    ),
    "vault.unreadable": N_(
        "This identity could not be opened: its key is gone, or the entry was altered. That you asked is"
        " recorded. Ask the technical admin to compare the keystore with the latest backup."
    ),
    "vault.purged": N_(
        "Everything that identifies was destroyed here, so nobody is taken in any more and nothing was kept. Begin another"
        " programme for that."
    ),
    "vault.purge_word": N_(
        "The word that you typed is not the one that is asked for. Nothing was destroyed. Type it as it stands there."
    ),
    "vault.purge_not_asked": N_(
        "Nobody has asked for it, or more than %(minutes)s minutes ago. Nothing was destroyed. The convener asks first."
    ),
    "vault.purge_same_person": N_(
        "Whoever asked for it cannot confirm it as well. Nothing was destroyed. Call the second person."
    ),
    "vault.pack_not_asked": N_(
        "Nobody has asked for the names of these people, or more than %(minutes)s minutes ago, or the list has changed"
        " since. Nothing was revealed. Let one person ask and another reveal."
    ),
    "vault.pack_same_person": N_(
        "Whoever asked for many names at once cannot reveal them as well. Nothing was revealed. Call the second person."
    ),
    "vault.pack_quota": N_(
        "You have revealed %(limit)s whole lists within a day. Nothing was revealed. Wait, or let another officer do it."
    ),
    "vault.confirmation_wrong": N_(
        "The handle that you typed is not that of the person chosen. Nothing was destroyed. Type it as it"
        " stands in the list."
    ),
}
