"""Label PolNeAR's tokens with spaCy's part of speech, dependency and entity: what the syntax heads learn from.

usage: silver.py --data ATTRIBUTION_FOLDER --out FOLDER [--part 0/2]    writes FOLDER/PART.json and, once, labels.json
Needs sayso-en-parser (spaCy's en_core_web_sm 3.8.0, MIT). Nothing of the texts is written, only labels.
"""

from __future__ import annotations

import argparse
import collections
import json
from pathlib import Path

import spacy
from corpus import load_module

import sayso_en_parser
from sayso.nlp.encoder import TOKEN

ENTITIES = {"PERSON": "PERSON", "ORG": "ORG", "GPE": "GPE", "NORP": "NORP", "LOC": "LOC", "FAC": "LOC"}
OTHER = {
    "DATE": "DATE",
    "TIME": "DATE",
    "CARDINAL": "NUMBER",
    "MONEY": "NUMBER",
    "PERCENT": "NUMBER",
    "QUANTITY": "NUMBER",
}


def entity(iob: str, kind: str) -> str:
    """B-/I- with a coarse kind, or O."""
    coarse = ENTITIES.get(kind) or OTHER.get(kind) or "MISC"
    return f"{iob}-{coarse}" if kind else "O"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--part", default="0/1")
    options = parser.parse_args()
    part, parts = map(int, options.part.split("/"))
    loader = load_module(options.data / "load.py")
    documents = (loader.load("train") + loader.load("dev"))[part::parts]
    nlp = spacy.load(sayso_en_parser.path(), exclude=["lemmatizer"])
    out, counts = {}, collections.defaultdict(collections.Counter)
    for document, doc in zip(documents, nlp.pipe(d["text"] for d in documents), strict=True):
        at = {c: t for t in doc for c in range(t.idx, t.idx + len(t.text))}
        rows = []
        for match in TOKEN.finditer(document["text"]):
            token = at[match.start()]
            rows.append((token.pos_, token.dep_, entity(token.ent_iob_, token.ent_type_)))
        for column, name in enumerate(("pos", "dep", "ent")):
            counts[name].update(row[column] for row in rows)
        out[document["name"]] = rows
    options.out.mkdir(parents=True, exist_ok=True)
    (options.out / f"{part}.json").write_text(json.dumps(out))
    if part == 0:
        labels = {name: [label for label, n in c.most_common() if n >= 30] for name, c in counts.items()}
        (Path(__file__).parent / "labels.json").write_text(json.dumps(labels, indent=1) + "\n")


if __name__ == "__main__":
    main()
