"""Attention in one operator instead of eleven: the same numbers, in less time.

usage: fuse.py FOLDER      (holds encoder.int8.onnx and heads.int8.onnx; both are written anew)

The exporter writes attention as it is computed: scores of all pairs, a mask, softmax, a weighted sum, each a pass over
memory. ONNX Runtime's MultiHeadAttention (com.microsoft) does all of it in blocks that stay in the cache (Dao et al.
2022, "FlashAttention"). CPU of the encoder with windows of up to 256 wordpieces: about 0.95 of what it was.

The encoder no longer looks at its mask, for the tagger shows it one window a pass, which has no padding: do not give it
several windows of different lengths. The heads do look at `seen`.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper


def fuse(path: Path, layers: str, heads: int, mask: str | None = None) -> int:
    """Put one operator a layer in place of what the exporter wrote, in the file; gives how many layers there were.

    layers   name of the list of layers in the model: "layers", "relators"
    heads    of attention in each
    mask     name of the input (rows, columns) bool that says which columns count; None where all do
    Raises ValueError where the file has no such layers, or was done before.
    """
    model = onnx.load(path)
    graph = model.graph
    if any(node.op_type == "MultiHeadAttention" for node in graph.node):
        raise ValueError(f"{path.name} was done before")
    nodes: list[onnx.NodeProto] = []
    keys = ""
    if mask is not None:
        keys = f"{mask}_whole"
        nodes.append(helper.make_node("Cast", [mask], [keys], name=keys, to=TensorProto.INT32))
    done = 0
    for node in graph.node:
        if node.name != f"/{layers}.{done}/Reshape_1":  # the last step of attention: heads side by side again
            nodes.append(node)
            continue
        at = f"/{layers}.{done}"
        first, width = _first(graph, f"{layers}.{done}.qkv")
        if not done:
            graph.initializer.append(numpy_helper.from_array(np.array([width] * 3, dtype=np.int64), f"{layers}_thirds"))
        parts = [f"{at}/{name}" for name in ("query", "key", "value")]
        nodes.append(helper.make_node("Split", [first, f"{layers}_thirds"], parts, f"{at}/thirds", axis=2))
        nodes.append(
            helper.make_node(
                "MultiHeadAttention",
                [*parts, "", keys] if keys else parts,
                list(node.output),
                f"{at}/attention",
                domain="com.microsoft",
                num_heads=heads,
            )
        )
        done += 1
    if not done:
        raise ValueError(f"{path.name} has no /{layers}.0/Reshape_1; did the exporter change?")
    del graph.node[:]
    graph.node.extend(_needed(nodes, {output.name for output in graph.output}))
    model.opset_import.append(helper.make_opsetid("com.microsoft", 1))
    onnx.save(model, path)
    return done


def _first(graph: onnx.GraphProto, name: str) -> tuple[str, int]:
    """The output of a linear map, scaled by export.py or not, and a third of its width."""
    for held in graph.initializer:
        for inner in ("", ".linear"):
            if held.name == f"model.{name}{inner}.bias":
                before, last = name.rsplit(".", 1)
                return f"/{before}/{last}{inner.replace('.', '/')}/Add_output_0", int(held.dims[0]) // 3
    raise ValueError(f"no bias of {name} in the file; did the exporter change?")


def _needed(nodes: list[onnx.NodeProto], wanted: set[str]) -> list[onnx.NodeProto]:
    """The nodes that something wanted comes from, in order."""
    kept: list[onnx.NodeProto] = []
    for node in reversed(nodes):
        if wanted & set(node.output):
            kept.append(node)
            wanted |= set(node.input)
    return kept[::-1]


def fuse_folder(folder: Path) -> None:
    """Do both files of a model."""
    fuse(folder / "encoder.int8.onnx", "layers", 12)
    fuse(folder / "heads.int8.onnx", "relators", 3, mask="seen")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    fuse_folder(parser.parse_args().folder)


if __name__ == "__main__":
    main()
