"""Which sentences of two reports tell of one thing, and what they show beside each other.

Reports that share names and rare words meet, each with at most MOST_PAIRS others, so that the work grows with the
reports and not with their pairs. What two reports tell alike hangs on these two alone, so that it holds whatever other
reports are added; `sides` says which of their sentences are alike, `signs` what two of them show.
"""

from __future__ import annotations

import itertools
import math
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from sayso.compare import Changes, Input, case_step
from sayso.compare.links.figured import Figured, Number, figured, number_of
from sayso.compare.links.order import by_neighbours
from sayso.compare.links.sides import (
    KEPT,
    LINKED,
    Brief,
    Side,
    Sides,
    copied,
    likenesses,
    mutual,
    near_in_time,
    one_quotation,
    one_voice,
    side_of,
)
from sayso.compare.links.signs import number_pairs, signs
from sayso.compare.links.things import of_one_matter
from sayso.compare.links.worded import WEIGHTS as WORDING_WEIGHTS
from sayso.compare.links.worded import Wording, meant, wording_features
from sayso.store.ledger import digest
from sayso.values.copies import Copy, SharedPassage
from sayso.values.figures import Figure
from sayso.values.identities import Identity
from sayso.values.tellings import Link, Meeting, Testimony

__all__ = ["WORDING_WEIGHTS", "Side", "likenesses", "links", "meant", "side_of", "wording_features"]

MOST_PAIRS: Final = 32  # others that a report meets
LONG: Final = 200  # reports that share one name or word: then only those nearest in time meet by it
NEAREST: Final = 60  # of them, on each side
MOST_WORDED: Final = 0.75  # of the score of two sentences that are worded otherwise: they are no one's copies
QUOTED: Final = 0.7  # of the score of two sentences of one speaker that hold one quotation
# Likeness at least of two sentences in other words where their events are compared, which takes parts in common too.
# Their numbers are compared by what else they share: one such link in three may be wrong.
LIKE_EVENTS: Final = 0.4
LEAST_TOPIC: Final = 0.4  # sum of the weights that two reports share, from which they meet


@case_step("links.v4", needs=("tellings", "identity", "copies", "figures", "previous"), gives="links", value=Meeting)
def links(
    tellings: Input[tuple[Testimony, ...]],
    identity: Input[Identity],
    copies: Input[Copy],
    figures: Input[Figure],
    previous: Mapping[str, Meeting],
) -> Changes[Meeting]:
    """What each two reports that meet tell alike, by the ids of both with a space between; of one alone by its id."""
    who = {entity: one.id for one in identity.values() for entity in one.entities}
    sides = Sides(tellings, who)
    briefs: dict[str, Brief] = {}
    numbers: dict[str, Number] = {}
    for report, side in sides.items():
        briefs[report] = Brief(side.report, side.published, side.topic, side.basis)
        numbers |= {q.id: number_of(q) for one in side.tellings for q in one.numbers}
    counted = figured(figures.values(), numbers)
    wording = Wording(sides, who)
    put: dict[str, Meeting] = {}
    meeting = pairs(briefs, [*((one.a, one.b) for one in copies.values()), *counted])
    for a, b in by_neighbours(meeting, KEPT):
        key = f"{a} {b}" if a != b else a
        copy_key = next((name for name in (f"{a} {b}", f"{b} {a}") if name in copies), None)
        parts = (briefs[a].basis, briefs[b].basis, copies.digests[copy_key] if copy_key else "")
        in_figures = [*counted.get((a, b), ()), *_turned(counted.get((b, a), ()) if a != b else ())]
        basis = digest(" ".join((*parts, *(" ".join(held) for held in in_figures))).encode())[:16]
        held = previous.get(key)
        if held is None or held.basis != basis:
            copy = copies[copy_key] if copy_key else None
            held = Meeting(basis, tuple(meet(sides[a], sides[b], _passages(copy, a), in_figures, who, wording)))
        put[key] = held
    return Changes(put, [key for key in previous if key not in put])


