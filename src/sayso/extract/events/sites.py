"""Which words of a clause tell where a deed is, by the parse alone: venues of talks, and towns of what is attacked."""

from __future__ import annotations

from collections.abc import Container
from typing import Final

from sayso.lang.needs.where import WhereWords
from sayso.nlp.tree import Tree

DESCRIBES: Final = frozenset({"compound", "amod", "nmod", "poss", "npadvmod"})
CLIMB: Final = 12


def is_venue(tree: Tree, before: int, trigger: int, talks: Container[int], words: WhereWords) -> bool:
    """Whether a preposition tells where one meets: "talks at a hotel [in] Tarn", not "on the war [in] Velmar".

    talks   triggers that tell talks, which a place may hang on instead: "held [talks] in Tarn"
    """
    word = tree.head[before]
    for _ in range(CLIMB):
        if word in (trigger, tree.head[trigger]):
            return True
        led = tree.dep[word] == "pobj" and tree.lower[tree.head[word]] in words.inside
        if not led and word not in talks:
            return False
        word = tree.head[tree.head[word]] if led else tree.head[word]
    return False


def struck_town(tree: Tree, trigger: int, words: WhereWords) -> int | None:
    """The word before what an attack is on: "an attack on a [Tarn] hotel"; None where there is none."""
    for kid in tree.kids[trigger]:
        if tree.dep[kid] == "prep" and tree.lower[kid] in words.upon:
            for target in (word for word in tree.kids[kid] if tree.dep[word] == "pobj"):
                held = [word for word in tree.kids[target] if tree.dep[word] in DESCRIBES and tree.pos[word] == "PROPN"]
                if held:
                    return held[0]
    return None
