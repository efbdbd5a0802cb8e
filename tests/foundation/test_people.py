"""Accounts, invitations, patience, sessions, and the base view that refuses by default."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.contrib.auth.hashers import make_password
from django.contrib.sessions.models import Session
from django.core.exceptions import ImproperlyConfigured
from django.db import IntegrityError, transaction
from django.http import HttpRequest
from django.test import Client, RequestFactory
from django.urls import reverse
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from tests.cast import NOW, Cast, person
from tracktwo.foundation.ledger.models import Entry
from tracktwo.foundation.people import actions, policies
from tracktwo.foundation.people.codes import BYTES_IN_A_CODE, code_from, hash_code, normalise
from tracktwo.foundation.people.doors import Door
from tracktwo.foundation.people.forms import JoinForm
from tracktwo.foundation.people.known_browsers import find_browser
from tracktwo.foundation.people.models import Account, Invitation, Patience, Role, Standing
from tracktwo.methods.record import Refusal

GOOD = "slate under lichen"


@pytest.fixture
def invitation(cast: Cast) -> str:
    by = cast.by(cast.convener, "programme.people")
    return actions.issue_invitation(cast.programme.compartment, Role.PARTICIPANT, 2, by=by, now=NOW)[1]


def test_an_account_has_no_column_for_a_name_or_an_address() -> None:
    assert sorted(field.name for field in Account._meta.get_fields() if field.concrete) == [
        "alias", "folded", "id", "is_active", "joined_on", "language", "password",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Wagtail", "wagtail"),
        ("Дрозд", "дрозд"),
        ("Соловей", "СОЛОВЕЙ"),
        ("Їжак", "І\u0308жак"),
        ("Oak tree", "oak  tree"),
    ],
)
def test_an_alias_stands_once_whatever_its_letters(db: None, first: str, second: str) -> None:
    person(first)
    with pytest.raises(IntegrityError), transaction.atomic():
        person(second)


def test_a_telephone_that_writes_no_capitals_lets_everybody_in(db: None) -> None:
    Account.objects.create_account("Сіра чапля", GOOD)
    typed = {"alias": "сіра чапля", "passphrase": GOOD}
    assert Client().post(reverse("people:sign_in"), typed).status_code == 302


@given(st.binary(min_size=BYTES_IN_A_CODE, max_size=BYTES_IN_A_CODE))
def test_a_code_is_four_words_that_survive_being_typed_by_hand(entropy: bytes) -> None:
    code = code_from(entropy)
    typed = "  " + code.upper().replace(" ", "-") + " "
    assert (len(code.split()), normalise(typed), hash_code(typed, "k")) == (4, code, hash_code(code, "k"))


def test_a_code_is_kept_only_as_a_keyed_hash(invitation: str) -> None:
    row = Invitation.objects.get()
    assert invitation not in str(row.__dict__)
    assert row.code_hash == hash_code(invitation, actions.settings.SECRET_KEY)


def test_joining_gives_the_role_of_the_invitation_and_uses_it_up(cast: Cast, invitation: str) -> None:
    account = actions.join(invitation, "Dotterel", GOOD, "uk", now=NOW)
    standing = Standing.objects.get(account=account)
    assert (standing.role, standing.side, standing.compartment) == ("participant", 2, cast.programme.compartment)
    with pytest.raises(Refusal) as refused:
        actions.join(invitation, "Ruff", GOOD, "uk", now=NOW)
    assert refused.value == Refusal("people.code_unknown")


def test_a_code_older_than_72_hours_opens_nothing(invitation: str) -> None:
    with pytest.raises(Refusal) as refused:
        actions.join(invitation, "Dotterel", GOOD, "en", now=NOW + timedelta(hours=72, seconds=1))
    assert (refused.value, Account.objects.filter(alias="Dotterel").exists()) == (
        Refusal("people.code_unknown"),
        False,
    )


def test_an_alias_taken_leaves_the_code_good(cast: Cast, invitation: str) -> None:
    with pytest.raises(Refusal, match=r"people\.alias_taken"):
        actions.join(invitation, "hazel", GOOD, "en", now=NOW)
    assert actions.join(invitation, "Dotterel", GOOD, "en", now=NOW).alias == "Dotterel"


def test_the_record_says_who_joined_by_role_and_never_by_alias(cast: Cast, invitation: str) -> None:
    actions.join(invitation, "Dotterel", GOOD, "en", now=NOW)
    leaves = " ".join(Entry.objects.values_list("leaf", flat=True))
    assert ('"deed":"account.joined"' in leaves, "Dotterel" in leaves) == (True, False)


def test_wrong_passphrases_delay_one_account_and_nobody_else(cast: Cast) -> None:
    Account.objects.create_account("Dotterel", GOOD)
    Account.objects.create_account("Ruff", GOOD)
    client = Client()

    def sign_in(alias: str, passphrase: str) -> int:
        return client.post(reverse("people:sign_in"), {"alias": alias, "passphrase": passphrase}).status_code

    tries = [sign_in("Dotterel", "wrong wrong wrong") for _try in range(5)]
    assert tries == [422] * 5
    assert (sign_in("Dotterel", GOOD), sign_in("Ruff", GOOD)) == (422, 302)


def try_sign_in(client: Client, alias: str, passphrase: str) -> int:
    return client.post(reverse("people:sign_in"), {"alias": alias, "passphrase": passphrase}).status_code


def test_a_browser_that_has_signed_in_waits_for_no_stranger(db: None) -> None:
    """Whoever knows an alias can make other strangers wait, and not the person whose alias it is."""
    Account.objects.create_account("Dotterel", GOOD)
    own, stranger, new = Client(), Client(), Client()
    try_sign_in(own, "Dotterel", GOOD)
    assert [try_sign_in(stranger, "Dotterel", f"guess number {n}") for n in range(8)] == [422] * 8
    found = [try_sign_in(client, "dotterel ", GOOD) for client in (stranger, new, own)]
    assert found == [422, 422, 302]


def test_a_browser_that_has_signed_in_waits_for_its_own_mistakes(db: None) -> None:
    """Whoever takes the browser guesses as slowly as anybody."""
    Account.objects.create_account("Dotterel", GOOD)
    own, other = Client(), Client()
    try_sign_in(own, "Dotterel", GOOD)
    assert [try_sign_in(own, "Dotterel", f"guess number {n}") for n in range(5)] == [422] * 5
    assert (try_sign_in(own, "Dotterel", GOOD), try_sign_in(other, "Dotterel", GOOD)) == (422, 302)


def test_a_browser_is_known_for_its_own_alias_and_by_no_forged_word(db: None) -> None:
    Account.objects.create_account("Dotterel", GOOD)
    own, forged = Client(), Client()
    own.post(reverse("people:sign_in"), {"alias": "Dotterel", "passphrase": GOOD})
    word = own.cookies["browser"].value
    forged.cookies["browser"] = word[:-1] + ("a" if word[-1] != "a" else "b")
    asked = [(own, "Dotterel"), (own, "Ruff"), (forged, "Dotterel"), (Client(), "Dotterel")]
    assert [bool(find_browser(request_of(client), alias)) for client, alias in asked] == [True, False, False, False]


def request_of(client: Client) -> HttpRequest:
    request = RequestFactory().get("/")
    request.COOKIES = {name: cookie.value for name, cookie in client.cookies.items()}
    return request


def test_the_cookie_of_a_browser_names_nobody_and_no_hour(db: None) -> None:
    """Two for one account share nothing, and neither holds the alias or the time."""
    words = []
    for client in (Client(), Client()):
        Account.objects.get_or_create(alias="Dotterel", defaults={"password": make_password(GOOD)})
        client.post(reverse("people:sign_in"), {"alias": "Dotterel", "passphrase": GOOD})
        words.append(client.cookies["browser"].value.split(":"))
    assert [len(parts) for parts in words] == [2, 2]
    assert not set(words[0]) & set(words[1])
    assert "otterel" not in str(words)


def test_whoever_joins_is_known_in_that_browser(cast: Cast) -> None:
    by, client = cast.by(cast.convener, "programme.people"), Client()
    compartment = cast.programme.compartment
    _one, code = actions.issue_invitation(compartment, Role.PARTICIPANT, 2, by=by, now=timezone.now())
    client.post(reverse("people:join"), {"code": code, "alias": "Dotterel", "passphrase": GOOD})
    assert find_browser(request_of(client), "Dotterel")


@pytest.mark.parametrize("tries", [20, 120])
def test_patience_grows_and_never_beyond_a_minute(db: None, tries: int) -> None:
    for _try in range(tries):
        actions.lose_patience("door", now=NOW)
    until = Patience.objects.get(door="door").until
    assert until is not None
    assert until - NOW == actions.LONGEST_WAIT


def test_a_room_that_joins_together_and_mistypes_waits_for_nobody(invitation: str) -> None:
    for number in range(actions.FREE_CODES):
        with pytest.raises(Refusal, match=r"people\.code_unknown"):
            actions.join("mistyped by somebody", f"Wader {number}", GOOD, "en", now=NOW)
    assert actions.join(invitation, "Dotterel", GOOD, "en", now=NOW).alias == "Dotterel"
    assert not Patience.objects.exists()  # a right code opens the door for everybody


def test_whoever_guesses_codes_is_slowed_down_and_keeps_nobody_out_for_long(invitation: str) -> None:
    now = NOW
    for _try in range(actions.FREE_CODES + 20):
        with pytest.raises(Refusal, match=r"people\.code_unknown"):
            actions.join("guess after guess", "Wader", GOOD, "en", now=now)
        now += actions.LONGEST_WAIT_FOR_A_CODE
    with pytest.raises(Refusal, match=r"people\.wait"):
        actions.join(invitation, "Dotterel", GOOD, "en", now=now - timedelta(seconds=1))
    assert actions.join(invitation, "Dotterel", GOOD, "en", now=now).alias == "Dotterel"


def test_the_alias_is_no_passphrase(db: None) -> None:
    form = JoinForm({"code": "a b c d", "alias": "Golden plover", "passphrase": "golden-plover"})
    assert list(form.errors) == ["passphrase"]
    assert JoinForm({"code": "a b c d", "alias": "Golden plover", "passphrase": GOOD}).is_valid()


def test_forty_people_behind_one_address_with_a_quarter_of_typos_all_get_in(db: None) -> None:
    for number in range(40):
        account = person(f"Wader {number}")
        account.set_password(GOOD)
        account.save()
    client = Client(REMOTE_ADDR="10.0.0.1")

    def sign_in(number: int, passphrase: str) -> int:
        typed = {"alias": f"Wader {number}", "passphrase": passphrase}
        return client.post(reverse("people:sign_in"), typed).status_code

    wrong = [sign_in(number, "typo") for number in range(0, 40, 4)]
    right = [sign_in(number, GOOD) for number in range(40)]
    assert (wrong, right) == ([422] * 10, [302] * 40)


@pytest.fixture
def signed_in(cast: Cast) -> Client:
    account = Account.objects.create_account("Dotterel", GOOD)
    actions.grant(account, cast.programme.compartment, Role.FACILITATOR)
    client = Client()
    client.post(reverse("people:sign_in"), {"alias": "dotterel", "passphrase": GOOD})
    return client


def shift_session(client: Client, **seconds: int) -> None:
    session = client.session
    for mark, back in seconds.items():
        session[mark] = session[mark] - back
    session.save()


@pytest.mark.parametrize(
    ("shift", "status"), [({"seen": 28 * 60}, 200), ({"seen": 30 * 60}, 302), ({"began": 8 * 3600}, 302)]
)
def test_a_session_ends_after_half_an_hour_idle_and_after_eight_hours(
    cast: Cast, signed_in: Client, shift: dict[str, int], status: int
) -> None:
    shift_session(signed_in, **shift)
    assert signed_in.get(reverse("site:programme", args=[cast.programme.key])).status_code == status


def test_a_screen_that_asks_by_itself_keeps_no_session_alive(cast: Cast, signed_in: Client) -> None:
    shift_session(signed_in, seen=25 * 60)
    address = reverse("site:programme", args=[cast.programme.key])
    before = signed_in.session["seen"]
    signed_in.get(address, headers={"X-Live": "poll"})
    polled = signed_in.session["seen"]
    signed_in.get(address)
    assert (polled, signed_in.session["seen"] > before) == (before, True)


def test_signing_in_never_leads_to_another_host(cast: Cast) -> None:
    Account.objects.create_account("Dotterel", GOOD)
    answer = Client().post(
        reverse("people:sign_in"), {"alias": "Dotterel", "passphrase": GOOD, "next": "https://example.org/"}
    )
    assert answer["Location"] == "/"


def test_the_language_is_kept_for_the_account_and_the_browser(signed_in: Client) -> None:
    signed_in.post(reverse("people:language", args=["uk"]))
    assert Account.objects.get(alias="Dotterel").language == "uk"
    assert 'lang="uk"' in signed_in.get(reverse("site:help")).content.decode()


def test_a_view_without_a_policy_lets_nobody_in(rf: RequestFactory) -> None:
    with pytest.raises(ImproperlyConfigured):
        Door.as_view()(rf.get("/"))


def test_a_verb_nobody_registered_is_a_mistake_not_a_no(cast: Cast) -> None:
    with pytest.raises(KeyError):
        policies.can(cast.convener, "programme.burn", cast.programme.compartment)


def test_two_rooms_cannot_disagree_about_a_verb(cast: Cast) -> None:
    with pytest.raises(ValueError, match=r"programme\.see"):
        policies.register("programme.see", {Role.CONVENER})
    assert policies.can(cast.facilitator, "programme.see", cast.programme.compartment)


def test_a_standing_in_a_programme_reaches_into_its_rooms_and_never_out_of_them(cast: Cast) -> None:
    room = cast.programme.compartment.rooms.create()
    guest = person("Guest")
    actions.grant(guest, room, Role.CONVENER)
    assert (
        policies.can(cast.convener, "programme.change", room),
        policies.can(guest, "programme.change", room),
        policies.can(guest, "programme.change", cast.programme.compartment),
    ) == (True, True, False)


def test_an_account_that_was_closed_may_nothing(cast: Cast) -> None:
    cast.convener.is_active = False
    assert not policies.can(cast.convener, "programme.see", cast.programme.compartment)


def test_no_hour_of_a_sign_in_is_kept(cast: Cast, signed_in: Client) -> None:
    assert timezone.now().strftime("%H:%M") not in str(Account.objects.filter(alias="Dotterel").values())


def test_a_session_keeps_the_hour_and_no_minute_of_a_deed(cast: Cast, signed_in: Client) -> None:
    signed_in.get(reverse("site:programme", args=[cast.programme.key]))
    kept = Session.objects.get(pk=signed_in.session.session_key)
    expiry = kept.expire_date
    marks = kept.get_decoded()
    assert (expiry.minute, expiry.second, expiry.microsecond) == (0, 0, 0)
    assert [marks[mark] % 60 for mark in ("began", "seen")] == [0, 0]


def test_whoever_signs_in_clears_away_the_sessions_that_have_run_out(cast: Cast, signed_in: Client) -> None:
    Session.objects.update(expire_date=timezone.now() - timedelta(minutes=1))
    Account.objects.create_account("Ruff", GOOD)
    Client().post(reverse("people:sign_in"), {"alias": "ruff", "passphrase": GOOD})
    assert Session.objects.count() == 1
