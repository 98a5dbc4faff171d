"""PLOVER's type, mode and contexts of an event, by the open lexicon of the language (`KindWords`).

The longest entry wins: verb with particle, object or prepositional phrase, then the object's own type under a verb that
says little ("launched an attack"), then the verb alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from sayso.extract.events.senses import ARREST, ASSAULT, STRIKE, settled
from sayso.lang.needs.events import KindWords, TypeMode
from sayso.nlp.tree import NOUNS, Tree
from sayso.values.terms import COOPERATION, VERBAL, EventType

MOST_OBJECTS: Final = 4  # objects of one verb that are looked at
WIDEST: Final = 40  # words below an object
NEAR: Final = frozenset({
    "prt", "advmod", "prep", "dobj", "nsubjpass", "acomp", "oprd", "npadvmod", "dative", "ccomp", "xcomp", "agent",
})  # fmt: skip
STEM: Final = 3  # letters that a verb and its noun share at least


@dataclass(frozen=True, slots=True)
class Kind:
    """Type, mode (or None) and contexts; a type of None says that no entry fits.

    barred   a type that it is not, whatever else may say so: a figure of speech is no assault
    """

    type: EventType | None = None
    mode: str | None = None
    context: tuple[str, ...] = ()
    barred: EventType | None = None


def kind_of_event(tree: Tree, words: KindWords, trigger: int) -> Kind:
    """Type, mode and contexts of the event that a word tells."""
    noun = tree.pos[trigger] in NOUNS
    found = _noun_kind(tree, words, trigger) if noun else _verb_kind(tree, words, trigger)
    context = contexts(tree, words, trigger)
    if found is None:
        figure = settled(tree, words.senses, trigger, ASSAULT) is None or _by_nature(tree, words, trigger)
        return Kind(context=context, barred=ASSAULT[0] if figure else None)
    name, mode = found
    return Kind(name, _refine(tree, words, trigger, name, mode) or None, context)


def knows(tree: Tree, words: KindWords, token: int) -> bool:
    """Whether the lexicon has the word of an event; if it has, and yet gives no type, that is its answer.

    "Killed in an earthquake" is of no type for a reason, of "lampooned" the lexicon has never heard.
    """
    lemma, lower = tree.lemma[token], tree.lower[token]
    if tree.pos[token] in NOUNS:
        return any(not held.isdisjoint((lemma, lower)) for held in (words.people, words.showing, words.fire)) or bool(
            words.nouns.get(lemma)
            or words.nouns.get(lower)
            or _plural(words, lemma)
            or of_family(words, lemma, noun=True)
        )
    return (
        lemma in words.verbs
        or lemma in words.says
        or lemma in words.senses.raids
        or of_family(words, lemma, noun=False) is not None
    )


def _noun_kind(tree: Tree, words: KindWords, token: int) -> TypeMode | None:
    found = _listed_noun(tree, words, token)
    return settled(tree, words.senses, token, found) if found is not None else None


def _listed_noun(tree: Tree, words: KindWords, token: int) -> TypeMode | None:
    lemma, lower = tree.lemma[token], tree.lower[token]
    for kid in tree.kids[token]:
        if tree.dep[kid] in ("compound", "amod", "nmod"):
            entry = words.nouns.get(f"{tree.lemma[kid]} {lemma}") or words.nouns.get(f"{tree.lower[kid]} {lower}")
            if entry:
                return entry
            if lemma in words.fire and tree.dep[kid] == "compound":  # "rocket fire", "machine-gun fire"
                mode = words.modes.get("ASSAULT", {}).get(tree.lemma[kid].rpartition("-")[2])
                if mode:
                    return ("ASSAULT", mode)
    if lower in words.people or (
        lemma in words.showing and any(tree.lower[kid] in words.of for kid in tree.kids[token])
    ):
        return None  # "exiles" are people, "a demonstration of power" is none of people
    return (
        words.nouns.get(lemma) or words.nouns.get(lower) or _plural(words, lemma) or of_family(words, lemma, noun=True)
    )


def _plural(words: KindWords, lemma: str) -> TypeMode | None:
    """The entry of a noun that is listed in the plural alone: "contacts"."""
    return next((words.nouns[lemma + end] for end in words.plural if lemma + end in words.nouns), None)


def of_family(words: KindWords, lemma: str, *, noun: bool) -> TypeMode | None:
    """The entry of the verb that a noun is made of ("bombardment"), or of the noun made of a verb ("demolish")."""
    if lemma in words.no_kin:
        return None
    table = words.verbs if noun else words.nouns
    return next((table[form] for form in relatives(words, lemma, noun=noun) if form in table), None)


def relatives(words: KindWords, lemma: str, *, noun: bool) -> Iterator[str]:
    """The verbs that a noun may be made of, or the nouns that may be made of a verb; most are no words at all."""
    for of_noun, of_verb in words.families:
        old, new = (of_noun, of_verb) if noun else (of_verb, of_noun)
        if lemma.endswith(old) and len(lemma) - len(old) >= STEM:
            yield lemma[: len(lemma) - len(old)] + new


def _verb_kind(tree: Tree, words: KindWords, token: int) -> TypeMode | None:
    found = _listed_verb(tree, words, token)
    if found is None:
        raid = ARREST if tree.lemma[token] in words.senses.raids else None
        return ASSAULT if raid and settled(tree, words.senses, token, raid) == ASSAULT else None
    thing = tree.child(token, "dobj", "nsubjpass")
    if found == STRIKE and thing is not None and tree.lemma[thing] in words.senses.strikes:
        return _noun_kind(tree, words, thing) or found  # "launched air strikes"
    return settled(tree, words.senses, token, found)


def _listed_verb(tree: Tree, words: KindWords, token: int) -> TypeMode | None:
    lemma = tree.lemma[token]
    near = _near(tree, words, token)
    best: tuple[int, TypeMode] | None = None
    loose = False
    for rest, kind in words.pairs.get(lemma, ()):
        parts = rest.split()
        if all(part in near for part in parts) and (best is None or len(parts) > best[0]):
            best = (len(parts), kind)
            loose = rest in words.loose
    ruled = by_rule(tree, words, token) if best is None or loose else None
    if ruled is not None:
        return ruled
    if best is not None:
        return best[1]
    told = _told(tree, words, token) if lemma in words.says and tree.dep[token] != "pcomp" else None
    if told:
        return told
    target = _object(tree, token)
    if lemma in words.light and not tree.has(token, "oprd", "ccomp"):
        under = target if target is not None else _under(tree, words, token)
        noun = _noun_kind(tree, words, under) if under is not None else None
        if noun:
            return noun
    entry = words.verbs.get(lemma) or of_family(words, lemma, noun=False)
    if entry is None or (lemma in words.need_object and target is None and not tree.passive(token)):
        return None
    if lemma in words.of_people and target is not None and not _is_people(tree, words, target):
        return None
    if entry[0] == "ASSAULT" and _by_nature(tree, words, token):
        return None
    if entry[0] in ("AGREE", "CONCEDE", "COOPERATE", "AID", "SUPPORT") and tree.has(token, "neg"):
        return ("REJECT", "")
    return entry


def _object(tree: Tree, token: int) -> int | None:
    """The object of a verb, as the subject of its passive too, also of the noun before a bare participle."""
    found = tree.child(token, "dobj", "nsubjpass")
    if found is None and tree.dep[token] == "xcomp" and tree.has(token, "auxpass"):
        return tree.subject(tree.head[token])  # "talks are planned to be held"
    if found is None and tree.dep[token] == "acl" and tree.tag[token] == "VBN" and tree.pos[tree.head[token]] in NOUNS:
        return tree.head[token]
    return found


def _under(tree: Tree, words: KindWords, token: int) -> int | None:
    """What someone is put or comes under: "was put under investigation", "came under attack"."""
    for kid in tree.kids[token]:
        if tree.dep[kid] == "prep" and tree.lower[kid] in words.under:
            return tree.child(kid, "pobj")
    return None


def _is_people(tree: Tree, words: KindWords, token: int) -> bool:
    """Whether a noun stands for people or a country."""
    if tree.entity[token] in ("PERSON", "NORP", "ORG", "GPE") or tree.pos[token] == "PROPN":
        return True
    lemma = tree.lemma[token]
    ends = lemma.endswith(words.personal) and not lemma.endswith(words.measures)
    return lemma in words.persons or ends or tree.lower[token] in words.persons


def by_rule(tree: Tree, words: KindWords, token: int) -> TypeMode | None:
    """Type and mode of a verb over its object, by the classes of both."""
    lemma = tree.lemma[token]
    if tree.has(token, "oprd", "ccomp"):  # "called the visit an insult"
        return None
    forms = {lemma} | {f"{lemma} {tree.lower[kid]}" for kid in tree.kids[token] if tree.dep[kid] in ("prt", "advmod")}
    held = {name for name, members in words.classes.items() if not forms.isdisjoint(members)}
    if not held:
        return None
    things = _things(tree, words, token)
    if not things:
        return None
    for rule in words.rules:
        if rule.verb not in held:
            continue
        for noun, said in things:
            if rule.thing.startswith("@"):
                kind = _noun_kind(tree, words, noun)
                if kind is not None and kind[0] == rule.thing[1:]:
                    return (rule.type, rule.mode or (kind[1] if kind[0] == rule.type else ""))
            elif not said.isdisjoint(words.classes[rule.thing]):
                return (rule.type, rule.mode)
    return None


def _things(tree: Tree, words: KindWords, token: int) -> list[tuple[int, set[str]]]:
    """The objects of a verb, each with its words: its own forms, its compounds, what it is a part of."""
    first = _object(tree, token)
    out: list[tuple[int, set[str]]] = []
    pending = [first] if first is not None else []
    for kid in tree.kids[token]:
        if tree.dep[kid] == "prep" and tree.lower[kid] in words.yielded:
            pending += (
                [k for k in tree.kids[kid] if tree.dep[k] == "pobj"][:1] if tree.lemma[token] in words.yielding else []
            )
    for noun in pending[:MOST_OBJECTS]:
        said = {tree.lower[noun], tree.lemma[noun]}
        for kid in tree.kids[noun][:WIDEST]:
            if tree.dep[kid] in ("compound", "amod", "nmod"):
                said |= {tree.lower[kid], tree.lemma[kid]}
            elif tree.dep[kid] == "conj" and len(pending) < MOST_OBJECTS:
                pending.append(kid)
            elif tree.dep[kid] == "prep" and tree.lower[kid] in words.of and tree.lemma[noun] in words.shares:
                inner = tree.child(kid, "pobj")
                if inner is not None:
                    said |= {tree.lower[inner], tree.lemma[inner]}
                    said |= {tree.lower[k] for k in tree.kids[inner] if tree.dep[k] in ("compound", "amod")}
        out.append((noun, said))
    return out


def _by_nature(tree: Tree, words: KindWords, token: int) -> bool:
    """Whether a storm or an accident did it."""
    for kid in tree.kids[token]:
        if tree.dep[kid] == "nsubj" and tree.lemma[kid] in words.nature:
            return True
        if tree.dep[kid] in ("prep", "agent") and tree.lower[kid] in words.nature_by:
            if any(tree.lemma[k] in words.nature for k in tree.kids[kid] if tree.dep[k] == "pobj"):
                return True
    return False


def _near(tree: Tree, words: KindWords, token: int) -> set[str]:
    """Words and lemmas that an entry's second part may be: particles, objects, nouns of prepositional phrases."""
    near: set[str] = set()
    for kid in tree.kids[token]:
        label = tree.dep[kid]
        if label in NEAR:
            if label != "prep" or tree.lower[kid] not in words.inside:  # "take in" is one word, "take part in" is none
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


