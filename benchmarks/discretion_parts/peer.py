"""Run in an environment of its own: passages on the input (JSON), the places of people that spaCy marks on the output.

python peer.py en_core_web_sm < passages.json
"""

from __future__ import annotations

import json
import sys

import spacy


def main() -> None:
    model = spacy.load(sys.argv[1])
    texts = json.load(sys.stdin)
    places = [
        [(one.start_char, one.end_char) for one in read.ents if one.label_ in ("PERSON", "PER")]
        for read in model.pipe(texts)
    ]
    print(
        json.dumps({"version": f"{spacy.__version__}, {model.meta['name']} {model.meta['version']}", "places": places})
    )


main()
