"""A refusal: something a person asked for that cannot be done, with a code and what is needed to say why."""

from __future__ import annotations

from collections.abc import Mapping


class Refusal(Exception):
    """An anticipated no.

    ``code`` is a dotted constant ("table.column_missing") with one sentence per language in ``tracktwo.data.refusals``;
    ``params`` fill that sentence. Both may be shown to the reader, so params never carry a name from the vault.
    """

    def __init__(self, code: str, **params: object) -> None:
        super().__init__(code)
        self.code = code
        self.params: Mapping[str, object] = params

    def __str__(self) -> str:
        shown = ", ".join(f"{key}={value!r}" for key, value in sorted(self.params.items()))
        return f"{self.code}({shown})"

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Refusal) and (self.code, dict(self.params)) == (other.code, dict(other.params))

    def __hash__(self) -> int:
        return hash(self.code)


class Refusals(Refusal):
    """Several refusals found in one pass (every bad row of a file at once); ``each`` keeps their order."""

    def __init__(self, each: list[Refusal]) -> None:
        super().__init__("several", count=len(each))
        self.each = tuple(each)
