"""How alike two names are, in numbers: which of their words fit, and how well. A model makes one score of them.

Called by `sayso.nlp.names` for each pair.
"""

from __future__ import annotations

import functools
import operator
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from sayso.nlp.names.edits import Edits
from sayso.nlp.names.parts import NameParts, Taking

JOINED_NEAR: Final = 0.45  # the same for all words written as one
DIGITS, GENERATION = "digits", "generation"
NEAR: Final = 0.42  # distance a letter up to which two words may be spellings of one
PARTICLE: Final = 0.3  # what a small word counts beside others
MIN_ACRONYM, MAX_ACRONYM = 2, 7
KEPT_PAIRS: Final = 1 << 17  # pairs of words of which is kept how they fit


@dataclass(slots=True)
class Fit:
    """Two words that fit: their places, how far they are apart a letter and in all, and how they fit."""

    left: int
    right: int
    distance: float
    cost: float
    how: int  # one of the numbers below


SAME, SPELLED, VARIANT, INITIAL, LETTERS = range(5)


@dataclass(slots=True)
class Likeness:
    """What a comparison found.

    features   numbers for the model, in the order of `FEATURES`
    fits       words that fit, best first
    acronym    whether one is the letters of the other
    blocked    "digits" or "generation" where these differ, which is never one name; "" where nothing forbids it
    swapped    whether the words that fit stand in another order
    other_gender   whether titles or first names say man of one and woman of the other
    """

    features: Sequence[float]
    fits: list[Fit]
    acronym: bool = False
    blocked: str = ""
    swapped: bool = False
    other_gender: bool = False


# What the numbers mean; the model's file names them too.
FEATURES: Final = tuple(
    "words_short words_long same_share fit_short fit_long alone_short alone_long far_sum far_most cost_most last_fits "
    "first_fits single initials initial_against variants acronym numbers gender bodies one_body legal joined empty "
    "swapped letters_fit letters_least first_letter particles given_fit places_against body_alone titles_against "
    "alone_both letters_alone far_first far_last given_alone".split()
)
NOTHING: Final = (0.0,) * len(FEATURES)  # of names that have no word in common
UNLIKE: Final = {blocked: Likeness(NOTHING, [], blocked=blocked) for blocked in ("", DIGITS, GENERATION)}


