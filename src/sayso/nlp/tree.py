"""A Doc's dependency tree as plain lists: read once, then walked without touching spaCy's objects again.

Here a parser's labels become ours (nlp/labels.py), by the tables of its language. A walk over Token objects costs about
a microsecond a step and makes a new list of children each time; over lists it is ten times cheaper, and a sentence of
five thousand words stays linear.
"""

from __future__ import annotations

import bisect
from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING, Final

import numpy as np

from sayso.lang import Language, load_language
from sayso.lang.needs.parsing import Parsing
from sayso.nlp.mending import mend
from sayso.nlp.tagger import Tagged
from sayso.steps import extractor

if TYPE_CHECKING:
    from spacy.tokens import Doc

SUBJECTS: Final = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass"})
LONGEST_SENTENCE: Final = 500  # tokens; a longer one is cut, so that what looks round in a sentence stays linear
MAX_CLIMB: Final = 6  # heads above a relative pronoun that are looked at for its clause
VERBS: Final = frozenset({"VERB", "AUX"})
NOUNS: Final = frozenset({"NOUN", "PROPN"})
ROOT: Final = "ROOT"


class Tree:
    """Lists with one item a token: words, lemmas (lower case), fine tags, parts of speech, labels, heads, children.

    dep, pos, tag   labels of nlp/labels.py
    head       index of the head; a root is its own head
    kids       indices of the children, in order
    left, right   first and last token of the subtree (the last one included)
    entity     kind of the name it is part of, "" elsewhere; as the tagger says, else as the Doc does
    start, end    code points in the text, end excluded
    times      how often each word (in lower case) stands there
    nouns_before, verbs_before   how many there are in front of each token; one item more than there are tokens
    sentence   number of the sentence; ``sentences`` holds (first, last + 1). One of over LONGEST_SENTENCE tokens is cut
               after every so many of them: a token whose head lies in another part is a root
    """

    __slots__ = (
        "dep", "end", "entity", "head", "kids", "left", "lemma", "lower", "nouns_before", "pos", "right", "sentence",
        "sentences", "start", "tag", "text", "times", "verbs_before", "words",
    )  # fmt: skip

    def __init__(self, doc: Doc, tagged: Tagged | None = None, parsing: Parsing | None = None) -> None:
        """Read a Doc once.

        tagged    where kinds of names are taken from; None: from the Doc
        parsing   the tables for the parser's labels; None: those of the Doc's own language
        """
        parsing = parsing or load_language(doc.lang_).parsing
        self.text: str = doc.text
        self.words: list[str] = []
        self.lower: list[str] = []
        self.lemma: list[str] = []
        self.tag: list[str] = []
        self.pos: list[str] = []
        self.dep: list[str] = []
        self.head: list[int] = []
        self.entity: list[str] = []
        self.start: list[int] = []
        starts: list[int] = []
        for token in doc:  # once: making a Token costs more than reading all of it
            word = token.text
            lower = word.lower()
            self.words.append(word)
            self.lower.append(lower)
            self.lemma.append(token.lemma_.lower() or lower)
            self.tag.append(token.tag_)
            self.pos.append(token.pos_)
            self.dep.append(token.dep_)
            self.head.append(token.head.i)
            self.entity.append(token.ent_type_)
            self.start.append(token.idx)
            if token.is_sent_start:
                starts.append(token.i)
        if tagged is not None:
            self.entity = _names_at(self.start, tagged)
        self.dep = _renamed(self.dep, parsing.dependencies)
        self.pos = _renamed(self.pos, parsing.parts_of_speech)
        self.tag = _renamed(self.tag, parsing.fine_tags)
        self.entity = _renamed(self.entity, parsing.name_kinds)
        self.lemma = [
            mended(lemma, lower, parsing) if tag[:2] == "VB" else lemma
            for lemma, lower, tag in zip(self.lemma, self.lower, self.tag, strict=True)
        ]
        self.times = Counter(self.lower)
        count = len(self.words)
        if count and (not starts or starts[0] != 0):
            starts.insert(0, 0)
        self.sentences: list[tuple[int, int]] = _cut(list(pairwise([*starts, count]))) if count else []
        self.sentence: list[int] = [n for n, (first, last) in enumerate(self.sentences) for _ in range(first, last)]
        if len(self.sentences) > len(starts):
            for i, head in enumerate(self.head):
                if self.sentence[head] != self.sentence[i]:
                    self.head[i], self.dep[i] = i, ROOT
        self.end: list[int] = [start + len(word) for start, word in zip(self.start, self.words, strict=True)]
        self.kids = _kids(self.head)
        self.left, self.right = _edges(self.head, self.kids)
        if mend(self, parsing):
            self.kids = _kids(self.head)
            self.left, self.right = _edges(self.head, self.kids)
        self.nouns_before = _counted(self.pos, NOUNS)
        self.verbs_before = _counted(self.pos, frozenset({"VERB"}))

    def __len__(self) -> int:
        return len(self.words)

    def at(self, position: int) -> int:
        """The token that holds a code point of the text, or the last one before it; -1 before the first."""
        return bisect.bisect_right(self.start, position) - 1

    def child(self, token: int, *labels: str) -> int | None:
        """The first child under one of these labels."""
        for kid in self.kids[token]:
            if self.dep[kid] in labels:
                return kid
        return None

    def has(self, token: int, *labels: str) -> bool:
        """Whether there is a child under one of these labels."""
        return any(self.dep[kid] in labels for kid in self.kids[token])

    def subject(self, token: int) -> int | None:
        """The child that is its subject, of any kind."""
        for kid in self.kids[token]:
            if self.dep[kid] in SUBJECTS:
                return kid
        return None

    def relative_clause(self, token: int) -> int | None:
        """The noun that a relative clause around this token says more of; None outside of one."""
        for _ in range(MAX_CLIMB):
            if self.dep[token] == "relcl":
                return self.head[token]
            if self.head[token] == token:
                return None
            token = self.head[token]
        return None

    def near(self, noun: int, token: int) -> bool:
        """Whether a word lies in a noun's phrase, or in the clause of the verb that the noun hangs on."""
        if self.left[noun] <= token <= self.right[noun]:
            return True
        verb = noun
        while self.head[verb] != verb and self.pos[verb] not in VERBS:
            verb = self.head[verb]
        for _ in range(MAX_CLIMB):
            if token == verb or self.head[token] == token:
                break
            token = self.head[token]
            if self.pos[token] in VERBS:
                break
        return token == verb

    def undergoes_beside(self, noun: int, token: int) -> bool:
        """Whether a word is what happens to someone beside a noun: "the raid, in which [two men] died"."""
        while token != noun and self.head[token] != token:
            token = self.head[token]
            if self.dep[token] == "relcl":
                return self.has(token, "nsubjpass") or not self.has(token, "agent", "dobj")
        return False

    def gapped(self, token: int) -> bool:
        """Whether a verb lacks the auxiliary that it shares with the passive it is joined to: "and 30 wounded"."""
        return (
            self.dep[token] == "conj"
            and self.tag[token] == "VBN"
            and self.has(token, "nsubjpass")
            and not self.has(token, "aux", "auxpass")
        )

    def passive(self, token: int) -> bool:
        """Whether a verb stands in the passive, a bare participle behind a noun or joined to a passive included."""
        for _ in range(3):
            if self.has(token, "auxpass", "nsubjpass", "agent"):
                return True
            given = self.dep[token] == "conj"  # "was found guilty and given ten years"
            if self.tag[token] != "VBN" or self.has(token, "aux") or (self.has(token, "dobj") and not given):
                return False
            if self.dep[token] in ("acl", "amod", "relcl", "advcl", "xcomp"):
                return True
            if self.dep[token] != "conj" or self.has(token, "nsubj"):
                return False
            token = self.head[token]
        return False


