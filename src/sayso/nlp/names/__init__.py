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
from sayso.nlp.names.likeness import INITIAL, LETTERS, SAME, SPELLED, VARIANT, Likeness, alike
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
        self._start = start
        self._rate = rate
        self._trees = [[(int(f), float(t), int(y), int(n)) for f, t, y, n in tree] for tree in trees]
        self.parts = functools.lru_cache(maxsize=KEPT_NAMES)(taking.apart)

    def score(self, left: str, right: str) -> float:
        """How likely two names are one someone's, 0 to 1; 0 where either says nothing, or they are never one."""
        return self._score(self.alike(left, right), left, right)

    def compare(self, left: str, right: str) -> Match:
        """Compare two names as they are written, in any script and order.

        >>> matcher_for("en").compare("Terzo, Halim", "Mr. Halim Terzo").reasons
        ('title', 'same')
        """
        found = self.alike(left, right)
        score = self._score(found, left, right)
        reasons = self._reasons(found, left, right) if score >= JOINS else ()
        return Match(score, found.blocked, reasons)

    def alike(self, left: str, right: str) -> Likeness:
        """What a comparison finds, before it is scored: for training, and for who asks why."""
        return alike(self.parts(left), self.parts(right), self.edits, self.taking)

    def _score(self, found: Likeness, left: str, right: str) -> float:
        if found.blocked or not self.parts(left).words or not self.parts(right).words:
            return 0.0
        score = self._start + self._rate * self._trees_say(found.features)
        if found.other_gender:
            score -= OTHER_GENDER
        return 1 / (1 + math.exp(-score))

    def _trees_say(self, features: Sequence[float]) -> float:
        said = 0.0
        for tree in self._trees:
            feature, threshold, yes, no = tree[0]
            while feature >= 0:
                feature, threshold, yes, no = tree[yes if features[feature] > threshold else no]
            said += threshold
        return said

    def _reasons(self, found: Likeness, left: str, right: str) -> tuple[NameReason, ...]:
        one, other = self.parts(left), self.parts(right)
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
