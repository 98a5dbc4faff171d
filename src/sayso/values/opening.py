"""JSON -> a Reading, for `sayso.values.json`; each value checks itself as it does wherever it is made.

The bytes become values at once, without dicts between: a report page opens a reading, and what compares reports opens
all of them. Only what is called otherwise in JSON, a place, an entity and a claim, is decoded into a twin of its class
first; its fields are those of the class itself.
"""

from __future__ import annotations

import dataclasses
from typing import Any, Final, get_type_hints

import msgspec

from sayso.values.findings import Claim, Entity, Place, Voice
from sayso.values.reading import Reading
from sayso.values.spans import Span

# Field names that are words of Python, or that read better in JSON.
TO_JSON: Final[dict[type, dict[str, str]]] = {Place: {"within": "in"}, Voice: {"together": "with"}}


def _twin(kind: type, **others: Any) -> Any:
    """A class with the fields of a class of values, by their names in JSON; `others` are those of another type."""
    hints = get_type_hints(kind)
    fields: list[Any] = []
    for one in dataclasses.fields(kind):
        held = (one.name, others.get(one.name, hints[one.name]))
        fields.append(held if one.default is dataclasses.MISSING else (*held, one.default))
    return msgspec.defstruct(f"{kind.__name__}InJson", fields, rename=TO_JSON.get(kind, {}))


def _tuple_of(kind: Any) -> Any:
    return tuple[kind, ...]


ANONYMOUS: Final[Any] = msgspec.defstruct("AnonymousInJson", [("span", Span)])
VOICE: Final = _twin(Voice)
CLAIM: Final = _twin(Claim, chain=_tuple_of(VOICE))
ENTITY: Final = _twin(Entity, anonymous=ANONYMOUS | None)
PLACE: Final = _twin(Place)
READING: Final = _twin(Reading, places=_tuple_of(PLACE), entities=_tuple_of(ENTITY), claims=_tuple_of(CLAIM))
DECODER: Final = msgspec.json.Decoder(READING, strict=False)


def opened(line: bytes | str) -> Reading:
    """The Reading of one line of JSON; ValueFault, SpanError or msgspec.MsgspecError where it is not one."""
    return _checked(DECODER.decode(line))


def converted(raw: dict[str, Any]) -> Reading:
    """The Reading of a dict that JSON gives; errors as of `opened`."""
    return _checked(msgspec.convert(raw, READING, strict=False))


def _checked(twin: Any) -> Reading:
    voices: dict[tuple[Any, ...], Voice] = {}  # the claims of a report have few voices, and each many times

    def voice(given: Any) -> Voice:
        fields = msgspec.structs.astuple(given)
        if fields not in voices:
            voices[fields] = Voice(*fields)
        return voices[fields]

    for claim in twin.claims:
        claim.chain = tuple(map(voice, claim.chain))
    for entity in twin.entities:
        if entity.anonymous is not None:
            entity.anonymous = entity.anonymous.span
    twin.claims = tuple(Claim(*msgspec.structs.astuple(claim)) for claim in twin.claims)
    twin.entities = tuple(Entity(*msgspec.structs.astuple(entity)) for entity in twin.entities)
    twin.places = tuple(Place(*msgspec.structs.astuple(place)) for place in twin.places)
    return Reading(*msgspec.structs.astuple(twin))
