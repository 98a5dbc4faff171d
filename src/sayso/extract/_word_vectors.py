"""The encoder's vectors for the words of the parse, whose tokens are not the tagger's."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sayso.encode import Floats
    from sayso.tagger import Tagged
    from sayso.tree import Tree


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
