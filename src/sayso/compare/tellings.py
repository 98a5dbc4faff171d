"""What each report tells, sentence by sentence: what the comparison of accounts needs of a reading, and no more.

What is said inside an attribution is told by its speaker; where one stands inside another, the innermost counts. What
is left of a sentence is told by the report, if there is an event in it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final

from sayso.compare import case_step
from sayso.nlp.commonness import weight
from sayso.values.findings import Attribution, Claim, Event, Place, Quantity, Time
from sayso.values.reading import Reading
from sayso.values.spans import Span
from sayso.values.tellings import Deed, Testimony
from sayso.views.names import Names

WORD: Final = re.compile(r"[^\W\d_]+")
STEM: Final = 5  # letters of a word that are compared
AROUND: Final = 60  # code points beside a sentence that are kept, for what stands around its numbers
MOST_WORDS: Final = 60  # of a sentence; more is a list
LEAST_WORDS: Final = 2  # of what is left of a sentence beside what others say in it
MOST_OUTER: Final = 0.5  # of a content that stands in another one: then the outer one tells nothing of its own
Piece = tuple[int, int]


@case_step("tellings.v1", needs=("reading",), gives="tellings", value=tuple[Testimony, ...])
def tellings(reading: Reading) -> tuple[Testimony, ...]:
    """What a report tells, in the order of the text."""
    return tuple(sorted(_Tellings(reading).found(), key=lambda one: (one.start, one.claim)))


class _Tellings:
    """One reading, taken apart."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.text = reading.report.text
        self.names = Names(reading)
        self.owner = {mention: entity.id for entity in reading.entities for mention in entity.mentions}
        self.named = {entity.id for entity in reading.entities if entity.name}
        self.times: Mapping[str, Time] = {time.id: time for time in reading.times}
        self.places: Mapping[str, Place] = {place.id: place for place in reading.places}
        self.claims: Mapping[str, Claim] = {claim.about: claim for claim in reading.claims}
        self.second = {event.id for event in reading.events if event.part_of}
        self.skipped = [time.span for time in reading.times]
        self.skipped += [mention.span for mention in reading.mentions if self.owner.get(mention.id) in self.named]

    def found(self) -> Iterator[Testimony]:
        """The tellings, in no order."""
        inner = self._innermost()
        taken: dict[Piece, list[Piece]] = {}  # sentence -> what others say in it
        for one in inner:
            claim = self.claims.get(one.id)
            for sentence in claim.evidence if claim is not None else ():
                pieces = _inside(sentence, one.content)
                if claim is not None and pieces:
                    taken.setdefault((sentence.start, sentence.end), []).extend(pieces)
                    yield self._telling(claim, sentence, pieces, one)
        for sentence, claim, pieces in self._left(taken):
            yield self._telling(claim, sentence, pieces, None)

    def _innermost(self) -> list[Attribution]:
        """The attributions that no other one inside them says most of."""
        length = {one.id: sum(span.end - span.start for span in one.content) for one in self.reading.attributions}
        within: dict[str, int] = {}
        for one in self.reading.attributions:
            if one.inside is not None:
                within[one.inside] = within.get(one.inside, 0) + length[one.id]
        return [one for one in self.reading.attributions if within.get(one.id, 0) < MOST_OUTER * length[one.id]]

    def _left(self, taken: Mapping[Piece, Sequence[Piece]]) -> Iterator[tuple[Span, Claim, list[Piece]]]:
        """Sentences of the report's own voice: the claim of the chief event, and what is left of the sentence."""
        chief: dict[Piece, tuple[tuple[bool, bool, int, int], Event, Span]] = {}
        for event in self.reading.events:
            claim = self.claims.get(event.id)
            if event.inside is not None or event.id in self.second or claim is None:
                continue
            for sentence in claim.evidence:
                if sentence.start <= event.trigger[0].start < sentence.end:
                    key = (sentence.start, sentence.end)
                    rank = (not event.main, event.type is None, -len(event.arguments), event.trigger[0].start)
                    if key not in chief or rank < chief[key][0]:
                        chief[key] = (rank, event, sentence)
        for key, (_, event, sentence) in chief.items():
            pieces = _without(key, taken.get(key, ()))
            words = sum(len(WORD.findall(self.text[start:end])) for start, end in pieces)
            if key not in taken or words >= LEAST_WORDS + len(WORD.findall(self.text[key[0] : key[1]])) // 2:
                yield sentence, self.claims[event.id], pieces

    def _telling(self, claim: Claim, sentence: Span, pieces: list[Piece], said: Attribution | None) -> Testimony:
        report = self.reading.report
        start = max(0, sentence.start - AROUND)
        named = [
            (mention.span.start, self.owner[mention.id]) for mention in self.reading.mentions
            if self.owner.get(mention.id) in self.named and _covers(pieces, mention.head.start)
        ]  # fmt: skip
        speakers = (said.speakers or (said.speaker,)) if said is not None else ()
        agencies = [voice.name for voice in claim.chain if voice.kind == "agency" and voice.name]
        agencies += [credit.agency for credit in report.credits if credit.scope == "report"]
        numbers = [q for q in self.reading.quantities if sentence.start <= q.span.start and q.span.end <= sentence.end]
        if said is None or len(pieces) > 1 or _is_quoted(said, sentence):
            numbers = [q for q in numbers if _covers(pieces, q.span.start)]
        return Testimony(
            claim=claim.id,
            about=claim.about,
            start=sentence.start,
            end=sentence.end,
            base=start,
            text=self.text[start : sentence.end + AROUND],
            words=self._words(pieces),
            named=tuple(dict.fromkeys(entity for _, entity in sorted(named))),
            speakers=tuple(dict.fromkeys(self.owner.get(mention, mention) for mention in speakers if mention)),
            called=tuple(self.names.each(mention for mention in speakers if mention)),
            outlet=report.outlet or "",
            agencies=tuple(dict.fromkeys(agencies)),
            published=report.published or "",
            denied=said is not None and said.manner == "denies",
            deeds=tuple(self._deed(e) for e in self.reading.events if _covers(pieces, e.trigger[0].start)),
            numbers=tuple(_shifted(number, start) for number in numbers),
        )

    def _words(self, pieces: Iterable[Piece]) -> tuple[tuple[str, float], ...]:
        """The stems of what is said with their weights, each once, without names and times."""
        skipped = [span for span in self.skipped if any(span.start < end and start < span.end for start, end in pieces)]
        found: dict[str, float] = {}
        for start, end in pieces:
            for word in WORD.finditer(self.text, start, end):
                if any(span.start <= word.start() < span.end for span in skipped):
                    continue
                form = word.group().lower()
                told = weight(form)
                if told:
                    found[form[:STEM]] = max(found.get(form[:STEM], 0.0), round(told, 3))
        return tuple(sorted(found.items(), key=lambda item: -item[1])[:MOST_WORDS])

    def _deed(self, event: Event) -> Deed:
        first = last = ""
        when = where = (0, 0)
        for at in event.when:
            time = self.times.get(at.time or "")
            if time is not None and at.rel in ("at", "during") and time.earliest and time.latest:
                first, last, when = time.earliest, time.latest, (time.span.start, time.span.end)
                break
        place = self.places.get(event.place or "")
        country = place.country or "" if place is not None else ""
        if place is not None:
            where = (place.span.start, place.span.end)
        lying: dict[str, None] = {}
        while place is not None and len(lying) < 5:
            lying[place.gazetteer or place.name or place.span.text] = None
            place = self.places.get(place.within or "")
        triggers = [span for other in (event, *self._others(event)) for span in other.trigger]
        return Deed(
            id=event.id,
            start=event.trigger[0].start,
            end=event.trigger[-1].end,
            stems=tuple(dict.fromkeys(w.lower()[:STEM] for span in triggers for w in WORD.findall(span.text))),
            type=event.type or "",
            agents=tuple(dict.fromkeys(self.owner.get(mention, mention) for mention in event.actors)),
            patients=tuple(dict.fromkeys(self.owner.get(mention, mention) for mention in event.recipients)),
            first=first,
            last=last,
            places=tuple(lying),
            country=country,
            when=when,
            where=where,
            state=event.state,
        )

    def _others(self, event: Event) -> Iterator[Event]:
        """The second word of an event, as "tour" in "made a tour"."""
        return (other for other in self.reading.events if other.part_of == event.id)


