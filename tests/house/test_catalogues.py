"""Every sentence of the house is said in every language; and the check that says so can fail."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import polib
import pytest
from build_catalogues import compile_catalogues
from tools.catalogues import PLURALS, catalogue, faults, sentences

# What a small house says: plain, with a placeholder, and with a number.
SAID = {
    "Seal now": ("", set()),
    "Waiting for %(whom)s": ("", set()),
    "%(count)s day": ("%(count)s days", set()),
    "%(share)s %% of the pool": ("", set()),
}


def write_catalogues(root: Path) -> None:
    for language in PLURALS:
        made = polib.POFile()
        made.metadata = {"Content-Type": "text/plain; charset=UTF-8", "Plural-Forms": PLURALS[language]}
        for one, (many, _places) in SAID.items():
            entry = polib.POEntry(msgid=one, msgid_plural=many)
            if many:
                entry.msgstr_plural = {number: f"%(count)s {number}" for number in range(3)}
            else:
                entry.msgstr = one
            made.append(entry)
        place = catalogue(language, root)
        place.parent.mkdir(parents=True)
        made.save(str(place))


def spoil(root: Path, change: Callable[[polib.POFile], object]) -> list[str]:
    """The faults that are found once ``change`` has been made in the Ukrainian catalogue."""
    place = str(catalogue("uk", root))
    opened = polib.pofile(place)
    change(opened)
    opened.save(place)
    return faults(root, SAID)


def write(msgid: str, **fields: object) -> Callable[[polib.POFile], None]:
    def change(opened: polib.POFile) -> None:
        for name, value in fields.items():
            setattr(opened.find(msgid), name, value)

    return change


def test_the_catalogues_of_the_house_have_no_fault() -> None:
    assert faults() == []


def test_the_house_says_something_in_templates_and_in_code() -> None:
    endings = {Path(place).suffix for _many, places in sentences().values() for place in places}
    assert endings == {".py", ".html"}


def test_a_whole_catalogue_has_no_fault(tmp_path: Path) -> None:
    write_catalogues(tmp_path)
    assert faults(tmp_path, SAID) == []


PLANTED = {
    "empty": (write("Seal now", msgstr=""), "uk: empty: 'Seal now'"),
    "fuzzy": (write("Seal now", flags=["fuzzy"]), "uk: fuzzy: 'Seal now'"),
    "one plural form empty": (
        write("%(count)s day", msgstr_plural={0: "%(count)s", 1: "%(count)s", 2: ""}),
        "uk: empty: '%(count)s day'",
    ),
    "two plural forms": (
        write("%(count)s day", msgstr_plural={0: "%(count)s", 1: "%(count)s"}),
        "uk: needs three plural forms: '%(count)s day'",
    ),
    "lost placeholder": (
        write("Waiting for %(whom)s", msgstr="Waiting"),
        "uk: placeholders [] instead of ['whom']: 'Waiting for %(whom)s'",
    ),
    "unknown placeholder": (
        write("Waiting for %(whom)s", msgstr="Waiting for %(who)s"),
        "uk: placeholders ['who'] instead of ['whom']: 'Waiting for %(whom)s'",
    ),
    "lone percent sign": (
        write("%(share)s %% of the pool", msgstr="%(share)s % of the pool"),
        "uk: a percent sign that is not doubled: '%(share)s %% of the pool'",
    ),
    "missing": (
        lambda opened: opened.remove(opened.find("Seal now")),
        "uk: not in the catalogue: 'Seal now'",
    ),
    "left over": (
        lambda opened: opened.append(polib.POEntry(msgid="Unsaid", msgstr="Unsaid")),
        "uk: no longer said: 'Unsaid'",
    ),
}


@pytest.mark.parametrize(("change", "fault"), PLANTED.values(), ids=PLANTED)
def test_a_planted_fault_is_the_one_that_is_found(
    tmp_path: Path, change: Callable[[polib.POFile], object], fault: str
) -> None:
    write_catalogues(tmp_path)
    assert spoil(tmp_path, change) == [fault]


def test_a_plural_form_may_say_its_number_in_words(tmp_path: Path) -> None:
    write_catalogues(tmp_path)
    one_day = write("%(count)s day", msgstr_plural={0: "a day", 1: "%(count)s", 2: "%(count)s"})
    assert spoil(tmp_path, one_day) == []


def test_a_changed_catalogue_is_compiled_and_an_unchanged_one_is_left(tmp_path: Path) -> None:
    write_catalogues(tmp_path)
    written = compile_catalogues(tmp_path)
    assert (written, compile_catalogues(tmp_path)) == (
        [catalogue(language, tmp_path).with_suffix(".mo") for language in sorted(PLURALS)],
        [],
    )
