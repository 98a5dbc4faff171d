"""PLOVER's type, mode and contexts of an event, by the open lexicon of ``lang/en/events.py``.

The longest entry wins: verb with particle, object or prepositional phrase, then the object's own type under a verb that
says little ("launched an attack"), then the verb alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from sayso.lang.en import event_rules as rules
from sayso.lang.en import events as words
from sayso.nlp.tree import NOUNS, Tree
from sayso.values.terms import QUAD

MOST_OBJECTS: Final = 4  # objects of one verb that are looked at
WIDEST: Final = 40  # words below an object
LOOSE: Final = frozenset({"from", "for", "on", "to", "with", "over"})  # "withdraw from": an object says more
STEM: Final = 3  # letters that a verb and its noun share at least
YIELDING: Final = frozenset({"bow", "yield", "agree", "accede", "consent", "walk", "pull", "cut", "break"})
# Endings of a noun and of the verb it is made of; the longest fitting first.
FAMILIES: Final = (
    ("ition", "ish"), ("ification", "ify"), ("ization", "ize"), ("isation", "ise"), ("ation", "ate"), ("ation", "e"),
    ("ation", ""), ("ension", "end"), ("usion", "ude"), ("asion", "ade"), ("ission", "it"), ("ulsion", "el"),
    ("sion", "d"), ("sion", "de"), ("ption", "be"), ("iction", "ict"), ("tion", "te"), ("tion", "t"), ("ion", ""),
    ("ment", ""), ("ment", "e"), ("al", ""), ("al", "e"), ("ance", ""), ("ance", "e"), ("ure", "e"), ("ure", ""),
    ("y", "ize"), ("y", "ise"), ("ing", ""), ("ing", "e"),
)  # fmt: skip


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
    lemma, lower = tree.lemma[token], tree.lower[token]
    for kid in tree.kids[token]:
        if tree.dep[kid] in ("compound", "amod", "nmod"):
            entry = words.NOUNS.get(f"{tree.lemma[kid]} {lemma}") or words.NOUNS.get(f"{tree.lower[kid]} {lower}")
            if entry:
                return entry
            if lemma == "fire" and tree.dep[kid] == "compound":  # "rocket fire", "machine-gun fire"
                mode = words.WEAPON_MODES.get(tree.lemma[kid].rpartition("-")[2])
                if mode:
                    return ("ASSAULT", mode)
    if lower in rules.PEOPLE or (lemma == "demonstration" and any(tree.lower[kid] == "of" for kid in tree.kids[token])):
        return None  # "exiles" are people, "a demonstration of power" is none of people
    return (
        words.NOUNS.get(lemma) or words.NOUNS.get(lower) or words.NOUNS.get(lemma + "s") or of_family(lemma, noun=True)
    )


def of_family(lemma: str, *, noun: bool) -> tuple[str, str] | None:
    """The entry of the verb that a noun is made of ("bombardment"), or of the noun made of a verb ("demolish")."""
    if noun and lemma in rules.NO_KIN:
        return None
    table = words.VERBS if noun else words.NOUNS
    return next((table[form] for form in relatives(lemma, noun=noun) if form in table), None)


def relatives(lemma: str, *, noun: bool) -> Iterator[str]:
    """The verbs that a noun may be made of, or the nouns that may be made of a verb; most are no words at all."""
    for of_noun, of_verb in FAMILIES:
        old, new = (of_noun, of_verb) if noun else (of_verb, of_noun)
        if lemma.endswith(old) and len(lemma) - len(old) >= STEM:
            yield lemma[: len(lemma) - len(old)] + new


def _verb_kind(tree: Tree, token: int) -> tuple[str, str] | None:
    lemma = tree.lemma[token]
    near = _near(tree, token)
    best: tuple[int, tuple[str, str]] | None = None
    loose = False
    for rest, name, mode in words.PAIRS.get(lemma, ()):
        parts = rest.split()
        if all(part in near for part in parts) and (best is None or len(parts) > best[0]):
            best = (len(parts), (name, mode))
            loose = rest in LOOSE
    ruled = _by_rule(tree, token) if best is None or loose else None
    if ruled is not None:
        return ruled
    if best is not None:
        return best[1]
    told = _told(tree, token) if lemma in rules.SAYS and tree.dep[token] != "pcomp" else None
    if told:
        return told
    target = _object(tree, token)
    if lemma in words.LIGHT and not tree.has(token, "oprd", "ccomp"):
        under = target if target is not None else _under(tree, token)
        noun = _noun_kind(tree, under) if under is not None else None
        if noun:
            return noun
    entry = words.VERBS.get(lemma) or of_family(lemma, noun=False)
    if entry is None or (lemma in rules.NEED_OBJECT and target is None and not tree.passive(token)):
        return None
    if lemma in rules.OF_PEOPLE and target is not None and not _is_people(tree, target):
        return None
    if entry[0] == "ASSAULT" and _by_nature(tree, token):
        return None
    if entry[0] in ("AGREE", "CONCEDE", "COOPERATE", "AID", "SUPPORT") and tree.has(token, "neg"):
        return ("REJECT", "")
    return entry


def _object(tree: Tree, token: int) -> int | None:
    """The object of a verb, as the subject of its passive too, also of the noun before a bare participle."""
    found = tree.child(token, "dobj", "nsubjpass")
    if found is None and tree.dep[token] == "acl" and tree.tag[token] == "VBN" and tree.pos[tree.head[token]] in NOUNS:
        return tree.head[token]
    return found


def _under(tree: Tree, token: int) -> int | None:
    """What someone is put or comes under: "was put under investigation", "came under attack"."""
    for kid in tree.kids[token]:
        if tree.dep[kid] == "prep" and tree.lower[kid] == "under":
            return tree.child(kid, "pobj")
    return None


def _is_people(tree: Tree, token: int) -> bool:
    """Whether a noun stands for people or a country."""
    if tree.entity[token] in ("PERSON", "NORP", "ORG", "GPE") or tree.pos[token] == "PROPN":
        return True
    lemma = tree.lemma[token]
    return lemma in rules.PERSONS or lemma.endswith(rules.PERSONAL) or tree.lower[token] in rules.PERSONS


def _by_rule(tree: Tree, token: int) -> tuple[str, str] | None:
    """Type and mode of a verb over its object, by the classes of both."""
    lemma = tree.lemma[token]
    if tree.has(token, "oprd", "ccomp"):  # "called the visit an insult"
        return None
    forms = {lemma} | {f"{lemma} {tree.lower[kid]}" for kid in tree.kids[token] if tree.dep[kid] in ("prt", "advmod")}
    held = {name for name, members in rules.CLASSES.items() if not forms.isdisjoint(members)}
    if not held:
        return None
    things = _things(tree, token)
    if not things:
        return None
    for verb, thing, name, mode in rules.RULE_ROWS:
        if verb not in held:
            continue
        for noun, said in things:
            if thing.startswith("@"):
                kind = _noun_kind(tree, noun)
                if kind is not None and kind[0] == thing[1:]:
                    return (name, mode or (kind[1] if kind[0] == name else ""))
            elif not said.isdisjoint(rules.CLASSES[thing]):
                return (name, mode)
    return None


def _things(tree: Tree, token: int) -> list[tuple[int, set[str]]]:
    """The objects of a verb, each with its words: its own forms, its compounds, what it is a part of."""
    first = _object(tree, token)
    out: list[tuple[int, set[str]]] = []
    pending = [first] if first is not None else []
    for kid in tree.kids[token]:
        if tree.dep[kid] == "prep" and tree.lower[kid] in ("to", "with", "off", "out"):
            pending += [k for k in tree.kids[kid] if tree.dep[k] == "pobj"][:1] if tree.lemma[token] in YIELDING else []
    for noun in pending[:MOST_OBJECTS]:
        said = {tree.lower[noun], tree.lemma[noun]}
        for kid in tree.kids[noun][:WIDEST]:
            if tree.dep[kid] in ("compound", "amod", "nmod"):
                said |= {tree.lower[kid], tree.lemma[kid]}
            elif tree.dep[kid] == "conj" and len(pending) < MOST_OBJECTS:
                pending.append(kid)
            elif tree.dep[kid] == "prep" and tree.lower[kid] == "of" and tree.lemma[noun] in rules.SHARES:
                inner = tree.child(kid, "pobj")
                if inner is not None:
                    said |= {tree.lower[inner], tree.lemma[inner]}
                    said |= {tree.lower[k] for k in tree.kids[inner] if tree.dep[k] in ("compound", "amod")}
        out.append((noun, said))
    return out


def _by_nature(tree: Tree, token: int) -> bool:
    """Whether a storm or an accident did it."""
    for kid in tree.kids[token]:
        if tree.dep[kid] == "nsubj" and tree.lemma[kid] in rules.NATURE:
            return True
        if tree.dep[kid] in ("prep", "agent") and tree.lower[kid] in ("in", "by", "during", "from", "after"):
            if any(tree.lemma[k] in rules.NATURE for k in tree.kids[kid] if tree.dep[k] == "pobj"):
                return True
    return False


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
            if label != "prep" or tree.lower[kid] != "in":  # "take in" is one word, "take part in" is none
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
    subject = tree.subject(content)
    other = subject is not None and tree.pos[subject] in NOUNS and tree.tag[subject] == "NNP"
    if not other and auxiliaries & {"will", "would", "'ll", "wo"}:
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
