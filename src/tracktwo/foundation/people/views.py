"""The doors: sign in, join by code, sign out, change the language."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.contrib.auth import logout
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase, HttpResponseRedirect
from django.shortcuts import redirect
from django.utils import timezone, translation
from django.utils.http import url_has_allowed_host_and_scheme

from tracktwo.foundation.people import actions
from tracktwo.foundation.people.doors import PUBLIC, SIGNED_IN, Door
from tracktwo.foundation.people.entering import let_in, recognise, speak
from tracktwo.foundation.people.forms import JoinForm, SignInForm
from tracktwo.foundation.people.known_browsers import remember_browser
from tracktwo.foundation.people.models import Account


def _onward(request: HttpRequest) -> HttpResponse:
    """To where the person wanted to go, never to another host."""
    address = request.POST.get("next") or request.GET.get("next") or ""
    if url_has_allowed_host_and_scheme(address, allowed_hosts={request.get_host()}, require_https=request.is_secure()):
        # Not ``redirect``: it takes a word without a slash for the name of a page, and breaks on one it does not know.
        return HttpResponseRedirect(address)
    return redirect(settings.LOGIN_REDIRECT_URL)


class SignIn(Door):
    policy = PUBLIC
    template = "people/sign_in.html"
    form: SignInForm | None = None

    def context(self, **more: Any) -> dict[str, Any]:
        return super().context(form=self.form or SignInForm(), next=self.request.GET.get("next", ""), **more)

    def post(self, request: HttpRequest) -> HttpResponseBase:
        self.form = SignInForm(request.POST)
        if not self.form.is_valid():
            return self.page(request, status=422)
        alias, passphrase = self.form.cleaned_data["alias"].strip(), self.form.cleaned_data["passphrase"]
        account = recognise(request, alias, passphrase)
        let_in(request, account)
        onward = speak(_onward(request), account.language)
        remember_browser(onward, account.alias)
        return onward


class Join(Door):
    """One neutral address for everyone: no token, no topic, no name in it."""

    policy = PUBLIC
    template = "people/join.html"
    form: JoinForm | None = None

    def context(self, **more: Any) -> dict[str, Any]:
        return super().context(form=self.form or JoinForm(), **more)

    def post(self, request: HttpRequest) -> HttpResponseBase:
        self.form = JoinForm(request.POST)
        if not self.form.is_valid():
            return self.page(request, status=422)
        typed = self.form.cleaned_data
        account = actions.join(
            typed["code"], typed["alias"], typed["passphrase"], translation.get_language() or "en", now=timezone.now()
        )
        let_in(request, account)
        onward = redirect(settings.LOGIN_REDIRECT_URL)
        remember_browser(onward, account.alias)
        return onward


class SignOut(Door):
    policy = SIGNED_IN

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        return redirect(settings.LOGIN_REDIRECT_URL)

    def post(self, request: HttpRequest) -> HttpResponseBase:
        logout(request)
        return redirect(settings.LOGOUT_REDIRECT_URL)


class Language(Door):
    policy = PUBLIC

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        return redirect(settings.LOGIN_REDIRECT_URL)

    def post(self, request: HttpRequest, code: str) -> HttpResponseBase:
        if code not in dict(settings.LANGUAGES):
            raise Http404
        if isinstance(request.user, Account):
            request.user.language = code
            request.user.save(update_fields=["language"])
        return speak(_onward(request), code)
