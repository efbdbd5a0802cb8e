"""Results as parts of a document: the same parts stand on the page and in the programme report."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from django.utils.translation import gettext
from django.utils.translation import gettext as _

from tracktwo.data.instruments import INSTRUMENTS, Item
from tracktwo.data.refusals import say
from tracktwo.documents.charts.waves import Middle, WaveSide, WavesView, draw
from tracktwo.documents.tree import WEAVES, Column, Figure, Heading, Note, Paragraph, Part, Side, Table, Words, words
from tracktwo.methods.record import Refusal
from tracktwo.methods.relations import Change, NotShown, PairedResult
from tracktwo.steps.measure.convert.kept import for_public, kept_result
from tracktwo.steps.measure.convert.words import (
    amount,
    between,
    chance,
    change_sentence,
    decimal_mark,
    item_label,
    signed,
)
from tracktwo.steps.measure.models import Result
from tracktwo.steps.programme.models import Community

Each = Sequence[tuple[Item, PairedResult]]
WITHHELD = frozenset({"relations.few", "relations.alike"})


def items_of(result: Result, *, public: bool) -> list[tuple[Item, PairedResult]]:
    """Every item with its result; ``public`` as in ``kept.for_public``."""
    instrument = INSTRUMENTS[result.instrument]
    each = [(instrument.item(kept["item"]), kept_result(kept)) for kept in result.items]
    return [(item, for_public(one) if public else one) for item, one in each]


def result_parts(each: Each, communities: Sequence[Community], prefix: str, *, level: int, public: bool) -> list[Part]:
    """What it cannot show first, then the whole in a table, then item by item; headings begin at ``level``.

    What is withheld for every item alike is said once. How many answers found no partner is not told to the ``public``.
    """
    note = Note(tuple(Paragraph(words(sentence)) for sentence in cannot_show_sentences(each)))
    nothing = {_reason(result.overall) for _item, result in each}
    if len(nothing) == 1 and None not in nothing:
        return [note, *(Paragraph(words(_said(reason))) for reason in nothing if reason)]
    parts: list[Part] = [note, _overview(each), Paragraph(words(_how_to_read()))]
    sides = [_withheld_sides(result) for _item, result in each]
    said_once = sides[0] if all(reasons and reasons == sides[0] for reasons in sides) else []
    parts += [Paragraph(words(_said(reason))) for reason in said_once]
    for item, result in each:
        parts += _item_parts(item, result)
        parts += [] if public else [Paragraph(words(_unlinked(result)))]
        parts += [] if said_once else _sides(item, result, communities, f"{prefix}-{item.key}")
    return [replace(part, level=level) if isinstance(part, Heading) else part for part in parts]


def _unlinked(result: PairedResult) -> str:
    return _("Answers that could not be linked: before %(before)s, after %(after)s.") % {
        "before": result.unlinked_before,
        "after": result.unlinked_after,
    }


def _reason(overall: Change | NotShown) -> Refusal | None:
    return Refusal(overall.reason, pairs=overall.pairs) if isinstance(overall, NotShown) else None


def _withheld_sides(result: PairedResult) -> list[Refusal]:
    return [Refusal(reason) for reason in sorted({one.reason for one in result.sides if one.reason})]


def cannot_show_sentences(each: Each) -> list[str]:
    """What holds for every item once, then what holds for single ones with their names, then that there are several.

    Why an item is withheld stands with that item, unless it is so for all.
    """
    everywhere = [said for said in each[0][1].cannot_show if all(said in result.cannot_show for _i, result in each)]
    single = [
        f"{item_label(item.key)}: {_said(said)}"
        for item, result in each
        for said in result.cannot_show
        if said not in everywhere and said.code not in WITHHELD
    ]
    several = _(
        "%(count)s questions were asked at once. The more questions, the likelier that one of them seems to change."
    ) % {"count": len(each)}
    return [*map(_said, everywhere), *single, several]


def _said(refusal: Refusal) -> str:
    return say(refusal, gettext)


def _overview(each: Each) -> Table:
    heads = [_("Question"), _("Linked"), _("Before"), _("After"), _("Change"), _("95 % interval"), _("Exact p")]
    return Table(
        _("Before and after, everybody together"),
        tuple(Column(words(head), number=place > 0) for place, head in enumerate(heads)),
        tuple((words(item_label(item.key)), *_cells(result.overall)) for item, result in each),
    )


def _cells(change: Change | NotShown | None) -> tuple[Words, ...]:
    if not isinstance(change, Change):
        return (words("–"),) * 6
    said = (
        str(change.pairs),
        amount(change.mean_before),
        amount(change.mean_after),
        signed(change.estimate),
        between(change),
        chance(change.p),
    )
    return tuple(words(one) for one in said)


def _how_to_read() -> str:
    return _(
        "Before and after are means. The change is the median of all averages of two people’s changes (Hodges and"
        " Lehmann), its interval follows from Wilcoxon’s signed ranks, and p is exact: every way in which the signs"
        " of the changes could have fallen was counted."
    )


def _item_parts(item: Item, result: PairedResult) -> list[Part]:
    scale = _("Scale from %(low)s (%(low_end)s) to %(high)s (%(high_end)s).") % {
        "low": item.low,
        "low_end": gettext(item.low_end),
        "high": item.high,
        "high_end": gettext(item.high_end),
    }
    parts: list[Part] = [Heading(1, words(item_label(item.key))), Paragraph(words(scale))]
    if isinstance(result.overall, NotShown):
        return [*parts, Paragraph(words(_said(Refusal(result.overall.reason, pairs=result.overall.pairs))))]
    return [*parts, Paragraph(words(change_sentence(result.overall)))]


def _sides(item: Item, result: PairedResult, communities: Sequence[Community], prefix: str) -> list[Part]:
    if not isinstance(result.overall, Change):
        return []
    if reasons := _withheld_sides(result):
        return [Paragraph(words(_said(reason))) for reason in reasons]
    by_side = {one.side: one.change for one in result.sides}
    shown = [(community, by_side[community.number]) for community in communities if community.number in by_side]
    table = _side_table(item, shown)
    if max(by_side) > len(WEAVES):
        return [table]
    svg = draw(_view(item, shown), _labels(item, shown), prefix=prefix)
    return [Figure(svg, _described(item, shown), _("By community, means before and after"), table)]


def _side_table(item: Item, shown: Sequence[tuple[Community, Change | None]]) -> Table:
    heads = [_("Community"), _("Linked"), _("Before"), _("After"), _("Change"), _("95 % interval"), _("Exact p")]
    return Table(
        _("%(item)s by community, the numbers") % {"item": item_label(item.key)},
        tuple(Column(words(head), number=place > 0) for place, head in enumerate(heads)),
        tuple((_side_words(community), *_cells(change)) for community, change in shown),
    )


def _side_words(community: Community) -> Words:
    return words(Side(community.name, community.number) if community.number in WEAVES else community.name)


def _view(item: Item, shown: Sequence[tuple[Community, Change | None]]) -> WavesView:
    return WavesView(
        waves=(_("before"), _("after")),
        low=item.low,
        high=item.high,
        sides=tuple(
            WaveSide(
                Side(community.name, community.number),
                middles=(Middle(float(change.mean_before)), Middle(float(change.mean_after))),
            )
            for community, change in shown
            if change
        ),
    )


def _described(item: Item, shown: Sequence[tuple[Community, Change | None]]) -> str:
    return " ".join(
        _("%(community)s: from %(before)s to %(after)s.")
        % {"community": community.name, "before": amount(change.mean_before), "after": amount(change.mean_after)}
        for community, change in shown
        if change
    )


def _labels(item: Item, shown: Sequence[tuple[Community, Change | None]]) -> dict[str, str]:
    return {
        "title": _("%(item)s before and after") % {"item": item_label(item.key)},
        "description": _described(item, shown),
        "low": gettext(item.low_end),
        "high": gettext(item.high_end),
        "decimal": decimal_mark(),
    }
