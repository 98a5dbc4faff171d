"""Which phrases of a report take up which earlier ones, by a learned head: names, descriptions and what points."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np

from sayso.extract.entities.chaining.network import (
    FILE,
    MATRICES,
    NEAREST,
    WINDOW,
    ChainWeights,
    Ranked,
    load_weights,
    rank,
    read_weights,
)
from sayso.extract.entities.chaining.pairs import SIZES, WordMatches, pair_codes
from sayso.extract.entities.chaining.phrases import NounPhrase, phrases_of
from sayso.extract.entities.chaining.seen import CLASSES, FORMS, KINDS, POINTING, ROLES, WIDTHS, Seen
from sayso.extract.entities.chaining.someone import BODY, CODES, NOBODY, PERSON, PLACE, load_someone, standing_of
from sayso.extract.entities.chaining.someone import FILE as SOMEONE_FILE
from sayso.extract.entities.context import TokenPlaces
from sayso.extract.entities.links import Links
from sayso.lang import Language
from sayso.nlp.tagger import Tagged
from sayso.nlp.tree import Tree
from sayso.nlp.vectors import vectors_of
from sayso.values.findings import Mention
from sayso.values.report import Report, Zone

if TYPE_CHECKING:
    from sayso.nlp.encoder import Floats

__all__ = (
    "BODY", "CLASSES", "CODES", "FILE", "FORMS", "KINDS", "MATRICES", "NEAREST", "NOBODY", "PERSON", "PLACE",
    "POINTING", "ROLES", "SIZES", "SOMEONE_FILE", "WIDTHS", "WINDOW", "ChainWeights", "NounPhrase", "PhraseChains",
    "Ranked", "Seen", "WordMatches", "chains_of", "load_someone", "load_weights", "pair_codes", "phrases_of", "rank",
    "read_weights", "standing_of",
)  # fmt: skip

LEAST: Final = -2.0  # how little a score may fall short of "nothing earlier", for a thing to be a mention; by GUM


@dataclass(frozen=True, slots=True)
class PhraseChains:
    """The phrases of a report, what each may take up, and those that are things in a chain of several.

    heads      token of each phrase's head
    things     mentions for phrases that were none so far; their ids are for this value alone
    standing   by head, (4,) the logarithm of how likely someone is a person, a body, a place, nobody
    around     what is known of each token
    """

    heads: Sequence[int]
    ranked: Ranked
    things: tuple[Mention, ...]
    standing: Mapping[int, Floats]
    around: TokenPlaces


def chains_of(
    report: Report,
    tree: Tree,
    tagged: Tagged | None,
    someones: Sequence[Mention],
    zones: Sequence[Zone],
    language: Language,
    weights: ChainWeights | None = None,
) -> PhraseChains | None:
    """The chains of a report; None where there are no vectors."""
    if tagged is None or not len(tree):
        return None
    vectors = vectors_of(tree, tagged)
    if vectors is None:
        return None
    around = TokenPlaces.of(tree)
    phrases = phrases_of(report, tree, someones, zones, language, around)
    if not phrases:
        return None
    seen = Seen(phrases, tree, language, vectors)
    ranked = rank(seen, weights or load_weights(language.model))
    rows = np.array([n for n, p in enumerate(phrases) if p.known and p.item.mention.kind != "pronoun"], dtype=np.int64)
    told = standing_of(seen, rows, load_someone(language.model))
    standing = dict(zip(seen.head[rows].tolist(), told, strict=True))
    return PhraseChains(seen.head.tolist(), ranked, _things(phrases, seen, ranked), standing, around)


def _things(phrases: Sequence[NounPhrase], seen: Seen, ranked: Ranked) -> tuple[Mention, ...]:
    """The phrases that are no mention yet and stand with another one in a chain."""
    links = Links(len(phrases))
    for n in np.nonzero(ranked.scores[:, 0] > LEAST)[0].tolist():
        links.join(n, int(ranked.antecedents[n, 0]))
    members: dict[int, list[int]] = {}
    for n in range(len(phrases)):
        members.setdefault(links.find(n), []).append(n)
    kept: list[Mention] = []
    for chain in members.values():
        if len(chain) > 1 and any(seen.kind[n] > POINTING for n in chain):
            kept += [phrases[n].item.mention for n in chain if not phrases[n].known]
    return tuple(sorted(kept, key=lambda mention: mention.span.start))
