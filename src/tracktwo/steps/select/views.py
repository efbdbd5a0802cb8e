"""Pages of step 3."""

from __future__ import annotations

from functools import cached_property
from hashlib import sha256
from importlib.resources import files
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _

from tracktwo.exchange.pools import read_question
from tracktwo.foundation.jobs.queries import latest
from tracktwo.foundation.people.models import Account, Role
from tracktwo.foundation.people.policies import can
from tracktwo.methods.record import Refusal
from tracktwo.steps.plan.models import Workshop
from tracktwo.steps.programme.doors import ProgrammeDoor
from tracktwo.steps.programme.queries import list_communities
from tracktwo.steps.select import actions
from tracktwo.steps.select.convert import (
    chance_view,
    chances_of,
    community_names,
    members_by_label,
    quota_lines,
    quota_view,
)
from tracktwo.steps.select.forms import (
    LARGEST_FILE,
    ComputeForm,
    ConsentForm,
    GatherForm,
    PracticeForm,
    ProposeForm,
    QuotasForm,
)
from tracktwo.steps.select.models import Cohort, Nomination, Pool
from tracktwo.steps.select.pictures import chance_picture, quota_picture
from tracktwo.steps.select.queries import (
    access_cohorts,
    access_pools,
    count_by_state,
    current_pool,
    kept_cohort,
    latest_cohort,
    list_nominations,
    nomination_of,
    workshop_to_fill,
)


class SelectDoor(ProgrammeDoor):
    step = 3

    @cached_property
    def workshop(self) -> Workshop | None:
        return workshop_to_fill(self.programme, timezone.localdate())

    def may(self, verb: str) -> bool:
        return can(self.request.user, verb, self.programme.compartment)

    def names(self) -> dict[str, str]:
        return community_names(list_communities(self.programme, timezone.localdate()))

    def account(self) -> Account:
        if not isinstance(self.request.user, Account):
            raise Http404
        return self.request.user

    def filled(self) -> Workshop:
        if self.workshop is None:
            raise Refusal("select.no_workshop")
        return self.workshop


class About(SelectDoor):
    """How far the selection is; a nominee sees the own nomination and nothing else."""

    policy = "select.enter"
    template = "select/about.html"

    def context(self, **more: Any) -> dict[str, Any]:
        if not self.may("select.see"):
            return super().context(
                own=True, nomination=nomination_of(self.programme, self.account()), **self._own(), **more
            )
        workshop = self.workshop
        pools = [current_pool(workshop, kind) for kind in Pool.Kind.values] if workshop else []
        return super().context(
            own=False,
            workshop=workshop,
            states=count_by_state(self.programme),
            nominations=list_nominations(self.programme, self._own_side()),
            pools=[(pool, latest_cohort(pool)) for pool in pools if pool],
            gathered=next((pool for pool in pools if pool and pool.kind == Pool.Kind.NOMINEES), None),
            kept=[one for one in map(kept_cohort, self.programme.workshops.all()) if one],
            may_change=self.may("select.change"),
            may_list=self.may("select.see"),
            **more,
        )

    def _own_side(self) -> int | None:
        """A guarantor sees the own community's nominations, the third party all."""
        held = self.account().standings.filter(compartment=self.programme.compartment)
        if held.exclude(role=Role.GUARANTOR).exists():
            return None
        return held.values_list("side", flat=True).first()

    def _own(self) -> dict[str, Any]:
        alias = self.account().alias
        cohort = (
            Cohort.objects.filter(
                pool__workshop__programme=self.programme, kept_at__isnull=False, pool__members__label=alias
            )
            .order_by("-kept_at")
            .first()
        )
        return {"own_cohort": cohort, "own_chance": chances_of(cohort).get(alias) if cohort else None}


class Propose(SelectDoor):
    policy = "select.change"
    template = "select/propose.html"
    form: ProposeForm | None = None

    def context(self, **more: Any) -> dict[str, Any]:
        return super().context(form=self.form or ProposeForm(programme=self.programme), **more)

    def post(self, request: HttpRequest, key: str) -> HttpResponseBase:
        self.form = ProposeForm(request.POST, programme=self.programme)
        if not self.form.is_valid():
            return self.page(request, status=422)
        by, now = self.standing(), timezone.now()
        nomination = actions.propose(
            self.programme, self.form.cleaned_data["community"], self.form.identity(), by=by, now=now
        )
        code = actions.invite(nomination, by=by, now=now)
        self.form = None
        return self.page(request, code=code)


