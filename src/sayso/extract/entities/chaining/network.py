"""The head that says which earlier phrase a phrase takes up, by the encoder's vectors and what pairs.py tells.

Word-level antecedent ranking (Dobrovolskii 2021) with the coarse and fine scores of Lee, He and Zettlemoyer (2018): a
phrase is a vector made of its head, first and last token; a bilinear score keeps the best of the phrases before it, and
a small network with features of the pair scores these. No pass of the encoder is added. The weights belong to one
encoder and lie beside it (chains.npz, made by training/coref/chains.py).
"""

from __future__ import annotations

import functools
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

import numpy as np

from sayso.errors import ModelError
from sayso.extract.entities.chaining.pairs import FAR, SIZES, WordMatches, pair_codes
from sayso.extract.entities.chaining.seen import Numbers, Seen
from sayso.nlp.files import model_folder
from sayso.nlp.vectors import matrices_of

if TYPE_CHECKING:
    from sayso.nlp.encoder import Floats

FILE: Final = "chains.npz"
MATRICES: Final = (
    "span", "span_bias", "kind", "width", "schema", "form", "role", "norm", "norm_bias",
    "mention", "mention_bias", "coarse", "coarse_bias", "far", "matched",
    "anaphor", "anaphor_bias", "antecedent", "antecedent_bias", "product", "features",
    "hidden", "hidden_bias", "out", "out_bias",
)  # fmt: skip
NEAREST: Final = 25  # earlier phrases that the coarse score leaves to the fine one
WINDOW: Final = 300  # earlier phrases that are looked at
BLOCK: Final = 128  # phrases scored at once
# Coarse score below which a pair is not scored finely. On 24 documents of GUM that leaves 0.6 of the pairs, and loses
# some 15 of the 4,323 whose fine score is above -2, below which no pair counts anywhere.
UNLIKELY: Final = -2.5
# Features whose codes make one code together, so that a pair looks up five rows and not fourteen: each row of a table
# is the sum of those of its features.
JOINED: Final = ((0, 1, 2), (3, 11), (4, 5, 7, 13), (6, 8, 10), (9, 12))
TINY: Final = 1e-5


class ChainWeights:
    """The matrices of the head; with d numbers of a vector, s of a phrase, h of the hidden layers:

    span, span_bias                  (3 d, s), (s,)
    kind, width, schema, form, role  (codes, s)
    norm, norm_bias                  (s,) of the layer's norm
    mention, mention_bias            (s,), (1,): how likely a phrase is taken up at all
    coarse, coarse_bias              (s, s), (s,)
    far, matched                     (codes,) what distance and matching words add to the coarse score
    anaphor, antecedent, product     (s, h), the first two with biases (h,)
    features                         (all codes of all features, h)
    hidden, hidden_bias              (h, h), (h,)
    out, out_bias                    (h,), (1,)
    encoder                          digest of the encoder whose vectors it was trained on
    """

    def __init__(self, matrices: dict[str, np.ndarray], encoder: str = "") -> None:
        missing = [name for name in MATRICES if name not in matrices]
        if missing:
            raise ModelError(f"{FILE} is not whole: missing {missing}; install the model anew")
        self.encoder = encoder
        self.of = {name: np.asarray(value, dtype="float32") for name, value in matrices.items()}
        self.tables = [self._table(features) for features in JOINED]

    def _table(self, features: tuple[int, ...]) -> Floats:
        """(codes, h): what each combination of the codes of these features adds; the last one runs fastest."""
        starts = np.cumsum([0, *SIZES])
        rows = self.of["features"]
        table = rows[starts[features[0]] : starts[features[0] + 1]]
        for feature in features[1:]:
            further = rows[starts[feature] : starts[feature + 1]]
            table = (table[:, None] + further[None]).reshape(-1, rows.shape[1])
        return table

    def told(self, codes: Numbers) -> Floats:
        """(pairs, h): what the codes (pairs, features) add to the hidden layer."""
        out: Floats | None = None
        for features, table in zip(JOINED, self.tables, strict=True):
            joint = codes[:, features[0]]
            for feature in features[1:]:
                joint = joint * SIZES[feature] + codes[:, feature]
            out = table[joint] if out is None else np.add(out, table[joint], out=out)
        assert out is not None
        return out


