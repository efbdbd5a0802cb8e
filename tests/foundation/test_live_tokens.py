"""The token of a form that is made beside Django is one that Django takes."""

from __future__ import annotations

from django.middleware.csrf import CSRF_ALLOWED_CHARS, CSRF_TOKEN_LENGTH, _does_token_match

from tracktwo.foundation.live.ready import LETTERS, masked


def test_a_token_is_made_as_django_makes_it_and_another_each_time() -> None:
    secret = LETTERS[:32]
    tokens = {masked(secret) for _each in range(400)}
    assert CSRF_ALLOWED_CHARS == LETTERS
    assert {len(one) for one in tokens} == {CSRF_TOKEN_LENGTH}
    assert all(_does_token_match(one, secret) for one in tokens)
    assert len(tokens) == 400
    assert {letter for one in tokens for letter in one} == set(LETTERS)
