"""An event as PLOVER codes it: one type, who, to whom; and which of a report's events it would code at all.

PLOVER codes what was done or said. What another coded event demands, threatens or refuses is no event of its own; what
is intended by itself is AGREE or THREATEN.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, Final, cast

from sayso.extract.events.types import intended
from sayso.lang.needs.events import EventWords
from sayso.values.findings import Argument, Event
from sayso.values.terms import EventType

TARGETS: Final = ("patient", "recipient")
ABOUT: Final = frozenset({"REQUEST", "ACCUSE", "THREATEN", "AGREE", "REJECT"})  # whose target lies in what is said
BY_WHOM: Final = frozenset({"REQUEST", "ACCUSE", "REJECT"})  # of these also who does what is said
MUTUAL: Final = frozenset({"CONSULT", "COOPERATE"})
Pair = list[int]


def plover_row(event: Event, events: tuple[Event, ...], words: EventWords) -> dict[str, Any] | None:
    """Type, spans of sources and targets, depth; None where PLOVER would not code the event.

    ``depth`` counts the events, those of saying aside, whose arguments hold this one.
    """
    if event.type is None or event.state in ("denied", "hypothetical"):
        return None
    start = event.trigger[0].start
    over = [other for other in events if other is not event and _holds(other, start)]
    if any(other.type is not None for other in over):
        return None
    name = event.type if event.state != "not_yet" else intended(cast("EventType", event.type))
    above = [other for other in events if other is not event and _holds(other, start, anywhere=True)]
    source = _spans(event, ("agent",))
    return {
        "type": name,
        "source": source,
        "target": _targets(event, events, words) or (source if event.type in MUTUAL else []),
        "depth": sum(other.trigger[0].text.lower() not in words.coding.told for other in above),
    }


def _targets(event: Event, events: Sequence[Event], words: EventWords) -> list[Pair]:
    """Whom it meets: those it is done to, whom it is about where it is only said, where it leads, else where it is."""
    by_id = {other.id: other for other in events}
    mine = _spans(event, ("agent",))
    found: list[Pair] = []
    inner: list[Event] = []
    for argument in event.arguments:
        held = by_id.get(argument.event or "")
        if argument.role == "patient" and held is not None and held.type is not None:
            inner.append(held)  # "imposed a curfew", "rejected a call by the miners": whom the curfew meets, who called
        elif argument.role in TARGETS and argument.span and not _own_means(event, argument, words):
            found.append(_pair(argument))
    for other in inner:
        roles = ("recipient", "destination") if event.type == "PROTEST" else (*TARGETS, "destination", "agent")
        found += [pair for pair in _spans(other, roles) if pair not in mine]
    found += _spans(event, ("destination",))
    below = [other for other in events if other is not event and _holds(event, other.trigger[0].start)]
    if event.type in ABOUT:
        found += [pair for other in below for pair in _spans(other, (*TARGETS, "origin"))]
        if event.type in BY_WHOM and not _spans(event, ("recipient",)):
            found += [pair for other in below for pair in _spans(other, ("agent",)) if pair not in mine]
    if event.type == "RETREAT":
        found += [pair for other in (event, *inner) for pair in _spans(other, ("origin",))]
    if event.type == "THREATEN":  # "unless Kestria withdraws": who is to do it is who is threatened
        asked = [e for other in (event, *below) for e in _under(other, events, "cause", "time")]
        found += [
            pair for e in asked if e.state == "hypothetical" for pair in _spans(e, ("agent",)) if pair not in mine
        ]
    if event.type == "AGREE" and event.trigger[0].text.lower() in words.coding.agreed and _several(event, words):
        found += mine
    if event.type == "PROTEST" and not found:
        found = [pair for other in _under(event, events, "cause") for pair in _spans(other, TARGETS)]
    return found or [pair for other in (event, *inner) for pair in _spans(other, ("topic", "place"))]


def _own_means(event: Event, argument: Argument, words: EventWords) -> bool:
    """Whether what is sent or called up is the sender's own: troops, not those they are sent against."""
    head = argument.head.text.lower() if argument.head else ""
    return event.type == "MOBILIZE" and any(head in words.kinds.classes[name] for name in words.coding.own_means)


def _several(event: Event, words: EventWords) -> bool:
    agents = [a.span.text for a in event.arguments if a.role == "agent" and a.span]
    return len(agents) > 1 or any(f" {words.coding.joined} " in text for text in agents)


def _under(event: Event, events: Iterable[Event], *roles: str) -> list[Event]:
    """The events that lie in an event's arguments of these roles."""
    spans = [a.span for a in event.arguments if a.span and a.role in roles]
    return [
        other
        for other in events
        if other is not event and any(s.start <= other.trigger[0].start < s.end for s in spans)
    ]


def _pair(argument: Argument) -> Pair:
    assert argument.span is not None
    return [argument.span.start, argument.span.end]


def _spans(event: Event, roles: tuple[str, ...]) -> list[Pair]:
    return [_pair(a) for a in event.arguments if a.span and a.role in roles]


def _holds(event: Event, start: int, *, anywhere: bool = False) -> bool:
    """Whether an argument of the event holds this point; its agent, time and cause only where `anywhere`."""
    return any(
        a.span is not None
        and (anywhere or a.role not in ("agent", "time", "cause"))
        and a.span.start <= start < a.span.end
        for a in event.arguments
    )
