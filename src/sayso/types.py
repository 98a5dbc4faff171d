"""The values of a reading: frozen, slotted, and checked when they are made.

Every span counts Unicode code points of ``report.text``, end excluded. An id reads as report id, ``/``, a letter for
the kind, and the start offset (``4cd622bb5f5e01b2/a1043``; a second one at that offset ends in ``b``), so that the
same input gives the same ids and a better model moves no other id. docs/reference/output.md fixes the JSON; it is
made by :mod:`sayso.output`.
"""

from __future__ import annotations

import bisect
import dataclasses
import hashlib
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final

from sayso import terms
from sayso.errors import SpanError, ValueFault
from sayso.terms import (
    ArgumentRole,
    CreditScope,
    FactKind,
    Factuality,
    LabelHow,
    LabelKind,
    Manner,
    MentionKind,
    PlaceUse,
    PublishedFrom,
    QuantityRole,
    RelationBasis,
    Schema,
    State,
    Style,
    TimeRelation,
    TimexMod,
    TimexType,
    VoiceKind,
    ZoneKind,
)

ID: Final = re.compile(r"[0-9a-f]{16}/[a-z][0-9]+[a-z]*\Z")


def fail(what: str) -> None:
    """Raise a ValueFault that says what is wrong with a value."""
    raise ValueFault(what)


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of a report: code points, end excluded; always as long as its text, never empty."""

    start: int
    end: int
    text: str

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end or len(self.text) != self.end - self.start:
            raise SpanError(f"{self.start}:{self.end} cannot hold a text of {len(self.text)} characters: {self.text!r}")

    def overlaps(self, other: Span) -> bool:
        """Whether the two share at least one character."""
        return self.start < other.end and other.start < self.end

    def covers(self, other: Span) -> bool:
        """Whether the other lies inside this one."""
        return self.start <= other.start and other.end <= self.end


def check_apart(name: str, spans: Sequence[Span]) -> None:
    """Raise ValueFault unless the spans are in order and do not overlap."""
    for left, right in zip(spans, spans[1:], strict=False):
        if left.end > right.start:
            fail(f"{name}: {left.start}:{left.end} and {right.start}:{right.end} are not in order and apart")


def check_id(value: str) -> None:
    """Raise ValueFault unless the id reads as report id, kind letter and offset."""
    if not ID.match(value):
        fail(f"{value!r} is no id; expected 16 hex digits, '/', a letter and an offset, such as 4cd622bb5f5e01b2/a1043")


def check_probability(name: str, value: float | None) -> None:
    """Raise ValueFault unless the value is absent or lies in 0..1."""
    if value is not None and not 0.0 <= value <= 1.0:
        fail(f"{name}: the score is {value}, expected 0 to 1")


@dataclass(frozen=True, slots=True)
class Credit:
    """The agency that supplied a report, or one attribution of it, and the words that say so."""

    agency: str
    span: Span | None = None
    scope: CreditScope = "report"


@dataclass(frozen=True, slots=True)
class Report:
    """One report as read. The text is kept exactly; the original's bytes lie beside it, under their SHA-256.

    map     runs (text start, original start, length): ``original[o:o + n] == text[t:t + n]``, where the original is the
            file's bytes decoded in its charset and all three count code points
    boxes   for a PDF instead: (text start, length, page from 0, left, bottom, right, top) of each line, in points
    """

    id: str
    text: str
    paths: tuple[str, ...] = ()
    sha256: str = ""
    given_id: str | None = None
    media: str | None = None
    title: str | None = None
    outlet: str | None = None
    byline: str | None = None
    dateline: Span | None = None
    url: str | None = None
    lang: str | None = None
    published: str | None = None
    published_from: PublishedFrom | None = None
    credits: tuple[Credit, ...] = ()
    charset: str | None = None
    map: tuple[tuple[int, int, int], ...] = ()
    boxes: tuple[tuple[int, int, int, float, float, float, float], ...] = ()

    def __post_init__(self) -> None:
        if not re.fullmatch(r"[0-9a-f]{16}", self.id):
            fail(f"{self.id!r} is no report id; expected 16 hex digits")
        if self.published is not None and not re.fullmatch(
            r"[0-9]{4}-[0-9]{2}-[0-9]{2}(T[0-9:.+Z-]+)?", self.published
        ):
            fail(f"report {self.id}: published is {self.published!r}, expected an ISO date")
        if (self.published is None) != (self.published_from is None):
            fail(f"report {self.id}: a date of publication goes with where it is from")
        for text_start, original_start, length in self.map:
            if not (0 <= text_start < text_start + length <= len(self.text) and original_start >= 0):
                fail(f"report {self.id}: the run {text_start, original_start, length} of the map lies outside the text")
        for span in (self.dateline, *(credit.span for credit in self.credits)):
            if span is not None:
                self.check(span)

    @classmethod
    def of(cls, text: str, *, outlet: str | None = None, original: bytes | None = None, **others: Any) -> Report:
        """Make a report from its text.

        The id is the first 16 hex digits of SHA-256 over the original's bytes, a NUL, and the outlet; without an
        original the bytes are the text in UTF-8.

        >>> Report.of("Terzo spoke.", outlet="Daily").id == Report.of("Terzo spoke.", outlet="Herald").id
        False
        """
        data = text.encode("utf-8", "surrogatepass") if original is None else original
        return cls(
            id=report_id(data, outlet), text=text, outlet=outlet, sha256=hashlib.sha256(data).hexdigest(), **others
        )

    def span(self, start: int, end: int) -> Span:
        """The span of these code points; SpanError where they lie outside the text.

        >>> Report.of("Terzo spoke.").span(0, 5)
        Span(start=0, end=5, text='Terzo')
        """
        if not 0 <= start < end <= len(self.text):
            raise SpanError(f"report {self.id}: {start}:{end} lies outside its {len(self.text)} characters")
        return Span(start, end, self.text[start:end])

    def check(self, span: Span) -> None:
        """Raise SpanError unless the report says there what the span says."""
        found = self.text[span.start : span.end]
        if found != span.text:
            raise SpanError(
                f"report {self.id}, {span.start}:{span.end}: the span says {span.text!r}, the report says {found!r}; "
                "was the text changed after reading?"
            )

    def original_range(self, span: Span) -> tuple[int, int] | None:
        """Where the span stands in the decoded original, or None where an end of it has no counterpart there."""
        starts = [run[0] for run in self.map]
        found = []
        for position in (span.start, span.end - 1):
            i = bisect.bisect_right(starts, position) - 1
            if i < 0 or position >= self.map[i][0] + self.map[i][2]:
                return None
            found.append(self.map[i][1] + position - self.map[i][0])
        return found[0], found[1] + 1


def report_id(original: bytes, outlet: str | None) -> str:
    """16 hex digits of SHA-256 over the original's bytes, a NUL, and the outlet as first read."""
    return hashlib.sha256(original + b"\0" + (outlet or "").encode("utf-8", "surrogatepass")).hexdigest()[:16]


