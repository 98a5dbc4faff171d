"""Readings of texts in which somebody says something, with a claim for each statement; without the model."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from make_counts import counting

from sayso.lang import load_language
from sayso.text.sentences import sentence_spans
from sayso.values.findings import Claim
from sayso.values.ids import Ids
from sayso.values.reading import Reading
from sayso.views.chains import Chains


def claiming(text: str, published: str | None = None, outlet: str = "Daily", **others: Any) -> Reading:
    """A reading of a text such as "They left, the army said.", with a claim for each statement."""
    reading = counting(text, published, outlet, **others)
    report = reading.report
    chains = Chains(report, reading.mentions, reading.entities, reading.attributions)
    ids = Ids(report.id, "c")
    claims = []
    for said in reading.attributions:
        start = said.content[0].start
        sentence = next(
            span
            for span in sentence_spans(text, None, load_language("en").text.sentences)
            if span[0] <= start < span[1]
        )
        claims.append(Claim(ids(start), said.id, chains.of(said.id), (report.span(*sentence),)))
    return replace(reading, claims=tuple(claims))
