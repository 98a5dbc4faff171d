"""Fit the name matcher: edit costs, then trees over what a comparison of two names finds.

    python training/names/train.py NEWS.jsonl LISTS.jsonl [--out models/sayso_en/src/sayso_en/data/names.json]

Each line of a file is {"a", "b", "match"}, and "source" in the news: names of one matter, which stay in one fold. Prints
F1 in five folds: at the threshold that ships (0), and at the best one of all folds. Nothing is drawn at random.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parent))

from boost import Settings, answer, boost
from edits import learn
from made import made_pairs

from sayso.lang import load_language
from sayso.nlp.names import NameMatcher
from sayso.nlp.names.edits import Edits
from sayso.nlp.names.likeness import FEATURES
from sayso.nlp.names.parts import Taking

HERE = Path(__file__).resolve().parent
FOLDS = 5
# What a pair counts: the news have many pairs of names that share nothing, the lists are few and hard.
WEIGHT_NEWS, WEIGHT_OTHER_NEWS, WEIGHT_LISTS, WEIGHT_MADE = 1.0, 0.3, 2.0, 0.2
FALLING = ("initial_against", "numbers", "places_against", "cost_most", "far_sum", "far_most")
RISING = ("same_share", "fit_short", "acronym", "gender")


def bare_matcher() -> NameMatcher:
    """A matcher with learned costs and no trees."""
    lines = (HERE / "variants.tsv").read_text(encoding="utf-8").splitlines()
    pairs = [tuple(line.split("\t")[:2]) for line in lines if not line.startswith("#")]
    costs = learn((left, right) for left, right in pairs)
    edits = Edits(costs, variants=frozenset(" ".join(sorted(pair)) for pair in pairs))
    return NameMatcher(Taking(load_language("en")), edits)


def fold_of(key: str) -> int:
    """The fold of a matter, or of a name."""
    return int(hashlib.sha1(key.encode()).hexdigest(), 16) % FOLDS


def best_f1(scores: np.ndarray, labels: np.ndarray) -> tuple[float, float]:
    """The best F1 and its threshold."""
    order = np.argsort(-scores, kind="stable")
    right = np.cumsum(labels[order])
    f1 = 2 * right / (np.arange(1, len(order) + 1) + labels.sum())
    at = int(np.argmax(f1))
    return 100 * float(f1[at]), float(scores[order[at]])


def main() -> None:
    """Fit, measure and write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("news", type=Path)
    parser.add_argument("lists", type=Path)
    parser.add_argument("--out", type=Path)
    parser.add_argument("--no-folds", action="store_true")
    given = parser.parse_args()
    matcher = bare_matcher()
    pairs, labels, weights, folds, parts = [], [], [], [], []
    for part, path in (("news", given.news), ("lists", given.lists)):
        for line in path.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            pairs.append((row["a"], row["b"]))
            labels.append(float(row["match"]))
            news = WEIGHT_NEWS if row["match"] else WEIGHT_OTHER_NEWS
            weights.append(news if part == "news" else WEIGHT_LISTS)
            folds.append(fold_of(row["source"] if part == "news" else min(row["a"], row["b"])))
            parts.append(part)
    for at, (left, right, match) in enumerate(made_pairs()):
        pairs.append((left, right))
        labels.append(float(match))
        weights.append(WEIGHT_MADE)
        folds.append(at % FOLDS)
        parts.append("made")
    found = [matcher.alike(left, right) for left, right in pairs]
    rows = np.array([one.features for one in found])
    blocked = np.array([bool(one.blocked) for one in found])
    y, w, fold, part_of = np.array(labels), np.array(weights), np.array(folds), np.array(parts)
    number = {name: at for at, name in enumerate(FEATURES)}
    settings = Settings(falling=tuple(number[n] for n in FALLING), rising=tuple(number[n] for n in RISING))
    if not given.no_folds:
        scores = np.zeros(len(y))
        for number_of in range(FOLDS):
            train = (fold != number_of) & ~blocked
            start, trees = boost(rows[train], y[train], w[train], settings)
            test = fold == number_of
            scores[test] = start + settings.rate * sum(answer(tree, rows[test]) for tree in trees)
        scores[np.array([one.other_gender for one in found])] -= 4.0
        scores[blocked] = -99.0
        for part in ("news", "lists", "made"):
            chosen = part_of == part
            yes = scores[chosen] >= 0
            at_zero = 200 * (yes & (y[chosen] == 1)).sum() / (yes.sum() + y[chosen].sum())
            best, threshold = best_f1(scores[chosen], y[chosen])
            print(f"{part}: F1 {at_zero:.1f} at 0, {best:.1f} at {threshold:.2f}")
    if given.out:
        start, trees = boost(rows[~blocked], y[~blocked], w[~blocked], settings)
        held = {
            "features": FEATURES,
            "start": round(start, 4),
            "rate": settings.rate,
            "trees": [[[int(f), round(t, 4), int(a), int(b)] for f, t, a, b in tree] for tree in trees],
            "costs": matcher.edits.costs,
            "variants": sorted(matcher.edits.variants),
        }
        given.out.write_text(json.dumps(held, separators=(",", ":")) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
