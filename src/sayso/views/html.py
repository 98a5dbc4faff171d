"""What a notebook shows of a reading and of a case: HTML in which every word from a report is escaped.

Signs that turn the direction of writing, or that nothing shows, are written as their codes, as on a terminal.
"""

from __future__ import annotations

import html
from collections.abc import Iterable, Sequence
from typing import Any, Final

from sayso.text.printable import safe, safe_keeping_ends
from sayso.values.findings import Attribution
from sayso.values.reading import Reading
from sayso.values.report import Report
from sayso.values.spans import Span
from sayso.views.answers import Table
from sayso.views.evidence import marks
from sayso.views.statements import statements_of

SHOWN: Final = 20  # statements of a reading that a notebook shows
TAGS: Final = {"source": "b", "cue": "i", "content": "mark"}


def escaped(text: str | None) -> str:
    """Text from a report as HTML that shows it and does nothing.

    >>> escaped("<script>\\u202e")
    '&lt;script&gt;\\\\u202e'
    """
    return html.escape(safe(text or ""))


def reading_html(reading: Reading) -> str:
    """The head of the report, and its first statements with source, cue and content marked."""
    said = {attribution.id: attribution for attribution in reading.attributions}
    evidence = {claim.about: claim.evidence for claim in reading.claims}
    items = [
        f"<li>{escaped(row.chain) or '(nobody named)'}<br>"
        f"{_marked(reading.report, said[row.id], evidence.get(row.id) or said[row.id].content)}</li>"
        for row in statements_of(reading)[:SHOWN]
    ]
    count, events = len(said), len(reading.events)
    told = f"{count:,} statement{'s' * (count != 1)}, {events:,} event{'s' * (events != 1)}"
    if not reading.steps:
        told = f"not read: no step was run on it; its language is {escaped(reading.report.lang) or 'not known'}"
    more = f"<p>{SHOWN} of {count:,} statements; .attributions holds all</p>" if count > SHOWN else ""
    return f"<div><p>{_head(reading.report)}<br>{told}</p><ol>{''.join(items)}</ol>{more}</div>"


def case_html(name: str, lists: Iterable[Table[Any]]) -> str:
    """The name of a case, and a table for each list of what it holds."""
    tables = "".join(table._repr_html_() for table in lists)
    return f"<div><p>Case <b>{escaped(name)}</b></p>{tables}</div>"


def _head(report: Report) -> str:
    """Title, outlet, date and path; what is unknown is left out."""
    parts = [escaped(report.outlet), (report.published or "")[:10], escaped(report.paths[0] if report.paths else "")]
    return f"<b>{escaped(report.title) or report.id}</b><br>" + ", ".join(part for part in parts if part)


def _marked(report: Report, attribution: Attribution, evidence: Sequence[Span]) -> str:
    """The sentences of a statement, each part of it in its tag; of two parts at one place the wider one is marked."""
    parts = [(span.start, -span.end, tag) for name, tag in TAGS.items() for span in getattr(attribution, name)]
    out = []
    for sentence in evidence:
        position = sentence.start
        text, behind = marks(report.text, sentence.start, sentence.end)
        for start, end, tag in sorted(parts):
            start, end = max(start, position), min(-end, sentence.end)
            if start < end:
                text += _between(report.text[position:start]) + f"<{tag}>{escaped(report.text[start:end])}</{tag}>"
                position = end
        out.append(text + _between(report.text[position : sentence.end]) + behind)
    return " ".join(out)


def _between(text: str) -> str:
    return html.escape(safe_keeping_ends(text))
