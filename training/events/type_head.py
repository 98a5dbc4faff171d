"""Train the head for PLOVER's types: which type the words around an event and its own word speak for.

    python training/events/type_head.py DATA MODEL WORDNET [--cache FOLDER]

DATA     a folder with events/plover_gsr_dev.jsonl and news/ (tehrantimes, wikinews, muc4)
MODEL    the folder of the model's files (models/sayso_en/src/sayso_en/data): its encoder makes the vectors, and
         types.npz is written there; beside this script folds.npz, the heads of five folds, for measuring alone
WORDNET  the folder of WordNet 3.0's files (Debian's package wordnet-base: usr/share/wordnet)
FOLDER   keeps what parser and encoder say of the sentences

What is learned from: tests/gold/types without its kept third, lessons.txt beside this script, the PLOVER records, and
news, whose events that the lexicon is silent on are nearly all of no type. A head of a fold saw no record of it; what
it took from the lexicon lacks every entry that stands in one of the fold's records, or is kin to one of its words.

NumPy alone, one thread, nothing is drawn at random but the sample of news, by a fixed seed.
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import json
import pickle
import random
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Final

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
from benchmarks.gold_types import Marked, read_marked, token_at  # noqa: E402
from benchmarks.plover import FOLDS, HEADS, fold_of, hidden_by  # noqa: E402
from sayso.extract.events import (  # noqa: E402
    TRIGGERS,
    find_triggers,
    kind_of_event,
    sentences_of,
    slots,
    unit,
    word_of,
)
from sayso.extract.events import TYPE_CLASSES as CLASSES  # noqa: E402
from sayso.extract.events import TYPE_SLOTS as SLOTS  # noqa: E402
from sayso.extract.events import TYPES as FILE  # noqa: E402
from sayso.lang import load_language  # noqa: E402
from sayso.lang.needs.events import KindWords  # noqa: E402
from sayso.nlp.linear import load_linear  # noqa: E402
from sayso.nlp.parser import load_parser  # noqa: E402
from sayso.nlp.tagger import Tagger  # noqa: E402
from sayso.nlp.tree import NOUNS, Tree  # noqa: E402
from sayso.nlp.vectors import WordVectors  # noqa: E402
from training.events.wordnet import WordNet  # noqa: E402

HERE: Final = Path(__file__).resolve().parent
GOLD: Final = HERE.parents[1] / "tests/gold/types/types.txt"
WIDTHS: Final = (192, *[80] * (len(SLOTS) - 1))  # of each slot's vectors, the directions that differ most
WEIGHTS: Final = (1.0, 0.7, 0.5, 0.5, 0.5, 0.5, 0.3, 0.7)
WORD_WEIGHT, PART_WEIGHT = 2.0, 0.3
RIDGE, WORD_RIDGE = 0.25, 0.3
SILENT_WEIGHT: Final = 0.3  # of an event of news that the lexicon is silent on
SILENT_LEAST, SILENT_MOST = 5, 12  # times a word must be silent to count as of no type; examples of it that are taken
NONE_SEED: Final = 0.04  # of each such example, in what WordNet's likeness learns
SAMPLE: Final = {"tehrantimes": (600, 550), "wikinews": (257, 900), "muc4": (150, 600)}  # reports, characters of each
NUMBERS: Final = (0.1, 0.5, 6.0)  # sure, trust, heat; chosen on the kept third of tests/gold/types
STEMS: Final = 8  # parts by the first letters of a word: a word is judged by words of other stems
SEED: Final = 1
ENGLISH = load_language("en")


@dataclass
class Example:
    """One event: the names of its word, whether it is a noun, its type (an index of CLASSES), its lexicon's type."""

    names: tuple[str, ...]
    noun: bool
    type: int
    lexicon: int
    record: str = ""
    weight: float = 1.0


@dataclass
class Set:
    """Examples, with the (SLOTS, 384) vectors of each."""

    examples: list[Example] = field(default_factory=list)
    vectors: list[np.ndarray] = field(default_factory=list)

    def add(self, example: Example, vectors: np.ndarray) -> None:
        self.examples.append(example)
        self.vectors.append(vectors)

    def part(self, keep: Iterable[int]) -> Set:
        kept = list(keep)
        return Set([self.examples[i] for i in kept], [self.vectors[i] for i in kept])

    def __add__(self, other: Set) -> Set:
        return Set(self.examples + other.examples, self.vectors + other.vectors)


