"""A name taken apart: its words in Latin letters, without what stands around it, and what else it says.

Called by `sayso.nlp.names`, once for each name that is written.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from sayso.lang import Language
from sayso.world.legal_forms import LEADING, LEGAL_FORMS
from sayso.world.scripts import APOSTROPHES, DIGIT_INSIDE, LOOKS_LIKE, ROMAN, latin

MAX_NAME_CHARACTERS: Final = 200  # the rest of a longer one is no part of the name
MAX_NAME_WORDS: Final = 16
MAX_LEGAL_WORDS: Final = max(map(len, LEGAL_FORMS))
LEGAL_FIRST: Final = frozenset(form[0] for form in LEGAL_FORMS)
LEGAL_LAST: Final = frozenset(form[-1] for form in LEGAL_FORMS)
RUN_TOGETHER: Final = re.compile(r"\.(?=[A-Z][a-z])")  # Gov.Sarah Palin
DOTTED: Final = re.compile(r"\b(?:\w\.[ ]?){2,}\w?\b|\b(?:\w\.){2,}")  # U. S., p.l.c.
WORD: Final = re.compile(r"[^\W_]+(?:'[^\W_]+)*'?|&")
CAPITALS: Final = re.compile(r"\b[A-Z]{1,6}\b")
DIGITS: Final = re.compile(r"[0-9]+")


@dataclass(frozen=True, slots=True)
class NameParts:
    """What a name says.

    words        the name itself, in order, lower case and in Latin letters; the title alone where nothing else is there
    particles    those of them that are small words of a person's name: bin, von
    before       titles and the like that stood before it
    numbers      digits, ordinals and numbers in words or Roman figures, in order
    generation   jr, sr, ii ...; "" for none
    legal        legal forms, each by the first form of its kind
    gender       "m" or "f" by title or first name; "" unknown
    body         whether a word says that it is a body's
    titled       whether a title or a first name says that it is a person's
    empty        whether nothing but titles is there
    article      whether "the" or the like stood before it
    head         the chief word of a body's name: front, of the Front for a Free Ostrany
    joined       the words written as one
    brief        whether a word of two or three letters is there, which may be initials
    letters      first letters of all of its words and of those that are not small: what it may be called for short
    """

    words: tuple[str, ...]
    particles: frozenset[str] = frozenset()
    before: tuple[str, ...] = ()
    numbers: tuple[int, ...] = ()
    generation: str = ""
    legal: frozenset[str] = frozenset()
    gender: str = ""
    body: bool = False
    titled: bool = False
    empty: bool = False
    letters: tuple[str, ...] = ()
    article: bool = False
    head: str = ""
    joined: str = ""
    brief: bool = False

    @property
    def key(self) -> str:
        """The words of the name, for what is exactly alike."""
        return " ".join(self.words)


class Taking:
    """Takes names apart by the words of a language."""

    def __init__(self, language: Language) -> None:
        parts = language.name_parts
        self._parts = parts
        self._titles = {title.rstrip("."): gender for title, gender in language.titles.items()}
        self._offices = frozenset(
            word for word in (*self._titles, *language.roles, *language.bygone, *parts.titles) if len(word) > 1
        )
        self._given_titles = parts.given_titles
        self._gendered = {**language.gendered, **{t: g for t, g in self._titles.items() if g}}
        self._places = language.countries | language.demonyms
        self._bodies = language.bodies | language.public | language.parts
        self._first_names = {latin(name): gender for name, gender in language.first_names.items()}
        self._particles = language.particles - parts.of
        self.governments = parts.governments
        self.sits = parts.sits
        self._ordinal = "".join(parts.ordinal)
        self._portfolios = language.portfolios | parts.portfolios
        self._countries = {latin(form): latin(name) for form, name in language.same_country.items()}
        numbers = language.quantities.numbers if language.quantities is not None else None
        self._numbers = {**numbers.units, **numbers.ordinals} if numbers is not None else {}

    def is_first_name(self, word: str) -> bool:
        """Whether a word in Latin letters is known as a given name."""
        return word in self._first_names

    def is_place(self, word: str) -> bool:
        """Whether a word names a country, or its people."""
        return word in self._places

    def is_body_word(self, word: str) -> bool:
        """Whether a word makes a name that of a body."""
        return word in self._bodies

    def is_office(self, word: str) -> bool:
        """Whether a word is a title or a noun for an office."""
        return word in self._offices

    def apart(self, name: str) -> NameParts:
        """Take a name apart; of "" nothing is left.

        >>> from sayso.lang import load_language
        >>> parts = Taking(load_language("en")).apart("Former Prime Minister John W. Terzo, Jr.")
        >>> parts.words, parts.before, parts.generation
        (('john', 'w', 'terzo'), ('former', 'prime', 'minister'), 'jr')
        """
        written = name[:MAX_NAME_CHARACTERS].translate(APOSTROPHES)
        if "." in written:
            written = RUN_TOGETHER.sub(". ", written)
        written = self._countries.get(written.lower().strip(), written)
        words, capitals = self._words(written)
        whole = [word for word in words if word not in self._parts.article or len(word) == 1]
        article = bool(words) and words[0] in self._parts.article and len(words[0]) > 1
        legal, words = self._legal(words)
        generation, words = self._ending(words)
        body = bool(legal) or self._is_body(words)
        if "," in written and not body:
            words = self._in_order(written, words)
        words = words[:MAX_NAME_WORDS]
        before, words = self._titles_before(words, body)
        numbers, words = self._count(words, capitals, body)
        if body:
            named = "".join(word[0] for word in words if word not in self._parts.small)
        else:
            named = ""
        gender = next((self._gendered[word] for word in reversed(before) if word in self._gendered), "")
        first = words[0] if words else ""
        titled = any(word in self._offices for word in before)
        titled = titled or (len(words) > 1 and first in self._first_names and not body)
        if not gender and len(words) > 1:
            gender = self._first_names.get(first, "")
        empty = not words or (not body and all(word in self._offices for word in words) and not before)
        if not words:
            words, before = before, []
        small = self._parts.small
        if len(words) > 1 and words[0] in self._parts.article and len(words[0]) > 1:
            words = words[1:]
        all_letters = "".join(word[0] for word in whole)
        big_words = [word for word in whole if word not in small]
        big = "".join(word[0] for word in big_words)
        short = "".join(word if word in capitals and len(word) <= 3 else word[0] for word in big_words)
        kept = [word for word in words if word not in small or word in self._particles or len(word) == 1] or words
        if body:
            kept = words[:1] + [word for word in words[1:] if word not in small]
            kept = [self._parts.short.get(word, word) for word in kept]
        particles = frozenset(word for word in kept if word in self._particles or word in self._parts.kin)
        if len(particles) == len(kept):
            particles = frozenset()
        return NameParts(
            tuple(kept), particles, tuple(before), numbers, generation, legal, gender, body, titled, empty,
            tuple(dict.fromkeys((all_letters, big, short, named or big))),
            article, self._head(words), "".join(kept),
            any(1 < len(word) < 4 for word in kept),
        )  # fmt: skip

    def _head(self, words: list[str]) -> str:
        """The word before the first small one, else the last."""
        at = next((at for at, word in enumerate(words) if at and word in self._parts.small), len(words))
        return words[at - 1] if words else ""

    def _is_body(self, words: list[str]) -> bool:
        """Whether words are a body's name: by its last word, one before "of", or one that is no title."""
        for at, word in enumerate(words):
            if word in self._bodies:
                if at == len(words) - 1 or word not in self._offices:
                    return word not in self._first_names or at == len(words) - 1
                if words[at + 1] in self._parts.of:
                    return True
        return False

    def _in_order(self, written: str, words: list[str]) -> list[str]:
        """The words of "Terzo, Halim" in the order of "Halim Terzo"; others as they are."""
        head, _, tail = written.partition(",")
        if "," in tail:
            return words
        given = [word for word in self._words(tail)[0] if word in words]
        fits = 0 < len(given) <= 4 and len(given) < len(words) and len(words) - len(given) <= 3
        return given + words[: -len(given)] if fits and words[-len(given) :] == given else words

    def _words(self, written: str) -> tuple[list[str], set[str]]:
        """The words, lower case, in Latin letters, and those of them in capitals; J. P. is one word."""
        if "." in written:
            written = DOTTED.sub(lambda found: found[0].replace(".", "").replace(" ", "") + " ", written)
        found = []
        for word in WORD.findall(latin(written)):
            plain = word
            if "'" in word:
                plain = word.removesuffix(next((end for end in self._parts.whose if word.endswith(end)), ""))
                plain = plain.replace("'", "")
            if plain == "&":
                plain = self._parts.both
            elif not plain.isalpha():
                plain = DIGIT_INSIDE.sub(lambda digit: digit[0].translate(LOOKS_LIKE), plain)
            if plain:
                found.append(plain)
        return found, {word.lower() for word in CAPITALS.findall(written)}

    def _legal(self, words: list[str]) -> tuple[frozenset[str], list[str]]:
        """Legal forms at both ends, and the words without them; a name that is nothing else stays."""
        if words and words[-1] not in LEGAL_LAST and words[0] not in LEGAL_FIRST:
            return frozenset(), words
        found = []
        changed = True
        while changed and len(words) > 1:
            changed = False
            for size in range(min(MAX_LEGAL_WORDS, len(words) - 1), 0, -1):
                if (form := LEGAL_FORMS.get(tuple(words[-size:]))) is not None:
                    words, changed = words[:-size], True
                elif size != 1 and (form := LEGAL_FORMS.get(tuple(words[:size]))) is not None:
                    words, changed = words[size:], True
                elif words[0] in LEADING and (form := LEGAL_FORMS.get((words[0],))):
                    words, changed = words[1:], True
                if changed:
                    found.append(form or "")
                    break
        return frozenset(found), words

    def _ending(self, words: list[str]) -> tuple[str, list[str]]:
        """The generation at the end, and the words without it and without degrees."""
        generation = ""
        while len(words) > 1:
            form = self._parts.generations.get(words[-1], "")
            if words[-1] in self._parts.degrees:
                words = words[:-1]
            elif form and not generation and (len(words) > 2 or words[-1] not in ROMAN):
                generation, words = form, words[:-1]
            else:
                break
        return generation, words

    def _titles_before(self, words: list[str], body: bool) -> tuple[list[str], list[str]]:
        """Titles and what belongs to them, and the name behind them: Secretary of State | Halim Terzo | of Ostrany."""
        if body or len(words) < 2:
            return [], words
        last = -1  # of the last title before the name
        at = 0
        while at < len(words) - 1:
            word = words[at]
            if word in self._offices and not (word in self._given_titles and len(words) - at == 2 and last < 0):
                last = at
            elif word in self._parts.of and last == at - 1 and at + 2 < len(words):
                after = at + 2 if words[at + 1] in self._parts.article else at + 1
                if words[after] in self._portfolios or words[after] in self._places:
                    last = at = after
            elif last < 0 and at > 2:
                break
            elif last >= 0 and word not in self._portfolios and word not in self._places:
                if not any(word in self._offices for word in words[at + 1 : -1]) or at - last > 2:
                    break
            at += 1
        if last < 0:
            start = 0
            while start < len(words) - 1 and (words[start] in self._places or words[start] in self._parts.article):
                start += 1
            if start == 0 and len(words) > 2 and " ".join(words[:2]) in self._places:
                start = 2
            if start and words[start] not in self._first_names and len(words) - start > 1:
                start = 0  # "British Airways": no title
            return words[:start], words[start:]
        named = words[last + 1 :]
        for at in range(len(named) - 1, 0, -1):
            if named[at] in self._parts.of:
                named = named[:at]
        return words[: last + 1], named

    def _count(self, words: list[str], capitals: set[str], body: bool) -> tuple[tuple[int, ...], list[str]]:
        """The numbers that a name holds, and its words with digits for numbers in words."""
        numbers: list[int] = []
        kept = []
        for at, word in enumerate(words):
            if word.isalpha() and word not in capitals and word not in self._numbers:
                kept.append(word)
                continue
            digits = word.rstrip(self._ordinal) if word[0].isdigit() else ""
            if digits.isdecimal() and digits.isascii():
                numbers.append(int(digits))
                kept.append(str(int(digits)))
            elif (
                at
                and word in capitals
                and ((len(word) > 1 and word in ROMAN) or (body and at == len(words) - 1 and word in ROMAN))
            ):
                numbers.append(ROMAN[word])
                kept.append(str(ROMAN[word]))
            elif word in self._numbers and len(words) > 1:
                numbers.append(self._numbers[word])
                kept.append(str(self._numbers[word]))
            else:
                numbers += map(int, DIGITS.findall(word)[:4])
                kept.append(word)
        return tuple(numbers), kept