class Comparing:
    """Compares names that were taken apart.

    edits    costs of spellings
    taking   what took the names apart, which knows words of bodies, places and given names
    """

    def __init__(self, edits: Edits, taking: Taking) -> None:
        self._edits = edits
        self._taking = taking
        self._fit = functools.lru_cache(maxsize=KEPT_PAIRS)(self._fit_words)

    def alike(self, left: NameParts, right: NameParts) -> Likeness:
        """What two names have in common."""
        if (len(left.words), left.words) > (len(right.words), right.words):
            left, right = right, left
        short, long = left.words, right.words
        n, m = len(short), len(long)
        acronym = n <= 1 and _acronym(left, right)
        fits = self._fits(short, long)
        if (left.brief or right.brief) and len(fits) < n:
            fits += _initials(short, long, fits)
        joined = 1.0  # distance a letter of all words written as one: "PolPot"
        if n != m:
            one, other = left.joined, right.joined
            if n and abs(len(one) - len(other)) <= 3 and (one[:2] == other[:2] or one[-2:] == other[-2:]):
                joined = min(1.0, self._edits.distance(one, other) / max(len(one), len(other)))
        elif n and len(fits) == n:
            joined = sum([fit.cost for fit in fits if fit.how == SPELLED]) / sum(map(len, long))
        blocked = _blocked(left, right)
        if not fits and not acronym and joined > JOINED_NEAR:
            return UNLIKE[blocked]
        return self._found(left, right, fits, acronym, joined, blocked)

    def _found(
        self, left: NameParts, right: NameParts, fits: list[Fit], acronym: bool, joined: float, blocked: str
    ) -> Likeness:
        """The numbers of two names that have something in common."""
        taking = self._taking
        short, long = left.words, right.words
        n, m = len(short), len(long)
        light_left, light_right = left.particles, right.particles
        weight_left = [PARTICLE if word in light_left else 1.0 for word in short]
        weight_right = [PARTICLE if word in light_right else 1.0 for word in long]
        all_left, all_right = sum(weight_left) or 1.0, sum(weight_right) or 1.0
        free_left, free_right = [True] * n, [True] * m
        covered_left = covered_right = same = far_sum = cost_most = 0.0
        letters_fit = letters = variants = given_fit = 0
        letters_least = 0
        worst: Fit | None = None
        first: Fit | None = None
        last: Fit | None = None
        for fit in fits:
            i, j, how = fit.left, fit.right, fit.how
            word = short[i]
            size = len(word)
            letters_fit += size
            if how != INITIAL and (not letters_least or size < letters_least):
                letters_least = size
            if free_left[i]:
                free_left[i] = False
                covered_left += weight_left[i]
            if free_right[j]:
                free_right[j] = False
                covered_right += weight_right[j]
            if how == SAME:
                same += weight_left[i]
            elif how == SPELLED:
                far_sum += fit.distance
                cost_most = max(cost_most, fit.cost)
                if worst is None or fit.distance > worst.distance:
                    worst = fit
            elif how == VARIANT:
                variants += 1
            else:
                letters += 1
            given_fit += taking.is_first_name(word)
            if i == 0:
                first = fit
            if last is None and i == n - 1 and j == m - 1:
                last = fit
        if first is not None and first.right != 0:
            first = None
        alone_left, alone_right = all_left - covered_left, all_right - covered_right
        words_left = [word for word, free in zip(short, free_left, strict=True) if free]
        words_right = [word for word, free in zip(long, free_right, strict=True) if free]
        swapped = False
        if len(fits) > 1:
            places = [fit.right for fit in sorted(fits, key=_by_left)]
            swapped = any(map(operator.gt, places, places[1:]))
        single = 0.0
        if n == 1 and fits:
            at = fits[0].right
            single = 1.0 if at == m - 1 else 2.0 if at == 0 else 3.0
        against = 0
        for word in words_left:
            for other in words_right:
                if (len(word) == 1 or len(other) == 1) and word[0] != other[0]:
                    against += 1
        gender = 0.0
        if left.gender and right.gender:
            gender = 1.0 if left.gender == right.gender else -1.0
        legal = 0.0
        if left.legal or right.legal:
            legal = 1.0 if left.legal & right.legal else 2.0 if not (left.legal and right.legal) else 3.0
        titles_against = bool(left.before and right.before) and set(left.before).isdisjoint(right.before)
        alone = words_left + words_right
        features = [
            float(n), float(m), same / all_left, covered_left / all_left, covered_right / all_right, alone_left,
            alone_right, far_sum, worst.distance if worst else 0.0, cost_most, 1.0 - last.distance if last else 0.0,
            1.0 - first.distance if first else 0.0, single, float(letters), float(against), float(variants),
            float(acronym), 0.0 if left.numbers == right.numbers else 2.0 if blocked == DIGITS else 1.0, gender,
            float(left.body and right.body), float(left.body != right.body), legal, joined,
            float(left.empty or right.empty), float(swapped), float(letters_fit), float(letters_least),
            float(worst is not None and short[worst.left][0] == long[worst.right][0]),
            float(len(light_left ^ light_right)), float(given_fit),
            float(any(map(taking.is_place, words_left)) and any(map(taking.is_place, words_right))),
            float(any(map(taking.is_body_word, alone))), float(titles_against), min(alone_left, alone_right),
            _closest(words_left, words_right, self._edits),
            first.distance if first else 1.0, last.distance if last else 1.0,
            float(sum(map(taking.is_first_name, alone))),
        ]  # fmt: skip
        return Likeness(features, fits, acronym, blocked, swapped, gender < 0)

    def _fits(self, short: tuple[str, ...], long: tuple[str, ...]) -> list[Fit]:
        """Pairs of words that are the same or spellings of one, each word once: the closest first."""
        found: list[Fit] = []
        free_left, free_right = list(range(len(short))), list(range(len(long)))
        if not set(short).isdisjoint(long):
            for i, word in enumerate(short):
                j = next((j for j in free_right if long[j] == word), -1)
                if j >= 0:
                    found.append(Fit(i, j, 0.0, 0.0, SAME))
                    free_left.remove(i)
                    free_right.remove(j)
        near = []
        fit_words = self._fit
        for i in free_left:
            word = short[i]
            for j in free_right:
                fitting = fit_words(word, long[j])
                if fitting is not None:
                    distance, cost, how = fitting
                    near.append(Fit(i, j, distance + 0.01 * abs(i - j) if how == INITIAL else distance, cost, how))
        if len(near) > 1:
            near.sort(key=lambda fit: (fit.distance, abs(fit.left - fit.right), fit.left))
        for fit in near:
            if fit.left in free_left and fit.right in free_right:
                found.append(fit)
                free_left.remove(fit.left)
                free_right.remove(fit.right)
        return found

    def _fit_words(self, left: str, right: str) -> tuple[float, float, int] | None:
        """Distance a letter, cost, and how two words fit that are not the same; None where they do not."""
        longer = max(len(left), len(right))
        if len(left) < 2 or len(right) < 2:
            fits = left[0] == right[0] and min(len(left), len(right)) < longer
            return (0.25, 0.0, INITIAL) if fits else None
        edits, taking = self._edits, self._taking
        if edits.is_variant(left, right):
            return 0.05, 0.0, VARIANT
        cost = edits.within(left, right, NEAR * longer)
        if cost / longer > NEAR or left.isdigit() or right.isdigit():
            return None
        if taking.is_place(left) and taking.is_place(right):
            return None  # Iraq is no spelling of Iran
        return cost / longer, cost, SPELLED


