"""The attribution tagger in PyTorch: an encoder, heads on every token, and a second stage for each cue.

Stage 1, on the first wordpiece of each token: cue B/I/O, in-content and in-source bits, and three heads distilled from
a parser (part of speech, dependency label, named entity) that make names and subjects known without a parse.
Stage 2, for each candidate cue, on the same encoder output: the tokens around it, scaled and shifted by the mean cue
vector (FiLM, Perez et al. 2018), two small transformer layers, emissions for O/source/content/cue, learned transitions
between them (a linear-chain CRF, Lafferty et al. 2001), and one output for "is this a real cue".
"""

from __future__ import annotations

from pathlib import Path

import torch
import torch.nn.functional as F
from torch import Tensor, nn

REACH = 56  # tokens seen to each side of a cue
SPAN = 2 * REACH + 1
OUTSIDE, SOURCE, CONTENT, CUE = range(4)


class Layer(nn.Module):
    """One post-norm transformer layer; plain attention, which trains faster on a CPU than the fused one."""

    def __init__(self, width: int, heads: int, inner: int) -> None:
        super().__init__()
        self.heads = heads
        self.qkv = nn.Linear(width, 3 * width)
        self.out = nn.Linear(width, width)
        self.norm1 = nn.LayerNorm(width, eps=1e-12)
        self.up = nn.Linear(width, inner)
        self.down = nn.Linear(inner, width)
        self.norm2 = nn.LayerNorm(width, eps=1e-12)

    def forward(self, x: Tensor, bias: Tensor) -> Tensor:
        b, t, d = x.shape
        q, k, v = self.qkv(x).view(b, t, 3, self.heads, d // self.heads).permute(2, 0, 3, 1, 4)
        weights = torch.softmax(torch.matmul(q * (d // self.heads) ** -0.5, k.transpose(-1, -2)) + bias, -1)
        mixed = torch.matmul(weights, v).transpose(1, 2).reshape(b, t, d)
        x = self.norm1(x + self.out(mixed))
        return self.norm2(x + self.down(F.gelu(self.up(x))))


class Tagger(nn.Module):
    """The whole model; `encode` is one pass over windows, `relate` the second stage over candidate cues."""

    def __init__(self, sizes: dict[str, int], layers: int = 6, width: int = 384, small: int = 192) -> None:
        super().__init__()
        self.words = nn.Embedding(30522, width)
        self.positions = nn.Embedding(512, width)
        self.norm = nn.LayerNorm(width, eps=1e-12)
        self.features = nn.ModuleList([nn.Embedding(6, width), nn.Embedding(3, width), nn.Embedding(3, width)])
        self.layers = nn.ModuleList([Layer(width, 12, 4 * width) for _ in range(layers)])
        self.stage1 = nn.Linear(width, 5)
        self.syntax = nn.ModuleDict({name: nn.Linear(width, size) for name, size in sizes.items()})
        self.narrow = nn.Linear(width, small)
        self.film = nn.Linear(width, 2 * small)
        self.logits = nn.Linear(5, small)
        self.distance = nn.Embedding(SPAN, small)
        self.place = nn.Embedding(8, small)  # paragraph before/same/after/none, times outside/inside the cue
        self.norm2 = nn.LayerNorm(small)
        self.relators = nn.ModuleList([Layer(small, 3, 2 * small) for _ in range(2)])
        self.tag = nn.Linear(small, 4)
        self.valid = nn.Linear(small, 1)
        self.transitions = nn.Parameter(torch.zeros(4, 4))
        for feature in self.features:
            nn.init.zeros_(feature.weight)
        for table in (self.distance, self.place):
            nn.init.normal_(table.weight, std=0.02)
        self.words.weight.requires_grad_(False)
        self.positions.weight.requires_grad_(False)

    def load_minilm(self, folder: Path) -> None:
        """Take the weights of a BERT-like model in safetensors."""
        from safetensors.torch import load_file

        weights = {k.removeprefix("bert."): v for k, v in load_file(folder / "model.safetensors").items()}
        with torch.no_grad():
            self.words.weight.copy_(weights["embeddings.word_embeddings.weight"])
            self.positions.weight.copy_(
                weights["embeddings.position_embeddings.weight"] + weights["embeddings.token_type_embeddings.weight"][0]
            )
            self.norm.weight.copy_(weights["embeddings.LayerNorm.weight"])
            self.norm.bias.copy_(weights["embeddings.LayerNorm.bias"])
            for number, layer in enumerate(self.layers):
                at = f"encoder.layer.{number}."
                for part in ("weight", "bias"):
                    qkv = [weights[f"{at}attention.self.{name}.{part}"] for name in ("query", "key", "value")]
                    getattr(layer.qkv, part).copy_(torch.cat(qkv))
                    getattr(layer.out, part).copy_(weights[f"{at}attention.output.dense.{part}"])
                    getattr(layer.norm1, part).copy_(weights[f"{at}attention.output.LayerNorm.{part}"])
                    getattr(layer.up, part).copy_(weights[f"{at}intermediate.dense.{part}"])
                    getattr(layer.down, part).copy_(weights[f"{at}output.dense.{part}"])
                    getattr(layer.norm2, part).copy_(weights[f"{at}output.LayerNorm.{part}"])

    def encode(
        self, ids: Tensor, case: Tensor, quoted: Tensor, begins: Tensor, mask: Tensor, first: Tensor
    ) -> tuple[Tensor, Tensor]:
        """-> vectors (windows, tokens, width) and stage-1 logits (windows, tokens, 5)."""
        x = self.words(ids) + self.positions.weight[: ids.shape[1]]
        x = x + self.features[0](case) + self.features[1](quoted) + self.features[2](begins)
        x = self.norm(x)
        bias = ((~mask).to(torch.float32) * -1e4)[:, None, None, :]
        for layer in self.layers:
            x = layer(x, bias)
        h = torch.gather(x, 1, first[:, :, None].expand(-1, -1, x.shape[2]))
        if self.training:
            h = F.dropout(h, 0.1)
        return h, self.stage1(h)

    def relate(
        self, h: Tensor, logits: Tensor, at: Tensor, place: Tensor, inside: Tensor, seen: Tensor
    ) -> tuple[Tensor, Tensor]:
        """h, logits as from encode; for N cues: at (N, SPAN) index into windows*tokens, place (N, SPAN) 0..7,
        inside (N, SPAN) 1 in the cue, seen (N, SPAN) bool -> emissions (N, SPAN, 4), valid (N)."""
        flat = h.reshape(-1, h.shape[2])
        z = self.narrow(flat) + self.logits(torch.tanh(logits.detach().reshape(-1, 5) / 3))
        share = inside / inside.sum(1, keepdim=True).clamp(min=1)
        # gathered as a sum over the cue's tokens only, never (N, SPAN, width): a cue has at most a few
        top = torch.topk(share, 8, dim=1)
        cue = (F.embedding(torch.gather(at, 1, top.indices), flat) * top.values[:, :, None]).sum(1)
        scale, shift = self.film(cue).chunk(2, -1)
        z = F.embedding(at, z) * (1 + scale[:, None]) + shift[:, None] + self.distance.weight + self.place(place)
        z = self.norm2(z)
        if self.training:
            z = F.dropout(z, 0.1)
        bias = ((~seen).to(torch.float32) * -1e4)[:, None, None, :]
        for layer in self.relators:
            z = layer(z, bias)
        return self.tag(z), self.valid((z * share[:, :, None]).sum(1))[:, 0]

    def crf_loss(self, emissions: Tensor, tags: Tensor, seen: Tensor) -> Tensor:
        """Negative log-likelihood a token of the gold tags (N, SPAN); unseen positions are stepped over."""
        n, length, _ = emissions.shape
        rows = torch.arange(n)
        alpha = torch.zeros(n, 4)
        started = torch.zeros(n, dtype=torch.bool)
        gold = torch.zeros(n)
        before = torch.zeros(n, dtype=torch.long)
        for t in range(length):
            on, emission = seen[:, t], emissions[:, t]
            moved = torch.logsumexp(alpha[:, :, None] + self.transitions, 1) + emission
            alpha = torch.where(on[:, None], torch.where(started[:, None], moved, emission), alpha)
            step = emission[rows, tags[:, t]] + torch.where(started, self.transitions[before, tags[:, t]], 0.0)
            gold = gold + torch.where(on, step, 0.0)
            before = torch.where(on, tags[:, t], before)
            started = started | on
        return (torch.logsumexp(alpha, 1) - gold).sum() / seen.sum().clamp(min=1)
