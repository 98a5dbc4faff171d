"""Train the network of roles: which words are the parts of an event, by the parse and the encoder's vectors.

    python training/events/roles.py DATA MODEL --cache FOLDER

DATA    a folder with events/qasrl_wikipedia.dev.*, events/qanom_train.csv; --measure adds events/qasrl_wikinews.dev.*
        and events/qanom_dev.csv
MODEL   the folder of the model's files (models/sayso_en/src/sayso_en/data): its encoder makes the vectors, and roles.npz
        is written there
FOLDER  keeps the parses, and the vectors under the encoder's digest, so that a second run trains at once

The encoder stays as it is. Needs PyTorch, which running does not. One thread and a fixed seed.
"""

from __future__ import annotations

import argparse
import csv
import hashlib
import pickle
import sys
import time
from collections import Counter
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F
from torch import Tensor, nn

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
from benchmarks.task import Record  # noqa: E402
from benchmarks.tasks.events import measure_parts, overlap, parse, read_qasrl, tag_trees  # noqa: E402
from sayso.extract.events import (  # noqa: E402
    CASED,  # noqa: E402
    CLASSES,
    Candidate,
    Network,
    Setting,
    candidates,
    read_network,
    width,  # noqa: E402
)
from sayso.extract.events import NETWORK as FILE  # noqa: E402
from sayso.lang import load_language  # noqa: E402
from sayso.nlp.tagger import Tagger  # noqa: E402
from sayso.nlp.tree import Tree  # noqa: E402

PARTS = load_language("en").events.parts
SETS = {
    "wikipedia": ("qasrl_wikipedia.dev.gold.csv", "qasrl_wikipedia.dev.sentences.csv"),
    "qanom": ("qanom_train.csv", None),
    "wikinews": ("qasrl_wikinews.dev.gold.csv", "qasrl_wikinews.dev.sentences.csv"),
    "nouns": ("qanom_dev.csv", None),
}
ORDER = ("AGENT", "PATIENT", "OBJ2", "WHERE", "WHEN", "WHY", "HOW")
WEIGHT = {"wikipedia": 4.0, "qanom": 1.0}  # QA-SRL has three workers a verb and is small
LEAST = 8  # a feature seen less often is left out
SLOTS = 28  # features of a candidate
INNER, HIDDEN, PAIR = 24, 128, 48
EPOCHS, BATCH, RATE, DECAY, SEED = 5, 512, 1.5e-3, 1e-2, 2
DROP, FORGET = 0.5, 0.4  # of hidden numbers, of features
BLIND = 0.15  # share of candidates that are shown without vectors


class Roles(nn.Module):
    """The same sums as sayso.extract.events.network.Network, with dropout."""

    def __init__(self, features: int) -> None:
        super().__init__()
        self.inner = nn.EmbeddingBag(features + 1, INNER, mode="sum", padding_idx=0)
        self.direct = nn.EmbeddingBag(features + 1, len(CLASSES), mode="sum", padding_idx=0)
        nn.init.normal_(self.inner.weight, std=0.1)
        nn.init.zeros_(self.direct.weight)
        with torch.no_grad():
            self.inner.weight[0] = 0
        self.parse = nn.Linear(INNER, HIDDEN)
        self.candidate = nn.Linear(384, HIDDEN, bias=False)
        self.trigger = nn.Linear(384, HIDDEN, bias=False)
        self.candidate_pair = nn.Linear(384, PAIR)
        self.trigger_pair = nn.Linear(384, PAIR)
        self.pair = nn.Linear(PAIR, HIDDEN, bias=False)
        self.middle = nn.Linear(HIDDEN, HIDDEN)
        self.out = nn.Linear(HIDDEN, len(CLASSES))

    def forward(self, features: Tensor, candidate: Tensor, trigger: Tensor, seen: Tensor) -> Tensor:
        def drop(x: Tensor, share: float = DROP) -> Tensor:
            return F.dropout(x, share, self.training)

        kept = 1.0
        if self.training:  # whole features go, so that none is leant on alone
            features = features * (torch.rand(features.shape) > FORGET).int()
            kept = 1 / (1 - FORGET)
        vectors = self.candidate(drop(candidate, DROP / 2)) + self.trigger(drop(trigger, DROP / 2))
        vectors = vectors + self.pair(self.candidate_pair(candidate) * self.trigger_pair(trigger))
        x = drop(F.relu(self.parse(self.inner(features) * kept) + vectors * seen[:, None]))
        x = drop(F.relu(self.middle(x))) + x
        return self.out(x) + self.direct(features) * kept


