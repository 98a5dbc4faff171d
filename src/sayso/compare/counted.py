"""What each report counts: its quantities with what tells what they count, and which of them count the same thing."""

from __future__ import annotations

import math
import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final

from sayso.compare import case_step
from sayso.lang import language_for
from sayso.lang.needs.figures import FigureWords
from sayso.match.counts import SAME_SERIES, amount, can_be_one, closeness, same_noun, same_value
from sayso.text.sentences import sentence_spans
from sayso.values.figures import Counted, CountedThings
from sayso.values.findings import Event, Quantity
from sayso.values.numbers import NumberInText
from sayso.values.reading import Reading, innermost
from sayso.values.spans import Span
from sayso.views.chains import Chains
from sayso.views.events import EventRow, event_rows
from sayso.views.names import Names

REACH: Final = 400  # characters around a number that are kept; the comparison of numbers looks no farther
MOST_ABOUT: Final = 24  # words of names by which two reports are told to be on one matter
WORD: Final = re.compile(r"[^\W\d_]+")
TOKEN: Final = re.compile(r"[^\W\d_]+|[,;]")
NAME_LETTERS: Final = 3  # of a word of a name; shorter ones are mostly initials and particles
BESIDE: Final = 30  # characters before a number in which words tell which count it is
TOLD_BEFORE: Final = 80  # characters before "from 38" in which a word tells that it changed
BACK: Final = 400  # characters to the number that a bare one may take up
LEAST_IN_ROW: Final = 100  # smaller ones in a row are mostly names: "articles 21 and 24"
LEAST_BARE: Final = 20  # smaller numbers without a noun may count anything
WIDEST: Final = 3  # how far apart the ends of a range may be; "hundreds" is no number
NOT_COUNTED: Final = frozenset({"duration", "age"})


@case_step("counted.v1", needs=("reading",), gives="counted", value=CountedThings)
def counted(reading: Reading) -> CountedThings:
    """What a report counts; stretches of time, ages and vague numbers ("dozens") are left out."""
    kept = [quantity for quantity in reading.quantities if _is_counted(quantity)]
    made = _Surroundings(reading)
    boilerplate = [zone.span for zone in reading.zones if zone.kind == "boilerplate"]
    found = [made.of(q) for q in kept if not any(span.covers(q.span) for span in boilerplate) and not made.is_name(q)]
    return CountedThings(_about(reading), tuple(_joined(found, reading.report.text, made.words)))


def _is_counted(quantity: Quantity) -> bool:
    if quantity.role in NOT_COUNTED or not all(
        bound is None or math.isfinite(bound) for bound in (quantity.value, quantity.low, quantity.high)
    ):
        return False
    if quantity.value is not None and quantity.value <= 1 and quantity.unit is None and quantity.role != "share":
        return False  # "one" is hardly ever a count
    low, high = quantity.low, quantity.high
    return quantity.value is not None or (low is not None and high is not None and high <= WIDEST * low)


def _about(reading: Reading) -> tuple[str, ...]:
    counts: Counter[str] = Counter()
    for entity in reading.entities:
        for word in {word.casefold() for word in WORD.findall(entity.name or "") if len(word) >= NAME_LETTERS}:
            counts[word] += len(entity.mentions)
    for place in reading.places:
        counts.update({word.casefold() for word in WORD.findall(place.name or "") if len(word) >= NAME_LETTERS})
    return tuple(word for word, _ in sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:MOST_ABOUT])


