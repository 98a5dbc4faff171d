"""PLOVER's type, mode and contexts of an event, by the open lexicon of ``lang/en_events.py``.

The longest entry wins: verb with particle, object or prepositional phrase, then the object's own type under a verb that
says little ("launched an attack"), then the verb alone.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

from sayso.lang import en_events as words
from sayso.terms import QUAD
from sayso.tree import NOUNS, Tree
from sayso.types import Event

NEAR: Final = 2  # how deep below a verb the words of an entry may lie


@dataclass(frozen=True, slots=True)
class Kind:
    """Type, mode (or None) and contexts; a type of None says that no entry fits."""

    type: str | None = None
    mode: str | None = None
    context: tuple[str, ...] = ()


def kind_of_event(tree: Tree, trigger: int) -> Kind:
    """Type, mode and contexts of the event that a word tells."""
    found = _noun_kind(tree, trigger) if tree.pos[trigger] in NOUNS else _verb_kind(tree, trigger)
    context = contexts(tree, trigger)
    if found is None:
        return Kind(context=context)
    name, mode = found
    return Kind(name, _refine(tree, trigger, name, mode) or None, context)


def _noun_kind(tree: Tree, token: int) -> tuple[str, str] | None:
    lemma = tree.lemma[token]
    for kid in tree.kids[token]:
        if tree.dep[kid] in ("compound", "amod", "nmod"):
            entry = words.NOUNS.get(f"{tree.lemma[kid]} {lemma}") or words.NOUNS.get(
                f"{tree.lower[kid]} {tree.lower[token]}"
            )
            if entry:
                return entry
    return words.NOUNS.get(lemma) or words.NOUNS.get(tree.lower[token])


def _verb_kind(tree: Tree, token: int) -> tuple[str, str] | None:
    lemma = tree.lemma[token]
    near = _near(tree, token)
    best: tuple[int, tuple[str, str]] | None = None
    for rest, name, mode in words.PAIRS.get(lemma, ()):
        parts = rest.split()
        if all(part in near for part in parts) and (best is None or len(parts) > best[0]):
            best = (len(parts), (name, mode))
    if best is not None:
        return best[1]
    told = _told(tree, token) if lemma in words.COMMUNICATION else None
    if told:
        return told
    entry = words.VERBS.get(lemma)
    target = tree.child(token, "dobj") or tree.child(token, "nsubjpass")
    if target is not None and (lemma in words.LIGHT or entry is None):
        noun = _noun_kind(tree, target)
        if noun and lemma in words.LIGHT:
            return noun
    if entry and entry[0] in ("AGREE", "CONCEDE", "COOPERATE", "AID", "SUPPORT") and tree.has(token, "neg"):
        return ("REJECT", "")
    return entry


def _near(tree: Tree, token: int) -> set[str]:
    """Words and lemmas that an entry's second part may be: particles, objects, nouns of prepositional phrases."""
    near: set[str] = set()
    for kid in tree.kids[token]:
        label = tree.dep[kid]
        if label in (
            "prt",
            "advmod",
            "prep",
            "dobj",
            "nsubjpass",
            "acomp",
            "oprd",
            "npadvmod",
            "dative",
            "ccomp",
            "xcomp",
            "agent",
        ):
            near |= {tree.lower[kid], tree.lemma[kid]}
        if label in ("dobj", "nsubjpass"):
            for inner in tree.kids[kid]:
                if tree.dep[inner] in ("compound", "conj"):
                    near |= {tree.lower[inner], tree.lemma[inner]}
        elif label in ("prep", "ccomp", "xcomp"):
            for inner in tree.kids[kid]:
                if tree.dep[inner] in ("pobj", "nsubj", "prep", "dobj"):
                    near |= {tree.lower[inner], tree.lemma[inner]}
    return near


def _told(tree: Tree, token: int) -> tuple[str, str] | None:
    """What saying amounts to: "said they must" asks, "announced it would withdraw" threatens or agrees."""
    content = tree.child(token, "ccomp")
    if content is None:
        return None
    auxiliaries = {tree.lower[kid] for kid in tree.kids[content] if tree.dep[kid] == "aux"}
    if auxiliaries & {"must", "should"}:
        return ("REQUEST", "")
    if auxiliaries & {"will", "would", "'ll", "wo"}:
        inner = _verb_kind(tree, content)
        if tree.has(content, "neg"):
            return ("REJECT", "")
        if inner:
            return intended(inner[0]), ""
    return None


def intended(name: str) -> str:
    """What an act that is only intended is to PLOVER: AGREE or THREATEN; acts of speech stay what they are."""
    quad = QUAD[name]
    if quad == "material conflict":
        return "THREATEN"
    return "AGREE" if quad.endswith("cooperation") else name


def _refine(tree: Tree, trigger: int, name: str, mode: str) -> str:
    """The mode by the words below the trigger, where the entry leaves it open."""
    if mode:
        return mode
    table = {
        "ASSAULT": words.WEAPON_MODES,
        "REQUEST": words.ASKED_MODES,
        "REJECT": words.ASKED_MODES,
        "THREATEN": words.THREATENED_MODES,
    }.get(name)
    if table is None:
        return ""
    last = min(tree.right[trigger] + 1, trigger + 40)
    first = tree.left[trigger] if name == "ASSAULT" else trigger + 1
    for token in range(max(first, trigger - 20), last):
        found = table.get(tree.lemma[token]) or table.get(tree.lower[token])
        if found and token != trigger:
            return found
    return ""


def contexts(tree: Tree, trigger: int) -> tuple[str, ...]:
    """The contexts that the words of the trigger's clause speak of, in order, at most three."""
    found: list[str] = []
    for token in range(max(tree.left[trigger], trigger - 15), min(tree.right[trigger] + 1, trigger + 25)):
        context = words.CONTEXT_WORDS.get(tree.lemma[token]) or words.CONTEXT_WORDS.get(tree.lower[token])
        if context and context not in found:
            found.append(context)
    return tuple(found[:3])


def plover_row(event: Event, events: tuple[Event, ...]) -> dict[str, Any] | None:
    """An event as PLOVER codes it: type, spans of sources and targets, depth; None where it would not code it.

    PLOVER codes what was done or said. What another coded event demands, threatens or refuses is no event of its own;
    what is intended by itself is AGREE or THREATEN. ``depth`` counts the events whose arguments hold this one.
    """
    if event.type is None or event.state in ("denied", "hypothetical"):
        return None
    at = event.trigger[0]
    over = [other for other in events if other is not event and _holds(other, at.start)]
    if any(other.type is not None for other in over):
        return None
    name = event.type if event.state != "not_yet" else intended(event.type)
    source = [[a.span.start, a.span.end] for a in event.arguments if a.role == "agent" and a.span]
    target = [[a.span.start, a.span.end] for a in event.arguments if a.role in ("patient", "recipient") and a.span]
    if not target:  # whom it is about lies in what is asked, promised or threatened
        below = [other for other in events if other is not event and _holds(event, other.trigger[0].start)]
        target = [
            [a.span.start, a.span.end]
            for other in below
            for a in other.arguments
            if a.role in ("patient", "recipient") and a.span
        ]
    if not target:
        target = [
            [a.span.start, a.span.end]
            for a in event.arguments
            if a.span and a.role in ("topic", "destination", "place")
        ]
    return {"type": name, "source": source, "target": target, "depth": len(over)}


def _holds(event: Event, start: int) -> bool:
    """Whether an argument of the event, other than its agent, holds this point of the text."""
    return any(
        a.span is not None and a.role not in ("agent", "time", "cause") and a.span.start <= start < a.span.end
        for a in event.arguments
    )
