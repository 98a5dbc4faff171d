"""Measure what the encoder's vectors add to the choice of a pronoun's candidate, beside the features and alone.

usage: vectors.py cases --data FOLDER --kept FILE.npz [--docs FOLDER]   (needs sayso, its model and its parser)
       vectors.py fit --kept FILE.npz                                     (needs PyTorch)

FOLDER holds gap_dev.jsonl. Each he or she of GAP is one case: the vector of the pronoun, of each candidate's name
nearest to it and of its latest mention, and the features that coref_weights.json weighs. Three heads are fitted:
a softmax over the features; low-rank products of the pronoun's and the candidates' vectors with a hidden layer on them;
both added. Three folds of the training part, then the part kept for measuring. Seeds are fixed. Nothing of this is in
the program: README.md says what it gave.
"""

from __future__ import annotations

import argparse
import collections
import json
import sys
from pathlib import Path
from typing import Any

import numpy as np

LEAST = 4  # a feature seen less often is left out
BATCH = 64


def encoded(records: list[dict[str, Any]]) -> dict[str, list[tuple[Any, Any, Any]]]:
    """Id of a text -> for each window the starts and ends of its tokens, and their vectors (tokens, width)."""
    import sayso_en
    from sayso.encode import collate, tokenize, windows
    from sayso.tagger import Tagger

    tagger = Tagger(Path(sayso_en.__file__).parent / "data")
    tokens = [(record["id"], tokenize(record["text"], tagger.vocabulary)) for record in records]
    items = [(key, held, *span) for key, held in tokens for span in windows(held)]
    items.sort(key=lambda item: sum(map(len, item[1].pieces[item[2] : item[3]])))
    out: dict[str, list[tuple[Any, Any, Any]]] = {}
    for i in range(0, len(items), 8):
        some = items[i : i + 8]
        h = tagger.encoder.run(None, collate([item[1:] for item in some], tagger.vocabulary).feed())[0]
        for row, (key, held, start, end) in enumerate(some):
            vectors = h[row, : end - start].astype(np.float16)
            out.setdefault(key, []).append((held.starts[start:end], held.ends[start:end], vectors))
    return out


def vector_at(windows: list[tuple[Any, Any, Any]], place: int) -> Any:
    """The vector of the token that a code point lies in; zeros where there is none."""
    for starts, ends, vectors in windows:
        at = int(np.searchsorted(starts, place, "right")) - 1
        if at >= 0 and starts[at] <= place < ends[at]:
            return vectors[at]
    return np.zeros_like(windows[0][2][0])


def cases(data: Path, kept: Path, docs: Path | None) -> None:
    """Read GAP as far as each choice for he or she and keep what is known of its candidates."""
    sys.path.insert(0, str(Path(__file__).resolve().parent))
    import train

    from benchmarks.tasks import coref as task
    from sayso.extract.coref import cluster
    from sayso.extract.coref_pronouns import load_weights, table_of

    records = task.load(data, "gap")
    weights, rows = load_weights(), []

    class Spy(train.Teacher):
        def __call__(self, item: Any, rated: list[tuple[Any, list[str]]]) -> Any:
            taken = super().__call__(item, rated)
            number = self.chain.get((item.mention.span.start, item.mention.span.end))
            dev = task.is_dev(self.record["id"])
            if number is not None and item.kind in ("he", "she") and rated:
                places = []
                for group, _ in rated:
                    known = group.seen or group.members
                    named = [m for m in known if m.mention.kind != "pronoun"] or known
                    nearest = min(named, key=lambda m: abs(m.head - item.head))
                    places.append((nearest.mention.head.start, known[-1].mention.head.start))
                rows.append(
                    {
                        "id": self.record["id"],
                        "dev": dev,
                        "table": table_of(item),
                        "pronoun": item.mention.head.start,
                        "places": places,
                        "features": [features for _, features in rated],
                        "right": [self.right(number, group) for group, _ in rated],
                    }
                )
            return None if dev else taken  # on text kept for measuring the choice stays the weights' own

    for record, doc in zip(records, train.parses(records, docs / "gap.spacy" if docs else None), strict=True):
        context = train.context_of(doc)
        cluster(context, weights, Spy(record, context, [], 1.0, True))
    found = encoded(records)
    vectors = []
    for row in rows:
        held = found[row["id"]]
        vectors.append(vector_at(held, row["pronoun"]))
        vectors += [vector_at(held, place) for pair in row["places"] for place in pair]
    np.savez_compressed(kept, rows=np.array(json.dumps(rows)), vectors=np.stack(vectors))
    print(f"{len(rows)} choices, {sum(row['dev'] for row in rows)} kept for measuring")


