"""What speakers say of somebody's words and things, and whose fault they say that harm is.

"Her offer is generous", "Reyl's speech was a string of lies": for and against those whose it is. "Velmar is responsible
for the blast", "responsibility lies with Velmar": against them. So is what should be done to somebody ("must be tried",
"cannot be trusted", "should resign"), and asking them to stop what they do.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from sayso.extract.relations.found import Found, Somebodies
from sayso.extract.relations.told import SaidToBe
from sayso.lang import Language
from sayso.nlp.tree import NOUNS, Tree
from sayso.values.findings import Attribution, Mention
from sayso.values.reading import innermost

MOST_BELOW: Final = 12  # words of what a thing is said to be that are looked at
DESCRIBES: Final = ("attr", "acomp", "oprd")


def blamed(
    tree: Tree, language: Language, people: Somebodies, attributions: Sequence[Attribution], states: SaidToBe
) -> Iterator[Found]:
    """How speakers stand to those of whose things they speak, and to whom they give the blame."""
    speaker = {one.id: one.speaker for one in attributions if one.speaker is not None}
    if not speaker:
        return
    words = language.relations
    verbs = [
        i for i in range(len(tree))
        if tree.lemma[i] in words.copulas or tree.lemma[i] in words.lying or _may_be_due(tree, language, i)
    ]  # fmt: skip
    for verb, inside in zip(verbs, innermost(attributions, [tree.start[i] for i in verbs]), strict=True):
        holder = speaker.get(inside or "")
        due = _due(tree, language, verb)
        subject = tree.child(verb, "nsubj", "nsubjpass") if due else tree.child(verb, "nsubj")
        if due and holder is not None and subject is not None and not states.asked(verb):
            for mention in people.joined(subject):
                if people.apart(holder, mention.id) and people.named(mention.id):
                    yield Found(holder, mention.id, due, "speech", (verb,))
            continue
        if holder is None or subject is None or states.factuality(verb) != "CT+" or states.asked(verb):
            continue
        if tree.lemma[verb] in words.lying:
            found = _fault(tree, language, people, verb, subject)
        else:
            found = [*_guilt(tree, language, people, verb, subject), *_thing(tree, language, people, verb, subject)]
        for mention, sign, word in found:
            if people.apart(holder, mention.id) and people.named(mention.id):
                yield Found(holder, mention.id, sign, "speech", (word,))


def _may_be_due(tree: Tree, language: Language, verb: int) -> bool:
    words = language.relations
    return tree.pos[verb] == "VERB" and (
        tree.lemma[verb] in words.verbs or tree.lemma[verb] in words.trusting | words.leaving | words.dues
    )


def _due(tree: Tree, language: Language, verb: int) -> int:
    """What it says for or against somebody that this should be done to them, or by them; 0 for nothing."""
    words = language.relations
    lemma = tree.lemma[verb]
    near = {tree.lower[kid] for kid in tree.kids[verb] if tree.dep[kid] in ("aux", "neg")}
    negated = -1 if not words.negations.isdisjoint(near) else 1
    ought = not words.ought.isdisjoint(near)
    if tree.passive(verb):
        if lemma in words.trusting and negated < 0 and (ought or not words.not_yet.isdisjoint(near)):
            return -1
        sign = words.verbs.get(lemma, -(lemma in words.dues))
        return negated * sign if ought else 0
    return -negated if ought and lemma in words.leaving else 0


def told_to_stop(tree: Tree, language: Language, people: Somebodies, states: SaidToBe) -> Iterator[Found]:
    """Whoever calls on somebody to stop what they do is against them: "called on Keld to stop the arrests"."""
    words = language.relations
    for stop in range(len(tree)):
        verb = tree.head[stop]
        clause = tree.dep[stop] in ("xcomp", "ccomp", "advcl", "acl") and tree.lemma[verb] in words.urging
        if not clause or tree.lemma[stop] not in words.stopping or tree.pos[verb] != "VERB":
            continue
        subject, own = tree.child(verb, "nsubj"), tree.child(stop, "nsubj")
        asked = [kid for kid in tree.kids[verb] if kid < stop and tree.dep[kid] in ("dobj", "dative")]
        asked += [
            inner for kid in tree.kids[verb] if kid < stop and tree.dep[kid] == "prep" and tree.lower[kid] in words.upon
            for inner in tree.kids[kid]
        ]  # fmt: skip
        targets = asked or ([own] if own is not None else [])
        if subject is None or not tree.has(stop, "dobj", "xcomp"):  # "asked him to stop by"
            continue
        for holder in people.joined(subject):
            for mention in (one for token in targets for one in people.joined(token)):
                if people.apart(holder.id, mention.id) and people.named(mention.id):
                    yield Found(holder.id, mention.id, -1, "speech", (verb, stop), states.factuality(verb))


Aimed = tuple[Mention, int, int]  # at whom, the sign, and the word that says it


def _fault(tree: Tree, language: Language, people: Somebodies, verb: int, subject: int) -> list[Aimed]:
    """ "Responsibility for the blast lies with Velmar"."""
    words = language.relations
    if tree.lemma[subject] not in words.fault:
        return []
    return [
        (one, -1, subject)
        for kid in tree.kids[verb] if tree.dep[kid] == "prep" and tree.lower[kid] in words.with_
        for inner in tree.kids[kid] for one in people.joined(inner)
    ]  # fmt: skip


def _guilt(tree: Tree, language: Language, people: Somebodies, verb: int, subject: int) -> list[Aimed]:
    """ "Velmar is responsible for the blast"; whoever is responsible for schools is not to blame."""
    words = language.relations
    for kid in tree.kids[verb]:
        if tree.dep[kid] not in DESCRIBES or tree.lemma[kid] not in words.guilty:
            continue
        harm = any(
            tree.lemma[thing] in words.harms or tree.lemma[thing] in words.bad
            for prep in tree.kids[kid] if tree.dep[prep] == "prep" and tree.lower[prep] in words.for_
            for thing in tree.kids[prep]
        )  # fmt: skip
        if harm:
            return [(one, -1, kid) for one in people.joined(subject)]
    return []


def _thing(tree: Tree, language: Language, people: Somebodies, verb: int, subject: int) -> list[Aimed]:
    """ "Reyl's speech was a string of lies", "their constitution is a lie"."""
    words = language.relations
    if subject in people.at or tree.pos[subject] not in NOUNS:
        return []
    owners = [
        one for kid in tree.kids[subject]
        if tree.dep[kid] == "poss" or (tree.dep[kid] == "prep" and tree.lower[kid] in words.of)
        for inner in ([kid] if tree.dep[kid] == "poss" else tree.kids[kid])
        for one in people.joined(inner)
    ]  # fmt: skip
    if not owners:
        return []
    for kid in tree.kids[verb]:
        if tree.dep[kid] not in DESCRIBES or kid < verb:
            continue
        below = range(tree.left[kid], min(tree.right[kid] + 1, tree.left[kid] + MOST_BELOW))
        if any(tree.lower[token] in words.negations for token in below):
            continue
        tones = {
            token: (tree.lemma[token] in words.good) - (tree.lemma[token] in words.bad)
            for token in below if tree.dep[token] not in ("poss", "compound")
        }  # fmt: skip
        said = {sign for sign in tones.values() if sign}
        if len(said) == 1:
            (sign,) = said
            word = next(token for token in below if tones.get(token))
            return [(one, sign, word) for one in owners]
    return []
