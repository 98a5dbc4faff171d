"""The learned tagger at work: encoder and heads as int8 ONNX, from tokens to candidate attributions.

One pass of the encoder gives each token a vector, its chance of being a cue, and labels for part of speech, dependency
and name; for each likely cue the heads look at the tokens around it and say which are source, content and cue. The best
sequence of tags under learned transitions is found by Viterbi. training/attribution/ makes the files; the method is
described in the model's CARD.
"""

from __future__ import annotations

import functools
import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import numpy as np
import numpy.typing as npt

from sayso.errors import ModelError
from sayso.lang import Language
from sayso.nlp import encoder
from sayso.nlp.encoder import Floats, Ints, Tokens, Vocabulary
from sayso.nlp.files import model_folder
from sayso.steps import extractor
from sayso.text.offline import importing
from sayso.values.report import Report

if TYPE_CHECKING:
    import onnxruntime

SOURCE, CONTENT, CUE = 1, 2, 3
CUES_A_PASS: Final = 64  # cues that the heads look at together
PATHS_AT_ONCE: Final = 512  # sequences decoded together: a step of Viterbi costs much the same for one or hundreds

# ONNX Runtime's optimizers that are left out for the heads. One operator for an addition and a norm is slower than two:
# without it the heads take a tenth less time, and results differ by 1e-5. The encoder would take 3% less time too, but
# its rounding changes: LINK on PolNeAR dev 76.2 -> 76.1.
SLOWER_OPTIMIZERS: Final = ("SkipLayerNormFusion",)


@dataclass(frozen=True, slots=True)
class Candidate:
    """One likely attribution as token numbers, each in order.

    score   mean of the chances that the cue is one (stage 1) and that it has this source and content (stage 2)
    cut     the content reaches the first, or the last, of the tokens that were looked at, and may go on
    """

    cue: tuple[int, ...]
    source: tuple[int, ...]
    content: tuple[int, ...]
    score: float
    cut: tuple[bool, bool] = (False, False)


@dataclass(frozen=True, slots=True)
class Tagged:
    """What the tagger says of one report.

    chances   (tokens,) float32: chance that a token belongs to a cue
    pos, dep, names   (tokens,) label of each token, as spaCy's small English parser would say
    vectors   (tokens, 384) float16: what the encoder makes of each token, for the steps that score words by it
    """

    tokens: Tokens
    candidates: tuple[Candidate, ...]
    chances: Floats
    pos: tuple[str, ...]
    dep: tuple[str, ...]
    names: tuple[str, ...]
    vectors: npt.NDArray[np.float16]


def best_paths(emissions: Floats, transitions: Floats, seen: npt.NDArray[np.bool_]) -> Ints:
    """The best sequence of tags for each of several stretches (Viterbi).

    emissions    (stretches, tokens, tags) float32: score of each tag at each token
    transitions  (tags, tags) float32: score of moving from row to column
    seen         (stretches, tokens) bool: tokens that count, one unbroken run a stretch
    Returns (stretches, tokens) int64, 0 where a token is not seen; O(stretches * tokens * tags**2).
    Source: Rabiner (1989), "A tutorial on hidden Markov models", III.B.

    >>> emissions = np.log(np.array([[[0.8, 0.2], [0.4, 0.6]]], dtype="float32"))
    >>> stay = np.log(np.array([[0.9, 0.1], [0.1, 0.9]], dtype="float32"))
    >>> best_paths(emissions, stay, np.ones((1, 2), dtype=bool))
    array([[0, 0]])
    """
    stretches, length, tags = emissions.shape
    if transitions.shape != (tags, tags):
        raise ValueError(f"{tags} tags in the emissions, transitions are {transitions.shape}")
    path = np.zeros((stretches, length), dtype=np.int64)
    columns = np.flatnonzero(seen.any(0)).tolist()
    if not columns:
        return path
    begins = seen.copy()
    begins[:, 1:] &= ~seen[:, :-1]
    # where every stretch goes on, nothing has to be chosen between
    unbroken: list[bool] = np.all(seen & ~begins, axis=0, keepdims=True)[0].tolist()
    here = np.arange(tags)
    back = np.empty((length, stretches, tags), dtype=np.int64)
    best = np.zeros((stretches, tags), dtype=np.float32)
    for t in columns:
        scores = best[:, :, None] + transitions
        came = scores.argmax(1)
        moved = scores.max(1)
        if unbroken[t]:
            best, back[t] = moved + emissions[:, t], came
        else:
            on, first = seen[:, t, None], begins[:, t, None]
            moved = np.where(first, best, moved) + emissions[:, t]
            back[t] = np.where(on & ~first, came, here)
            best = np.where(on, moved, best)
    tag = best.argmax(1)
    rows = np.arange(stretches)
    for t in reversed(columns):
        path[:, t] = tag
        tag = back[t][rows, tag]
    path[~seen] = 0
    return path


