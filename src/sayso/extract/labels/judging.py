"""Words that judge, and on whom: "erratic" of whom it is said, "slaughtered" of who does it, "hypocrisy" of whose it is."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from sayso.extract.labels.scene import Draft, Scene
from sayso.values.findings import Mention

LIGHT_OBJECTS: Final = ("dobj", "attr", "oprd")
LINKS: Final = ("acomp", "oprd", "attr", "ccomp", "xcomp")
NEAR: Final = 1  # tokens between two words that are one label


def judgements(scene: Scene) -> Iterator[Draft]:
    """One label a word that judges somebody, neighbours of one target as one."""
    held: Draft | None = None
    for found in _words(scene):
        if (
            held is not None and held.target == found.target and found.first - held.last <= NEAR + 1
            and scene.tree.sentence[held.first] == scene.tree.sentence[found.first]
        ):  # fmt: skip
            polarity = held.polarity if held.polarity == found.polarity else held.polarity or found.polarity
            held = Draft(held.first, found.last, held.kind, held.target, polarity, held.how, None, held.told)
            continue
        if held is not None:
            yield held
        held = found
    if held is not None:
        yield held


def _words(scene: Scene) -> Iterator[Draft]:
    tree, words = scene.tree, scene.words
    for token in range(len(tree)):
        pos, lower, lemma = tree.pos[token], tree.lower[token], tree.lemma[token]
        target: Mention | None = None
        polarity = 0
        if pos == "ADJ" or (pos == "VERB" and tree.dep[token] in ("amod", "acomp") and lower in words.adjectives):
            polarity = words.adjectives.get(lower, 0)
            target = _of_adjective(scene, token) if polarity else None
        elif pos == "VERB":
            polarity = words.verbs.get(lemma, 0)
            target = _of_verb(scene, token) if polarity else None
        elif pos == "NOUN":
            polarity = words.nouns.get(lemma, 0)
            target = _of_noun(scene, token) if polarity else None
        elif pos == "ADV":
            polarity = words.adverbs.get(lower, 0)
            target = _of_verb(scene, tree.head[token]) if polarity and tree.pos[tree.head[token]] == "VERB" else None
        if target is not None and polarity:
            above = tree.head[token]
            if scene.negated(token) or (tree.dep[token] in LINKS and scene.negated(above)):
                polarity = -polarity
            yield Draft(token, token, "evaluation", target, polarity, told=token)


def _of_verb(scene: Scene, verb: int) -> Mention | None:
    if scene.tree.passive(verb):
        event = scene.events.get(verb)
        return next((scene.mentions[m] for m in event.actors), None) if event is not None else None
    return scene.actor(verb)


def _of_adjective(scene: Scene, token: int) -> Mention | None:
    tree = scene.tree
    for _ in range(3):
        if tree.dep[token] != "conj":
            break
        token = tree.head[token]
    above = tree.head[token]
    if tree.dep[token] == "amod":
        mention = scene.someone(above)
        return mention if mention is not None else _of_noun(scene, above)
    if tree.dep[token] in LINKS or tree.dep[token] == "advcl":
        return scene.someone(scene.subject(above))
    return None


def _of_noun(scene: Scene, noun: int) -> Mention | None:
    """Whose it is, of whom, who does it, or who is told to have or be it."""
    tree = scene.tree
    event = scene.events.get(noun)
    if event is not None and event.actors:
        return scene.mentions[event.actors[0]]
    for kid in tree.kids[noun]:
        if tree.dep[kid] in ("poss", "compound", "nmod") and (found := scene.someone(kid)) is not None:
            return found
    for kid in tree.kids[noun]:
        if tree.dep[kid] in ("prep", "agent") and tree.lower[kid] in scene.words.of:
            found = scene.someone(tree.child(kid, "pobj"))
            if found is not None:
                return found
    above = tree.head[noun]
    if tree.dep[noun] in LIGHT_OBJECTS and tree.pos[above] in ("VERB", "AUX"):
        return scene.someone(scene.subject(above)) if not tree.passive(above) else None
    if tree.dep[noun] == "pobj" and tree.dep[above] == "prep":
        over = tree.head[above]
        if tree.pos[over] in ("VERB", "AUX"):
            return scene.someone(scene.subject(over))
        return scene.someone(over)
    return None