def around(tree: Tree, vectors: WordVectors, token: int) -> np.ndarray:
    """(SLOTS, 384) float16: the vectors of the words around an event, as the head sees them; zeros where none is."""
    out = np.zeros((len(SLOTS), 384), dtype="float32")
    for name, word in slots(tree, token).items():
        out[SLOTS.index(name)] = unit(vectors[[word]])[0]
    out[-1] = unit(sentences_of(tree, vectors, [token]))[0]
    return out.astype("float16")


def read(texts: Sequence[str], model: Path) -> Iterable[tuple[Tree, WordVectors]]:
    """Each text's tree and vectors; batches of 64."""
    tagger, parser = Tagger(model), load_parser(ENGLISH.parser)
    for i in range(0, len(texts), 64):
        some = list(texts[i : i + 64])
        for doc, tagged in zip(parser.pipe(some), tagger.tag(some, threshold=1.0), strict=True):
            tree = Tree(doc, tagged, ENGLISH.parsing)
            vectors = WordVectors.of(tree, tagged)
            if vectors is not None:
                yield tree, vectors
        print(f"  {min(i + 64, len(texts))} of {len(texts)} read", file=sys.stderr)


def example(tree: Tree, token: int, type_: int | None, record: str = "") -> Example:
    kind = kind_of_event(tree, ENGLISH.events.kinds, token)
    lexicon = CLASSES.index(kind.type)
    return Example(word_of(tree, token), tree.pos[token] in NOUNS, lexicon if type_ is None else type_, lexicon, record)


def marked_set(marked: Sequence[Marked], model: Path) -> Set:
    out = Set()
    for one, (tree, vectors) in zip(marked, read([one.text for one in marked], model), strict=True):
        for start, end in one.spans:
            token = token_at(tree, start, end)
            if token is not None:
                out.add(example(tree, token, CLASSES.index(one.type), one.record), around(tree, vectors, token))
    return out


def plover_marked(path: Path) -> list[Marked]:
    records = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    return [Marked(r["text"], tuple((s, e) for s, e in r["event_spans"]), r["type16"], r["id"]) for r in records]


def news_texts(folder: Path) -> list[str]:
    """The beginnings of a sample of reports, to the end of a sentence."""
    drawn = random.Random(SEED)
    out = []
    for name, (count, length) in SAMPLE.items():
        texts = []
        for path in sorted((folder / name).glob("*.jsonl*")):
            data = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
            texts += [json.loads(line)["text"][:length] for line in data.decode("utf-8").split("\n") if line]
        drawn.shuffle(texts)
        out += [text[: max(text.rfind(". "), text.rfind(".\n")) + 1] or text for text in texts[:count]]
    return out


def news_set(folder: Path, model: Path) -> Set:
    """The events of news that the lexicon is silent on."""
    triggers = load_linear(ENGLISH.model, TRIGGERS)
    out = Set()
    for tree, vectors in read(news_texts(folder), model):
        for token in find_triggers(tree, triggers, ENGLISH.events):
            one = example(tree, token, None)
            if not one.lexicon:
                out.add(replace(one, weight=SILENT_WEIGHT), around(tree, vectors, token))
    often = Counter(one.names[0] for one in out.examples)
    taken: Counter[str] = Counter()
    keep = []
    for i, one in enumerate(out.examples):
        taken[one.names[0]] += 1
        if often[one.names[0]] >= SILENT_LEAST and taken[one.names[0]] <= SILENT_MOST:
            keep.append(i)
    return out.part(keep)


def lexicon_seeds(kinds: KindWords) -> dict[str, np.ndarray]:
    """What the lexicon says of single words and verbs with a particle: name of a word -> (CLASSES,)."""
    out: dict[str, np.ndarray] = {}
    entries = [(f"{word}/v", kind) for word, kind in kinds.verbs.items()]
    entries += [(f"{word}/n", kind) for word, kind in kinds.nouns.items()]
    entries += [(f"{first} {rest}/v", kind) for first, several in kinds.pairs.items() for rest, kind in several]
    for name, kind in entries:
        out.setdefault(name, np.zeros(len(CLASSES)))[CLASSES.index(kind[0])] += 1
    return out