def load(kept: Path) -> tuple[list[dict[str, Any]], list[dict[str, Any]], int]:
    """Training and measuring cases as tensors, and the number of features."""
    import torch

    with np.load(kept) as held:
        rows, vectors = json.loads(str(held["rows"])), held["vectors"].astype(np.float32)
    seen = collections.Counter(
        name for row in rows if not row["dev"] for one in row["features"] for f in one for name in (f, row["table"] + f)
    )
    index = {name: i for i, name in enumerate(sorted(name for name, count in seen.items() if count >= LEAST))}
    out: tuple[list[dict[str, Any]], list[dict[str, Any]]] = ([], [])
    at = 0
    for row in rows:
        many = len(row["features"])
        told = np.zeros((many, len(index)), dtype=np.float32)
        for i, one in enumerate(row["features"]):
            told[i, [index[n] for f in one for n in (f, row["table"] + f) if n in index]] = 1
        pairs = vectors[at + 1 : at + 1 + 2 * many].reshape(many, 2, -1)
        case = {"features": told, "pronoun": np.repeat(vectors[at : at + 1], many, 0)}
        case |= {"named": pairs[:, 0], "latest": pairs[:, 1], "right": np.array(row["right"])}
        out[row["dev"]].append({name: torch.tensor(value) for name, value in case.items()})
        at += 1 + 2 * many
    return *out, len(index)


def fit(kept: Path) -> None:
    """Print, for each head, the share of right choices by three folds and on the part kept for measuring."""
    import torch
    from torch import nn

    torch.set_num_threads(1)
    training, measuring, width = load(kept)
    size = training[0]["named"].shape[1]

    class Head(nn.Module):  # type: ignore[misc]
        def __init__(self, features: bool, hidden: int) -> None:
            super().__init__()
            self.features, self.hidden = features, hidden
            self.weights = nn.Linear(width, 1, bias=False)
            nn.init.zeros_(self.weights.weight)
            if hidden:
                self.pronoun, self.candidate = nn.Linear(size, hidden), nn.Linear(size, hidden)
                self.drop = nn.Dropout(0.4)
                layers = (nn.Linear(4 * hidden, hidden), nn.GELU(), nn.Dropout(0.4), nn.Linear(hidden, 1))
                self.out = nn.Sequential(nn.Dropout(0.4), *layers)

        def forward(self, some: list[dict[str, Any]]) -> Any:
            told = {name: torch.cat([case[name] for case in some]) for name in some[0]}
            score = self.weights(told["features"])[:, 0] if self.features else 0
            if self.hidden:
                p = self.pronoun(self.drop(told["pronoun"]))
                named = self.candidate(self.drop(told["named"]))
                latest = self.candidate(self.drop(told["latest"]))
                score = score + self.out(torch.cat([p * named, p * latest, named, latest], 1))[:, 0]
            return torch.split(score, [len(case["right"]) for case in some])

    def fitted(some: list[dict[str, Any]], features: bool, hidden: int, rounds: int, seed: int) -> Any:
        torch.manual_seed(seed)
        head, order = Head(features, hidden), np.random.default_rng(seed)
        some = [case for case in some if case["right"].any()]
        rest = [p for name, p in head.named_parameters() if not name.startswith("weights.")]
        groups = [{"params": head.weights.parameters(), "weight_decay": 0.0}, {"params": rest, "weight_decay": 0.05}]
        optimizer = torch.optim.AdamW([group for group in groups if group["params"]], lr=2e-3)
        for _ in range(rounds):
            drawn = order.permutation(len(some))
            for i in range(0, len(drawn), BATCH):
                batch = [some[j] for j in drawn[i : i + BATCH]]
                loss = 3.0 / len(some) * (head.weights.weight**2).sum()
                for case, score in zip(batch, head(batch), strict=True):
                    loss = loss + (score.logsumexp(0) - score[case["right"]].logsumexp(0)) / len(batch)
                optimizer.zero_grad()
                loss.backward()
                optimizer.step()
        return head.eval()

    def right(heads: list[Any], some: list[dict[str, Any]]) -> float:
        with torch.no_grad():
            scores = [[score.log_softmax(0) for score in head(some)] for head in heads]
        hits = (bool(case["right"][sum(s).argmax()]) for case, *s in zip(some, *scores, strict=True))
        return 100 * sum(hits) / len(some)

    for name, features, hidden, rounds in (
        ("features", True, 0, 25),
        ("vectors", False, 64, 12),
        ("both", True, 64, 12),
    ):
        folds = []
        for k in range(3):
            head = fitted([c for i, c in enumerate(training) if i % 3 != k], features, hidden, rounds, 0)
            folds.append(right([head], training[k::3]))
        heads = [fitted(training, features, hidden, rounds, seed) for seed in range(3)]
        alone = ", ".join(f"{right([head], measuring):.1f}" for head in heads)
        together = right(heads, measuring)
        print(f"{name}: three folds {np.mean(folds):.1f}; dev {alone}; together {together:.1f}", flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("step", choices=["cases", "fit"])
    parser.add_argument("--data", type=Path)
    parser.add_argument("--kept", type=Path, required=True)
    parser.add_argument("--docs", type=Path, help="keeps the parses, as in train.py")
    options = parser.parse_args()
    if options.step == "fit":
        fit(options.kept)
    elif options.data is None:
        parser.error("cases needs --data")
    else:
        cases(options.data, options.kept, options.docs)


if __name__ == "__main__":
    main()
