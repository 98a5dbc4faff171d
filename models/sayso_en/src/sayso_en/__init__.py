"""The English model of sayso: its files, and where they are."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path
from typing import Final

# What training/attribution/ makes, training/events/roles.py (roles.npz), training/coref/head.py (coref.npz),
# training/coref/chains.py (chains.npz), training/coref/someone.py (someone.npz), training/relations/train.py
# (stance.npz), training/wording/words.py (words.npz) and training/names/train.py (names.json); CARD.md is written by
# hand.
FILES: Final = (
    "encoder.int8.onnx", "heads.int8.onnx", "vocab.txt", "meta.json", "roles.npz", "coref.npz", "chains.npz",
    "someone.npz", "stance.npz", "coref-features.json", "event-triggers.tsv", "event-happened.tsv", "names.json",
    "types.npz", "words.npz", "CARD.md",
)  # fmt: skip


def path() -> Path:
    """The folder of the model's files. Raises FileNotFoundError where the package lies in an archive."""
    folder = files(__name__) / "data"
    if not isinstance(folder, Path):
        raise FileNotFoundError(f"sayso-en lies in an archive, {folder}; install it as files")
    return folder
