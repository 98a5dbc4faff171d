"""Reports to learn from, as numbers of tokens: PolNeAR's, those that people reviewed, and ones made from patterns.

A report is a dict: `name`, `text`, `ann` (annotator -> attributions, each with `source`, `cue` and `content`, lists of
[start, end) in code points) and `discard` (spans that were set aside). PolNeAR's loader gives them so, and so does
`sayso export CASE --as training`.
"""

from __future__ import annotations

import json
import random
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import forms
import numpy as np

from sayso.nlp import encoder
from sayso.nlp.encoder import Tokens, Vocabulary

IGNORED = -100  # the label of a token about which nothing is known
PARTS = ("source", "cue", "content")
QUOTE: tuple[int, ...] = ()  # the wordpiece of a mark of quotation, once a vocabulary is known


@dataclass
class Gold:
    """One report: its tokens, the attributions of each annotator as token numbers, tokens set aside, silver syntax."""

    name: str
    tokens: Tokens
    annotators: list[list[tuple[list[int], set[int], set[int]]]]
    aside: set[int]
    syntax: dict[str, list[int]]

    def choice(
        self, rng: random.Random
    ) -> tuple[Tokens, list[tuple[list[int], set[int], set[int]]], dict[str, list[int]], set[int]]:
        """One of the annotators, and now and then a poorer form of the text: no marks, no paragraphs, one case."""
        tokens, attributions, syntax, aside = self.tokens, rng.choice(self.annotators), self.syntax, self.aside
        case, quoted, paragraph = tokens.case, tokens.quoted, tokens.paragraph
        if rng.random() < 0.06:
            case = tuple(2 if c < 3 else c for c in case)
        if rng.random() < 0.15:
            paragraph = (0,) * len(tokens)
        keep = list(range(len(tokens)))
        if rng.random() < 0.05:
            marks = {i for i, pieces in enumerate(tokens.pieces) if tokens.case[i] == 4 and pieces == QUOTE}
            keep = [i for i in keep if i not in marks]
            quoted = (0,) * len(tokens)
        if len(keep) == len(tokens):
            tokens = Tokens(tokens.starts, tokens.ends, tokens.pieces, case, quoted, paragraph, tokens.stops)
            return tokens, attributions, syntax, aside
        new = {old: i for i, old in enumerate(keep)}
        pick = lambda values: tuple(values[i] for i in keep)  # noqa: E731
        tokens = Tokens(
            tokens.starts[keep],
            tokens.ends[keep],
            pick(tokens.pieces),
            pick(case),
            pick(quoted),
            pick(paragraph),
            pick(tokens.stops),
        )
        move = lambda numbers: [new[i] for i in numbers if i in new]  # noqa: E731
        moved = [(move(c), set(move(s)), set(move(k))) for c, s, k in attributions]
        return (
            tokens,
            [a for a in moved if a[0]],
            {k: [v[i] for i in keep] for k, v in syntax.items()},
            set(move(aside)),
        )


def touched(tokens: Tokens, spans: list[tuple[int, int]]) -> set[int]:
    """The tokens that the stretches of characters touch."""
    found: set[int] = set()
    for start, end in spans:
        a = int(np.searchsorted(tokens.ends, start, side="right"))
        b = int(np.searchsorted(tokens.starts, end, side="left"))
        found |= set(range(a, b))
    return found


def made_gold(documents: list[dict], count: int, seed: int, vocabulary: Vocabulary, labels: dict) -> list[Gold]:
    """Reports made from patterns (forms.py); they have no silver syntax."""
    out = []
    for number, report in enumerate(forms.reports(documents, count, seed)):
        tokens = encoder.tokenize(report["text"], vocabulary)
        attributions = []
        for a in report["attributions"]:
            cue = sorted(touched(tokens, a["cue"]))
            if cue:
                attributions.append((cue, touched(tokens, a["source"]), touched(tokens, a["content"])))
        syntax = {name: [IGNORED] * len(tokens) for name in labels}
        out.append(Gold(f"made-{number}", tokens, [attributions], set(), syntax))
    return out


def read_reviewed(files: Iterable[Path]) -> list[dict]:
    """The reports of `sayso export CASE --as training`; ValueError, with file and line, for one that is none."""
    documents = []
    for file in files:
        for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1):
            try:
                documents.append(checked(json.loads(line)))
            except (KeyError, TypeError, ValueError) as error:
                raise ValueError(f"{file}, line {number}: no reviewed report: {error!r}") from error
    return documents


def checked(report: dict) -> dict:
    """The same report, all of whose spans lie in its text; ValueError otherwise."""
    attributions = [a for annotated in report["ann"].values() for a in annotated]
    spans = [*report["discard"], *(span for a in attributions for part in PARTS for span in a[part])]
    if outside := [span for span in spans if not 0 <= span[0] < span[1] <= len(report["text"])]:
        raise ValueError(f"{report['name']}: the span {outside[0]} is not in the text")
    return report


def read_gold(
    documents: Iterable[dict], vocabulary: Vocabulary, silver: dict[str, list[list[str]]], labels: dict[str, list[str]]
) -> list[Gold]:
    """Reports as token numbers; those that `silver` does not hold have no silver syntax, and teach none."""
    global QUOTE
    QUOTE = vocabulary('"')
    out = []
    for document in documents:
        tokens = encoder.tokenize(document["text"], vocabulary)
        aside = touched(tokens, document["discard"])
        annotators = []
        for attributions in document["ann"].values():
            one = []
            for a in attributions:
                cue = sorted(touched(tokens, a["cue"]))
                if cue and len(set(cue) & aside) <= len(cue) / 2:
                    one.append((cue, touched(tokens, a["source"]), touched(tokens, a["content"])))
            annotators.append(one)
        rows = silver.get(document["name"])
        syntax = {}
        if rows and len(rows) == len(tokens):
            for column, name in enumerate(("pos", "dep", "ent")):
                index = {label: i for i, label in enumerate(labels[name])}
                syntax[name] = [index.get(row[column], 0) for row in rows]
        else:
            syntax = {name: [IGNORED] * len(tokens) for name in labels}
            print("no silver syntax for", document["name"], len(tokens), len(rows or ()))
        out.append(Gold(document["name"], tokens, annotators, aside, syntax))
    return out
