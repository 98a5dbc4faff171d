"""Fit and measure the chance that an attribution is right (sayso.extract.attributions.score).

usage: calibrate.py --data ATTRIBUTION_FOLDER [--gum FILE] [--model FOLDER] [--write] [--plot FILE.svg]

Fitted on PolNeAR dev; measured over five folds of its reports (fold = sha1(name) mod 5), so that no report is judged by
weights that saw it. Right means what LINK means: contents share half of their words, sources share one or both have
none, one to one. Prints ten bins of equal size, the mean gap between chance and share of right ones, and what a least
chance does to precision and recall. --write puts the weights, fitted on all of dev, into the model's meta.json. --gum
adds GUM's academic, biography, court and travel texts, which trained nothing: there an attribution is right whose source
touches a source of GUM's, or whose cue lies in one of its cues (GUM marks no contents); its weights are those of all of
PolNeAR dev.
"""

from __future__ import annotations

import argparse
import hashlib
import json
from pathlib import Path
from types import ModuleType
from typing import Any

import numpy as np
from corpus import load_module

from sayso.extract.attributions import NAMES, Draft, Layout, drafts_before_scoring, features
from sayso.extract.zones import zones
from sayso.lang import load_language
from sayso.nlp import tagger
from sayso.text import quotations
from sayso.values.report import Report

FOLDS = 5
BINS = 10
RIDGE = 1.0


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
        layout = Layout.of(text, language.text)
        held = drafts_before_scoring(report, tagged, zones(report, language), layout, language)
        quoted = quotations.quoted_mask(text, layout.quotations)
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


def collect_gum(path: Path, model: tagger.Tagger) -> tuple[np.ndarray, np.ndarray]:
    """GUM -> rows of features, and whether each is right."""
    language = load_language("en")
    records = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    rows, right = [], []
    for record, tagged in zip(records, model.tag([r["text"] for r in records]), strict=True):
        text = record["text"]
        report, layout = Report.of(text), Layout.of(text, language.text)
        held = drafts_before_scoring(report, tagged, zones(report, language), layout, language)
        table = features(held, text, quotations.quoted_mask(text, layout.quotations), language)
        gold = []
        for source in record["attribution_sources"]:
            cue = text.find(source["cue"], max(0, source["start"] - 300), source["end"] + 300)
            gold += [(source["start"], source["end"]), *([(cue, cue + len(source["cue"]))] if cue >= 0 else [])]
        for row, draft in zip(table, held, strict=True):
            rows.append(row)
            right.append(any(a < d and c < b for a, b in [*draft.source, *draft.cue] for c, d in gold))
    return np.array(rows), np.array(right, dtype=float)


def plot(named: dict[str, list[tuple[float, float, int]]], path: Path) -> None:
    """The bins as an SVG: chance along, share of right ones up."""
    colours = ("#1f5fa8", "#b5651d")
    out = [
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 340 340" font-family="sans-serif" font-size="11">',
        '<rect width="340" height="340" fill="white"/>',
        '<path d="M40 300H320M40 300V20" stroke="black" fill="none"/>',
        '<path d="M40 300L320 20" stroke="#999" stroke-dasharray="4"/>',
    ]
    for tick in (0, 0.25, 0.5, 0.75, 1):
        out.append(f'<text x="{40 + 280 * tick:.0f}" y="315" text-anchor="middle">{tick}</text>')
        out.append(f'<text x="34" y="{304 - 280 * tick:.0f}" text-anchor="end">{tick}</text>')
    out.append('<text x="180" y="332" text-anchor="middle">score</text>')
    out.append('<text x="12" y="160" text-anchor="middle" transform="rotate(-90 12 160)">share that is right</text>')
    for number, (name, bins) in enumerate(named.items()):
        colour = colours[number]
        points = " ".join(f"{40 + 280 * chance:.1f},{300 - 280 * share:.1f}" for chance, share, _ in bins)
        out.append(f'<polyline points="{points}" fill="none" stroke="{colour}" stroke-width="1.5"/>')
        for point in points.split():
            x, y = point.split(",")
            out.append(f'<circle cx="{x}" cy="{y}" r="3" fill="{colour}"/>')
        out.append(f'<text x="52" y="{34 + 15 * number}" fill="{colour}">{name}</text>')
    path.write_text("\n".join([*out, "</svg>"]) + "\n")


def show_bins(bins: list[tuple[float, float, int]]) -> None:
    """One bin a line."""
    for low, share, size in bins:
        print(f"  chance {low:.3f}  right {share:.3f}  of {size}")


def as_spans(draft: Draft) -> dict:
    """The draft in the scorer's form."""
    return {"source": draft.source, "cue": draft.cue, "content": draft.content}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True, help="folder with PolNeAR's load.py and score.py")
    parser.add_argument("--model", type=Path, help="folder of a model; the installed one where absent")
    parser.add_argument("--gum", type=Path, help="gum_dev.jsonl")
    parser.add_argument("--plot", type=Path, help="where the SVG goes")
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
    show_bins(bins)
    named = {"PolNeAR dev, five folds": bins}
    final = fit(rows, right)
    if options.gum:
        gum_rows, gum_right = collect_gum(options.gum, model)
        gum_error, gum_bins = gap(1 / (1 + np.exp(-gum_rows @ final)), gum_right)
        print(f"GUM: {len(gum_right)} drafts, {gum_right.mean():.3f} right; mean gap {gum_error:.3f}")
        show_bins(gum_bins)
        named["GUM dev"] = gum_bins
    if options.plot:
        plot(named, options.plot)
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
    weights = {name: round(float(value), 4) for name, value in zip(NAMES, final, strict=True)}
    print(json.dumps(weights))
    if options.write:
        path = folder / "meta.json"
        meta = json.loads(path.read_text())
        meta["chance"] = weights
        path.write_text(json.dumps(meta, indent=1) + "\n")


if __name__ == "__main__":
    main()
