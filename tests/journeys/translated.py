"""Does a page still say anything in English? Asked of the catalogue, so that no list has to be kept here."""

from __future__ import annotations

import re
from functools import cache

import polib
from playwright.sync_api import Page

from tests.conftest import REPOSITORY

LONG_ENOUGH = 12
PLACEHOLDER = re.compile(r"%\([a-z_]+\)[sd]|%%")
# Everything a reader or a screen reader meets, except what says that it is in another language.
READ = """() => {
  const found = [document.title], own = document.documentElement.lang;
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
  for (let node = walk.currentNode; node; node = walk.nextNode()) {
    const element = node.nodeType === Node.TEXT_NODE ? node.parentElement : node;
    if (element.closest("script, style, noscript") || element.closest("[lang]").lang !== own) continue;
    if (node.nodeType === Node.TEXT_NODE) found.push(node.data);
    else for (const name of ["aria-label", "title", "placeholder", "alt"]) found.push(node.getAttribute(name) || "");
  }
  return found.map(text => text.replace(/\\s+/g, " ").trim()).filter(text => text.length > 1);
}"""


@cache
def english_pieces(language: str) -> tuple[str, ...]:
    """Every piece of English longer than a dozen letters that the language says otherwise."""
    catalogue = polib.pofile(str(REPOSITORY / f"src/tracktwo/locale/{language}/LC_MESSAGES/django.po"))
    pieces: set[str] = set()
    for entry in catalogue:
        translated = " ".join([entry.msgstr, *entry.msgstr_plural.values()])
        for source in (entry.msgid, entry.msgid_plural):
            pieces |= {piece for piece in pieces_of(source) if piece not in translated}
    return tuple(sorted(pieces))


def pieces_of(source: str) -> set[str]:
    """The words of a message around its placeholders."""
    parts = (" ".join(part.split()) for part in PLACEHOLDER.split(source))
    return {part for part in parts if len(part) > LONG_ENOUGH and re.search("[A-Za-z]{3}", part)}


def left_in_english(page: Page, language: str) -> list[str]:
    """The pieces of English that stand on the page."""
    text = "\n".join(page.evaluate(READ))
    return [piece for piece in english_pieces(language) if piece in text]