class Answer(SelectDoor):
    """The nominee's own page: what it means, yes with what the quotas look at, or no."""

    policy = "select.own"
    template = "select/answer.html"
    form: ConsentForm | None = None

    def own(self) -> Nomination:
        nomination = nomination_of(self.programme, self.account())
        if nomination is None:
            raise Refusal("select.not_nominated")
        return nomination

    def context(self, **more: Any) -> dict[str, Any]:
        nomination = nomination_of(self.programme, self.account())
        return super().context(nomination=nomination, form=self.form or ConsentForm(), **more)

    def post(self, request: HttpRequest, key: str) -> HttpResponseBase:
        nomination, by, now = self.own(), self.standing(), timezone.now()
        if request.POST.get("answer") == "no":
            actions.decline(nomination, by=by, now=now)
            messages.success(request, _("You have declined. What was kept about you has been destroyed."))
            return redirect("select:about", key)
        self.form = ConsentForm(request.POST)
        if not self.form.is_valid():
            return self.page(request, status=422)
        actions.consent(nomination, self.account(), self.form.cleaned_data, by=by, now=now)
        messages.success(request, _("You are in the pool. You can read here how the cohort is chosen."))
        return redirect("select:about", key)


class Gather(SelectDoor):
    """Make the pool of all who consented."""

    policy = "select.change"
    template = "select/gather.html"
    form: GatherForm | None = None

    def context(self, **more: Any) -> dict[str, Any]:
        return super().context(
            form=self.form or GatherForm(), workshop=self.workshop, states=count_by_state(self.programme), **more
        )

    def post(self, request: HttpRequest, key: str) -> HttpResponseBase:
        self.form = GatherForm(request.POST)
        if not self.form.is_valid():
            return self.page(request, status=422)
        pool = actions.gather_pool(
            self.filled(), self.form.cleaned_data["seats"], by=self.standing(), now=timezone.now()
        )
        return redirect("select:pool", key, pool.pk)


class Practice(SelectDoor):
    """Read a practice file through the CSV door; every bad row is named, and nothing is half-written."""

    policy = "select.change"
    template = "select/practice.html"
    form: PracticeForm | None = None

    def context(self, **more: Any) -> dict[str, Any]:
        return super().context(form=self.form or PracticeForm(), workshop=self.workshop, **more)

    def post(self, request: HttpRequest, key: str) -> HttpResponseBase:
        self.form = PracticeForm(request.POST, request.FILES)
        if not self.form.is_valid():
            return self.page(request, status=422)
        pool, quotas = (self._content(part) for part in ("pool", "quotas"))
        question = read_question(pool, quotas, self.form.cleaned_data["seats"])
        kept = actions.import_practice(
            self.filled(), question, sha256(pool + quotas).hexdigest(), by=self.standing(), now=timezone.now()
        )
        messages.success(request, _("The practice pool is read: %(count)s rows.") % {"count": len(question.people)})
        return redirect("select:pool", key, kept.pk)

    def _content(self, part: str) -> bytes:
        if self.form is None or self.form.cleaned_data.get("house"):
            return files("tracktwo.data").joinpath("practice", f"{part}.csv").read_bytes()
        # One byte more than allowed is enough for the door to say that there is too much.
        content: bytes = self.form.cleaned_data[part].read(LARGEST_FILE + 1)
        return content


