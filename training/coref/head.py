"""Train the head that says, by the encoder's vectors, whom a pronoun stands for, together with weights of the features.

    python training/coref/head.py DATA MODEL --cache FOLDER

DATA    a folder with gum_dev.jsonl (GUM, CC BY) and gap_dev.jsonl (GAP, Apache-2.0)
MODEL   the folder of the model's files (models/sayso_en/src/sayso_en/data): its encoder makes the vectors, and coref.npz
        is written there
FOLDER  keeps the parses, and what the tagger says under the encoder's digest, so that a second run trains at once

Trains on the documents whose id's SHA-1 is no multiple of 5. The reader runs over them as the program does, the gold
answer put in where it is known; what it saw at each choice is a case. --folds prints three folds of these documents
before, and how the head alone and the features alone do there. Needs PyTorch, which running does not. One thread, a
fixed seed. Each term is that of sayso/extract/entities/head.py.
"""

from __future__ import annotations

import argparse
import collections
import hashlib
import pickle
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import Tensor, nn

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
sys.path.insert(0, str(Path(__file__).resolve().parent))
import train  # noqa: E402

from benchmarks.tasks import coref as task  # noqa: E402
from sayso.extract.entities import (  # noqa: E402
    FILE,
    Group,
    Head,
    Item,
    PronounJudge,
    Rated,
    ReportContext,
    VectorView,
    build,
    cluster,
    judge_of,
    load_weights,
    places_of,
    read_head,
)
from sayso.extract.entities import MAX_CANDIDATES as MOST  # noqa: E402
from sayso.nlp.tagger import Tagged, Tagger  # noqa: E402
from sayso.nlp.vectors import vectors_of  # noqa: E402
from sayso.run.pipeline import Pipeline  # noqa: E402
from sayso.steps import Settings  # noqa: E402
from sayso.values.report import Report  # noqa: E402

SIZE, HIDDEN = 64, 64  # of a projection, of the layer over them
EPOCHS, BATCH = 12, 64
SEEDS = (0, 1, 2)  # as many nets side by side, their scores averaged: in folds GAP 75.6 -> 76.4, GUM 90.0 -> 90.4
RATE, FEATURES_RATE = 2e-3, 1e-2
DROP, DECAY = 0.4, 0.05
SHARED, OWN = 3.0, 6.0  # L2 of a feature's weight, for all roles of a pronoun and for one
KINDS = ("he",)  # of pronouns that the head chooses for: with "they" and "it" too, see README.md
PLAIN = 0.2  # share of a net of features alone in the sum: in folds GUM 90.4 -> 91.4, GAP 76.4 -> 76.1; .35 and .5 less
LEAST = 4  # a feature seen less often is left out
VECTOR = 384


@dataclass
class Choice:
    """One pronoun and its candidates; the last one is none of them.

    vectors   (1 + 2 * candidates, 384) float32: pronoun, each candidate's name or noun, each one's latest mention
    """

    table: str
    features: list[list[str]]
    right: list[bool]
    weight: float
    vectors: np.ndarray
    document: str


class Watcher(train.Teacher):
    """A teacher that keeps the vectors of each case."""

    def __init__(self, *given: Any, choices: list[Choice], vectors: np.ndarray, **named: Any) -> None:
        super().__init__(*given, **named)
        self.choices, self.vectors = choices, vectors

    def __call__(self, item: Item, rated: Rated) -> Group | None:
        count = len(self.cases)
        taken = super().__call__(item, rated)
        if len(self.cases) > count and self.cases[-1][0].partition(".")[0] in KINDS:
            named, latest = places_of(group for group, _ in rated)
            seen = self.vectors[[item.index, *named, *latest]]
            self.choices.append(Choice(*self.cases[-1], seen, self.record["id"]))  # type: ignore[call-arg]
        return taken