def gold_labels(tree: Tree, trigger: int, found: list[Candidate], gold: list[tuple[str, int, int]]) -> list[int]:
    """The class of each candidate: that of the answer which it fits best; an answer marks one candidate."""
    label = [0] * len(found)
    spans = [tuple(width(tree, one, trigger, PARTS, case=case) for case in (False, True)) for one in found]
    for role, start, end in sorted(gold, key=lambda answer: ORDER.index(answer[0])):
        best: tuple[tuple[bool, float], int] | None = None
        for i, one in enumerate(found):
            share = overlap(spans[i][role in CASED], (start, end))
            inside = start <= one.token < end
            fits = share >= 0.4 or (inside and role in ORDER[:2])
            if fits and not label[i] and (best is None or (inside, share) > best[0]):
                best = ((inside, share), i)
        if best is not None:
            label[best[1]] = CLASSES.index(role)
    return label


class Sentences:
    """The sentences of one set: trees, and the vectors of their tokens one after the other."""

    def __init__(self, name: str, data: Path, model: Path, cache: Path | None) -> None:
        gold, sentences = SETS[name]
        self.items: list[Record] = read_qasrl(
            data / "events" / gold, data / "events" / sentences if sentences else None
        )
        digest = encoder_digest(model)
        kept = cache / f"{name}.trees" if cache else None
        if kept and kept.exists():
            self.trees: dict[str, Tree] = pickle.loads(kept.read_bytes())  # made by this script, in a folder of its own
        else:
            tokens = {item["id"]: item["tokens"] for item in self.items}
            self.trees = dict(zip(tokens, map(Tree, parse(tokens.values())), strict=True))
            if kept:
                kept.write_bytes(pickle.dumps(self.trees))
        held = cache / f"{name}.{digest[:12]}.npy" if cache else None
        if held and held.exists():
            self.vectors = np.load(held)
        else:
            self.vectors = np.concatenate(tag_trees(list(self.trees.values()), Tagger(model)))
            if held:
                np.save(held, self.vectors)
        self.first: dict[str, int] = {}
        at = 0
        for key, tree in self.trees.items():
            self.first[key] = at
            at += len(tree)
        print(name, len(self.items), "predicates", at, "tokens", flush=True)

    def of(self, key: str) -> np.ndarray:
        """(tokens, 384) of one sentence."""
        first = self.first[key]
        return self.vectors[first : first + len(self.trees[key])]


def encoder_digest(model: Path) -> str:
    """SHA-256 of the encoder's file."""
    return hashlib.sha256((model / "encoder.int8.onnx").read_bytes()).hexdigest()


