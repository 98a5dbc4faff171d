"""Train the head that says what a phrase stands for: a person, a body, a place, nobody; on the encoder's vectors.

    python training/coref/someone.py DATA MODEL --cache FOLDER [--epochs 8] [--seed 1]

DATA    a folder with coref/gum_dev.jsonl and gum_more.jsonl (GUM, CC BY) and crossdoc/ecbplus_train_dev.jsonl (ECB+,
        annotation CC BY)
MODEL   the folder of the model's files (models/sayso_en/src/sayso_en/data); someone.npz is written there
FOLDER  keeps what the program's steps say of each text; that of chains.py serves

GUM marks every noun phrase with its type; ECB+, which is news, persons and bodies, events, times and things in some
sentences. A phrase without a mark counts nowhere. A third of ECB+'s reports is read, and half of these once more in
capitals, as some agencies write. Documents of GUM whose id's SHA-1 is a multiple of 5, and ECB+'s own dev topics,
measure. Needs PyTorch, which running does not. One thread, a fixed seed.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import pickle
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import numpy as np
import torch
import torch.nn.functional as F  # noqa: N812
from torch import Tensor, nn

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
from benchmarks.tasks import coref as task  # noqa: E402
from sayso.extract.entities import chaining  # noqa: E402
from sayso.lang import load_language  # noqa: E402
from sayso.nlp.vectors import vectors_of  # noqa: E402
from sayso.run.pipeline import Pipeline  # noqa: E402
from sayso.steps import Settings  # noqa: E402
from sayso.values.report import Report  # noqa: E402
from training.coref import chains  # noqa: E402

ECB: Final = "crossdoc/ecbplus_train_dev.jsonl"
ECB_DEV: Final = {"2", "5", "12", "18", "21", "23", "34", "35"}  # topics
EVERY, LOUD = 3, 2  # of ECB+'s reports one is read; of these one in capitals too
TYPES: Final = {"person": 0, "organization": 1, "place": 2}
PARTS: Final = {
    "HUMAN_PART_PER": 0, "HUMAN_PART_GENERIC": 0, "HUMAN_PART_ORG": 1, "HUMAN_PART_MET": 1, "HUMAN_PART_GPE": 1,
    "LOC": 2, "ACTION": 3, "NEG": 3, "TIME": 3, "NON": 3,
}  # fmt: skip
NOBODY, UNMARKED = 3, -1
RATE, DECAY, BATCH, HIDDEN = 1e-3, 0.02, 256, 96
DROP_VECTORS, DROP_HIDDEN = 0.2, 0.3
LEAST_SHARE = 0.5  # of a phrase and a mention that are one
VECTOR = 384

Record = dict[str, Any]
Mark = tuple[int, int, int]  # start, end, label


@dataclass
class Document:
    """The phrases of one text: arrays of a phrase each, and labels, UNMARKED where the gold marks none."""

    corpus: str
    kept: bool
    arrays: dict[str, np.ndarray]
    label: np.ndarray


def of_gum(data: Path, name: str, cache: Path) -> list[Document]:
    """The documents of one part of GUM, as chains.py makes them, with the types of their phrases."""
    with (data / "coref" / f"{name}.jsonl").open(encoding="utf-8") as lines:
        records = {record["id"]: record for record in map(json.loads, lines)}
    out = []
    for doc in chains.documents(data / "coref", name, cache):
        marks = [
            (m["start"], m["end"], TYPES.get(m["type"], NOBODY))
            for chain in records[doc.id]["gum_clusters"]
            for m in chain
        ]
        out.append(Document(name, task.is_dev(doc.id), doc.arrays, labels(doc.spans, marks)))
    return out


def labels(spans: list[tuple[int, int]], marks: list[Mark]) -> np.ndarray:
    """For each phrase the label of the mark that shares most with it, half or more."""
    out = np.full(len(spans), UNMARKED)
    for number, (start, end) in enumerate(spans):
        best = 0.0
        for low, high, label in marks:
            shared = min(high, end) - max(low, start)
            share = shared / (max(high, end) - min(low, start)) if shared > 0 else 0.0
            if share >= LEAST_SHARE and share > best:
                best, out[number] = share, label
    return out


def capitals(text: str) -> str:
    """A text in capitals, of the same length."""
    return "".join(letter.upper() if len(letter.upper()) == 1 else letter for letter in text)


def of_ecb(data: Path, cache: Path) -> list[Document]:
    """Reports of ECB+, some in capitals too; a label for the chief word of each mention that is marked."""
    kept = cache / "ecb.someone.pkl"
    if kept.exists():
        made: list[Document] = pickle.loads(kept.read_bytes())  # made by this script, in a folder of its own
        return made
    language = load_language("en")
    steps = [step for step in Pipeline(("mentions",)).steps if step.gives not in ("chains", "mentions")]
    with (data / ECB).open(encoding="utf-8") as lines:
        records = [json.loads(line) for line in lines]
    out = []
    for record in records:
        number = int(hashlib.sha1(record["id"].encode()).hexdigest(), 16)
        texts = [record["text"], capitals(record["text"])] if number // EVERY % LOUD == 0 else [record["text"]]
        for text in texts if number % EVERY == 0 else ():
            report = Report.of(text)
            held: dict[str, Any] = {"report": report, "language": language, "settings": Settings()}
            for step in steps:
                given = {need: [held[need]] if step.many else held[need] for need in step.needs}
                result = step.function(**given)
                held[step.gives] = next(iter(result)) if step.many else result
            vectors = vectors_of(held["tree"], held["tagged"])
            phrases = chaining.phrases_of(report, held["tree"], held["someones"], held["zones"], language)
            if vectors is not None and phrases:
                seen = chaining.Seen(phrases, held["tree"], language, vectors)
                arrays = {name: getattr(seen, name) for name in chaining.CODES}
                arrays["vectors"] = seen.vectors.astype(np.float16)  # as the encoder gives them
                out.append(Document("ecb", str(record["topic"]) in ECB_DEV, arrays, labels_by_head(seen, record)))
    kept.write_bytes(pickle.dumps(out))
    print("ECB+", len(out), "documents,", round(time.process_time()), "seconds of CPU", flush=True)
    return out


def labels_by_head(seen: chaining.Seen, record: Record) -> np.ndarray:
    """For each phrase the label of the shortest mark that has its head: ECB+ often marks no more than that."""
    tree = seen.tree
    at_head: dict[int, tuple[int, int]] = {}
    starts, ends = np.array(tree.start), np.array(tree.end)
    for mention in record["mentions"]:
        tag = mention["tag"]
        label = PARTS.get(tag, PARTS.get(tag.partition("_")[0]))
        if label is None:
            continue
        first = int(np.searchsorted(ends, mention["start"], side="right"))
        past = int(np.searchsorted(starts, mention["end"]))
        tops = [k for k in range(first, past) if not first <= tree.head[k] < past or tree.head[k] == k]
        nouns = [k for k in tops if tree.pos[k] in ("NOUN", "PROPN", "PRON")]
        for head in nouns[:1] or tops[:1]:
            if head not in at_head or past - first < at_head[head][0]:
                at_head[head] = (past - first, label)
    return np.array([at_head.get(head, (0, UNMARKED))[1] for head in seen.head.tolist()])


class Net(nn.Module):
    """The head as sayso/extract/entities/chaining/someone.py works it out."""

    def __init__(self) -> None:
        super().__init__()
        self.vectors = nn.Linear(3 * VECTOR, HIDDEN)
        self.kind, self.width = nn.Embedding(chaining.KINDS, HIDDEN), nn.Embedding(len(chaining.WIDTHS) + 1, HIDDEN)
        self.schema, self.form = nn.Embedding(chaining.CLASSES, HIDDEN), nn.Embedding(chaining.FORMS, HIDDEN)
        self.role = nn.Embedding(len(chaining.ROLES), HIDDEN)
        self.out = nn.Linear(HIDDEN, 4)
        for name in chaining.CODES:
            nn.init.normal_(getattr(self, name).weight, std=0.1)

    def forward(self, held: dict[str, Tensor]) -> Tensor:
        """(phrases, 4) logits."""
        hidden = self.vectors(F.dropout(held["vectors"].flatten(1), DROP_VECTORS, self.training))
        for name in chaining.CODES:
            hidden = hidden + getattr(self, name)(held[name])
        found: Tensor = self.out(F.dropout(F.relu(hidden), DROP_HIDDEN, self.training))
        return found

    def arrays(self) -> dict[str, np.ndarray]:
        """The matrices as the program reads them."""
        state = {name: value.numpy() for name, value in self.state_dict().items()}
        out = {"vectors": state["vectors.weight"].T, "bias": state["vectors.bias"]}
        out |= {name: state[f"{name}.weight"] for name in chaining.CODES}
        return out | {"out": state["out.weight"].T, "out_bias": state["out.bias"]}


def together(docs: list[Document]) -> tuple[dict[str, Tensor], Tensor]:
    """The marked phrases of documents: what is seen, and labels."""
    marked = [doc.label != UNMARKED for doc in docs]
    seen = {
        name: torch.from_numpy(np.concatenate([doc.arrays[name][rows] for doc, rows in zip(docs, marked, strict=True)]))
        for name in ("vectors", *chaining.CODES)
    }
    seen["vectors"] = seen["vectors"].float()
    return seen, torch.from_numpy(np.concatenate([doc.label[rows] for doc, rows in zip(docs, marked, strict=True)]))


def tell(net: Net, docs: list[Document], name: str) -> None:
    """How often it is right, and for those that the rules take for someone how well nobody is told."""
    held, label = together(docs)
    net.eval()
    with torch.no_grad():
        found = F.log_softmax(net(held), 1)
    right = float((found.argmax(1) == label).float().mean()) * 100
    someone = (held["schema"] >= 1) & (held["schema"] <= 3) & (held["kind"] >= chaining.POINTING)
    nobody = found[someone, 3] - torch.logsumexp(found[someone, :3], 1)
    wrong = label[someone] == 3
    print(f"{name}: {len(label)} phrases, right {right:.1f}; of {len(wrong)} someones {int(wrong.sum())} are nobody")
    for least in (-1.0, 0.0, 1.0, 2.0, 3.0):
        told = nobody > least
        both = int((told & wrong).sum())
        print(f"  over {least:+.0f}: {int(told.sum())} told nobody, precision {both / max(1, int(told.sum())):.3f},"
              f" recall {both / max(1, int(wrong.sum())):.3f}", flush=True)  # fmt: skip


def train(options: argparse.Namespace) -> Net:
    """Train on all but what is kept."""
    torch.manual_seed(options.seed)
    torch.set_num_threads(1)
    docs = of_ecb(options.data, options.cache)
    docs += [d for name in ("gum_dev", "gum_more") for d in of_gum(options.data, name, options.cache)]
    held, label = together([d for d in docs if not d.kept])
    net = Net()
    optimizer = torch.optim.AdamW(net.parameters(), lr=RATE, weight_decay=DECAY)
    steps = options.epochs * (len(label) // BATCH)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, RATE, total_steps=steps + 1, pct_start=0.06)
    for _ in range(options.epochs):
        net.train()
        for rows in torch.randperm(len(label)).split(BATCH)[: len(label) // BATCH]:
            loss = F.cross_entropy(net({n: v[rows] for n, v in held.items()}), label[rows])
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
            schedule.step()
    for name in ("gum_dev", "gum_more", "ecb"):
        tell(net, [d for d in docs if d.kept and d.corpus == name], name)
    return net.eval()


def main() -> None:
    """Train and write the weights."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("model", type=Path)
    parser.add_argument("--cache", type=Path, required=True)
    parser.add_argument("--epochs", type=int, default=8)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    options.cache.mkdir(parents=True, exist_ok=True)
    arrays: dict[str, Any] = {name: value.astype("float16") for name, value in train(options).arrays().items()}
    digest = hashlib.sha256((options.model / "encoder.int8.onnx").read_bytes()).hexdigest()
    np.savez_compressed(options.model / chaining.SOMEONE_FILE, encoder=np.array(digest), **arrays)
    print(options.model / chaining.SOMEONE_FILE)


if __name__ == "__main__":
    main()
