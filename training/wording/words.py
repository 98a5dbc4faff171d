"""Write words.npz: a small vector for each whole word of the encoder's vocabulary, from its table of word embeddings.

    PYTHONPATH=src python training/wording/words.py MODEL

MODEL   the folder of the model's files (models/sayso_en/src/sayso_en/data), where it writes words.npz

The embeddings are taken about their mean and without the first two of their principal directions, which tell how common
a word is and not what it means (Mu and Viswanath, 2018, "All-but-the-Top"); of the others the first WIDTH are kept.
Takes some seconds. A new encoder needs it again.
"""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import numpy as np

from sayso.nlp.commonness import FIRST_WORD, VOCABULARY
from sayso.nlp.wording import FILE, SCALE

WIDTH: Final = 96
COMMON: Final = 2  # principal directions that are left out
FITTED: Final = 8000  # most common words by which the directions are found
TABLE: Final = "model.words.weight_quantized"
WIDE: Final = 384
# numbers of fields in ONNX's protocol buffers: the graph of a model, its initializers, their name and bytes
GRAPH, INITIALIZER, NAME, BYTES = 7, 5, 8, 9


def varint(data: bytes, at: int) -> tuple[int, int]:
    """A number of a protocol buffer, and where it ends."""
    value = shift = 0
    while True:
        value |= (data[at] & 127) << shift
        shift += 7
        at += 1
        if data[at - 1] < 128:
            return value, at


def fields(data: bytes, at: int, end: int) -> Iterator[tuple[int, Any]]:
    """The fields of a message: number, and value or (start, end) of it."""
    while at < end:
        key, at = varint(data, at)
        if key & 7 == 0:
            value, at = varint(data, at)
            yield key >> 3, value
        elif key & 7 == 2:
            length, at = varint(data, at)
            yield key >> 3, (at, at + length)
            at += length
        else:
            at += 4 if key & 7 == 5 else 8


def table_of(path: Path) -> np.ndarray:
    """(words, 384) float32: the encoder's embeddings, up to a factor and a constant."""
    data = path.read_bytes()
    for number, graph in fields(data, 0, len(data)):
        for kind, place in fields(data, *graph) if number == GRAPH else ():
            if kind == INITIALIZER:
                parts = dict(fields(data, *place))
                if data[slice(*parts[NAME])].decode() == TABLE:
                    values = np.frombuffer(data[slice(*parts[BYTES])], dtype=np.uint8)
                    return values.astype("float32").reshape(-1, WIDE)
    raise ValueError(f"{path}: no table {TABLE}")


def main(folder: Path) -> None:
    """Write words.npz."""
    words = (folder / VOCABULARY).read_text(encoding="utf-8").split("\n")
    table = table_of(folder / "encoder.int8.onnx")[: len(words)]
    kept = [at for at in range(FIRST_WORD, len(table)) if words[at] and not words[at].startswith("##")]
    own = table[kept] - table[kept].mean(0)
    directions = np.linalg.svd(own[:FITTED], full_matrices=False)[2][COMMON : COMMON + WIDTH]
    vectors = own @ directions.T
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
    digest = hashlib.sha256((folder / "encoder.int8.onnx").read_bytes()).hexdigest()[:16]
    np.savez_compressed(
        folder / FILE,
        vectors=np.clip(np.round(vectors * SCALE), -127, 127).astype(np.int8),
        rows=np.array(kept, dtype=np.int32),
        encoder=np.array(digest),
    )
    print(f"{len(kept)} words, {WIDTH} wide, {(folder / FILE).stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
