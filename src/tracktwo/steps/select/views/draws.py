"""The page of a draw: the same for host and guarantors, on a telephone and on the wall."""

from __future__ import annotations

from datetime import timedelta
from functools import cached_property
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.utils import timezone

from tracktwo.exchange.proofs import write_proof
from tracktwo.foundation.jobs.queries import latest
from tracktwo.foundation.live.fragments import LiveFragment
from tracktwo.foundation.people.models import Role, Standing
from tracktwo.foundation.vault.queries import is_founded, is_sealed
from tracktwo.methods.draw import Stage
from tracktwo.steps.plan.convert.hours import zone_of
from tracktwo.steps.programme.queries import list_communities
from tracktwo.steps.select.actions import audits, seals
from tracktwo.steps.select.actions import draws as deeds
from tracktwo.steps.select.convert import in_words
from tracktwo.steps.select.convert.ceremony import chances_in, face_of, withheld_names
from tracktwo.steps.select.convert.draws import HOST, ceremony_of, drawn_labels, number_of
from tracktwo.steps.select.forms.draws import AffirmForm, FreezeForm, OpenForm, PublishForm, SealForm, ValueForm
from tracktwo.steps.select.models import Draw
from tracktwo.steps.select.pictures import chance_picture
from tracktwo.steps.select.queries.draws import access_draws, draw_under_way, key_of, latest_draw, party_of
from tracktwo.steps.select.views.doors import SelectDoor
from tracktwo.steps.select.views.pool import PoolPage

FORMS = {"affirm": AffirmForm, "publish": PublishForm, "seal": SealForm, "open": OpenForm, "draw": ValueForm}


class Freeze(PoolPage):
    """Step 1 begins on the pool: what freezing means, and the one deed."""

    policy = "select.change"
    template = "select/draw_freeze.html"

    def context(self, **more: Any) -> dict[str, Any]:
        under_way = draw_under_way(self.pool.workshop)
        return super().context(freeze=FreezeForm(), under_way=under_way, latest=latest_draw(self.pool), **more)

    def post(self, request: HttpRequest, key: str, pool: int) -> HttpResponseBase:
        form = FreezeForm(request.POST)
        if not form.is_valid():
            return self.page(request, status=422)
        draw = deeds.freeze_draw(self.pool, form.cleaned_data["objective"], by=self.standing(), now=timezone.now())
        return redirect("select:draw", key, draw.pk)