class PoolPage(SelectDoor):
    """One pool: its quotas, and asking for a cohort."""

    policy = "select.see"
    deed_policy = "select.change"
    template = "select/pool.html"
    form: QuotasForm | None = None
    compute: ComputeForm | None = None

    @cached_property
    def pool(self) -> Pool:
        pool = access_pools(self.programme).filter(pk=self.kwargs["pool"]).first()
        if pool is None:
            raise Http404
        return pool

    def find_compartment(self, **kwargs: Any) -> Any:
        compartment = super().find_compartment(**kwargs)
        if self.pool.workshop.programme_id != self.programme.pk:
            raise Http404
        return compartment

    def context(self, **more: Any) -> dict[str, Any]:
        cohort = latest_cohort(self.pool)
        return super().context(
            pool=self.pool,
            people=self.pool.members.count(),
            form=self.form or QuotasForm(lines=quota_lines(self.pool, self.names())),
            compute=self.compute or ComputeForm(),
            cohort=cohort,
            work=latest("select.compute_cohort", cohort.pk) if cohort else None,
            may_change=self.may("select.change"),
            **more,
        )

    def post(self, request: HttpRequest, key: str, pool: int) -> HttpResponseBase:
        self.form = QuotasForm(request.POST, lines=quota_lines(self.pool, self.names()))
        if not self.form.is_valid():
            return self.page(request, status=422)
        actions.set_quotas(self.pool, self.form.ranges(), by=self.standing(), now=timezone.now())
        messages.success(request, _("The quotas are set. Compute a cohort to see what they do."))
        return redirect("select:pool", key, pool)


class Compute(PoolPage):
    def post(self, request: HttpRequest, key: str, pool: int) -> HttpResponseBase:
        self.compute = ComputeForm(request.POST)
        if not self.compute.is_valid():
            return self.page(request, status=422)
        cohort = actions.ask_for_cohort(self.pool, **self.compute.cleaned_data, now=timezone.now())
        return redirect("select:cohort", key, cohort.pk)


class CohortPage(SelectDoor):
    """The explanation: who was drawn, how likely everybody was, what the quotas did, and what is proven."""

    policy = "select.see"
    deed_policy = "select.change"
    template = "select/cohort.html"

    @cached_property
    def cohort(self) -> Cohort:
        cohort = access_cohorts(self.programme).filter(pk=self.kwargs["cohort"]).first()
        if cohort is None:
            raise Http404
        return cohort

    def find_compartment(self, **kwargs: Any) -> Any:
        compartment = super().find_compartment(**kwargs)
        if self.cohort.pool.workshop.programme_id != self.programme.pk:
            raise Http404
        return compartment

    def context(self, **more: Any) -> dict[str, Any]:
        return super().context(
            cohort=self.cohort,
            pool=self.cohort.pool,
            work=latest("select.compute_cohort", self.cohort.pk),
            may_change=self.may("select.change"),
            **(self._explained() if self.cohort.computed_at else {}),
            **more,
        )

    def _explained(self) -> dict[str, Any]:
        names, members = self.names(), members_by_label(self.cohort.pool)
        own_side = None if self.may("select.change") else self._guarantor_side()
        drawn = [members[label] for label in self.cohort.result["cohort"]]
        visible = [one for one in drawn if not own_side or one.attributes.get("community") in {None, str(own_side)}]
        quotas, chances = quota_view(self.cohort, names), chance_view(self.cohort, names)
        return {
            "drawn": visible,
            "hidden": len(drawn) - len(visible),
            "people": len(members),
            "result": self.cohort.result,
            "percent": float(self.cohort.result["min_probability"]) * 100,
            "bound_percent": float(self.cohort.result["bound"]) * 100,
            "quotas": quota_picture(quotas),
            "chances": chance_picture(chances),
        }

    def _guarantor_side(self) -> int | None:
        held = self.account().standings.filter(compartment=self.programme.compartment)
        if held.exclude(role=Role.GUARANTOR).exists():
            return None
        return held.values_list("side", flat=True).first()

    def post(self, request: HttpRequest, key: str, cohort: int) -> HttpResponseBase:
        seats = actions.keep_cohort(self.cohort, by=self.standing(), now=timezone.now())
        messages.success(request, _("The cohort stands: %(count)s seats.") % {"count": len(seats)})
        return redirect("prepare:about", key)


class Proof(CohortPage):
    """The draw as a file that repeats itself without us. It holds labels, so only the third party gets it."""

    policy = "select.change"

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not self.cohort.proof:
            raise Http404
        answer = HttpResponse(self.cohort.proof, content_type="application/json")
        answer["Content-Disposition"] = f'attachment; filename="draw-{self.cohort.pk}.proof.json"'
        return answer