def train(sets: list[tuple[Sentences, float]], digest: str, out: Path) -> None:
    """Fit the network and write it: rows of features as int8 with a scale a column, matrices in half precision."""
    items: list[list[str]] = []
    rows: list[tuple[int, int, int, float]] = []  # candidate, trigger, label, weight
    offset = 0
    for sentences, weight in sets:
        for item in sentences.items:
            tree, trigger = sentences.trees[item["id"]], item["pred"]
            found, setting = candidates(tree, trigger, PARTS), Setting(tree, trigger, PARTS)
            at = offset + sentences.first[item["id"]]
            labels = gold_labels(tree, trigger, found, [answer[:3] for answer in item["gold"]])
            items += [[sys.intern(name) for name in setting.features(one)] for one in found]
            rows += [(at + one.token, at + trigger, label, weight) for one, label in zip(found, labels, strict=True)]
        offset += len(sentences.vectors)
    counts = Counter(name for item in items for name in set(item))
    names = sorted(name for name, count in counts.items() if count >= LEAST)
    number = {name: i + 1 for i, name in enumerate(names)}
    features = torch.zeros(len(items), SLOTS, dtype=torch.int32)
    for i, names_of_item in enumerate(items):
        numbers = [number[name] for name in names_of_item if name in number][:SLOTS]
        features[i, : len(numbers)] = torch.tensor(numbers, dtype=torch.int32)
    vectors = torch.from_numpy(np.concatenate([sentences.vectors for sentences, _ in sets]).astype("float32"))
    candidate, trigger, label = (torch.tensor([row[k] for row in rows]) for k in range(3))
    weights = torch.tensor([row[3] for row in rows])
    print(len(items), "candidates", len(names), "features", flush=True)
    torch.manual_seed(SEED)
    net = Roles(len(names))
    optimizer = torch.optim.AdamW(net.parameters(), lr=RATE, weight_decay=DECAY)
    steps, step = EPOCHS * -(-len(items) // BATCH), 0
    for epoch in range(EPOCHS):
        total = 0.0
        order = torch.randperm(len(items))
        for i in range(0, len(items), BATCH):
            j = order[i : i + BATCH]
            seen = (torch.rand(len(j)) > BLIND).float()
            scores = net(features[j], vectors[candidate[j]], vectors[trigger[j]], seen)
            loss = (F.cross_entropy(scores, label[j], reduction="none", label_smoothing=0.03) * weights[j]).mean()
            for group in optimizer.param_groups:
                group["lr"] = RATE * min(1, (step + 1) / 50) * (1 - step / steps)
            optimizer.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(net.parameters(), 2.0)
            optimizer.step()
            step += 1
            total += float(loss.detach())
        print("epoch", epoch, "loss", round(total * EPOCHS / steps, 4), flush=True)
    write(net, names, digest, out)


def write(net: Roles, names: list[str], digest: str, out: Path) -> None:
    """roles.npz; what is read back is what was trained, up to int8."""
    table = torch.cat([net.inner.weight, net.direct.weight], 1).detach().numpy()[1:]
    scale = np.abs(table).max(0) / 127
    arrays: dict[str, np.ndarray] = {}
    for name in ("parse", "candidate", "trigger", "candidate_pair", "trigger_pair", "pair", "middle", "out"):
        layer = getattr(net, name)
        arrays[name] = layer.weight.detach().numpy().T.astype("float16")
        if layer.bias is not None:
            arrays[f"{name}_bias"] = layer.bias.detach().numpy().astype("float16")
    np.savez_compressed(
        out,
        features=np.frombuffer("\n".join(names).encode(), dtype="uint8"),
        table=np.round(table / scale).astype("int8"),
        scale=scale.astype("float32"),
        encoder=np.array(digest[:16]),
        **arrays,  # type: ignore[arg-type]  # numpy takes any names
    )
    print(out, out.stat().st_size, "bytes", flush=True)


def measure(network: Network, sentences: Sentences, *, blind: bool = False) -> dict[str, float]:
    """HEAD and UA of a set; blind: without vectors."""
    vectors = {key: None if blind else sentences.of(key).astype("float32") for key in sentences.trees}
    return measure_parts(sentences.items, sentences.trees, vectors, network)


def main() -> int:
    """The command of the docstring above."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("model", type=Path)
    parser.add_argument("--cache", type=Path)
    parser.add_argument("--measure", action="store_true", help="also on Wikinews and QANom dev, which train nothing")
    parser.add_argument("--only-measure", action="store_true", help="the weights that are there")
    options = parser.parse_args()
    csv.field_size_limit(10**7)
    torch.set_num_threads(1)
    if options.cache:
        options.cache.mkdir(parents=True, exist_ok=True)
    out = options.model / FILE
    if not options.only_measure:
        sets = [(Sentences(name, options.data, options.model, options.cache), w) for name, w in WEIGHT.items()]
        train(sets, encoder_digest(options.model), out)
    if options.measure or options.only_measure:
        network = read_network(out)
        for name in ("wikinews", "nouns"):
            sentences = Sentences(name, options.data, options.model, options.cache)
            for blind in (False, True):
                print(name, "without vectors" if blind else "", measure(network, sentences, blind=blind), flush=True)
    print(round(time.process_time()), "seconds of CPU")
    return 0


if __name__ == "__main__":
    sys.exit(main())
