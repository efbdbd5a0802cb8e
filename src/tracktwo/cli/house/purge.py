"""``tracktwo purge``: destroying everything that identifies when no page can be reached."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from tracktwo.cli.house.opening import DEFAULT_DATA_DIR, DataDir, open_house
from tracktwo.running.clock import utc_now

if TYPE_CHECKING:
    from tracktwo.foundation.people.models import Account, Compartment

Key = Annotated[str, typer.Option("--programme", help="Key of the programme, where the house has several.")]


def purge(data: DataDir = DEFAULT_DATA_DIR, programme: Key = "") -> None:
    """Destroy everything that identifies in a programme, at once and for good. Two people type their passphrases."""
    open_house(data)
    from tracktwo.foundation.people.policies import role_of
    from tracktwo.foundation.vault.purge import WORDS, ask_purge, confirm_purge

    place = _place(programme)
    typer.echo("Lost for good: names, contacts, notes, passports, journeys, ways home, all sessions, open invitations.")
    typer.echo("What stays: the record, aliases, texts. Copies that lie elsewhere are not reached.")
    first = _somebody("The convener", "vault.purge_ask", place)
    second = _somebody("A guarantor or vault officer", "vault.purge_confirm", place)
    word, now = typer.prompt(f"Type “{WORDS['en']}”"), utc_now()
    ask_purge(place, word, account=first, by=role_of(first, "vault.purge_ask", place), now=now)
    confirm_purge(place, word, account=second, by=role_of(second, "vault.purge_confirm", place), now=now)
    typer.echo("Destroyed. Now destroy the copies of the keystore that lie elsewhere.")


def _place(key: str) -> Compartment:
    from tracktwo.methods.record import Refusal
    from tracktwo.steps.programme.models import Programme

    every = Programme.objects.order_by("pk").select_related("compartment")
    found = list(every.filter(key=key) if key else every)
    if len(found) != 1:
        raise Refusal("transmit.which_programme", count=len(found))
    return found[0].compartment


def _somebody(who: str, verb: str, place: Compartment) -> Account:
    """Alias and passphrase, as at the door; whoever may not is told no more than whoever mistyped."""
    from django.contrib.auth import authenticate

    from tracktwo.foundation.people.models import Account
    from tracktwo.foundation.people.policies import can
    from tracktwo.methods.record import Refusal

    alias = typer.prompt(f"{who}: alias")
    account = authenticate(None, username=alias, password=typer.prompt("Passphrase", hide_input=True))
    if not isinstance(account, Account) or not can(account, verb, place):
        raise Refusal("people.sign_in_wrong")
    return account
