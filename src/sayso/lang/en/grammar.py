"""Small words and endings of English grammar."""

from __future__ import annotations

import re
from typing import Final

from sayso.lang import words
from sayso.lang.needs.grammar import Grammar

GRAMMAR: Final = Grammar(
    definite=words("the"),
    articles=words("the a an"),
    genitive=words("'s ’s"),
    genitive_end=re.compile(r"['’]s?\Z"),
    plural_endings=("s", "es"),
    copula=words("be"),
    copula_forms=words("'s is was"),
    both=words("and"),
    either=words("or"),
)
