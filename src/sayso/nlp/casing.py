"""Text in capitals, as the parser sees it: in small letters, but for names.

A parser that has learned from the press takes capitals for names: of "A BOMB EXPLODED TONIGHT" it makes one name, and
no verb. So a line in capitals is shown to it as an editor would set it; what it says then holds for the line as it
stands, word by word (`sayso.nlp.parser`).
"""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from sayso.lang import Language
from sayso.world.gazetteer import load_gazetteer
from sayso.world.place_names import normal

if TYPE_CHECKING:
    from spacy.language import Language as Pipeline

LEAST_WORDS: Final = 6  # of a line in capitals; a shorter one may be a name, a label or an abbreviation
LEAST_SHARE: Final = 0.8  # of its words that stand in capitals
PEOPLE: Final = 4.5  # log10 of those of a place whose name is written as one, though it is a noun as well
CONSONANTS: Final = re.compile(r"[^AEIOUY]{2,5}")  # an abbreviation: ELN has none to read, FMLN neither
OPENS: Final = frozenset(".?!:")  # marks that the first word of a sentence may stand behind
SILENT: Final = frozenset("\"'“‘([-–—")  # marks before it
TABLES: Final = ("lemma_index", "lemma_exc", "lemma_rules")  # of spaCy's lemmatizer, each by part of speech
NOUN: Final = "noun"
KINDS: Final = (NOUN, "verb", "adj", "adv")  # parts of speech, as these tables call them
LEMMAS: Final = "lemmatizer"


class Casing:
    """Says of each word of a line in capitals how it would stand in a text that has small letters.

    A word is a name unless the lemmatizer knows it, or a form of it, as a word of the language; months, peoples,
    countries, given names and places of many people are names even then, where they are no verb or adjective.
    """

    def __init__(self, pipeline: Pipeline, language: Language) -> None:
        self.language = language
        self.grammar = frozenset(pipeline.Defaults.stop_words)
        self.index: dict[str, frozenset[str]] = {}
        self.odd: dict[str, frozenset[str]] = {}
        self.rules: dict[str, list[tuple[str, str]]] = {}
        lookups = pipeline.get_pipe(LEMMAS).lookups if pipeline.has_pipe(LEMMAS) else None  # type: ignore[attr-defined]
        if lookups is not None and all(map(lookups.has_table, TABLES)):
            index, odd, rules = map(lookups.get_table, TABLES)
            for kind in KINDS:
                self.index[kind] = frozenset(index.get(kind, ()))
                self.odd[kind] = frozenset(odd.get(kind, ()))
                self.rules[kind] = [(end, own) for end, own in rules.get(kind, ())]
        self._known: dict[str, bool] = {}

    def shown(self, own: Sequence[str]) -> list[str]:
        """The words of a text, those of a line in capitals as they would stand among small letters."""
        words = list(own)
        if not self.index:
            return words
        first = 0
        for stop in [*(i + 1 for i, word in enumerate(words) if "\n" in word), len(words)]:
            line = words[first:stop]
            if _in_capitals(line):
                words[first:stop] = self._line(line)
            first = stop
        return words

    def _line(self, line: list[str]) -> list[str]:
        out, opens = [], True
        for i, word in enumerate(line):
            if word.isupper():
                low = word.lower()
                name = self._is_name(low, line[i - 1].lower() if i else "", line[i + 1] if i + 1 < len(line) else "")
                if "." in word or (name and CONSONANTS.fullmatch(word)) or (name and len(word) == 1):
                    out.append(word)
                else:
                    out.append(low.capitalize() if name or opens else low)
                opens = False
            else:
                out.append(word)
                opens = word in OPENS or (opens and word in SILENT) or (opens and not word.isalnum())
        return out

    def _is_name(self, low: str, before: str, behind: str) -> bool:
        """Whether a word is part of a name; one letter alone is an initial, or a pronoun that has a capital."""
        language = self.language
        if low in language.calendar:
            dated = before.isdigit() or behind.isdigit()
            if dated or (language.times is not None and before in language.times.before_month):
                return True
        if not low[0].isalpha() or low in self.grammar or low in language.particles:
            return len(low) == 1 and low in language.pronouns.first_singular
        if low not in self._known:
            self._known[low] = not self._is_word(low)
        return self._known[low]

    def _is_word(self, low: str) -> bool:
        """Whether a word is one of the language, and no name."""
        language = self.language
        if low in language.countries or low in language.demonyms:
            return False
        if any(self._has(kind, low) for kind in self.index if kind != NOUN):
            return True
        if low in language.calendar or low in language.first_names:
            return False
        return self._has(NOUN, low) and not _populous(low)

    def _has(self, kind: str, low: str) -> bool:
        """Whether a word, or what it is a form of, stands in the list of one part of speech."""
        index = self.index[kind]
        if low in index or low in self.odd[kind]:
            return True
        return any(
            low.endswith(end) and low[: len(low) - len(end)] + own in index for end, own in self.rules[kind] if end
        )


def _in_capitals(words: list[str]) -> bool:
    written = [word for word in words if word.isalpha() and len(word) > 1]
    return len(written) >= LEAST_WORDS and sum(word.isupper() for word in written) >= LEAST_SHARE * len(written)


@functools.lru_cache(maxsize=4096)
def _populous(low: str) -> bool:
    """Whether a place of many people is called so."""
    gazetteer = load_gazetteer()
    return any(gazetteer.people(row) >= PEOPLE for row, _ in gazetteer.look_up([normal(low)])[0])
