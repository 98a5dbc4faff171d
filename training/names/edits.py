"""Learn what it costs to write one letter for another, from pairs of spellings of one name.

    python training/names/edits.py variants.tsv > costs.json

Pairs are aligned with the costs at hand, the changes counted, and the costs made anew from the counts; six times. A
change that spellings often make costs little; one never seen costs 1.
"""

from __future__ import annotations

import json
import math
import sys
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from sayso.nlp.names.edits import Edits

ROUNDS = 6
TYPO = 0.004  # how often a letter is written for another one by mistake
PRIOR = 25.0  # how many letters that guess is worth
CHEAPEST = 0.12
FAR_APART = 0.4  # changes a letter; pairs that differ more are other names: Jack and John


def changes(left: str, right: str, edits: Edits) -> list[str]:
    """The changes of the cheapest way from one word to the other, each as the table of costs calls it."""
    cost = edits.cost
    table = [[0.0] * (len(right) + 1) for _ in range(len(left) + 1)]
    came: dict[tuple[int, int], tuple[int, int, str]] = {}
    for i in range(len(left) + 1):
        for j in range(len(right) + 1):
            options = []
            if i and j:
                a, b = left[i - 1], right[j - 1]
                pair = "" if a == b else min(a, b) + max(a, b)
                options.append((table[i - 1][j - 1] + (cost(pair) if pair else 0.0), (i - 1, j - 1, pair)))
            if i:
                op = left[i - 1] * (2 if i > 1 and left[i - 2] == left[i - 1] else 1)
                options.append((table[i - 1][j] + min(cost(op), cost(op[0])), (i - 1, j, op)))
            if j:
                op = right[j - 1] * (2 if j > 1 and right[j - 2] == right[j - 1] else 1)
                options.append((table[i][j - 1] + min(cost(op), cost(op[0])), (i, j - 1, op)))
            if options:
                table[i][j], came[i, j] = min(options)
    found = []
    at = (len(left), len(right))
    while at in came:
        i, j, op = came[at]
        if op:
            found.append(op)
        at = (i, j)
    return found


def learn(pairs: Iterable[tuple[str, str]]) -> dict[str, float]:
    """Costs by change, of pairs of words in lower-case Latin letters."""
    pairs = list(pairs)
    plain = Edits({})
    pairs = [
        (left, right)
        for left, right in pairs
        if plain.distance(left, right) <= FAR_APART * max(map(len, (left, right)))
    ]
    letters = Counter(letter for pair in pairs for word in pair for letter in word)
    costs = {letter + letter: 0.5 for letter in letters}  # of two ways that cost the same, the one that doubles
    for _ in range(ROUNDS):
        edits = Edits(costs)
        counts: Counter[str] = Counter()
        for left, right in pairs:
            counts.update(changes(left, right, edits))
        costs = {}
        for change, count in counts.items():
            held = sum(letters[letter] for letter in set(change))
            chance = (count + PRIOR * TYPO) / (held + PRIOR)
            cost = math.log(chance) / math.log(TYPO)
            if cost < 1:
                costs[change] = round(max(cost, CHEAPEST), 2)
    return dict(sorted(costs.items()))


if __name__ == "__main__":
    lines = Path(sys.argv[1]).read_text(encoding="utf-8").splitlines()
    json.dump(learn([(line.split("\t")[0], line.split("\t")[1]) for line in lines]), sys.stdout)
