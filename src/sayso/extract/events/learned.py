"""PLOVER's type of an event as a small head on the encoder's vectors sees it, beside the lexicon (`types`).

The lexicon knows words; the head knows how words of each type are used, and which known words a new one is like. Each
word of SLOTS that the event has adds its vector, made one long, times a matrix; the event's lemma adds what WordNet's
classes make of it; the sum is how much speaks for each type, and for none. No pass of the encoder is added.
training/events/type_head.py makes the weights, which belong to one encoder.
"""

from __future__ import annotations

import functools
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

import numpy as np

from sayso.extract.events.types import Kind
from sayso.nlp.files import model_folder
from sayso.nlp.tree import NOUNS, ROOT, Tree
from sayso.nlp.vectors import WordVectors, arrays_of
from sayso.values.terms import EVENT_TYPES, QUAD, QUADS

if TYPE_CHECKING:
    from sayso.nlp.encoder import Floats

FILE: Final = "types.npz"
SLOTS: Final = ("trigger", "object", "doer", "behind", "clause", "small", "above", "sentence")
OBJECTS: Final = frozenset({"dobj", "nsubjpass", "attr", "acomp", "oprd"})
DOERS: Final = frozenset({"nsubj", "csubj", "poss"})
BEFORE: Final = frozenset({"compound", "amod", "nmod"})
PREPOSITIONS: Final = frozenset({"prep", "agent", "dative"})
CLAUSES: Final = frozenset({"ccomp", "xcomp", "acl", "relcl"})
CLASSES: Final = (None, *EVENT_TYPES)
MATRICES: Final = ("slots", "part", "bias")
MOST_WORDS: Final = 60  # of a sentence on each side of the event, that its vector is the mean of


@dataclass(frozen=True, slots=True)
class Weighed:
    """What an event is, lexicon and head taken together: its kind, its quad class, and how likely that class is."""

    kind: Kind
    quad: str | None = None
    score: float | None = None


def slots(tree: Tree, token: int) -> dict[str, int]:
    """The words around an event that tell its type, by SLOTS; those that it lacks are left out."""
    found = {"trigger": token}
    noun = tree.pos[token] in NOUNS
    for kid in tree.kids[token]:
        label = tree.dep[kid]
        if label in OBJECTS:
            found.setdefault("object", kid)
        elif label in DOERS:
            found.setdefault("doer", kid)
        elif noun and label in BEFORE:
            found.setdefault("small", kid)
        elif label in PREPOSITIONS:
            found.setdefault("small", kid)
            behind = tree.child(kid, "pobj", "pcomp")
            if behind is not None:
                found.setdefault("behind", behind)
        elif label in CLAUSES:
            found.setdefault("clause", kid)
        elif label == "prt":
            found["small"] = kid
    if not noun and "object" not in found and tree.dep[token] == "acl" and tree.tag[token] == "VBN":
        found["object"] = tree.head[token]
    if tree.dep[token] != ROOT and tree.head[token] != token:
        found["above"] = tree.head[token]
    return found


def word_of(tree: Tree, token: int) -> tuple[str, ...]:
    """The names under which the head may know the event's word, the fuller one first: "turn down/v", "turn/v"."""
    if tree.pos[token] in NOUNS:
        return (f"{tree.lemma[token]}/n",)
    whole = (f"{tree.lemma[token]} {tree.lower[kid]}/v" for kid in tree.kids[token] if tree.dep[kid] == "prt")
    return (*whole, f"{tree.lemma[token]}/v")


