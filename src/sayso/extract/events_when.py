"""When and where an event is, and what it counts: times, places and quantities that lie in its parts, or near by."""

from __future__ import annotations

import bisect
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from sayso.extract.events_arguments import Part
from sayso.terms import TimeRelation
from sayso.tree import Tree
from sayso.types import Event, Place, Quantity, Report, Span, Time, When

RELATIONS: Final[dict[str, TimeRelation]] = {
    "before": "before", "after": "after", "during": "during", "since": "since", "until": "until", "till": "until",
    "by": "before", "following": "after", "throughout": "during", "from": "since", "within": "during",
}  # fmt: skip
LINKED: Final = frozenset({"xcomp", "conj", "dobj", "advcl", "pcomp", "nsubj", "nsubjpass", "pobj", "ccomp", "acl"})
PLACED_FIRST: Final = ("place", "destination", "origin")


@dataclass(frozen=True, slots=True)
class Placed:
    """An event with the token of its trigger and its parts."""

    event: Event
    trigger: int
    parts: list[Part]


def _covers(tree: Tree, part: Part, span: Span) -> bool:
    return tree.start[part.first] <= span.start and span.end <= tree.end[part.last - 1]


def _between(values: Sequence[Time] | Sequence[Place], starts: list[int], first: int, last: int) -> list[int]:
    """Indices of the values that start in this stretch of the text."""
    return list(range(bisect.bisect_left(starts, first), bisect.bisect_left(starts, last)))


def when_of(tree: Tree, one: Placed, all_events: Sequence[Placed], times: Sequence[Time]) -> tuple[When, ...]:
    """How an event stands to times, and to the events that time it ("after the revolution").

    A time in a part that tells when comes first; then one that the event's own sentence gives alone. A duration or a
    set times nothing by itself.
    """
    found = [when for part in one.parts if part.role == "time" for when in _in_part(tree, part, one, all_events, times)]
    if not found and times:
        first, last = tree.sentences[tree.sentence[one.trigger]]
        starts = [time.span.start for time in times]
        near = [times[i] for i in _between(times, starts, tree.start[first], tree.end[last - 1])]
        dated = [time for time in near if time.type in ("DATE", "TIME")]
        if len(dated) == 1 and _same_clause(tree, one.trigger, dated[0]):
            found.append(When("at", time=dated[0].id))
    return tuple(dict.fromkeys(found))


def _in_part(tree: Tree, part: Part, one: Placed, all_events: Sequence[Placed], times: Sequence[Time]) -> list[When]:
    words = [tree.lower[k] for k in range(part.first, part.last)]
    relation: TimeRelation = next((RELATIONS[word] for word in words[:3] if word in RELATIONS), "at")
    if part.first > 0 and tree.lower[part.first - 1] in RELATIONS:
        relation = RELATIONS[tree.lower[part.first - 1]]
    event = next((other.event.id for other in all_events if other.trigger == part.token), None)
    inside = [time for time in times if _covers(tree, part, time.span) and time.type in ("DATE", "TIME")]
    if event is not None and relation != "at":
        return [When(relation, event=event)]
    return [When(relation, time=time.id) for time in inside]


def _same_clause(tree: Tree, trigger: int, time: Time) -> bool:
    """Whether no clause with a subject of its own lies between the trigger and what the time hangs on."""
    token = bisect.bisect_right(tree.start, time.span.start) - 1
    above = set()
    word = trigger
    for _ in range(6):
        above.add(word)
        if tree.head[word] == word or tree.dep[word] not in LINKED:
            break
        word = tree.head[word]
    word = token
    for _ in range(8):
        if word in above:
            return True
        if tree.head[word] == word or tree.dep[word] in ("relcl", "advcl", "ccomp", "acl"):
            return False
        word = tree.head[word]
    return False


def place_of(report: Report, tree: Tree, one: Placed, places: Sequence[Place]) -> str | None:
    """The id of the place where an event is: in a part that tells where; for the first sentence, in the dateline."""
    if not places:
        return None
    for role in PLACED_FIRST:
        for part in one.parts:
            if part.role == role:
                for place in places:
                    if place.use == "place" and _covers(tree, part, place.span):
                        return place.id
    line = report.dateline
    if line is not None and tree.start[one.trigger] >= line.end and tree.sentence[one.trigger] <= 1:
        return next((place.id for place in places if line.covers(place.span)), None)
    return None


def quantities_of(tree: Tree, found: Sequence[Placed], quantities: Sequence[Quantity]) -> dict[int, tuple[str, ...]]:
    """Trigger -> the quantities of its parts; a quantity belongs to the events of the narrowest parts that hold it."""
    out: dict[int, list[str]] = {}
    held = sorted((tree.start[p.first], tree.end[p.last - 1], one.trigger) for one in found for p in one.parts)
    starts = [start for start, _, _ in held]
    for quantity in quantities:
        upto = bisect.bisect_right(starts, quantity.span.start)
        over = [
            (end - start, trigger)
            for start, end, trigger in held[max(0, upto - 400) : upto]
            if end >= quantity.span.end
        ]
        if over:
            narrowest = min(over)[0]
            for width, trigger in over:
                if width == narrowest and quantity.id not in out.setdefault(trigger, []):
                    out[trigger].append(quantity.id)
    return {trigger: tuple(ids) for trigger, ids in out.items()}
