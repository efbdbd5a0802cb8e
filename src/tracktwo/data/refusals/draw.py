"""What the draw says when something handed in cannot count."""

from __future__ import annotations

from tracktwo.data.refusals.words import N_

REFUSALS: dict[str, str] = {
    "select.draw_open": N_(
        "A draw for this workshop is under way. Nothing was frozen. Finish it, or end it before its list is published."
    ),
    "select.draw_practice": N_(
        "A practice pool holds no persons. Nothing was frozen. Make the pool of those who consented first."
    ),
    "select.draw_step": N_(
        "The draw is in another step now. Nothing was changed. Open the page again and see what waits."
    ),
    "select.draw_unaffirmed": N_(
        "Not every party has affirmed the frozen pool. Nothing was published. Ask them, or end this draw and freeze another pool."
    ),
    "select.draw_uncomputed": N_("The list is still being computed. Nothing was published. Try again in a moment."),
    "select.draw_too_soon": N_(
        "The time for sealing and opening must lie ahead, at least five minutes each. Nothing was published. Choose later times."
    ),
    "select.draw_no_party": N_(
        "Only the host and the guarantors are parties of a draw. Nothing was changed. Ask your guarantor."
    ),
    "select.draw_sealed_already": N_(
        "Your party has set its seal. It cannot be exchanged. Keep the key that opens it."
    ),
    "select.draw_misfit": N_(
        "This key does not open the seal of your party. Nothing was opened. Paste the key you kept; until the deadline you can try again."
    ),
    "select.draw_waits_for_round": N_(
        "The round of this draw is not published yet. Nothing was drawn. Come back after its time."
    ),
    "select.draw_stands_already": N_("This cohort has its seats already. Nothing was changed."),
    "select.draw_ended": N_("This draw was ended. Nothing was changed. Freeze a new one."),
    "select.draw_list_stands": N_(
        "The list is published, so this draw can no longer be ended. Nothing was changed. Whoever does not take part counts as empty."
    ),
    "draw.alias_repeated": N_(
        "One alias stands in the pool twice. Nothing was frozen. Make the pool again, with an alias of their own for each."
    ),
    "draw.no_seat_open": N_(
        "Every seat is taken. Nothing was frozen. A fresh draw is for a seat that somebody gave up."
    ),
    "draw.alternates_few": N_(
        "Only %(people)s people outside the cohort could take a seat under its quotas, and %(needed)s are asked for."
        " Nothing was frozen. Widen a quota or invite more people, and draw again."
    ),
    "draw.times": N_(
        "The opening ends before the sealing does. Nothing was published. Choose a later end for the opening."
    ),
    "draw.key": N_(
        "This is not a key that opens a seal. Nothing was opened. Paste all 128 digits (0–9, a–f) that you kept when you sealed."
    ),
    "draw.seal": N_(
        "This is not a seal. Nothing was set. Paste the 64 digits (0–9, a–f) that your browser or “tracktwo seal” gave you."
    ),
    "draw.seal_copied": N_(
        "This seal has been set before, in this draw or an earlier one. Nothing was set. Make a new one of your own."
    ),
    "draw.signature": N_(
        "A signature of this beacon has 96 hexadecimal digits. Nothing was drawn. Copy it again from a drand page."
    ),
    "draw.value": N_(
        "This is neither drand’s answer nor a signature. Nothing was drawn. Paste the whole answer for the round, or its signature."
    ),
    "draw.round": N_(
        "This value is of another round. Nothing was drawn. The round of this draw has been fixed since the list was published: %(round)s."
    ),
    "draw.randomness": N_(
        "The randomness does not follow from the signature. Nothing was drawn. Copy the whole answer again, from another drand page."
    ),
    "draw.sources": N_(
        "There must be one line of whole numbers for each of the %(sources)s sources named. Nothing was drawn. Type them again in the order named."
    ),
    "draw.nobody_opened": N_(
        "Nobody opened a seal and there is no public value, so the number would have been known beforehand. Nothing was drawn. End this draw and freeze a new one."
    ),
    "draw.public_key": N_(
        "This is not a public key. Nothing was kept. Paste the 64 digits (0–9, a–f) that “tracktwo affirm --new” printed."
    ),
    "draw.signature_form": N_(
        "This is not a signature. Nothing was kept. Paste the 128 digits (0–9, a–f) that “tracktwo affirm” printed."
    ),
    "draw.signature_false": N_(
        "This signature does not fit your party’s key and this draw. Nothing was kept. Copy the command from the page, with the file of the key that was named, and sign again."
    ),
    "draw.unsigned": N_(
        "Your party has named a key, so its yes has to be signed. Nothing was kept. Sign on your own machine and paste the signature, or withdraw the key."
    ),
    "draw.key_unnamed": N_(
        "Your party has named no key to check this signature with. Nothing was kept. Name the key first, or leave the signature out."
    ),
    "select.key_known": N_(
        "This key stands for a party already. Nothing was changed. Make a key of your own with “tracktwo affirm --new”."
    ),
    "select.key_none": N_("Your party has no key to withdraw. Nothing was changed. Name one first."),
    "affirm.what": N_(
        "Say what to sign: --draw, --party and --h0; or --draw, --party, --h1 and --seal; or --party, --text, --origin, --size and --root. Nothing was signed. Copy the command from its page."
    ),
    "affirm.hash": N_("A hash has 64 hexadecimal digits. Nothing was signed. Copy the command from its page."),
    "affirm.key_file": N_(
        "This is not the file of a key, or it was changed. Nothing was signed. Make one with --new, or look for the right file."
    ),
    "seal.head": N_("H1 has 64 hexadecimal digits. Nothing was sealed. Copy it from the page of the draw."),
    "seal.seed": N_("A seed has 64 hexadecimal digits. Nothing was sealed. Throw again, or leave it out."),
    "seal.exists": N_("That file exists already, and may hold a key. Nothing was sealed. Choose another name."),
    "seal.unwritable": N_("The key could not be written there. Nothing was sealed. Choose a folder you may write to."),
}
