"""Run in an environment of its own: passages on the input (JSON), the places of people that a tool marks on the output.

python peer.py spacy|presidio|natasha MODEL < passages.json
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterable
from importlib.metadata import version

Place = tuple[int, int]
Mark = Callable[[str], Iterable[Place]]


def spacy(model: str) -> tuple[str, Mark]:
    import spacy

    read = spacy.load(model)

    def mark(text: str) -> list[Place]:
        return [(one.start_char, one.end_char) for one in read(text).ents if one.label_ in ("PERSON", "PER")]

    return f"spaCy {spacy.__version__}, {read.meta['name']} {read.meta['version']}", mark


def presidio(model: str) -> tuple[str, Mark]:
    """Its own recognisers of people, over the same model."""
    from presidio_analyzer import AnalyzerEngine
    from presidio_analyzer.nlp_engine import NlpEngineProvider

    models = {"nlp_engine_name": "spacy", "models": [{"lang_code": "en", "model_name": model}]}
    engine = AnalyzerEngine(nlp_engine=NlpEngineProvider(nlp_configuration=models).create_engine())

    def mark(text: str) -> list[Place]:
        return [(one.start, one.end) for one in engine.analyze(text, language="en", entities=["PERSON"])]

    return f"Presidio {version('presidio-analyzer')}, the same model", mark


def natasha(_model: str) -> tuple[str, Mark]:
    """Russian; its models come with the package."""
    from natasha import Doc, NewsEmbedding, NewsNERTagger, Segmenter

    segmenter, tagger = Segmenter(), NewsNERTagger(NewsEmbedding())

    def mark(text: str) -> list[Place]:
        read = Doc(text)
        read.segment(segmenter)
        read.tag_ner(tagger)
        return [(one.start, one.stop) for one in read.spans if one.type == "PER"]

    return f"Natasha {version('natasha')}", mark


TOOLS = {"spacy": spacy, "presidio": presidio, "natasha": natasha}


def main() -> None:
    told, mark = TOOLS[sys.argv[1]](sys.argv[2])
    json.dump({"version": told, "places": [list(mark(text)) for text in json.load(sys.stdin)]}, sys.stdout)


main()
