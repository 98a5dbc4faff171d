"""A run of name words as a name: which words before it are titles, where it begins and ends, and what is none."""

from __future__ import annotations

import re
from typing import Final

from sayso.extract.mentions.names.bearers import schema_of
from sayso.extract.mentions.names.parts import MAX_NAME_TOKENS, NOUN_BEFORE, Name, head_of
from sayso.lang import Language
from sayso.nlp.tree import Tree

INITIALS: Final = re.compile(r"[A-Z]{2,3}")
SIGNED: Final = re.compile(r"[A-Z]{1,4}(?:/[A-Z]{1,4})+")  # who wrote and who edited: SP/PA


def names_of_run(tree: Tree, first: int, last: int, language: Language) -> list[Name]:
    """A run of name words as one name or none: titles before it, trailing marks and roles at its end."""
    if SIGNED.fullmatch(tree.text, tree.start[first], tree.end[last]) or _is_signature(tree, first, last):
        return []
    while last > first and not tree.words[last][-1].isalnum() and tree.words[last][-1] != ".":
        last -= 1
    lower = tree.lower
    if lower[first] in language.countries and last > first and tree.tag[first + 1] == "POS":
        return []
    if (
        last + 1 < len(tree)
        and (lower[last + 1] in language.outlets or lower[last + 1] in language.mentions.outlet_words)
        and tree.dep[last] in NOUN_BEFORE
        and not all(lower[k] in language.demonyms for k in range(first, last + 1))  # "the German daily"
    ):
        last += 1
        while last + 1 < len(tree) and lower[last + 1] in language.outlets:
            last += 1
    glued = [k for k in range(first, last) if len(tree.words[k]) > 1 and tree.words[k].endswith(("-", "–", "—"))]
    first = glued[-1] + 1 if glued else first  # "TEHRAN- Hamid"
    core = _core(tree, first, last, language)
    if core > last:  # nothing but titles: "the Foreign Minister" is a description
        return []
    head = head_of(tree, core, last, language)
    schema, sure = schema_of(tree, first, core, last, language)
    if schema != "Person" and core > first:
        core = first
    if schema == "Person":
        first = _lower_titles(tree, first, language)
    elif first and lower[first - 1] in language.grammar.definite:
        first -= 1
    if (
        tree.entity[head] == "NORP"
        and tree.dep[head] in ("amod", "compound")
        or (
            lower[core] in language.demonyms
            and core == last
            and tree.dep[head] in ("amod", "compound", "nmod", "acomp")
        )
    ):
        return []
    if core == last and _only_tells_which(tree, core, language):
        return []
    plural = tree.tag[head] in ("NNPS", "NNS") and schema in ("Organization", "Thing")
    many = plural or (core == last and lower[core] in language.demonyms and tree.tag[head] in ("NNPS", "NNS"))
    return [Name(first, core, last, head, schema, sure, many, tree.entity[head] in ("GPE", "LOC", "FAC"))]


def _is_signature(tree: Tree, first: int, last: int) -> bool:
    """Whether a run is the two or three letters of who wrote a report, behind its last sentence: "... he said. MA"."""
    if first != last or tree.text[tree.end[last] :].strip() or not INITIALS.fullmatch(tree.words[first]):
        return False
    before = next((tree.words[k] for k in range(first - 1, -1, -1) if tree.words[k].strip()), "")
    return before[-1:] in tuple('.!?"”’)') and tree.times[tree.lower[first]] == 1


def _only_tells_which(tree: Tree, word: int, language: Language) -> bool:
    """Whether one word only says more of a noun: "Cypriot, and French ministers", "the Federal government"."""
    following = word + 1 if word + 1 < len(tree) and tree.sentence[word + 1] == tree.sentence[word] else word
    if tree.lower[word] in language.demonyms and tree.tag[word] == "JJ":
        joined = {",", "-", *language.grammar.both, *language.grammar.either}
        return tree.lower[following] in joined or tree.pos[following] in ("NOUN", "ADJ")
    before = tree.dep[word] in NOUN_BEFORE and tree.words[following].islower() and following > word
    return (
        before and not tree.entity[word] and tree.pos[following] == "NOUN" and tree.lower[following] in language.groups
    )


def _core(tree: Tree, first: int, last: int, language: Language) -> int:
    """The first token behind the titles of a run; last + 1 where it is titles and roles alone."""
    lower = tree.lower
    if any(lower[k] in language.mentions.whose for k in range(first, last)) and lower[first] not in language.address:
        return first
    if lower[first] in language.first_names and lower[first] not in language.titles:
        return first
    cut = first - 1
    for k in range(first, last + 1):
        if lower[k] in language.address and k < last:
            cut = k
        elif (lower[k] in language.titles or lower[k] in language.roles) and lower[k] not in language.first_names:
            if k == last and lower[k] in language.bodies:
                return first
            cut = k
    core = cut + 1
    while core <= last and tree.words[core] in "-–/":
        core += 1
    if core > last > first and tree.entity[last] == "PERSON" and lower[last] in language.mentions.office_surnames:
        return first  # Martin Luther King
    if first < core <= last and any(lower[k] in language.bodies for k in range(core, last + 1)):
        return first  # General Motors Corporation, State Security Service
    return core


def _lower_titles(tree: Tree, first: int, language: Language) -> int:
    """Take in titles written small, and what they stand with: "first secretary Juno Salk", "the lawyer Mira Aldo"."""
    start = first
    while start and first - start < 6 and tree.sentence[start - 1] == tree.sentence[first]:
        lower = tree.lower[start - 1]
        if not (lower in language.titles or lower in language.roles) or not tree.words[start - 1][0].isalpha():
            if not (tree.words[start - 1] == "-" and start > 1 and tree.lower[start - 2] in language.mentions.prefixes):
                break
            start -= 2
            continue
        if tree.pos[start - 1] not in ("NOUN", "PROPN", "ADJ") or tree.dep[start - 1] not in (
            "compound", "amod", "nmod", "appos", "ROOT", "nsubj", "dobj", "pobj", "conj", "attr",
        ):  # fmt: skip
            break
        if tree.dep[start - 1] not in ("compound", "amod", "nmod"):
            break
        start -= 1
    if start < first:
        while start and first - start < 6 and tree.head[start - 1] in range(start, first + MAX_NAME_TOKENS):
            kind = tree.dep[start - 1]
            if kind not in ("compound", "amod", "det") or not tree.words[start - 1][0].isalpha():
                break
            start -= 1
    return start