class TypeHead:
    """The weights, and what they make of events.

    words     names of words (`word_of`), in the order of the rows of `table`
    table     (words, classes) float32: what each adds
    slots     (SLOTS, 384, classes): what a vector adds in each place
    part      (2, classes): what it adds to be no noun, or a noun
    bias      (classes,)
    sure      by how much a type must lead over none where the lexicon is silent
    trust     how much the lexicon's answer adds to its type, for the chance of a quad class
    heat      what the sums are multiplied by before they become chances
    """

    def __init__(
        self,
        words: Sequence[str],
        table: np.ndarray,
        matrices: dict[str, np.ndarray],
        numbers: tuple[float, float, float],
        encoder: str = "",
    ) -> None:
        self.encoder = encoder
        self.sure, self.trust, self.heat = numbers
        self._row = {word: row for row, word in enumerate(words)}
        self._table = np.vstack([table, np.zeros((1, len(CLASSES)))]).astype("float32")
        self._slots, self._part, self._bias = (matrices[name].astype("float32") for name in MATRICES)

    def scores(self, tree: Tree, vectors: Floats | WordVectors, triggers: Sequence[int]) -> Floats:
        """(triggers, CLASSES) float32: how much speaks for each type; the first column is none."""
        last = len(self._table) - 1
        rows = [next((self._row[w] for w in word_of(tree, t) if w in self._row), last) for t in triggers]
        out: Floats = self._table[rows] + self._bias
        out += self._part[[int(tree.pos[t] in NOUNS) for t in triggers]]
        around = [slots(tree, token) for token in triggers]
        for place, name in enumerate(SLOTS[:-1]):
            has = [i for i, one in enumerate(around) if name in one]
            if has:
                out[has] += unit(vectors[[around[i][name] for i in has]]) @ self._slots[place]
        out += unit(sentences_of(tree, vectors, triggers)) @ self._slots[-1]
        return out

    def weigh(
        self,
        tree: Tree,
        vectors: Floats | WordVectors,
        triggers: Sequence[int],
        kinds: Sequence[Kind],
        known: Sequence[bool],
    ) -> list[Weighed]:
        """The kinds of the lexicon, with a type where the head is sure of one, and each one's quad class.

        known   whether the lexicon has the word of each: then it gets no other type than the lexicon's, or none
        """
        if not len(triggers):
            return []
        scores = self.scores(tree, vectors, triggers)
        for row, kind in enumerate(kinds):
            if kind.barred is not None:
                scores[row, CLASSES.index(kind.barred)] = scores[row].min()
        best = scores[:, 1:].argmax(1) + 1
        lead = scores[np.arange(len(scores)), best] - scores[:, 0]
        out: list[Kind] = []
        for i, kind in enumerate(kinds):
            if kind.type is not None:
                scores[i, CLASSES.index(kind.type)] += self.trust
            elif lead[i] > self.sure and not known[i]:
                kind = Kind(CLASSES[int(best[i])], None, kind.context)
            out.append(kind)
        chances = np.exp(self.heat * (scores - scores.max(1, keepdims=True)))
        chances /= chances.sum(1, keepdims=True)
        mass = chances @ IN_QUAD
        weighed = []
        for kind, row in zip(out, mass, strict=True):
            quad = QUAD[kind.type] if kind.type is not None else QUADS[int(row.argmax())]
            weighed.append(Weighed(kind, quad, round(min(1.0, float(row[QUADS.index(quad)])), 3)))
        return weighed


IN_QUAD: Final = np.array(
    [[float(name is not None and QUAD[name] == quad) for quad in QUADS] for name in CLASSES], dtype="float32"
)


def unit(vectors: Floats) -> Floats:
    """The same vectors, each of length one."""
    out: Floats = vectors / (np.linalg.norm(vectors, axis=-1, keepdims=True) + 1e-6)
    return out


def sentences_of(tree: Tree, vectors: Floats | WordVectors, triggers: Sequence[int]) -> Floats:
    """(triggers, 384): the mean vector of the words of each one's sentence, MOST_WORDS to each side of it."""
    held: dict[tuple[int, int], Floats] = {}
    out = []
    for token in triggers:
        first, last = tree.sentences[tree.sentence[token]]
        span = (max(first, token - MOST_WORDS), min(last, token + MOST_WORDS))
        if span not in held:
            held[span] = vectors[list(range(*span))].mean(0)
        out.append(held[span])
    return np.stack(out)


def read_types(path: Path, name: str = "") -> TypeHead:
    """A head from its file; ModelError where it cannot be read. Nothing is unpickled.

    name   what its arrays' names end in, in a file of several heads
    """
    with arrays_of(path) as held:
        words = held[f"words{name}"].tobytes().decode("utf-8").split("\n")
        table = held[f"table{name}"].astype("float32") * held[f"scale{name}"].astype("float32")
        sure, trust, heat = (float(one) for one in held[f"numbers{name}"])
        matrices = {one: held[f"{one}{name}"] for one in MATRICES}
        return TypeHead(words, table, matrices, (sure, trust, heat), str(held["encoder"]))


@functools.lru_cache(maxsize=2)
def load_types(name: str) -> TypeHead:
    """The head of this model's distribution, read once a process."""
    return read_types(model_folder(name) / FILE)
