"""What somebody is called in passing: descriptions that say what the target is held to be, so-called ones, and what a
subject is said to be ("He is a traitor"). What somebody is by office ("the minister") is a fact and no label."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from sayso.extract.labels.scene import LabelDraft, LabelScene
from sayso.values.findings import Mention
from sayso.values.terms import SOMEONE

LINKED: Final = ("attr", "oprd")
MOST_UP: Final = 4  # nouns over a word of distance


def descriptions(scene: LabelScene) -> Iterator[LabelDraft]:
    """Mentions whose noun is a name, or that judge by an adjective: "the wreckers", "the disgraced minister"."""
    for token, mention in scene.at.items():
        if mention.kind == "nominal" and mention.schema in SOMEONE and scene.someone(token) is not None:
            found = _name_of(scene, token, mention)
            if found is not None and _told_of_someone(scene, token, mention, found):
                yield LabelDraft(*scene.phrase(token), "naming", _target(scene, token, mention), found, told=token)


def _name_of(scene: LabelScene, token: int, mention: Mention) -> int | None:
    """The polarity of a description that is a label; None for one that is none."""
    words = scene.words
    key = scene.noun_key(token)
    judged = scene.judged(token)
    if key in words.names:
        return words.names[key] or judged
    if key in words.states and not mention.many:
        return words.states[key] if scene.definite(token) and _is_body(scene, token) else None
    return judged or None


def _is_body(scene: LabelScene, token: int) -> bool:
    """Whether what stands before a noun leaves it a body: "the Orso regime", but not "the legal regime of the sea"."""
    tree, words = scene.tree, scene.words
    return all(
        tree.words[kid][0].isupper() or tree.lower[kid] in words.ruling or words.before.get(tree.lower[kid])
        or tree.lemma[kid] in words.names
        for kid in tree.kids[token]
        if kid < token and tree.dep[kid] in ("amod", "compound", "nmod")
    )  # fmt: skip


def _told_of_someone(scene: LabelScene, token: int, mention: Mention, polarity: int) -> bool:
    """Whether it tells of somebody: who has a name, is spoken of again, or several; a single unknown one is none."""
    if scene.negated(token) or scene.tree.dep[token] in ("compound", "nmod"):
        return False
    if scene.named(mention):
        return True
    key = scene.noun_key(token)
    if mention.many:
        return key in scene.words.names or scene.judged(token) < 0
    return polarity != 0 and (key in scene.words.states or not scene.alone(mention))


def _target(scene: LabelScene, token: int, mention: Mention) -> Mention:
    """Whom it is said of: the one it stands for, or for "their paymasters in the Isles" the Isles."""
    tree, words = scene.tree, scene.words
    if scene.noun_key(token) in words.owned and not scene.named(mention):
        for kid in tree.kids[token]:
            if tree.dep[kid] == "prep" and tree.lower[kid] in words.amid:
                place = scene.at.get(tree.child(kid, "pobj") or -1)
                if place is not None and place.kind == "name":
                    return place
    return mention


def predicates(scene: LabelScene) -> Iterator[LabelDraft]:
    """What a subject is said to be: "is a traitor", "remain the enemy", denied where it is said not to be."""
    tree, words = scene.tree, scene.words
    for verb in range(len(tree)):
        if tree.lemma[verb] not in words.be:
            continue
        subject = scene.someone(scene.subject(verb))
        if subject is None:
            continue
        for kid in tree.kids[verb]:
            if tree.dep[kid] not in LINKED or tree.pos[kid] != "NOUN":
                continue
            for noun in scene.joined(kid):
                key = scene.noun_key(noun)
                polarity = words.names.get(key, words.states.get(key, 0))
                if not polarity and scene.stands_for_someone(noun):
                    polarity = scene.judged(noun)
                if polarity:
                    denied = scene.negated(verb) or scene.negated(noun)
                    yield LabelDraft(
                        *scene.whole(noun), "naming", subject, polarity, "denied" if denied else "used", told=noun
                    )


def distanced(scene: LabelScene) -> Iterator[LabelDraft]:
    """Names and descriptions that the voice does not make its own: "the so-called envoy"."""
    tree, words = scene.tree, scene.words
    for found in words.distance.finditer(tree.text):
        token = scene.token_at.get(found.end())
        first = scene.token_at.get(found.start())
        if token is None or first is None:
            continue
        head = token
        for _ in range(MOST_UP):
            above = tree.head[head]
            if scene.at.get(head) is not None and tree.dep[head] not in ("amod", "compound", "nmod"):
                break
            if not (above > head and tree.sentence[above] == tree.sentence[token]):
                break
            head = above
        mention = scene.someone(head)
        if mention is None or tree.start[token] > mention.head.end:
            continue
        last = head if mention.kind == "nominal" else max(first, token - 1)
        yield LabelDraft(first, last, "naming", mention, -1, told=token)
