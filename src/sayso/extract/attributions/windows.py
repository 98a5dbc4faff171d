"""A long report in windows: rules look at each draft beside the others, which takes the square of their number.

A window ends where a paragraph does, at which no quotation and no turn goes on; a paragraph that is longer than a
window is cut where a sentence ends. All that a rule looks at stands within a few paragraphs.
"""

from __future__ import annotations

import bisect
import dataclasses
from collections.abc import Iterator, Sequence
from typing import Final

from sayso.extract.attributions.drafts import Draft
from sayso.nlp.encoder import Tokens
from sayso.nlp.tagger import CueCandidate, Tagged
from sayso.text.layout import Layout, Piece
from sayso.text.quotations import Quotation
from sayso.values.report import Report, Zone
from sayso.values.spans import Span

LONGEST: Final = 20_000  # characters; of 10,220 news texts 14 are longer
WHOLE: Final = frozenset({"turn", "embed"})  # zones that rules match from their first character


def windows(layout: Layout, zones: Sequence[Zone]) -> list[Piece]:
    """The text in stretches of at most LONGEST characters, one behind the other."""
    size = len(layout.text)
    ends = _ends(layout, zones) if size > LONGEST else []
    paragraphs = [end for _, end in layout.paragraphs]
    sentences = [end for _, end in layout.sentences]
    found: list[Piece] = []
    start = 0
    while size - start > LONGEST:
        low, high = start + LONGEST // 2, start + LONGEST
        cut = next((at for held in (ends, paragraphs, sentences) if (at := _last(held, high)) > low), high)
        found.append((start, cut))
        start = cut
    return [*found, (start, size)]


def _last(ends: list[int], high: int) -> int:
    number = bisect.bisect_right(ends, high)
    return ends[number - 1] if number else 0


def _ends(layout: Layout, zones: Sequence[Zone]) -> list[int]:
    """The ends of paragraphs that part no quotation and no turn."""
    held = sorted((zone.span.start, zone.span.end) for zone in zones if zone.kind in WHOLE)
    going_on = {quotation.end for quotation in layout.quotations if quotation.continues}
    out = []
    for _, end in layout.paragraphs:
        number = bisect.bisect_left(held, (end, end)) - 1
        if end not in going_on and (number < 0 or held[number][1] <= end):
            out.append(end)
    return out


@dataclasses.dataclass(frozen=True, slots=True)
class Window:
    """What the rules are shown of a window, as if it were a report: all its offsets count from the window's start."""

    start: int
    report: Report
    tagged: Tagged | None
    layout: Layout
    zones: tuple[Zone, ...]


def windows_of(report: Report, tagged: Tagged | None, zones: Sequence[Zone], layout: Layout) -> Iterator[Window]:
    """The windows of a report; the report itself where it is short."""
    stretches = windows(layout, zones)
    if len(stretches) == 1:
        yield Window(0, report, tagged, layout, tuple(zones))
        return
    for start, end in stretches:
        text = report.text[start:end]
        dateline = report.dateline if report.dateline is not None and report.dateline.end <= end and not start else None
        shown = dataclasses.replace(report, text=text, dateline=dateline, credits=(), map=(), boxes=())
        shown_zones = tuple(made for zone in zones if (made := _zone(zone, start, end, text)) is not None)
        said = _tagged(tagged, start, end) if tagged is not None else None
        yield Window(start, shown, said, _layout(layout, text, start, end), shown_zones)


def move(draft: Draft, by: int) -> None:
    """Move all parts of a draft by so many characters."""
    for name in ("source", "cue", "content", "carrier"):
        setattr(draft, name, [(start + by, end + by) for start, end in getattr(draft, name)])


def _zone(zone: Zone, start: int, end: int, text: str) -> Zone | None:
    low, high = max(zone.span.start, start), min(zone.span.end, end)
    if low >= high or (zone.kind in WHOLE and (low, high) != (zone.span.start, zone.span.end)):
        return None
    return dataclasses.replace(zone, span=Span(low - start, high - start, text[low - start : high - start]))


def _layout(layout: Layout, text: str, start: int, end: int) -> Layout:
    quotations = []
    first = bisect.bisect_right(layout.quotations, start, key=lambda quotation: quotation.end)
    for number in range(first, len(layout.quotations)):
        held = layout.quotations[number]
        if held.start >= end:
            break
        quotations.append(_quotation(held, start, end))
    return Layout(text, _within(layout.paragraphs, start, end), _within(layout.sentences, start, end), quotations)


def _quotation(held: Quotation, start: int, end: int) -> Quotation:
    def moved(at: int) -> int:
        return min(max(at, start), end) - start

    return dataclasses.replace(
        held,
        start=moved(held.start),
        end=moved(held.end),
        inner_start=moved(held.inner_start),
        inner_end=moved(held.inner_end),
        broken=held.broken or held.end > end,
    )


def _within(pieces: list[Piece], start: int, end: int) -> list[Piece]:
    first = bisect.bisect_right(pieces, start, key=lambda piece: piece[1])
    past = bisect.bisect_left(pieces, end, key=lambda piece: piece[0])
    return [(max(low, start) - start, min(high, end) - start) for low, high in pieces[first:past]]


def _tagged(tagged: Tagged, start: int, end: int) -> Tagged:
    held = tagged.tokens
    low, high = (int(number) for number in held.starts.searchsorted([start, end]))
    tokens = Tokens(
        starts=held.starts[low:high] - start,
        ends=(held.ends[low:high] - start).clip(max=end - start),
        pieces=held.pieces[low:high],
        case=held.case[low:high],
        quoted=held.quoted[low:high],
        paragraph=held.paragraph[low:high],
        stops=held.stops[low:high],
    )
    first = bisect.bisect_left(tagged.candidates, low, key=lambda candidate: candidate.cue[0])
    past = bisect.bisect_left(tagged.candidates, high, key=lambda candidate: candidate.cue[0])
    candidates = tuple(
        shown for one in tagged.candidates[first:past] if (shown := _candidate(one, low, high)) is not None
    )
    return Tagged(
        tokens,
        candidates,
        tagged.chances[low:high],
        tagged.pos[low:high],
        tagged.dep[low:high],
        tagged.names[low:high],
        tagged.vectors[low:high],
    )


def _candidate(candidate: CueCandidate, low: int, high: int) -> CueCandidate | None:
    cue, source, content = (
        tuple(token - low for token in part if low <= token < high)
        for part in (candidate.cue, candidate.source, candidate.content)
    )
    return CueCandidate(cue, source, content, candidate.score, candidate.cut) if content else None
