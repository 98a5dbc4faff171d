"""What the head is told of two phrases together: how their words match, how far apart they stand, how they are placed.

Each feature is a code below its size in `SIZES`; the features follow Lee et al. (2017) and what names ask for. They are
worked out for blocks of phrases against a window before them, so the cost is linear in a report's length.
"""

from __future__ import annotations

import functools
from typing import Final

import numpy as np
import numpy.typing as npt

from sayso.extract.entities.chaining.seen import CLASSES, FORMS, KINDS, POINTING, ROLES, Numbers, Seen

# matches, tokens apart, sentences apart, kinds, placed, quotations, clashing names, paragraphs, new words, rank,
# schemas, forms, roles and whether of one verb, who speaks
SIZES: Final = (12, 11, 9, KINDS * KINDS, 13, 5, 4, 6, 5, 10, CLASSES * CLASSES, FORMS * FORMS, 2 * len(ROLES) ** 2, 4)
MATCHES, FAR = SIZES[0], SIZES[1]
NEAR: Final = 3  # tokens between two phrases that are looked at
LONG: Final = 6  # letters from which a name may differ by a letter; by two from half as many more on


@functools.lru_cache(maxsize=100_000)
def is_near_spelling(left: str, right: str) -> bool:
    """Whether two words look like spellings of one name: one edit in six letters, two in nine, else a last letter more.

    >>> is_near_spelling("kazemi", "kazemy"), is_near_spelling("qom", "qomi"), is_near_spelling("iran", "iraq")
    (True, True, False)
    """
    short = min(len(left), len(right))
    if left == right or short < NEAR or abs(len(left) - len(right)) > 2 or left[0] != right[0]:
        return False
    if short < LONG:
        return left[:-1] == right or right[:-1] == left
    row = list(range(len(right) + 1))
    for i, letter in enumerate(left, 1):
        diagonal, row[0] = row[0], i
        for j, other in enumerate(right, 1):
            diagonal, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, diagonal + (letter != other))
    return row[-1] <= (2 if 2 * short >= 3 * LONG else 1)


class WordMatches:
    """The phrases `rows` against those of `columns`, both ranges of numbers: how their words match.

    matches   (rows, columns) codes
    new       (rows, columns) how many words of the row's phrase the column's has not, at most 4
    """

    def __init__(self, seen: Seen, rows: range, columns: range) -> None:
        self.rows, self.columns = rows, columns
        r, c = slice(rows.start, rows.stop), slice(columns.start, columns.stop)
        here: dict[int, int] = {}
        for held in seen.content[c]:
            for word in held:
                here.setdefault(word, len(here))
        left, right = _table(seen.content[r], here), _table(seen.content[c], here)
        shared = left @ right.T
        size = seen.size[r][:, None]
        noun_left, noun_right = seen.kind[r] > POINTING, seen.kind[c] > POINTING
        both = noun_left[:, None] & noun_right[None]
        # a column of nought for heads that are no content
        heads_left, heads_right = _places(seen.lemma[r], here), _places(seen.lemma[c], here)
        has = _widened(left)[:, heads_right] > 0  # the row's words hold the column's head
        holds = _widened(right)[:, heads_left].T > 0
        same = seen.lemma[r][:, None] == seen.lemma[c][None]
        match: Numbers = np.zeros(shared.shape, dtype=np.int64)
        match[both & (shared > 0)] = 1
        match[both & holds] = 2
        match[both & has & (match != 2)] = 3
        match[both & _alike(seen, rows, columns)] = 4
        match[both & same] = 5
        told = both & same & (shared >= size)
        match[told] = 6
        match[told & (shared >= seen.size[c][None])] = 7
        match[both & (seen.string[r][:, None] == seen.string[c][None])] = 8
        match[both & _acronyms(seen, rows, columns)] = 9
        pronouns = ~noun_left[:, None] & ~noun_right[None]
        match[pronouns & (seen.kind[r][:, None] == seen.kind[c][None])] = 10
        match[pronouns & (seen.word[r][:, None] == seen.word[c][None])] = 11
        self.matches = match
        self.new: Numbers = np.minimum(size - shared, 4).astype(np.int64) * both


def _table(held: list[set[int]], here: dict[int, int]) -> npt.NDArray[np.float32]:
    out = np.zeros((len(held), len(here)), dtype=np.float32)
    for row, words in enumerate(held):
        out[row, [here[word] for word in words if word in here]] = 1
    return out


def _places(lemmas: Numbers, here: dict[int, int]) -> Numbers:
    return np.fromiter((here.get(lemma, len(here)) for lemma in lemmas.tolist()), dtype=np.int64)


def _widened(table: npt.NDArray[np.float32]) -> npt.NDArray[np.float32]:
    return np.concatenate([table, np.zeros((len(table), 1), dtype=np.float32)], axis=1)


def _alike(seen: Seen, rows: range, columns: range) -> npt.NDArray[np.bool_]:
    """Whether two heads in capitals are near spellings of each other."""
    tree = seen.tree
    heads = seen.head.tolist()
    capital = {n for n in (*columns, *rows) if tree.words[heads[n]][0].isupper()}
    unique = sorted({tree.lower[heads[n]] for n in capital})
    out = np.zeros((len(rows), len(columns)), dtype=np.bool_)
    by_letter: dict[str, list[str]] = {}
    for word in unique:
        by_letter.setdefault(word[0], []).append(word)
    where: dict[str, list[int]] = {}
    for place, n in enumerate(columns):
        if n in capital:
            where.setdefault(tree.lower[heads[n]], []).append(place)
    kin = {w: [x for x in by_letter[w[0]] if is_near_spelling(w, x)] for w in unique}
    for place, n in enumerate(rows):
        if n in capital:
            for other in kin[tree.lower[heads[n]]]:
                out[place, where.get(other, [])] = True
    return out


