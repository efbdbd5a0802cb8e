"""Draws, and who takes part in them as whom."""

from __future__ import annotations

import json
from datetime import datetime

from django.db.models import Q, QuerySet

from tracktwo.exchange.proofs import write_receipt
from tracktwo.foundation.people.models import Account, Role
from tracktwo.foundation.vault.slips import read_slip
from tracktwo.methods.record import Refusal
from tracktwo.steps.plan.convert.hours import day_at, latest_day
from tracktwo.steps.plan.models import Workshop
from tracktwo.steps.programme.models import Programme
from tracktwo.steps.select.convert.draws import HOST, drawn_labels, freeze_of, tree_of
from tracktwo.steps.select.models import Draw, PartyKey, Pool, Slip


def access_draws(programme: Programme) -> QuerySet[Draw]:
    found = Draw.objects.filter(pool__workshop__programme=programme)
    return found.select_related("pool__workshop__programme").prefetch_related("seals", "yeses")


def draw_under_way(workshop: Workshop) -> Draw | None:
    """The one draw of a workshop that is neither seated nor ended."""
    return Draw.objects.filter(pool__workshop=workshop, stands_at=None, ended_at=None).last()


def latest_draw(pool: Pool) -> Draw | None:
    return pool.draws.filter(ended_at=None).last()


def last_standing(workshop: Workshop) -> Draw | None:
    """The newest draw whose cohort sits, for whose drop-outs a fresh one is made."""
    kinds = (Draw.Kind.COHORT, Draw.Kind.REPLACEMENT)
    return Draw.objects.filter(pool__workshop=workshop, stands_at__isnull=False, kind__in=kinds).last()


def alternates_draw(workshop: Workshop) -> Draw | None:
    """The newest draw of alternates that stands; a fresh one takes its place."""
    return Draw.objects.filter(pool__workshop=workshop, stands_at__isnull=False, kind=Draw.Kind.ALTERNATES).last()


def alternates_standing(workshop: Workshop) -> list[str] | None:
    """Whom that draw found, without those who withdrew or sit by now; None where the cohort was not drawn."""
    if last_standing(workshop) is None:
        return None
    draw = alternates_draw(workshop)
    return _still_free(draw) if draw else []


def _still_free(draw: Draw) -> list[str]:
    labels = drawn_labels(draw)
    seated = draw.pool.workshop.seats.values_list("account__alias", flat=True)
    willing = draw.pool.members.filter(label__in=labels, nomination__state="consented")
    return sorted(willing.exclude(label__in=list(seated)).values_list("label", flat=True))


def parties_of(programme: Programme) -> list[str]:
    """Every community's guarantors are one party, the host is another."""
    return [*(f"community-{one.number}" for one in programme.communities.order_by("number")), HOST]


def key_of(programme: Programme, party: str) -> PartyKey | None:
    """The key that the party has named and not withdrawn."""
    return PartyKey.objects.filter(programme=programme, party=party, withdrawn_at=None).first()


def party_of(programme: Programme, account: Account) -> str:
    """As which party the account takes part; nothing for everybody else. A guarantor is never the host as well."""
    held = account.standings.filter(compartment=programme.compartment)
    guarantor = held.filter(role=Role.GUARANTOR, side__isnull=False).first()
    if guarantor is not None:
        return f"community-{guarantor.side}"
    return HOST if held.filter(role=Role.CONVENER).exists() else ""


def list_own_draws(programme: Programme, account: Account) -> list[Draw]:
    """Draws whose frozen pool has a row of this person."""
    draws = access_draws(programme).filter(ended_at=None, pool__members__label=account.alias)
    return [draw for draw in draws if any(row[0] == account.alias for row in draw.frozen["rows"])]


def over_and_unsealed(programme: Programme) -> QuerySet[Draw]:
    """Draws that stand or were ended, and whose rows are still in the database."""
    over = Q(stands_at__isnull=False) | Q(ended_at__isnull=False)
    return access_draws(programme).filter(over).exclude(secret="").order_by("pk")


def slip_place(draw: Draw, alias: str) -> str:
    """The name under which a person's slip is locked, and alone opens."""
    return f"{Slip._meta.db_table}|{draw.code}|{alias}"


def own_receipt(draw: Draw, alias: str) -> bytes:
    """A person's receipt: made of the rows while the draw is under way, out of the person's slip afterwards.

    Refuses ``select.rows_destroyed`` and ``vault.unreadable``.
    """
    slip = draw.slips.filter(alias=alias).first()
    if slip is not None:
        compartment = draw.pool.workshop.programme.compartment
        return read_slip(compartment, slip_place(draw, alias), bytes(slip.locked)).encode()
    return write_receipt(freeze_of(draw), tree_of(draw).receipt_for(alias))


def own_features(draw: Draw, alias: str) -> dict[str, str]:
    """What the own row says; of one that was destroyed, the community alone."""
    try:
        told: dict[str, str] = json.loads(json.loads(own_receipt(draw, alias))["row"])["features"]
    except Refusal:
        return next(dict(row[1]) for row in draw.frozen["rows"] if row[0] == alias)
    return told


def open_draws(programme: Programme, now: datetime) -> list[Draw]:
    """Draws that wait for somebody, of workshops that have not begun at their place."""
    near = Q(pool__workshop__starts_on__gt=latest_day(now))
    found = access_draws(programme).filter(near, stands_at=None, ended_at=None)
    return [one for one in found if one.pool.workshop.starts_on > day_at(one.pool.workshop, now)]