@dataclass(frozen=True, slots=True)
class Zone:
    """What kind of text a stretch is; a fragment starts or ends in mid-sentence."""

    kind: ZoneKind
    span: Span
    speaker: str | None = None
    fragment: bool = False


@dataclass(frozen=True, slots=True)
class Mention:
    """Words that stand for someone or something that acts or speaks; the head is its chief word."""

    id: str
    span: Span
    head: Span
    kind: MentionKind
    schema: Schema = "Thing"
    many: bool = False

    def __post_init__(self) -> None:
        check_id(self.id)
        if not self.span.covers(self.head):
            fail(f"{self.id}: the head {self.head.text!r} lies outside {self.span.text!r}")


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who says what: source, cue and content, each a tuple of spans. The speaker is a mention's id.

    score   probability that it is an attribution with this content, 0..1; absent for one found by a rule alone
    """

    id: str
    content: tuple[Span, ...]
    source: tuple[Span, ...] = ()
    cue: tuple[Span, ...] = ()
    style: Style = "indirect"
    manner: Manner = "says"
    inside: str | None = None
    continues: str | None = None
    speaker: str | None = None
    addressee: str | None = None
    via: tuple[str, ...] = ()
    score: float | None = None

    def __post_init__(self) -> None:
        check_id(self.id)
        if not self.content:
            fail(f"{self.id}: an attribution without content")
        for name in ("source", "cue", "content"):
            check_apart(f"{self.id} {name}", getattr(self, name))
        check_probability(self.id, self.score)


@dataclass(frozen=True, slots=True)
class Fact:
    """A title, role, affiliation, alias or age that the report gives for someone, with its span."""

    kind: FactKind
    value: str
    span: Span
    of: str | None = None
    inside: str | None = None


@dataclass(frozen=True, slots=True)
class Entity:
    """The mentions of one report that are one someone; the name is the longest proper name among them, or absent."""

    id: str
    mentions: tuple[str, ...]
    name: str | None = None
    schema: Schema = "Thing"
    part_of: str | None = None
    anonymous: Span | None = None
    facts: tuple[Fact, ...] = ()

    def __post_init__(self) -> None:
        check_id(self.id)
        if not self.mentions:
            fail(f"{self.id}: an entity without a mention")


@dataclass(frozen=True, slots=True)
class Time:
    """An expression of time: TIMEX3 type, value and mod, and its bounds as ISO dates where the year is known.

    anchor   "stated", "published", "none", or the id of the time it is reckoned from
    """

    id: str
    span: Span
    type: TimexType
    value: str
    mod: TimexMod | None = None
    range: tuple[str, str] | None = None
    earliest: str | None = None
    latest: str | None = None
    anchor: str = "stated"

    def __post_init__(self) -> None:
        check_id(self.id)
        if self.earliest and self.latest and self.earliest > self.latest:
            fail(f"{self.id}: {self.earliest} is later than {self.latest}")


@dataclass(frozen=True, slots=True)
class Place:
    """A toponym and the gazetteer's entry for it; ``within`` and ``near`` are other places of the report."""

    id: str
    span: Span
    use: PlaceUse = "place"
    gazetteer: str | None = None
    name: str | None = None
    country: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    within: str | None = None
    near: str | None = None
    score: float | None = None

    def __post_init__(self) -> None:
        check_id(self.id)
        check_probability(self.id, self.score)
        if (self.latitude is None) != (self.longitude is None):
            fail(f"{self.id}: a latitude goes with a longitude")


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number that counts or measures something. ``low`` and ``high`` bound a value that is not exact.

    value   the number in the unit's base (dollars, not millions of them; a share is 0..1 unless unit is "percent")
    """

    id: str
    span: Span
    value: float | None = None
    low: float | None = None
    high: float | None = None
    hedge: Span | None = None
    counts: Span | None = None
    role: QuantityRole = "other"
    unit: str | None = None
    of: str | None = None

    def __post_init__(self) -> None:
        check_id(self.id)
        if self.value is None and self.low is None and self.high is None:
            fail(f"{self.id}: a quantity without a value or a bound")
        if self.low is not None and self.high is not None and self.low > self.high:
            fail(f"{self.id}: the low bound {self.low} is above the high bound {self.high}")


@dataclass(frozen=True, slots=True)
class Argument:
    """One part in an event: a span as wide as the phrase; an implicit one has the antecedent's mention and no span."""

    role: ArgumentRole
    span: Span | None = None
    head: Span | None = None
    mention: str | None = None
    event: str | None = None
    implicit: bool = False

    def __post_init__(self) -> None:
        if self.implicit != (self.span is None):
            fail(f"argument {self.role}: just the implicit ones have no span")
        if self.implicit and self.mention is None:
            fail(f"argument {self.role}: an implicit one needs the mention of its antecedent")
        if self.span is not None and self.head is not None and not self.span.covers(self.head):
            fail(f"argument {self.role}: the head {self.head.text!r} lies outside {self.span.text!r}")


