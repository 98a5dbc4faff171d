"""What a reading finds in a report: frozen, slotted, and checked when they are made.

OUTPUT fixes their JSON (docs/reference/output.md); it is made by :mod:`sayso.values.json`.
"""

from __future__ import annotations

from dataclasses import dataclass

from sayso.values import terms
from sayso.values.ids import check_id, check_probability, fail
from sayso.values.spans import Span, check_apart
from sayso.values.terms import (
    ArgumentRole,
    FactKind,
    Factuality,
    LabelHow,
    LabelKind,
    Manner,
    MentionKind,
    PlaceUse,
    QuantityRole,
    RelationBasis,
    Schema,
    State,
    Style,
    TimeRelation,
    TimexMod,
    TimexType,
    VoiceKind,
)


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

    speakers   where several say it together, the ids of all their mentions; the first of them is `speaker`
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
    speakers: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        check_id(self.id)
        if self.speakers and (len(self.speakers) < 2 or self.speakers[0] != self.speaker):
            fail(f"{self.id}: speakers are several, and the first is the speaker")
        if not self.content:
            fail(f"{self.id}: an attribution without content")
        for name in ("source", "cue", "content"):
            check_apart(self.id, name, getattr(self, name))
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
    """Something done, or said to be: its trigger, arguments, PLOVER type and mode, and whether it happened.

    part_of   the event that it tells by a second word, as "tour" in "made a tour"
    quad      material or verbal, cooperation or conflict; also where no type fits
    quad_score   how likely the quad class is, 0 to 1; of an event of no type it is often low
    score     how likely readers take it that it happened
    main      whether it is one of the (at most three) that the report is about
    """

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
    main: bool = False
    quad: str | None = None
    quad_score: float | None = None

    def __post_init__(self) -> None:
        check_id(self.id)
        if not self.trigger:
            fail(f"{self.id}: an event without a trigger")
        check_apart(self.id, "trigger", self.trigger)
        if self.type is not None and self.type not in terms.MODES:
            fail(f"{self.id}: {self.type!r} is no PLOVER type")
        if self.mode is not None and self.mode not in terms.MODES.get(self.type or "", ()):
            fail(f"{self.id}: {self.mode!r} is no mode of {self.type}")
        if self.quad is not None and self.quad not in terms.QUADS:
            fail(f"{self.id}: {self.quad!r} is no quad class")
        check_probability(self.id, self.score)
        check_probability(self.id, self.quad_score)

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
    """One link of a chain: an outlet or agency by name, a speaker by mention.

    together   mentions of the others who say it together with this one
    """

    kind: VoiceKind
    name: str | None = None
    mention: str | None = None
    together: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if self.name is None and self.mention is None:
            fail(f"{self.kind}: a voice needs a name or a mention")


@dataclass(frozen=True, slots=True)
class Claim:
    """A proposition (an event, attribution, label or relation), who vouches for it, and the sentences that say it.

    No chain is the voice of a report whose outlet is not known. Evidence is never empty.

    cut   a sentence of the evidence is so long that only what stands around the words is given
    """

    id: str
    about: str
    chain: tuple[Voice, ...] = ()
    evidence: tuple[Span, ...] = ()
    cut: bool = False

    def __post_init__(self) -> None:
        check_id(self.id)
        if not self.evidence:
            fail(f"{self.id}: a claim without evidence")
