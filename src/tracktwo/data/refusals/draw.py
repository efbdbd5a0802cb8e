"""What the draw says when something handed in cannot count."""

from __future__ import annotations

from tracktwo.data.refusals.words import N_

REFUSALS: dict[str, str] = {
    "draw.alias_repeated": N_(
        "One alias stands in the pool twice. Nothing was frozen. Make the pool again, with an alias of their own for each."
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
    "seal.head": N_("H1 has 64 hexadecimal digits. Nothing was sealed. Copy it from the page of the draw."),
    "seal.seed": N_("A seed has 64 hexadecimal digits. Nothing was sealed. Throw again, or leave it out."),
    "seal.exists": N_("That file exists already, and may hold a key. Nothing was sealed. Choose another name."),
    "seal.unwritable": N_("The key could not be written there. Nothing was sealed. Choose a folder you may write to."),
}
