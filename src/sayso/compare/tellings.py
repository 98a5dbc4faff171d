"""What each report tells, sentence by sentence: what the comparison of accounts needs of a reading, and no more.

What is said inside an attribution is told by its speaker; where one stands inside another, the innermost counts. What
is left of a sentence is told by the report, if there is an event in it.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final, Generic, TypeVar

from sayso.compare import case_step
from sayso.lang import language_for
from sayso.nlp.commonness import weight
from sayso.text.quotations import find_quotations
from sayso.values.findings import Attribution, Claim, Event, Place, Quantity, Time
from sayso.values.reading import Reading
from sayso.values.spans import Span
from sayso.values.tellings import Testimony, ToldDeed
from sayso.values.terms import SOMEONE
from sayso.views.names import Names

WORD: Final = re.compile(r"[^\W\d_]+")
CAPITAL: Final = re.compile(r"(?<![\w’'])[A-ZÀ-Þ][^\W\d_]*[a-zß-ÿ]\w*")
OPENING: Final = "\"'“‘«([ \n"
STEM: Final = 5  # letters of a word that are compared
AROUND: Final = 60  # code points beside a sentence that are kept, for what stands around its numbers
MOST_WORDS: Final = 60  # of a sentence; more is a list
LEAST_WORDS: Final = 2  # of what is left of a sentence beside what others say in it
IN_NAME: Final = 0.4  # what is left of the weight of a word in a name: who is meant is compared by itself
LEAST_DOER: Final = 0.2  # weight of a word that tells who does something
ASKING: Final = ("?", "？")
LEAST_QUOTED: Final = 3  # words of a quotation by which another report's sentence of the same speaker is known
MOST_QUOTED: Final = 12
LEAST_QUOTED_TOLD: Final = 0.4  # sum of their weights; "it is not so" is said of anything
# a date of which the year is not known, or a day of the week
NO_YEAR: Final = re.compile(r"(XXXX-(?:\d\d(?:-\d\d)?|WXX-\d))(?:T\w+)?\Z")
CLOSING: Final = "\"'”’»)] \n"
LYING: Final = ("place", "demonym", "government")
MOST_LYING: Final = 5
MOST_OUTER: Final = 0.5  # of a content that stands in another one: then the outer one tells nothing of its own
Piece = tuple[int, int]
Value = TypeVar("Value")


@case_step("tellings.v4", needs=("reading",), gives="tellings", value=tuple[Testimony, ...])
def tellings(reading: Reading) -> tuple[Testimony, ...]:
    """What a report tells, in the order of the text."""
    return tuple(sorted(_Tellings(reading).found(), key=lambda one: (one.start, one.claim)))


class _Tellings:
    """One reading, taken apart."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.text = reading.report.text
        self.code = language_for(reading.report.lang).code
        self.names = Names(reading)
        self.owner = {mention: entity.id for entity in reading.entities for mention in entity.mentions}
        self.named = {e.id for e in reading.entities if e.name and e.schema in SOMEONE}
        self.times: Mapping[str, Time] = {time.id: time for time in reading.times}
        self.places: Mapping[str, Place] = {place.id: place for place in reading.places}
        self.claims: Mapping[str, Claim] = {claim.about: claim for claim in reading.claims}
        self.second = {event.id for event in reading.events if event.part_of}
        someone = [mention for mention in reading.mentions if self.owner.get(mention.id) in self.named]
        self.someone = _Placed(someone, lambda mention: mention.head.start)
        self.dates = _Placed(reading.times, lambda time: time.span.start)
        self.time_spans = _Placed([time.span for time in reading.times], _start, _end)
        self.name_spans = _Placed([one.span for one in someone if one.kind == "name"], _start, _end)
        self.numbers = _Placed(reading.quantities, lambda quantity: quantity.span.start)
        self.lying = _Placed([one for one in reading.places if one.use in LYING], lambda place: place.span.start)
        self.quotations = _Placed(find_quotations(self.text), lambda one: one.start, lambda one: one.end)
        self.deeds = _Placed(reading.events, lambda event: event.trigger[0].start)
        self.parts: dict[str, list[Event]] = {}
        for event in reading.events:
            if event.part_of:
                self.parts.setdefault(event.part_of, []).append(event)

    def found(self) -> Iterator[Testimony]:
        """The tellings, in no order."""
        inner = self._innermost()
        made: list[tuple[Claim, Span, list[Piece], Attribution]] = []
        taken: dict[Piece, list[Piece]] = {}  # sentence -> what others say in it
        for one in inner:
            claim = self.claims.get(one.id)
            for sentence in claim.evidence if claim is not None else ():
                pieces = _inside(sentence, one.content)
                if claim is not None and pieces:
                    taken.setdefault((sentence.start, sentence.end), []).extend(pieces)
                    made.append((claim, sentence, pieces, one))
        left = list(self._left(taken))
        voices = Counter((sentence.start, sentence.end) for _, sentence, _, _ in made)
        voices.update((sentence.start, sentence.end) for sentence, _, _ in left)
        for claim, sentence, pieces, one in made:
            yield self._telling(claim, sentence, pieces, one, alone=voices[sentence.start, sentence.end] == 1)
        for sentence, claim, pieces in left:
            yield self._telling(claim, sentence, pieces, None, alone=False)

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

    def _telling(
        self, claim: Claim, sentence: Span, pieces: list[Piece], said: Attribution | None, *, alone: bool
    ) -> Testimony:
        """What one voice says in a sentence; `alone` where no other voice says anything in it."""
        report = self.reading.report
        told = [(sentence.start, sentence.end)] if alone else pieces
        start = max(0, sentence.start - AROUND)
        words = self._words(pieces, sentence)
        named = [
            (mention.span.start, self.owner[mention.id])
            for mention in self.someone.within(sentence) if _covers(pieces, mention.head.start)
        ]  # fmt: skip
        speakers = (said.speakers or (said.speaker,)) if said is not None else ()
        agencies = [voice.name for voice in claim.chain if voice.kind == "agency" and voice.name]
        agencies += [credit.agency for credit in report.credits if credit.scope == "report"]
        numbers = [q for q in self.numbers.within(sentence) if q.span.end <= sentence.end]
        row = tuple((q.value, q.unit or q.role) for q in numbers if q.value is not None)
        if not alone or (said is not None and _is_quoted(said, sentence)):
            numbers = [q for q in numbers if _covers(pieces, q.span.start)]
        return Testimony(
            claim=claim.id,
            about=claim.about,
            start=sentence.start,
            end=sentence.end,
            base=start,
            text=self.text[start : sentence.end + AROUND],
            words=tuple((stem, told) for stem, (told, _) in words),
            forms=tuple(form for _, (_, form) in words),
            named=tuple(dict.fromkeys(entity for _, entity in sorted(named))),
            speakers=tuple(dict.fromkeys(self.owner.get(mention, mention) for mention in speakers if mention)),
            called=tuple(self.names.each(mention for mention in speakers if mention)),
            outlet=report.outlet or "",
            agencies=tuple(dict.fromkeys(agencies)),
            published=report.published or "",
            denied=said is not None and said.manner == "denies",
            asked=self.text[pieces[-1][0] : sentence.end].rstrip(CLOSING).endswith(ASKING),
            days=tuple(self._days(told, sentence)),
            where=tuple(self._lying(place) for place in self.lying.within(sentence) if _covers(told, place.span.start)),
            names=tuple(dict.fromkeys(self._names(pieces, sentence))),
            deeds=tuple(
                self._deed(e, sentence) for e in self.deeds.within(sentence) if _covers(pieces, e.trigger[0].start)
            ),
            numbers=tuple(_shifted(number, start) for number in numbers),
            row=row,
            quoted=tuple(self._quoted(pieces, sentence)) if speakers else (),
            lang=report.lang or "",
        )

    def _words(self, pieces: Iterable[Piece], sentence: Span) -> list[tuple[str, tuple[float, str]]]:
        """The stems of what is said, each once, without times: with its weight, and the word that tells most."""
        skipped, named = (
            [
                span for span in spans.within(sentence)
                if any(span.start < end and start < span.end for start, end in pieces)
            ]
            for spans in (self.time_spans, self.name_spans)
        )  # fmt: skip
        found: dict[str, tuple[float, str]] = {}
        for start, end in pieces:
            for word in WORD.finditer(self.text, start, end):
                if any(span.start <= word.start() < span.end for span in skipped):
                    continue
                form = word.group().lower()
                told = weight(form, self.code)
                if any(span.start <= word.start() < span.end for span in named):
                    told *= IN_NAME
                told = round(told, 3)
                if told > found.get(form[:STEM], (0.0, ""))[0]:
                    found[form[:STEM]] = told, form
        return sorted(found.items(), key=lambda item: -item[1][0])[:MOST_WORDS]

    def _names(self, pieces: Iterable[Piece], sentence: Span) -> Iterator[str]:
        """Words in capitals that are no beginning of a sentence and no time: names, also of what is nobody."""
        times = self.time_spans.within(sentence)
        for begin, end in pieces:
            for word in CAPITAL.finditer(self.text, begin, end):
                opens = not self.text[sentence.start : word.start()].strip(OPENING)
                if not opens and not any(span.start <= word.start() < span.end for span in times):
                    yield word.group().lower()

    def _quoted(self, pieces: Iterable[Piece], sentence: Span) -> Iterator[str]:
        """The words of short quotations that tell something, each in small letters with one space between."""
        for one in self.quotations.within(sentence):
            if not _covers(pieces, one.start):
                continue
            words = [word.lower() for word in WORD.findall(self.text[one.start : min(one.end, sentence.end)])]
            told = sum(weight(word, self.code) for word in words)
            if LEAST_QUOTED <= len(words) <= MOST_QUOTED and told >= LEAST_QUOTED_TOLD:
                yield " ".join(words)

    def _days(self, pieces: Iterable[Piece], sentence: Span) -> Iterator[tuple[str, str]]:
        """The dates that stand in some pieces of a sentence and are known to the month, if not to the year."""
        for time in self.dates.within(sentence):
            if time.type not in ("DATE", "TIME") or not _covers(pieces, time.span.start):
                continue
            if time.earliest and time.latest and time.earliest[:7] == time.latest[:7]:
                yield time.earliest, time.latest
            elif not (time.earliest or time.latest):
                known = NO_YEAR.match(time.value)
                if known is not None:
                    yield known.group(1), known.group(1)

    def _deed(self, event: Event, sentence: Span) -> ToldDeed:
        first = last = ""
        when = where = (0, 0)
        for at in event.when:
            time = self.times.get(at.time or "")
            if time is None or at.rel not in ("at", "during") or not sentence.covers(time.span):
                continue  # a day that another sentence tells may be that of another event
            if time.earliest and time.latest:
                first, last, when = time.earliest, time.latest, (time.span.start, time.span.end)
                break
        place = self.places.get(event.place or "")
        country = place.country or "" if place is not None else ""
        if place is not None and sentence.covers(place.span):
            where = (place.span.start, place.span.end)
        both = (event, *self.parts.get(event.id, ()))  # also its second word, as "tour" in "made a tour"
        triggers = [span for other in both for span in other.trigger]
        return ToldDeed(
            id=event.id,
            start=event.trigger[0].start,
            end=event.trigger[-1].end,
            stems=tuple(dict.fromkeys(w.lower()[:STEM] for span in triggers for w in WORD.findall(span.text))),
            type=event.type or "",
            mode=event.mode or "",
            agents=tuple(dict.fromkeys(self.owner.get(mention, mention) for mention in event.actors)),
            patients=tuple(dict.fromkeys(self.owner.get(mention, mention) for mention in event.recipients)),
            doers=tuple(dict.fromkeys(self._words_for(event, "agent"))),
            undergoers=tuple(dict.fromkeys(self._words_for(event, "patient"))),
            first=first,
            last=last,
            places=self._lying(place) if place is not None else (),
            country=country,
            when=when,
            where=where,
            by=next(((a.span.start, a.span.end) for a in event.arguments if a.role == "agent" and a.span), (0, 0)),
            state=event.state,
            numbers=event.quantities,
        )

    def _words_for(self, event: Event, role: str) -> Iterator[str]:
        """The words for who or what has a part in an event; of a pronoun those of whom it stands for."""
        for argument in event.arguments:
            if argument.role == role:
                words = self.names.of(argument.mention) if argument.mention else ""
                span = argument.span if role == "agent" else argument.head or argument.span
                words = words or (span.text if span is not None else "")
                for form in map(str.lower, WORD.findall(words)):
                    if weight(form, self.code) >= LEAST_DOER:
                        yield form

    def _lying(self, place: Place) -> tuple[str, ...]:
        """A place, what it lies in as the report says, and its country."""
        lying: dict[str, None] = {}
        at: Place | None = place
        while at is not None and len(lying) < MOST_LYING:
            lying[at.gazetteer or at.name or at.span.text] = None
            at = self.places.get(at.within or "")
        return (*lying, *([f"country {place.country}"] if place.country else []))


class _Placed(Generic[Value]):
    """Values by where they stand in the text.

    at     where one begins
    end    where it ends, if all that reach into a sentence are asked for; else those that begin in it
    """

    def __init__(
        self, values: Iterable[Value], at: Callable[[Value], int], end: Callable[[Value], int] | None = None
    ) -> None:
        self._values = list(values)
        self._order = sorted(range(len(self._values)), key=lambda number: at(self._values[number]))
        self._starts = [at(self._values[number]) for number in self._order]
        self._longest = max((end(value) - at(value) for value in self._values), default=0) if end is not None else 0

    def within(self, sentence: Span) -> list[Value]:
        """Those of a sentence, in the order in which they were given."""
        low = bisect_left(self._starts, sentence.start - self._longest)
        high = bisect_left(self._starts, sentence.end)
        return [self._values[number] for number in sorted(self._order[low:high])]


def _start(span: Span) -> int:
    return span.start


def _end(span: Span) -> int:
    return span.end


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
