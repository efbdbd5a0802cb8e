"""Nominations, pools and cohorts as the tests of step 3 need them, made by the deeds themselves."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from tests.cast import NOW, Cast
from tests.steps.workshops import a_workshop
from tracktwo.foundation.people.models import Account
from tracktwo.foundation.people.policies import role_of
from tracktwo.steps.plan.models import Workshop
from tracktwo.steps.select import actions
from tracktwo.steps.select.convert import ATTRIBUTES
from tracktwo.steps.select.models import Cohort, Nomination, Pool

NUMBER = "00112233445566778899"
POOL = "id,community\n" + "".join(f"{side}{place},{side}\n" for side in "AB" for place in range(1, 5))
QUOTAS = "feature,value,min,max\ncommunity,A,2,2\ncommunity,B,2,2\n"


def coming_workshop(cast: Cast) -> Workshop:
    return a_workshop(cast, timezone.localdate() + timedelta(days=90))


def attributes(place: int = 0) -> dict[str, str]:
    return {feature: values[place % len(values)] for feature, values in ATTRIBUTES.items()}


def nominate(cast: Cast, account: Account, side: int, **identity: str) -> Nomination:
    """Propose somebody who has an account already; the contact is plainly invented."""
    told = {"name": f"Invented {account.alias}", "contact": f"{account.pk}@example.invalid"} | identity
    nomination = actions.propose(
        cast.programme,
        cast.programme.communities.get(number=side),
        told,
        by=cast.by(cast.convener, "select.change"),
        now=NOW,
    )
    actions.address_to(nomination, account)
    return nomination


def say_yes(cast: Cast, nomination: Nomination, place: int = 0) -> None:
    account = nomination.account
    by = role_of(account, "select.own", cast.programme.compartment)
    actions.consent(nomination, account, attributes(place), by=by, now=NOW)


def nominees(cast: Cast) -> list[Nomination]:
    """Every participant of the cast, proposed and consenting."""
    made = [(nominate(cast, account, side)) for side, accounts in cast.participants.items() for account in accounts]
    for place, nomination in enumerate(made):
        say_yes(cast, nomination, place)
    return made


def gather(cast: Cast, workshop: Workshop, seats: int) -> Pool:
    return actions.gather_pool(workshop, seats, by=cast.by(cast.convener, "select.change"), now=NOW)


def compute(pool: Pool, objective: str = "maximin", number: str = NUMBER) -> Cohort:
    cohort = actions.ask_for_cohort(pool, objective, number, now=NOW)
    cohort.refresh_from_db()
    return cohort


def keep(cast: Cast, cohort: Cohort) -> list[Any]:
    return actions.keep_cohort(cohort, by=cast.by(cast.convener, "select.change"), now=NOW)


def url(cast: Cast, name: str, *more: Any) -> str:
    return reverse(f"select:{name}", args=[cast.programme.key, *more])


def speaking(client: Client, language: str) -> Client:
    client.cookies[settings.LANGUAGE_COOKIE_NAME] = language
    return client


def upload(
    client: Client, cast: Cast, pool: str | bytes = POOL, quotas: str | bytes = QUOTAS, seats: int = 4, **more: Any
) -> HttpResponse:
    """Send two files through the door of the practice page."""
    sent = {
        name: SimpleUploadedFile(f"{name}.csv", content.encode() if isinstance(content, str) else content)
        for name, content in {"pool": pool, "quotas": quotas}.items()
    }
    return client.post(url(cast, "practice"), {"seats": seats, **sent, **more})


def practice_pool(cast: Cast, workshop: Workshop, **files: Any) -> Pool:
    answer = upload(cast.client(cast.convener), cast, **files)
    assert answer.status_code == 302, answer.content.decode()[-2000:]
    return Pool.objects.filter(workshop=workshop, kind=Pool.Kind.PRACTICE).latest("id")


def compute_on_page(cast: Cast, pool: Pool, objective: str = "maximin") -> Cohort:
    answer = cast.client(cast.convener).post(url(cast, "compute", pool.pk), {"objective": objective, "number": NUMBER})
    assert answer.status_code == 302
    return Cohort.objects.filter(pool=pool).latest("id")


def ranges(pool: Pool, **changed: tuple[int, int]) -> Mapping[tuple[str, str], tuple[int, int]]:
    """All quotas of a pool with some changed; keys as ``feature__value``."""
    now = {(one.feature, one.value): (one.least, one.most) for one in pool.quotas.all()}
    return now | {tuple(key.split("__")): ends for key, ends in changed.items()}
