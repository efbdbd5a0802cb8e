"""Deeds of the house itself: people, the vault, safety."""

from __future__ import annotations

from django.utils.translation import gettext_noop as N_

from tracktwo.foundation.ledger.deeds.deed import Deed

DEEDS = (
    Deed("invitation.issued", ("invited_role", "invited_side"), N_("Invitation issued: %(invited_role)s")),
    Deed("account.joined", (), N_("Invitation accepted")),
    Deed("vault.founded", (), N_("Vault founded by its officers")),
    Deed("vault.unsealed", (), N_("Vault unsealed")),
    Deed("vault.lexicon_made", ("count",), N_("Leak lint taught the keyed forms of people: %(count)s")),
    Deed("vault.sealed", (), N_("Vault sealed")),
    Deed("vault.revealed", ("reason_digest",), N_("Identity revealed (reason %(reason_digest)s)")),
    Deed("vault.pack_asked", ("count",), N_("Identities asked for together, for one document: %(count)s")),
    Deed(
        "vault.pack_revealed",
        ("count", "reason_digest"),
        N_("Identities revealed together, by two: %(count)s (reason %(reason_digest)s)"),
    ),
    Deed("vault.notes_read", ("count",), N_("Confidential notes opened: %(count)s")),
    Deed("vault.shredded", (), N_("Identity shredded")),
    Deed("vault.purge_asked", (), N_("Destroying everything that identifies was asked for")),
    Deed("vault.purge_taken_back", (), N_("Destroying everything that identifies was called off")),
    Deed("vault.purged", (), N_("Everything that identifies was destroyed, by two")),
    Deed("safety.read", (), N_("Safety page read")),
)
