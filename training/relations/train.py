"""Train the network that says how the words around somebody speak of them, on the encoder's vectors, which stay as they are.

    python training/relations/train.py DATA MODEL --cache FOLDER

DATA    holds newsmtsc-train.jsonl and newsmtsc-dev.jsonl (NewsMTSC, Hamborg and Donnay 2021, MIT)
MODEL   the folder of the model's files (models/sayso_en/src/sayso_en/data), where it writes stance.npz
FOLDER  keeps what encoder and parser say of each sentence, under the encoder's digest

NumPy alone, one thread, a fixed seed; the gradients are written out. Dev is looked at after each round for the log; the
number of rounds is fixed, and what ships is the mean of the weights over the last rounds.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import pickle
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, Final

import numpy as np

from sayso.extract import relations as stances
from sayso.lang import load_language
from sayso.nlp.parser import load_parser
from sayso.nlp.tagger import load_tagger
from sayso.nlp.tree import Tree
from sayso.nlp.vectors import WordVectors

# Seed and what is dropped of each network that ships. Dev chose these two of three: alone (7, .2) gives 70.7, (11, .2)
# 71.0, (23, .3) 71.1 macro F1 on dev; pairs give 71.2, 72.6 and 70.5, all three 71.2.
NETWORKS: Final = ((7, 0.2), (23, 0.3))
INNER, HEEDS, HIDDEN, LEMMA = 96, 4, 96, 16
ROUNDS, BATCH, RATE, DECAY, DROP = 12, 64, 1.5e-3, 0.02, 0.4
AVERAGED: Final = 5  # last rounds whose weights are averaged
Arrays = dict[str, np.ndarray]


def examples(path: Path, cache: Path) -> list[dict[str, Any]]:
    """The sentences of a file as the network sees them; worked out once."""
    if cache.exists():
        return pickle.loads(cache.read_bytes())  # made by this script
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").split("\n") if line.strip()]
    english = load_language("en")
    tagger, parser = load_tagger(english.model), load_parser(english.parser)
    found = []
    for start in range(0, len(rows), 64):
        some = rows[start : start + 64]
        tagged = tagger.tag([row["text"] for row in some])
        docs = parser.pipe(row["text"] for row in some)
        for row, tags, doc in zip(some, tagged, docs, strict=True):
            tree = Tree(doc, tags, english.parsing)
            vectors = WordVectors.of(tree, tags)
            first, last = row["target"]
            words = [i for i in range(len(tree)) if tree.start[i] < last and first < tree.end[i]]
            if vectors is None or not words:
                continue
            head = next((i for i in words if tree.head[i] not in words or tree.head[i] == i), words[-1])
            seen = stances.spoken_of(tree, head, words[0], words[-1])
            tone, lemma = stances.word_codes(tree, english.relations, seen.words)
            found.append(
                {"h": vectors[list(seen.words)].astype("float16"), "place": seen.place, "path": seen.path}
                | {"tone": tone, "lemma": lemma, "aim": list(seen.aim), "y": row["polarity"] + 1}
            )
        print(start, len(rows), flush=True)
    cache.write_bytes(pickle.dumps(found))
    return found


def collate(some: Sequence[dict[str, Any]]) -> Arrays:
    """Several examples as one batch: arrays padded to the longest."""
    longest = max(len(one["place"]) for one in some)
    h = np.zeros((len(some), longest, some[0]["h"].shape[1]), "float32")
    place, path, tone, lemma = (np.zeros((len(some), longest), np.int64) for _ in range(4))
    seen = np.zeros((len(some), longest), bool)
    aim = np.zeros((len(some), h.shape[2]), "float32")
    for k, one in enumerate(some):
        n = len(one["place"])
        h[k, :n], seen[k, :n] = one["h"], True
        place[k, :n], path[k, :n], tone[k, :n], lemma[k, :n] = (
            one[name] for name in ("place", "path", "tone", "lemma")
        )
        aim[k] = one["h"][one["aim"]].astype("float32").mean(0)
    return {"h": h, "place": place, "path": path, "tone": tone, "lemma": lemma, "seen": seen, "aim": aim,
            "y": np.array([one["y"] for one in some])}  # fmt: skip


def start_weights(d: int, rng: np.random.Generator) -> Arrays:
    """Weights before the first step."""

    def some(*shape: int, scale: float | None = None) -> np.ndarray:
        return (rng.standard_normal(shape) * (scale or shape[0] ** -0.5)).astype("float32")

    none = lambda *shape: np.zeros(shape, "float32")  # noqa: E731
    return {
        "near": some(d, INNER), "far": none(stances.PLACES, INNER), "path": none(stances.PATHS, INNER), "tone": some(stances.TONES, INNER, scale=0.1),
        "lemma": some(stances.LEMMAS, LEMMA, scale=0.1), "lemma_in": some(LEMMA, INNER), "aim": some(d, INNER, scale=0.02),
        "inner_bias": none(INNER), "heed": some(INNER, HEEDS), "aim_out": some(d, INNER),
        "hidden": some((HEEDS + 1) * INNER, HIDDEN), "hidden_bias": none(HIDDEN), "out": some(HIDDEN, 3),
        "out_bias": none(3),
    }  # fmt: skip


def forward(w: Arrays, b: Arrays, rng: np.random.Generator | None, drop: float = 0.0) -> dict[str, Any]:
    """Everything on the way to the chances, for the way back; rng draws what is dropped, None drops nothing.

    drop   share of the inner numbers that are dropped; DROP is that of the layers above
    """
    t: dict[str, Any] = {}
    h, aim = b["h"], b["aim"]
    if rng is not None:
        h = h * ((rng.random(h.shape[:2], "float32") >= 0.05) / 0.95)[:, :, None].astype("float32")
    e = w["lemma"][b["lemma"]]
    if rng is not None:
        t["e_keep"] = ((rng.random(e.shape[:2], "float32") >= drop) / (1 - drop)).astype("float32")[:, :, None]
        e = e * t["e_keep"]
    inner = h @ w["near"] + w["far"][b["place"]] + w["path"][b["path"]] + w["tone"][b["tone"]] + e @ w["lemma_in"]
    inner += (aim @ w["aim"] + w["inner_bias"])[:, None]
    g = np.maximum(inner, 0)
    if rng is not None:
        t["g_keep"] = ((rng.random((len(g), 1, g.shape[2]), "float32") >= drop) / (1 - drop)).astype("float32")
        g = g * t["g_keep"]
    s = g @ w["heed"]
    s[~b["seen"]] = -1e9
    a = np.exp(s - s.max(1, keepdims=True))
    a /= a.sum(1, keepdims=True)
    pooled = np.einsum("bla,blm->bam", a, g)
    own = np.maximum(aim @ w["aim_out"], 0)
    z = np.concatenate([pooled.reshape(len(g), -1), own], 1)
    if rng is not None:
        t["z_keep"] = ((rng.random(z.shape, "float32") >= DROP) / (1 - DROP)).astype("float32")
        z = z * t["z_keep"]
    u = np.maximum(z @ w["hidden"] + w["hidden_bias"], 0)
    if rng is not None:
        t["u_keep"] = ((rng.random(u.shape, "float32") >= DROP) / (1 - DROP)).astype("float32")
        u = u * t["u_keep"]
    o = u @ w["out"] + w["out_bias"]
    p = np.exp(o - o.max(1, keepdims=True))
    p /= p.sum(1, keepdims=True)
    return t | {"h": h, "e": e, "g": g, "a": a, "own": own, "z": z, "u": u, "p": p}


def gradients(w: Arrays, b: Arrays, t: dict[str, Any], weight: np.ndarray) -> Arrays:
    """The gradient of the mean weighted loss with smoothed labels, by weight."""
    n = len(b["y"])
    gold = np.full((n, 3), 0.05, "float32")
    gold[np.arange(n), b["y"]] = 0.9
    do = (t["p"] - gold) * (weight[b["y"]] / n)[:, None].astype("float32")
    out: Arrays = {"out": t["u"].T @ do, "out_bias": do.sum(0)}
    du = do @ w["out"].T * t["u_keep"] * (t["u"] > 0)
    out |= {"hidden": t["z"].T @ du, "hidden_bias": du.sum(0)}
    dz = du @ w["hidden"].T * t["z_keep"]
    heeds = HEEDS * INNER
    down = dz[:, heeds:] * (t["own"] > 0)
    out["aim_out"] = b["aim"].T @ down
    dp = dz[:, :heeds].reshape(n, HEEDS, INNER)
    da = np.einsum("bam,blm->bla", dp, t["g"])
    dg = np.einsum("bla,bam->blm", t["a"], dp)
    ds = t["a"] * (da - (da * t["a"]).sum(1, keepdims=True))
    flat = lambda x: x.reshape(-1, x.shape[-1])  # noqa: E731
    out["heed"] = flat(t["g"]).T @ flat(ds)
    dg += ds @ w["heed"].T
    di = dg * t["g_keep"] * (t["g"] > 0)
    di[~b["seen"]] = 0
    f = flat(di)
    out["near"] = flat(t["h"]).T @ f
    for name, code in (("far", "place"), ("path", "path"), ("tone", "tone")):
        out[name] = np.zeros_like(w[name])
        np.add.at(out[name], b[code].ravel(), f)
    out["lemma_in"] = flat(t["e"]).T @ f
    de = (di @ w["lemma_in"].T) * t["e_keep"]
    out["lemma"] = np.zeros_like(w["lemma"])
    np.add.at(out["lemma"], b["lemma"].ravel(), flat(de))
    total = di.sum(1)
    out |= {"aim": b["aim"].T @ total, "inner_bias": total.sum(0)}
    return out


def macro(gold: np.ndarray, pred: np.ndarray) -> float:
    """Mean F1 of the three classes, in per cent."""
    scores = []
    for k in range(3):
        hit = int(((gold == k) & (pred == k)).sum())
        scores.append(200 * hit / max(1, int((gold == k).sum() + (pred == k).sum())))
    return float(np.mean(scores))


def predict(w: Arrays, some: Sequence[dict[str, Any]]) -> np.ndarray:
    """(examples, 3) chances."""
    return np.concatenate([forward(w, collate(some[i : i + 128]), None)["p"] for i in range(0, len(some), 128)])


def batches(count: int, sizes: np.ndarray, rng: np.random.Generator) -> Iterator[np.ndarray]:
    """Numbers of examples, those of like length together."""
    order = np.argsort(sizes + rng.random(count) * 8)
    starts = np.arange(0, count, BATCH)
    rng.shuffle(starts)
    for start in starts:
        yield order[start : start + BATCH]


def fit(train: list[dict[str, Any]], dev: list[dict[str, Any]], seed: int, drop: float) -> Arrays:
    """Adam with decay; the mean of the weights after the last rounds."""
    rng = np.random.default_rng(seed)
    w = start_weights(train[0]["h"].shape[1], rng)
    first, second = ({k: np.zeros_like(v) for k, v in w.items()} for _ in range(2))
    y = np.array([one["y"] for one in train])
    weight = (len(y) / 3 / np.bincount(y, minlength=3)) ** 0.5
    sizes = np.array([len(one["place"]) for one in train], float)
    gold = np.array([one["y"] for one in dev])
    mean = {k: np.zeros_like(v) for k, v in w.items()}
    step, total = 0, ROUNDS * -(-len(train) // BATCH)
    for turn in range(ROUNDS):
        begun = time.time()
        for some in batches(len(train), sizes, rng):
            b = collate([train[k] for k in some])
            g = gradients(w, b, forward(w, b, rng, drop), weight)
            step += 1
            rate = RATE * min(1, step / 100) * (0.5 + 0.5 * np.cos(np.pi * step / total))
            for k, grad in g.items():
                first[k] += 0.1 * (grad - first[k])
                second[k] += 0.001 * (grad * grad - second[k])
                move = first[k] / (1 - 0.9**step) / (np.sqrt(second[k] / (1 - 0.999**step)) + 1e-8)
                w[k] -= rate * (move + (DECAY * w[k] if w[k].ndim > 1 else 0))
        if turn >= ROUNDS - AVERAGED:
            for k in w:
                mean[k] += w[k] / AVERAGED
        print(turn, round(macro(gold, predict(w, dev).argmax(1)), 1), f"{time.time() - begun:.0f} s", flush=True)
    return mean


def main() -> None:
    """See the module."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("model", type=Path)
    parser.add_argument("--cache", type=Path, required=True)
    options = parser.parse_args()
    digest = hashlib.sha256((options.model / "encoder.int8.onnx").read_bytes()).hexdigest()
    train, dev = (
        examples(options.data / f"newsmtsc-{part}.jsonl", options.cache / f"stance-{part}-{digest[:12]}.pickle")
        for part in ("train", "dev")
    )
    print(len(train), len(dev))
    networks = [fit(train, dev, seed, drop) for seed, drop in NETWORKS]
    gold = np.array([one["y"] for one in dev])
    chances = sum(predict(weights, dev) for weights in networks)
    print("macro F1 on dev", round(macro(gold, np.argmax(chances, 1)), 1))
    arrays: dict[str, Any] = {
        name: np.stack([one[name] for one in networks]).astype("float16") for name in stances.MATRICES
    }
    np.savez_compressed(options.model / stances.FILE, encoder=np.array(digest), **arrays)


if __name__ == "__main__":
    main()