def _cut(sentences: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The sentences, each of more than LONGEST_SENTENCE tokens cut.

    >>> _cut([(0, 3), (3, 1103)])
    [(0, 3), (3, 503), (503, 1003), (1003, 1103)]
    """
    return [
        (start, min(start + LONGEST_SENTENCE, last))
        for first, last in sentences
        for start in range(first, last, LONGEST_SENTENCE)
    ]


def _names_at(starts: list[int], tagged: Tagged) -> list[str]:
    """The kind of name that the tagger sees at each of these offsets, "" for none."""
    tokens = tagged.tokens
    if not len(tokens):
        return [""] * len(starts)
    at = np.searchsorted(tokens.starts, starts, side="right") - 1
    inside = (at >= 0) & (tokens.ends[at] > starts)
    names = tagged.names
    return [
        names[k][2:] if found else ""  # B-ORG, I-ORG, O
        for k, found in zip(at.tolist(), inside.tolist(), strict=True)
    ]


def _renamed(labels: list[str], table: dict[str, str]) -> list[str]:
    """The labels by the table's names; one that it lacks stays as it is."""
    return [table.get(label, label) for label in labels] if table else labels


def mended(lemma: str, lower: str, parsing: Parsing) -> str:
    """A verb's lemma with the letter that the lemmatizer cut off, where its form tells that it did.

    >>> english = load_language("en").parsing
    >>> mended("stag", "staged", english), mended("plan", "planned", english), mended("visit", "visited", english)
    ('stage', 'plan', 'visit')
    """
    whole = any(lower == lemma + ending for ending in parsing.endings)
    return lemma + parsing.letter if whole and parsing.cut_lemmas.fullmatch(lemma) else lemma


def _kids(heads: list[int]) -> list[list[int]]:
    """The children of each token, in order."""
    kids: list[list[int]] = [[] for _ in heads]
    for i, head in enumerate(heads):
        if head != i:
            kids[head].append(i)
    return kids


def _counted(labels: list[str], which: frozenset[str]) -> list[int]:
    """Running counts of the labels that are among these: [0, ...]."""
    counts = [0]
    for label in labels:
        counts.append(counts[-1] + (label in which))
    return counts


def _edges(heads: list[int], kids: list[list[int]]) -> tuple[list[int], list[int]]:
    """First and last token under each token, without recursion: a sentence may be five thousand words deep."""
    left, right = list(range(len(heads))), list(range(len(heads)))
    order = [i for i, head in enumerate(heads) if head == i]
    for token in order:  # grows while it is read: parents come before their children
        order.extend(kids[token])
    for token in reversed(order):
        head = heads[token]
        left[head] = min(left[head], left[token])
        right[head] = max(right[head], right[token])
    return left, right


@extractor("tree.v1", gives="tree")
def tree(doc: Doc, tagged: Tagged, language: Language) -> Tree:
    """The Doc as lists, with the tagger's names: made once a report, for every step that walks the parse."""
    return Tree(doc, tagged, language.parsing)
