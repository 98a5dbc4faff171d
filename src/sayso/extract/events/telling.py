"""How a sentence tells a deed: as past, or as another one than those told."""

from __future__ import annotations

from collections.abc import Container

from sayso.lang.needs.when import WhenWords
from sayso.nlp.tree import Tree


def is_past(tree: Tree, token: int, words: WhenWords) -> bool:
    """Whether a word is a verb in the past: went, had gone, was taken."""
    tag = tree.tag[token]
    if tag == "VBD":
        return True
    helpers = [tree.lower[kid] for kid in tree.kids[token] if tree.dep[kid] in ("aux", "auxpass")]
    return tag == "VBN" and bool(helpers) and helpers[0] in words.past


def is_another(tree: Tree, trigger: int, others: frozenset[str], deeds: Container[int]) -> bool:
    """Whether a sentence says before a deed that it is none of those told: "in another raid, two were held".

    deeds   the triggers of the report
    """
    first, _ = tree.sentences[tree.sentence[trigger]]
    return any(
        tree.lower[token] in others and (token == first or tree.head[token] in deeds) for token in range(first, trigger)
    )
