"""Deeds of step 1."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from hashlib import sha256

from django.db import transaction
from django.utils import timezone

from tracktwo.foundation.ledger.actions import record
from tracktwo.foundation.people.actions import grant
from tracktwo.foundation.people.models import Account, Compartment, Role, Standing
from tracktwo.methods.record import Refusal, canonical_json
from tracktwo.methods.text import check_passage
from tracktwo.steps.programme.actions.screening import screen_programme
from tracktwo.steps.programme.models import Community, GroundRules, Host, Programme

DECLARATION = ("name", "funding", "positions", "affiliations", "ties")


@transaction.atomic
def create_programme(
    creator: Account,
    *,
    title: str,
    description: str,
    language: str,
    years: tuple[int, int],
    communities: Sequence[Mapping[str, str]],
    host: Mapping[str, str],
    now: datetime | None = None,
) -> Programme:
    """Open a programme: its compartment, its communities with the names they accept, its host's declaration.

    ``communities`` holds one mapping of language to name per community, two or more. The creator becomes its convener.
    """
    if len(communities) < 2:
        raise Refusal("programme.two_communities")
    _check_distinct(communities)
    check_passage(title, description, *(name for names in communities for name in names.values()), *host.values())
    compartment = Compartment.objects.create()
    programme = Programme.objects.create(
        compartment=compartment,
        title=title,
        description=description,
        language=language,
        first_year=years[0],
        last_year=years[1],
    )
    for number, names in enumerate(communities, start=1):
        Community.objects.create(programme=programme, number=number, names=dict(names))
    Host.objects.create(programme=programme, **{part: host[part] for part in DECLARATION})
    by = grant(creator, compartment, Role.CONVENER)
    record("programme.created", book=compartment.book, role=by.role, at=now, communities=len(communities))
    return programme


def _check_distinct(communities: Sequence[Mapping[str, str]]) -> None:
    for language in {language for names in communities for language in names}:
        given = [names[language].casefold() for names in communities if language in names]
        if len(set(given)) < len(given):
            raise Refusal("programme.same_name")


@transaction.atomic
def describe_programme(
    programme: Programme, *, title: str, description: str, host: Mapping[str, str], by: Standing
) -> None:
    """Change the words a programme goes by; the record keeps only their digest."""
    check_passage(title, description, *host.values())
    programme.title, programme.description = title, description
    programme.save(update_fields=["title", "description"])
    for part in DECLARATION:
        setattr(programme.host, part, host[part])
    programme.host.save()
    words = canonical_json({"title": title, "description": description, **{part: host[part] for part in DECLARATION}})
    record("programme.described", book=programme.compartment.book, role=by.role, digest=sha256(words).hexdigest())
    screen_programme(programme, by=by, now=timezone.now())


def lock(programme: Programme) -> Programme:
    """One adoption at a time, so that two at once get two numbers."""
    return Programme.objects.select_for_update().get(pk=programme.pk)


@transaction.atomic
def adopt_rules(
    programme: Programme, texts: Mapping[str, Sequence[str]], *, by: Standing, now: datetime
) -> GroundRules:
    """Adopt a new version of the ground rules. Every language given holds the same number of rules.

    Words that are in force already, as when a form comes twice, are no new version: everybody would have to sign anew.
    """
    counts = {language: len(lines) for language, lines in texts.items() if lines}
    if not counts:
        raise Refusal("programme.rules_empty")
    if len(set(counts.values())) > 1:
        raise Refusal("programme.rules_uneven", counts=", ".join(f"{c}: {n}" for c, n in sorted(counts.items())))
    kept = {language: list(texts[language]) for language in counts}
    digest, stands = sha256(canonical_json(kept)).hexdigest(), lock(programme).rules.order_by("version").last()
    if stands is not None and stands.digest == digest:
        return stands
    version = stands.version + 1 if stands else 1
    rules = GroundRules.objects.create(programme=programme, version=version, texts=kept, digest=digest, adopted_at=now)
    record("rules.adopted", book=programme.compartment.book, role=by.role, at=now, version=version, digest=digest)
    return rules
