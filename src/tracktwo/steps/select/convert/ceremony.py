"""What the page of a draw shows: six steps and what each prevents, who has sealed and opened, what waits for whom."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from fractions import Fraction

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from tracktwo.documents.charts.chance_histogram import ChanceGroup, ChanceView
from tracktwo.documents.tree import Side
from tracktwo.methods.draw import Stage, list_withheld
from tracktwo.steps.select.convert.draws import HOST, reveals_of, stage_of, value_at
from tracktwo.steps.select.models import Draw, DrawYes


@dataclass(frozen=True)
class StepFace:
    name: str
    state: str
    words: str
    prevents: str


@dataclass(frozen=True)
class PartyFace:
    """One party: ``side`` is 0 for the host; ``sealed`` and ``opened`` are short forms of 64 digits, or empty."""

    code: str
    name: str
    who: str
    side: int
    sealed: str
    opened: str
    state: str
    words: str
    path: str
    rest: str
    y: int


@dataclass(frozen=True)
class Face:
    """``task``: what waits for the reader (affirm, publish, seal, open, draw, stand), or nothing."""

    stage: int
    steps: tuple[StepFace, ...]
    parties: tuple[PartyFace, ...]
    task: str
    party: str
    until: datetime | None
    left: str
    value_at: datetime | None
    no_network: bool
    void: bool
    audit_said: bool
    audit_open: bool
    audit_sealed: bool
    audit_asked: bool
    height: int
    middle: int

    @property
    def waits_for(self) -> str:
        """The parties that have not done what this step asks, by name."""
        return ", ".join(one.name for one in self.parties if one.state == "waiting")


def short(digits: str) -> str:
    """First and last eight of many digits."""
    return f"{digits[:4]} {digits[4:8]} … {digits[-8:-4]} {digits[-4:]}" if digits else ""


def face_of(draw: Draw, party: str, names: Sequence[tuple[int, str]], people: Mapping[str, str], now: datetime) -> Face:
    """``names``: communities in the order of the day; ``people``: aliases by party; ``party``: the reader's, or
    nothing.
    """
    stage = stage_of(draw, now)
    beacon = (draw.beacon or {}).get("kind", "")
    until = {Stage.COMMIT: draw.sealed_until, Stage.REVEAL: draw.opened_until}.get(stage)
    ready = value_at(draw) if draw.beacon else None
    if stage == Stage.BEACON and ready and ready > now:
        until = ready
    parties = _parties(draw, stage, names, people)
    opened = any(one.key for one in draw.seals.all())
    void = stage == Stage.BEACON and beacon == "none" and not opened
    asked = {one.party for one in draw.yeses.all() if one.what == DrawYes.What.AUDIT}
    sides = {code for code in draw.parties if code != HOST}
    return Face(
        stage=stage,
        steps=_steps(draw, stage, beacon, len(parties)),
        parties=parties,
        task="" if draw.ended_at else _task(draw, stage, party, void, ready, now),
        party=party,
        until=until,
        left=_left(until, now),
        value_at=ready,
        no_network=beacon == "none",
        void=void,
        audit_said=party in asked,
        audit_open=bool(draw.secret) and sides <= asked,
        audit_sealed=draw.audit is not None,
        audit_asked=sides <= asked,
        height=50 * len(parties),
        middle=25 * len(parties) + 7,
    )


def _task(draw: Draw, stage: Stage, party: str, void: bool, ready: datetime | None, now: datetime) -> str:
    said = {one.party for one in draw.yeses.all() if one.what == DrawYes.What.FREEZE}
    seals = {one.party: one for one in draw.seals.all()}
    if stage == Stage.FREEZE:
        return "affirm" if party and party not in said else ""
    if stage == Stage.PUBLISH:
        return "publish" if party == HOST else ""
    if stage == Stage.COMMIT:
        return "seal" if party and party not in seals else ""
    if stage == Stage.REVEAL:
        return "open" if party in seals and not seals[party].key else ""
    if stage == Stage.BEACON:
        late = ready is not None and now < ready
        return "" if late or party != HOST else "end" if void else "draw"
    return "stand" if party == HOST and draw.stands_at is None else ""


def _steps(draw: Draw, stage: Stage, beacon: str, parties: int) -> tuple[StepFace, ...]:
    seals = list(draw.seals.all())
    opened = sum(bool(one.key) for one in seals)
    said = sum(one.what == DrawYes.What.FREEZE for one in draw.yeses.all())
    people = len(draw.frozen["rows"])
    words = {
        1: ngettext("%(n)s person", "%(n)s people", people) % {"n": people},
        2: _cohorts(draw) if draw.published_at else _("%(n)s of %(all)s affirm") % {"n": said, "all": parties},
        3: _("%(n)s of %(all)s") % {"n": len(seals), "all": parties},
        4: _("%(n)s of %(all)s") % {"n": opened, "all": parties},
        5: _("none, by choice")
        if beacon == "none"
        else _("round %(n)s") % {"n": draw.beacon["round"]}
        if beacon == "drand"
        else "",
        6: ngettext("%(n)s seat", "%(n)s seats", draw.seats) % {"n": draw.seats},
    }
    told = ((1, _("Pool frozen")), (2, _("List published")), (3, _("Seals set")), (4, _("Seals opened")),
            (5, _("Public value")), (6, _("Draw stands")))  # fmt: skip
    return tuple(
        StepFace(name, _state(number, stage), words[number], _prevents(number, beacon)) for number, name in told
    )


def _cohorts(draw: Draw) -> str:
    cohorts = len(draw.listed["cohorts"])
    return ngettext("%(n)s cohort", "%(n)s cohorts", cohorts) % {"n": cohorts}


def _state(number: int, stage: Stage) -> str:
    if number < stage or stage == Stage.STANDS:
        return "done"
    return "waiting" if number == stage else "not-begun"


def _prevents(number: int, beacon: str) -> str:
    if number == 5 and beacon == "none":
        return _("Given up here: without a public value, whoever opens last could choose between two numbers.")
    return {
        1: _("Nobody can add, drop or change a row afterwards, nor a quota."),
        2: _("Nobody can change the list once numbers are known; each side checks it with its own program."),
        3: _("Nobody can choose a number knowing the others’, nor copy a seal."),
        4: _("Nobody can stop or repeat the draw: a seal left shut counts as empty and is named."),
        5: _("Nobody can decide by leaving a seal shut: the public value comes afterwards, so it is done blindly."),
        6: _("No second try and no list of substitutes: a seat given up later gets a fresh draw."),
    }[number]


def _parties(
    draw: Draw, stage: Stage, names: Sequence[tuple[int, str]], people: Mapping[str, str]
) -> tuple[PartyFace, ...]:
    seals = {one.party: one for one in draw.seals.all()}
    said = {one.party: bool(one.signature) for one in draw.yeses.all() if one.what == DrawYes.What.FREEZE}
    named = [(f"community-{number}", number, name) for number, name in names]
    order = [one for one in named if one[0] in draw.parties] + [(HOST, 0, _("Host"))]
    middle = 25 * len(order) + 7
    faces = []
    for place, (code, side, name) in enumerate(order):
        seal, y = seals.get(code), 32 + 50 * place
        state, words = _standing(draw, stage, seal, code in said, said.get(code, False))
        faces.append(
            PartyFace(
                code=code,
                name=name,
                who=people.get(code, ""),
                side=side,
                sealed=short(seal.seal) if seal else "",
                opened=short(seal.key) if seal and seal.key else "",
                state=state,
                words=words,
                path=f"M0 {y}H330C470 {y} 470 {middle} 600 {middle}H960" if seal and seal.key else f"M0 {y}H248",
                rest="" if seal and seal.key else f"M264 {y}H330C470 {y} 470 {middle} 600 {middle}H960",
                y=y,
            )
        )
    return tuple(faces)


def _standing(draw: Draw, stage: Stage, seal: object, has_said: bool, is_signed: bool) -> tuple[str, str]:
    opened = bool(getattr(seal, "key", ""))
    if stage <= Stage.PUBLISH:
        return (
            ("done", _("Affirmed, signed") if is_signed else _("Affirmed"))
            if has_said
            else ("waiting", _("Waiting for a yes"))
        )
    if stage == Stage.COMMIT:
        signed = bool(getattr(seal, "signature", ""))
        return (
            ("done", _("Sealed, signed") if signed else _("Sealed")) if seal else ("waiting", _("Waiting for a seal"))
        )
    if opened:
        return "done", _("Open, fits the seal")
    if stage == Stage.REVEAL and seal:
        return "waiting", _("Waiting for the key")
    return "not-begun", _("Shut, counts as empty") if seal else _("No seal, counts as empty")


def _left(until: datetime | None, now: datetime) -> str:
    if until is None or until <= now:
        return ""
    minutes = -(-int((until - now).total_seconds()) // 60)
    return f"{minutes // 60}:{minutes % 60:02}"


def chances_in(draw: Draw, names: Mapping[str, str]) -> ChanceView | None:
    """Chances by community, once the list is published."""
    if not draw.published_at:
        return None
    own: dict[str, list[float]] = {}
    for alias, features, _groups, _score in draw.frozen["rows"]:
        own.setdefault(features.get("community", ""), []).append(float(Fraction(draw.listed["chances"][alias])))
    sides = sorted(own)
    if len(sides) > 3 or any(side not in names for side in sides):
        return ChanceView((ChanceGroup(Side(_("the pool"), 1), tuple(sum(own.values(), []))),))
    return ChanceView(tuple(ChanceGroup(Side(names[side], int(side)), tuple(own[side])) for side in sides))


def withheld_names(draw: Draw, parties: Sequence[PartyFace]) -> str:
    """Who counts as empty, by name."""
    held = list_withheld(draw.parties, reveals_of(draw))
    return ", ".join(one.name for one in parties if one.code in held)
