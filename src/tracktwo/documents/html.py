"""A document as a fragment of a page: semantic elements, escaped words, languages marked, no ``style=``."""

from __future__ import annotations

from html import escape

from tracktwo.documents.charts.standalone import read_chart
from tracktwo.documents.tree import (
    Card,
    Cards,
    Document,
    Figure,
    Heading,
    Inline,
    ListBlock,
    Note,
    PageBreak,
    Paragraph,
    Part,
    Run,
    Side,
    Table,
    Words,
)


def to_html(document: Document, first_level: int = 2, *, with_title: bool = False) -> str:
    """An ``<article>`` whose headings begin at ``first_level``; safe to put into a page as it stands.

    A page usually has its own h1, so the title is written only ``with_title``, one level above the headings.
    Raises ValueError where a figure's SVG is not one of our charts.
    """
    body = "".join(_part(part, first_level) for part in document.parts)
    head = ""
    if with_title:
        date = f'<p class="where">{escape(document.date_text)}</p>' if document.date_text else ""
        level = max(1, first_level - 1)
        head = f"{date}<h{level}>{escape(document.title)}</h{level}>"
    return f'<article lang="{document.language}">{head}{body}</article>'


def _part(part: Part, first_level: int) -> str:
    match part:
        case Heading():
            level = min(6, part.level + first_level - 1)
            return f"<h{level}{_lang(part.language)}>{_words(part.words)}</h{level}>"
        case Paragraph():
            return f"<p{_lang(part.language)}>{_words(part.words)}</p>"
        case ListBlock():
            return _list(part)
        case Table():
            return _table(part)
        case Figure():
            return _figure(part)
        case Note():
            said = "".join(_part(paragraph, first_level) for paragraph in part.paragraphs)
            return f'<div class="note" role="note">{said}</div>'
        case Cards():
            return _cards(part)
        case PageBreak():
            return "<hr>"


def _cards(cards: Cards) -> str:
    items = "".join(f"<li>{_card(card, cards.tall)}</li>" for card in cards.items)
    return f"<ul{_lang(cards.language)}>{items}</ul>"


def _card(card: Card, tall: bool) -> str:
    head: list[Words] = [(Run(card.title, strong=True),), *([(card.side,)] if card.side else [])]
    if tall:
        return "<br>".join(map(_words, head)) + _list(ListBlock(card.lines, ordered=True))
    return "<br>".join(_words(line) for line in (*head, *card.lines))


def _list(block: ListBlock) -> str:
    tag = "ol" if block.ordered else "ul"
    items = "".join(f"<li>{_words(item)}</li>" for item in block.items)
    return f"<{tag}{_lang(block.language)}>{items}</{tag}>"


def _table(table: Table) -> str:
    """The frame scrolls where the screen is narrow, so it takes the keyboard's focus and has a name."""
    numbers = [' class="num"' if column.number else "" for column in table.columns]
    heads = "".join(
        f'<th scope="col"{number}>{_words(column.words)}</th>'
        for column, number in zip(table.columns, numbers, strict=True)
    )
    rows = "".join(f"<tr>{_cells(row, numbers, table.row_headers)}</tr>" for row in table.rows)
    return (
        f'<div class="scroll" tabindex="0" role="group" aria-label="{escape(table.caption)}"'
        f"{_lang(table.language)}><table><caption>{escape(table.caption)}</caption>"
        f"<thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table></div>"
    )


def _cells(row: tuple[Words, ...], numbers: list[str], row_headers: bool) -> str:
    cells = [f"<td{number}>{_words(cell)}</td>" for cell, number in zip(row, numbers, strict=True)]
    if row_headers:
        cells[0] = f'<th scope="row">{_words(row[0])}</th>'
    return "".join(cells)


def _figure(figure: Figure) -> str:
    read_chart(figure.svg)
    table = ""
    if figure.table:
        table = f"<details><summary>{escape(figure.table.caption)}</summary>{_table(figure.table)}</details>"
    caption = f"<figcaption>{escape(figure.caption)}</figcaption>" if figure.caption else ""
    return f'<figure class="chart"{_lang(figure.language)}>{caption}{figure.svg}{table}</figure>'


def _words(words: Words) -> str:
    return "".join(_inline(piece) for piece in words)


def _inline(piece: Inline) -> str:
    if isinstance(piece, Side):
        swatch = '<span class="swatch" aria-hidden="true"></span>'
        return f'<span class="side" data-side="{piece.weave}">{swatch} {escape(piece.label)}</span>'
    said = escape(piece.text).replace("\n", "<br>")
    if piece.emphasis:
        said = f"<em>{said}</em>"
    if piece.strong:
        said = f"<strong>{said}</strong>"
    return f"<span{_lang(piece.language)}>{said}</span>" if piece.language else said


def _lang(language: str | None) -> str:
    return f' lang="{language}"' if language else ""
