"""A person's own row in a frozen pool, the own chance, and the receipt that checks both without us."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from django.http import Http404, HttpRequest, HttpResponseBase

from tracktwo.steps.select.convert import feature_label, value_label
from tracktwo.steps.select.convert.draws import leaves_of
from tracktwo.steps.select.queries.draws import own_features, own_receipt
from tracktwo.steps.select.views.draws import DrawDoor, as_file


class OwnRow(DrawDoor):
    """Shown to this person alone; whoever has no row in the pool finds no page."""

    policy = "select.own"
    template = "select/own_row.html"

    def find_compartment(self, **kwargs: Any) -> Any:
        compartment = super().find_compartment(**kwargs)
        if self._row() is None:
            raise Http404
        return compartment

    def _row(self) -> list[Any] | None:
        alias = self.account().alias
        return next((row for row in self.draw.frozen["rows"] if row[0] == alias), None)

    def context(self, **more: Any) -> dict[str, Any]:
        alias, names = self.account().alias, self.names()
        chance = (self.draw.listed or {}).get("chances", {}).get(alias) if self.draw.published_at else None
        own = sorted(own_features(self.draw, alias).items())
        return super().context(
            draw=self.draw,
            features=[(feature_label(name), value_label(name, value, names)) for name, value in own],
            leaf=leaves_of(self.draw)[alias],
            people=len(self.draw.frozen["rows"]),
            chance=chance,
            percent=float(Fraction(chance)) * 100 if chance else 0,
            **more,
        )


class Receipt(OwnRow):
    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        receipt = own_receipt(self.draw, self.account().alias)
        return as_file(receipt, f"draw-{self.draw.code}.receipt.json")
