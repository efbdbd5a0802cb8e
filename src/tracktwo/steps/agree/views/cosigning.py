"""The page on which a guarantor co-signs the checkpoint of a frozen text."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponseBase
from django.utils import timezone
from django.utils.translation import gettext as _

from tracktwo.foundation.ledger.cosigning import head_of
from tracktwo.steps.agree import actions
from tracktwo.steps.agree.doors import AgreeDoor
from tracktwo.steps.agree.forms.cosigning import CosignForm
from tracktwo.steps.select.queries.draws import key_of


class Cosign(AgreeDoor):
    """The exact command for a machine of one's own, where its signature is pasted, and who has co-signed."""

    policy = "agree.see"
    deed_policy = "agree.cosign"
    template = "agree/cosign.html"

    def context(self, **more: Any) -> dict[str, Any]:
        text = self.existing()
        if text.frozen_on is None:
            raise Http404
        checkpoint = actions.closing_checkpoint(text)
        done = set(checkpoint.cosignatures.filter(digest=text.digest).values_list("side", flat=True))
        side = self.standing().side if self.may("agree.cosign") else None
        return super().context(
            **{"form": CosignForm(), **more},
            head=head_of(checkpoint),
            root=checkpoint.root,
            cosigner=side,
            has_cosigned=side in done,
            own_key=key_of(self.programme, f"community-{side}") if side else None,
            cosigners=[(number, name, number in done) for number, name in sorted(self.names.items())],
        )

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        form = CosignForm(request.POST)
        if not form.is_valid():
            return self.page(request, status=422, form=form)
        typed = form.cleaned_data["signature"]
        actions.cosign(self.existing(), signature=typed, by=self.standing(), now=timezone.now())
        messages.success(request, _("Your community has co-signed. The closing sheet and the record carry it."))
        return self.back()