class Tagger:
    """The model's files, loaded once; `tag` takes any number of reports.

    folder    holds encoder.int8.onnx, heads.int8.onnx, vocab.txt and meta.json
    threads   of ONNX Runtime; for bulk one process a core with one thread each is faster
    Raises ModelError where a file is missing or does not fit.
    """

    def __init__(self, folder: Path, *, threads: int = 1) -> None:
        try:
            self.meta: dict[str, Any] = json.loads((folder / "meta.json").read_text(encoding="utf-8"))
            self.vocabulary = Vocabulary.load(folder / "vocab.txt")
        except OSError as error:
            raise ModelError(f"the model in {folder} is not whole: {error}; install sayso-en anew") from None
        self.encoder = _session(folder / "encoder.int8.onnx", threads)
        self.heads = _session(folder / "heads.int8.onnx", threads, without=SLOWER_OPTIMIZERS)
        self.transitions: Floats = np.array(self.meta["transitions"], dtype=np.float32)
        self.reach: int = self.meta["reach"]

    def tag(self, texts: Sequence[str], *, threshold: float | None = None) -> list[Tagged]:
        """Tag several texts, window by window, each in a pass of its own.

        A window alone needs no padding (CPU of 17 windows: 0.67 s one by one, 0.81 by fours, 0.96 by eights), and int8
        ranges are taken over a pass, so what is said of a text does not depend on what is read with it.

        threshold   least score of a candidate that is kept; the model's own where absent
        """
        least: float = self.meta["threshold"] if threshold is None else threshold
        held: list[_Partial] = []
        for text in texts:
            out = _Partial(encoder.tokenize(text, self.vocabulary))
            for start, end in encoder.windows(out.tokens, self.meta["window"]):
                self._pass(start, end, out, least)
            held.append(out)
        self._decide(held)
        return [out.finish(self.meta["labels"]) for out in held]

    def _pass(self, start: int, end: int, out: _Partial, least: float) -> None:
        """One window through the encoder, and its likely cues through the heads."""
        batch = encoder.collate([(out.tokens, start, end)], self.vocabulary, multiple=1)
        h, logits, *syntax = self.encoder.run(None, batch.feed())
        chances = _softmax(logits[0, :, :3])
        likely = 1 - chances[:, 2]
        out.chances[start:end] = likely
        out.take(start, h[0, : end - start])
        for held, values in zip(out.syntax, syntax, strict=True):
            held[start:end] = values[0]
        cues = [
            ([start + t for t in run], float(likely[run].max()))
            for run in candidate_runs(likely, chances[:, 0], self.meta["threshold_candidate"])
        ]
        for i in range(0, len(cues), CUES_A_PASS):
            self._relate(cues[i : i + CUES_A_PASS], start, end, h, logits, out, least)

    def _relate(
        self,
        cues: list[tuple[list[int], float]],
        start: int,
        end: int,
        h: Floats,
        logits: Floats,
        out: _Partial,
        least: float,
    ) -> None:
        reach = self.reach
        shape = (len(cues), 2 * reach + 1)
        at, place = np.zeros(shape, dtype=np.int64), np.full(shape, 3, dtype=np.int64)
        inside, seen = np.zeros(shape, dtype=np.float32), np.zeros(shape, dtype=np.bool_)
        for k, (cue, _) in enumerate(cues):
            low = cue[0] - reach
            a, b = max(start, low), min(end, cue[0] + reach + 1)
            columns = slice(a - low, b - low)
            at[k, columns] = np.arange(a - start, b - start)
            place[k, columns] = 1 + np.sign(out.paragraph[a:b] - out.paragraph[cue[0]])
            seen[k, columns] = True
            for t in cue:
                if t < b:
                    place[k, t - low] += 4
                    inside[k, t - low] = 1
        feed = {"h": h, "logits": logits, "at": at, "place": place, "inside": inside, "seen": seen}
        emissions, valid = self.heads.run(None, feed)
        for k, (cue, likely) in enumerate(cues):
            score = (likely + 1 / (1 + float(np.exp(-valid[k])))) / 2
            if score >= least:
                out.related.append(_Related(tuple(cue), cue[0] - reach, score, emissions[k], seen[k]))

    def _decide(self, held: Sequence[_Partial]) -> None:
        """Source and content of every cue that is likely enough, for all texts together."""
        several = [(out, related) for out in held for related in out.related]
        for i in range(0, len(several), PATHS_AT_ONCE):
            block = several[i : i + PATHS_AT_ONCE]
            paths = best_paths(
                np.stack([related.emissions for _, related in block]),
                self.transitions,
                np.stack([related.seen for _, related in block]),
            )
            for (out, related), path in zip(block, paths, strict=True):
                if (candidate := related.candidate(path)) is not None:
                    out.candidates.append(candidate)