class Likeness:
    """How much words are alike by what WordNet says of them; of those that may be learned from, once for all heads."""

    def __init__(self, net: WordNet, names: Iterable[str]) -> None:
        self.net = net
        self.names = sorted(name for name in set(names) if net.features(name))
        often = Counter(feature for name in self.names for feature in net.features(name))
        self.column = {feature: i for i, feature in enumerate(sorted(f for f, n in often.items() if n > 1))}
        self.rare = np.sqrt(np.log((len(self.names) + 1) / np.array([often[f] for f in self.column]))).astype("float32")
        self.x = np.zeros((len(self.names), len(self.column)), dtype="float32")
        for row, name in zip(self.x, self.names, strict=True):
            columns, values = self.sparse(name)
            row[columns] = values
        self.like = self.x @ self.x.T
        self.at = {name: i for i, name in enumerate(self.names)}
        # names of one stem are never judged by one another: "deport" and "deportation"
        self.stem = np.array([int(hashlib.sha1(name[:5].encode()).hexdigest(), 16) % STEMS for name in self.names])

    def sparse(self, name: str) -> tuple[list[int], np.ndarray]:
        """The columns and values of a word's row, of length one."""
        held = {self.column[f]: value for f, value in self.net.features(name).items() if f in self.column}
        values = np.array(list(held.values()), dtype="float32") * self.rare[list(held)]
        return list(held), values / (np.linalg.norm(values) + 1e-9)


class Words:
    """What the likeness to words of known type says of any word."""

    def __init__(self, likeness: Likeness, seeds: Mapping[str, np.ndarray]) -> None:
        self.likeness = likeness
        names = [name for name in seeds if name in likeness.at]
        rows = np.array([likeness.at[name] for name in names])
        truth = np.stack([seeds[name] / seeds[name].sum() for name in names]).astype("float32")
        truth -= truth.mean(0)
        like, stem = likeness.like[np.ix_(rows, rows)], likeness.stem[rows]
        self.weights = likeness.x[rows].T @ np.linalg.solve(
            like + WORD_RIDGE * np.eye(len(rows), dtype="float32"), truth
        )
        crossed = np.zeros_like(truth)
        for part in range(STEMS):
            own, other = stem == part, stem != part
            held = like[np.ix_(other, other)] + WORD_RIDGE * np.eye(other.sum(), dtype="float32")
            crossed[own] = like[np.ix_(own, other)] @ np.linalg.solve(held, truth[other])
        self.crossed = dict(zip(names, crossed, strict=True))

    def of(self, name: str) -> np.ndarray | None:
        columns, values = self.likeness.sparse(name)
        return values @ self.weights[columns] if columns else None

    def across(self, names: Sequence[str]) -> np.ndarray:
        """For an example that is learned from: what words of other stems say of its word."""
        name = next((one for one in names if self.likeness.net.features(one)), None)
        found = None if name is None else self.crossed[name] if name in self.crossed else self.of(name)
        return np.zeros(len(CLASSES)) if found is None else found


def directions(vectors: np.ndarray) -> list[np.ndarray]:
    """For each slot the (384, width) directions in which its vectors differ most."""
    out = []
    for place, width in enumerate(WIDTHS):
        held = vectors[:, place]
        held = held[np.abs(held).sum(1) > 0]
        out.append(np.linalg.eigh(held.T @ held)[1][:, ::-1][:, :width].astype("float32"))
    return out


@dataclass
class Fitted:
    """The weights of a head, not yet joined to one file."""

    slots: np.ndarray
    part: np.ndarray
    bias: np.ndarray
    words: Words
    mix: np.ndarray

    def table(self, names: Sequence[str]) -> tuple[list[str], np.ndarray]:
        held = [(name, found) for name in names if (found := self.words.of(name)) is not None]
        return [name for name, _ in held], np.stack([found for _, found in held]) @ self.mix


def fit(likeness: Likeness, lessons: Set, kinds: KindWords, bases: Sequence[np.ndarray]) -> Fitted:
    """Ridge regression on the types: closed, so that the same data give the same weights."""
    seeds = {name: row.copy() for name, row in lexicon_seeds(kinds).items()}
    for one in lessons.examples:
        name = next((n for n in one.names if n in likeness.at), one.names[0])
        row = seeds.setdefault(name, np.zeros(len(CLASSES)))
        row[one.type] += 1.0 if one.weight == 1.0 else NONE_SEED
    words = Words(likeness, seeds)
    vectors = np.stack(lessons.vectors).astype("float32")
    columns = [(vectors[:, i] @ base) * WEIGHTS[i] for i, base in enumerate(bases)]
    columns.append(np.stack([words.across(one.names) for one in lessons.examples]) * WORD_WEIGHT)
    columns.append(np.eye(2)[[int(one.noun) for one in lessons.examples]] * PART_WEIGHT)
    x = np.concatenate(columns, 1).astype("float64")
    weights = np.array([one.weight for one in lessons.examples])[:, None]
    truth = np.eye(len(CLASSES))[[one.type for one in lessons.examples]]
    mean = (weights * truth).sum(0) / weights.sum()
    held = x.T @ (x * weights) + RIDGE * np.eye(x.shape[1])
    found = np.linalg.solve(held, (x * weights).T @ (truth - mean))
    out, at = [], 0
    for i, base in enumerate(bases):
        out.append(base @ found[at : at + base.shape[1]] * WEIGHTS[i])
        at += base.shape[1]
    mix = found[at : at + len(CLASSES)] * WORD_WEIGHT
    return Fitted(np.stack(out), found[at + len(CLASSES) :] * PART_WEIGHT, mean, words, mix)


