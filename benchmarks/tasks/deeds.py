"""Deeds in whole reports, on gold of our own (tests/gold/deeds/reports.jsonl): who did what to whom, when and where.

    events found      events of a chronology that an event of the program has a word of
    who, whom         of those found, the right ones: everyone asked for is there, and nobody else
    when, where       the right day (or, where no year is told, the right words and no year invented), the right place
    numbers           every number asked for is among the event's
    say-so            the outermost voice before the outlet is one that the gold has
    happened, type    the state, the PLOVER type
    typed that are none   typed events of the program whose words the gold has neither as an event nor as background
    main found        reports one of whose (at most three) main events is the gold's

`who` to `say-so` and `type` are counted where the gold or the program tells something: what is invented is wrong. Of
what the program tells, that counts which `sayso events` shows: whoever has a mention, things only where nobody has;
what the second word of an event tells ("made a tour") where the first does not. Those behind who acts or undergoes it
are no one else: "Tarn" of "Tarn's army".

Each text is read with its title, outlet and day, as far as the corpus has them, as `sayso annotate` does. The texts lie
in the folder of gold, under news; those that are not there, or are not the ones that were answered, are an error.
`python -m benchmarks.tasks.deeds FOLDER` lists what is wrong in the open part.
"""

from __future__ import annotations

import datetime
import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Final

from benchmarks import deeds_gold, feed
from benchmarks.task import Record, Run, Score, Task
from sayso.errors import SaysoError
from sayso.values.findings import Argument, Event, Mention, Time, When
from sayso.values.reading import Reading
from sayso.values.spans import Span
from sayso.views.events import WIDEST

ASPECTS: Final = ("who", "whom", "when", "where", "numbers", "say-so", "happened", "type")
OF_MANY: Final = re.compile(
    r"(?:\d[\d,.]*|number|one|two|three|four|five|six|seven|eight|nine|ten|dozens?|some|many|members?|group|scores|rest|"
    r"all|most|several|hundreds|thousands|series|quantit(?:y|ies)|amount|percent)",
    re.I,
)
WORD: Final = re.compile(r"\w+")
NAME: Final = 4  # words of a name that has no title and no office in it
SAME: Final = {"at": "at", "during": "at"}  # a deed at a time may be said to lie in it
SLACK: Final = 7  # days that a time may be longer than the gold's
Judgement = tuple[str, bool, str]
"""(aspect, whether it is right, what the program has beside what the gold asks for)."""