@dataclass(frozen=True, slots=True)
class When:
    """How an event stands to a time or to another event."""

    rel: TimeRelation
    time: str | None = None
    event: str | None = None

    def __post_init__(self) -> None:
        if (self.time is None) == (self.event is None):
            fail(f"{self.rel}: give a time or an event")


@dataclass(frozen=True, slots=True)
class Event:
    """Something done, or said to be: its trigger, arguments, PLOVER type and mode, and whether it happened."""

    id: str
    trigger: tuple[Span, ...]
    arguments: tuple[Argument, ...] = ()
    type: str | None = None
    mode: str | None = None
    context: tuple[str, ...] = ()
    when: tuple[When, ...] = ()
    place: str | None = None
    quantities: tuple[str, ...] = ()
    factuality: Factuality = "CT+"
    state: State = "done"
    because: tuple[Span, ...] = ()
    part_of: str | None = None
    inside: str | None = None
    score: float | None = None

    def __post_init__(self) -> None:
        check_id(self.id)
        if not self.trigger:
            fail(f"{self.id}: an event without a trigger")
        check_apart(f"{self.id} trigger", self.trigger)
        if self.type is not None and self.type not in terms.MODES:
            fail(f"{self.id}: {self.type!r} is no PLOVER type")
        if self.mode is not None and self.mode not in terms.MODES.get(self.type or "", ()):
            fail(f"{self.id}: {self.mode!r} is no mode of {self.type}")
        check_probability(self.id, self.score)

    def mentions_as(self, *roles: ArgumentRole) -> tuple[str, ...]:
        """The mentions among the arguments of these roles, in order, each once."""
        return tuple(dict.fromkeys(a.mention for a in self.arguments if a.role in roles and a.mention is not None))

    @property
    def actors(self) -> tuple[str, ...]:
        """The mentions that do it."""
        return self.mentions_as("agent")

    @property
    def recipients(self) -> tuple[str, ...]:
        """The mentions it is done to."""
        return self.mentions_as("patient", "recipient")


