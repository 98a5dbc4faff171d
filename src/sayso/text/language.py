"""Which language a text is in, offline, or nothing where that is unsure."""

from __future__ import annotations

import functools
import re
from typing import Any, Final

# py3langid's probability of its best answer. Tried on windows of 827 English texts (Wikinews, Tehran Times, MUC): at
# 0.7 and 40 letters 73% get an answer and 0.2% a wrong one, at 120 letters 99% and 0.5% (most of them lists of foreign
# names); at 0.9 and 40 only 50% are answered, at 0.5 0.6% are wrong. Whole reports: 827 of 827.
PROBABILITY: Final = 0.7
LETTERS: Final = 40  # bytes in UTF-8, so that 14 Chinese signs count as 40 Latin letters
SAMPLE: Final = 4000  # characters that are looked at; more changes nothing but the time
NO_LANGUAGE: Final = frozenset({"zxx", "vo", "la", "eo", "grc", "hbo", "sa"})  # nothing, invented, or without a press
LETTER: Final = re.compile(r"[^\W\d_]")


def language_of(text: str) -> str | None:
    """The language of a text as ISO 639 code; None where the text is short or the answer unsure.

    >>> language_of("The minister said on Friday that the camp would be closed before the summer."), language_of("Qomi")
    ('en', None)
    """
    sample = text[:SAMPLE]
    if sum(len(letter.encode("utf-8", "replace")) for letter in LETTER.findall(sample)) < LETTERS:
        return None
    language, probability = _identifier().classify(sample.lower())
    return str(language) if probability >= PROBABILITY else None


@functools.cache
def _identifier() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # 1.2 s to load, once a process

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    identifier.set_languages(language for language in identifier.labels if language not in NO_LANGUAGE)
    return identifier
