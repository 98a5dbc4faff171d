"""What the scores of a case are made of: names that lead to actors, words of spans, and figures."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Final

WORD: Final = re.compile(r"\w+")
ARTICLES: Final = ("the", "a", "an")
Record = dict[str, Any]
Spans = Sequence[Sequence[int]]


def plain_name(name: str | None) -> str:
    """A name as it is compared: lower case, without brackets, possessive and leading articles.

    >>> plain_name("The Front’s"), plain_name("Halim Terzo (OPS)")
    ('front', 'halim terzo')
    """
    text = unicodedata.normalize("NFKC", name or "").casefold().replace("’", "'").replace("‘", "'")
    text = re.sub(r"\(.*?\)", " ", text)
    words = WORD.findall(re.sub(r"'s?\b(?=\s|$)", "", text))
    while words and words[0] in ARTICLES:
        words = words[1:]
    return " ".join(words)


class Actors:
    """Whom of the gold a name means: itself one of an actor's names, or words of one actor's name alone.

    gold    [{"id", "name", "names"}]
    given   actors of the output; a name that leads nowhere is tried by the other names of the same one
    """

    def __init__(self, gold: Iterable[Record], given: Iterable[Record] = ()) -> None:
        self.names = {one["id"]: [plain_name(n) for n in (*one["names"], one["name"])] for one in gold}
        self.given: dict[str, set[str]] = {}
        for one in given:
            forms = {plain_name(n) for n in (one.get("name", ""), *one.get("names", ()))}
            for form in forms:
                self.given.setdefault(form, set()).update(forms)

    def _exactly(self, name: str) -> set[str]:
        same = {actor for actor, names in self.names.items() if name in names}
        words = set(name.split())
        if same or not words:
            return same
        hit = {actor for actor, names in self.names.items() if any(words <= set(n.split()) for n in names)}
        return hit if len(hit) == 1 else set()

    def __call__(self, name: str | None) -> set[str]:
        """The ids a name may mean; none for no name, or one that leads nowhere."""
        plain = plain_name(name)
        if not plain:
            return set()
        for form in (plain, *sorted(self.given.get(plain, ()), key=len, reverse=True)):
            if found := self._exactly(form):
                return found
        return set()


def words_of(text: str, spans: Spans | None) -> frozenset[int]:
    """The words of spans, each by where it begins."""
    return frozenset(start + word.start() for start, end in spans or () for word in WORD.finditer(text[start:end]))


def overlap(left: Spans | None, right: Spans | None) -> bool:
    """Whether any two share a character."""
    return any(a[0] < b[1] and b[0] < a[1] for a in left or () for b in right or ())


@dataclass(slots=True)
class Figure:
    """Right by found and right by expected; without `found` it is a recall alone."""

    right: int = 0
    found: int | None = 0
    gold: int = 0

    @property
    def precision(self) -> float | None:
        """0..1, None of nothing."""
        return self.right / self.found if self.found else None

    @property
    def recall(self) -> float | None:
        """0..1, None of nothing."""
        return self.right / self.gold if self.gold else None

    @property
    def f1(self) -> float | None:
        """0..1, None where precision or recall is."""
        p, r = self.precision, self.recall
        if p is None or r is None:
            return None
        return 2 * p * r / (p + r) if p and r else 0.0
