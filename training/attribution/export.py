"""Weights -> the model's distribution: two int8 ONNX files, vocabulary and meta.json.

usage: export.py --weights FOLDER/model.safetensors --out models/sayso-en/src/sayso_en/data [--float]

encoder.int8.onnx   ids, case, quoted, begins, mask, first -> h, logits, pos, dep, ent (syntax as label numbers)
heads.int8.onnx     h, logits, at, place, inside, seen -> emissions, valid
Dynamic int8 per channel (weights int8, activations quantised as they come), opset 17 by the old exporter; attention is
then put into one operator (fuse.py), and the encoder takes one window a pass.
"""

from __future__ import annotations

import argparse
import json
import shutil
from pathlib import Path

import torch
from fuse import fuse_folder
from model import SPAN, Tagger
from onnxruntime.quantization import QuantType, quantize_dynamic
from safetensors.torch import load_file
from torch import Tensor, nn
from train import minilm


class Encoder(nn.Module):
    """Stage 1 with the syntax heads as label numbers."""

    def __init__(self, model: Tagger) -> None:
        super().__init__()
        self.model = model

    def forward(
        self, ids: Tensor, case: Tensor, quoted: Tensor, begins: Tensor, mask: Tensor, first: Tensor
    ) -> tuple[Tensor, ...]:
        h, logits = self.model.encode(ids, case, quoted, begins, mask, first)
        return h, logits, *(head(h).argmax(-1) for head in self.model.syntax.values())


class Heads(nn.Module):
    """Stage 2."""

    def __init__(self, model: Tagger) -> None:
        super().__init__()
        self.model = model

    def forward(
        self, h: Tensor, logits: Tensor, at: Tensor, place: Tensor, inside: Tensor, seen: Tensor
    ) -> tuple[Tensor, ...]:
        return self.model.relate(h, logits, at, place, inside, seen)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--weights", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--float", action="store_true", help="leave the float32 files beside the int8 ones")
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    labels = json.loads((Path(__file__).parent / "labels.json").read_text())
    model = Tagger({name: len(values) for name, values in labels.items()})
    model.load_state_dict(load_file(options.weights))
    model.eval()
    windows, pieces, tokens, cues = 2, 40, 24, 3
    whole = [torch.randint(0, high, (windows, pieces)) for high in (30000, 6, 3, 3)]
    feed = [*whole, torch.ones(windows, pieces, dtype=torch.bool), torch.arange(tokens).repeat(windows, 1)]
    by_window = {0: "windows", 1: "pieces"}
    by_token = {0: "windows", 1: "tokens"}
    torch.onnx.export(
        Encoder(model), tuple(feed), options.out / "encoder.onnx", opset_version=17, dynamo=False,
        input_names=["ids", "case", "quoted", "begins", "mask", "first"],
        output_names=["h", "logits", *labels],
        dynamic_axes=dict.fromkeys(("ids", "case", "quoted", "begins", "mask"), by_window)
        | dict.fromkeys(("first", "h", "logits", *labels), by_token),
    )  # fmt: skip
    inside = torch.zeros(cues, SPAN)
    inside[:, 56:58] = 1
    second = [
        torch.randn(windows, tokens, 384), torch.randn(windows, tokens, 5), torch.randint(0, windows * tokens, (cues, SPAN)),
        torch.randint(0, 8, (cues, SPAN)), inside, torch.ones(cues, SPAN, dtype=torch.bool),
    ]  # fmt: skip
    torch.onnx.export(
        Heads(model), tuple(second), options.out / "heads.onnx", opset_version=17, dynamo=False,
        input_names=["h", "logits", "at", "place", "inside", "seen"], output_names=["emissions", "valid"],
        dynamic_axes={"h": by_token, "logits": by_token} | {n: {0: "cues"} for n in ("at", "place", "inside", "seen", "emissions", "valid")},
    )  # fmt: skip
    for name in ("encoder", "heads"):
        quantize_dynamic(
            options.out / f"{name}.onnx",
            options.out / f"{name}.int8.onnx",
            weight_type=QuantType.QInt8,
            per_channel=True,
        )
        if not options.float:
            (options.out / f"{name}.onnx").unlink()
    fuse_folder(options.out)
    shutil.copy(minilm() / "vocab.txt", options.out / "vocab.txt")
    meta = {
        "name": "sayso-en", "language": "en", "labels": labels, "tags": ["outside", "source", "content", "cue"],
        "transitions": model.transitions.detach().tolist(), "reach": (SPAN - 1) // 2, "window": 256,
        "threshold_candidate": 0.25, "threshold": 0.3, "keep": 0.28, "chance": {},
    }  # fmt: skip
    (options.out / "meta.json").write_text(json.dumps(meta, indent=1) + "\n")


if __name__ == "__main__":
    main()
