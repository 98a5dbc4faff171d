"""Values -> the JSON of docs/reference/output.md, and back; the way in runs the same checks.

A key is absent where it would be null, false or empty; ids, offsets and numbers are always there.
"""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Mapping
from typing import Any, Final

import msgspec

from sayso.values.case import FailureRow, Judgement
from sayso.values.findings import Event
from sayso.values.opening import TO_JSON, converted, opened
from sayso.values.reading import Reading
from sayso.values.spans import Span

VERSION: Final = "1"
KEYS: Final[dict[type, tuple[tuple[str, str], ...]]] = {}  # by class, filled as they turn up
SCALARS: Final = frozenset({str, int, float, bool, type(None)})


def _keys(kind: type) -> tuple[tuple[str, str], ...]:
    """The fields of a class of values: name here and in JSON; none for what is no value of ours."""
    found = KEYS.get(kind)
    if found is None:
        renamed = TO_JSON.get(kind, {})
        fields = dataclasses.fields(kind) if dataclasses.is_dataclass(kind) else ()
        found = KEYS[kind] = tuple((field.name, renamed.get(field.name, field.name)) for field in fields)
    return found


def plain(value: Any) -> Any:
    """A value as dicts, lists and scalars, without what is null, false or empty."""
    kind = type(value)
    if kind in SCALARS:
        return value
    if kind is Span:  # half of all values, and nothing of one is ever empty
        return {"start": value.start, "end": value.end, "text": value.text}
    if isinstance(value, (list, tuple)):
        return [plain(part) for part in value]
    keys = _keys(kind)
    if not keys:
        return value
    out: dict[str, Any] = {}
    for name, key in keys:
        held = getattr(value, name)
        if type(held) in SCALARS:
            if held is not None and held is not False and (held != "" or name == "text"):
                out[key] = held
        elif held != ():
            out[key] = plain(held)
    return out


DEFAULTS: Final[dict[type, tuple[tuple[str, Any], ...]]] = {}  # of the classes of values that were seen


def _defaults(kind: type) -> tuple[tuple[str, Any], ...]:
    """The fields of a class of values with their defaults, MISSING for none; nothing for what is no value of ours."""
    if kind not in DEFAULTS:
        fields = dataclasses.fields(kind) if dataclasses.is_dataclass(kind) else ()
        DEFAULTS[kind] = tuple((one.name, one.default) for one in fields)
    return DEFAULTS[kind]


def stored(value: Any) -> Any:
    """A value as JSON stores it, for msgspec to get it back: `plain`, but what has no default is always there."""
    if isinstance(value, Mapping):
        return {str(key): stored(held) for key, held in value.items()}
    if isinstance(value, (list, tuple)):
        return [stored(part) for part in value]
    fields = _defaults(type(value))
    if not fields:
        return value
    held = ((name, getattr(value, name), default) for name, default in fields)
    return {name: stored(part) for name, part, default in held if default is dataclasses.MISSING or part != default}


def _spanned(entity: dict[str, Any]) -> None:
    """``"anonymous": {"span": ...}``: room for more than the words that say so."""
    if "anonymous" in entity:
        entity["anonymous"] = {"span": entity["anonymous"]}


def reading_dict(reading: Reading) -> dict[str, Any]:
    """A Reading as the dict that OUTPUT describes, with what is derived: speaker_entity, actors, recipients."""
    out: dict[str, Any] = {"version": VERSION, "kind": "reading", "steps": list(reading.steps)}
    out["report"] = plain(reading.report)
    owner = {mention: entity.id for entity in reading.entities for mention in entity.mentions}
    for name in Reading.__slots__[2:]:
        values = getattr(reading, name)
        if values:
            out[name] = [plain(value) for value in values]
    for entity in out.get("entities", ()):
        _spanned(entity)
    for attribution in out.get("attributions", ()):
        speaking = owner.get(attribution.get("speaker", ""))
        if speaking is not None:
            attribution["speaker_entity"] = speaking
    for event, source in zip(out.get("events", ()), reading.events, strict=False):
        _derive_event(event, source)
    return out


def _derive_event(out: dict[str, Any], event: Event) -> None:
    for name in ("actors", "recipients"):
        found = getattr(event, name)
        if found:
            out[name] = list(found)


def reading_to_json(reading: Reading) -> bytes:
    """One line of UTF-8 without its end."""
    return msgspec.json.encode(reading_dict(reading))


def reading_from_json(line: bytes | str) -> Reading:
    """The Reading of one line; ValueFault, SpanError or msgspec.MsgspecError where it is not one."""
    return opened(line)


def reading_from_dict(raw: dict[str, Any]) -> Reading:
    """The Reading of a dict such as reading_dict gives; unknown and derived keys are passed over."""
    return converted(raw)


def canonical(value: Any) -> bytes:
    """The one JSON of a value, for digests: keys sorted, no spaces, all but ASCII escaped.

    >>> canonical({"b": 1, "a": "é"})
    b'{"a":"\\\\u00e9","b":1}'
    """
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=True).encode("ascii")


def judgement_dict(judgement: Judgement) -> dict[str, Any]:
    """A judgement as OUTPUT describes its line; what is empty is absent."""
    body = plain(dataclasses.replace(judgement, effect=""))
    if isinstance(judgement.value, dict):
        body["value"] = dict(judgement.value)  # with what is set to nothing
    return {"kind": "judgement", **body}


def judgement_to_json(judgement: Judgement) -> bytes:
    """A judgement as it is stored, canonical and without its id: what its digest is made of."""
    body = judgement_dict(judgement)
    return canonical({name: held for name, held in body.items() if name not in ("kind", "id")})


def failure_dict(row: FailureRow) -> dict[str, Any]:
    """A failure as OUTPUT describes its line; what is empty is absent."""
    pairs = {"kind": "failure", "path": row.path, "sha256": row.sha256, "reader": row.reader}
    pairs |= {"reason": row.reason, "try": row.advice}
    return {key: value for key, value in pairs.items() if value}
