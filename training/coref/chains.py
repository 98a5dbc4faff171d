"""Train the head of chains: which earlier phrase a phrase takes up, on the encoder's vectors, which stay as they are.

    python training/coref/chains.py DATA MODEL --cache FOLDER [--steps 3000] [--seed 1]

DATA    a folder with gum_dev.jsonl and gum_more.jsonl (GUM, CC BY), litbank.jsonl (CC BY) and gap_dev.jsonl (Apache-2.0)
MODEL   the folder of the model's files (models/sayso_en/src/sayso_en/data); chains.npz is written there
FOLDER  keeps what the program's steps say of each text, and the state of the training, so that a run goes on where it
        was broken off

Trains on the documents whose id's SHA-1 is no multiple of 5, and on all of LitBank; the rest of GUM measures, twice in a
run. A step is one document of GUM or LitBank and two texts of GAP, of which only the row of the pronoun counts. Loss:
the marginal likelihood of the right antecedents (Lee et al. 2017), and how likely a phrase is a mention at all. LitBank
marks persons and places alone, GAP one pronoun, so each corpus has a vector of its own; GUM's ships. Needs PyTorch,
which running does not. One thread, a fixed seed.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import math
import pickle
import random
import re
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

CORPORA: Final = {"gum_dev": 0, "gum_more": 0, "litbank": 1, "gap": 2}
RATE, DECAY, WARM = 1e-3, 0.02, 0.06
SMALL, HIDDEN = 192, 128  # numbers of a phrase, of a hidden layer
DROP_VECTORS, DROP_PHRASES, DROP_PAIRS = 0.1, 0.15, 0.1
LINKS, GAP_SHARE = 2.0, 0.3  # weight of links beside mentions; of the two texts of GAP
SINGLE, NO_MENTION = -1, -2  # labels beside the numbers of chains
VECTOR = 384

Record = dict[str, Any]


@dataclass
class Document:
    """The phrases of one text as arrays, and what the gold says of them.

    codes   (phrases, phrases, features) of a phrase and an earlier one
    label   number of the gold chain, SINGLE for a mention without chain, NO_MENTION
    """

    id: str
    corpus: int
    arrays: dict[str, np.ndarray]
    codes: np.ndarray
    label: np.ndarray
    spans: list[tuple[int, int]]
    judged: int = -1  # the one row that counts, for GAP


def load(data: Path, name: str) -> list[Record]:
    """The documents of one corpus, in the form of GUM's."""
    if name == "gap":
        return task.load(data, name)
    with (data / f"{name}.jsonl").open(encoding="utf-8") as lines:
        records = [json.loads(line) for line in lines]
    return [joined(record) for record in records] if name == "litbank" else records


CLOSING: Final = re.compile(r"[,.;:!?)\]”’]|''|['’](?:s|m|re|ve|ll|d)|n['’]t", re.IGNORECASE)
QUOTES: Final = {'"', "``", "''", "“", "”"}


def joined(record: Record) -> Record:
    """A text whose tokens are parted by blanks, as people write it, in paragraphs of four lines; spans moved along."""
    text, new, at = record["text"], "", {}
    opened, glue, lines, before = False, True, 0, None
    for found in re.finditer(r"\S+", text):
        word, between = found.group(), text[before : found.start()] if before is not None else ""
        lines += "\n" in between
        if "\n" in between and lines % 4 == 0 and not opened:
            new, glue = new.rstrip() + "\n\n", True
        close = CLOSING.fullmatch(word) is not None
        if word in QUOTES:
            opened = word in {"``", "“"} or (word == '"' and not opened)
            close = not opened
        new += "" if glue or close else " "
        at[found.start()] = len(new)
        new += word
        at[-found.end()] = len(new)
        glue = word in {"(", "[", "``", "“", "‘"} or (word == '"' and opened)
        before = found.end()

    def moved(mention: Record) -> Record:
        return {**mention, "start": at[mention["start"]], "end": at[-mention["end"]]}

    parts = {part: [[moved(m) for m in chain] for chain in record[part]] for part in ("clusters", "gum_clusters")}
    return {**record, **parts, "text": new}