def pairs(briefs: Mapping[str, Brief], known: Sequence[tuple[str, str]] = ()) -> list[tuple[str, str]]:
    """The reports that meet, the one that was published first first; each also meets itself.

    known   pairs of ids that share text: they meet in any case
    """
    order = sorted(briefs, key=lambda report: (briefs[report].published or "9999", report))
    rank = {report: at for at, report in enumerate(order)}
    holders: dict[str, list[int]] = {}
    for at, report in enumerate(order):
        for name in briefs[report].topic:
            holders.setdefault(name, []).append(at)
    met = {(at, at) for at in range(len(order))}
    met |= {(min(rank[a], rank[b]), max(rank[a], rank[b])) for a, b in known if a in rank and b in rank}
    if len(order) <= MOST_PAIRS + 1:
        met |= set(itertools.combinations(range(len(order)), 2))
        holders = {}
    for at, report in enumerate(order if holders else ()):
        shared: dict[int, float] = {}
        for name, weight in briefs[report].topic.items():
            held = holders[name]
            if len(held) > LONG:
                middle = bisect_left(held, at)
                held = held[max(0, middle - NEAREST) : middle + NEAREST + 1]
            told = weight / (1 + math.log(len(held)))
            for other in held:
                shared[other] = shared.get(other, 0.0) + told
        shared.pop(at, None)
        best = sorted(shared.items(), key=lambda item: (-item[1], item[0]))[:MOST_PAIRS]
        met |= {(min(at, other), max(at, other)) for other, told in best if told >= LEAST_TOPIC}
    return [(order[a], order[b]) for a, b in sorted(met)]


def _passages(copy: Copy | None, left: str) -> list[SharedPassage]:
    """The shared passages, seen from the left report."""
    if copy is None:
        return []
    own = [passage for passage in copy.passages if not passage.stock]
    if copy.a == left:
        return own
    return [SharedPassage(p.other_start, p.other_end, p.start, p.end, p.words) for p in own]


def _turned(held: Iterable[Figured]) -> Iterator[Figured]:
    """Pairs of numbers seen from the other report."""
    return ((other, one, kind) for one, other, kind in held)


def meet(
    one: Side,
    other: Side,
    passages: Sequence[SharedPassage],
    in_figures: Sequence[Figured],
    who: Mapping[str, str],
    wording: Wording,
) -> Iterator[Link]:
    """The sentences of two reports that tell of one thing, in the order of the first; of one report, what conflicts.

    passages     text that stands in both
    in_figures   numbers of both that the figures of the case have as one count
    who          entity -> identity
    """
    alone = one.report == other.report
    likeness = likenesses(one, other)
    same_text = {} if alone else copied(one, other, passages)
    worded = wording.alike(one, other, likeness)
    numbers, sure = number_pairs(one, other, likeness, same_text, in_figures, who)
    chosen = dict.fromkeys(same_text, 1.0)
    chosen |= {pair: float(likeness[pair]) for pair in numbers if pair not in chosen}
    if not alone:
        chosen |= {pair: score for pair, score in mutual(likeness, one, other, who) if pair not in chosen}
        for pair in one_quotation(one, other, who):
            chosen[pair] = max(chosen.get(pair, 0.0), QUOTED)
    for pair, chance in worded.items():
        chosen[pair] = max(chosen.get(pair, 0.0), min(MOST_WORDED, chance))
    for (i, j), score in sorted(chosen.items()):
        a, b = one.tellings[i], other.tellings[j]
        voice = one_voice(a, b, who)
        if alone and voice and (i, j) not in sure:
            continue
        counted = numbers.get((i, j), ())
        if counted and score < LINKED and not near_in_time(a, b) and all(kind == "beside" for *_, kind in counted):
            continue  # two numbers that can both be true, and nothing else
        like = max(float(likeness[i, j]), LIKE_EVENTS if (i, j) in worded else 0.0)
        reworded = bool(likeness[i, j] < score)
        shown = tuple(signs(a, b, counted, like, (i, j) in same_text, who))
        yield Link(
            a.claim,
            a.start,
            b.claim,
            b.start,
            round(score, 3),
            voice,
            (i, j) in sure,
            shown,
            reworded,
            of_one_matter(a, b, who),
        )