def arrays(fitted: Fitted, names: Sequence[str]) -> dict[str, np.ndarray]:
    """The arrays of a file, the table in whole numbers."""
    held, table = fitted.table(names)
    scale = np.float32(np.abs(table).max() / 127)
    return {
        "words": np.frombuffer("\n".join(held).encode(), dtype="uint8"),
        "table": np.round(table / scale).astype("int8"), "scale": np.array(scale), "numbers": np.array(NUMBERS, dtype="float32"),
        "slots": fitted.slots.astype("float16"), "part": fitted.part.astype("float32"),
        "bias": fitted.bias.astype("float32"),
    }  # fmt: skip


def triggers_only(plover: Set) -> Set:
    """A record marks all words of what is done ("rejected", "offer"); those are events of its type that are so alone."""
    count = Counter(one.record for one in plover.examples)
    return plover.part(i for i, one in enumerate(plover.examples) if one.lexicon == one.type or count[one.record] == 1)


def cached(folder: Path | None, name: str, make: Callable[[], Set]) -> Set:
    """What `make` gives, kept in the folder; to be thrown away where sentences, lexicon or encoder are new."""
    path = folder / f"types-{name}.pickle" if folder is not None else None
    if path is not None and path.is_file():
        return pickle.loads(path.read_bytes())
    made = make()
    if path is not None:
        path.write_bytes(pickle.dumps(made))
    return made


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("model", type=Path)
    parser.add_argument("wordnet", type=Path)
    parser.add_argument("--cache", type=Path)
    options = parser.parse_args()
    net = WordNet(options.wordnet)
    records = plover_marked(options.data / "events/plover_gsr_dev.jsonl")
    gold = read_marked(GOLD.read_text(encoding="utf-8"))
    lessons = [one for one in gold if not one.kept] + read_marked((HERE / "lessons.txt").read_text(encoding="utf-8"))
    own = cached(options.cache, "own", lambda: marked_set(lessons, options.model))
    plover = cached(options.cache, "plover", lambda: marked_set(records, options.model))
    plover = triggers_only(plover)
    news = cached(options.cache, "news", lambda: news_set(options.data / "news", options.model))
    print(f"own {len(own.examples)}, PLOVER {len(plover.examples)}, silent in news {len(news.examples)}")
    bases = directions(np.stack(news.vectors).astype("float32"))
    kinds = ENGLISH.events.kinds
    encoder = hashlib.sha256((options.model / "encoder.int8.onnx").read_bytes()).hexdigest()[:16]
    learned = own + plover + news
    likeness = Likeness(net, [*lexicon_seeds(kinds), *(name for one in learned.examples for name in one.names)])
    whole = arrays(fit(likeness, learned, kinds, bases), net.names())
    np.savez_compressed(options.model / FILE, allow_pickle=False, **(whole | {"encoder": np.array(encoder)}))
    folds: dict[str, np.ndarray] = {"encoder": np.array(encoder)}
    texts = {one.record: one.text for one in records}
    trees = dict(zip(texts, (tree for tree, _ in read(list(texts.values()), options.model)), strict=True))
    words = {name: {*tree.lemma, *tree.lower} for name, tree in trees.items()}
    for fold in range(FOLDS):
        mine = [name for name, text in texts.items() if fold_of(text) == fold]
        hidden = hidden_by(kinds, [words[name] for name in mine])
        seen = set().union(*(words[name] for name in mine))
        others = plover.part(i for i, one in enumerate(plover.examples) if one.record not in mine)
        quiet = news.part(i for i, one in enumerate(news.examples) if one.names[-1].partition("/")[0] not in seen)
        fitted = fit(likeness, own + others + quiet, kinds.without(hidden), bases)
        names = sorted(
            {name for one in mine for token in range(len(trees[one])) for name in word_of(trees[one], token)}
        )
        folds |= {f"{key} {fold}": value for key, value in arrays(fitted, names).items()}
    np.savez_compressed(HEADS, allow_pickle=False, **folds)


if __name__ == "__main__":
    main()
