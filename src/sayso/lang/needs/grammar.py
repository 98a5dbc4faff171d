"""Small words and endings of grammar that many steps ask for: one ``Grammar(...)``, its `grammar`."""

from __future__ import annotations

import re
from dataclasses import dataclass

from sayso.lang.needs.forms import NEVER


@dataclass(frozen=True, slots=True)
class Grammar:
    """Words in lower case.

    definite        articles of what is known: the
    articles        all articles, these included: the, a, an
    genitive        what marks an owner as a word of its own: 's
    genitive_end    the same at the end of a name's words
    plural_endings  endings of nouns that mean several, as letters to take off: s, es
    copula          lemmas of "to be"
    copula_forms    forms that the lemmatizer may not know for such: 's
    both            words that join two of one kind: and
    either          words that join two of one kind: or
    """

    definite: frozenset[str] = frozenset()
    articles: frozenset[str] = frozenset()
    genitive: frozenset[str] = frozenset()
    genitive_end: re.Pattern[str] = NEVER
    plural_endings: tuple[str, ...] = ()
    copula: frozenset[str] = frozenset()
    copula_forms: frozenset[str] = frozenset()
    both: frozenset[str] = frozenset()
    either: frozenset[str] = frozenset()

    def singulars(self, word: str) -> set[str]:
        """What a noun may be listed as: itself, and without each ending of a plural.

        >>> sorted(Grammar(plural_endings=("s", "es")).singulars("buses"))
        ['bus', 'buse', 'buses']
        """
        return {word, *(word.removesuffix(ending) for ending in self.plural_endings)}

    def without_article(self, words: str) -> str:
        """Lower-case words without the definite article before them.

        >>> Grammar(definite=frozenset({"the"})).without_article("the front")
        'front'
        """
        first, _, rest = words.partition(" ")
        return rest if first in self.definite and rest else words