def _by_left(fit: Fit) -> int:
    return fit.left


def _closest(left: list[str], right: list[str], edits: Edits) -> float:
    """The least distance a letter, at most 1, between words that do not fit; 1 where they are many."""
    if not left or not right or len(left) * len(right) > 4:
        return 1.0
    return min(1.0, *(edits.distance(a, b) / max(len(a), len(b)) for a in left for b in right))


def _blocked(left: NameParts, right: NameParts) -> str:
    """Why two names are never one: both have numbers or a generation, and these differ; "" where nothing forbids it."""
    if left.numbers and right.numbers and sorted(left.numbers) != sorted(right.numbers):
        return DIGITS
    return GENERATION if left.generation and right.generation and left.generation != right.generation else ""


def _acronym(left: NameParts, right: NameParts) -> bool:
    """Whether one name is the first letters of the other's words."""
    for one, other in ((left, right), (right, left)):
        if len(one.words) == 1 and (len(other.words) > 1 or len(other.letters[0]) > 1):
            word = one.words[0]
            if MIN_ACRONYM <= len(word) <= MAX_ACRONYM and word in other.letters:
                return True
    return False


def _initials(short: tuple[str, ...], long: tuple[str, ...], fits: list[Fit]) -> list[Fit]:
    """Words that are the first letters of several on the other side: JC and Jean Claude."""
    taken_left, taken_right = {fit.left for fit in fits}, {fit.right for fit in fits}
    free_left = [i for i in range(len(short)) if i not in taken_left]
    free_right = [j for j in range(len(long)) if j not in taken_right]
    for i in free_left:
        word = short[i]
        if 2 <= len(word) <= 3 and len(free_right) >= len(word):
            for at in range(len(free_right) - len(word) + 1):
                run = free_right[at : at + len(word)]
                if run[-1] - run[0] == len(word) - 1 and "".join(long[j][0] for j in run) == word:
                    return [Fit(i, j, 0.25, 0.0, LETTERS) for j in run]
    for j in free_right:
        word = long[j]
        if 2 <= len(word) <= 3 and len(free_left) >= len(word):
            for at in range(len(free_left) - len(word) + 1):
                run = free_left[at : at + len(word)]
                if run[-1] - run[0] == len(word) - 1 and "".join(short[i][0] for i in run) == word:
                    return [Fit(i, j, 0.25, 0.0, LETTERS) for i in run]
    return []
