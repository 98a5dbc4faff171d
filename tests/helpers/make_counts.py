"""Readings of texts with numbers, without the model: names, quantities and times as their steps find them."""

from __future__ import annotations

import re
from typing import Any

from sayso.extract.quantities import find_quantities
from sayso.extract.times import find_times
from sayso.values.findings import Attribution, Entity, Mention, Quantity
from sayso.values.ids import Ids
from sayso.values.reading import Reading
from sayso.values.report import Report

NAME = re.compile(r"(?<=[a-z,] )[A-Z][a-z]+")
SAID = re.compile(r", (the [a-z ]+?|[A-Z]\w+) said\b")


def counting(text: str, published: str | None = None, outlet: str = "Daily", **others: Any) -> Reading:
    """A reading of a text: each capitalised word inside a sentence is a name; "..., X said" is a statement."""
    report = Report.of(text, outlet=outlet, published=published, **others)
    mention_ids, entity_ids, said_ids = Ids(report.id, "m"), Ids(report.id, "n"), Ids(report.id, "a")
    mentions: list[Mention] = []
    held: dict[str, list[str]] = {}

    def mention(start: int, end: int, kind: Any) -> str:
        span = report.span(start, end)
        made = Mention(mention_ids(start), span, span, kind, "Organization")
        mentions.append(made)
        held.setdefault(span.text, []).append(made.id)
        return made.id

    said = []
    for found in SAID.finditer(text):
        speaker = mention(*found.span(1), "nominal")
        begin = max(text.rfind(". ", 0, found.start()) + 2, 0) if ". " in text[: found.start()] else 0
        content = report.span(begin, found.start())
        said.append(Attribution(said_ids(begin), (content,), (report.span(*found.span(1)),), speaker=speaker))
    spoken = [one.span for one in mentions]
    for found in NAME.finditer(text):
        if not any(span.start <= found.start() < span.end for span in spoken):
            mention(found.start(), found.end(), "name")
    entities = [
        Entity(entity_ids(number), tuple(ids), words if words[0].isupper() else None, "Organization")
        for number, (words, ids) in enumerate(held.items())
    ]
    times = find_times(report)
    return Reading(
        report, ("test.v1",), mentions=tuple(sorted(mentions, key=lambda one: one.span.start)),
        entities=tuple(entities), attributions=tuple(said), times=times, quantities=find_quantities(report, times),
    )  # fmt: skip


def many_quantities(count: int) -> Reading:
    """A report of so many numbers, a sentence each."""
    text = " ".join(f"They counted {number} boxes." for number in range(100, 100 + count))
    report = Report.of(text, outlet="Daily")
    ids = Ids(report.id, "q")
    quantities = []
    for found in re.finditer(r"(\d+) (boxes)", text):
        quantities.append(
            Quantity(
                ids(found.start()), report.span(*found.span(1)), float(found[1]), counts=report.span(*found.span(2))
            )
        )
    return Reading(report, ("test.v1",), quantities=tuple(quantities))
