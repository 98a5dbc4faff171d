"""The gold of whole reports for deeds (tests/gold/deeds): its reports and what must hold of them.

The gold holds no text, only where each report lies in the folder of news, the SHA-256 of its text, offsets in it and
short words of it.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Final

from benchmarks.gold_sets import GOLD, corpus_rows, read_lines
from benchmarks.task import Record
from sayso.values.terms import EVENT_TYPES, STATES

NAME: Final = "reports.jsonl"
VALUE: Final = re.compile(r"(?:\d{4}|XXXX)(?:-(?:\d\d|XX|W\d\d|WXX)(?:-(?:\d\d|\d|XX))?)?")
RELATIONS: Final = frozenset({"before", "after", "since", "until"})


def load(*, blind: bool = False) -> list[Record]:
    """The reports of the open part, or of the blind third."""
    return read_lines((GOLD / "blind" if blind else GOLD) / "deeds" / NAME)


def rows(records: Sequence[Record], news: Path) -> dict[str, Record]:
    """Id -> {"id", "text", "title", "outlet", "published"} of those reports that the folder of news has.

    news   the folder that the `file` of a report lies in
    """
    found: dict[str, Record] = {}
    for record, row in corpus_rows(records, news):
        known = {"title": row.get("title"), "outlet": record["outlet"], "published": record["published"]}
        given = {key: value for key, value in known.items() if value}
        found[record["id"]] = {"id": record["id"], "text": row[record["field"]], **given}
    return found


def faults(record: Record, text: str | None = None) -> Iterator[str]:
    """What is wrong with a report of the gold, one line a fault.

    text   of the report; without it only the form is looked at
    """
    if not any(event.get("main") for event in record["events"]):
        yield "no main event"
    firsts = [tuple(event["trigger"][0]) for event in record["events"] if event["trigger"]]
    yield from (f"two events at {first}" for first in set(firsts) if firsts.count(first) > 1)
    for number, event in enumerate(record["events"]):
        yield from (f"event {number}: {fault}" for fault in _event_faults(event))
    if text is not None:
        yield from _text_faults(record, text)


def _event_faults(event: Record) -> Iterator[str]:
    if not event["trigger"]:
        yield "no trigger"
    if not event["state"] or not set(event["state"]) <= set(STATES):
        yield f"state {event['state']}"
    if not event["type"] or not set(event["type"]) <= {None, *EVENT_TYPES}:
        yield f"type {event['type']}"
    if not event["say"]:
        yield "nobody's say-so"
    when = event["when"]
    if when is not None:
        if not all(VALUE.fullmatch(value) for value in when["value"].split("/")):
            yield f"time {when['value']!r}"
        if when.get("rel", "before") not in RELATIONS:
            yield f"relation {when['rel']!r}"
        if "X" in when["value"] and not when["told"]:
            yield "a time without days and without words"
    if any(re.fullmatch("[A-Z]{2}", code) is None for code in (event["where"] or {"country": ()})["country"]):
        yield f"country {event['where']['country']}"


def _text_faults(record: Record, text: str) -> Iterator[str]:
    if hashlib.sha256(text.encode()).hexdigest() != record["sha256"]:
        yield "another text than the one that was answered"
        return
    for start, end in _spans(record):
        words = text[start:end]
        edges = text[start - 1 : start + 1] if start else " ", text[end - 1 : end + 1]
        if not (0 <= start < end <= len(text)) or words != words.strip() or any(map(_inside_word, edges)):
            yield f"{start} to {end}: {words!r} is no stretch of whole words"
    yield from (f"{form!r} is not in the text" for form in _forms(record) if form not in text)


def _spans(record: Record) -> Iterator[tuple[int, int]]:
    for event in record["events"]:
        for start, end in [*event["trigger"], *(event["when"] or {"told": ()})["told"]]:
            yield start, end
    for start, end in record["also"]:
        yield start, end


def _forms(record: Record) -> Iterator[str]:
    for event in record["events"]:
        for one in [*event["who"], *event["whom"]]:
            yield from one["forms"]
        yield from (event["where"] or {"forms": ()})["forms"]
        yield from (form for form in event["say"] if form is not None)


def _inside_word(pair: str) -> bool:
    return len(pair) == 2 and pair.isalnum()


def required(parts: Iterable[Record]) -> list[list[str]]:
    """The words of those parts that may not be left out."""
    return [part["forms"] for part in parts if not part.get("optional")]
