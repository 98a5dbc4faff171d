"""The gold of who is who (tests/gold/who): its reports, what must hold of them, and the form of GUM's chains.

The gold holds no text, only where each report lies in the folder of news, the SHA-256 of its text, and offsets in it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any, Final, get_args

from benchmarks.gold_sets import corpus_rows, gold_of
from benchmarks.task import Record
from sayso.values.terms import Schema

KINDS: Final = ("name", "description", "pronoun")
SCHEMAS: Final = frozenset(get_args(Schema))


def load(*, blind: bool = False) -> list[Record]:
    """The reports of the open part, or of the blind third."""
    return gold_of("who", blind=blind)


def faults(record: Record, text: str | None = None) -> Iterator[str]:
    """What is wrong with a report of the gold, one line a fault.

    text   of the report; without it only the form is looked at
    """
    chains = record["chains"]
    owner: dict[tuple[int, int], int] = {}
    for number, chain in enumerate(chains):
        yield from (f"chain {number}: {fault}" for fault in _chain_faults(number, chains))
        for start, end, kind in chain["mentions"]:
            if not 0 <= start < end or kind not in KINDS:
                yield f"chain {number}: no mention: {start} to {end}, {kind}"
            if owner.setdefault((start, end), number) != number:
                yield f"chains {owner[start, end]} and {number} share {start} to {end}"
    spans = sorted(owner, key=lambda span: (span[0], -span[1]))
    yield from (
        f"{left} and {right} cross" for left, right in pairwise(spans) if left[1] > right[0] and left[1] < right[1]
    )
    for speakers in record["statements"]:
        if not speakers:
            yield "a statement without a speaker"
        yield from (
            f"speaker {start} to {end} is no mention of chain {number}"
            for start, end, number in speakers
            if owner.get((start, end)) != number
        )
    if text is not None:
        yield from _text_faults(record, text)


def _chain_faults(number: int, chains: Sequence[Record]) -> Iterator[str]:
    chain = chains[number]
    spans = [(start, end) for start, end, _ in chain["mentions"]]
    if not spans:
        yield "no mention"
    if spans != sorted(set(spans)):
        yield "mentions out of order, or one twice"
    if bool(chain["name"]) != any(kind == "name" for _, _, kind in chain["mentions"]):
        yield f"{chain['name']!r}, and whether a mention is a name"
    parts = chain.get("split", [])
    if parts:
        if len(set(parts)) < 2 or number in parts or any("split" in chains[part] for part in parts):
            yield f"split {parts}"
    elif chain["schema"] not in SCHEMAS:
        yield f"schema {chain['schema']!r}"


def _text_faults(record: Record, text: str) -> Iterator[str]:
    if hashlib.sha256(text.encode()).hexdigest() != record["sha256"]:
        yield "another text than the one that was answered"
        return
    for chain in record["chains"]:
        for start, end, _ in chain["mentions"]:
            words = text[start:end]
            if end > len(text) or words != words.strip() or not (words[:1].isalnum() and _whole(text, start, end)):
                yield f"{start} to {end}: {words!r} is no stretch of whole words"
        if chain["name"] and not any(chain["name"] in text[start:end] for start, end, _ in chain["mentions"]):
            yield f"no mention has the name {chain['name']!r}"


def _whole(text: str, start: int, end: int) -> bool:
    before, after = text[start - 1 : start], text[end : end + 1]
    return not (before.isalnum() or (after.isalnum() and text[end - 1].isalnum()))


def texts(records: Sequence[Record], news: Path) -> dict[str, str]:
    """Id -> text of those reports that the folder of news has.

    news   the folder that the `file` of a report lies in
    """
    return {record["id"]: row[record["field"]] for record, row in corpus_rows(records, news)}


def as_gum(record: Record, text: str) -> Record:
    """A report in the form of GUM's documents: clusters of two or more, gum_clusters with the single ones too."""

    def mention(start: int, end: int, kind: str) -> Record:
        return {"start": start, "end": end, "text": text[start:end], "pron": kind == "pronoun"}

    chains: list[list[Record]] = [[mention(*m) for m in chain["mentions"]] for chain in record["chains"]]
    sources: list[dict[str, Any]] = [
        {"start": start, "end": end, "text": text[start:end]}
        for speakers in record["statements"]
        for start, end, _ in speakers
    ]
    return {
        "id": record["id"],
        "genre": record["file"].split("/")[0],
        "text": text,
        "clusters": [chain for chain in chains if len(chain) > 1],
        "gum_clusters": chains,
        "attribution_sources": sources,
    }
