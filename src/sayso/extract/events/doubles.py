"""Two words for one event: a verb that says little with the noun that says what it was.

"made a tour", "a suit was filed", "talks held in Geneva", "fighting broke out": the noun is a part of the verb's event,
or the verb of the noun's where the noun governs it.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from sayso.extract.events.when import Placed
from sayso.lang.needs.main_events import MainWords
from sayso.nlp.tree import NOUNS, Tree


def doubles(tree: Tree, words: MainWords, triggers: Collection[int]) -> dict[int, int]:
    """Token of a trigger -> the one whose event it tells a second time; no chains."""
    known = set(triggers)
    found: dict[int, int] = {}
    for verb in triggers:
        lemma = tree.lemma[verb]
        if tree.pos[verb] in NOUNS or verb in found:
            continue
        if lemma in words.carries:
            bare = tree.dep[verb] == "acl" and tree.tag[verb] == "VBN" and not tree.has(verb, "prt")
            if bare and _tells(tree, tree.head[verb], known):
                found.setdefault(verb, tree.head[verb])
                continue
            noun = tree.child(verb, "nsubjpass") if tree.passive(verb) else tree.child(verb, "dobj")
        elif lemma in words.happens:
            noun = tree.child(verb, "nsubj") if not tree.has(verb, "ccomp", "xcomp") else None
            if tree.has(verb, "dobj") and tree.child(verb, "dobj") in known:
                noun = None
        else:
            continue
        if noun is not None and _tells(tree, noun, known) and noun not in found.values():
            found.setdefault(noun, verb)
    return {one: other for one, other in found.items() if other not in found}


def _tells(tree: Tree, noun: int, known: Collection[int]) -> bool:
    return noun in known and tree.pos[noun] == "NOUN"


def with_doubles(tree: Tree, words: MainWords, found: list[Placed]) -> list[Placed]:
    """The events, with `part_of` where one is told by two words."""
    at = {one.trigger: one for one in found}
    held = doubles(tree, words, list(at))
    return [
        replace(one, event=replace(one.event, part_of=at[held[one.trigger]].event.id)) if one.trigger in held else one
        for one in found
    ]
