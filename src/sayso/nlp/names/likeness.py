"""How alike two names are, in numbers: which of their words fit, and how well. A model makes one score of them.

Called by `sayso.nlp.names` for each pair.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from sayso.nlp.names.edits import Edits
from sayso.nlp.names.parts import NameParts, Taking

JOINED_NEAR: Final = 0.45  # the same for all words written as one
DIGITS, GENERATION = "digits", "generation"
NEAR: Final = 0.42  # distance a letter up to which two words may be spellings of one
PARTICLE: Final = 0.3  # what a small word counts beside others
MIN_ACRONYM, MAX_ACRONYM = 2, 7


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

    features: list[float]
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


def alike(left: NameParts, right: NameParts, edits: Edits, taking: Taking) -> Likeness:
    """Compare two names that were taken apart."""
    if (len(left.words), left.words) > (len(right.words), right.words):
        left, right = right, left
    short, long = left.words, right.words
    n, m = len(short), len(long)
    acronym = _acronym(left, right)
    fits = _fits(short, long, edits, taking)
    if len(fits) < n:
        fits += _initials(short, long, fits)
    spelled = [fit for fit in fits if fit.how == SPELLED]
    joined = 1.0  # distance a letter of all words written as one: "PolPot"
    if n != m:
        one, other = "".join(short), "".join(long)
        if n and abs(len(one) - len(other)) <= 3 and (one[:2] == other[:2] or one[-2:] == other[-2:]):
            joined = min(1.0, edits.distance(one, other) / max(len(one), len(other)))
    elif n and len(fits) == n:
        joined = sum(fit.cost for fit in spelled) / sum(map(len, long))
    blocked = _blocked(left, right)
    if not fits and not acronym and joined > JOINED_NEAR:
        return Likeness(list(NOTHING), [], blocked=blocked)
    light_left, light_right = left.particles, right.particles
    weight_left = [PARTICLE if word in light_left else 1.0 for word in short]
    weight_right = [PARTICLE if word in light_right else 1.0 for word in long]
    fit_left = {fit.left for fit in fits}
    fit_right = {fit.right for fit in fits}
    covered_left = sum(weight_left[i] for i in fit_left)
    covered_right = sum(weight_right[j] for j in fit_right)
    all_left, all_right = sum(weight_left) or 1.0, sum(weight_right) or 1.0
    alone_left, alone_right = all_left - covered_left, all_right - covered_right
    same = sum(weight_left[fit.left] for fit in fits if fit.how == SAME)
    worst = max(spelled, key=lambda fit: fit.distance) if spelled else None
    places = [fit.right for fit in sorted(fits, key=lambda fit: fit.left)]
    swapped = any(a > b for a, b in zip(places, places[1:], strict=False))
    words_left = [short[i] for i in range(n) if i not in fit_left]
    words_right = [long[j] for j in range(m) if j not in fit_right]
    by_left = {fit.left: fit for fit in fits}
    last = next((fit for fit in fits if fit.left == n - 1 and fit.right == m - 1), None)
    first = by_left.get(0)
    if first is not None and first.right != 0:
        first = None
    single = 0.0
    if n == 1 and fits:
        at = fits[0].right
        single = 1.0 if at == m - 1 else 2.0 if at == 0 else 3.0
    against = 0
    for word in words_left:
        for other in words_right:
            if word[0] != other[0] and (len(word) == 1 or len(other) == 1):
                against += 1
    numbers = 0.0 if left.numbers == right.numbers else 2.0 if blocked == DIGITS else 1.0
    gender = 0.0
    if left.gender and right.gender:
        gender = 1.0 if left.gender == right.gender else -1.0
    legal = 0.0
    if left.legal or right.legal:
        legal = 1.0 if left.legal & right.legal else 2.0 if not (left.legal and right.legal) else 3.0
    letters_fit = sum(len(short[fit.left]) for fit in fits)
    features = [
        float(n), float(m), same / all_left, covered_left / all_left, covered_right / all_right, alone_left,
        alone_right, sum(fit.distance for fit in spelled), worst.distance if worst else 0.0,
        max((fit.cost for fit in spelled), default=0.0), 1.0 - last.distance if last else 0.0,
        1.0 - first.distance if first else 0.0, single, float(sum(fit.how in (INITIAL, LETTERS) for fit in fits)),
        float(against), float(sum(fit.how == VARIANT for fit in fits)), float(acronym), numbers, gender,
        float(left.body and right.body), float(left.body != right.body), legal, joined,
        float(left.empty or right.empty), float(swapped), float(letters_fit),
        float(min((len(short[fit.left]) for fit in fits if fit.how != INITIAL), default=0)),
        float(worst is not None and short[worst.left][0] == long[worst.right][0]),
        float(len(light_left ^ light_right)), float(sum(taking.is_first_name(short[fit.left]) for fit in fits)),
        float(any(map(taking.is_place, words_left)) and any(map(taking.is_place, words_right))),
        float(any(map(taking.is_body_word, words_left + words_right))),
        float(bool(left.before) and bool(right.before) and not set(left.before) & set(right.before)),
        min(alone_left, alone_right),
        _closest(words_left, words_right, edits),
        first.distance if first else 1.0, last.distance if last else 1.0,
        float(sum(map(taking.is_first_name, words_left + words_right))),
    ]  # fmt: skip
    return Likeness(features, fits, acronym, blocked, swapped, gender < 0)


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
        if len(one.words) == 1 and len(other.words) > 1 or len(one.words) == 1 and len(other.letters[0]) > 1:
            word = one.words[0]
            if MIN_ACRONYM <= len(word) <= MAX_ACRONYM and word in other.letters:
                return True
    return False


def _fits(short: tuple[str, ...], long: tuple[str, ...], edits: Edits, taking: Taking) -> list[Fit]:
    """Pairs of words that are the same or spellings of one, each word once: the closest first."""
    found = []
    free_left, free_right = set(range(len(short))), set(range(len(long)))
    where: dict[str, list[int]] = {}
    for j, word in enumerate(long):
        where.setdefault(word, []).append(j)
    for i, word in enumerate(short):
        held = where.get(word)
        if held:
            j = held.pop(0)
            found.append(Fit(i, j, 0.0, 0.0, SAME))
            free_left.discard(i)
            free_right.discard(j)
    if free_left and free_right:
        near = []
        for i in free_left:
            a = short[i]
            for j in free_right:
                b = long[j]
                if len(a) < 2 or len(b) < 2:
                    if a[0] == b[0] and (len(a) == 1) != (len(b) == 1):
                        near.append(Fit(i, j, 0.25 + 0.01 * abs(i - j), 0.0, INITIAL))
                    continue
                if edits.is_variant(a, b):
                    near.append(Fit(i, j, 0.05, 0.0, VARIANT))
                    continue
                if a.isdigit() or b.isdigit() or (taking.is_place(a) and taking.is_place(b)):
                    continue  # Iraq is no spelling of Iran
                cost = edits.distance(a, b)
                distance = cost / max(len(a), len(b))
                if distance <= NEAR:
                    near.append(Fit(i, j, distance, cost, SPELLED))
        near.sort(key=lambda fit: (fit.distance, abs(fit.left - fit.right), fit.left))
        for fit in near:
            if fit.left in free_left and fit.right in free_right:
                found.append(fit)
                free_left.discard(fit.left)
                free_right.discard(fit.right)
    return found


def _initials(short: tuple[str, ...], long: tuple[str, ...], fits: list[Fit]) -> list[Fit]:
    """Words that are the first letters of several on the other side: JC and Jean Claude."""
    free_left = [i for i in range(len(short)) if all(fit.left != i for fit in fits)]
    free_right = [j for j in range(len(long)) if all(fit.right != j for fit in fits)]
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
