"""One matcher for the names of persons, bodies and places: how likely two names, as written, are one someone's.

    matcher = matcher_for("en")
    matcher.compare("Former Envoy Halim Terzo", "Mr. Terzo").score      0.98
    matcher.compare("Ward 3", "Ward 4").blocked                         "digits"

A name is taken apart by the words of a language (`parts`), two are compared word by word with edit costs learned from
real spellings (`edits`, `likeness`), and small fitted trees make one score of it. What a name alone cannot tell,
whether two men of one name are one, is not asked here: `sayso.compare` has the reports for it.
"""

from __future__ import annotations

import functools
import json
import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from sayso.errors import ModelError
from sayso.lang import load_language
from sayso.nlp.files import model_folder
from sayso.nlp.names.edits import Edits
from sayso.nlp.names.likeness import INITIAL, LETTERS, NOTHING, SAME, SPELLED, VARIANT, Comparing, Likeness
from sayso.nlp.names.parts import NameParts, Taking
from sayso.values.terms import NameReason

__all__ = ["FILE", "JOINS", "Match", "NameMatcher", "NameParts", "matcher_for"]

FILE: Final = "names.json"
JOINS: Final = 0.5  # a score from which two names are rather one than not
OTHER_GENDER: Final = 4.0  # log odds that "Mr" of one and "Mrs" of the other take away
KEPT_NAMES: Final = 1 << 17  # names that are kept taken apart


@dataclass(frozen=True, slots=True)
class Match:
    """How two names fit.

    score     0 to 1, higher = rather the same; 0 where blocked
    blocked   "digits" or "generation": they differ in these and are never one name; "" where nothing forbids it
    reasons   why they fit, for people; () where they do not
    """

    score: float
    blocked: str = ""
    reasons: tuple[NameReason, ...] = ()


class NameMatcher:
    """Scores pairs of names; one for a language, used by many threads.

    taking   takes names apart
    edits    costs of spellings
    start, rate, trees   the fitted trees, each a list of rows: feature, threshold, then the row to go on with above it
                         and below; a leaf's feature is -1, and its value stands as the threshold
    """

    def __init__(
        self, taking: Taking, edits: Edits, start: float = 0.0, rate: float = 1.0, trees: Sequence[Any] = ()
    ) -> None:
        self.taking = taking
        self.edits = edits
        self.parts = functools.lru_cache(maxsize=KEPT_NAMES)(taking.apart)
        self._comparing = Comparing(edits, taking)
        self._start = start
        self._rate = rate
        self._depth = max((_depth(tree, 0) for tree in trees), default=0)
        self._trees = [_nested(tree, 0, self._depth) for tree in trees]
        self._odds_of = functools.lru_cache(maxsize=KEPT_NAMES)(self._odds)  # pairs of names are alike in few ways
        self._of_nothing = self._odds(NOTHING)

    def score(self, left: str, right: str) -> float:
        """How likely two names are one someone's, 0 to 1; 0 where either says nothing, or they are never one."""
        one, other = self.parts(left), self.parts(right)
        return self._score(self._comparing.alike(one, other), one, other)

    def compare(self, left: str, right: str) -> Match:
        """Compare two names as they are written, in any script and order.

        >>> matcher_for("en").compare("Terzo, Halim", "Mr. Halim Terzo").reasons
        ('title', 'same')
        """
        one, other = self.parts(left), self.parts(right)
        found = self._comparing.alike(one, other)
        score = self._score(found, one, other)
        reasons = self._reasons(found, one, other) if score >= JOINS else ()
        return Match(score, found.blocked, reasons)

    def alike(self, left: str, right: str) -> Likeness:
        """What a comparison finds, before it is scored: for training, and for who asks why."""
        return self._comparing.alike(self.parts(left), self.parts(right))

    def _score(self, found: Likeness, one: NameParts, other: NameParts) -> float:
        if found.blocked or not one.words or not other.words:
            return 0.0
        odds = self._of_nothing if found.features is NOTHING else self._odds_of(tuple(found.features))
        if found.other_gender:
            odds -= OTHER_GENDER
        return 1 / (1 + math.exp(-odds))

    def _odds(self, features: Sequence[float]) -> float:
        """The log odds that the trees give: each is asked as many questions as the deepest holds."""
        said = 0.0
        inner = range(self._depth)
        for feature, threshold, yes, no in self._trees:
            for _ in inner:
                feature, threshold, yes, no = yes if features[feature] > threshold else no
            said += threshold
        return self._start + self._rate * said

    def _reasons(self, found: Likeness, one: NameParts, other: NameParts) -> tuple[NameReason, ...]:
        reasons: list[NameReason] = []
        if one.before or other.before:
            reasons.append("title")
        if found.acronym:
            reasons.append("acronym")
        hows = {fit.how for fit in found.fits}
        if one.words == other.words or (len(found.fits) == len(one.words) == len(other.words) and hows == {SAME}):
            reasons.append("same")
        elif len(found.fits) == 1 and min(len(one.words), len(other.words)) == 1:
            reasons.append(self._place_of_one(found, max(len(one.words), len(other.words))))
        elif SAME in hows:
            reasons.append("words")
        if found.swapped:
            reasons.append("order")
        reasons += [name for how, name in _REASONS.items() if how in hows]
        if not found.fits and not found.acronym:
            reasons.append("joined")
        return tuple(dict.fromkeys(reasons))

    def _place_of_one(self, found: Likeness, length: int) -> NameReason:
        """What a name of one word is of the longer one."""
        at = found.fits[0].right
        if length == 1:
            return "spelling" if found.fits[0].how == SPELLED else "words"
        return "family" if at == length - 1 else "given" if at == 0 else "words"


def _depth(tree: Sequence[Any], at: int) -> int:
    """How many questions a tree asks at most from a row on."""
    feature, _, yes, no = tree[at]
    return 0 if feature < 0 else 1 + max(_depth(tree, int(yes)), _depth(tree, int(no)))


def _nested(tree: Sequence[Any], at: int, depth: int) -> tuple[int, float, Any, Any]:
    """A tree as (feature, threshold, what is above it, what is not), every leaf as deep as the deepest."""
    feature, threshold, yes, no = tree[at]
    if depth == 0:
        return -1, float(threshold), None, None
    if feature < 0:
        leaf = _nested(tree, at, depth - 1)
        return 0, math.inf, leaf, leaf
    return (
        int(feature), float(threshold), _nested(tree, int(yes), depth - 1), _nested(tree, int(no), depth - 1)
    )  # fmt: skip


_REASONS: Final[dict[int, NameReason]] = {
    SPELLED: "spelling", VARIANT: "variant", INITIAL: "initials", LETTERS: "initials",
}  # fmt: skip


@functools.lru_cache(maxsize=4)
def matcher_for(code: str) -> NameMatcher:
    """Return the matcher of a language, read once a process.

    Raises UsageError where there is no such language, ModelError where its model has no fitted trees.
    """
    language = load_language(code)
    try:
        held = json.loads((model_folder(language.model) / FILE).read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise ModelError(
            f"{language.model} has no file {FILE!r}; install it anew, or run training/names/train.py"
        ) from None
    edits = Edits(held["costs"], variants=frozenset(held["variants"]))
    return NameMatcher(Taking(language), edits, held["start"], held["rate"], held["trees"])
