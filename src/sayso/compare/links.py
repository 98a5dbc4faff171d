"""Which sentences of two reports tell of one thing, and what they show beside each other.

Reports that share names and rare words meet, each with at most MOST_PAIRS others, so that the work grows with the
reports and not with their pairs. Sentences are compared by the names, words and numbers in them. A word tells less
where it is common, and where it stands in many sentences of its own report: all of them are about the camp. Of two
reports a sentence is linked to the one that is likest, if that one likes it best too. Numbers that count the same
thing link their sentences whatever stands around them.

What two reports tell alike hangs on these two alone, so that it holds whatever other reports are added.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from sayso.compare import Changes, Input, case_step
from sayso.nlp.number_ties import LEAST_AROUND, around_sum, tie_of, ties_between
from sayso.store.ledger import digest
from sayso.values.accounts import TieOn
from sayso.values.copies import Copy, SharedPassage
from sayso.values.findings import Quantity
from sayso.values.identities import Identity
from sayso.values.numbers import NumberInText, NumberTie
from sayso.values.tellings import Deed, Link, Meeting, Sign, SignKind, Testimony

MOST_PAIRS: Final = 32  # others that a report meets
LONG: Final = 200  # reports that share one name or word: then only those nearest in time meet by it
NEAREST: Final = 60  # of them, on each side
TOPIC: Final = 48  # names and words of a report by which it finds others
LEAST_TOPIC: Final = 1.6  # sum of the weights that two reports share, from which they meet
LEAST_RARE: Final = 0.45  # weight of a word that finds other reports
NAME: Final = 0.8  # weight of a name beside that of a word, 0..1
NUMBER: Final = 0.6  # weight of a number that both have
LINKED: Final = 0.40  # likeness from which two sentences tell of one thing
LINKED_VOICE: Final = 0.32  # the same where one speaker says both
COPIED: Final = 0.66  # of a sentence that stands in shared text: then it is a copy
LEAST_SHARED: Final = 3  # words and names that two sentences share
Features = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Side:
    """One report made ready: its tellings, their features by weight, where each feature stands, and its topic."""

    report: str
    published: str
    tellings: Sequence[Testimony]
    features: Sequence[Features]
    places: Mapping[str, Sequence[int]]
    topic: Features
    basis: str


@case_step("links.v1", needs=("tellings", "identity", "copies", "previous"), gives="links", value=Meeting)
def links(
    tellings: Input[tuple[Testimony, ...]],
    identity: Input[Identity],
    copies: Input[Copy],
    previous: Mapping[str, Meeting],
) -> Changes[Meeting]:
    """What each two reports that meet tell alike, by the ids of both with a space between; of one alone by its id."""
    who = {entity: one.id for one in identity.values() for entity in one.entities}
    sides = {report: side_of(report, tellings[report], who, tellings.digests[report]) for report in tellings}
    put: dict[str, Meeting] = {}
    for a, b in pairs(sides, [(*key.split(),) for key in copies]):
        key = f"{a} {b}" if a != b else a
        copy_key = next((name for name in (f"{a} {b}", f"{b} {a}") if name in copies), None)
        parts = (sides[a].basis, sides[b].basis, copies.digests[copy_key] if copy_key else "")
        basis = digest(" ".join(parts).encode())[:16]
        held = previous.get(key)
        if held is None or held.basis != basis:
            copy = copies[copy_key] if copy_key else None
            held = Meeting(basis, tuple(meet(sides[a], sides[b], _passages(copy, a), who)))
        put[key] = held
    return Changes(put, [key for key in previous if key not in put])


def side_of(report: str, tellings: Sequence[Testimony], who: Mapping[str, str], basis: str = "") -> Side:
    """A report made ready to meet others.

    who     entity -> identity; an entity without one is itself
    basis   digest of the tellings
    """
    raw = []
    count: dict[str, int] = {}
    for one in tellings:
        held = dict(one.words)
        held |= {f"@{who.get(entity, entity)}": NAME for entity in one.named}
        held |= {f"#{q.value:g}": NUMBER for q in one.numbers if q.value is not None and q.value > 1}
        raw.append(held)
        for name in held:
            count[name] = count.get(name, 0) + 1
    last = math.log(len(raw) + 1) or 1.0
    features = [
        {name: weight * (0.25 + 0.75 * (1 - math.log(count[name]) / last)) for name, weight in held.items()}
        for held in raw
    ]
    places: dict[str, list[int]] = {}
    topic: dict[str, float] = {}
    for at, held in enumerate(raw):
        for name, weight in held.items():
            places.setdefault(name, []).append(at)
            if weight >= LEAST_RARE and name[0] != "#":
                topic[name] = weight
    chosen = sorted(topic, key=lambda name: (-topic[name] * (1 + math.log(count[name])), name))[:TOPIC]
    used = sorted({entity for one in tellings for entity in (*one.named, *one.speakers, *_parts(one))})
    known = " ".join(f"{entity}={who.get(entity, '')}" for entity in used)
    published = tellings[0].published if tellings else ""
    return Side(
        report, published, tellings, features, places, {name: topic[name] for name in chosen},
        digest(f"{basis} {known}".encode()),
    )  # fmt: skip


def _parts(one: Testimony) -> Iterator[str]:
    for deed in one.deeds:
        yield from deed.agents
        yield from deed.patients


def pairs(sides: Mapping[str, Side], known: Sequence[tuple[str, ...]] = ()) -> list[tuple[str, str]]:
    """The reports that meet, the one that was published first first; each also meets itself.

    known   pairs of ids that share text: they meet in any case
    """
    order = sorted(sides, key=lambda report: (sides[report].published or "9999", report))
    rank = {report: at for at, report in enumerate(order)}
    holders: dict[str, list[int]] = {}
    for at, report in enumerate(order):
        for name in sides[report].topic:
            holders.setdefault(name, []).append(at)
    met = {(at, at) for at in range(len(order))}
    met |= {(min(rank[a], rank[b]), max(rank[a], rank[b])) for a, b in known if a in rank and b in rank}
    for at, report in enumerate(order):
        shared: dict[int, float] = {}
        for name, weight in sides[report].topic.items():
            held = holders[name]
            if len(held) > LONG:
                middle = held.index(at)
                held = held[max(0, middle - NEAREST) : middle + NEAREST + 1]
            told = weight / (1 + math.log(len(held)))
            for other in held:
                shared[other] = shared.get(other, 0.0) + told
        shared.pop(at, None)
        best = sorted(shared.items(), key=lambda item: (-item[1], item[0]))[:MOST_PAIRS]
        met |= {(min(at, other), max(at, other)) for other, told in best if told >= LEAST_TOPIC / 4}
    return [(order[a], order[b]) for a, b in sorted(met)]


def _passages(copy: Copy | None, left: str) -> list[SharedPassage]:
    """The shared passages, seen from the left report."""
    if copy is None:
        return []
    own = [passage for passage in copy.passages if not passage.stock]
    if copy.a == left:
        return own
    return [SharedPassage(p.other_start, p.other_end, p.start, p.end, p.words) for p in own]


# two reports


def meet(one: Side, other: Side, passages: Sequence[SharedPassage], who: Mapping[str, str]) -> Iterator[Link]:
    """The sentences of two reports that tell of one thing, in the order of the first.

    passages   text that stands in both
    """
    alone = one.report == other.report
    likeness = {} if alone else _likeness(one, other)
    numbers = _number_pairs(one, other)
    copied = {} if alone else _copied(one, other, passages)
    chosen = dict.fromkeys(copied, 1.0)
    chosen |= {pair: max(likeness.get(pair, 0.0), LINKED) for pair in numbers if pair not in chosen}
    chosen |= {pair: score for pair, score in _mutual(likeness, one, other, who) if pair not in chosen}
    for (i, j), score in sorted(chosen.items()):
        a, b = one.tellings[i], other.tellings[j]
        voice = _one_voice(a, b, who)
        if alone and voice:
            continue
        signs = tuple(_signs(a, b, numbers.get((i, j), ()), copied.get((i, j)), who))
        yield Link(a.claim, a.start, b.claim, b.start, round(score, 3), voice, signs)


def _likeness(one: Side, other: Side) -> dict[tuple[int, int], float]:
    """How alike sentences are: the cosine of their features, for those that share enough."""
    dots: dict[tuple[int, int], float] = {}
    common: dict[tuple[int, int], int] = {}
    for name, mine in one.places.items():
        for j in other.places.get(name, ()):
            for i in mine:
                dots[i, j] = dots.get((i, j), 0.0) + one.features[i][name] * other.features[j][name]
                common[i, j] = common.get((i, j), 0) + 1
    lengths = [[math.sqrt(sum(w * w for w in held.values())) for held in side.features] for side in (one, other)]
    return {
        (i, j): dot / (lengths[0][i] * lengths[1][j])
        for (i, j), dot in dots.items()
        if common[i, j] >= LEAST_SHARED and dot
    }


def _mutual(
    likeness: Mapping[tuple[int, int], float], one: Side, other: Side, who: Mapping[str, str]
) -> Iterator[tuple[tuple[int, int], float]]:
    """The pairs that like each other best, and enough."""
    best: dict[tuple[int, int], float] = {}
    for (i, j), score in likeness.items():
        best[0, i] = max(best.get((0, i), 0.0), score)
        best[1, j] = max(best.get((1, j), 0.0), score)
    for (i, j), score in likeness.items():
        if score == best[0, i] == best[1, j]:
            voice = _one_voice(one.tellings[i], other.tellings[j], who) and bool(one.tellings[i].speakers)
            if score >= (LINKED_VOICE if voice else LINKED):
                yield (i, j), score


def _copied(one: Side, other: Side, passages: Sequence[SharedPassage]) -> dict[tuple[int, int], tuple[int, int]]:
    """The sentences that stand in both, with how much of the left one, and of the right one, in code points."""
    found: dict[tuple[int, int], tuple[int, int]] = {}
    for passage in passages:
        mine = [(i, _overlap(t, passage.start, passage.end)) for i, t in enumerate(one.tellings)]
        theirs = [(j, _overlap(t, passage.other_start, passage.other_end)) for j, t in enumerate(other.tellings)]
        theirs = [(j, length) for j, length in theirs if length]
        for i, length in mine:
            for j, other_length in theirs if length else ():
                a, b = one.tellings[i], other.tellings[j]
                # the same words stand at the same distance from the passage's beginning, but for changes in it
                apart = abs((a.start - passage.start) - (b.start - passage.other_start))
                near = min(a.end - a.start, b.end - b.start) / 2
                if min(length / (a.end - a.start), other_length / (b.end - b.start)) >= COPIED and apart < near:
                    if _alike_places(a, b):
                        found[i, j] = (length, other_length)
    return found


def _alike_places(a: Testimony, b: Testimony) -> bool:
    """Whether two tellings of one sentence are about the same part of it: most words of the shorter are in both."""
    one, other = {stem for stem, _ in a.words}, {stem for stem, _ in b.words}
    return 2 * len(one & other) >= min(len(one), len(other))


def _overlap(one: Testimony, start: int, end: int) -> int:
    return max(0, min(one.end, end) - max(one.start, start))


def _one_voice(a: Testimony, b: Testimony, who: Mapping[str, str]) -> bool:
    """Whether two sentences have a speaker in common, or none and one agency or outlet."""
    mine, theirs = ({who.get(entity, entity) for entity in one.speakers} for one in (a, b))
    if mine or theirs:
        return bool(mine & theirs)
    if a.agencies or b.agencies:
        return bool({*a.agencies} & {*b.agencies})
    return a.outlet == b.outlet and (bool(a.outlet) or a.report == b.report)


# what they show beside each other

Numbered = tuple[Quantity, Quantity, NumberTie]


def _number_pairs(one: Side, other: Side) -> dict[tuple[int, int], list[Numbered]]:
    """The numbers that count the same thing, by the sentences that hold them."""
    held = []
    for side in (one, other):
        found: dict[tuple[int, int], tuple[int, NumberInText]] = {}
        for at, telling in enumerate(side.tellings):
            for q in telling.numbers:
                number = NumberInText(telling.text, q.span.start, q.span.end, q, telling.published or None)
                found.setdefault((telling.base + q.span.start, telling.base + q.span.end), (at, number))
        held.append(list(found.values()))
    where = {id(number): at for side in held for at, number in side}
    if one.report == other.report:
        ties = _within(held[0], one)
    else:
        ties = ties_between([number for _, number in held[0]], [number for _, number in held[1]])
    out: dict[tuple[int, int], list[Numbered]] = {}
    for a, b, tie in ties:
        if a.quantity is not None and b.quantity is not None:
            out.setdefault((where[id(a)], where[id(b)]), []).append((a.quantity, b.quantity, tie))
    return out


def _within(held: Sequence[tuple[int, NumberInText]], side: Side) -> list[tuple[NumberInText, NumberInText, NumberTie]]:
    """Numbers of one report that conflict: what two voices count otherwise."""
    found = []
    for at, (i, a) in enumerate(held):
        for j, b in held[at + 1 :]:
            if i != j and side.tellings[i].speakers != side.tellings[j].speakers and _comparable(a, b):
                tie = tie_of(a, b)
                if tie.label == "conflict" and around_sum(a, b) >= LEAST_AROUND:
                    found.append((a, b, tie))
    return found


def _comparable(a: NumberInText, b: NumberInText) -> bool:
    one, other = a.quantity, b.quantity
    return one is not None and other is not None and one.role == other.role and one.unit == other.unit


SIGNS: Final[Mapping[str, SignKind]] = {"agree": "agrees", "compatible": "compatible", "conflict": "differs"}


def _signs(
    a: Testimony, b: Testimony, numbers: Sequence[Numbered], copied: tuple[int, int] | None, who: Mapping[str, str]
) -> Iterator[Sign]:
    """What two sentences of one thing show beside each other."""
    if copied is not None:
        yield Sign("copied", "text", (a.start, a.end), (b.start, b.end))
    for one, other, tie in numbers:
        kind: SignKind = "later" if tie.because == "later count" else SIGNS[tie.label]
        yield Sign(kind, "number", _place(one, a), _place(other, b))
    if copied is not None:
        return
    for mine in a.deeds:
        for theirs in b.deeds:
            if same_deed(mine, theirs, who):
                yield from _deed_signs(mine, theirs, a, b)


def _place(number: Quantity, telling: Testimony) -> tuple[int, int]:
    return telling.base + number.span.start, telling.base + number.span.end


def same_deed(a: Deed, b: Deed, who: Mapping[str, str]) -> bool:
    """Whether two events of sentences that tell of one thing are one event: a word, and whom it is done by or to."""
    if not {*a.stems} & {*b.stems}:
        return False
    mine, theirs = ({who.get(entity, entity) for entity in (*one.agents, *one.patients)} for one in (a, b))
    return bool(mine & theirs) or not (mine and theirs)


def _deed_signs(mine: Deed, theirs: Deed, a: Testimony, b: Testimony) -> Iterator[Sign]:
    """What two tellings of one event show: whether it happened, and when."""
    triggers = (mine.start, mine.end), (theirs.start, theirs.end)
    happened = [("denied" if telling.denied else deed.state) for deed, telling in ((mine, a), (theirs, b))]
    if sorted(happened) == ["denied", "done"]:
        yield Sign("differs", "factuality", *triggers)
    on: TieOn = "date"
    if mine.first and theirs.first and mine.last and theirs.last:
        apart = mine.last < theirs.first or theirs.last < mine.first
        yield Sign("differs" if apart else "agrees", on, mine.when, theirs.when)