class Texts:
    """The documents of one set as the program reads them, as far as the step `entities`."""

    def __init__(self, name: str, data: Path, model: Path, cache: Path | None) -> None:
        self.name = name
        self.records = task.load(data, name)
        self.digest = hashlib.sha256((model / "encoder.int8.onnx").read_bytes()).hexdigest()
        docs = train.parses(self.records, cache / f"{name}.spacy" if cache else None)
        kept = cache / f"{name}.{self.digest[:12]}.tags" if cache else None
        if kept and kept.exists():
            self.tags: list[Tagged] = pickle.loads(kept.read_bytes())  # made by this script, in a folder of its own
        else:
            tagger = Tagger(model)
            self.tags = [tagger.tag([record["text"]])[0] for record in self.records]
            if kept:
                kept.write_bytes(pickle.dumps(self.tags))
        steps = Pipeline(("entities",)).steps
        self.contexts: list[ReportContext] = []
        for record, doc, tagged in zip(self.records, docs, self.tags, strict=True):
            held = {"report": Report.of(record["text"]), "language": train.ENGLISH, "settings": Settings()}
            held |= {"doc": doc, "tagged": tagged}
            for step in steps:
                if step.gives not in held and step.gives != "entities":
                    held[step.gives] = step.function(**{need: held[need] for need in step.needs})
            self.contexts.append(
                build(held["tree"], held["mentions"], held["attributions"], held["zones"], train.ENGLISH)
            )
        print(name, len(self.records), "documents,", round(time.process_time()), "seconds of CPU", flush=True)

    def choices(self) -> list[Choice]:
        """What the documents that train teach."""
        out: list[Choice] = []
        judge = PronounJudge(load_weights("sayso_en"))
        for record, context, tagged in zip(self.records, self.contexts, self.tags, strict=True):
            vectors = vectors_of(context.tree, tagged, [item.head for item in context.items])
            if not task.is_dev(record["id"]) and vectors is not None:
                gap = self.name == "gap"
                cluster(context, judge, Watcher(record, context, [], 1.0, gap, choices=out, vectors=vectors))
        return out

    def measure(self, head: Head | None, wanted: Any) -> dict[str, tuple[int, float]]:
        """Kind of pronoun -> how many, and the share led to the right one, of the documents that are wanted.

        head   None: features alone
        """
        found, names, records = {}, {}, []
        for record, context, tagged in zip(self.records, self.contexts, self.tags, strict=True):
            if not wanted(record["id"]):
                continue
            judge = judge_of(context, None, "")
            if head is not None:
                vectors = vectors_of(context.tree, tagged, [item.head for item in context.items])
                judge = (
                    PronounJudge(load_weights("sayso_en"), VectorView(head, vectors)) if vectors is not None else judge
                )
            groups = cluster(context, judge)
            spans = {i.index: (i.mention.span.start, i.mention.span.end) for i in context.items}
            names[record["id"]] = frozenset(spans[i.index] for i in context.items if i.name)
            found[record["id"]] = [[spans[i.index] for i in group.members] for group in groups]
            records.append(record)
        rates = task.rates(records, found, names)
        return {kind: (count, round(recall, 1)) for kind, (count, _, recall) in sorted(rates.items())}


class Net(nn.Module):
    """The same sums as sayso/extract/entities/head.py, with dropout; a bare one is features alone."""

    def __init__(self, features: int, *, bare: bool = False) -> None:
        super().__init__()
        self.bare = bare
        self.weights = nn.EmbeddingBag(features + 1, 1, mode="sum", padding_idx=0)
        nn.init.zeros_(self.weights.weight)
        self.pronoun, self.candidate = nn.Linear(VECTOR, SIZE), nn.Linear(VECTOR, SIZE)
        self.hidden, self.out = nn.Linear(4 * SIZE, HIDDEN), nn.Linear(HIDDEN, 1)
        self.none = nn.Linear(SIZE, 1, bias=False)
        self.drop = nn.Dropout(DROP)

    def forward(self, case: dict[str, Tensor]) -> Tensor:
        """(cases, MOST + 1) a score a candidate, the last one for none of them; -1e9 where there is no candidate."""
        count, many, slots = case["features"].shape
        plain = self.weights(case["features"].reshape(count * many, slots)).reshape(count, many)
        if self.bare:
            return plain.masked_fill(~case["there"], -1e9)
        one = case["pronoun"][:, None]
        own = self.pronoun(self.drop(one.expand(-1, MOST, -1)))  # other numbers are dropped for each candidate
        named, latest = self.candidate(self.drop(case["named"])), self.candidate(self.drop(case["latest"]))
        pairs = self.drop(torch.cat([own * named, own * latest, named, latest], 2))
        fit = self.out(self.drop(torch.relu(self.hidden(pairs))))[:, :, 0]
        return (plain + torch.cat([fit, self.none(self.pronoun(self.drop(one)))[:, :, 0]], 1)).masked_fill(
            ~case["there"], -1e9
        )


