"""The small network that scores candidates of an event for their roles: what the parse says, and the encoder's vectors.

    parse     features as strings -> a sum of 24 numbers each, and a direct weight for each role
    encoder   the vector of the candidate and that of the trigger: each alone, and the two multiplied after a projection
    both      added, two layers of 128 with a way around the second, and the direct weights on top

Without vectors the parse alone decides: in training they were left out for one candidate in seven. The weights belong
to one encoder, so they lie beside it in the model's distribution (roles.npz, made by training/events/roles.py).
"""

from __future__ import annotations

import functools
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

import numpy as np

from sayso.errors import ModelError
from sayso.nlp.files import model_folder
from sayso.nlp.linear import Linear
from sayso.nlp.vectors import WordVectors, arrays_of

if TYPE_CHECKING:
    from sayso.nlp.encoder import Floats

FILE: Final = "roles.npz"
CLASSES: Final = ("NONE", "AGENT", "PATIENT", "OBJ2", "WHEN", "WHERE", "WHY", "HOW")
WEIGHTS: Final = (
    "parse", "parse_bias", "candidate", "trigger", "candidate_pair", "candidate_pair_bias", "trigger_pair",
    "trigger_pair_bias", "pair", "middle", "middle_bias", "out", "out_bias",
)  # fmt: skip
BLOCK: Final = 4096  # candidates scored at once: 4 MB of hidden numbers, whatever the report's length


class Network:
    """The weights, and what they make of candidates.

    features    the names that are known, in the order of the rows of `table`
    table       (features, width + roles) float32: the numbers each adds, then its direct weights
    weights     the matrices named in WEIGHTS
    encoder     digest of the encoder whose vectors it was trained on
    """

    def __init__(
        self, features: Sequence[str], table: np.ndarray, weights: dict[str, np.ndarray], encoder: str = ""
    ) -> None:
        missing = [name for name in WEIGHTS if name not in weights]
        if missing or table.shape[1] != weights["parse"].shape[0] + len(CLASSES):
            raise ModelError(f"{FILE} is not whole: missing {missing or 'columns'}; install the model anew")
        self.encoder = encoder
        self.weights = {name: np.asarray(value, dtype="float32") for name, value in weights.items()}
        self._features = Linear([str(i) for i in range(table.shape[1])], features, table)

    def scores(
        self,
        items: Iterable[Iterable[str]],
        candidates: Sequence[int],
        triggers: Sequence[int],
        vectors: Floats | WordVectors | None = None,
    ) -> np.ndarray:
        """(candidates, roles) float32: a score for each role; the highest is the likeliest.

        items        the features of each candidate
        candidates   the row of `vectors` for each; `triggers` that of its trigger
        vectors      (tokens, 384) float32 of the encoder, or None: the parse alone decides
        """
        w = self.weights
        found = self._features.scores(items)
        inner, direct = found[:, : -len(CLASSES)], found[:, -len(CLASSES) :]
        x = inner @ w["parse"] + w["parse_bias"]
        if vectors is not None and len(x):
            own, first = np.unique(candidates, return_inverse=True)
            above, second = np.unique(triggers, return_inverse=True)
            near, over = vectors[own], vectors[above]
            x += (near @ w["candidate"])[first] + (over @ w["trigger"])[second]
            left = near @ w["candidate_pair"] + w["candidate_pair_bias"]
            right = over @ w["trigger_pair"] + w["trigger_pair_bias"]
            x += (left[first] * right[second]) @ w["pair"]
        np.maximum(x, 0, out=x)
        x += np.maximum(x @ w["middle"] + w["middle_bias"], 0)
        out: np.ndarray = x @ w["out"] + w["out_bias"] + direct
        return out


def read_network(path: Path) -> Network:
    """A network from its file; ModelError where it cannot be read. Nothing is unpickled."""
    with arrays_of(path) as held:
        names = held["features"].tobytes().decode("utf-8").split("\n")
        table = held["table"].astype("float32") * held["scale"].astype("float32")
        return Network(names, table, {name: held[name] for name in WEIGHTS}, str(held["encoder"]))


@functools.lru_cache(maxsize=2)
def load_network(name: str) -> Network:
    """The network of this model's distribution, read once a process."""
    return read_network(model_folder(name) / FILE)
