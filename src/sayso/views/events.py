"""A reading's events as rows: who did what to whom, when, where, how many, and on whose say-so.

The words are those of the report, so that a row can be read, searched and put into a spreadsheet by itself.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Final

from sayso.values.case import ReportRow
from sayso.values.findings import Claim, Event, Place, Quantity, Time, When
from sayso.values.reading import Reading
from sayso.values.report import Report
from sayso.values.rows import RowQuery, RowSpec, bounds
from sayso.views.evidence import shown
from sayso.views.names import Names
from sayso.views.statements import JOINT, LINK

ALSO: Final = "; "  # between those who act together
WIDEST: Final = 80  # code points of what an event is told to do to, or to count; longer words are left out
MAIN: Final = "main"  # the standing of what a report is about
TYPED: Final = "typed"  # that of other events with a PLOVER type
JOINED: Final = 40  # code points between a verb and the noun of the same event that are shown
NEAR: Final = 12  # code points between a number and its hedge or noun; those farther off read as something else


@dataclass(frozen=True, slots=True)
class EventRow:
    """One event as a row. What is absent is "".

    what             the trigger's words
    who, whom        names of actors and recipients, joined by "; "; where they are things, the words for them
    whos, whoms      all that they are called in the report: for the search
    when             the words that time it, with "before", "since" and the like in front
    earliest, latest ISO dates between which it is; "" for an open end, both "" where it is not dated
    place, country   the gazetteer's name, or the words; ISO 3166-1 code
    how_many         the numbers it counts, with hedge and what they count
    because          the words that make it anything but a plain fact
    chain            who vouches, from who prints to who vouches last, joined by " > "; "" for the voice of a report
                     whose outlet is not known
    evidence         (start, end) of the sentences that tell it
    standing         "main" for what the report is about, "typed" for another event with a PLOVER type, else ""
    """

    id: str
    what: str
    type: str
    mode: str
    context: str
    who: str
    whom: str
    whos: str
    whoms: str
    when: str
    earliest: str
    latest: str
    place: str
    country: str
    how_many: str
    factuality: str
    state: str
    because: str
    chain: str
    evidence: tuple[tuple[int, int], ...]
    start: int
    end: int
    version: str
    standing: str

    def sentences(self, text: str) -> list[str]:
        """The sentences of evidence, from the report's text; one that was cut says so."""
        return [shown(text, start, end) for start, end in self.evidence]


@dataclass(frozen=True, slots=True)
class Happened:
    """An event with the report it stands in; `text` is the report's, of which its sentences are cut."""

    report: ReportRow
    event: EventRow
    text: str


@dataclass(frozen=True, slots=True)
class EventQuery:
    """Which events are meant; what is "" or None narrows nothing.

    who, whom   words that are all among what an actor (recipient) is called
    type        a PLOVER type; "any" for those that have one, or that their report is about
    main        True for what the reports are about alone
    state       done, not_yet, denied, hypothetical or unknown
    between     two dates (2031, 2031-05, 2031-05-02), both included: events that may lie between them
    dated       True for dated events alone, False for those without a date
    by_date     in the order of their own dates, the undated last; else as their reports were published
    """

    who: str = ""
    whom: str = ""
    type: str = ""
    state: str = ""
    between: tuple[str, str] | None = None
    dated: bool | None = None
    by_date: bool = False
    main: bool = False

    def of_rows(self) -> RowQuery:
        """The same question to the table of events; UsageError for a bad date."""
        words = (("whos", self.who), ("whoms", self.whom))
        equal = (("type", self.type), ("state", self.state), ("standing", MAIN if self.main else ""))
        return RowQuery(
            "events",
            words=tuple((name, value) for name, value in words if value),
            equal=tuple((name, value) for name, value in equal if value and (name, value) != ("type", "any")),
            filled=("standing",) if self.type == "any" else (),
            between=bounds(*self.between) if self.between is not None else None,
            dated=self.dated,
            by_date=self.by_date,
        )


def event_rows(reading: Reading) -> list[EventRow]:
    """The rows of a reading, one an event: what the report is about first, then the others in the order of the text.

    An event that is told by two words ("made a tour") has one row.

    >>> from sayso import Mention
    >>> report = Report.of("Rebels took the camp.", outlet="Daily")
    >>> rebels = Mention(report.id + "/m0", report.span(0, 6), report.span(0, 6), "nominal", many=True)
    >>> from sayso import Argument
    >>> took = Event(report.id + "/e7", (report.span(7, 11),),
    ...              (Argument("agent", report.span(0, 6), report.span(0, 6), rebels.id),), "COERCE", "seize")
    >>> claim = Claim(report.id + "/c0", took.id, (), (report.span(0, 21),))
    >>> [row] = event_rows(Reading(report, mentions=(rebels,), events=(took,), claims=(claim,)))
    >>> row.who, row.what, row.type, row.sentences(report.text)
    ('Rebels', 'took', 'COERCE', ['Rebels took the camp.'])
    """
    made = _Rows(reading)
    whole = [event for event in reading.events if event.part_of not in made.events]
    return [made.row(event) for event in sorted(whole, key=lambda e: (not e.main, e.trigger[0].start, e.id))]


def words_of(event: Event, *roles: str) -> str:
    """The words of the parts of an event that are things ("a convoy"), joined, without clauses and long phrases."""
    spans = [part.span for part in event.arguments if part.role in roles and part.span is not None and not part.event]
    return ALSO.join(dict.fromkeys(span.text for span in spans if span.end - span.start <= WIDEST))