def tensors(choices: list[Choice], index: dict[str, int]) -> dict[str, Tensor]:
    """All cases, each with room for MOST candidates, and one row more for none of them."""
    rows = [
        [[index[n] for f in row for n in names_of(choice.table, f) if n in index] for row in choice.features]
        for choice in choices
    ]
    slots = max(len(row) for held in rows for row in held)
    count = len(choices)
    features = np.zeros((count, MOST + 1, slots), dtype="int32")
    pronoun = np.zeros((count, VECTOR), dtype="float32")
    named, latest = (np.zeros((count, MOST, VECTOR), dtype="float32") for _ in range(2))
    there, right = (np.zeros((count, MOST + 1), dtype=bool) for _ in range(2))
    for n, (choice, held) in enumerate(zip(choices, rows, strict=True)):
        many = len(held) - 1
        places = [*range(many), MOST]
        for place, row in zip(places, held, strict=True):
            features[n, place, : len(row)] = row
        there[n, places], right[n, places] = True, choice.right
        pronoun[n] = choice.vectors[0]
        named[n, :many], latest[n, :many] = choice.vectors[1 : many + 1], choice.vectors[many + 1 :]
    out = {"features": features, "pronoun": pronoun, "named": named, "latest": latest, "there": there, "right": right}
    out["weight"] = np.array([choice.weight for choice in choices], dtype="float32")
    return {name: torch.from_numpy(value) for name, value in out.items()}


def names_of(table: str, feature: str) -> tuple[str, str]:
    """The two weights of a feature: shared by all roles of a pronoun, and of this role."""
    return f"{table[:2]}|{feature}", f"{table}|{feature}"


def fit(choices: list[Choice]) -> Head:
    """The head that these choices teach."""
    counts = collections.Counter(n for c in choices for row in c.features for f in row for n in names_of(c.table, f))
    index = {name: i + 1 for i, name in enumerate(sorted(n for n, count in counts.items() if count >= LEAST))}
    cases = tensors(choices, index)
    nets = [fitted(cases, index, seed) for seed in SEEDS]
    return as_head(nets, fitted(cases, index, SEEDS[0], bare=True), choices, index)


def fitted(cases: dict[str, Tensor], index: dict[str, int], seed: int, *, bare: bool = False) -> Net:
    """One net, trained from this seed."""
    count = len(cases["weight"])
    decay = torch.tensor([0.0, *(SHARED if name.index("|") == 2 else OWN for name in index)]) / count
    torch.manual_seed(seed)
    net = Net(len(index), bare=bare)
    rest = [p for name, p in net.named_parameters() if not name.startswith("weights.")]
    plain = {"params": net.weights.parameters(), "weight_decay": 0.0, "lr": FEATURES_RATE}
    optimizer = torch.optim.AdamW([plain, {"params": rest, "weight_decay": DECAY}], lr=RATE)
    for _ in range(EPOCHS):
        for some in torch.randperm(count).split(BATCH):
            batch = {name: value[some] for name, value in cases.items()}
            score = net(batch)
            lost = score.logsumexp(1) - score.masked_fill(~batch["right"], -1e9).logsumexp(1)
            loss = (decay * net.weights.weight[:, 0] ** 2).sum() + (batch["weight"] * lost).mean()
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
    return net.eval()