def documents(data: Path, name: str, cache: Path) -> list[Document]:
    """Each text with phrases as a document; what the steps say of it is kept under the name of the corpus."""
    kept = cache / f"{name}.chains.pkl"
    if kept.exists():
        made: list[Document] = pickle.loads(kept.read_bytes())  # made by this script, in a folder of its own
        return made
    language = load_language("en")
    steps = [step for step in Pipeline(("mentions",)).steps if step.gives not in ("chains", "mentions")]
    out = []
    for record in load(data, name):
        report = Report.of(record["text"])
        held: dict[str, Any] = {"report": report, "language": language, "settings": Settings()}
        for step in steps:
            given = {need: [held[need]] if step.many else held[need] for need in step.needs}
            result = step.function(**given)
            held[step.gives] = next(iter(result)) if step.many else result
        vectors = vectors_of(held["tree"], held["tagged"])
        phrases = chaining.phrases_of(report, held["tree"], held["someones"], held["zones"], language)
        if vectors is not None and phrases:
            out.append(document(record, name, chaining.Seen(phrases, held["tree"], language, vectors)))
    kept.write_bytes(pickle.dumps(out))
    print(name, len(out), "documents,", round(time.process_time()), "seconds of CPU", flush=True)
    return out


def document(record: Record, name: str, seen: chaining.Seen) -> Document:
    """The arrays of a text, and its labels."""
    count, tree = len(seen), seen.tree
    every = range(count)
    block = chaining.WordMatches(seen, every, every)
    i, j = np.nonzero(np.tril(np.ones((count, count), dtype=bool), -1))
    codes = np.zeros((count, count, len(chaining.SIZES)), dtype=np.uint16)
    codes[i, j] = chaining.pair_codes(seen, i, j, block.matches[i, j], block.new[i, j])
    close = [(p.item.mention.span.start, p.item.mention.span.end) for p in seen.phrases]
    whole = [(tree.start[p.first], tree.end[p.last]) for p in seen.phrases]
    label = labels(record, close, whole)
    arrays = {n: getattr(seen, n) for n in ("kind", "width", "schema", "form", "role")}
    arrays["vectors"] = seen.vectors.astype(np.float16)  # as the encoder gives them
    made = Document(record["id"], CORPORA[name], arrays, codes, label, close)
    if name == "gap":
        pronoun = next(m for m in record["clusters"][0] if m["pron"])
        span = (pronoun["start"], pronoun["end"])
        made.judged = close.index(span) if span in close else -1
    return made


def labels(record: Record, close: list[tuple[int, int]], whole: list[tuple[int, int]]) -> np.ndarray:
    """For each phrase the gold mention that one of its two spans shares most with, half or more; one each."""
    gold = [((m["start"], m["end"]), number) for number, chain in enumerate(record["clusters"]) for m in chain]
    chained = {span for span, _ in gold}
    single = {(m["start"], m["end"]) for chain in record["gum_clusters"] for m in chain} - chained
    gold = sorted([*gold, *((span, SINGLE) for span in single)])
    pairs = []
    for phrase, spans in enumerate(zip(close, whole, strict=True)):
        for span in set(spans):
            for number, (other, _) in enumerate(gold):
                if other[0] > span[1]:
                    break
                shared = min(span[1], other[1]) - max(span[0], other[0])
                share = shared / (max(span[1], other[1]) - min(span[0], other[0])) if shared > 0 else 0.0
                if share >= 0.5:
                    pairs.append((share, phrase, number))
    out = np.full(len(close), NO_MENTION)
    phrases, mentions = set(), set()
    for _, phrase, number in sorted(pairs, reverse=True):
        if phrase not in phrases and number not in mentions:
            phrases.add(phrase)
            mentions.add(number)
            out[phrase] = gold[number][1]
    return out