class _Surroundings:
    """What stands around the quantities of one reading."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        report = reading.report
        self.text = report.text
        language = language_for(report.lang)
        self.words: FigureWords = language.figures
        self.countries = language.countries
        self.sentences = sentence_spans(report.text, None, language.text.sentences)
        self.starts = [start for start, _ in self.sentences]
        self.mentions = sorted(reading.mentions, key=lambda m: m.span.start)
        self.mention_starts = [m.span.start for m in self.mentions]
        self.names = Names(reading)
        self.chains = Chains(report, reading.mentions, reading.entities, reading.attributions)
        ordered = sorted(reading.quantities, key=lambda q: q.span.start)
        inside = innermost(reading.attributions, [q.span.start for q in ordered])
        self.inside = {q.id: held for q, held in zip(ordered, inside, strict=True)}
        self.events: dict[str, Event] = {}
        for event in reading.events:
            for quantity in event.quantities:
                self.events.setdefault(quantity, event)
        counting = {event.part_of or event.id for event in self.events.values()}
        self.rows: Mapping[str, EventRow] = (
            {row.id: row for row in event_rows(reading) if row.id in counting} if counting else {}
        )
        self.places = {place.id: place for place in reading.places}
        self.lies_in = self._containers()
        sources = sorted((span.start, span.end) for one in reading.attributions for span in one.source)
        begins = [start for start, _ in sources]
        self.set_in = [
            place
            for place in sorted(reading.places, key=lambda place: place.span.start)
            if place.use in ("place", "demonym") and not _lies_in(place.span.start, sources, begins)
        ]
        self.place_starts = [place.span.start for place in self.set_in]

    def _containers(self) -> dict[str, tuple[str, ...]]:
        """Id of a place -> what it is called or its id, then what it lies in."""
        found = {}
        for place in self.reading.places:
            own = place.gazetteer or (place.name or place.span.text).casefold()
            if (place.name or place.span.text).casefold() in self.countries and place.country:
                own = place.country
            within = self.places.get(place.within or "")
            outer = [within.gazetteer or (within.name or "").casefold()] if within is not None else []
            found[place.id] = tuple(dict.fromkeys([own, *outer, *([place.country] if place.country else [])]))
        return found

    def is_name(self, quantity: Quantity) -> bool:
        """Whether a mark before a number makes it the name of something."""
        before = self.text[max(0, quantity.span.start - 2) : quantity.span.start].strip()
        return bool(before) and before[-1] in self.words.signs

    def of(self, quantity: Quantity) -> Counted:
        """A quantity as it is compared, by itself."""
        begin, end = self._sentence(quantity.span.start)
        low, high = max(0, quantity.span.start - REACH), min(len(self.text), quantity.span.end + REACH)
        event = self.events.get(quantity.id)
        row = self.rows.get(event.part_of or event.id) if event is not None else None
        stretch = self.text[low:high]
        moved = _moved(quantity, low, high)
        number = NumberInText(
            stretch, quantity.span.start - low, quantity.span.end - low, moved, self.reading.report.published
        )
        attribution = self.inside.get(quantity.id)
        chain = [voice for voice in self.chains.of(attribution) if voice.kind != "outlet"]
        return Counted(
            number,
            low,
            quantity.id,
            names=self._names_in(begin, end),
            people=self._is_people(quantity),
            anyone=quantity.counts is not None and _last_word(quantity.counts) in self.words.people,
            marks=_marks(quantity, self.text, self.words),
            state=event.state if event is not None else None,
            trigger=event.trigger[0].text.casefold() if event is not None else "",
            days=(row.earliest, row.latest) if row is not None else ("", ""),
            places=self._places_of(event),
            scope=self._scope(begin, end),
            voices=tuple(voice.name or self.names.of(voice.mention or "") for voice in chain),
            sentence=(begin, end),
        )

    def _sentence(self, at: int) -> tuple[int, int]:
        number = bisect_right(self.starts, at) - 1
        return self.sentences[number] if number >= 0 else (0, len(self.text))

    def _mentions_in(self, begin: int, end: int) -> Iterator[tuple[str, str, Span]]:
        first = bisect_right(self.mention_starts, begin - 1)
        for mention in self.mentions[first : bisect_right(self.mention_starts, end - 1)]:
            yield mention.id, mention.schema, mention.span

    def _names_in(self, begin: int, end: int) -> tuple[str, ...]:
        found: dict[str, None] = {}
        for mention, _, _ in self._mentions_in(begin, end):
            for word in WORD.findall(self.names.of(mention)):
                if len(word) >= NAME_LETTERS and word[0].isupper():
                    found[word.casefold()] = None
        return tuple(sorted(found))

    def _is_people(self, quantity: Quantity) -> bool:
        if quantity.role in ("killed", "wounded", "held", "members"):
            return True
        counts = quantity.counts
        if counts is None:
            return False
        noun = _last_word(counts)
        ends = noun.endswith(self.words.people_ends) and noun not in self.words.things
        if ends or noun in self.words.people:
            return True
        low = max(0, quantity.span.start - BESIDE)
        return any(
            schema == "Person" and span.start < counts.end and counts.start < span.end
            for _, schema, span in self._mentions_in(low, counts.end)
        )

    def _scope(self, begin: int, end: int) -> tuple[str, ...]:
        first = bisect_right(self.place_starts, begin - 1)
        held = self.set_in[first : bisect_right(self.place_starts, end - 1)]
        return tuple(sorted({place.country or self.lies_in[place.id][0] for place in held}))

    def _places_of(self, event: Event | None) -> tuple[tuple[str, ...], ...]:
        if event is None or event.place is None or event.place not in self.lies_in:
            return ()
        return (self.lies_in[event.place],)


def _last_word(span: Span) -> str:
    return "".join(WORD.findall(span.text)[-1:]).casefold()


def _lies_in(at: int, spans: Sequence[tuple[int, int]], begins: Sequence[int]) -> bool:
    """Whether one of these spans, in order, holds a point of the text."""
    before = bisect_right(begins, at) - 1
    return before >= 0 and at < spans[before][1]


def _moved(quantity: Quantity, low: int, high: int) -> Quantity:
    """The quantity with its spans as they stand in the stretch from `low` on; what lies outside it is left out."""

    def shifted(span: Span | None) -> Span | None:
        if span is None or span.start < low or span.end > high:
            return None
        return Span(span.start - low, span.end - low, span.text)

    own = shifted(quantity.span)
    assert own is not None
    return replace(quantity, span=own, hedge=shifted(quantity.hedge), counts=shifted(quantity.counts))


def _marks(quantity: Quantity, text: str, words: FigureWords) -> tuple[str, ...]:
    """The kinds of count that the words beside a number tell."""
    start, end = quantity.span.start, quantity.span.end
    counts = quantity.counts
    noun_start, noun_end = (counts.start, counts.end) if counts is not None and counts.start >= end else (end, end)
    found = set()
    hedge = quantity.hedge
    before = TOKEN.findall(text[max(0, start - BESIDE) : min(start, hedge.start) if hedge else start].casefold())
    between = WORD.findall(text[end:noun_end].casefold()) if noun_end - end < REACH else []
    for word in (*before[-1:], *between):
        if word in words.before:
            found.add(words.before[word])
    for at in {end, noun_end}:
        behind = TOKEN.findall(text[at : at + BESIDE].casefold())
        for phrase, kind in words.behind.items():
            if tuple(behind[: len(phrase)]) == phrase:
                found.add(kind)
    near = [*before, *WORD.findall(text[end:noun_start].casefold())]
    if counts is not None and len(counts.text.split()) > 1:
        near += WORD.findall(counts.text.casefold())[:-1]
    for word in near:
        found.update(kind for head, kind in words.beside.items() if word.startswith(head))
    if TOKEN.findall(text[end : end + BESIDE].casefold())[:1] and _is_part(text, end, words):
        found.add("part")
    return tuple(sorted(found))


def _is_part(text: str, end: int, words: FigureWords) -> bool:
    """Whether the whole follows: "two of the 60"."""
    behind = text[end : end + BESIDE].casefold().split()
    return bool(behind) and behind[0] in words.part_of and any(word[:1].isdigit() for word in behind[1:4])


def _joined(found: Sequence[Counted], text: str, words: FigureWords) -> Iterator[Counted]:
    """The same, each with the first of those that count the same thing."""
    first: dict[str, str] = {}
    moved: set[str] = set()
    by_value: dict[float, list[Counted]] = {}
    for at, one in enumerate(found):
        first[one.id] = one.id
        last = found[at - 1] if at else None
        if last is not None and _is_change(last, one, text, words):
            first[one.id] = first[last.id]
            moved.add(one.id)
        elif last is not None and _is_series(last, one, text, words):
            first[one.id] = first[last.id]
        else:
            partner = _taken_up(one, found[max(0, at - 4) : at], first)
            partner = partner or _repeated(one, by_value.get(amount(one), ()))
            if partner is not None:
                first[one.id] = first[partner.id]
        by_value.setdefault(amount(one), []).append(one)
    for one in found:
        yield replace(one, first=first[one.id], moved=one.id in moved)


def _place(one: Counted) -> tuple[int, int]:
    """Where the number and its noun begin and end in the report."""
    quantity = one.number.quantity
    assert quantity is not None
    end = quantity.span.end
    if quantity.counts is not None and 0 <= quantity.counts.start - end <= BESIDE:
        end = quantity.counts.end
    return one.start + quantity.span.start, one.start + end


def _bare(one: Counted) -> bool:
    quantity = one.number.quantity
    return quantity is not None and quantity.unit is None and quantity.counts is None and quantity.role == "other"


def _is_change(last: Counted, one: Counted, text: str, words: FigureWords) -> bool:
    """Whether the text tells that one number became the other: "from 38 to 41"."""
    start, end = _place(last)
    between = text[end : _place(one)[0]].casefold().split()
    if not between or between[0].strip(",") not in words.moved_to or len(between) > 1:
        return False
    before = text[max(0, start - TOLD_BEFORE) : start].casefold().split()
    if not before or before[-1] not in words.moved_from or not can_be_one(last, one, told=True):
        return False
    return any(word.startswith(words.changes) for word in before)


def _is_series(last: Counted, one: Counted, text: str, words: FigureWords) -> bool:
    """Whether both stand in a row of bare numbers that are near each other: "3,400, 3,150, 3,120"."""
    if not (_bare(last) and _bare(one)) or closeness(last, one) > SAME_SERIES or amount(last) < LEAST_IN_ROW:
        return False
    between = TOKEN.findall(text[_place(last)[1] : _place(one)[0]].casefold())
    return bool(between) and len(between) <= 2 and all(word in words.joins for word in between)


def _taken_up(one: Counted, before: Sequence[Counted], first: Mapping[str, str]) -> Counted | None:
    """The number of another voice that a bare one takes up: "2,900 people ... I have heard 3,150"."""
    if not _bare(one) or not amount(one) >= LEAST_BARE or one.marks:
        return None
    for other in reversed(before):
        quantity = other.number.quantity
        if _place(one)[0] - _place(other)[1] > BACK or quantity is None or quantity.unit is not None or other.marks:
            continue
        other_voice = one.voices[-1:] != other.voices[-1:]  # of one voice it is the number of something else
        same = same_value(one, other)
        if closeness(other, one) <= SAME_SERIES and (other.people or _bare(other)) and (other_voice or same):
            return other
    return None


def _repeated(one: Counted, same: Sequence[Counted]) -> Counted | None:
    """An earlier mention of the same number that counts the same thing."""
    for other in same:
        if same_value(one, other) and can_be_one(one, other) and same_noun(one, other) and one.scope == other.scope:
            return other
    return None
