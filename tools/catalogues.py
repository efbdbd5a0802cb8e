"""Extract every sentence of the house into the catalogues, and check that none is missing.

``python tools/catalogues.py extract`` writes new sentences into every language's django.po (keeping translations);
``python tools/catalogues.py check`` fails on an empty or fuzzy entry, wrong plural counts, lost placeholders, or a
sentence in the code that no catalogue has.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Mapping
from pathlib import Path

import polib
from babel.messages.extract import extract_from_dir

ROOT = Path(__file__).resolve().parent.parent
SOURCE = ROOT / "src" / "tracktwo"
LOCALES = SOURCE / "locale"
PLURALS = {
    "uk": "nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<12 || n%100>14) ? 1 : 2);",
    "ru": "nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<12 || n%100>14) ? 1 : 2);",
}
PYTHON_WORDS = {
    "_": None,
    "N_": None,
    "gettext": None,
    "gettext_lazy": None,
    "gettext_noop": None,
    "ngettext": (1, 2),
    "ngettext_lazy": (1, 2),
}
PLACEHOLDER = re.compile(r"%\((\w+)\)[sd]")
# msgid -> (plural msgid or "", the files it stands in)
Sentences = Mapping[str, tuple[str, set[str]]]


def template_sentences(path: Path) -> list[tuple[int, str | tuple[str, str]]]:
    """Django templates by Django's own reading of them, turned into gettext calls."""
    from django.utils.translation.template import templatize

    python = templatize(path.read_text(encoding="utf-8"), origin=str(path))
    found: list[tuple[int, str | tuple[str, str]]] = []
    from io import BytesIO

    from babel.messages.extract import extract

    words = {"gettext": None, "_": None, "ngettext": (1, 2), "pgettext": ((1, "c"), 2)}
    for line, message, _comments, _context in extract("python", BytesIO(python.encode()), keywords=words):
        found.append((line, message))
    return found


def sentences() -> dict[str, tuple[str, set[str]]]:
    """msgid -> (plural msgid or "", the files it stands in)."""
    table: dict[str, tuple[str, set[str]]] = {}

    def note(message: str | tuple[str, ...], place: Path) -> None:
        one, many = (message, "") if isinstance(message, str) else (message[0], message[1])
        if one:
            known = table.setdefault(one, (many, set()))
            if many and not known[0]:
                table[one] = (many, known[1])
            table[one][1].add(place.relative_to(ROOT).as_posix())

    for name, _line, message, _comments, _context in extract_from_dir(
        SOURCE, method_map=[("**/migrations/**.py", "ignore"), ("**.py", "python")], keywords=PYTHON_WORDS
    ):
        note(message, SOURCE / name)
    for path in sorted(SOURCE.rglob("templates/**/*.html")):
        for _line, message in template_sentences(path):
            note(message, path)
    return table


def catalogue(language: str, root: Path = LOCALES) -> Path:
    return root / language / "LC_MESSAGES" / "django.po"


def extract_all() -> None:
    found = sentences()
    for language, plural in PLURALS.items():
        path = catalogue(language)
        known = {entry.msgid: entry for entry in (polib.pofile(str(path)) if path.exists() else [])}
        fresh = polib.POFile(wrapwidth=110)
        fresh.metadata = {
            "Project-Id-Version": "tracktwo",
            "Language": language,
            "MIME-Version": "1.0",
            "Content-Type": "text/plain; charset=UTF-8",
            "Content-Transfer-Encoding": "8bit",
            "Plural-Forms": plural,
        }
        for msgid in sorted(found):
            many, places = found[msgid]
            entry = polib.POEntry(msgid=msgid, occurrences=[(place, "") for place in sorted(places)])
            old = known.get(msgid)
            if many:
                entry.msgid_plural = many
                entry.msgstr_plural = old.msgstr_plural if old and old.msgid_plural else {0: "", 1: "", 2: ""}
            elif old:
                entry.msgstr = old.msgstr
            if PLACEHOLDER.search(msgid):
                entry.flags.append("python-format")
            fresh.append(entry)
        path.parent.mkdir(parents=True, exist_ok=True)
        fresh.save(str(path))


def faults(root: Path = LOCALES, found: Sentences | None = None) -> list[str]:
    """Everything wrong with the catalogues under ``root``, one line each; ``found`` is what the house says."""
    found, wrong = sentences() if found is None else found, []
    for language in PLURALS:
        entries = {entry.msgid: entry for entry in polib.pofile(str(catalogue(language, root)))}
        wrong += [f"{language}: not in the catalogue: {msgid!r}" for msgid in sorted(set(found) - set(entries))]
        wrong += [f"{language}: no longer said: {msgid!r}" for msgid in sorted(set(entries) - set(found))]
        for entry in entries.values():
            wrong += [f"{language}: {fault}: {entry.msgid!r}" for fault in _faults_of(entry)]
    return wrong


def _faults_of(entry: polib.POEntry) -> list[str]:
    said = list(entry.msgstr_plural.values()) if entry.msgid_plural else [entry.msgstr]
    wrong = []
    if entry.fuzzy:
        wrong.append("fuzzy")
    if not all(said):
        wrong.append("empty")
    if entry.msgid_plural and len(said) != 3:
        wrong.append("needs three plural forms")
    wanted = set(PLACEHOLDER.findall(entry.msgid + entry.msgid_plural))
    for sentence in filter(None, said):
        kept = set(PLACEHOLDER.findall(sentence))
        # A plural form may say "one" in words; it may never hold a placeholder the code does not fill.
        if kept - wanted or (not entry.msgid_plural and kept != wanted):
            wrong.append(f"placeholders {sorted(kept)} instead of {sorted(wanted)}")
        # Where the sentence is filled in, a percent sign by itself is an error in front of the reader.
        if wanted and "%" in PLACEHOLDER.sub("", sentence).replace("%%", ""):
            wrong.append("a percent sign that is not doubled")
    return wrong


def main() -> int:
    if sys.argv[1:] == ["extract"]:
        extract_all()
        return 0
    wrong = faults()
    print("\n".join(wrong) or "catalogues complete")
    return 1 if wrong else 0


if __name__ == "__main__":
    raise SystemExit(main())
