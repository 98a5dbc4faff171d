"""What bears a name: a person, a body, a state or a mere place; by the name's words, and by its other occurrences."""

from __future__ import annotations

import re
from typing import Final

from sayso.extract.mentions.names.parts import ACRONYM, Name, head_of
from sayso.extract.mentions.names.tokens import LAST_LATIN
from sayso.lang import Language
from sayso.nlp.tree import Tree
from sayso.values.terms import Schema

INITIAL: Final = re.compile(r"[A-Z]\.?\Z|[A-Z]\.-?[A-Z]\.?\Z")


def schema_of(tree: Tree, first: int, core: int, last: int, language: Language) -> tuple[Schema, bool]:
    """What bears the name, and whether the name itself makes it sure."""
    lower, words = tree.lower, tree.words
    full = tree.text[tree.start[core] : tree.end[last]]
    size = last - core + 1
    if size > 1 and lower[head_of(tree, core, last, language)] in language.papers:
        return "Document", True
    if lower[last] in language.outlets or (first and core == first and lower[first - 1] in language.outlets):
        return "Organization", True  # Al-Noor television, the agency Vatan
    if core > first and core <= last and full.lower() not in language.countries:
        return "Person", True
    before = lower[first - 1] if first else ""
    role_before = (before in language.titles or before in language.roles) and (
        first and tree.dep[first - 1] in ("compound", "nmod", "amod") and tree.pos[first - 1] in ("NOUN", "PROPN")
    )
    if language.grammar.without_article(full.lower()) in language.countries:
        return "PublicBody", True
    bodied = [k for k in range(core, last + 1) if lower[k] in language.bodies]
    given = lower[core] in language.first_names and size > 1
    if bodied and not (given and size == 2 and tree.entity[last] == "PERSON"):
        public = any(lower[k] in language.public for k in bodied)
        return "PublicBody" if public else "Organization", True
    if any(language.mentions.elided.match(word) for word in words[core + 1 : last + 1]) and not given:
        return "Organization", True
    if full in language.agencies or (size > 1 and full.lower() in language.press):
        return "Organization", True
    chief = lower[head_of(tree, core, last, language)]
    occasion = chief in language.mentions.occasions and not _speaks(tree, last, language)
    if (size > 1 and (lower[core] in language.mentions.storms or occasion)) or (occasion and ACRONYM.match(full)):
        return "Thing", True
    if chief in language.mentions.site_ends and size > 1 and not given:
        return ("Organization" if _speaks(tree, last, language) else "Address"), True
    if lower[core] in language.mentions.sites and not _speaks(tree, last, language):
        return "Address", True  # Camp Speicher, Ain al-Tira
    if lower[last] in language.mentions.company_ends and size > 1 and lower[core] not in language.first_names:
        return "Organization", True
    if first > 1 and core == first and before in language.groups - language.public and tree.tag[first - 1] == "NN":
        return "Organization", True  # the oil company Petrolux
    if given or (size > 1 and INITIAL.match(words[core]) and words[last][0].isupper() and not ACRONYM.match(full)):
        return "Person", True
    if role_before:
        return "Person", True
    label = last + 1 < len(tree) and words[last + 1] == ":" and _opens_line(tree, core)
    if label and size <= 3:
        return "Person", True
    kinds = {tree.entity[k] for k in range(core, last + 1)}
    if size in (2, 3) and ord(words[core][0]) > LAST_LATIN and "GPE" not in kinds:
        return "Person", False
    if size == 1 and ACRONYM.match(words[core]) and len(words[core]) > 1:
        return ("PublicBody" if "GPE" in kinds else "Organization"), False
    if size == 1 and "GPE" not in kinds and lower[core] not in language.first_names:
        if _is_thing(tree, last, language, said="PERSON" not in kinds):
            return "Organization", False
    if "PERSON" in kinds:
        return "Person", False
    if size == 1 and lower[core] in language.first_names:
        return "Person", False
    speaks = _speaks(tree, last, language)
    if speaks and "GPE" not in kinds and "NORP" not in kinds:
        return ("Organization" if first and lower[first - 1] in language.grammar.definite else "Person"), False
    if "GPE" in kinds:
        return "PublicBody", False
    if "NORP" in kinds or (size == 1 and language.grammar.singulars(lower[core]) & language.demonyms):
        return "Organization", False
    if "ORG" in kinds:
        return "Organization", False
    if kinds & {"LOC", "FAC"}:
        return "Address", False
    return "Thing", False


def _speaks(tree: Tree, last: int, language: Language) -> bool:
    """Whether a name is the subject of a verb of saying."""
    return tree.dep[last] in ("nsubj", "nsubjpass") and tree.lemma[tree.head[last]] in language.saying


