"""What the lottery refused, in the words of the reader."""

from __future__ import annotations

from collections.abc import Mapping

from tracktwo.methods.record import Refusal, Refusals
from tracktwo.steps.select.convert.features import feature_label, value_label
from tracktwo.steps.select.models import Pool


def in_words(refusal: Refusal | None, pool: Pool, names: Mapping[str, str]) -> Refusal | None:
    """What the lottery refused, with this pool's features and values in the reader's language instead of as keys."""
    if refusal is None:
        return None
    words = {
        f"{one.feature} = {one.value}": f"{feature_label(one.feature)}: {value_label(one.feature, one.value, names)}"
        for one in pool.quotas.all()
    }
    said = [_reword(each, words, names) for each in getattr(refusal, "each", (refusal,))]
    return Refusals(said) if isinstance(refusal, Refusals) else said[0]


def _reword(refusal: Refusal, words: Mapping[str, str], names: Mapping[str, str]) -> Refusal:
    params = dict(refusal.params)
    for name in ("quotas", "quota", "changes"):
        # The longest first, so that no key is taken for the beginning of another.
        for key in sorted(words, key=len, reverse=True) if name in params else ():
            params[name] = str(params[name]).replace(key, words[key])
    if "feature" in params:
        feature = str(params["feature"])
        params["feature"] = feature_label(feature)
        if "value" in params:
            params["value"] = value_label(feature, str(params["value"]), names)
    return Refusal(refusal.code, **params)
