"""What the head is told of each phrase by itself: codes, sets of words, and the encoder's vectors."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Final

import numpy as np
import numpy.typing as npt

from sayso.extract.entities.chaining.phrases import NounPhrase
from sayso.extract.entities.context import SUBJECTS
from sayso.lang import Language
from sayso.lang.needs.pronouns import PronounKind
from sayso.nlp.tree import Tree

if TYPE_CHECKING:
    from sayso.nlp.encoder import Floats

Numbers = npt.NDArray[np.int64]

# Kinds of phrases: each kind of pronoun, words that point, then names and descriptions by how they open.
PRONOUNS: Final = (
    PronounKind.FIRST_SINGULAR, PronounKind.FIRST_PLURAL, PronounKind.SECOND, PronounKind.HE, PronounKind.SHE,
    PronounKind.IT, PronounKind.THEY,
)  # fmt: skip
POINTING, NAME, THE_NAME, DEFINITE, DEMONSTRATIVE, OWNED, INDEFINITE, BARE = range(7, 15)
KINDS: Final = 15
# What a phrase stands for, by the mention's schema, else by the kind of name that its head is part of.
SCHEMAS: Final = {
    "Person": 1, "Organization": 2, "PublicBody": 3, "LegalEntity": 2, "Address": 4, "Document": 5,
}  # fmt: skip
ENTITIES: Final = {
    "PERSON": 6, "ORG": 7, "GPE": 8, "NORP": 9, "LOC": 10, "FAC": 10, "DATE": 11, "TIME": 11, "EVENT": 12,
    "WORK_OF_ART": 13, "LAW": 13, "PRODUCT": 14, "MONEY": 15, "QUANTITY": 15, "PERCENT": 15, "CARDINAL": 15,
    "ORDINAL": 15,
}  # fmt: skip
CLASSES: Final = 16
GENDERS: Final = {"": 0, "m": 1, "f": 2}
FORMS: Final = 6  # gender and number together
ROLES: Final = "SPOBIGTRX"
WIDTHS: Final = (1, 2, 3, 5, 8, 13, 21)  # tokens behind the first one, where a longer phrase has another code
MAX_BEHIND: Final = 6  # tokens behind a head whose words are compared


class Seen:
    """The phrases of one report as arrays; each has one item a phrase.

    head, first, last        tokens
    kind, schema, form, role, width   codes, see the constants of this module
    sentence, paragraph, quote, verb  numbers; -1 for no quotation, no verb
    speaks                   1 for the subject of a verb of saying
    word, lemma, string      numbers that are equal where the head's word, its lemma, the whole words are
    content, names           for each phrase the numbers of its lemmas and of its words in capitals
    digits, counted          for each phrase the numbers in it, as written, and whether it has some
    vectors                  (phrases, 3, d) float32: of head, first and last token
    """

    def __init__(self, phrases: Sequence[NounPhrase], tree: Tree, language: Language, vectors: Floats) -> None:
        self.tree, self.language, self.phrases = tree, language, phrases
        items = [phrase.item for phrase in phrases]
        self.head: Numbers = _numbers(item.head for item in items)
        self.first: Numbers = _numbers(phrase.first for phrase in phrases)
        self.last: Numbers = _numbers(phrase.last for phrase in phrases)
        self.kind: Numbers = _numbers(kind_of(phrase, tree, language) for phrase in phrases)
        self.schema: Numbers = _numbers(
            SCHEMAS.get(item.mention.schema, 0) or ENTITIES.get(tree.entity[item.head], 0) for item in items
        )
        self.form: Numbers = _numbers(GENDERS[item.gender] * 2 + item.mention.many for item in items)
        self.role: Numbers = _numbers(ROLES.index(item.role) for item in items)
        self.width: Numbers = np.digitize(self.last - self.first, WIDTHS).astype(np.int64)
        self.sentence: Numbers = _numbers(item.sentence for item in items)
        self.paragraph: Numbers = _numbers(item.paragraph for item in items)
        self.quote: Numbers = _numbers(item.quote for item in items)
        self.verb: Numbers = _numbers(item.verb for item in items)
        self.speaks: Numbers = _numbers(
            item.role in SUBJECTS and item.verb >= 0 and tree.lemma[item.verb] in language.saying for item in items
        )
        self._words()
        self.vectors = vectors[np.stack([self.head, self.first, self.last], axis=1)]

    def __len__(self) -> int:
        return len(self.phrases)

    def _words(self) -> None:
        """The words of each phrase, as numbers."""
        tree, skipped = self.tree, self.language.chains.empty
        lemmas: dict[str, int] = {}
        words: dict[str, int] = {}
        strings: dict[tuple[str, ...], int] = {}
        self.content: list[set[int]] = []
        self.names: list[set[int]] = []
        self.capitals: list[str] = []
        self.digits: list[frozenset[str]] = []
        string = []
        openings = self.language.chains.openings
        for head, first, last in zip(self.head.tolist(), self.first.tolist(), self.last.tolist(), strict=True):
            inner = [k for k in range(first, min(last, head + MAX_BEHIND) + 1) if tree.lower[k] not in skipped]
            self.content.append({lemmas.setdefault(tree.lemma[k], len(lemmas)) for k in inner or [head]})
            self.names.append(
                {
                    words.setdefault(tree.lower[k], len(words))
                    for k in range(first, head + 1)
                    if tree.words[k][0].isupper() and tree.lower[k] not in skipped
                }
            )
            self.digits.append(frozenset(tree.words[k] for k in inner if tree.words[k].isdigit()))
            start = first + (last > first and tree.lower[first] in openings)
            end = last - (last > start and tree.lower[last] in self.language.grammar.genitive)
            string.append(strings.setdefault(tuple(tree.lower[start : end + 1]), len(strings)))
            capitals = [tree.words[k][0] for k in inner if tree.words[k][0].isupper()]
            self.capitals.append("".join(capitals) if last > first else "")
        self.counted = np.array([bool(held) for held in self.digits], dtype=np.bool_)
        self.string: Numbers = np.array(string, dtype=np.int64)
        heads = self.head.tolist()
        self.lemma: Numbers = _numbers(lemmas.setdefault(tree.lemma[k], len(lemmas)) for k in heads)
        self.word: Numbers = _numbers(words.setdefault(tree.lower[k], len(words)) for k in heads)
        self.size: Numbers = _numbers(len(held) for held in self.content)
        self.named: Numbers = _numbers(len(held) for held in self.names)


def _numbers(values: Iterable[int]) -> Numbers:
    return np.fromiter(values, dtype=np.int64)


def kind_of(phrase: NounPhrase, tree: Tree, language: Language) -> int:
    """The code of a phrase's kind."""
    item = phrase.item
    lower, opening, words = tree.lower[item.head], tree.lower[phrase.first], language.chains
    if item.mention.kind == "pronoun":
        kind = language.pronouns.kind(lower)
        return PRONOUNS.index(kind) if kind in PRONOUNS else POINTING
    if item.mention.kind == "name":
        return THE_NAME if opening in language.grammar.definite else NAME
    if opening in language.grammar.definite:
        return DEFINITE
    if opening in words.pointing:
        return DEMONSTRATIVE
    if opening in words.owning:
        return OWNED
    if opening in words.indefinite:
        return INDEFINITE
    if any(tree.lower[k] in language.grammar.genitive for k in range(phrase.first, item.head)):
        return OWNED
    return INDEFINITE if opening[0].isdigit() else BARE
