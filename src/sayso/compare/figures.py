"""Numbers that count the same thing, over all reports of a case: how they agree, moved, or conflict.

Numbers that are called alike, or are large and near each other, of reports that have names in common are held against
each other (`match.counts`); the likeliest are joined first, and none against what rules it out. Two that conflict need
more that speaks for one count than two that agree: a reader who sees three foolish conflicts stops reading. Which
number is true is never told.
"""

from __future__ import annotations

import hashlib
import itertools
import math
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from typing import Final

from sayso.compare import Input, case_step
from sayso.match.counts import LARGE, NEAR, amount, can_be_one, closeness, digits, likeness, measure, nouns, same_value
from sayso.match.numbers import STEM, by_value, of_two_things
from sayso.values.figures import MOVES, Counted, CountedThings, Figure, FigureReason, FigureTie, Moved

LEAST: Final = 0.0  # `likeness` from which two numbers that agree, or can both be true, are told to count one thing
LEAST_OTHER: Final = 0.5  # the same for two numbers that are not the same and can both be true
LEAST_CONFLICT: Final = 1.0  # the same for two that conflict
LEAST_SMALL: Final = 2.0  # and for two small ones that conflict, such as seats won, or two of which other things are
# done, such as flights cancelled and delayed, unless they are of victims
LEAST_AMOUNT: Final = 1.5  # and for two amounts of money or of another measure that are not the same
SMALL: Final = 20
ALMOST: Final = 0.02  # logarithm of the ratio of two numbers that are as good as the same
LEAST_RELATED: Final = 1.5  # weights of the names that two reports have in common
COMMON: Final = 10  # reports from which on a name that many have weighs less
LEAST_WEIGHT: Final = 0.2
MOST_NEXT: Final = 32  # numbers called alike that one is held against; those published next
MOST_HELD: Final = 4  # numbers of each side that are held against each other before two groups are joined
MOST_VALUES: Final = 30  # different numbers of one figure whose ties are told
SAME_TIME: Final = 3  # days between two counts of what may change from which the later one is another count
UNCHANGING: Final = frozenset({"killed"})
VICTIMS: Final = frozenset({"killed", "wounded", "held"})
Key = tuple[str, ...]


@case_step("figures.v2", needs=("counted",), gives="figures", value=Figure)
def figures(counted: Input[CountedThings]) -> dict[str, Figure]:
    """All figures, by id."""
    return find_figures({report: counted[report] for report in counted})


def find_figures(reports: Mapping[str, CountedThings]) -> dict[str, Figure]:
    """The figures of some reports, by id; the same in whatever order they come."""
    everything = sorted((one for held in reports.values() for one in held.counted), key=_order)
    weight = _weights(reports)
    groups = _Groups(everything)
    for _, i, j in sorted(_edges(everything, reports, weight)):
        groups.join(i, j)
    found = {}
    for members in groups.all():
        if len(members) > 1:
            made = _figure([everything[i] for i in members])
            found[made.id] = made
    return dict(sorted(found.items()))


def _order(one: Counted) -> tuple[str, str, int]:
    assert one.number.quantity is not None
    return (one.number.published or "9999", one.report, one.start + one.number.quantity.span.start)


def _weights(reports: Mapping[str, CountedThings]) -> Callable[[str], float]:
    """How much it tells that two reports, or two sentences, have a name in common: less for one that most have."""
    counts = Counter(word for held in reports.values() for word in held.about)

    def weight(name: str) -> float:
        if counts[name] <= COMMON:
            return 1.0
        return max(LEAST_WEIGHT, min(1.0, math.log10(len(reports) / counts[name])))

    return weight


