"""Weights -> the model's distribution: two int8 ONNX files, vocabulary and meta.json.

usage: export.py --weights FILE [FILE ...] --data ATTRIBUTION_FOLDER --out models/sayso_en/src/sayso_en/data [--float]

Of several weights the mean is taken (Wortsman et al. 2022): runs of other seeds from the same first weights.

encoder.int8.onnx   ids, case, quoted, begins, mask, first -> h, logits, pos, dep, ent (syntax as label numbers)
heads.int8.onnx     h, logits, at, place, inside, seen -> emissions, valid
Dynamic int8 per channel (weights of 7 bits, so that sums of 16 bits do not overflow where there is no VNNI; activations
quantised as they come), opset 17 by the old exporter; attention is then put into one operator (fuse.py), and the encoder
takes one window a pass. Channels of activations that are far larger than others are made smaller, and the weights that
meet them larger (SmoothQuant, Xiao et al. 2023), by what eight reports of PolNeAR train show.
"""

from __future__ import annotations

import argparse
import json
import shutil
from pathlib import Path

import torch
from corpus import load_module
from fuse import fuse_folder
from model import SPAN, Tagger
from onnxruntime.quantization import QuantType, quantize_dynamic
from safetensors.torch import load_file
from torch import Tensor, nn
from train import minilm

from sayso.nlp import encoder

SMOOTH = 0.8  # how much of an activation's range moves into the weights; .5 and .65 left the logits farther off
SHOWN = 8  # reports that show the ranges


class Scaled(nn.Module):
    """The same linear map, its input divided channel by channel and its weights multiplied."""

    def __init__(self, linear: nn.Linear, most: Tensor) -> None:
        super().__init__()
        scale = most.clamp(min=1e-3) ** SMOOTH / linear.weight.abs().amax(0).clamp(min=1e-4) ** (1 - SMOOTH)
        scale = scale / scale.log().mean().exp()
        self.inverse = nn.Parameter(1 / scale)
        self.linear = linear
        with torch.no_grad():
            linear.weight.mul_(scale)

    def forward(self, x: Tensor) -> Tensor:
        return self.linear(x * self.inverse)


def smooth(model: Tagger, data: Path) -> None:
    """Replace the encoder's linear maps by scaled ones."""
    most: dict[str, Tensor] = {}
    linears = {
        f"{number}.{name}": getattr(layer, name)
        for number, layer in enumerate(model.layers)
        for name in ("qkv", "out", "up", "down")
    }

    def hook(name: str):  # noqa: ANN202
        def note(_module: nn.Module, given: tuple[Tensor, ...], _out: Tensor) -> None:
            found = given[0].detach().abs().flatten(0, -2).amax(0)
            most[name] = torch.maximum(most[name], found) if name in most else found

        return note

    handles = [linear.register_forward_hook(hook(name)) for name, linear in linears.items()]
    documents = load_module(data / "load.py").load("train")
    vocabulary = encoder.Vocabulary.load(minilm() / "vocab.txt")
    with torch.no_grad():
        for document in documents[:: len(documents) // SHOWN][:SHOWN]:
            tokens = encoder.tokenize(document["text"], vocabulary)
            for start, end in encoder.windows(tokens):
                batch = encoder.collate([(tokens, start, end)], vocabulary, multiple=1)
                feed = (batch.ids, batch.case, batch.quoted, batch.begins, batch.mask, batch.first)
                model.encode(*[torch.from_numpy(x) for x in feed])
    for handle in handles:
        handle.remove()
    for number, layer in enumerate(model.layers):
        for name in ("qkv", "out", "up", "down"):
            setattr(layer, name, Scaled(getattr(layer, name), most[f"{number}.{name}"]))


def mean(files: list[Path]) -> dict[str, Tensor]:
    """The mean of several weights, name by name."""
    several = [load_file(file) for file in files]
    return {name: torch.stack([one[name] for one in several]).mean(0) for name in several[0]}


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
    parser.add_argument("--weights", type=Path, required=True, nargs="+")
    parser.add_argument("--data", type=Path, required=True, help="folder with PolNeAR's load.py")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--float", action="store_true", help="leave the float32 files beside the int8 ones")
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    labels = json.loads((Path(__file__).parent / "labels.json").read_text())
    model = Tagger({name: len(values) for name, values in labels.items()})
    model.load_state_dict(mean(options.weights))
    model.eval()
    smooth(model, options.data)
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
            reduce_range=True,
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
