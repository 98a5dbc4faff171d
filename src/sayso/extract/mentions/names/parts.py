"""A name that was found, what several of the searches for names look at, and which word of a name is its chief one."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from sayso.lang import Language
from sayso.nlp.tree import Tree
from sayso.values.terms import Schema

ACRONYM: Final = re.compile(r"(?:[A-Z]\.?){2,6}s?\Z|[A-Z][A-Za-z]?[A-Z]{1,5}\Z")
NAMED: Final = frozenset({"PERSON", "ORG", "GPE", "NORP"})
NOUN_BEFORE: Final = frozenset({"compound", "nmod", "amod"})
MAX_NAME_TOKENS: Final = 14


@dataclass(slots=True)
class Name:
    """A name found: tokens first..last; core is the first one behind the titles; head its chief word."""

    first: int
    core: int
    last: int
    head: int
    schema: Schema
    sure: bool
    many: bool = False
    place: bool = False


def head_of(tree: Tree, core: int, last: int, language: Language) -> int:
    """The chief word: the surname of a person, what the others hang on in the name of a body."""
    for k in range(core, last + 1):
        if tree.lower[k] in language.mentions.whose and k > core:
            return k - 1
    if tree.lower[last] in language.mentions.suffixes and last > core:
        return last - 1
    return last