class Net(nn.Module):
    """The head as sayso/extract/entities/chaining/network.py works it out, with what only training needs."""

    def __init__(self) -> None:
        super().__init__()
        self.span = nn.Linear(3 * VECTOR, SMALL)
        self.kind, self.width = nn.Embedding(chaining.KINDS, SMALL), nn.Embedding(len(chaining.WIDTHS) + 1, SMALL)
        self.schema, self.form = nn.Embedding(chaining.CLASSES, SMALL), nn.Embedding(chaining.FORMS, SMALL)
        self.role = nn.Embedding(len(chaining.ROLES), SMALL)
        self.norm = nn.LayerNorm(SMALL)
        self.mention = nn.Linear(SMALL, 2 * 3)  # a mention at all, one of a chain; for each corpus
        self.coarse = nn.Linear(SMALL, SMALL)
        self.anaphor, self.antecedent = nn.Linear(SMALL, HIDDEN), nn.Linear(SMALL, HIDDEN)
        self.product = nn.Linear(SMALL, HIDDEN, bias=False)
        self.features = nn.EmbeddingBag(sum(chaining.SIZES), HIDDEN, mode="sum")
        self.corpus = nn.Embedding(3, HIDDEN)
        self.hidden, self.out = nn.Linear(HIDDEN, HIDDEN), nn.Linear(HIDDEN, 1)
        self.far, self.matched = nn.Embedding(chaining.SIZES[1], 1), nn.Embedding(chaining.SIZES[0], 1)
        for table in (self.kind, self.width, self.schema, self.form, self.role, self.features, self.corpus):
            nn.init.normal_(table.weight, std=0.1)
        for table in (self.far, self.matched):
            nn.init.zeros_(table.weight)
        self.register_buffer("offsets", torch.tensor(np.cumsum([0, *chaining.SIZES[:-1]])), persistent=False)

    def forward(self, held: dict[str, Tensor], corpus: int) -> tuple[Tensor, Tensor, Tensor]:
        """(phrases, 2) logits of mentions; (phrases, n) scores of antecedents and their numbers."""
        vectors = F.dropout(held["vectors"], DROP_VECTORS, self.training)
        g = self.span(vectors.flatten(1)) + self.kind(held["kind"]) + self.width(held["width"])
        g = self.norm(g + self.schema(held["schema"]) + self.form(held["form"]) + self.role(held["role"]))
        g = F.dropout(g, DROP_PHRASES, self.training)
        mention = self.mention(g)[:, 2 * corpus : 2 * corpus + 2]
        count, codes = len(g), held["codes"]
        coarse = self.coarse(g) @ g.T / math.sqrt(SMALL)
        coarse = coarse + self.far(codes[:, :, 1])[..., 0] + self.matched(codes[:, :, 0])[..., 0]
        coarse = coarse + mention[:, 1:] + mention[None, :, 1]
        coarse = coarse.masked_fill(~torch.ones(count, count, dtype=torch.bool).tril(-1), float("-inf"))
        best, j = torch.topk(coarse, min(chaining.NEAREST, count), dim=1)
        i = torch.arange(count)[:, None].expand_as(j)
        x = self.anaphor(g)[:, None] + F.embedding(j, self.antecedent(g)) + self.product(g[:, None] * F.embedding(j, g))
        x = x + self.corpus.weight[corpus]
        x = x + self.features((codes[i, j] + self.offsets).view(-1, len(chaining.SIZES))).view_as(x)
        x = F.relu(self.hidden(F.relu(F.dropout(x, DROP_PAIRS, self.training))))
        return mention, best + self.out(x)[..., 0], j

    def arrays(self) -> dict[str, np.ndarray]:
        """The matrices as the program reads them, with GUM's vector of the corpus."""
        state = {name: value.numpy() for name, value in self.state_dict().items()}
        out: dict[str, np.ndarray] = {}
        for name in ("span", "coarse", "anaphor", "antecedent", "hidden"):
            out[name], out[f"{name}_bias"] = state[f"{name}.weight"].T, state[f"{name}.bias"]
        for name in ("kind", "width", "schema", "form", "role", "features"):
            out[name] = state[f"{name}.weight"]
        out |= {name: state[f"{name}.weight"][:, 0] for name in ("far", "matched")}
        out |= {"norm": state["norm.weight"], "norm_bias": state["norm.bias"], "product": state["product.weight"].T}
        out |= {"mention": state["mention.weight"][1], "mention_bias": state["mention.bias"][1:2]}
        out |= {"out": state["out.weight"][0], "out_bias": state["out.bias"]}
        out["anaphor_bias"] = out["anaphor_bias"] + state["corpus.weight"][0]
        return out


def tensors(doc: Document, start: int, end: int) -> dict[str, Tensor]:
    """Some phrases of a document that follow each other."""
    held = {name: torch.from_numpy(np.asarray(value[start:end])) for name, value in doc.arrays.items()}
    held["vectors"] = held["vectors"].float()
    held["codes"] = torch.from_numpy(doc.codes[start:end, start:end].astype(np.int64))
    held["label"] = torch.from_numpy(doc.label[start:end])
    return held


def loss_of(net: Net, held: dict[str, Tensor], corpus: int) -> Tensor:
    """Links and mentions of one text."""
    mention, scores, j = net(held, corpus)
    label = held["label"]
    right = (label[j] == label[:, None]) & (label >= 0)[:, None] & torch.isfinite(scores)
    nothing = ~right.any(1)
    every = torch.cat([torch.zeros(len(label), 1), scores], 1)
    allowed = torch.cat([nothing[:, None], right], 1)
    links = torch.logsumexp(every, 1) - torch.logsumexp(every.masked_fill(~allowed, float("-inf")), 1)
    wanted = torch.stack([(label >= SINGLE).float(), (label >= 0).float()], 1)
    return links.mean() * LINKS + F.binary_cross_entropy_with_logits(mention, wanted)