def _is_thing(tree: Tree, last: int, language: Language, *, said: bool) -> bool:
    """Whether a name that is a subject is "it" in the same clause: "Petrolux will close its plant", "said it would".

    said   the second counts too
    """
    verb, words = tree.head[last], language.mentions
    if tree.dep[last] != "nsubj":
        return False
    for kid in tree.kids[verb]:
        if tree.dep[kid] == "dobj" and any(
            tree.lower[k] in words.its and tree.dep[k] == "poss" for k in tree.kids[kid]
        ):
            return True
        if said and tree.dep[kid] == "ccomp" and tree.lemma[verb] in language.saying and kid > verb:
            subject = tree.subject(kid)
            does = subject is not None and tree.lower[subject] in words.it and tree.has(kid, "dobj")
            if does and subject is not None and subject <= verb + 2:
                return True
    return False


def _opens_line(tree: Tree, token: int) -> bool:
    """Whether a token is the first of its line."""
    return token == 0 or "\n" in tree.text[tree.start[token - 1] : tree.start[token]]


def make_agree(tree: Tree, found: list[Name], language: Language) -> None:
    """Let what one occurrence makes sure hold for the others: a surname of a person is a person's name."""
    persons: set[str] = set()
    bodies: dict[str, Schema] = {}
    votes: dict[str, int] = {}
    things: set[str] = set()
    parts: set[str] = set()
    keys = [tree.text[tree.start[name.core] : tree.end[name.last]].lower() for name in found]
    for name, key in zip(found, keys, strict=True):
        if name.schema == "Person" and (name.sure or name.last > name.core):
            persons.update((tree.lower[name.last], key))
        elif name.sure and name.schema == "Thing":
            things.update((tree.lower[name.last], key))
        elif name.sure and name.schema in ("PublicBody", "Organization"):
            bodies[key] = name.schema
        if not name.sure and _state(tree, name, language):
            bodies.setdefault(key, "PublicBody")
        if name.sure and name.schema != "Person" and name.last > name.core:
            # what stands in the name of a body is a place, unless someone bears it: "Front for a Free Ostrany"
            parts.update(tree.lower[k] for k in range(name.core + 1, name.last + 1) if k != name.head)
            parts.update(tree.lower[k] for k in (name.core,) if tree.words[k][0].isupper() and k != name.head)
        votes[key] = votes.get(key, 0) + (name.schema == "Person")
    for part in parts - persons - language.first_names.keys():
        bodies.setdefault(part, "PublicBody")
    for name, key in zip(found, keys, strict=True):
        if name.sure:
            continue
        placed = name.place and tree.dep[name.head] == "pobj" and tree.lower[tree.head[name.head]] in language.locative
        if key in things:
            name.schema = "Thing"
        elif key in bodies:
            name.schema = bodies[key]
        elif key in persons or (name.last > name.core and tree.lower[name.last] in persons and name.schema == "Thing"):
            name.schema = name.schema if placed else "Person"
        elif name.schema in ("Thing", "Organization") and votes[key] >= 2:
            name.schema = "Person"


def _state(tree: Tree, name: Name, language: Language) -> bool:
    """Whether a name stands where a state's does: "the Velmar government", "Velmar's embassy", "envoy to Velmar"."""
    if name.last > name.core + 1:
        return False
    above = tree.head[name.head]
    label = tree.dep[name.head]
    if label == "pobj" and tree.lower[above] in language.mentions.state_links and tree.dep[above] == "prep":
        above = tree.head[above]
        return tree.lemma[above] in language.mentions.state_nouns
    return (
        label in ("compound", "nmod", "poss")
        and tree.lemma[above] in language.public
        and above not in range(name.core, name.last + 1)
    )


def is_mere_place(tree: Tree, name: Name, language: Language) -> bool:
    """Whether a name of a place stands for the place and for no one: "in Haldmark", "Evanston, Illinois"."""
    if name.schema not in ("PublicBody", "Address") or any(
        tree.lower[k] in language.bodies for k in range(name.core, name.last + 1)
    ):
        return False
    label = tree.dep[name.head]
    if name.schema == "Address":
        return label not in ("nsubj", "nsubjpass", "agent", "poss")
    if label in ("appos", "npadvmod", "compound", "nmod", "amod", "conj") and label != "conj":
        return True
    seen = name.head
    for _ in range(4):
        if tree.dep[seen] not in ("conj", "appos"):
            break
        seen = tree.head[seen]
    return tree.dep[seen] == "pobj" and tree.lower[tree.head[seen]] in language.locative
