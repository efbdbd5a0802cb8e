"""What a plan is made of: editions, who has to be able to enter, days to keep clear."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from hashlib import sha256

from django.db import transaction

from tracktwo.exchange.conventions import write_conventions
from tracktwo.exchange.delegations import write_delegation as delegation_csv
from tracktwo.exchange.public_holidays import countries_known
from tracktwo.exchange.significant_dates import write_significant_dates
from tracktwo.foundation.ledger.actions import record
from tracktwo.foundation.people.models import Standing
from tracktwo.methods import dates
from tracktwo.methods.record import Refusal
from tracktwo.steps.plan.convert.stored import delegation_value, edition_columns, edition_value
from tracktwo.steps.plan.models import DelegationProfile, Edition, KeptDay, KeptSet
from tracktwo.steps.plan.queries import keepers, kept_table
from tracktwo.steps.programme.models import Community, Programme


@transaction.atomic
def import_conventions(
    programme: Programme,
    editions: Iterable[dates.Edition],
    *,
    replace: bool = False,
    project: bool = True,
    by: Standing,
    now: datetime,
) -> int:
    """Take a list of editions; returns how many the programme knows now.

    Known ones are brought up to date. ``replace`` drops what the list does not hold, except where a workshop stands
    before it. ``project`` adds editions not announced yet in the programme's years, marked as projected.
    """
    given = tuple(editions)
    _check_lengths(given)
    listed = programme.editions.all()
    _drop_projections(programme, given, every=project)
    if replace:
        keep = {edition.key for edition in given}
        gone = [row.pk for row in listed.filter(workshops=None) if edition_value(row).key not in keep]
        listed.filter(pk__in=gone).delete()
    _write(programme, given)
    if project:
        years = range(programme.first_year, programme.last_year + 1)
        known = [edition_value(row) for row in programme.editions.all()]
        _write(programme, dates.project_editions(known, years))
    digest = sha256(write_conventions(given)).hexdigest()
    book = programme.compartment.book
    record("plan.conventions_imported", book=book, role=by.role, at=now, count=len(given), digest=digest)
    return programme.editions.count()


def _drop_projections(programme: Programme, given: tuple[dates.Edition, ...], *, every: bool) -> None:
    """All of them, because they are projected anew; or those whose edition has now been announced."""
    announced = {(edition.association, edition.convention, edition.start.year) for edition in given}
    for row in programme.editions.filter(status="projected", workshops=None):
        if every or (row.association, row.convention, row.start.year) in announced:
            row.delete()


def _write(programme: Programme, editions: Iterable[dates.Edition]) -> None:
    for edition in editions:
        columns = edition_columns(edition)
        key = {name: columns.pop(name) for name in ("association", "convention", "edition")}
        Edition.objects.update_or_create(programme=programme, **key, defaults=columns)


def _check_lengths(editions: Iterable[dates.Edition]) -> None:
    """The door lets long cells through; a page could not show them."""
    room = {field.name: field.max_length for field in Edition._meta.fields if field.get_internal_type() == "CharField"}
    for edition in editions:
        for column, most in room.items():
            if len(getattr(edition, column)) > most:
                raise Refusal("plan.cell_too_long", edition=edition.edition[:20], column=column, most=most)


@transaction.atomic
def write_delegation(
    programme: Programme, lines: Iterable[tuple[Community, str, str, int]], *, by: Standing, now: datetime
) -> None:
    """Say anew how many of each community travel on which passport from where: (community, passport, residence,
    count).
    """
    programme.delegation.all().delete()
    for community, passport, residence, count in lines:
        DelegationProfile.objects.create(
            programme=programme, community=community, passport=passport, residence=residence, count=count
        )
    told = delegation_value(programme.delegation.select_related("community"))
    digest = sha256(delegation_csv(told)).hexdigest()
    record("plan.delegation_written", book=programme.compartment.book, role=by.role, at=now, digest=digest)


@transaction.atomic
def import_kept_days(programme: Programme, days: Iterable[dates.KeepClear], *, by: Standing, now: datetime) -> None:
    """Take a table of days to keep clear in place of the house's; choices that it no longer names fall away."""
    given = tuple(days)
    _check_day_lengths(given)
    programme.kept_days.all().delete()
    KeptDay.objects.bulk_create(
        KeptDay(programme=programme, keeper=day.community, month_day=day.month_day, name=day.name, kind=day.kind)
        for day in given
    )
    KeptSet.objects.filter(community__programme=programme).exclude(keeper__in=["", *keepers(programme)]).delete()
    _record_days(programme, by, now)


def _check_day_lengths(days: Iterable[dates.KeepClear]) -> None:
    for place, day in enumerate(days, start=2):
        for column, said, most in (("community", day.community, 80), ("name", day.name, 160), ("kind", day.kind, 40)):
            if len(said) > most:
                raise Refusal("plan.kept_cell_too_long", row=place, column=column, most=most)


@transaction.atomic
def choose_kept_days(
    programme: Programme,
    choices: Mapping[int, str],
    *,
    holidays: Mapping[int, str] | None = None,
    by: Standing,
    now: datetime,
) -> None:
    """Which of the table's days each community keeps: community number to the table's word, "" for none.

    ``holidays``: the country whose public holidays it keeps too, in the same way.
    """
    known, countries = keepers(programme), holidays or {}
    if set(countries.values()) - countries_known() - {""}:
        raise Refusal("plan.holidays_unknown")
    for community in programme.communities.all():
        keeper, country = (said.get(community.number, "") for said in (choices, countries))
        if keeper and keeper not in known:
            raise Refusal("plan.keeper_unknown")
        if keeper or country:
            kept = {"keeper": keeper, "holidays": country}
            KeptSet.objects.update_or_create(community=community, defaults=kept)
        else:
            KeptSet.objects.filter(community=community).delete()
    _record_days(programme, by, now)


def _record_days(programme: Programme, by: Standing, now: datetime) -> None:
    digest = sha256(write_significant_dates(kept_table(programme))).hexdigest()
    record("plan.kept_days_chosen", book=programme.compartment.book, role=by.role, at=now, digest=digest)
