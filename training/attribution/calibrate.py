"""Fit and measure the chance that an attribution is right (sayso.extract.attribution_score).

usage: calibrate.py --data ATTRIBUTION_FOLDER [--model FOLDER] [--write] [--plot FILE.svg]

Fitted on PolNeAR dev; measured over five folds of its reports (fold = sha1(name) mod 5), so that no report is judged by
weights that saw it. Right means what LINK means: contents share half of their words, sources share one or both have
none, one to one. Prints ten bins of equal size, the mean gap between chance and share of right ones, and what a least
chance does to precision and recall. --write puts the weights, fitted on all of dev, into the model's meta.json.
"""

from __future__ import annotations

import argparse
import hashlib
import importlib.util
import json
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

import numpy as np

from sayso import quotes, tagger
from sayso.extract.attribution_drafts import Draft, Layout
from sayso.extract.attribution_score import NAMES, features
from sayso.extract.attributions import drafts_before_scoring
from sayso.extract.zones import zones
from sayso.lang import load_language
from sayso.types import Report

FOLDS = 5
BINS = 10
RIDGE = 1.0


def load_module(path: Path) -> ModuleType:
    """Import one file by its path (the data's own loader and scorer live outside the project)."""
    sys.path.insert(0, str(path.parent))  # the scorer imports the loader
    spec = importlib.util.spec_from_file_location(path.stem, path)
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules[path.stem] = module
    spec.loader.exec_module(module)
    return module


def fit(rows: np.ndarray, right: np.ndarray) -> np.ndarray:
    """Logistic regression by Newton's method with a small ridge."""
    weights = np.zeros(rows.shape[1])
    for _ in range(30):
        chance = 1 / (1 + np.exp(-rows @ weights))
        slope = rows.T @ (chance - right) + RIDGE * weights
        curve = (rows * (chance * (1 - chance))[:, None]).T @ rows + RIDGE * np.eye(len(weights))
        weights -= np.linalg.solve(curve, slope)
    return weights


def gap(chance: np.ndarray, right: np.ndarray) -> tuple[float, list[tuple[float, float, int]]]:
    """Mean gap over BINS bins of equal size, and (mean chance, share right, size) of each."""
    order = np.argsort(chance)
    bins = [(float(chance[i].mean()), float(right[i].mean()), len(i)) for i in np.array_split(order, BINS)]
    return float(np.mean([abs(a - b) for a, b, _ in bins])), bins


def collect(documents: list[dict], score: ModuleType, model: tagger.Tagger) -> tuple[Any, ...]:
    """-> rows of features, whether each is right, its report's name, the draft."""
    language = load_language("en")
    rows, right, names, drafts = [], [], [], []
    found = model.tag([d["text"] for d in documents])
    for document, tagged in zip(documents, found, strict=True):
        text = document["text"]
        report = Report.of(text)
        layout = Layout.of(text)
        held = drafts_before_scoring(report, tagged, zones(report, language), layout, language)
        quoted = quotes.quoted_mask(text, layout.quotations)
        words, tokens = score.Words(text, score.WORD), score.Words(text, score.TOKEN)
        aside = words(document["discard"])
        gold = list(score.as_words(document["attrs"], words, tokens, aside))
        table = features(held, text, quoted, language)
        judged = [list(score.as_words([as_spans(d)], words, tokens, aside)) for d in held]
        kept = [i for i, one in enumerate(judged) if one]
        matched = {i for i, _ in score.match([judged[i][0] for i in kept], gold, score.link_value)}
        for number, i in enumerate(kept):
            rows.append(table[i])
            right.append(number in matched)
            names.append(document["name"])
            drafts.append(held[i])
    return np.array(rows), np.array(right, dtype=float), names, drafts


def as_spans(draft: Draft) -> dict:
    """The draft in the scorer's form."""
    return {"source": draft.source, "cue": draft.cue, "content": draft.content}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True, help="folder with PolNeAR's load.py and score.py")
    parser.add_argument("--model", type=Path, help="folder of a model; the installed one where absent")
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    folder = options.model
    if folder is None:
        import sayso_en

        folder = sayso_en.path()
    model = tagger.Tagger(folder)
    load = load_module(options.data / "load.py")
    score = load_module(options.data / "score.py")
    documents = load.load("dev")
    rows, right, names, drafts = collect(documents, score, model)
    fold = np.array([int(hashlib.sha1(name.encode()).hexdigest(), 16) % FOLDS for name in names])
    chance = np.zeros(len(right))
    for k in range(FOLDS):
        chance[fold == k] = 1 / (1 + np.exp(-rows[fold == k] @ fit(rows[fold != k], right[fold != k])))
    error, bins = gap(chance, right)
    print(f"{len(right)} drafts, {right.mean():.3f} right; mean gap {error:.3f}, five folds")
    for low, share, size in bins:
        print(f"  chance {low:.3f}  right {share:.3f}  of {size}")
    print("least chance: LINK precision, recall, F1; recall direct/mixed/indirect; source, content exact")
    for least in np.arange(0.15, 0.95, 0.05):
        predictions: dict[str, list[dict]] = {}
        for name, draft, value in zip(names, drafts, chance, strict=True):
            if value >= least:
                predictions.setdefault(name, []).append(as_spans(draft))
        result = score.score(documents, predictions)
        print(
            f"  {least:.2f}  LINK {result['LINK']}  {result['recall direct/mixed/indirect']}"
            f"  source {result['source exact'][2]}  content {result['content exact'][2]}  {result['n pred/gold']}"
        )
    weights = {name: round(float(value), 4) for name, value in zip(NAMES, fit(rows, right), strict=True)}
    print(json.dumps(weights))
    if options.write:
        path = folder / "meta.json"
        meta = json.loads(path.read_text())
        meta["chance"] = weights
        path.write_text(json.dumps(meta, indent=1) + "\n")


if __name__ == "__main__":
    main()