@dataclass(frozen=True, slots=True)
class Ranked:
    """For each phrase the earlier ones it may take up, the best first.

    scores       (phrases, n) float32; above 0 where it is rather taken up than not; -inf where there is none
    antecedents  (phrases, n) numbers of phrases
    """

    scores: Floats
    antecedents: Numbers


def rank(seen: Seen, weights: ChainWeights) -> Ranked:
    """Score each phrase against those before it; linear in their number."""
    of, count = weights.of, len(seen)
    phrases = _phrase_vectors(seen, of)
    likely = phrases @ of["mention"] + of["mention_bias"]
    asking = phrases @ of["coarse"] + of["coarse_bias"]
    anaphor = phrases @ of["anaphor"] + of["anaphor_bias"]
    antecedent = phrases @ of["antecedent"] + of["antecedent_bias"]
    scores = np.full((count, NEAREST), -np.inf, dtype="float32")
    chosen: Numbers = np.zeros((count, NEAREST), dtype=np.int64)
    for start in range(0, count, BLOCK):
        rows = range(start, min(count, start + BLOCK))
        columns = range(max(0, start - WINDOW), rows.stop)
        block = WordMatches(seen, rows, columns)
        r, c = slice(rows.start, rows.stop), slice(columns.start, columns.stop)
        apart = np.maximum(seen.head[r][:, None] - seen.head[c][None], 1)
        coarse = asking[r] @ phrases[c].T / np.sqrt(np.float32(phrases.shape[1]))
        coarse += of["far"][np.minimum(np.log2(apart).astype(np.int64), FAR - 1)] + of["matched"][block.matches]
        coarse += likely[r][:, None] + likely[c][None]
        coarse[np.arange(rows.start, rows.stop)[:, None] <= np.arange(columns.start, columns.stop)[None]] = -np.inf
        width = min(NEAREST, len(columns))
        best = np.argpartition(-coarse, width - 1, axis=1)[:, :width]
        values = np.take_along_axis(coarse, best, axis=1)
        row, place = np.nonzero(values > UNLIKELY)
        values[values <= UNLIKELY] = -np.inf
        if not len(row):
            continue
        column = best[row, place]
        i, j = row + rows.start, column + columns.start
        codes = pair_codes(seen, i, j, block.matches[row, column], block.new[row, column])
        hidden = weights.told(codes)
        hidden += anaphor[i]
        hidden += antecedent[j]
        hidden += (phrases[i] * phrases[j]) @ of["product"]
        hidden = np.maximum(hidden, 0, out=hidden) @ of["hidden"] + of["hidden_bias"]
        values[row, place] += np.maximum(hidden, 0, out=hidden) @ of["out"] + of["out_bias"]
        for pair in np.nonzero(seen.counted[i] & seen.counted[j])[0].tolist():
            if not seen.digits[i[pair]] & seen.digits[j[pair]]:
                values[row[pair], place[pair]] = -np.inf  # Terminal 3 is not Terminal 4, whatever a score says
        order = np.argsort(-values, axis=1, kind="stable")
        scores[r, :width] = np.take_along_axis(values, order, axis=1)
        chosen[r, :width] = np.take_along_axis(best, order, axis=1) + columns.start
    return Ranked(scores, chosen)


def _phrase_vectors(seen: Seen, of: dict[str, np.ndarray]) -> Floats:
    """(phrases, s): projected, with what their codes add, normed."""
    out = seen.vectors.reshape(len(seen), -1) @ of["span"] + of["span_bias"]
    out += of["kind"][seen.kind] + of["width"][seen.width] + of["schema"][seen.schema]
    out += of["form"][seen.form] + of["role"][seen.role]
    out -= out.mean(axis=1, keepdims=True)
    out /= np.sqrt((out**2).mean(axis=1, keepdims=True) + TINY)
    normed: Floats = out * of["norm"] + of["norm_bias"]
    return normed


def read_weights(path: Path) -> ChainWeights:
    """ChainWeights from their file; ModelError where it cannot be read. Nothing is unpickled."""
    return ChainWeights(*matrices_of(path, MATRICES))


@functools.lru_cache(maxsize=2)
def load_weights(name: str) -> ChainWeights:
    """The weights of this model's distribution, read once a process."""
    return read_weights(model_folder(name) / FILE)
