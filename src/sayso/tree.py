"""A Doc's dependency tree as plain lists: read once, then walked without touching spaCy's objects again.

A walk over Token objects costs about a microsecond a step and makes a new list of children each time; over lists it is
ten times cheaper, and a sentence of five thousand words stays linear.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from spacy.tokens import Doc

SUBJECTS: Final = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass"})
OBJECTS: Final = frozenset({"dobj", "attr", "oprd"})
NOUNS: Final = frozenset({"NOUN", "PROPN"})


class Tree:
    """Lists with one item a token: words, lemmas (lower case), fine tags, parts of speech, labels, heads, children.

    head       index of the head; a root is its own head
    kids       indices of the children, in order
    left, right   first and last token of the subtree (the last one included)
    start, end    code points in the text, end excluded
    nouns_before, verbs_before   how many there are in front of each token; one item more than there are tokens
    sentence   number of the sentence; ``sentences`` holds (first, last + 1)
    """

    __slots__ = (
        "dep", "end", "entity", "head", "kids", "left", "lemma", "lower", "nouns_before", "pos", "right", "sentence",
        "sentences", "start", "tag", "text", "verbs_before", "words",
    )  # fmt: skip

    def __init__(self, doc: Doc) -> None:
        self.text: str = doc.text
        self.words: list[str] = [token.text for token in doc]
        self.lower: list[str] = [word.lower() for word in self.words]
        self.lemma: list[str] = [token.lemma_.lower() or token.text.lower() for token in doc]
        self.tag: list[str] = [token.tag_ for token in doc]
        self.pos: list[str] = [token.pos_ for token in doc]
        self.dep: list[str] = [token.dep_ for token in doc]
        self.head: list[int] = [token.head.i for token in doc]
        self.entity: list[str] = [token.ent_type_ for token in doc]
        self.start: list[int] = [token.idx for token in doc]
        self.end: list[int] = [start + len(word) for start, word in zip(self.start, self.words, strict=True)]
        self.kids: list[list[int]] = [[] for _ in self.words]
        for i, head in enumerate(self.head):
            if head != i:
                self.kids[head].append(i)
        self.left: list[int] = [token.left_edge.i for token in doc]
        self.right: list[int] = [token.right_edge.i for token in doc]
        self.nouns_before = _counted(self.pos, NOUNS)
        self.verbs_before = _counted(self.pos, frozenset({"VERB"}))
        self.sentences: list[tuple[int, int]] = []
        self.sentence: list[int] = [0] * len(self.words)
        first = 0
        for i in range(1, len(self.words) + 1):
            if i == len(self.words) or doc[i].is_sent_start:
                for k in range(first, i):
                    self.sentence[k] = len(self.sentences)
                self.sentences.append((first, i))
                first = i

    def __len__(self) -> int:
        return len(self.words)

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

    def passive(self, token: int) -> bool:
        """Whether a verb stands in the passive, a bare participle behind a noun or joined to a passive included."""
        for _ in range(3):
            if self.has(token, "auxpass", "nsubjpass", "agent"):
                return True
            if self.tag[token] != "VBN" or self.has(token, "aux", "dobj"):
                return False
            if self.dep[token] in ("acl", "amod", "relcl", "advcl"):
                return True
            if self.dep[token] != "conj" or self.has(token, "nsubj"):
                return False
            token = self.head[token]
        return False


def _counted(labels: list[str], which: frozenset[str]) -> list[int]:
    """Running counts of the labels that are among these: [0, ...]."""
    counts = [0]
    for label in labels:
        counts.append(counts[-1] + (label in which))
    return counts
