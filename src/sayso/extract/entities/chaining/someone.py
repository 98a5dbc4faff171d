"""What a phrase stands for, by a learned head: a person, a body, a place, or nothing that acts and speaks.

Rules find who may act and speak, and take much for someone that is nobody: headings, events, feasts. This head reads
the encoder's vectors of the phrase, and says how likely each is. No pass of the encoder is added. The weights belong to
one encoder and lie beside it (someone.npz, made by training/coref/someone.py).
"""

from __future__ import annotations

import functools
from pathlib import Path
from typing import TYPE_CHECKING, Final

import numpy as np

from sayso.errors import ModelError
from sayso.extract.entities.chaining.seen import Numbers, Seen
from sayso.nlp.files import model_folder
from sayso.nlp.vectors import matrices_of

if TYPE_CHECKING:
    from sayso.nlp.encoder import Floats

FILE: Final = "someone.npz"
PERSON, BODY, PLACE, NOBODY = range(4)  # columns of what the head says
CODES: Final = ("kind", "width", "schema", "form", "role")  # arrays of Seen that it looks at
MATRICES: Final = ("vectors", "bias", *CODES, "out", "out_bias")


class SomeoneWeights:
    """The matrices of the head; with d numbers of a vector, h of the hidden layer:

    vectors, bias                    (3 d, h), (h,) of the head, first and last token
    kind, width, schema, form, role  (codes, h)
    out, out_bias                    (h, 4), (4,) a person, a body, a place, nobody
    encoder                          digest of the encoder whose vectors it was trained on
    """

    def __init__(self, matrices: dict[str, np.ndarray], encoder: str = "") -> None:
        missing = [name for name in MATRICES if name not in matrices]
        if missing:
            raise ModelError(f"{FILE} is not whole: missing {missing}; install the model anew")
        self.encoder = encoder
        self.of = {name: np.asarray(value, dtype="float32") for name, value in matrices.items()}


def standing_of(seen: Seen, rows: Numbers, weights: SomeoneWeights) -> Floats:
    """(rows, 4) float32: the logarithm of how likely these phrases are a person, a body, a place, nobody."""
    of = weights.of
    if not len(rows):
        return np.zeros((0, len(of["out_bias"])), dtype=np.float32)
    hidden = seen.vectors[rows].reshape(len(rows), -1) @ of["vectors"] + of["bias"]
    for name in CODES:
        hidden += of[name][getattr(seen, name)[rows]]
    out = np.maximum(hidden, 0) @ of["out"] + of["out_bias"]
    out -= out.max(axis=1, keepdims=True)
    logged: Floats = out - np.log(np.exp(out).sum(axis=1, keepdims=True))
    return logged


def read_someone(path: Path) -> SomeoneWeights:
    """SomeoneWeights from their file; ModelError where it cannot be read. Nothing is unpickled."""
    return SomeoneWeights(*matrices_of(path, MATRICES))


@functools.lru_cache(maxsize=2)
def load_someone(name: str) -> SomeoneWeights:
    """The weights of this model's distribution, read once a process."""
    return read_someone(model_folder(name) / FILE)
