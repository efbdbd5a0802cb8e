"""Answers of one seat as layers: what each says today, until when, and by which words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from tracktwo.steps.prepare.models import Consent, ConsentSheet, PanelAsked

OPEN, GIVEN, REFUSED, LAPSED = "open", "given", "refused", "lapsed"
# A yes is asked anew from so many days before it lapses.
ASK_BEFORE = timedelta(days=30)
# Layer and, for sessions at the convention, which of them.
Key = tuple[str, int | None]


@dataclass(frozen=True)
class Layer:
    """One layer as it stands today. ``until`` is the first day on which the yes no longer counts."""

    product: str
    panel: PanelAsked | None
    what: str
    effect: str
    state: str
    since: date | None
    until: date | None
    version: int | None
    asked_anew: bool

    @property
    def name(self) -> str:
        """The name of its field."""
        return f"{self.product}_{self.panel.number}" if self.panel else self.product

    @property
    def is_given(self) -> bool:
        return self.state == GIVEN


def year_after(day: date) -> date:
    """The same day a year later; of the 29th of February, the 28th."""
    try:
        return day.replace(year=day.year + 1)
    except ValueError:
        return day.replace(year=day.year + 1, day=28)


def lapses_on(consent: Consent, sheets: Iterable[ConsentSheet]) -> date | None:
    """When a yes stops counting: after its year, or earlier where newer words had to be answered by then."""
    version = consent.sheet.version if consent.sheet else 0
    ends = [one.answer_by for one in sheets if one.version > version and one.answer_by]
    return min([*ends, *([consent.until] if consent.until else [])], default=None)


def counts(consent: Consent | None, sheets: Iterable[ConsentSheet], today: date) -> bool:
    """Whether an answer is a yes that still holds. From the day on which it lapses it is none."""
    if consent is None or not consent.given:
        return False
    end = lapses_on(consent, sheets)
    return end is None or today < end


def newest(consents: Iterable[Consent]) -> dict[Key, Consent]:
    """Of each layer the answer that was added last; ``consents`` come in the order in which they were added."""
    return {(one.product, one.panel_id): one for one in consents}


def to_layers(
    answers: Mapping[Key, Consent],
    sheets: list[ConsentSheet],
    words: Mapping[str, list[str]],
    panels: Iterable[PanelAsked],
    today: date,
) -> list[Layer]:
    """Every layer in the order of the page; each session at the convention is a layer of its own."""
    keys: list[tuple[str, PanelAsked | None]] = []
    for product in Consent.Product.values:
        keys += [(product, panel) for panel in panels] if product == Consent.Product.PANEL else [(product, None)]
    return [
        _layer(product, panel, answers.get((product, panel.pk if panel else None)), sheets, words[product], today)
        for product, panel in keys
    ]


def _layer(
    product: str,
    panel: PanelAsked | None,
    consent: Consent | None,
    sheets: list[ConsentSheet],
    words: list[str],
    today: date,
) -> Layer:
    state = _state(consent, sheets, today)
    until = lapses_on(consent, sheets) if consent and consent.given else None
    version = consent.sheet.version if consent and consent.sheet else None
    is_older = until is not None and bool(sheets) and (version or 0) < sheets[-1].version
    return Layer(
        product=product,
        panel=panel,
        what=words[0],
        effect=words[1],
        state=state,
        since=consent.changed_on if consent else None,
        until=until,
        version=version,
        asked_anew=is_older or (until is not None and until - ASK_BEFORE <= today),
    )


def _state(consent: Consent | None, sheets: list[ConsentSheet], today: date) -> str:
    if consent is None:
        return OPEN
    if not consent.given:
        return REFUSED
    return GIVEN if counts(consent, sheets, today) else LAPSED