@dataclass(frozen=True, slots=True)
class Label:
    """Words by which the holder calls the target. Without a holder it is the voice that tells it."""

    id: str
    span: Span
    kind: LabelKind
    target: str | None = None
    holder: str | None = None
    polarity: int = 0
    how: LabelHow = "used"
    inside: str | None = None
    times: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        check_id(self.id)
        if self.polarity not in (-1, 0, 1):
            fail(f"{self.id}: polarity {self.polarity}, expected -1, 0 or 1")


@dataclass(frozen=True, slots=True)
class Relation:
    """Who is for (+1) or against (-1) whom, on what basis, with the words that show it."""

    id: str
    holder: str
    target: str
    sign: int
    basis: RelationBasis
    evidence: tuple[Span, ...]
    factuality: Factuality = "CT+"
    inside: str | None = None
    times: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        check_id(self.id)
        if self.sign not in (-1, 1):
            fail(f"{self.id}: sign {self.sign}, expected -1 or 1")
        if not self.evidence:
            fail(f"{self.id}: a relation without evidence")


@dataclass(frozen=True, slots=True)
class Voice:
    """One link of a chain: an outlet or agency by name, a speaker by mention."""

    kind: VoiceKind
    name: str | None = None
    mention: str | None = None

    def __post_init__(self) -> None:
        if self.name is None and self.mention is None:
            fail(f"{self.kind}: a voice needs a name or a mention")


@dataclass(frozen=True, slots=True)
class Claim:
    """A proposition (an event, attribution, label or relation), who vouches for it, and the sentences that say it.

    No chain is the voice of a report whose outlet is not known. Evidence is never empty.
    """

    id: str
    about: str
    chain: tuple[Voice, ...] = ()
    evidence: tuple[Span, ...] = ()

    def __post_init__(self) -> None:
        check_id(self.id)
        if not self.evidence:
            fail(f"{self.id}: a claim without evidence")


# Lists of a reading in the order of OUTPUT, each with the letter of its ids.
LISTS: Final[dict[str, str]] = {
    "mentions": "m",
    "entities": "n",
    "attributions": "a",
    "times": "t",
    "places": "p",
    "quantities": "q",
    "events": "e",
    "labels": "l",
    "relations": "r",
    "claims": "c",
}


class Ids:
    """Gives the ids of one kind in one report: by start offset, with a letter from the second one on.

    >>> ids = Ids("4cd622bb5f5e01b2", "a")
    >>> ids(1043), ids(1043), ids(7)
    ('4cd622bb5f5e01b2/a1043', '4cd622bb5f5e01b2/a1043b', '4cd622bb5f5e01b2/a7')
    """

    def __init__(self, report: str, kind: str) -> None:
        self._prefix = f"{report}/{kind}"
        self._seen: dict[int, int] = {}

    def __call__(self, start: int) -> str:
        """The next id at this offset."""
        count = self._seen[start] = self._seen.get(start, 0) + 1
        suffix = ""
        number = count - 1
        while number > 0:  # b, c, ... z, ab, ...: one more letter where the alphabet runs out
            number, letter = divmod(number, 26)
            suffix = chr(ord("a") + letter) + suffix
        return f"{self._prefix}{start}{suffix}"


