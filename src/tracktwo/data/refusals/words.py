"""Marks for the message extractor: these sentences are translated where they are said, not here."""


def N_(sentence: str) -> str:
    return sentence


REFUSALS: dict[str, str] = {
    "several": N_("%(count)s things in this file need a change. Nothing was imported."),
}
