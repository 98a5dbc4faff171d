"""The small head that scores whom a pronoun stands for by the encoder's vectors, beside what the features say.

A candidate is seen by two of its mentions: the latest one, and the latest that is no pronoun. Each vector is projected;
the pronoun's is multiplied with each of theirs; a hidden layer over the two products and the two projections says how
well they fit. The pronoun alone says how likely it stands for none of them. The weights belong to one encoder, so they
lie beside it in the model's distribution (coref.npz, made by training/coref/head.py), and with them weights for the
features, fitted together: these are not the ones of coref-features.json, which choose where there are no vectors,
and for the kinds of pronouns that the head was not trained on.
"""

from __future__ import annotations

import functools
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

import numpy as np

from sayso.errors import ModelError
from sayso.nlp.files import model_folder
from sayso.nlp.vectors import arrays_of

if TYPE_CHECKING:
    from sayso.nlp.encoder import Floats

FILE: Final = "coref.npz"
MATRICES: Final = (
    "pronoun", "pronoun_bias", "candidate", "candidate_bias", "hidden", "hidden_bias", "out", "out_bias", "none",
)  # fmt: skip
Weights = dict[str, dict[str, float]]  # by kind of pronoun and its role: {"he.S": {feature: weight}}


class Head:
    """The weights; with h projected numbers of vectors of d:

    pronoun, candidate   (d, h), with biases (h,)
    hidden               (4 h, k), rows for pronoun times name, pronoun times latest, name, latest; bias (k,)
    out, none            (k,) with bias (1,); (h,)
    features             weights of the features, fitted together with these
    encoder              digest of the encoder whose vectors it was trained on
    """

    def __init__(self, features: Weights, matrices: dict[str, np.ndarray], encoder: str = "") -> None:
        missing = [name for name in MATRICES if name not in matrices]
        if missing:
            raise ModelError(f"{FILE} is not whole: missing {missing}; install the model anew")
        self.features, self.encoder = features, encoder
        self.matrices = {name: np.asarray(value, dtype="float32") for name, value in matrices.items()}


class VectorView:
    """What a head makes of the mentions of one report: each is projected once, in one product of matrices.

    vectors   (mentions, d) float32, of each mention's head word
    """

    def __init__(self, head: Head, vectors: Floats) -> None:
        self.features = head.features
        m = self.matrices = head.matrices
        size = len(m["pronoun_bias"])
        self.pronoun = vectors @ m["pronoun"] + m["pronoun_bias"]
        candidate = self.candidate = vectors @ m["candidate"] + m["candidate_bias"]
        self.pairs = m["hidden"][: 2 * size]
        self.named = candidate @ m["hidden"][2 * size : 3 * size] + m["hidden_bias"]
        self.latest = candidate @ m["hidden"][3 * size :]
        self.none = self.pronoun @ m["none"]

    def scores(self, pronoun: int, named: Sequence[int], latest: Sequence[int]) -> tuple[list[float], float]:
        """A score for each candidate, and one for none of them; all are numbers of mentions."""
        own = self.pronoun[pronoun]
        pairs = np.concatenate([own * self.candidate[named], own * self.candidate[latest]], axis=1)
        hidden = pairs @ self.pairs + self.named[named] + self.latest[latest]
        np.maximum(hidden, 0, out=hidden)
        found = hidden @ self.matrices["out"] + self.matrices["out_bias"]
        return found.tolist(), float(self.none[pronoun])


def read_head(path: Path) -> Head:
    """A head from its file; ModelError where it cannot be read. Nothing is unpickled."""
    with arrays_of(path) as held:
        features: Weights = {}
        names = held["features"].tobytes().decode("utf-8").split("\n")
        for name, value in zip(names, held["weights"].astype("float64").tolist(), strict=True):
            table, _, feature = name.partition("|")
            features.setdefault(table, {})[feature] = value
        return Head(features, {name: held[name] for name in MATRICES}, str(held["encoder"]))


@functools.lru_cache(maxsize=2)
def load_head(name: str) -> Head:
    """The head of this model's distribution, read once a process."""
    return read_head(model_folder(name) / FILE)
