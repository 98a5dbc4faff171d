"""Who vouches for what: each attribution, event, label and relation is a claim with its chain and its sentences.

An attribution's chain ends with its speaker; an event or relation has the chain of the innermost attribution that tells
it, or that of the report itself. Evidence is whole sentences; of one over LONGEST characters it is what stands around
the words that the claim is about. A heading announces what the text below it says, so it never stands alone: the
sentence of the body that says most of the same words stands beside it, or the first one.
"""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterable, Sequence
from typing import Final

from sayso.lang import Language
from sayso.steps import extractor
from sayso.text import sentences
from sayso.values.findings import Attribution, Claim, Entity, Event, Label, Mention, Relation
from sayso.values.ids import Ids
from sayso.values.report import Report, Zone
from sayso.values.spans import Span
from sayso.views.chains import Chains

HEADINGS: Final = frozenset({"title", "heading"})
NO_BODY: Final = HEADINGS | {"dateline", "byline", "caption", "boilerplate"}
STEM: Final = 5  # letters by which two words are taken for forms of one: "closes", "closed"
WORD: Final = re.compile(r"[^\W_]{4,}")
LONGEST: Final = 1_000  # characters of one sentence that are given as evidence
AT_SPACE: Final = 60  # characters from where a sentence is to be cut to the space at which it is
LOOKED_AT: Final = 200  # sentences of the body that a heading is compared with; what it announces stands early


@extractor("claims.v3", gives="claims")
def claims(
    report: Report,
    zones: tuple[Zone, ...],
    mentions: tuple[Mention, ...],
    entities: tuple[Entity, ...],
    attributions: tuple[Attribution, ...],
    events: tuple[Event, ...],
    language: Language,
    labels: tuple[Label, ...] = (),
    relations: tuple[Relation, ...] = (),
) -> tuple[Claim, ...]:
    """One claim an attribution, then one an event, one a label and one a relation, in their order.

    What only a heading tells of a text without a body has none.
    """
    chains = Chains(report, mentions, entities, attributions)
    evidence = Evidence(report, zones, language)
    told_by = {one.id: (*one.source, *one.cue) for one in attributions}
    ids = Ids(report.id, "c")
    made = []
    for attribution in attributions:
        spans, cut = evidence.of((*attribution.source, *attribution.cue, *attribution.content))
        if spans:
            made.append(Claim(ids(spans[0].start), attribution.id, chains.of(attribution.id), spans, cut))
    for event in events:
        spans, cut = evidence.of((*event.trigger, *told_by.get(event.inside or "", ())))
        if spans:
            made.append(Claim(ids(event.trigger[0].start), event.id, chains.of(event.inside), spans, cut))
    for label in labels:
        spans, cut = evidence.of((label.span, *told_by.get(label.inside or "", ())))
        if spans:
            made.append(Claim(ids(label.span.start), label.id, chains.of(label.inside), spans, cut))
    for relation in relations:
        spans, cut = evidence.of((*relation.evidence, *told_by.get(relation.inside or "", ())))
        if spans:
            made.append(Claim(ids(relation.evidence[0].start), relation.id, chains.of(relation.inside), spans, cut))
    return tuple(made)


class Evidence:
    """Whole sentences around spans, and for what stands in headings alone one of the body."""

    def __init__(self, report: Report, zones: Sequence[Zone], language: Language) -> None:
        self.report = report
        self.sentences = sentences.sentence_spans(report.text, None, language.text.sentences)
        self.starts = [start for start, _ in self.sentences]
        self.headings = self._within(zone.span for zone in zones if zone.kind in HEADINGS)
        self.body = self._body(zones) if self.headings else []
        self._support: dict[frozenset[int], int | None] = {}
        self._stems: list[frozenset[str]] | None = None

    def of(self, spans: Iterable[Span]) -> tuple[tuple[Span, ...], bool]:
        """The sentences that the spans touch, in order, each once; none where they would be headings alone.

        Says too whether one of them was cut.
        """
        found: dict[int, tuple[int, int]] = {}  # number of a sentence -> from the first to the last of the words in it
        for span in spans:
            number = max(0, bisect.bisect_right(self.starts, span.start) - 1)
            while number < len(self.sentences) and self.sentences[number][0] < span.end:
                low, high = found.get(number, (span.start, span.end))
                found[number] = min(low, span.start), max(high, span.end)
                number += 1
        if self.headings and found.keys() <= self.headings:
            beside = self._beside(frozenset(found))
            if beside is None:
                return (), False
            found.setdefault(beside, (self.sentences[beside][0],) * 2)
        whole = [(self.sentences[number], found[number]) for number in sorted(found)]
        shown = [around(self.report.text, sentence, words) for sentence, words in whole]
        cut = any(part != sentence for part, (sentence, _) in zip(shown, whole, strict=True))
        return tuple(self.report.span(*part) for part in shown), cut

    def _within(self, spans: Iterable[Span]) -> set[int]:
        """The sentences that begin inside the spans."""
        found: set[int] = set()
        for span in spans:
            found.update(range(bisect.bisect_left(self.starts, span.start), bisect.bisect_left(self.starts, span.end)))
        return found

    def _body(self, zones: Sequence[Zone]) -> list[int]:
        out = self._within(zone.span for zone in zones if zone.kind in NO_BODY)
        return [number for number in range(len(self.sentences)) if number not in out]

    def _beside(self, found: frozenset[int]) -> int | None:
        """The sentence of the body that shares most with these headings, of two the earlier; the first at worst."""
        if found not in self._support:
            if self._stems is None:
                self._stems = [self._stems_of(number) for number in self.body[:LOOKED_AT]]
            wanted = frozenset().union(*(self._stems_of(number) for number in found))
            shared = [len(wanted & stems) for stems in self._stems]
            best = max(range(len(shared)), key=lambda i: (shared[i], -i), default=None)
            self._support[found] = None if best is None else self.body[best]
        return self._support[found]

    def _stems_of(self, number: int) -> frozenset[str]:
        start, end = self.sentences[number]
        return frozenset(word[:STEM].casefold() for word in WORD.findall(self.report.text, start, end))


def around(text: str, sentence: tuple[int, int], words: tuple[int, int]) -> tuple[int, int]:
    """A sentence; of a long one at most LONGEST characters around some words of it, cut at spaces where there are any.

    >>> around("to " * 500, (0, 1500), (750, 752))
    (252, 1250)
    """
    start, end = sentence
    if end - start <= LONGEST:
        return sentence
    low, high = max(start, words[0]), min(end, words[1])
    room = max(0, LONGEST - (high - low))
    begin = max(start, min(low - room // 2, end - LONGEST))
    past = min(end, begin + LONGEST)
    for at in range(begin, min(begin + AT_SPACE, low)) if begin > start else ():
        if text[at].isspace():
            begin = at + 1
            break
    for at in range(past, max(past - AT_SPACE, high), -1) if past < end else ():
        if text[at - 1].isspace():
            past = at - 1
            break
    return begin, past