def as_head(nets: list[Net], plain: Net, choices: list[Choice], index: dict[str, int]) -> Head:
    """The trained numbers as the program holds them: shared and own weights of a feature become one, the nets one net.

    The nets' numbers stand side by side, and `hidden` has zeros where those of one would meet those of another.
    """
    share = (1 - PLAIN) / len(nets)
    parts = [(net, share) for net in nets] + [(plain, PLAIN)]
    value = sum(net.weights.weight.detach().numpy()[:, 0] * part for net, part in parts)
    features: dict[str, dict[str, float]] = {table: {} for table in sorted({choice.table for choice in choices})}
    for table, held in features.items():
        for name, number in index.items():
            group, _, feature = name.partition("|")
            if group in (table, table[:2]):
                held[feature] = held.get(feature, 0.0) + float(value[number])

    def beside(layer: str, kind: str) -> np.ndarray:
        return np.concatenate([getattr(getattr(net, layer), kind).detach().numpy().T for net in nets], axis=-1)

    matrices = {name: beside(name, "weight") for name in ("pronoun", "candidate")}
    matrices |= {f"{name}_bias": beside(name, "bias") for name in ("pronoun", "candidate", "hidden")}
    hidden = np.zeros((4, len(nets), SIZE, len(nets), HIDDEN), dtype="float32")
    for n, net in enumerate(nets):
        hidden[:, n, :, n] = net.hidden.weight.detach().numpy().T.reshape(4, SIZE, HIDDEN)
    matrices["hidden"] = hidden.reshape(4 * len(nets) * SIZE, len(nets) * HIDDEN)
    matrices["out"] = np.concatenate([net.out.weight.detach().numpy()[0] for net in nets]) * share
    matrices["out_bias"] = sum(net.out.bias.detach().numpy() for net in nets) * share
    matrices["none"] = np.concatenate([net.none.weight.detach().numpy()[0] for net in nets]) * share
    return Head(features, matrices)


def write(head: Head, digest: str, out: Path) -> None:
    """coref.npz, in half precision."""
    rows = [(f"{table}|{name}", value) for table, held in head.features.items() for name, value in sorted(held.items())]
    np.savez_compressed(
        out,
        features=np.frombuffer("\n".join(name for name, _ in rows).encode(), dtype="uint8"),
        weights=np.array([value for _, value in rows], dtype="float16"),
        encoder=np.array(digest[:16]),
        **{name: value.astype("float16") for name, value in head.matrices.items()},  # type: ignore[arg-type]
    )
    print(out, out.stat().st_size, "bytes", flush=True)


def part_of(name: str) -> int:
    """Which of three folds a document is in."""
    return int(hashlib.sha1(name.encode()).hexdigest(), 16) // 5 % 3


def main() -> int:
    """The command of the docstring above."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("model", type=Path)
    parser.add_argument("--cache", type=Path)
    parser.add_argument("--folds", action="store_true", help="three folds of what trains, before")
    options = parser.parse_args()
    torch.set_num_threads(1)
    if options.cache:
        options.cache.mkdir(parents=True, exist_ok=True)
    sets = [Texts(name, options.data, options.model, options.cache) for name in ("gum", "gap")]
    choices = [choice for texts in sets for choice in texts.choices()]
    print(len(choices), "choices", dict(collections.Counter(c.table for c in choices)), flush=True)
    if options.folds:
        for k in range(3):
            head = fit([choice for choice in choices if part_of(choice.document) != k])
            for texts in sets:
                for called, scorer in (("features", None), ("both", head)):
                    told = texts.measure(scorer, lambda name: not task.is_dev(name) and part_of(name) == k)  # noqa: B023
                    print("fold", k, texts.name, called, told, flush=True)
    write(fit(choices), sets[0].digest, options.model / FILE)
    head = read_head(options.model / FILE)
    for texts in sets:
        for called, scorer in (("features alone", None), ("with the head", head)):
            print("dev", texts.name, called, texts.measure(scorer, task.is_dev), flush=True)
    print(round(time.process_time()), "seconds of CPU")
    return 0


if __name__ == "__main__":
    sys.exit(main())
