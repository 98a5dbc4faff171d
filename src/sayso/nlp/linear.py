"""A linear model over features that are strings; its weights are a text file of whole numbers.

    a first line   the classes, after "class", tab-separated
    every line     a feature, a tab, its weight for each class in hundredths

Nothing is unpickled, two models can be compared with diff, and a reader can ask why: ``weights_of("wv p agent>pobj")``.
"""

from __future__ import annotations

import functools
from collections.abc import Iterable, Sequence
from typing import Final

import numpy as np

from sayso.errors import ModelError
from sayso.nlp.files import model_folder

BIAS: Final = "*"  # the feature that every item has


class Linear:
    """Weights of a softmax (or, with one class, of a logistic) model.

    classes   their names, in the order of the columns
    """

    def __init__(self, classes: Sequence[str], features: Sequence[str], weights: np.ndarray) -> None:
        if weights.shape != (len(features), len(classes)):
            raise ModelError(f"weights of shape {weights.shape}, expected {len(features)} features x {len(classes)}")
        self.classes = tuple(classes)
        # the first row stays zero: what is not known weighs nothing
        self._rows = {feature: i for i, feature in enumerate(features, 1)}
        self._weights = np.vstack([np.zeros((1, len(classes))), weights]).astype("float32")
        self._bias = self._weights[self._rows.get(BIAS, 0)]

    def scores(self, items: Iterable[Iterable[str]]) -> np.ndarray:
        """(items, classes) float32: the sum of the weights of each item's features; an unknown one weighs nothing."""
        rows: list[int] = []
        starts: list[int] = []
        get = self._rows.get
        for item in items:
            starts.append(len(rows))
            rows.append(0)  # so that no item is empty, which reduceat would not forgive
            rows.extend(filter(None, map(get, item)))
        if not starts:
            return np.zeros((0, len(self.classes)), dtype="float32")
        summed: np.ndarray = np.add.reduceat(self._weights[rows], starts, axis=0) + self._bias
        return summed

    def weights_of(self, feature: str) -> dict[str, float]:
        """The weight of a feature for each class; {} where it is not known."""
        row = self._rows.get(feature)
        return {} if row is None else dict(zip(self.classes, self._weights[row].tolist(), strict=True))


def read_linear(text: str) -> Linear:
    """A model from its text.

    >>> model = read_linear("class\\tno\\tyes\\nruns\\t-50\\t50")
    >>> model.scores([["runs", "unknown"]]).tolist()
    [[-0.5, 0.5]]
    """
    first, *lines = text.rstrip("\n").split("\n")
    word, *classes = first.split("\t")
    if word != "class" or not classes:
        raise ModelError(f"a model's first line is {first[:40]!r}; expected 'class' and the names of the classes")
    features = []
    weights = np.zeros((len(lines), len(classes)), dtype="float32")
    for i, line in enumerate(lines):
        feature, *numbers = line.split("\t")
        features.append(feature)
        weights[i] = [int(number) / 100 for number in numbers]
    return Linear(classes, features, weights)


@functools.lru_cache(maxsize=8)
def load_linear(model: str, name: str) -> Linear:
    """Return the linear model in this file of a distribution, read once a process; ModelError if there is none."""
    try:
        text = (model_folder(model) / name).read_text(encoding="utf-8")
    except FileNotFoundError:
        raise ModelError(f"{model} has no file {name!r}; install it anew, or run training/events/train.py") from None
    return read_linear(text)
