"""The agenda on the desk: its lines, its words, and what one press of the editor makes of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from tracktwo.methods.floor import (
    KELMAN,
    SUSTAINED,
    Line,
    Lines,
    add_line,
    drop_line,
    give_time,
    move_line,
    set_shares,
    whole,
)
from tracktwo.methods.record import Refusal
from tracktwo.methods.text import composed
from tracktwo.steps.programme.convert.phases import (
    PARTS,
    name_of_part,
    phase_label,
    phase_notes,
    phase_purpose,
    words_language,
)

LONGEST = {"label": 60, "purpose": 200, "notes": 600}
MOST_PHASES = 20
TEMPLATES = {"kelman": KELMAN, "sustained": SUSTAINED}
KNOWN_WORDS = {"label": phase_label, "purpose": phase_purpose, "notes": phase_notes}
KNOWN = tuple(phase.key for phases in TEMPLATES.values() for phase in phases)


@dataclass(frozen=True)
class Sheet:
    """An agenda as it lies on the desk. ``words`` holds what was written for a phase instead of the house's words."""

    lines: Lines
    words: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    origin: str = "kelman"

    @property
    def phases(self) -> list[list[str | int]]:
        return [[line.key, line.share] for line in self.lines]


def sheet_of(phases: Sequence[Sequence[object]], words: Mapping[str, Mapping[str, str]], origin: str) -> Sheet:
    """From what a row keeps; phases of no share are left out."""
    lines = tuple(Line(str(key), int(str(share))) for key, share in phases if int(str(share)) > 0)
    return Sheet(lines, words, origin)


def template_sheet(name: str) -> Sheet:
    """A template of the house. Refuses ``programme.template_unknown``."""
    if name not in TEMPLATES:
        raise Refusal("programme.template_unknown")
    return Sheet(tuple(Line(phase.key, phase.weight) for phase in TEMPLATES[name]), {}, name)


def edited(sheet: Sheet, typed: Mapping[str, str], language: str, step: int = 1) -> Sheet:
    """After one press: first everything typed into the fields, then the button, which is called ``do``.

    Refuses ``floor.*`` as the methods do, ``programme.share_not_number``, ``programme.words_long``,
    ``programme.phase_nameless``, ``programme.phases_full``.
    """
    sheet = with_words(with_shares(sheet, typed), typed, language)
    way, _, key = typed.get("do", "").partition(":")
    lines = sheet.lines
    place = next((place for place, line in enumerate(lines) if line.key == key), 0)
    match way:
        case "up" | "down":
            return replace(sheet, lines=move_line(lines, key, place + (1 if way == "down" else -1)))
        case "longer" | "shorter":
            return replace(sheet, lines=give_time(lines, key, step if way == "longer" else -step))
        case "off":
            return replace(sheet, lines=drop_line(lines, key))
        case "move":
            return replace(sheet, lines=move_line(lines, typed.get("moved", ""), _number(typed.get("to", "0"))))
        case "add":
            return _with_phase(sheet, typed.get("phase", ""))
        case "own":
            return _with_own_phase(sheet, typed.get("own", ""), language)
    return sheet


def with_shares(sheet: Sheet, typed: Mapping[str, str]) -> Sheet:
    """Shares that were typed are kept as they are; those left alone adapt."""
    given = {line.key: _number(typed[f"share_{line.key}"]) for line in sheet.lines if f"share_{line.key}" in typed}
    wanted = {line.key: given[line.key] for line in sheet.lines if given.get(line.key, line.share) != line.share}
    return replace(sheet, lines=set_shares(sheet.lines, wanted)) if wanted else sheet


def with_words(sheet: Sheet, typed: Mapping[str, str], language: str) -> Sheet:
    """Name, purpose and notes of each phase; words left as they are read in this language are not kept twice.

    What was first written in another language stays beside them, for whoever reads that, or a third.
    """
    words = {key: dict(own) for key, own in sheet.words.items()}
    for line in sheet.lines:
        for part, known in KNOWN_WORDS.items():
            name = f"{part}_{line.key}"
            if part == "label" and not words.get(line.key, {}).get("label"):
                continue  # the house's own phases keep their names
            if name in typed and (text := _tidy(typed[name], part)) != known(line.key, sheet.words):
                own = words.setdefault(line.key, {})
                if part == "label" and not text:
                    raise Refusal("programme.phase_nameless")
                own |= {name_of_part(part, language, own): text, "language": own.get("language", language)}
    return replace(sheet, words={key: own for key, own in words.items() if set(own) - {"language"}})