@dataclass(frozen=True, slots=True)
class _Related:
    """What the heads say of one cue.

    low         number of the token in the first column; may be before the text
    emissions   (columns, tags) float32
    seen        (columns,) bool: the columns that hold a token of the window
    """

    cue: tuple[int, ...]
    low: int
    score: float
    emissions: Floats
    seen: npt.NDArray[np.bool_]

    def candidate(self, path: Ints) -> Candidate | None:
        """The candidate along this path, (columns,) tags; None where it has no content."""
        source, content = (tuple((np.flatnonzero(path == tag) + self.low).tolist()) for tag in (SOURCE, CONTENT))
        if not content:
            return None
        columns = np.flatnonzero(self.seen)
        cut = (content[0] == self.low + int(columns[0]), content[-1] == self.low + int(columns[-1]))
        return Candidate(self.cue, source, content, self.score, cut)


class _Partial:
    """What is known of one report while its windows come back."""

    def __init__(self, tokens: Tokens) -> None:
        self.tokens = tokens
        self.paragraph = np.array(tokens.paragraph, dtype=np.int64)
        self.chances: Floats = np.zeros(len(tokens), dtype=np.float32)
        self.syntax = [np.zeros(len(tokens), dtype=np.int64) for _ in range(3)]
        self.related: list[_Related] = []
        self.candidates: list[Candidate] = []
        self.vectors: npt.NDArray[np.float16] = np.zeros((0, 0), dtype=np.float16)

    def take(self, start: int, vectors: Floats) -> None:
        """Keep the vectors of one window, in half the precision: 750 bytes a token."""
        if not self.vectors.size:
            self.vectors = np.zeros((len(self.tokens), vectors.shape[1]), dtype=np.float16)
        self.vectors[start : start + len(vectors)] = vectors

    def finish(self, labels: dict[str, list[str]]) -> Tagged:
        pos, dep, names = (
            tuple(labels[name][i] for i in held) for name, held in zip(("pos", "dep", "ent"), self.syntax, strict=True)
        )
        candidates = tuple(sorted(self.candidates, key=lambda c: c.cue))
        return Tagged(self.tokens, candidates, self.chances, pos, dep, names, self.vectors)


def candidate_runs(likely: Floats, begins: Floats, threshold: float) -> list[list[int]]:
    """Maximal runs of tokens more likely than the threshold, parted where a new cue surely begins.

    >>> candidate_runs(np.array([0, .9, .8, .7]), np.array([0, .9, .1, .6]), .15)
    [[1, 2], [3]]
    """
    runs: list[list[int]] = []
    last = -2
    for t in np.flatnonzero(likely > threshold).tolist():
        if t == last + 1 and not begins[t] > 0.5:
            runs[-1].append(t)
        else:
            runs.append([t])
        last = t
    return runs


def _softmax(x: Floats) -> Floats:
    e = np.exp(x - x.max(-1, keepdims=True))
    out: Floats = e / e.sum(-1, keepdims=True)
    return out


def _session(path: Path, threads: int, without: Sequence[str] = ()) -> onnxruntime.InferenceSession:
    with importing():
        import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    try:
        return onnxruntime.InferenceSession(
            str(path), options, providers=["CPUExecutionProvider"], disabled_optimizers=list(without)
        )
    except Exception as error:  # onnxruntime's errors have no common root
        raise ModelError(f"{path.name} cannot be loaded: {error}; install sayso-en anew") from None


@functools.lru_cache(maxsize=2)
def load_tagger(name: str, threads: int = 1) -> Tagger:
    """The tagger of this distribution, loaded once a process."""
    return Tagger(model_folder(name), threads=threads)


@extractor("tags.v1", gives="tagged", many=True)
def tags(report: list[Report], language: list[Language]) -> list[Tagged]:
    """What the language's tagger says of each report."""
    return load_tagger(language[0].model).tag([r.text for r in report]) if report else []