class _Rows:
    """What the events of one reading point at, by id."""

    def __init__(self, reading: Reading) -> None:
        self.report: Report = reading.report
        self.names = Names(reading)
        self.times: Mapping[str, Time] = {time.id: time for time in reading.times}
        self.places: Mapping[str, Place] = {place.id: place for place in reading.places}
        self.quantities: Mapping[str, Quantity] = {quantity.id: quantity for quantity in reading.quantities}
        self.events: Mapping[str, Event] = {event.id: event for event in reading.events}
        self.second = {e.part_of: e for e in reading.events if e.part_of}  # id of an event -> its other word
        self.claims: Mapping[str, Claim] = {claim.about: claim for claim in reading.claims}
        self.version = next((step for step in reading.steps if step.startswith("events.")), "")

    def row(self, event: Event) -> EventRow:
        """The row of an event; what it leaves open is taken from the second word that tells it, if there is one."""
        row = self.by_itself(event)
        second = self.second.get(event.id)
        if second is not None:
            row = self.joined(row, event, self.by_itself(second), second)
        standing = MAIN if event.main else TYPED if row.type else ""
        return replace(row, standing=standing)

    def joined(self, row: EventRow, event: Event, other: EventRow, second: Event) -> EventRow:
        """The row of an event that two words tell: both words, and what the second tells where the first does not."""
        own = " ".join(span.text for span in second.trigger)
        spans = sorted((*event.trigger, *second.trigger), key=lambda span: span.start)
        start, end = spans[0].start, spans[-1].end
        what = " ".join((self.report.text[start:end] if end - start <= JOINED else f"{row.what} {own}").split())
        groups = (("type", "mode"), ("who", "whos"), ("when", "earliest", "latest"), ("place", "country"), ("context",),
                  ("how_many",))  # fmt: skip
        open_ones = [group for group in groups if not getattr(row, group[0])]
        taken = {name: getattr(other, name) for group in open_ones for name in group}
        if not event.recipients and (second.recipients or second.trigger[0].text in row.whom.split()):
            # "a tour" says nothing of whom it was made to
            taken |= {"whom": other.whom, "whoms": other.whoms}
        return replace(row, what=what, **taken)

    def by_itself(self, event: Event) -> EventRow:
        """The row of an event by its own word."""
        claim = self.claims.get(event.id)
        place = self.places.get(event.place or "")
        earliest, latest = self.bounds(event.when)
        chain = claim.chain if claim is not None else ()
        trigger = event.trigger
        return EventRow(
            id=event.id,
            what=" ".join(span.text for span in trigger),
            type=event.type or "",
            mode=event.mode or "",
            context=ALSO.join(event.context),
            who=ALSO.join(self.names.each(event.actors)) or words_of(event, "agent"),
            whom=ALSO.join(self.names.each(event.recipients)) or words_of(event, "patient", "recipient"),
            whos=" | ".join(dict.fromkeys(self.names.all_of(m) for m in event.actors)) or words_of(event, "agent"),
            whoms=" | ".join(dict.fromkeys(self.names.all_of(m) for m in event.recipients))
            or words_of(event, "patient", "recipient"),
            when=ALSO.join(self.when_words(when) for when in event.when),
            earliest=earliest,
            latest=latest,
            place=(place.name or place.span.text) if place is not None else "",
            country=(place.country or "") if place is not None else "",
            how_many=ALSO.join(self.count_words(q) for q in event.quantities),
            factuality=event.factuality,
            state=event.state,
            because=JOINT.join(span.text for span in event.because),
            chain=LINK.join(voice.name or self.names.of(voice.mention or "") for voice in chain),
            evidence=tuple((span.start, span.end) for span in claim.evidence) if claim is not None else (),
            start=trigger[0].start,
            end=trigger[-1].end,
            version=self.version,
            standing="",
        )

    def bounds(self, whens: Iterable[When], depth: int = 0) -> tuple[str, str]:
        """The days between which an event is, of the first of these that has any; through other events at need."""
        for when in whens:
            if when.time is not None:
                time = self.times[when.time]
                first, last = time.earliest or "", time.latest or ""
            elif depth < 3:
                first, last = self.bounds(self.events[when.event or ""].when, depth + 1)
            else:
                first = last = ""
            if when.rel in ("before", "until"):
                first = ""
            elif when.rel in ("after", "since"):
                last = ""
            if first or last:
                return first, last
        return "", ""

    def when_words(self, when: When) -> str:
        """ "since 1979", "after the revolution": the words of the time or of the other event's trigger."""
        if when.time is not None:
            words = self.times[when.time].span.text
        else:
            words = " ".join(span.text for span in self.events[when.event or ""].trigger)
        at = when.rel in ("at", "during")
        return words if at or words.casefold().startswith(when.rel) else f"{when.rel} {words}"

    def count_words(self, quantity: str) -> str:
        """ "about 3,400 members": a number with what hedges it and what it counts, as the report has it."""
        held = self.quantities[quantity]
        start, end = held.span.start, held.span.end
        if held.hedge is not None and 0 <= start - held.hedge.end <= NEAR:
            start = held.hedge.start
        counts = held.counts
        if counts is not None and 0 <= counts.start - end <= NEAR and counts.end - start <= WIDEST:
            end = counts.end
        return " ".join(self.report.text[start:end].split())


EVENTS: Final = RowSpec(
    "events", EventRow, event_rows, version=2, searched=("whos", "whoms"), filtered=("type", "state", "standing"),
    dated=("earliest", "latest"),
)  # fmt: skip
