"""The base view: refuses unless a policy is named, answers 404 to whoever does not stand inside."""

from __future__ import annotations

from typing import Any, ClassVar

from django.contrib.auth import logout
from django.core.exceptions import ImproperlyConfigured
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views import View

from tracktwo.foundation.people.models import Account, Compartment, Standing
from tracktwo.foundation.people.policies import can, role_of
from tracktwo.methods.record import Refusal

PUBLIC = "public"
SIGNED_IN = "signed-in"
ASIDE = "aside"


def step_aside(request: HttpRequest, address: str) -> None:
    """Sign out and leave a public page behind: going back on this browser leads there, until somebody signs in."""
    logout(request)
    request.session[ASIDE] = address


class Door(View):
    """One page or deed. Subclasses name ``policy`` for reading and, where they have a deed, ``deed_policy`` for POST.

    ``public`` opens to anyone, ``signed-in`` to any account; everything else is a registered verb asked of the
    compartment that ``find_compartment`` returns. A refusal raised by a deed shows the same page again with its
    sentence, status 422, and what was typed.
    """

    policy: ClassVar[str] = ""
    deed_policy: ClassVar[str] = ""
    template: ClassVar[str] = ""
    refusal: Refusal | None = None
    compartment: Compartment | None = None

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        verb = self.verb(request)
        if verb == PUBLIC:
            return self.answer(request, *args, **kwargs)
        if not request.user.is_authenticated:
            # Whoever stepped aside on this browser left a public page; every door behind leads there, until a sign-in.
            return redirect(request.session.get(ASIDE) or f"{reverse('people:sign_in')}?next={request.path}")
        if verb != SIGNED_IN:
            self.compartment = self.find_compartment(**kwargs)
            if not can(request.user, verb, self.compartment):
                raise Http404
        return self.answer(request, *args, **kwargs)

    def verb(self, request: HttpRequest) -> str:
        """The policy that this request needs; none named means nobody enters."""
        reading = request.method in {"GET", "HEAD", "OPTIONS"}
        named = self.policy if reading else (self.deed_policy or self.policy)
        if not named:
            raise ImproperlyConfigured(f"{type(self).__name__} names no policy")
        return named

    def answer(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        try:
            return super().dispatch(request, *args, **kwargs)
        except Refusal as refusal:
            if request.method in {"GET", "HEAD"}:
                return render(request, "refused.html", {"refusal": refusal}, status=422)
            self.refusal = refusal
            return self.page(request, status=422)

    def find_compartment(self, **kwargs: Any) -> Compartment:
        """The compartment that the address speaks of; 404 where there is none."""
        raise Http404

    def standing(self) -> Standing:
        """By which of their standings the person does this deed (for the record)."""
        if self.compartment is None or not isinstance(self.request.user, Account):
            raise Http404
        return role_of(self.request.user, self.verb(self.request), self.compartment)

    def context(self, **more: Any) -> dict[str, Any]:
        """What the template gets; subclasses add to it."""
        return {"refusal": self.refusal, "view": self, **more}

    def page(self, request: HttpRequest, status: int = 200, **more: Any) -> HttpResponse:
        """The page itself; after a refusal it is shown again with the refusal in it."""
        return render(request, self.template, self.context(**more), status=status)

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        return self.page(request)