def _with_phase(sheet: Sheet, key: str) -> Sheet:
    if key not in (*KNOWN, *sheet.words):
        raise Refusal("floor.line_unknown")
    return replace(sheet, lines=add_line(_with_room(sheet), key))


def _with_own_phase(sheet: Sheet, label: str, language: str) -> Sheet:
    label = _tidy(label, "label")
    if not label:
        raise Refusal("programme.phase_nameless")
    number = 1 + max((int(key.removeprefix("own-")) for key in sheet.words if key.startswith("own-")), default=0)
    key = f"own-{number}"
    words = {**sheet.words, key: {"label": label, "language": language}}
    return replace(sheet, lines=add_line(_with_room(sheet), key), words=words)


def _with_room(sheet: Sheet) -> Lines:
    if len(sheet.lines) >= MOST_PHASES:
        raise Refusal("programme.phases_full", most=MOST_PHASES)
    return sheet.lines


def _tidy(text: str, part: str) -> str:
    tidy = composed(text, LONGEST[part])
    if len(tidy) > LONGEST[part]:
        raise Refusal("programme.words_long", length=len(tidy), most=LONGEST[part])
    return tidy


def _number(typed: str) -> int:
    if not (typed.isascii() and typed.isdigit() and len(typed) < 6):
        raise Refusal("programme.share_not_number")
    return int(typed)


@dataclass(frozen=True)
class LineFace:
    """One phase in the editor, and its stretch of the strip (of 1000 units)."""

    key: str
    label: str
    purpose: str
    notes: str
    share: int
    language: str  # of its name
    purpose_language: str
    notes_language: str
    is_own: bool  # the name too
    x: int
    width: int
    place: int
    is_first: bool
    is_last: bool

    @property
    def middle(self) -> int:
        return self.x + self.width // 2


def line_faces(sheet: Sheet) -> list[LineFace]:
    total, sum_before, faces = whole(sheet.lines), 0, []
    for place, line in enumerate(sheet.lines):
        x, end = 1000 * sum_before // total, 1000 * (sum_before + line.share) // total
        sum_before += line.share
        own = sheet.words.get(line.key, {})
        faces.append(
            LineFace(
                line.key,
                phase_label(line.key, sheet.words),
                phase_purpose(line.key, sheet.words),
                phase_notes(line.key, sheet.words),
                line.share,
                *(words_language(line.key, part, sheet.words) for part in PARTS),
                "label" in own,
                x,
                end - x,
                place,
                place == 0,
                place == len(sheet.lines) - 1,
            )
        )
    return faces


def phases_to_add(sheet: Sheet) -> list[tuple[str, str]]:
    """Phases that are not on the agenda: of every template, and own ones taken off."""
    here = {line.key for line in sheet.lines}
    keys = [key for key in dict.fromkeys((*KNOWN, *sheet.words)) if key not in here]
    return [(key, phase_label(key, sheet.words)) for key in keys]


@dataclass(frozen=True)
class Change:
    """What one version changed in a phase: share before and after (None: not on it)."""

    label: str
    before: int | None
    after: int | None


def changes(before: Sheet, after: Sheet) -> list[Change]:
    """Every phase whose share differs, in the order of the later version; then those taken off."""
    old = {line.key: line.share for line in before.lines}
    new = {line.key: line.share for line in after.lines}
    words = {**before.words, **after.words}
    keys: Iterable[str] = dict.fromkeys((*new, *old))
    return [Change(phase_label(k, words), old.get(k), new.get(k)) for k in keys if old.get(k) != new.get(k)]


def is_reordered(before: Sheet, after: Sheet) -> bool:
    """Whether the phases that both have stand in another order."""
    old, new = [line.key for line in before.lines], [line.key for line in after.lines]
    return [key for key in old if key in new] != [key for key in new if key in old]
