"""The words of texts that readers go by: the language of a report is not yet known when its head and foot are read."""

from __future__ import annotations

from typing import Final

from sayso.lang import load_language
from sayso.lang.needs.text import TextWords

LANGUAGE: Final = "en"  # datelines, bylines and credits are looked for in this language


def text_words() -> TextWords:
    """The words by which datelines, bylines, credits and stock paragraphs are known."""
    return load_language(LANGUAGE).text