def loss_of_pronoun(net: Net, held: dict[str, Tensor], row: int) -> Tensor | None:
    """The one pronoun of a text of GAP: the right name against the other one and nothing; no other is judged."""
    _, scores, j = net(held, CORPORA["gap"])
    label, values = held["label"], scores[row]
    right = (label[j[row]] == label[row]) & torch.isfinite(values)
    if label[row] < 0 or not right.any():
        return None
    judged = right | (label[j[row]] == SINGLE)
    every = torch.cat([torch.zeros(1), values[judged]])
    return torch.logsumexp(every, 0) - torch.logsumexp(values[right], 0)


def links_right(net: Net, docs: list[Document]) -> float:
    """Of the phrases of documents, the share whose best choice, nothing included, is right; in per cent."""
    net.eval()
    right = count = 0
    for doc in docs:
        held = tensors(doc, 0, len(doc.label))
        with torch.no_grad():
            _, scores, j = net(held, doc.corpus)
        best, where = scores.max(1)
        label = held["label"]
        chosen = torch.where(best > 0, label[j.gather(1, where[:, None])[:, 0]], torch.tensor(NO_MENTION - 1))
        earlier = torch.tensor([label[n] >= 0 and bool((label[:n] == label[n]).any()) for n in range(len(label))])
        right += int(torch.where(earlier, chosen == label, best <= 0).sum())
        count += len(label)
    return 100 * right / max(1, count)


def train(options: argparse.Namespace) -> Net:
    """Train, keeping the state every 200 steps."""
    torch.manual_seed(options.seed)
    torch.set_num_threads(1)
    parts = {name: documents(options.data, name, options.cache) for name in CORPORA}
    told = [d for name in ("gum_dev", "gum_more") for d in parts[name]]
    docs = [d for d in told if not task.is_dev(d.id)] + parts["litbank"]
    pronouns = [d for d in parts["gap"] if not task.is_dev(d.id) and d.judged >= 0]
    measured = [d for d in told if task.is_dev(d.id)]
    net = Net()
    optimizer = torch.optim.AdamW(net.parameters(), lr=RATE, weight_decay=DECAY, betas=(0.9, 0.98))
    kept, first = options.cache / f"chains.{options.seed}.pt", 0
    if kept.exists():
        state = torch.load(kept)
        net.load_state_dict(state["net"])
        optimizer.load_state_dict(state["optimizer"])
        first = state["step"]
    queue: list[Document] = []
    for step in range(first, options.steps):
        rng = random.Random(f"{options.seed} {step}")  # a run that was broken off goes on with the same choices
        share = min((step + 1) / (WARM * options.steps), (options.steps - step) / ((1 - WARM) * options.steps))
        for group in optimizer.param_groups:
            group["lr"] = RATE * share
        if not queue:
            queue = rng.sample(docs, len(docs))
        doc = queue.pop()
        net.train()
        count = len(doc.label)
        start = rng.randrange(0, count - chaining.WINDOW + 50) if count > chaining.WINDOW else 0
        loss = loss_of(net, tensors(doc, start, min(count, start + chaining.WINDOW)), doc.corpus)
        two = [loss_of_pronoun(net, tensors(d, 0, len(d.label)), d.judged) for d in rng.sample(pronouns, 2)]
        both = [found for found in two if found is not None]
        if both:
            loss = loss + GAP_SHARE * torch.stack(both).mean()
        optimizer.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_(net.parameters(), 1.0)
        optimizer.step()
        if (step + 1) % 200 == 0 or step + 1 == options.steps:
            torch.save({"net": net.state_dict(), "optimizer": optimizer.state_dict(), "step": step + 1}, kept)
        if step + 1 in (options.steps // 2, options.steps):
            print(
                f"step {step + 1}: choices right on the kept part of GUM {links_right(net, measured):.1f}", flush=True
            )
    return net.eval()


def main() -> None:
    """Train and write the weights."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("model", type=Path)
    parser.add_argument("--cache", type=Path, required=True)
    parser.add_argument("--steps", type=int, default=3000)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    options.cache.mkdir(parents=True, exist_ok=True)
    arrays: dict[str, Any] = {name: value.astype("float16") for name, value in train(options).arrays().items()}
    digest = hashlib.sha256((options.model / "encoder.int8.onnx").read_bytes()).hexdigest()
    np.savez_compressed(options.model / chaining.FILE, encoder=np.array(digest), **arrays)
    print(options.model / chaining.FILE, (options.model / chaining.FILE).stat().st_size, "bytes")


if __name__ == "__main__":
    main()
