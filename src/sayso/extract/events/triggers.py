"""Which words tell an event: verbs, nouns of happening ("the expulsion of", "talks"), a few adjectives ("dead").

A verb is a trigger unless something says otherwise, a noun only if something says so; what says it is weighed by a
linear model trained on the events marked in ECB+ and the nominalizations of QANom (training/events).
"""

from __future__ import annotations

from typing import Final

from sayso.lang.needs.events import EventWords, TriggerWords
from sayso.nlp.linear import Linear
from sayso.nlp.tree import NOUNS, Tree

FILE: Final = "event-triggers.tsv"
OPEN: Final = frozenset({"VERB", "NOUN", "PROPN", "ADJ", "AUX"})
NAMES: Final = frozenset({"PERSON", "GPE", "NORP"})
NEVER: Final = frozenset({"aux", "auxpass", "punct", "det", "case", "prep", "npadvmod"})
THRESHOLD: Final = -0.3  # of the log odds; of -0.6 to 0.3 the best on ECB+ dev topics, 84.0 against 83.4 at 0


def trigger_candidates(tree: Tree, words: TriggerWords) -> list[int]:
    """The words that may be a trigger at all."""
    return [
        i
        for i, pos in enumerate(tree.pos)
        if pos in OPEN
        and tree.dep[i] not in NEVER
        and any(letter.isalpha() for letter in tree.words[i])
        and not _describes(tree, i, words)
    ]


def _describes(tree: Tree, token: int, words: TriggerWords) -> bool:
    """Whether a word is that of a thing, a name or a quality, whatever stands around it."""
    pos, lemma = tree.pos[token], tree.lemma[token]
    if tree.words[token].isupper() and tree.lower[token].endswith(words.adverbs):
        return True
    if pos in NOUNS:
        return (
            lemma in words.things
            or any(lemma.removesuffix(end) in words.things for end in words.plural)
            or (pos == "PROPN" and tree.entity[token] in NAMES)
        )
    if pos == "ADJ":
        return lemma not in words.states
    return tree.dep[token] == "amod" and lemma in words.naming


def trigger_features(tree: Tree, token: int, words: EventWords) -> list[str]:
    """What the parse says about a word that may be a trigger."""
    lemma, pos, label, tag = tree.lemma[token], tree.pos[token], tree.dep[token], tree.tag[token]
    head = tree.head[token]
    above = f"{tree.pos[head]} {label}"
    kids = {tree.dep[kid] for kid in tree.kids[token]}
    kind = "n" if pos in NOUNS else pos[0].lower()
    ending = next((e for e in words.triggers.endings if lemma.endswith(e)), "")
    out = [
        f"l {lemma} {kind}",
        f"l {lemma}",
        f"p {pos}",
        f"t {tag} {label}",
        f"a {above}",
        f"e {kind} {ending} {label}",
        f"e {kind} {ending}",
        f"n {kind} {tree.entity[token] != ''} {tag}",
        f"ne {kind} {tree.entity[token]}",
        f"h {tree.lemma[head]} {label}",
        f"u {tree.words[token][:1].isupper()} {kind}",
        f"r {head == token} {kind}",
        f"s3 {kind} {lemma[-3:]}",
        f"s4 {kind} {lemma[-4:]}",
    ]
    entry = words.kinds.nouns if kind == "n" else words.kinds.verbs
    if lemma in entry:
        out += [f"plover {kind}", f"plover {kind} {entry[lemma][0]}", f"plover {kind} {label}"]
    out += [f"k {kind} {kid}" for kid in sorted(kids)]  # a sum of floats depends on the order
    for kid in tree.kids[token]:
        if tree.dep[kid] in ("prep", "prt"):
            out.append(f"kp {kind} {tree.lower[kid]}")
            out.append(f"lp {lemma} {tree.lower[kid]}")
        elif tree.dep[kid] in ("compound", "amod", "poss"):
            out.append(f"kc {kind} {tree.lemma[kid]}")
    if label == "pobj":
        out.append(f"pp {kind} {tree.lower[head]}")
        out.append(f"ph {kind} {tree.lemma[tree.head[head]]} {tree.lower[head]}")
    if pos == "VERB" and not kids & {"nsubj", "nsubjpass", "csubj"}:
        out.append(f"bare {label} {tag}")
    return out


def find_triggers(tree: Tree, model: Linear, words: EventWords, *, threshold: float = THRESHOLD) -> dict[int, float]:
    """The words that tell an event, in order, each with its log odds."""
    found = trigger_candidates(tree, words.triggers)
    scores = model.scores(trigger_features(tree, token, words) for token in found)
    return {token: score for token, score in zip(found, scores[:, 0].tolist(), strict=True) if score > threshold}


def trigger_words(tree: Tree, token: int) -> tuple[int, ...]:
    """The words of a trigger: the word and its particle ("carried out")."""
    return (token, *(kid for kid in tree.kids[token] if tree.dep[kid] == "prt" and kid > token))
