"""Pronouns that stand for someone, told from those that stand for no one."""

from __future__ import annotations

from typing import Final

from sayso.extract.mentions.phrases import Found
from sayso.lang import Language
from sayso.nlp.tree import Tree

NOUNS: Final = frozenset({"NN", "NNS"})


def pronoun(tree: Tree, i: int, language: Language, loud: list[bool]) -> Found | None:
    """A pronoun that stands for someone; "it rains" and "it is said that" stand for no one."""
    lower, words = tree.lower[i], language.pronouns
    if lower not in words.all:
        return None
    if tree.words[i].isupper() and len(lower) > 1 and not loud[i] and tree.tag[i] not in ("PRP", "PRP$"):
        return None  # US, IT
    if (tree.tag[i] in NOUNS and not loud[i]) or any(tree.dep[k] == "det" for k in tree.kids[i]):
        return None  # "the mine"
    if lower in words.who and not (tree.relative_clause(i) is not None and tree.lemma[tree.head[i]] in language.saying):
        return None  # one that speaks can be a source; the others only repeat the noun before them
    if lower in words.it:
        if lower in language.mentions.may_be_empty and _pleonastic(tree, i, language):
            return None
        return i, i, i, "pronoun", "Thing", False
    many = lower in words.first_plural or lower in words.they
    personal = lower in words.he or lower in words.she or lower in words.first_singular or lower in words.second
    return i, i, i, "pronoun", "Person" if personal or lower in words.who else "Thing", many


def _pleonastic(tree: Tree, i: int, language: Language) -> bool:
    """Whether "it" stands for no one: "it is clear that", "it is said", "it rained".

    Source: the patterns of Lappin and Leass (1994), 2.2, on a dependency parse.
    """
    if tree.dep[i] == "expl":
        return True
    verb = tree.head[i]
    if tree.dep[i] not in ("nsubj", "nsubjpass") or verb == i:
        return False
    clausal = any(tree.dep[k] in ("ccomp", "xcomp", "csubj", "advcl") and k > verb for k in tree.kids[verb])
    lemma = tree.lemma[verb]
    if lemma in language.mentions.weather or (clausal and lemma in language.mentions.seeming):
        return True
    if lemma in language.grammar.copula or tree.lower[verb] in language.grammar.copula_forms:
        for k in tree.kids[verb]:
            if tree.dep[k] == "acomp" and (clausal or any(tree.dep[j] in ("ccomp", "xcomp") for j in tree.kids[k])):
                return True
            if tree.dep[k] == "attr" and tree.entity[k] in ("DATE", "TIME"):
                return True
    return tree.passive(verb) and clausal and lemma in language.manners
