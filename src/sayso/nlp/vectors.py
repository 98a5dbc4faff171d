"""What small networks on the encoder's vectors share: the vectors for the words of the parse, whose tokens are not the
tagger's, and the reading of their weights."""

from __future__ import annotations

import contextlib
import zipfile
from typing import TYPE_CHECKING, Any

import numpy as np

from sayso.errors import ModelError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from sayso.nlp.encoder import Floats
    from sayso.nlp.tagger import Tagged
    from sayso.nlp.tree import Tree


def vectors_of(tree: Tree, tagged: Tagged, words: Sequence[int] | None = None) -> Floats | None:
    """(words, 384) float32: for each the vector of the tagger's token that holds its first letter.

    words   tokens of the tree; all of them where None
    None where the tagger has no token: a text of nothing but space.
    """
    ends = tagged.tokens.ends
    if not len(ends):
        return None
    starts = tree.start if words is None else [tree.start[word] for word in words]
    rows = np.minimum(np.searchsorted(ends, starts, side="right"), len(ends) - 1)
    out: Floats = tagged.vectors[rows].astype("float32")
    return out


class WordVectors:
    """The vectors for all words of a parse, (words, 384), of which only those asked for are made float32."""

    def __init__(self, tree: Tree, tagged: Tagged) -> None:
        ends = tagged.tokens.ends
        self._vectors = tagged.vectors
        self._rows = np.minimum(np.searchsorted(ends, tree.start, side="right"), len(ends) - 1)

    def __getitem__(self, words: Any) -> Floats:
        found: Floats = self._vectors[self._rows[words]].astype("float32")
        return found

    @classmethod
    def of(cls, tree: Tree, tagged: Tagged) -> WordVectors | None:
        """None where the tagger has no token: a text of nothing but space."""
        return cls(tree, tagged) if len(tagged.tokens.ends) else None


def matrices_of(path: Path, names: Iterable[str]) -> tuple[dict[str, np.ndarray], str]:
    """The matrices of a head by name, and the digest of its encoder; ModelError where they cannot be read."""
    with arrays_of(path) as held:
        return {name: held[name] for name in names}, str(held["encoder"])


@contextlib.contextmanager
def arrays_of(path: Path) -> Iterator[Any]:
    """The arrays of a file of weights by name; ModelError where they cannot be read. Nothing is unpickled."""
    try:
        with np.load(path, allow_pickle=False) as held:
            yield held
    except (OSError, KeyError, ValueError, EOFError, zipfile.BadZipFile) as error:
        raise ModelError(f"{path.name} cannot be read: {error}; install the model anew") from None