class Judge:
    """One report of the gold beside what was read from it."""

    def __init__(self, record: Record, reading: Reading) -> None:
        self.record, self.reading = record, reading
        self.mentions = {mention.id: mention for mention in reading.mentions}
        self.entity = {mention: entity for entity in reading.entities for mention in entity.mentions}
        self.times = {time.id: time for time in reading.times}
        self.places = {place.id: place for place in reading.places}
        self.numbers = {quantity.id: quantity for quantity in reading.quantities}
        self.chains = {claim.about: claim.chain for claim in reading.claims}
        self.second = {event.part_of: event for event in reading.events if event.part_of}

    def found(self, gold: Record) -> Event | None:
        """The program's event for one of the gold: at the first of its words that has one."""
        for start, end in gold["trigger"]:
            held = [event for event in self.reading.events if _touches(event, start, end)]
            if held:
                return min(held, key=lambda event: (event.part_of is not None, event.type is None))
        return None

    def none(self) -> list[Event]:
        """The typed events that are none."""
        spans = [span for event in self.record["events"] for span in event["trigger"]] + self.record["also"]
        return [e for e in self.typed() if not any(_touches(e, start, end) for start, end in spans)]

    def typed(self) -> list[Event]:
        """The events that have a type of their own."""
        return [event for event in self.reading.events if event.type is not None and event.part_of is None]

    def main_found(self) -> bool:
        """Whether a main event is one of the gold's."""
        spans = [span for event in self.record["events"] if event.get("main") for span in event["trigger"]]
        return any(event.main and any(_touches(event, *span) for span in spans) for event in self.reading.events)

    def judge(self, gold: Record, event: Event) -> Iterator[Judgement]:
        """What is right of an event that was found; an aspect that neither side tells is left out."""
        second = self.second.get(event.id)
        who = self._role(event, second, "agent")
        whom = self._role(event, second, "patient", "recipient")
        if gold.get("mutual"):
            yield from self._parts("who", gold["who"], gold["whom"], who + whom)
        else:
            yield from self._parts("who", gold["who"], (), who)
            yield from self._parts("whom", gold["whom"], (), whom)
        yield from self._when(gold["when"], event.when or (second.when if second else ()))
        yield from self._where(gold["where"], event if event.place or second is None else second)
        asked = {part["value"] for part in gold["many"] if not part.get("optional")}
        given = {self.numbers[one].value for one in event.quantities}
        if asked:
            yield "numbers", asked <= given, f"{given} for {asked}"
        yield from self._say(gold["say"], event)
        yield "happened", event.state in gold["state"], f"{event.state} for {gold['state']}"
        if event.type is not None or None not in gold["type"]:
            yield "type", event.type in gold["type"], f"{event.type} for {gold['type']}"

    def _role(self, event: Event, second: Event | None, *roles: str) -> list[Argument]:
        """The parts with one of these roles, of the second word that tells the event where the first has none."""
        held = [part for part in event.arguments if part.role in roles and (second is None or part.event != second.id)]
        other = [part for part in second.arguments if part.role in roles] if second else []
        return held if _someone(held) or not _someone(other) and held else other

    def _shown(self, held: Sequence[Argument]) -> list[Argument]:
        """Of parts those that a reader sees: whoever acts or undergoes it, else things; no clauses, no one behind."""
        someone = _someone(held)
        spans = [part.span for part in someone if part.span is not None]
        named = [part for part in someone if part.span is not None or not self._within(part.mention or "", spans)]
        return named or [part for part in held if part.span and not part.event and len(part.span.text) <= WIDEST]

    def _within(self, mention: str, spans: Sequence[Span]) -> bool:
        """Whether the someone of a mention is told inside one of these spans."""
        entity = self.entity.get(mention)
        held = [self.mentions[one].span for one in (entity.mentions if entity else (mention,))]
        return any(span.covers(one) for span in spans for one in held)

    def _parts(
        self, aspect: str, asked: Sequence[Record], besides: Sequence[Record], held: Sequence[Argument]
    ) -> Iterator[Judgement]:
        wanted = deeds_gold.required(asked)
        allowed = [part["forms"] for part in [*asked, *besides]]
        shown = self._shown(held)
        if wanted or shown:
            missed = [forms for forms in wanted if not any(self._is(part, forms) for part in held)]
            wrong = [part for part in shown if not any(self._is(part, forms) for forms in allowed)]
            words = "; ".join(part.span.text if part.span else f"({part.mention})" for part in shown)
            yield aspect, not missed and not wrong, f"[{words}] for {[part['forms'] for part in asked]}"

    def _is(self, part: Argument, forms: Iterable[str]) -> bool:
        """Whether an argument, or another mention of the same someone, has one of these words as its head."""
        held: list[tuple[str, str]] = []
        if part.span is not None:
            held.append((part.head.text if part.head else part.span.text.split()[-1], part.span.text))
        held += self._mentions(part.mention)
        return any(_stands_for(head, words, form) for head, words in held for form in forms)

    def _mentions(self, mention: str | None) -> list[tuple[str, str]]:
        """(head, words) of all mentions of the someone of a mention; of a short name each of its words is its head."""
        if mention is None:
            return []
        entity = self.entity.get(mention)
        held: list[Mention] = [self.mentions[one] for one in (entity.mentions if entity else (mention,))]
        named = [one.span.text for one in held if one.kind == "name" and len(WORD.findall(one.span.text)) <= NAME]
        return [(one.head.text, one.span.text) for one in held] + [
            (word, name) for name in named for word in WORD.findall(name)
        ]

    def _when(self, asked: Record | None, whens: Sequence[When]) -> Iterator[Judgement]:
        given = [(one.rel, self.times[one.time]) for one in whens if one.time is not None]
        if given or (asked and not asked.get("optional")):
            words = ", ".join(f"{rel} {time.span.text!r} {time.value}" for rel, time in given)
            right = asked is not None and any(is_time(asked, rel, time) for rel, time in given)
            yield "when", right, f"[{words}] for {asked and asked['value']}"

    def _where(self, asked: Record | None, event: Event) -> Iterator[Judgement]:
        place = self.places.get(event.place or "")
        forms = [_words(form) for form in asked["forms"]] if asked else []
        told = ""
        right = False
        if place is not None:
            told = f"{place.span.text} {place.country}"
            held = _words(place.span.text)
            right = any(form <= held or held <= form for form in forms)
            right = right and (not place.country or not asked or place.country in (asked["country"] or [place.country]))
        elif asked and not asked.get("optional"):
            parts = [part for part in event.arguments if part.role in ("place", "destination", "origin") and part.span]
            told = "; ".join(part.span.text for part in parts if part.span)
            right = any(self._is(part, asked["forms"]) for part in parts)
        if place is not None or (asked and not asked.get("optional")):
            yield "where", right, f"[{told}] for {asked and asked['forms']}"

    def _say(self, asked: Sequence[str | None], event: Event) -> Iterator[Judgement]:
        chain = [voice for voice in self.chains.get(event.id, ()) if voice.kind != "outlet"]
        if not chain:
            if None not in asked:
                yield "say-so", False, f"nobody for {asked}"
            return
        first = chain[0]
        held = [(word, name) for name in (first.name,) if name for word in WORD.findall(name)]
        for mention in (first.mention, *first.together):
            held += self._mentions(mention)
        right = any(form is not None and _stands_for(head, words, form) for head, words in held for form in asked)
        yield "say-so", right, f"{held[0][1] if held else first} for {asked}"


