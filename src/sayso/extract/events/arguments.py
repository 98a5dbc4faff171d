"""Triggers -> their parts: a role, a phrase and its head for each.

A small network weighs the candidates of a trigger for the roles of QA-SRL (agent, patient, other, when, where, why,
how), by the parse and the encoder's vectors (`network`); prepositions and kinds of noun then tell recipients,
topics, origins and instruments apart. Trained on QA-SRL's Wikipedia part and on QANom (training/events).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from sayso.extract.events.candidates import PEOPLE, Candidate, Setting, candidates, kind_of
from sayso.extract.events.network import BLOCK, CLASSES, Network
from sayso.extract.events.spans import width
from sayso.lang.needs.events import PartWords
from sayso.nlp.encoder import Floats
from sayso.nlp.tree import NOUNS, Tree
from sayso.nlp.vectors import WordVectors
from sayso.values.terms import ArgumentRole

CASED: Final = frozenset({"WHEN", "WHERE", "WHY", "HOW"})  # answered with their preposition
# Added to the scores of agent and patient, and of the rest. The verbs': of 0/1, 0/.8, .2/.8, .4/.8, .4/1 on QA-SRL
# Wikinews (HEAD 74.4, 74.5, 74.3, 74.0, 74.0; UA 67.3, 67.3, 67.7, 67.8, 67.8), the first best of three on the example
# case. The nouns' were found for a linear model, 1.2/1.2 to 1.8/2.4 on QANom dev: QANom's training part had one worker
# a sentence, its dev part three, so that the model is too shy about nouns.
VERB_BIAS: Final = (0.0, 1.0)
NOUN_BIAS: Final = (1.5, 1.8)
SHARED: Final = ("^conj/nsubj",)
BESIDE: Final = "^relcl@"  # the noun that a relative clause says more of
OTHERS_SUBJECT: Final = ("^conj/nsubj", "^conj/nsubjpass")
IMPLICIT: Final = ("xcomp", "advcl", "pcomp", "acl")  # ways up on which a subject is understood, not said


@dataclass(frozen=True, slots=True)
class Part:
    """One part of an event: role, head token, tokens first to last + 1; whether it is only understood there."""

    role: ArgumentRole
    token: int
    first: int
    last: int
    label: str
    implicit: bool = False


def part_at(tree: Tree, role: ArgumentRole, token: int, *, implicit: bool) -> Part:
    """A part that no network has found: a noun with the words right before it that hang on it."""
    first = token
    while first > tree.left[token] and tree.head[first - 1] == token and tree.dep[first - 1] != "punct":
        first -= 1
    return Part(role, token, first, token + 1, role.upper(), implicit)


def find_parts(
    tree: Tree, triggers: Sequence[int], network: Network, words: PartWords, vectors: Floats | WordVectors | None = None
) -> list[list[Part]]:
    """The parts of each trigger, in the order of the text.

    vectors   (tokens of the tree, 384) of the encoder; None: the parse alone decides
    """
    out: list[list[Part]] = []
    held: list[tuple[int, list[Candidate]]] = []
    waiting = 0
    for trigger in triggers:
        held.append((trigger, candidates(tree, trigger, words)))
        waiting += len(held[-1][1])
        if waiting >= BLOCK:
            out += _parts_of_block(tree, held, network, words, vectors)
            held, waiting = [], 0
    return out + _parts_of_block(tree, held, network, words, vectors)


def _parts_of_block(
    tree: Tree,
    held: Sequence[tuple[int, list[Candidate]]],
    network: Network,
    words: PartWords,
    vectors: Floats | WordVectors | None,
) -> list[list[Part]]:
    settings = [Setting(tree, trigger, words) for trigger, _ in held]
    pairs = [(setting, one) for setting, (_, several) in zip(settings, held, strict=True) for one in several]
    scores = network.scores(
        (setting.features(one) for setting, one in pairs),
        [one.token for _, one in pairs],
        [setting.trigger for setting, _ in pairs],
        vectors,
    )
    out: list[list[Part]] = []
    row = 0
    for trigger, several in held:
        first, rest = NOUN_BIAS if tree.pos[trigger] in NOUNS else VERB_BIAS
        bias = np.array([0.0, first, first, *[rest] * 5], dtype="float32")
        best = (scores[row : row + len(several)] + bias).argmax(axis=1) if several else ()
        row += len(several)
        labels = [
            _plain(tree, one) or _not_title(one, CLASSES[label]) for one, label in zip(several, best, strict=True)
        ]
        if tree.pos[trigger] not in NOUNS:
            labels = _own_subject(tree, trigger, several, _one_agent(several, labels))
        parts = [
            part_of(tree, trigger, one, label, words)
            for one, label in zip(several, labels, strict=True)
            if label != "NONE"
        ]
        out.append(sorted(parts, key=lambda part: (part.first, part.last)))
    return out


def _own_subject(tree: Tree, trigger: int, several: Sequence[Candidate], labels: Sequence[str]) -> list[str]:
    """The labels without the subject of the verb that a verb is joined to, where it has one of its own."""
    subject = tree.subject(trigger)
    own = subject is not None
    out = [
        "NONE"
        if (own and one.way.partition(">")[0] in OTHERS_SUBJECT)
        or _of_gapped(tree, trigger, one.token)
        or (label == "PATIENT" and one.way == BESIDE and tree.has(trigger, "nsubjpass") and not _asks(tree, subject))
        else label
        for one, label in zip(several, labels, strict=True)
    ]
    if tree.passive(trigger):
        out = [_undergone(tree, trigger, one, label, own=own) for one, label in zip(several, out, strict=True)]
    if tree.gapped(trigger):
        out = ["PATIENT" if one.token == subject else label for one, label in zip(several, out, strict=True)]
    return out


def _undergone(tree: Tree, trigger: int, one: Candidate, label: str, *, own: bool) -> str:
    """The label of a passive's candidate: its subject undergoes it, and nobody from the clause above does it.

    A subject that it shares with the passive that it is joined to is its own: "was found guilty and given ten years".
    """
    relative = _asks(tree, tree.subject(trigger))
    mine = one.way == (BESIDE if relative else "nsubjpass") or (one.way == OTHERS_SUBJECT[1] and not own)
    if mine and not tree.gapped(trigger) and label in ("NONE", "AGENT"):
        return "PATIENT"
    if label != "AGENT" or one.way.startswith("agent"):
        return label
    if own and (one.way.startswith(("^", "~")) or one.level):
        return "NONE"
    return "PATIENT" if one.way.startswith(OTHERS_SUBJECT[0]) else label


def _asks(tree: Tree, subject: int | None) -> bool:
    """Whether a subject is a relative word, which stands for the noun before its clause."""
    return subject is not None and tree.tag[subject] in ("WP", "WDT")


def _of_gapped(tree: Tree, trigger: int, token: int) -> bool:
    """Whether a noun is the subject of a verb joined to a passive: "killed" has no part in "and 30 wounded"."""
    verb = tree.head[token]
    return tree.dep[token] == "nsubjpass" and verb != trigger and tree.head[verb] == trigger and tree.gapped(verb)


def _one_agent(several: Sequence[Candidate], labels: Sequence[str]) -> list[str]:
    """The labels with no agent from farther up where one stands at the trigger itself: "if [the court] agrees".

    Of verbs alone: QA-SRL HEAD 74.4 -> 74.7, UA 67.2 -> 67.0; of nouns too, QANom UA would lose 0.8.
    """
    if "AGENT" not in labels:  # "Rebels attacked the camp and killed two": one subject for both
        return [
            "AGENT" if one.way in SHARED and label == "NONE" else label
            for one, label in zip(several, labels, strict=True)
        ]
    near = min((one.level for one, label in zip(several, labels, strict=True) if label == "AGENT"), default=0)
    return [
        "NONE" if label == "AGENT" and one.level > near else label for one, label in zip(several, labels, strict=True)
    ]


def _not_title(candidate: Candidate, label: str) -> str:
    """The label; none for a title that would be a place or a time: "met [Foreign Minister] Ilka Brandt"."""
    return label if label in ("AGENT", "PATIENT") or not candidate.way.endswith(">compound") else "NONE"


def _plain(tree: Tree, candidate: Candidate) -> str | None:
    """What the parse says beyond doubt: who a passive is done by ("arrested by the police")."""
    named = tree.pos[candidate.token] in NOUNS or tree.pos[candidate.token] == "PRON"
    return "AGENT" if candidate.way == "agent>pobj" and named and kind_of(tree, candidate.token) != "TIME" else None


def part_of(tree: Tree, trigger: int, candidate: Candidate, label: str, words: PartWords) -> Part:
    """A part with its phrase and its role in full."""
    first, last = width(tree, candidate, trigger, words, case=label in CASED)
    implicit = candidate.way.startswith("^") and "/" in candidate.way and _understood(candidate.way)
    return Part(role_of(tree, candidate, label, words), candidate.token, first, last, label, implicit)


def _understood(way: str) -> bool:
    """Whether the way leads up out of a clause that leaves its subject to be understood."""
    return any(step in IMPLICIT for step in way.partition("/")[0].split("^")[1:])


def role_of(tree: Tree, candidate: Candidate, label: str, words: PartWords) -> ArgumentRole:
    """The role in full: what "other", "where" and "how" are, by preposition and kind of noun."""
    case = tree.lower[candidate.case] if candidate.case >= 0 else ""
    kind = kind_of(tree, candidate.token)
    if label == "AGENT":
        return "agent"
    if case in words.recipient and tree.lemma[candidate.token] in words.outcomes:
        return "manner"
    if label == "PATIENT":
        return "patient"
    if label == "WHEN":
        return "time"
    if label == "WHY":
        return "cause"
    if label == "WHERE":
        if case in words.origin:
            return "origin"
        return "destination" if case in words.destination else "place"
    if label == "HOW":
        return "instrument" if case in words.instrument and kind in ("NOUN", "NAME") else "manner"
    if kind == "NOUN" and tree.lemma[candidate.token] in words.sites and not candidate.level:
        if case in words.at:
            return "place"
        if case in words.destination:
            return "destination"
    return _other(case, kind, candidate, words)


def _other(case: str, kind: str, candidate: Candidate, words: PartWords) -> ArgumentRole:
    who = kind in PEOPLE or kind == "PRON"
    if case in words.around and kind != "TIME":
        return "place"
    if case in words.topic:
        return "recipient" if who and case in words.against else "topic"
    if case in words.origin:
        return "origin"
    if case in words.towards and not who:
        return "destination"
    if case in words.recipient or "dative" in candidate.way:
        return "recipient" if who or kind == "NOUN" or "dative" in candidate.way else "other"
    return "other"