def _edges(
    everything: Sequence[Counted], reports: Mapping[str, CountedThings], weight: Callable[[str], float]
) -> Iterator[tuple[float, int, int]]:
    """Pairs of numbers of two reports that may count one thing: how unlike they are, and both."""
    related: dict[tuple[str, str], bool] = {}
    rows: dict[tuple[object, ...], set[float]] = defaultdict(set)
    for one in everything:
        rows[_row(one)].add(amount(one))
    for i, j in sorted(_candidates(everything)):
        one, other = everything[i], everything[j]
        both = (one.report, other.report)
        if both not in related:
            shared = set(reports[one.report].about) & set(reports[other.report].about)
            related[both] = sum(map(weight, sorted(shared))) >= LEAST_RELATED
        if not related[both] or not can_be_one(one, other):
            continue
        beside = rows[_row(one)], rows[_row(other)]
        if by_value(one.number, other.number)[0] == "conflict" and of_two_things(
            amount(one), amount(other), *beside, measured=_is_amount(one)
        ):
            continue
        alike = likeness(one, other, weight)
        if alike >= _least(one, other):
            yield -alike, i, j


def _row(one: Counted) -> tuple[object, ...]:
    """What numbers of one kind in one sentence have in common."""
    quantity = one.number.quantity
    assert quantity is not None
    return one.report, one.sentence, measure(quantity) or quantity.role


def _least(one: Counted, other: Counted) -> float:
    """How much must speak for one count before two numbers are told to be of one."""
    label, _ = by_value(one.number, other.number)
    if label != "conflict":
        if label == "agree" or closeness(one, other) <= ALMOST:
            return LEAST
        return LEAST_AMOUNT if _is_amount(one) else LEAST_OTHER
    victims = one.number.quantity is not None and one.number.quantity.role in VICTIMS
    if _is_amount(one):
        return LEAST_AMOUNT
    if victims:
        return LEAST_CONFLICT
    other_deed = bool(one.trigger and other.trigger) and one.trigger[:STEM] != other.trigger[:STEM]
    return LEAST_SMALL if other_deed or max(amount(one), amount(other)) < SMALL else LEAST_CONFLICT


def _is_amount(one: Counted) -> bool:
    """Whether it is of money or another measure, of which any text holds many, and none has a noun."""
    return one.number.quantity is not None and one.number.quantity.unit is not None


def _candidates(everything: Sequence[Counted]) -> set[tuple[int, int]]:
    """Pairs of numbers of two reports that have a noun, a telling number or a size in common."""
    held: dict[Key, list[int]] = defaultdict(list)
    for i, one in enumerate(everything):
        for key in _keys(one):
            held[key].append(i)
    found = set()
    for numbers in held.values():
        for at, i in enumerate(numbers):
            for j in numbers[at + 1 : at + 1 + MOST_NEXT]:
                if everything[i].report != everything[j].report:
                    found.add((i, j))
    return found


def _keys(one: Counted) -> Iterator[Key]:
    quantity = one.number.quantity
    assert quantity is not None
    what, number = measure(quantity), amount(one)
    for noun in sorted(nouns(one)):
        yield what, "noun", noun
    if what == "money":
        yield what, "money", str(_size(number))
    if digits(number) > 1 or number >= LARGE or one.people:
        yield what, "value", repr(number)
    if one.people and number >= LARGE:
        for size in (_size(number), _size(number) + 1):
            yield what, "size", str(size)


def _size(value: float) -> int:
    return math.floor(math.log(value) / NEAR) if value > 0 else -1


class _Groups:
    """Numbers that are told to count one thing, by where they stand in the list."""

    def __init__(self, everything: Sequence[Counted]) -> None:
        self._all = everything
        self._members = {i: [i] for i in range(len(everything))}
        self._owner = list(range(len(everything)))
        place = {one.id: i for i, one in enumerate(everything)}
        for i, one in enumerate(everything):
            self._merge(place[one.first], i)

    def join(self, i: int, j: int) -> None:
        """Join the groups of both, unless most of their numbers cannot count one thing, or a report tells two."""
        one, other = self._members[self._owner[i]], self._members[self._owner[j]]
        if one is other or self._told_apart(one, other):
            return
        pairs = list(itertools.product(one[:MOST_HELD], other[:MOST_HELD]))
        fit = sum(can_be_one(self._all[a], self._all[b]) for a, b in pairs)
        if 2 * fit >= len(pairs):
            self._merge(i, j)

    def _told_apart(self, one: Sequence[int], other: Sequence[int]) -> bool:
        """Whether a report has a number in each that is not the same: it would have told that they count one thing."""
        held: dict[str, list[Counted]] = defaultdict(list)
        for i in one:
            held[self._all[i].report].append(self._all[i])
        return any(not same_value(mine, self._all[j]) for j in other for mine in held.get(self._all[j].report, ()))

    def _merge(self, i: int, j: int) -> None:
        first, second = sorted((self._owner[i], self._owner[j]))
        if first != second:
            for member in self._members[second]:
                self._owner[member] = first
            self._members[first] = sorted(self._members[first] + self._members.pop(second))

    def all(self) -> list[list[int]]:
        """The groups, each in order."""
        return [self._members[first] for first in sorted(self._members)]