def _someone(parts: Iterable[Argument]) -> list[Argument]:
    return [part for part in parts if part.mention is not None]


def _touches(event: Event, start: int, end: int) -> bool:
    return any(span.start < end and start < span.end for span in event.trigger)


def _words(text: str) -> frozenset[str]:
    return frozenset(word.casefold() for word in WORD.findall(text))


def _stands_for(head: str, words: str, form: str) -> bool:
    """Whether a form of the gold names what these words name.

    >>> _stands_for("number", "a number of terrorists", "terrorists")
    True
    >>> _stands_for("spokesman", "the spokesman of the ministry", "ministry")
    False
    """
    wanted = _words(form)
    heads = {head.casefold()}
    if " of " not in words.casefold():
        heads.add(WORD.findall(words)[-1].casefold())  # the last word of a name
    return wanted <= _words(words) and (not heads.isdisjoint(wanted) or OF_MANY.fullmatch(head) is not None)


def days(value: str) -> tuple[datetime.date, datetime.date] | None:
    """The first and last day of an ISO value of the gold, or of two with a slash; None without a year.

    >>> days("2016-02")
    (datetime.date(2016, 2, 1), datetime.date(2016, 2, 29))
    """
    if "X" in value:
        return None
    first, _, last = value.partition("/")
    return _bounds(first)[0], _bounds(last or first)[1]


def _bounds(value: str) -> tuple[datetime.date, datetime.date]:
    year, month, day = ([int(part) for part in value.split("-")] + [0, 0])[:3]
    if day:
        return (one := datetime.date(year, month, day)), one
    after = datetime.date(year + (month in (0, 12)), month % 12 + 1 if month else 1, 1)
    return datetime.date(year, month or 1, 1), after - datetime.timedelta(1)