@dataclass(frozen=True, slots=True)
class Reading:
    """A report and all that was read from it; complete and checked, or not at all."""

    report: Report
    steps: tuple[str, ...] = ()
    zones: tuple[Zone, ...] = ()
    mentions: tuple[Mention, ...] = ()
    entities: tuple[Entity, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    times: tuple[Time, ...] = ()
    places: tuple[Place, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    events: tuple[Event, ...] = ()
    labels: tuple[Label, ...] = ()
    relations: tuple[Relation, ...] = ()
    claims: tuple[Claim, ...] = ()

    def __post_init__(self) -> None:
        for span in spans_of(self):
            self.report.check(span)
        ids = [value.id for name in LISTS for value in getattr(self, name)]
        known = set(ids)
        if len(known) != len(ids):
            fail(f"report {self.report.id}: an id is given twice")
        for used in references_of(self):
            if used not in known:
                fail(f"report {self.report.id}: the id {used} is used and not there")
        self._check_entities()
        self._check_nesting()

    def _check_entities(self) -> None:
        owner: dict[str, str] = {}
        for entity in self.entities:
            for mention in entity.mentions:
                if mention in owner:
                    fail(f"{mention} is in two entities, {owner[mention]} and {entity.id}")
                owner[mention] = entity.id

    def _check_nesting(self) -> None:
        parent = {a.id: a.inside for a in self.attributions}
        for start in parent:
            step, seen = parent[start], {start}
            while step is not None:
                if step in seen:
                    fail(f"{start}: following `inside` comes back to {step}")
                seen.add(step)
                step = parent.get(step)

    def mention(self, mention_id: str) -> Mention:
        """The mention of this id; KeyError where there is none."""
        for mention in self.mentions:
            if mention.id == mention_id:
                return mention
        raise KeyError(mention_id)

    def entity_of(self, mention_id: str) -> Entity | None:
        """The entity that a mention belongs to; None before coreference was done."""
        for entity in self.entities:
            if mention_id in entity.mentions:
                return entity
        return None

    def name_of(self, mention_id: str) -> str:
        """What to call whom a mention stands for: the entity's name, else the words of the mention."""
        entity = self.entity_of(mention_id)
        return (entity.name if entity else None) or self.mention(mention_id).span.text


# Which fields of a value hold ids; walked once a class, then read by name.
REFERENCES: Final[dict[type, tuple[str, ...]]] = {
    Zone: ("speaker",),
    Attribution: ("inside", "continues", "speaker", "addressee", "via"),
    Fact: ("of", "inside"),
    Entity: ("mentions", "part_of", "facts"),
    Place: ("within", "near"),
    Quantity: ("of",),
    Argument: ("mention", "event"),
    When: ("time", "event"),
    Event: ("arguments", "when", "place", "quantities", "part_of", "inside"),
    Label: ("target", "holder", "inside", "times"),
    Relation: ("holder", "target", "inside", "times"),
    Voice: ("mention",),
    Claim: ("about", "chain"),
}


PLAIN: Final = frozenset({str, int, float, bool, type(None)})  # hold no other value


def references_of(value: Any) -> Iterator[str]:
    """Every id that a value uses, those of its parts included."""
    if isinstance(value, Reading):
        names: Iterable[str] = ("zones", *LISTS)
    else:
        names = REFERENCES.get(type(value), ())
        if isinstance(value, Time) and "/" in value.anchor:
            yield value.anchor
    for name in names:
        held = getattr(value, name)
        for part in held if isinstance(held, tuple) else (held,):
            if isinstance(part, str):
                yield part
            elif part is not None:
                yield from references_of(part)


FIELDS: Final[dict[type, tuple[str, ...]]] = {}  # by class, filled as they turn up


def _fields_of(kind: type) -> tuple[str, ...]:
    """The fields of a class of values, the last one first; none for what is no value of ours."""
    found = FIELDS.get(kind)
    if found is None:
        found = FIELDS[kind] = (
            tuple(f.name for f in reversed(dataclasses.fields(kind))) if dataclasses.is_dataclass(kind) else ()
        )
    return found


def spans_of(value: Any) -> Iterator[Span]:
    """Every span that a value holds, those of its parts included, in the order in which they stand."""
    waiting = [value]
    while waiting:
        held = waiting.pop()
        kind = type(held)
        if kind is Span:
            yield held
        elif isinstance(held, tuple):
            waiting.extend(reversed(held))
        elif kind not in PLAIN:
            waiting.extend([getattr(held, name) for name in _fields_of(kind)])