def _inside(sentence: Span, spans: Iterable[Span]) -> list[Piece]:
    """The parts of spans that lie in a sentence."""
    cut = ((max(sentence.start, span.start), min(sentence.end, span.end)) for span in spans)
    return [(start, end) for start, end in cut if start < end]


def _without(whole: Piece, parts: Iterable[Piece]) -> list[Piece]:
    """What is left of a stretch."""
    left, at = [], whole[0]
    for start, end in sorted(parts):
        if start > at:
            left.append((at, start))
        at = max(at, end)
    return [*left, (at, whole[1])] if at < whole[1] else left


def _covers(pieces: Iterable[Piece], at: int) -> bool:
    return any(start <= at < end for start, end in pieces)


def _is_quoted(said: Attribution, sentence: Span) -> bool:
    """Whether a sentence is quoted: what stands outside the content is told by somebody else."""
    return said.style == "direct" and any(span.overlaps(sentence) for span in said.content)


def _shifted(number: Quantity, base: int) -> Quantity:
    """A quantity with its places counted from `base`; a noun or hedge that lies before it is left out."""

    def moved(span: Span | None) -> Span | None:
        return None if span is None or span.start < base else Span(span.start - base, span.end - base, span.text)

    span = Span(number.span.start - base, number.span.end - base, number.span.text)
    return replace(number, span=span, hedge=moved(number.hedge), counts=moved(number.counts))
