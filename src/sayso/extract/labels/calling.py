"""Who is said to call whom what: "calls us wreckers", "are referred to as wreckers in Ostrany", "branded a traitor"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from sayso.extract.labels.scene import LabelDraft, LabelScene
from sayso.values.findings import Mention

NOUNY: Final = frozenset({"NOUN", "PROPN", "ADJ"})
NAME_BEHIND: Final = frozenset({"oprd", "attr", "acomp", "xcomp", "ccomp", "dobj", "npadvmod", "conj", "appos", "nmod"})
SPLIT_NAME: Final = ("dobj", "oprd", "attr")  # how what stands behind a name hangs on it where the parser splits it
MAX_APART: Final = 8  # tokens between whom a verb names and what in quotation marks
MAX_BEHIND: Final = 25  # tokens behind a passive verb that are looked at for who does it
MAX_QUOTED: Final = 12  # tokens of a name in quotation marks on either side of its chief word
QUOTES: Final = '"“”«»'


def callings(scene: LabelScene) -> Iterator[LabelDraft]:
    """Labels that somebody is reported to use, by the verbs that name."""
    tree, words = scene.tree, scene.words
    for verb in range(len(tree)):
        lemma = tree.lemma[verb]
        if tree.pos[verb] != "VERB":
            continue
        if lemma in words.calls:
            yield from _called(scene, verb)
        if lemma in words.calls_as or lemma in words.refers:
            yield from _called_as(scene, verb)


def _called(scene: LabelScene, verb: int) -> Iterator[LabelDraft]:
    """ "calls us wreckers", "was dubbed a traitor", "calls itself the Front"."""
    tree = scene.tree
    if tree.passive(verb):
        whom = scene.subject(verb)
        target = scene.someone(whom)
        names = [kid for kid in tree.kids[verb] if kid > verb and tree.dep[kid] in NAME_BEHIND]
    else:
        target, names = _whom_and_what(scene, verb)
    if target is None:
        return
    for name in names[:1]:
        yield from _labels(scene, verb, name, target)


def _whom_and_what(scene: LabelScene, verb: int) -> tuple[Mention | None, list[int]]:
    """The object of an active verb and the words behind it, however the parser hangs them."""
    tree = scene.tree
    kids = [kid for kid in tree.kids[verb] if kid > verb and tree.dep[kid] in NAME_BEHIND | {"dative"}]
    for kid in kids:
        inner = tree.subject(kid) if tree.dep[kid] in ("ccomp", "xcomp", "oprd") else None
        if inner is not None and inner > verb:  # "us" is taken for the subject of "wreckers"
            return scene.someone(inner), [kid]
    if not kids:
        return None, []
    whom = kids[0]
    if tree.lower[whom] in scene.language.reflexive:
        return scene.someone(scene.subject(verb)), kids[1:]
    target, end = scene.around(whom)
    if target is None:
        return None, []
    inside = [token for token in range(whom, end + 1) if tree.head[token] in (verb, *range(whom, end + 1))]
    rest = [kid for kid in kids if kid > end]
    rest += [kid for token in inside for kid in tree.kids[token] if kid > end and tree.dep[kid] in SPLIT_NAME]
    if not rest:
        rest = [kid for kid in tree.kids[whom] if kid > whom and tree.dep[kid] in ("appos", "oprd", "acl", "nmod")]
        rest = [kid for kid in rest if _quoted(scene, kid)]
    if not rest:
        rest = [kid for kid in range(end + 1, min(tree.right[verb], end + MAX_APART) + 1) if _opens_quote(scene, kid)]
    return target, rest


def _opens_quote(scene: LabelScene, token: int) -> bool:
    tree = scene.tree
    return token > 0 and tree.words[token - 1] in QUOTES and tree.pos[token] in NOUNY | {"DET"}


def _quoted(scene: LabelScene, token: int) -> bool:
    left = scene.tree.left[token]
    return left > 0 and (scene.tree.words[left - 1] in QUOTES or scene.tree.words[left] in QUOTES)


def _called_as(scene: LabelScene, verb: int) -> Iterator[LabelDraft]:
    """ "describes him as a hangman", "are referred to as wreckers", "known as the butcher"."""
    tree, words = scene.tree, scene.words
    passive = tree.passive(verb)
    target: Mention | None = None
    behind: list[int] = []
    refers = tree.lemma[verb] in words.refers
    for kid in tree.kids[verb]:
        if kid < verb:
            continue
        if tree.dep[kid] == "prep" and tree.lower[kid] in words.to and refers:
            pobj = tree.child(kid, "pobj")
            target = target or scene.someone(pobj)
            behind += [k for k in tree.kids[kid] if tree.dep[k] == "prep" and tree.lower[k] in words.as_]
            if pobj is not None:
                behind += [k for k in tree.kids[pobj] if tree.dep[k] == "prep" and tree.lower[k] in words.as_]
        elif tree.dep[kid] in ("prep", "mark", "advmod") and tree.lower[kid] in words.as_:
            behind.append(kid)
        elif tree.dep[kid] == "dobj" and not passive:
            target = scene.someone(kid)
            behind += [k for k in tree.kids[kid] if tree.dep[k] == "prep" and tree.lower[k] in words.as_]
    if passive:
        target = scene.someone(scene.subject(verb))
    if target is None:
        return
    for link in behind[:1]:
        name = tree.child(link, "pobj", "amod", "pcomp", "acomp")
        if name is not None:
            yield from _labels(scene, verb, name, target)


def _labels(scene: LabelScene, verb: int, name: int, target: Mention) -> Iterator[LabelDraft]:
    tree, words = scene.tree, scene.words
    holder = _holder(scene, verb)
    denied = scene.negated(verb)
    for word in scene.joined(name):
        if tree.pos[word] not in NOUNY or scene.noun_key(word) in words.no_name or word <= verb:
            continue
        if tree.pos[word] == "PROPN" and scene.at.get(word) is not None and scene.at[word].kind == "name":
            continue  # by another name: that is an alias
        key = scene.noun_key(word)
        first, last = _stretch(scene, word, verb)
        polarity = (
            words.names.get(key, words.states.get(key, 0))
            or scene.judged(word)
            or words.adjectives.get(tree.lower[word], 0)
        )
        weak = tree.lemma[verb] in words.calls_as and key not in words.names
        if not polarity and (tree.pos[word] == "ADJ" or weak):
            continue  # "recognised it as the capital": what it is
        yield LabelDraft(first, last, "naming", target, polarity, "denied" if denied else "reported", holder, verb)


def _stretch(scene: LabelScene, word: int, verb: int) -> tuple[int, int]:
    """The words of a name: all that stands in the quotation marks around it, else its phrase."""
    tree = scene.tree
    first = word
    while first > verb + 1 and word - first < MAX_QUOTED and tree.words[first - 1] not in QUOTES:
        first -= 1
    if tree.words[first - 1] in QUOTES and first > verb + 1:
        last = word
        while last + 1 < len(tree) and last - word < MAX_QUOTED and tree.words[last + 1] not in QUOTES:
            last += 1
        if last + 1 < len(tree) and tree.words[last + 1] in QUOTES:
            while last > word and not tree.words[last][0].isalnum():
                last -= 1
            return first, last
    return scene.whole(word)


def _holder(scene: LabelScene, verb: int) -> Mention | None:
    """Who uses it: the subject; in the passive whoever stands behind "by", or the state in which it is used."""
    tree, words = scene.tree, scene.words
    if not tree.passive(verb):
        return scene.someone(scene.subject(verb))
    links = [
        token
        for token in range(verb + 1, min(tree.right[verb], verb + MAX_BEHIND) + 1)
        if tree.dep[token] in ("agent", "prep")
    ]
    for link in links:
        if tree.dep[link] == "agent" or tree.lower[link] in words.by:
            found = scene.someone(tree.child(link, "pobj"))
            if found is not None:
                return found
    for link in links:
        place = scene.someone(tree.child(link, "pobj")) if tree.lower[link] in words.amid else None
        if place is not None and place.kind == "name" and place.schema == "PublicBody":
            return place
    return None
