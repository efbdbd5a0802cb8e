"""The leak lint of the demonstration: taught once, and a clause in which one hit was let stand and others wait."""

from __future__ import annotations

from tracktwo.foundation.vault.actions import seal, unseal
from tracktwo.methods.text import from_data
from tracktwo.site.demo.stage import VAULT_PASSPHRASE, Stage
from tracktwo.steps.agree import actions
from tracktwo.steps.agree.models import Text
from tracktwo.steps.agree.queries.leaks import find_leaks

FIFTH = (
    "A list of the archives that the conflict in Ukraine has closed is kept by the Institute of Fieldstones, which "
    "neither community runs."
)
REASON = "It is named as the keeper of the list, which it publishes itself; nobody is said to work there."


def teach(stage: Stage) -> None:
    """An officer opens the vault and seals it again: from then on the lint works sealed."""
    unseal({"demonstration": VAULT_PASSPHRASE}, by=stage.by("Basalt", "vault.open"), now=stage.now)
    seal(by=stage.by("Basalt", "vault.open"), now=stage.now)


def name_an_institute(stage: Stage, text: Text) -> None:
    """The rapporteur drafts a clause that the lint stops, and says why its institute may stand."""
    actions.draft_clause(text, FIFTH)
    text.refresh_from_db()
    by = stage.by("Juniper", "agree.lint")
    for one in find_leaks(text, from_data(text.state)).faces:
        if one.stops:
            actions.let_hit_stand(text, one.mark, reason=REASON, by=by, now=stage.now)