def _figure(members: Sequence[Counted]) -> Figure:
    told: dict[tuple[float | None, float | None, float | None, str], Counted] = {}
    for one in members:
        quantity = one.number.quantity
        assert quantity is not None
        told.setdefault((quantity.value, quantity.low, quantity.high, quantity.unit or ""), one)
    firsts = list(told.values())[:MOST_VALUES]
    ties = tuple(_tie(one, other) for one, other in itertools.combinations(firsts, 2))
    moved: Moved = next((move for move in MOVES if any(tie.moved == move for tie in ties)), "agree")
    digest = hashlib.sha256(members[0].id.encode()).hexdigest()[:12]
    return Figure(f"f{digest}", tuple(one.id for one in members), moved, _called(members), ties)


def _called(members: Sequence[Counted]) -> str:
    """What they count: the words that most of them have, the role where it tells more, or the unit."""
    words: Counter[str] = Counter()
    roles: Counter[str] = Counter()
    for one in members:
        quantity = one.number.quantity
        assert quantity is not None
        if quantity.counts is not None:
            words[" ".join(quantity.counts.text.split())] += 1
        role = quantity.role if quantity.role in ("killed", "wounded", "held") else quantity.unit or ""
        roles[role] += 1
    noun = max(words, key=lambda word: (words[word], -len(word), word), default="")
    role = max(roles, key=lambda role: (roles[role], role))
    return ", ".join(part for part in (noun, role) if part)


def _tie(one: Counted, other: Counted) -> FigureTie:
    """How two numbers of one count stand to each other; `one` was told first."""
    label, because = by_value(one.number, other.number)
    moved: Moved = label if label != "different" else "conflict"
    reason: FigureReason = because
    if because in ("later count", "going on"):
        moved = "update"
    if because == "bounds" and _both_least(one, other) and _days_between(one.number.published, other.number.published):
        moved, reason = "update", "another day"
    elif label == "conflict" or (other.moved and label != "agree"):
        change = _change(one, other)
        if change is not None:
            moved, reason = "update", change
    return FigureTie(one.id, other.id, moved, reason)


def _both_least(one: Counted, other: Counted) -> bool:
    """Whether both are lower bounds that are apart: "over 244,000", later "over 1.6 million"."""
    a, b = one.number.quantity, other.number.quantity
    assert a is not None and b is not None
    return a.low is not None and b.low is not None and a.high is b.high is None and a.low < b.low


def _change(one: Counted, other: Counted) -> FigureReason | None:
    """Why the second of two numbers takes the place of the first; None if nothing tells that it does."""
    if other.moved and other.first == one.first:
        return "told as a change"
    days = _days_between(one.number.published, other.number.published)
    if not days:
        return None
    if one.voices and one.voices[-1:] == other.voices[-1:]:
        return "same voice"
    roles = {each.number.quantity.role for each in (one, other) if each.number.quantity is not None}
    return "another day" if days >= SAME_TIME and not roles & UNCHANGING else None


def _days_between(one: str | None, other: str | None) -> int:
    """How many days the second was published after the first; 0 where that is not known."""
    if not one or not other:
        return 0
    first, second = (_day_number(day) for day in (one, other))
    return max(0, second - first)


def _day_number(day: str) -> int:
    return date.fromisoformat(day[:10]).toordinal()
