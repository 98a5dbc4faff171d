"""Who vouches for what: each attribution is a claim with its chain, from who prints to who vouches last.

The chain is outlet, agency of the whole report, then for each attribution around and for the attribution itself whoever
carried the words and who spoke. What is unknown is left out, never guessed.
"""

from __future__ import annotations

import bisect
from collections.abc import Iterable

from sayso import quotes, sentences
from sayso.registry import extractor
from sayso.types import Attribution, Claim, Entity, Ids, Mention, Report, Span, Voice


@extractor("claims.v1", gives="claims")
def claims(
    report: Report,
    mentions: tuple[Mention, ...],
    entities: tuple[Entity, ...],
    attributions: tuple[Attribution, ...],
) -> tuple[Claim, ...]:
    """One claim an attribution, in their order."""
    chains = Chains(report, mentions, entities, attributions)
    evidence = Evidence(report)
    ids = Ids(report.id, "c")
    made = []
    for attribution in attributions:
        spans = evidence.of((*attribution.source, *attribution.cue, *attribution.content))
        made.append(Claim(ids(spans[0].start), attribution.id, chains.of(attribution.id), spans))
    return tuple(made)


class Chains:
    """The chain of any place in a report, by the attribution that it stands in."""

    def __init__(
        self,
        report: Report,
        mentions: Iterable[Mention],
        entities: Iterable[Entity],
        attributions: Iterable[Attribution],
    ) -> None:
        self.attributions = {a.id: a for a in attributions}
        texts = {m.id: m.span.text for m in mentions}
        self.names = {m: e.name or texts[m] for e in entities for m in e.mentions}
        self.names = texts | self.names
        self.entity = {m: e.id for e in entities for m in e.mentions}
        self.first: list[Voice] = [Voice("outlet", report.outlet)] if report.outlet else []
        for credit in report.credits:
            if credit.scope == "report":
                self.first.append(Voice("agency", credit.agency))

    def of(self, inside: str | None) -> tuple[Voice, ...]:
        """The chain of what stands inside this attribution, its speaker last; of the report itself for None."""
        path: list[Attribution] = []
        while inside is not None:
            path.append(self.attributions[inside])
            inside = path[-1].inside
        chain = list(self.first)
        for attribution in reversed(path):
            for mention in attribution.via:
                self._add(chain, Voice("agency", self.names[mention], mention))
            if attribution.speaker is not None:
                self._add(chain, Voice("speaker", self.names[attribution.speaker], attribution.speaker))
        return tuple(chain)

    def _add(self, chain: list[Voice], voice: Voice) -> None:
        """Add a voice unless it is the last one already, or the agency that the report is credited to."""
        for other in chain:
            same_entity = (
                other.mention is not None
                and voice.mention is not None
                and self.entity.get(other.mention, other.mention) == self.entity.get(voice.mention, voice.mention)
            )
            if same_entity or (voice.kind == "agency" and other.name == voice.name):
                return
        chain.append(voice)


class Evidence:
    """Whole sentences around spans."""

    def __init__(self, report: Report) -> None:
        self.report = report
        self.sentences = sentences.sentence_spans(report.text, quotes.paragraph_spans(report.text))
        self.starts = [start for start, _ in self.sentences]

    def of(self, spans: Iterable[Span]) -> tuple[Span, ...]:
        """The sentences that the spans touch, in order, each once."""
        found = set()
        for span in spans:
            number = max(0, bisect.bisect_right(self.starts, span.start) - 1)
            while number < len(self.sentences) and self.sentences[number][0] < span.end:
                found.add(self.sentences[number])
                number += 1
        return tuple(self.report.span(start, end) for start, end in sorted(found))