class DrawDoor(SelectDoor):
    """A draw of this programme, or nothing."""

    policy = "select.see"

    @cached_property
    def draw(self) -> Draw:
        draw = access_draws(self.programme).filter(pk=self.kwargs["draw"]).first()
        if draw is None:
            raise Http404
        return draw

    def answer(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Hours of a draw are read and typed by the clock of the place, as those of its workshop are."""
        with timezone.override(zone_of(self.draw.pool.workshop) or timezone.get_current_timezone()):
            return super().answer(request, *args, **kwargs)

    def find_compartment(self, **kwargs: Any) -> Any:
        compartment = super().find_compartment(**kwargs)
        if self.draw.pool.workshop.programme_id != self.programme.pk:
            raise Http404
        return compartment


class DrawPage(DrawDoor):
    template = "select/draw.html"
    form: Any = None
    show = False

    def context(self, **more: Any) -> dict[str, Any]:
        now, draw = timezone.now(), self.draw
        # A deed may have changed what was read when the address was looked up.
        draw.refresh_from_db()
        draw._prefetched_objects_cache = {}
        names = [(one.number, one.name) for one in list_communities(self.programme, timezone.localdate())]
        party = party_of(self.programme, self.account())
        face = face_of(draw, party, names, self._people(), now)
        work = latest("select.list_draw", draw.pk)
        refused = work.refusal if work and draw.listed is None else None
        return super().context(
            draw=draw,
            workshop_drawn=draw.pool.workshop,
            place=zone_of(draw.pool.workshop),
            own_key=key_of(self.programme, party) if party else None,
            face=face,
            show=self.show,
            vault_open=is_founded() and not is_sealed(now),
            withheld=withheld_names(draw, face.parties) if face.stage >= Stage.BEACON else "",
            form=self.form or self._form(face.task),
            chances=None if isinstance(self, Now) or self.show else self._chances(),
            why_not=in_words(refused, draw.pool, self.names()),
            **self._result(face.stage),
            **more,
        )

    def _chances(self) -> Any:
        view = chances_in(self.draw, self.names())
        return chance_picture(view) if view else None

    def _form(self, task: str) -> Any:
        if task == "publish":
            now = timezone.localtime()
            ends = {"sealed_until": now + timedelta(days=1), "opened_until": now + timedelta(days=2)}
            return PublishForm(initial={**ends, "beacon": "drand"})
        return FORMS[task]() if task in FORMS else None

    def _people(self) -> dict[str, str]:
        """Who stands for which party, by alias."""
        held = Standing.objects.filter(
            compartment=self.programme.compartment, role__in=(Role.GUARANTOR, Role.CONVENER)
        ).select_related("account")
        found: dict[str, list[str]] = {}
        for one in held:
            code = f"community-{one.side}" if one.role == Role.GUARANTOR else HOST
            found.setdefault(code, []).append(one.account.alias)
        return {code: ", ".join(sorted(aliases)) for code, aliases in found.items()}

    def _result(self, stage: int) -> dict[str, Any]:
        """The cohort: leaf numbers for everybody, aliases of the own community for a guarantor, of all for the host."""
        number = number_of(self.draw) if stage == Stage.STANDS else None
        if number is None:
            return {"number": None}
        labels = drawn_labels(self.draw)
        if self.draw.kind == Draw.Kind.ALTERNATES:
            labels = []
        side = self.own_side()
        visible = self.draw.pool.members.filter(label__in=labels)
        if side is not None:
            visible = visible.filter(nomination__community__number=side)
        return {
            "number": number,
            "leaves": self.draw.listed["cohorts"][number.index],
            "drawn": sorted(visible.values_list("label", flat=True)),
            "hidden": len(labels) - visible.count(),
        }


class Now(LiveFragment, DrawPage):
    """The part that asks for itself. Deadlines pass without a deed, so the tag knows the minute."""

    template = "select/draw_now.html"

    def room(self) -> tuple[str, object]:
        return deeds.ROOM, self.draw.pk

    def tag(self) -> str:
        minute = int(timezone.now().timestamp()) // 20
        return f'{super().tag()[:-1]}.{minute}.{self.show:d}"'


class Show(DrawPage):
    """For the wall: the same, larger and without forms."""

    template = "select/draw_show.html"
    show = True


class ShowNow(Now):
    show = True


class DrawDeed(DrawPage):
    """A deed of a party, sent from the page; a refusal shows the page again."""

    deed_policy = "select.draw"

    @property
    def party(self) -> str:
        return party_of(self.programme, self.account())

    def done(self) -> HttpResponseBase:
        return redirect("select:draw", self.programme.key, self.draw.pk)

    def typed(self, form: Any) -> Any:
        """The cleaned form, or None with the form kept to be shown again."""
        self.form = form
        return form.cleaned_data if form.is_valid() else None


class Affirm(DrawDeed):
    def post(self, request: HttpRequest, key: str, draw: int) -> HttpResponseBase:
        said = self.typed(AffirmForm(request.POST))
        if said is None:
            return self.page(request, status=422)
        deeds.affirm_freeze(self.draw, self.party, **said, by=self.standing(), now=timezone.now())
        return self.done()


class Publish(DrawDeed):
    deed_policy = "select.change"

    def post(self, request: HttpRequest, key: str, draw: int) -> HttpResponseBase:
        said = self.typed(PublishForm(request.POST))
        if said is None:
            return self.page(request, status=422)
        deeds.publish_list(self.draw, **said, by=self.standing(), now=timezone.now())
        return self.done()


class End(DrawDeed):
    deed_policy = "select.change"

    def post(self, request: HttpRequest, key: str, draw: int) -> HttpResponseBase:
        deeds.end_draw(self.draw, by=self.standing(), now=timezone.now())
        return redirect("select:about", key)


class SetSeal(DrawDeed):
    def post(self, request: HttpRequest, key: str, draw: int) -> HttpResponseBase:
        said = self.typed(SealForm(request.POST))
        # Whatever was typed as a key is never sent back.
        self.form = SealForm()
        if said is None:
            return self.page(request, status=422)
        seals.set_seal(self.draw, self.party, **said, by=self.standing(), now=timezone.now())
        return self.done()


class OpenSeal(DrawDeed):
    def post(self, request: HttpRequest, key: str, draw: int) -> HttpResponseBase:
        said = self.typed(OpenForm(request.POST))
        if said is None:
            return self.page(request, status=422)
        seals.open_seal(self.draw, self.party, key=said["key"], by=self.standing(), now=timezone.now())
        return self.done()


class Finish(DrawDeed):
    deed_policy = "select.change"

    def post(self, request: HttpRequest, key: str, draw: int) -> HttpResponseBase:
        said = self.typed(ValueForm(request.POST))
        if said is None:
            return self.page(request, status=422)
        seals.draw_cohort(self.draw, value=said["value"], by=self.standing(), now=timezone.now())
        return self.done()


class Stand(DrawDeed):
    deed_policy = "select.change"

    def post(self, request: HttpRequest, key: str, draw: int) -> HttpResponseBase:
        seals.let_stand(self.draw, by=self.standing(), now=timezone.now())
        return self.done()


class Fresh(DrawDeed):
    """A fresh draw after this one: for seats given up, or for two alternates."""

    deed_policy = "select.change"

    def post(self, request: HttpRequest, key: str, draw: int) -> HttpResponseBase:
        begin = deeds.freeze_alternates if request.POST.get("kind") == "alternates" else deeds.freeze_replacement
        fresh = begin(self.draw.pool.workshop, by=self.standing(), now=timezone.now())
        return redirect("select:draw", key, fresh.pk)


class AskAudit(DrawDeed):
    def post(self, request: HttpRequest, key: str, draw: int) -> HttpResponseBase:
        audits.ask_audit(self.draw, self.party, by=self.standing(), now=timezone.now())
        return self.done()


class OpenAudit(DrawDeed):
    """The audit file out of the vault; that it was opened stands in the record before it is read."""

    def post(self, request: HttpRequest, key: str, draw: int) -> HttpResponseBase:
        if self.party == HOST:
            raise Http404
        content = audits.open_audit(self.draw, self.party, by=self.standing(), now=timezone.now())
        return as_file(content, f"draw-{self.draw.code}.audit.json")


class Alternates(DrawDeed):
    """The sealed names of two alternates, read once for a form; the reading stands in the record."""

    deed_policy = "select.change"

    def post(self, request: HttpRequest, key: str, draw: int) -> HttpResponseBase:
        names = seals.read_alternates(self.draw, by=self.standing(), now=timezone.now())
        return self.page(request, alternates=names)


class Proof(DrawDoor):
    """The public proof: no alias, no feature. For everybody inside who has to do with the selection."""

    policy = "select.enter"

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        return as_file(write_proof(ceremony_of(self.draw)), f"draw-{self.draw.code}.proof.json")


class Audit(DrawDoor):
    """Features without aliases, for guarantors, when those of every community have asked; while the draw goes on."""

    policy = "select.draw"

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        party = party_of(self.programme, self.account())
        if party == HOST or not audits.is_audit_open(self.draw):
            raise Http404
        return as_file(audits.audit_of(self.draw), f"draw-{self.draw.code}.audit.json")


def as_file(content: bytes, name: str) -> HttpResponse:
    answer = HttpResponse(content, content_type="application/json")
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer
