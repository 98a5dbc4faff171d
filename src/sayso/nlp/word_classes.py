"""Part of speech, morphology and lemma of parsed tokens, looked up: what spaCy's rules say of them, at less cost.

The ruler of a small pipeline matches about 150 patterns on every token, and takes an eighth of the whole parse. Its
patterns look at one token's tag, label and word, or at two such tokens in a row; so what it says of a token depends on
those alone, and is asked of it once for each combination that turns up. A lemma depends on word, part of speech and
morphology.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final, cast

import numpy as np

from sayso.errors import ModelError

if TYPE_CHECKING:
    from spacy.pipeline import AttributeRuler, Lemmatizer
    from spacy.tokens import Doc
    from spacy.vocab import Vocab

PLAIN, ALONE, PAIRED = range(3)  # a word in no pattern, in patterns of one token, in one of two
MOST_KNOWN: Final = 200_000  # words: a folder of junk must not fill the memory
SET: Final = ("POS", "MORPH", "LEMMA", "TAG", "DEP")  # what a ruler changes; tag and label of white space alone
Key = tuple[int, ...]


class WordClasses:
    """Sets part of speech and morphology, and a lemma where the ruler gives one, as the ruler would.

    Raises ModelError where a pattern looks at more than tag, label, word and white space of two tokens; what the ruler
    says could then not be looked up.
    """

    def __init__(self, ruler: AttributeRuler, vocab: Vocab) -> None:
        self._ruler = ruler
        self._vocab = vocab
        self._alone = _Words()
        self._paired = _Words()
        self._labels: set[int] = set()  # of which a pattern of two tokens speaks without a word
        self._kinds: dict[int, int] = {}
        self._known: dict[Key, Key] = {}
        rules: list[dict[str, Any]] = cast(Any, ruler.patterns)
        for rule in rules:
            for pattern in rule["patterns"]:
                self._read(pattern)

    def _read(self, pattern: list[dict[str, Any]]) -> None:
        if len(pattern) > 2 or any(token.keys() - {"TAG", "DEP", "LOWER", "IS_SPACE"} for token in pattern):
            raise ModelError(f"the parser's attribute ruler has a pattern that cannot be looked up: {pattern}")
        for token in pattern:
            words = token.get("LOWER")
            if words is not None:
                (self._paired if len(pattern) == 2 else self._alone).add(words)
            elif len(pattern) == 2:
                if not isinstance(token.get("DEP"), str):
                    raise ModelError(f"the parser's attribute ruler has a pattern that cannot be looked up: {pattern}")
                self._labels.add(self._vocab.strings.add(token["DEP"]))

    def __call__(self, doc: Doc) -> Doc:
        """Set them in a Doc that has tags and labels; linear in the number of tokens."""
        from spacy.attrs import DEP, ORTH, TAG

        rows = doc.to_array([ORTH, TAG, DEP]).tolist()
        kinds = [self._kind(row[0]) for row in rows]
        labels, known = self._labels, self._known
        found: list[Key] = []
        for i, (orth, tag, dep) in enumerate(rows):
            kind = kinds[i]
            key: Key = (tag, dep) if kind == PLAIN else (tag, dep, orth)
            if kind == PAIRED:
                before, after = rows[i - 1] if i else (0, 0, 0), rows[i + 1] if i + 1 < len(rows) else (0, 0, 0)
                key += (before[0] if i and kinds[i - 1] == PAIRED else 0, before[2] if before[2] in labels else 0)
                key += (after[0] if i + 1 < len(rows) and kinds[i + 1] == PAIRED else 0,)
            values = known.get(key)
            if values is None:
                values = known[key] = self._ask(doc, i)
            found.append(values)
        if found:
            values_of_all: Any = np.array(found, dtype=np.uint64)
            doc.from_array(list(SET), values_of_all)
        return doc

    def _kind(self, orth: int) -> int:
        kind = self._kinds.get(orth)
        if kind is None:
            if len(self._kinds) > MOST_KNOWN:
                self._kinds.clear()
                self._known.clear()
            word = self._vocab.strings[orth].lower()
            kind = PAIRED if word in self._paired else ALONE if word in self._alone else PLAIN
            kind = ALONE if kind == PLAIN and word.isspace() else kind
            self._kinds[orth] = kind
        return kind

    def _ask(self, doc: Doc, i: int) -> Key:
        """What the ruler says of a token that is shown with its neighbours: its values of SET as numbers."""
        from spacy.tokens import Doc as NewDoc

        first, last = max(i - 1, 0), min(i + 2, len(doc))
        tokens = [doc[k] for k in range(first, last)]
        alone = NewDoc(
            self._vocab,
            words=[token.text for token in tokens],
            tags=[token.tag_ for token in tokens],
            deps=[token.dep_ for token in tokens],
            heads=list(range(len(tokens))),
        )
        values: list[int] = self._ruler(alone).to_array(list(SET))[i - first].tolist()
        return tuple(values)


class Lemmas:
    """Sets the lemmas of a Doc that has parts of speech, as spaCy's lemmatizer would: one is asked of it once.

    Where the attribute ruler gave a lemma, that one stays.
    """

    def __init__(self, lemmatizer: Lemmatizer, vocab: Vocab) -> None:
        self._lemmatizer = lemmatizer
        self._strings = vocab.strings
        self._known: dict[Key, int] = {}

    def __call__(self, doc: Doc) -> Doc:
        """Set them; linear in the number of tokens."""
        from spacy.attrs import LEMMA, MORPH, ORTH, POS

        known = self._known
        if len(known) > MOST_KNOWN:
            known.clear()
            self._lemmatizer.cache.clear()
        rows: list[list[int]] = doc.to_array([ORTH, POS, MORPH, LEMMA]).tolist()
        found: list[int] = []
        for i, (*form, given) in enumerate(rows):
            key = tuple(form)
            lemma = given or known.get(key)
            if lemma is None:
                lemma = known[key] = self._strings.add(self._lemmatizer.lemmatize(doc[i])[0])
            found.append(lemma)
        if found:
            lemmas: Any = np.array(found, dtype=np.uint64)
            doc.from_array([LEMMA], lemmas)
        return doc


class _Words:
    """The lower-case words that the LOWER of some patterns is about."""

    def __init__(self) -> None:
        self._exact: set[str] = set()
        self._like: list[re.Pattern[str]] = []

    def add(self, words: str | dict[str, Any]) -> None:
        """Take in what one pattern says of a word."""
        if isinstance(words, str):
            self._exact.add(words)
        elif words.keys() == {"IN"}:
            self._exact.update(words["IN"])
        elif words.keys() == {"REGEX"}:
            self._like.append(re.compile(words["REGEX"]))
        else:
            raise ModelError(f"the parser's attribute ruler has a pattern that cannot be looked up: {words}")

    def __contains__(self, word: str) -> bool:
        return word in self._exact or any(pattern.search(word) for pattern in self._like)
