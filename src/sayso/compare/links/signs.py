"""What two sentences of one thing show beside each other: numbers, days, places, who did it, whether it happened.

Two numbers count the same thing if what stands around them says so (`match.numbers`), or their sentences are alike;
and if nothing tells two things apart: the day, the place, whether it is done or planned, the kind of count. Three
foolish conflicts and a reader stops: what is not sure is no sign.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

import numpy as np

from sayso.compare.links.deeds import LIKE_SAME, deed_signs, stems_of
from sayso.compare.links.figured import Figured
from sayso.compare.links.sides import Floats, Pair, Side, days_between, near_in_time, one_voice
from sayso.compare.links.things import (
    ONE_EVENT_DAYS,
    apart,
    days_of,
    deeds_of,
    has_someone_in_both,
    other_deeds,
    other_noun,
    other_people,
    other_years,
    rivals,
)
from sayso.match.counts import TELLING_DIGITS, digits
from sayso.match.numbers import (
    COUNTED,
    LEAST_AROUND,
    PARTNERS,
    SEVERAL,
    alike,
    around_sum,
    by_value,
    of_two_things,
    tie_of,
)
from sayso.values.findings import Quantity
from sayso.values.numbers import NumberInText, NumberTie
from sayso.values.tellings import Sign, SignKind, Testimony, ToldDeed

LIKE: Final = 0.24  # likeness of two sentences from which their numbers are paired though little around them is alike
LIKE_MONEY: Final = 0.5  # the same for sums, of which one report has many, for many ends
SURE_CHANCE: Final = 0.55  # that they do, by what stands around them
LIKE_SURE: Final = 0.48  # from which numbers that can both be true do, where what stands around these leaves it open
LEAST_CHANCE: Final = 0.3  # then
NEAR_VALUES: Final = 1.25  # ratio of two numbers that can both be true, up to which one bears out the other
LIKE_DEED: Final = 0.32  # from which their events may be one
LEAST_EXACT: Final = 10  # a larger number that two like sentences have is one, whatever they call what it counts
LEAST_FIGURE: Final = 20  # a smaller number of one figure says little where the sentences are not alike
LEAST_TELLING: Final = 4  # a smaller number that two sentences have tells nothing by itself
MONTH: Final = 7  # characters of an ISO month
SAME_TIME: Final = 3  # days between two reports after which a number that is no person's may have changed
SIGNS: Final[Mapping[str, SignKind]] = {"agree": "agrees", "compatible": "compatible", "conflict": "differs"}
Numbered = tuple[Quantity, Quantity, SignKind]


def signs(
    a: Testimony, b: Testimony, numbers: Sequence[Numbered], like: float, same_text: bool, who: Mapping[str, str]
) -> Iterator[Sign]:
    """What two sentences of one thing show beside each other.

    numbers     of both, that count the same thing
    like        how alike the sentences are
    same_text   whether one is a copy of the other
    """
    if same_text:
        yield Sign("copied", "text", (a.start, a.end), (b.start, b.end))
    for one, other, kind in numbers:
        yield Sign(kind, "number", _place(one, a), _place(other, b))
    if not same_text:
        for mine in a.deeds:
            for theirs in b.deeds:
                if like >= LIKE_DEED:
                    yield from deed_signs(mine, theirs, a, b, like, who)


def _place(number: Quantity, telling: Testimony) -> tuple[int, int]:
    return telling.base + number.span.start, telling.base + number.span.end


# numbers


def number_pairs(
    one: Side,
    other: Side,
    likeness: Floats,
    same_text: Iterable[Pair],
    in_figures: Iterable[Figured],
    who: Mapping[str, str],
) -> tuple[dict[Pair, list[Numbered]], set[Pair]]:
    """The numbers that count the same thing, by the sentences that hold them; each in one pair at most.

    Of one report beside itself, those in which two voices conflict. Those of one figure come first; the second result
    is the sentences that hold them.
    """
    copies = set(same_text)
    alone = one.report == other.report
    out: dict[Pair, list[Numbered]] = {}
    taken: set[tuple[int, str]] = set()
    sure: set[Pair] = set()
    places = [
        {number.id: (at, number) for at, t in enumerate(s.tellings) for number in t.numbers} for s in (one, other)
    ]
    for mine, theirs, kind in in_figures:
        (i, first), (j, second) = places[0][mine], places[1][theirs]
        like = 1.0 if (i, j) in copies else float(likeness[i, j])
        a, b = one.tellings[i], other.tellings[j]
        if kind in ("differs", "later") and (_in_a_row(a, first, b, second) or other_years(a, b)):
            continue
        if kind == "differs" and (apart(a, first, b, second) or not rivals(a, first, b, second)):
            continue
        if kind == "differs" and like < LIKE_SAME and other_deeds(a, first, b, second):
            continue
        if kind == "differs" and alone and not _two_speak(a, b, who):
            continue
        if kind == "later" and not alone and first.role not in COUNTED and not _goes_on(a, b, like, who):
            continue
        if kind in ("differs", "later") and not alone and other_people(a, b, who):
            continue
        if _of_one_event(one.tellings[i], first, other.tellings[j], like):
            taken |= {(0, mine), (1, theirs)}
            sure.add((i, j))
            out.setdefault((i, j), []).append((first, second, _kind(kind, first, second, like)))
    found = []
    counts = [np.array([bool(telling.numbers) for telling in side.tellings], bool) for side in (one, other)]
    likely = map(tuple, np.argwhere((likeness > 0) & np.logical_and.outer(*counts)).tolist())
    for i, j in dict.fromkeys([*likely, *sorted(copies)]):
        a, b = one.tellings[i], other.tellings[j]
        if alone and (j <= i or not _two_speak(a, b, who) or _shares_number(a, b)):
            continue
        like = 1.0 if (i, j) in copies else float(likeness[i, j])
        for first in a.numbers:
            for second in b.numbers:
                if first.role != second.role and first.value != second.value:
                    continue
                tie = _tie(a, first, b, second, like, copied=(i, j) in copies)
                if tie is None or (SIGNS[tie.label] != "agrees" and not alone and other_people(a, b, who)):
                    continue
                if not alone or (tie.label == "conflict" and alike(first, second)):
                    rank = (PARTNERS.index(tie.label), -like, -tie.chance, i, j, first.span.start, second.span.start)
                    found.append((rank, like, first, second, tie))
    for rank, like, first, second, tie in sorted(found, key=lambda each: each[0]):
        if not taken & {(0, first.id), (1, second.id)}:
            taken |= {(0, first.id), (1, second.id)}
            a, b = one.tellings[rank[3]], other.tellings[rank[4]]
            later = tie.because == "later count" or (tie.label == "conflict" and _since(a, first, b, second))
            if later and first.role not in COUNTED and not _goes_on(a, b, like, who):
                continue
            kind = "later" if later else SIGNS[tie.label]
            out.setdefault((rank[3], rank[4]), []).append((first, second, _kind(kind, first, second, like)))
    return out, sure


def _of_one_event(a: Testimony, first: Quantity, b: Testimony, like: float) -> bool:
    """Whether two numbers of one figure may be of one event: soon after each other; later only with a name in common.

    People killed or wounded in one place months apart are mostly those of two attacks.
    """
    days = days_between(a.published, b.published)
    if like < LIKE and (first.value or 0) < LEAST_FIGURE and (days is None or days > 1):
        return False
    if first.role not in COUNTED:
        return like >= LIKE or near_in_time(a, b)
    if days is not None and days <= ONE_EVENT_DAYS:
        return like > 0 or days <= 1
    named = {*a.names} & {*b.names} or {*a.named} & {*b.named} or {x[0] for x in a.where} & {x[0] for x in b.where}
    return like >= LIKE and bool(named)


def _kind(kind: SignKind, one: Quantity, other: Quantity, like: float) -> SignKind:
    """The kind of sign; two numbers that can both be true bear each other out if they are near, and not any few."""
    a, b = one.value, other.value
    if kind not in ("agrees", "compatible"):
        return kind
    near = bool(a and b) and max(a, b) <= NEAR_VALUES * min(a, b)  # type: ignore[type-var, operator]
    near = near or (a is b is None and (one.low, one.high) == (other.low, other.high))  # hundreds, and hundreds
    return kind if near and (like >= LIKE_DEED or (a == b and (a or 0) >= LEAST_EXACT)) else "beside"


def _goes_on(a: Testimony, b: Testimony, like: float, who: Mapping[str, str]) -> bool:
    """Whether a number that differs in a later report may be one count that went on, and not one of the kind."""
    days = days_between(a.published, b.published)
    return like >= LIKE_SAME and (has_someone_in_both(a, b, who) or (days is not None and days <= ONE_EVENT_DAYS))


def _since(a: Testimony, first: Quantity, b: Testimony, second: Quantity) -> bool:
    """Whether what is counted may have changed between the reports: nothing tells that both are of one day."""
    days = days_between(a.published, b.published)
    fixed = first.role in COUNTED or first.role == "age"
    return not fixed and (days or 0) > SAME_TIME and not _dated(a, first, b, second)


def _two_speak(a: Testimony, b: Testimony, who: Mapping[str, str]) -> bool:
    """Whether two speakers stand against each other; what a report says itself beside one is mostly something else."""
    return bool(a.speakers and b.speakers) and not one_voice(a, b, who)


def _shares_number(a: Testimony, b: Testimony) -> bool:
    """Whether two voices tell one number of one sentence: one quotes the other."""
    return bool({number.id for number in a.numbers} & {number.id for number in b.numbers})


def _tie(
    a: Testimony, first: Quantity, b: Testimony, second: Quantity, like: float, *, copied: bool
) -> NumberTie | None:
    """How two numbers stand to each other; None if they do not count the same thing, as far as can be told."""
    telling = digits(first.value or 0.0) > TELLING_DIGITS
    least = LIKE_SAME if telling else LIKE_SURE
    exact = first.value == second.value and (first.value or 0) >= LEAST_EXACT and like >= least
    if not (copied or exact or alike(first, second)) and (like < LIKE or first.role != second.role):
        return None
    one = NumberInText(a.text, first.span.start, first.span.end, first, a.published or None)
    two = NumberInText(b.text, second.span.start, second.span.end, second, b.published or None)
    if copied:
        label, because = by_value(one, two)
        # one text: a number that differs from that at its place was changed
        changed = label == "conflict" and (apart(a, first, b, second) or not rivals(a, first, b, second))
        return NumberTie(label, because, 1.0) if alike(first, second) and not changed else None
    if not exact and other_noun(first, second, a.lang):
        return None
    if like < LIKE and (_is_small(first, second) or _never_sure(one, first, two)):
        return None
    around = around_sum(one, two)
    if like < LIKE and around < LEAST_AROUND:
        return None
    tie = tie_of(one, two)
    in_one_state = like >= LIKE_SAME and first.role == second.role in COUNTED and alike(first, second)
    if tie.because == "other context" and tie.chance >= LEAST_CHANCE and (like >= LIKE_SURE or in_one_state):
        label, because = by_value(one, two)
        tie = NumberTie(label if label != "conflict" or in_one_state else "different", because, tie.chance)
    if tie.label == "different" or apart(a, first, b, second):
        return None
    if tie.because == "later count" and (like < LIKE_DEED or not _of_one_time(a, first, b, second)):
        return None
    if tie.label == "agree" and around < 0 and like < least:
        return None
    differ = tie.label == "conflict" or tie.because == "later count"
    if differ and _in_a_row(a, first, b, second):
        return None
    if tie.label == "conflict" and not (
        rivals(a, first, b, second) and _is_sure(a, first, b, second, like, tie.chance)
    ):
        return None
    return tie


def _in_a_row(a: Testimony, first: Quantity, b: Testimony, second: Quantity) -> bool:
    """Whether a sentence tells several numbers of a kind, so that these two are those of two things.

    Two voices that stand against each other in one sentence contradict each other.
    """
    kind = first.unit or first.role
    mine, theirs = ({value for value, of in one.row if of == kind} for one in (a, b))
    if a.report == b.report and a.start == b.start:
        return not (a.speakers and b.speakers) or len(mine) > SEVERAL
    bare = first.unit is not None or a.report == b.report  # what one report tells twice over is of two things
    return of_two_things(first.value, second.value, mine, theirs, measured=bare)


def _is_small(first: Quantity, second: Quantity) -> bool:
    """Whether both are the same small number, which tells nothing by itself."""
    return first.value == second.value and (first.value or 0) < LEAST_TELLING


def _never_sure(one: NumberInText, first: Quantity, two: NumberInText) -> bool:
    """Whether two numbers of sentences that are not alike differ in what `_is_sure` asks more for: most of them do."""
    return first.role not in COUNTED and first.role != "age" and by_value(one, two)[0] == "conflict"


def _is_sure(a: Testimony, first: Quantity, b: Testimony, second: Quantity, like: float, chance: float) -> bool:
    """Whether two numbers that differ count the same thing for sure: people in one state; one deed; one sentence."""
    mine, theirs = ({s for deed in deeds_of(one, n) for s in deed.stems} for one, n in ((a, first), (b, second)))
    others = any(_other_doer(x, y) for x in deeds_of(a, first) for y in deeds_of(b, second))
    if mine & theirs and others:
        return False
    if not near_in_time(a, b) and (first.role not in COUNTED or like < LIKE_MONEY) and not _dated(a, first, b, second):
        return False
    if first.role in COUNTED and like < LIKE_MONEY and not _of_one_time(a, first, b, second):
        return False
    if first.role == second.role and (first.role in COUNTED or first.role == "age"):
        return True
    if first.role == "money" and like < LIKE_MONEY:
        deeds = [(x, y) for x in deeds_of(a, first) for y in deeds_of(b, second)]
        return chance >= SURE_CHANCE and like >= LIKE and any(_one_doer(x, y) for x, y in deeds)
    if mine & theirs:
        return like >= LIKE
    return like >= LIKE_SAME and chance >= SURE_CHANCE and not others


def _of_one_time(a: Testimony, first: Quantity, b: Testimony, second: Quantity) -> bool:
    """Whether people that are counted may be those of one event: of one day, or in reports of the same two weeks."""
    if _dated(a, first, b, second):
        return True
    between = days_between(a.published, b.published)
    return near_in_time(a, b) if between is None else between <= ONE_EVENT_DAYS


def _dated(a: Testimony, first: Quantity, b: Testimony, second: Quantity) -> bool:
    """Whether both numbers are told to be of a day or month; then they are of one, or `apart` had said so."""
    told = (days_of(one, deeds_of(one, number)) for one, number in ((a, first), (b, second)))
    return all(any(begin[:MONTH] == end[:MONTH] for begin, end in held) for held in told)


def _other_doer(a: ToldDeed, b: ToldDeed) -> bool:
    """Whether two events are done by what is called otherwise."""
    return bool(a.doers and b.doers) and not stems_of(a.doers) & stems_of(b.doers) and not {*a.agents} & {*b.agents}


def _one_doer(a: ToldDeed, b: ToldDeed) -> bool:
    """Whether two events are called alike and done by what is called alike."""
    return bool({*a.stems} & {*b.stems} and stems_of(a.doers) & stems_of(b.doers))