def _told(tree: Tree, words: KindWords, token: int) -> TypeMode | None:
    """What saying amounts to: "said they must" asks, "announced it would withdraw" threatens or agrees."""
    content = tree.child(token, "ccomp")
    if content is None:
        return None
    auxiliaries = {tree.lower[kid] for kid in tree.kids[content] if tree.dep[kid] == "aux"}
    if auxiliaries & words.duty:
        return ("REQUEST", "")
    subject = tree.subject(content)
    other = subject is not None and tree.pos[subject] in NOUNS and tree.tag[subject] == "NNP"
    if not other and auxiliaries & words.intent:
        inner = _verb_kind(tree, words, content)
        if tree.has(content, "neg"):
            return ("REJECT", "")
        if inner:
            return intended(inner[0]), ""
    return None


def intended(name: EventType) -> EventType:
    """What an act that is only intended is to PLOVER: AGREE or THREATEN; acts of speech stay what they are."""
    if name in COOPERATION:
        return "AGREE"
    return name if name in VERBAL else "THREATEN"


def _refine(tree: Tree, words: KindWords, trigger: int, name: EventType, mode: str) -> str:
    """The mode by the words below the trigger, where the entry leaves it open."""
    if mode:
        return mode
    table = words.modes.get(name)
    if table is None:
        return ""
    last = min(tree.right[trigger] + 1, trigger + 40)
    first = tree.left[trigger] if name == "ASSAULT" else trigger + 1
    for token in range(max(first, trigger - 20), last):
        found = table.get(tree.lemma[token]) or table.get(tree.lower[token])
        if found and token != trigger:
            return found
    return ""


def contexts(tree: Tree, words: KindWords, trigger: int) -> tuple[str, ...]:
    """The contexts that the words of the trigger's clause speak of, in order, at most three."""
    found: list[str] = []
    for token in range(max(tree.left[trigger], trigger - 15), min(tree.right[trigger] + 1, trigger + 25)):
        context = words.contexts.get(tree.lemma[token]) or words.contexts.get(tree.lower[token])
        if context and context not in found:
            found.append(context)
    return tuple(found[:3])
