"""The spans and the ids that a value uses, those of its parts included; gathered class by class.

A reading holds some two thousand values, and all of their spans and ids are looked at whenever it is opened. Which
fields hold them is read from the classes once; the values themselves are gone through a list at a time.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from itertools import chain
from operator import attrgetter
from types import UnionType
from typing import Any, Final, Union, get_args, get_origin, get_type_hints

from sayso.values.findings import (
    Argument,
    Attribution,
    Claim,
    Entity,
    Event,
    Fact,
    Label,
    Place,
    Quantity,
    Relation,
    Time,
    Voice,
    When,
)
from sayso.values.report import Zone
from sayso.values.spans import Span

# Lists of a reading in the order of OUTPUT, each with the letter of its ids.
LISTS: Final[dict[str, str]] = {
    "mentions": "m",
    "entities": "n",
    "attributions": "a",
    "times": "t",
    "places": "p",
    "quantities": "q",
    "events": "e",
    "labels": "l",
    "relations": "r",
    "claims": "c",
}

# Which fields of a value hold ids, besides the anchor of a time; of a reading, its zones and lists do.
REFERENCES: Final[dict[type, tuple[str, ...]]] = {
    Zone: ("speaker",),
    Attribution: ("inside", "continues", "speaker", "speakers", "addressee", "via"),
    Fact: ("of", "inside"),
    Entity: ("mentions", "part_of", "facts"),
    Place: ("within", "near"),
    Time: (),
    Quantity: ("of",),
    Argument: ("mention", "event"),
    When: ("time", "event"),
    Event: ("arguments", "when", "place", "quantities", "part_of", "inside"),
    Label: ("target", "holder", "inside", "times"),
    Relation: ("holder", "target", "inside", "times"),
    Voice: ("mention", "together"),
    Claim: ("about", "chain"),
}


@dataclasses.dataclass(frozen=True, slots=True)
class Holding:
    """A field of a class: what gives it, whether it is a tuple of parts, and the class of one part."""

    name: str
    get: attrgetter[Any]
    many: bool
    of: Any

    def parts(self, values: Sequence[Any]) -> list[Any]:
        """The parts that these values hold in this field, in their order; what is absent is left out."""
        held = map(self.get, values)
        return list(chain.from_iterable(held)) if self.many else [part for part in held if part is not None]


@cache
def holdings(kind: type) -> tuple[Holding, ...]:
    """The fields of a class of values, in order; () for what is no value of ours."""
    if not dataclasses.is_dataclass(kind):
        return ()
    hints = get_type_hints(kind)
    return tuple(_holding(field.name, hints[field.name]) for field in dataclasses.fields(kind))


def _holding(name: str, hint: Any) -> Holding:
    if get_origin(hint) in (Union, UnionType):
        hint = next(part for part in get_args(hint) if part is not type(None))
    parts = get_args(hint)
    many = get_origin(hint) is tuple and len(parts) == 2 and parts[1] is ...
    return Holding(name, attrgetter(name), many, parts[0] if many else hint)


@cache
def _with_spans(kind: type) -> tuple[Holding, ...]:
    return tuple(one for one in holdings(kind) if one.of is Span or _with_spans(one.of))


@cache
def _with_references(kind: type) -> tuple[Holding, ...]:
    names = REFERENCES.get(kind, ("zones", *LISTS))
    return tuple(one for one in holdings(kind) if one.name in names and (one.of is str or one.of in REFERENCES))


def spans_of(value: Any) -> Iterator[Span]:
    """Every span that a value holds, those of its parts included: field by field, and of lists class by class."""
    return _leaves([value], type(value), Span, _with_spans)


def references_of(value: Any) -> Iterator[str]:
    """Every id that a value uses, those of its parts included: field by field, and of lists class by class."""
    return _leaves([value], type(value), str, _with_references)


def _leaves(
    values: Sequence[Any], kind: type, leaf: type, fields: Callable[[type], tuple[Holding, ...]]
) -> Iterator[Any]:
    """All that values of one class hold of the class `leaf`, in those of their fields that are asked for."""
    if leaf is str and kind is Time:
        yield from (time.anchor for time in values if "/" in time.anchor)
    for held in fields(kind):
        parts = held.parts(values)
        if held.of is leaf:
            yield from parts
        elif parts:
            yield from _leaves(parts, held.of, leaf, fields)