def is_time(asked: Record, rel: str, time: Time) -> bool:
    """Whether a time of the program, with its relation, is the one of the gold."""
    if SAME.get(rel, rel) != asked.get("rel", "at"):
        return False
    wanted = days(asked["value"])
    first, last = time.earliest or time.latest, time.latest or time.earliest
    if wanted is None:
        return first is None and any(time.span.start < end and start < time.span.end for start, end in asked["told"])
    if first is None or last is None:
        return False
    low, high = datetime.date.fromisoformat(first), datetime.date.fromisoformat(last)
    return low <= wanted[1] and wanted[0] <= high and (high - low) <= wanted[1] - wanted[0] + datetime.timedelta(SLACK)


def _share(flags: Sequence[bool]) -> float:
    return round(100 * sum(flags) / max(1, len(flags)), 1)


def scores(judges: Sequence[Judge]) -> Iterator[Score]:
    """The numbers of some reports."""
    pairs = [(judge, gold, judge.found(gold)) for judge in judges for gold in judge.record["events"]]
    yield Score("events found", _share([event is not None for _, _, event in pairs]))
    told = [one for judge, gold, event in pairs if event is not None for one in judge.judge(gold, event)]
    for aspect in ASPECTS:
        yield Score(aspect, _share([right for name, right, _ in told if name == aspect]))
    typed, none = (sum(len(made) for made in lists) for lists in (map(Judge.typed, judges), map(Judge.none, judges)))
    yield Score("typed that are none", round(100 * none / max(1, typed), 1), less=True)
    yield Score("main found", _share([judge.main_found() for judge in judges]))


def judges_of(folder: Path | None, *, blind: bool) -> list[Judge]:
    """Read the reports of a part. Raises SaysoError where a text is not there, or is another one.

    folder   the folder of gold that all tasks share
    """
    records = deeds_gold.load(blind=blind)
    rows = deeds_gold.rows(records, folder / "news") if folder else {}
    for record in records:
        row = rows.get(record["id"])
        if row is None:
            raise SaysoError(f"the text of {record['id']} is not there; name its folder with --gold DIR")
        for fault in deeds_gold.faults(record, row["text"]):
            raise SaysoError(f"{record['id']}: {fault}")
    readings = feed.readings(rows.values(), language="en")
    for key, reading in readings.items():
        if reading.report.text != rows[key]["text"]:
            raise SaysoError(f"{key} was read as another text")
    return [Judge(record, readings[record["id"]]) for record in records if record["id"] in readings]


def measure(run: Run) -> Iterator[Score]:
    """Read the reports as `sayso annotate` does; the blind third too, if asked for."""
    for blind in (False, True) if run.blind else (False,):
        for score in scores(judges_of(run.folder, blind=blind)):
            yield Score(f"{'blind ' if blind else ''}{score.measure}", score.value, less=score.less)


def listing(judges: Iterable[Judge]) -> Iterator[str]:
    """What is wrong, one line each."""
    for judge in judges:
        text, key = judge.reading.report.text, judge.record["id"]
        for gold in judge.record["events"]:
            start, end = gold["trigger"][0]
            event = judge.found(gold)
            if event is None:
                yield f"{key}\t{text[start:end]}\tnot found"
                continue
            for aspect, right, told in judge.judge(gold, event):
                if not right:
                    yield f"{key}\t{event.trigger[0].text}\t{aspect}\t{told}"
        yield from (f"{key}\t{event.trigger[0].text}\tnone\t{event.type}" for event in judge.none())
        if not judge.main_found():
            yield f"{key}\t-\tmain\t{[event.trigger[0].text for event in judge.reading.events if event.main]}"


TASK: Final = Task("deeds", "tests/gold/deeds", measure, own=True, asked=True, needs=(deeds_gold.NAME,))

if __name__ == "__main__":
    print("\n".join(listing(judges_of(Path(sys.argv[1]), blind=False))))