def _acronyms(seen: Seen, rows: range, columns: range) -> npt.NDArray[np.bool_]:
    """Whether one head is made of the other phrase's capitals: "UN", "United Nations"."""
    tree, heads = seen.tree, seen.head.tolist()
    out = np.zeros((len(rows), len(columns)), dtype=np.bool_)

    def short(n: int) -> str:
        word = tree.words[heads[n]]
        return word if len(word) > 1 and word.isupper() and seen.kind[n] > POINTING else ""

    shorts: dict[str, list[int]] = {}
    longs: dict[str, list[int]] = {}
    for place, n in enumerate(columns):
        if short(n):
            shorts.setdefault(short(n), []).append(place)
        longs.setdefault(seen.capitals[n], []).append(place)
    for place, n in enumerate(rows):
        if short(n):
            out[place, longs.get(short(n), [])] = True
        if len(seen.capitals[n]) > 1:
            out[place, shorts.get(seen.capitals[n], [])] = True
    return out


def pair_codes(seen: Seen, i: Numbers, j: Numbers, matches: Numbers, new: Numbers) -> Numbers:
    """(pairs, features) codes of phrases i and earlier phrases j, all (pairs,); matches and new from their block."""
    head, first, last = seen.head, seen.first, seen.last
    tokens = np.minimum(np.log2(np.maximum(head[i] - head[j], 1)).astype(np.int64), FAR - 1)
    apart = seen.sentence[i] - seen.sentence[j]
    sentences = np.select(
        [apart <= 0, apart == 1, apart == 2, apart == 3, apart == 4, apart < 8, apart < 16, apart < 32], range(8), 8
    )
    quoted, quoting = seen.quote[i] >= 0, seen.quote[j] >= 0
    quotes = np.select([quoted & (seen.quote[i] == seen.quote[j]), quoted & quoting, quoted, quoting], [1, 2, 3, 4], 0)
    lines = np.where(
        seen.paragraph[i] == seen.paragraph[j], 0, np.where(seen.paragraph[i] == seen.paragraph[j] + 1, 1, 2)
    ) + 3 * (seen.paragraph[j] == 0)
    rank = np.minimum(np.log2(np.maximum(i - j, 1)).astype(np.int64), 9)
    one_verb = (seen.verb[i] == seen.verb[j]) & (seen.verb[i] >= 0)
    roles = seen.role[i] * len(ROLES) + seen.role[j] + len(ROLES) ** 2 * one_verb
    placed = np.select(
        [
            (first[i] >= first[j]) & (last[i] <= last[j]),
            (first[i] <= first[j]) & (last[i] >= last[j]),
            (first[i] <= last[j]) & (last[i] >= first[j]),
        ],
        [3, 2, 1],
        0,
    )
    gap = first[i] - last[j] - 1
    for n in np.nonzero((placed == 0) & (gap >= 0) & (gap <= NEAR))[0].tolist():
        placed[n] = _between(seen, int(last[j[n]]) + 1, int(first[i[n]]))
    _grammar(seen, i, j, placed)
    return np.stack(
        [
            matches, tokens, sentences, seen.kind[i] * KINDS + seen.kind[j], placed, quotes, _clash(seen, i, j), lines,
             new, rank, seen.schema[i] * CLASSES + seen.schema[j], seen.form[i] * FORMS + seen.form[j], roles,
            seen.speaks[i] * 2 + seen.speaks[j],
        ],
        axis=-1,
    )  # fmt: skip


def _between(seen: Seen, start: int, end: int) -> int:
    """What stands between two phrases: nothing, a comma, a form of "to be", a bracket or dash, a conjunction, ..."""
    held, language = seen.tree.lower[start:end], seen.language
    if not held:
        return 4
    if held == [","]:
        return 5
    if held[0] in language.chains.equating or held[-1] in language.chains.equating:
        return 6
    if held[0] in "([-–—:":
        return 7
    if held[-1] in language.grammar.both or held[-1] in language.grammar.either:
        return 8
    return 9 if held[0] in language.chains.linking else 10


def _grammar(seen: Seen, i: Numbers, j: Numbers, placed: Numbers) -> None:
    """Mark appositions, and what is said of a subject to be."""
    tree = seen.tree
    heads = seen.head.tolist()
    for n, head in enumerate(heads):
        above = tree.head[head]
        if tree.dep[head] == "appos":
            code, wanted = 11, {above}
        elif tree.dep[head] == "attr":
            code, wanted = 12, {kid for kid in tree.kids[above] if tree.dep[kid] == "nsubj"}
        else:
            continue
        low = int(np.searchsorted(i, n, side="left"))
        high = int(np.searchsorted(i, n, side="right"))
        for pair in range(low, high):
            if heads[j[pair]] in wanted:
                placed[pair] = code


def _clash(seen: Seen, i: Numbers, j: Numbers) -> Numbers:
    """Of two names of several words: 1 nothing shared, 2 some, 3 all of the shorter one; 0 where they are not two."""
    out: Numbers = np.zeros(len(i), dtype=np.int64)
    nouns = (seen.kind[i] > POINTING) & (seen.kind[j] > POINTING)
    for n in np.nonzero(nouns & (seen.named[i] >= 2) & (seen.named[j] >= 2))[0].tolist():
        left, right = seen.names[i[n]], seen.names[j[n]]
        shared = len(left & right)
        out[n] = 1 if not shared else 2 if shared < min(len(left), len(right)) else 3
    return out
