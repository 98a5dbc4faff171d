"""Words that judge, and whom: "erratic" of whom it is said, "slaughtered" who does it, "hypocrisy" whose it is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from sayso.extract.labels.scene import LabelDraft, LabelScene
from sayso.nlp.tree import SUBJECTS
from sayso.values.findings import Mention

MAX_JOINED: Final = 4
LINKS: Final = ("acomp", "oprd", "attr", "ccomp", "xcomp")
NEAR: Final = 2  # tokens from one word to the next where both are one label: "erratic and vain"


def judgements(scene: LabelScene) -> Iterator[LabelDraft]:
    """One label a word that judges somebody; what hangs together and stands together is one: "erratic and vain"."""
    held: LabelDraft | None = None
    for found in _words(scene):
        if held is not None and _together(scene, held, found):
            held = replace(held, last=found.last)
            continue
        if held is not None:
            yield held
        held = found
    if held is not None:
        yield held


def _together(scene: LabelScene, left: LabelDraft, right: LabelDraft) -> bool:
    heads = scene.tree.head
    return (
        (left.target, left.polarity, left.how) == (right.target, right.polarity, right.how)
        and right.first - left.last <= NEAR
        and (
            heads[left.last] == right.first or heads[right.first] == left.last or heads[left.last] == heads[right.first]
        )
        and "VERB" not in (scene.tree.pos[left.first], scene.tree.pos[right.last])
    )


def _words(scene: LabelScene) -> Iterator[LabelDraft]:
    tree, words = scene.tree, scene.words
    for token in range(len(tree)):
        pos, lower, lemma = tree.pos[token], tree.lower[token], tree.lemma[token]
        target: Mention | None = None
        polarity = 0
        if pos == "ADJ" or (pos == "VERB" and tree.dep[token] in ("amod", "acomp") and lower in words.adjectives):
            polarity = words.adjectives.get(lower, 0)
            target = _of_adjective(scene, token) if polarity else None
        elif pos == "VERB" and lemma in words.undergone:
            yield from _undergone(scene, token, words.undergone[lemma])
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
            yield LabelDraft(token, token, "evaluation", target, polarity, told=token)


def _undergone(scene: LabelScene, verb: int, polarity: int) -> Iterator[LabelDraft]:
    """What somebody's judgement of another says: "praised the envoy", "was accused"; the holder is who judges."""
    holder = scene.actor(verb)
    event = scene.events.get(verb)
    target: Mention | None = None
    if event is not None:
        target = next((scene.mentions[m] for m in event.recipients if scene.is_someone(scene.mentions[m])), None)
    if target is None:
        whom = scene.subject(verb) if scene.tree.passive(verb) else scene.tree.child(verb, "dobj")
        target = scene.someone(whom)
    if target is not None and target != holder:
        denied = scene.negated(verb)
        yield LabelDraft(verb, verb, "evaluation", target, polarity, "denied" if denied else "reported", holder, verb)


def _of_verb(scene: LabelScene, verb: int) -> Mention | None:
    """Who does it, told or understood."""
    return scene.actor(verb)


def _of_adjective(scene: LabelScene, token: int) -> Mention | None:
    """Whom an adjective stands before, or is said of; before a thing whose that is."""
    tree = scene.tree
    token = _first_joined(scene, token)
    above = tree.head[token]
    if tree.dep[token] == "amod":
        mention = scene.someone(above)
        return mention if mention is not None else _owner(scene, above)
    if (tree.dep[token] in LINKS or tree.dep[token] == "advcl") and not scene.names(above):
        return scene.someone(scene.subject(above))
    return None


def _of_noun(scene: LabelScene, noun: int) -> Mention | None:
    """Whose it is or who does it; else who has it, shows it, is it: the subject of the verb over it."""
    tree = scene.tree
    noun = _first_joined(scene, noun)
    found = _owner(scene, noun)
    if found is not None:
        return found
    above = tree.head[noun]
    if tree.dep[above] == "prep" and tree.dep[noun] == "pobj":
        above = tree.head[above]
        if tree.pos[above] == "NOUN":
            return scene.someone(above)
    return _doer(scene, noun, above) if tree.pos[above] in ("VERB", "AUX") else None


def _owner(scene: LabelScene, noun: int) -> Mention | None:
    """Who does what a noun tells, or has it, in its own phrase."""
    event = scene.events.get(noun)
    if event is not None:
        found = next((scene.mentions[m] for m in event.actors if scene.is_someone(scene.mentions[m])), None)
        if found is not None:
            return found
    return _possessor(scene, noun)


def _doer(scene: LabelScene, noun: int, verb: int) -> Mention | None:
    """Who does what a verb says of a noun; nobody where the noun does it."""
    if scene.tree.dep[noun] in SUBJECTS or scene.tree.passive(verb) or scene.names(verb):
        return None
    return scene.actor(verb) or scene.someone(scene.subject(verb))


def _possessor(scene: LabelScene, noun: int) -> Mention | None:
    tree = scene.tree
    for kid in tree.kids[noun]:
        if tree.dep[kid] in ("poss", "compound", "nmod") and (found := scene.someone(kid)) is not None:
            return found
    for kid in tree.kids[noun]:
        if tree.dep[kid] in ("prep", "agent") and tree.lower[kid] in scene.words.of:
            found = scene.someone(tree.child(kid, "pobj"))
            if found is not None:
                return found
    return None


def _first_joined(scene: LabelScene, token: int) -> int:
    """The first of some joined words: what is said of it is said of all."""
    for _ in range(MAX_JOINED):
        if scene.tree.dep[token] != "conj" or scene.tree.pos[scene.tree.head[token]] != scene.tree.pos[token]:
            break
        token = scene.tree.head[token]
    return token
