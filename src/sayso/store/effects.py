"""What judgements do to a reading: one table, verb -> effect. The reading that is stored is never changed.

A judgement that has an effect has it in every view, because views, exports and comparisons are made from `as_decided`.
A verb gets an effect by a line in EFFECTS and a function here.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final, get_args

from sayso.errors import UsageError, ValueFault
from sayso.store import judging
from sayso.values.case import Judgement
from sayso.values.findings import Attribution, Claim, When
from sayso.values.parts import LISTS, REFERENCES
from sayso.values.reading import Reading
from sayso.values.terms import MANNERS, MODES, STATES, Factuality, Style
from sayso.views.chains import Chains

NONE_YET: Final = "recorded; it has no effect yet"
# What `correct` may mend: list of a reading -> field -> the values that it may have; a mode must also fit its type.
CORRECTABLE: Final[dict[str, dict[str, tuple[str, ...]]]] = {
    "attributions": {"manner": MANNERS, "style": get_args(Style)},
    "events": {
        "type": tuple(MODES),
        "mode": tuple(sorted({mode for modes in MODES.values() for mode in modes})),
        "state": STATES,
        "factuality": get_args(Factuality),
    },
}


@dataclass(slots=True)
class Decisions:
    """What was decided about one reading, gathered from the judgements in force; the newest of a kind counts.

    fields        of the report, by `set`
    accepted      ids, by `accept`
    rejected      ids, by `reject`
    names         entity -> its name, by `rename`
    corrections   id -> field -> value, by `correct`
    """

    fields: dict[str, str | None] = field(default_factory=dict)
    accepted: set[str] = field(default_factory=set)
    rejected: set[str] = field(default_factory=set)
    names: dict[str, str] = field(default_factory=dict)
    corrections: dict[str, dict[str, str]] = field(default_factory=dict)


def _set(decided: Decisions, thing: str, value: Any) -> None:
    decided.fields.update(value)


def _accept(decided: Decisions, thing: str, value: Any) -> None:
    decided.accepted.add(thing)
    decided.rejected.discard(thing)


def _reject(decided: Decisions, thing: str, value: Any) -> None:
    decided.rejected.add(thing)
    decided.accepted.discard(thing)


def _rename(decided: Decisions, thing: str, value: Any) -> None:
    decided.names[thing] = str(value).strip()


def _correct(decided: Decisions, thing: str, value: Any) -> None:
    decided.corrections.setdefault(thing, {}).update(value)


@dataclass(frozen=True, slots=True)
class Effect:
    """What a verb does.

    kinds   of things on which it has an effect: "report", or lists of a reading; a claim stands for what it is about
    decide  note it in the decisions
    told    what is said where it has none on what a report lists: for same and differ, what they do across reports
    """

    kinds: tuple[str, ...] = ()
    decide: Callable[[Decisions, str, Any], None] | None = None
    told: str = NONE_YET


EFFECTS: Final[dict[str, Effect]] = {
    "set": Effect(("report",), _set),
    "accept": Effect(("attributions", "events", "relations"), _accept),
    "reject": Effect(("attributions", "events", "relations"), _reject),
    "rename": Effect(("entities",), _rename),
    "correct": Effect(tuple(CORRECTABLE), _correct),
    "note": Effect(told="recorded; a note changes nothing"),
    "same": Effect(("entities", "mentions"), told="makes them one in `who`, and in what compares reports"),
    "differ": Effect(("entities", "mentions"), told="keeps them apart in `who`, and in what compares reports"),
}


def by_report(in_force: Iterable[Judgement]) -> dict[str, tuple[Judgement, ...]]:
    """The judgements in force that may have an effect, by the reports that they are about, oldest first."""
    found: dict[str, list[Judgement]] = {}
    for judgement in in_force:
        # the words of a judgement go with an erased report
        lost_words = judgement.verb in ("rename", "correct") and judgement.value is None
        if EFFECTS.get(judgement.verb, Effect()).decide is not None and not lost_words:
            for report_id in dict.fromkeys(subject.report for subject in judgement.subjects):
                found.setdefault(report_id, []).append(judgement)
    return {report_id: tuple(held) for report_id, held in found.items()}


def as_decided(reading: Reading, judgements: Sequence[Judgement]) -> Reading:
    """The reading as the judgements in force show it.

    judgements   those about this report, oldest first; what no longer fits the reading is passed over
    Ids stay. SpanError and ValueFault where a field of the report is set to what cannot be (a date that is none).
    """
    if not judgements:
        return reading
    decided = decisions(reading, judgements)
    reading = _corrected(reading, decided.corrections)
    reading = _renamed(reading, decided.names)
    reading = _accepted(reading, decided.accepted)
    reading = _without(reading, decided.rejected)
    return judging.shown(reading, decided.fields)


def decisions(reading: Reading, judgements: Sequence[Judgement]) -> Decisions:
    """What these judgements decide about a reading, those about this report in force, oldest first."""
    decided = Decisions()
    for judgement in judgements:
        effect = EFFECTS[judgement.verb]
        for subject in judgement.subjects:
            if subject.report == reading.report.id and effect.decide is not None:
                thing = judging.attach(subject, reading)
                thing = _what_claim_is_about(thing, reading) if subject.kind == "claims" else thing
                if thing is not None and kind_of(thing) in effect.kinds:
                    effect.decide(decided, thing, judgement.value)
    return decided


def kind_of(thing: str) -> str:
    """The list of a reading that holds a thing of this id; "report" for the id of a report."""
    letter = thing.partition("/")[2][:1]
    return next((name for name, own in LISTS.items() if own == letter), "report")


def check_correction(judgement: Judgement) -> None:
    """Raise UsageError where a `correct` gives a field or value that there is not, for things that can be corrected."""
    if judgement.verb != "correct":
        return
    for subject in judgement.subjects:
        fields = CORRECTABLE.get(subject.kind)
        for name, value in judgement.value.items() if fields is not None else ():
            allowed = (fields or {}).get(name)
            if allowed is None:
                known = ", ".join(fields or ())
                raise UsageError(f"correct: {name!r} of {subject.kind} cannot be corrected; expected one of {known}")
            if value not in allowed:
                raise UsageError(f"correct: {name} is {value!r}; expected one of {', '.join(allowed)}")


def _what_claim_is_about(thing: str | None, reading: Reading) -> str | None:
    return next((claim.about for claim in reading.claims if claim.id == thing), None)


def _corrected(reading: Reading, corrections: Mapping[str, Mapping[str, str]]) -> Reading:
    changed: dict[str, Any] = {}
    for name in CORRECTABLE if corrections else ():
        made = []
        for value in getattr(reading, name):
            try:
                made.append(dataclasses.replace(value, **corrections.get(value.id, {})))
            except ValueFault:  # a newer reading has another type, which this mode does not fit
                made.append(value)
        changed[name] = tuple(made)
    return dataclasses.replace(reading, **changed)


def _renamed(reading: Reading, names: Mapping[str, str]) -> Reading:
    """Entities with other names, also where a chain names one of their mentions."""
    if not names:
        return reading
    entities = tuple(dataclasses.replace(e, name=names.get(e.id, e.name)) for e in reading.entities)
    called = {mention: names[e.id] for e in entities if e.id in names for mention in e.mentions}
    claims = tuple(
        dataclasses.replace(claim, chain=tuple(
            dataclasses.replace(voice, name=called[voice.mention]) if voice.name and voice.mention in called else voice
            for voice in claim.chain
        ))
        for claim in reading.claims
    )  # fmt: skip
    return dataclasses.replace(reading, entities=entities, claims=claims)


def _accepted(reading: Reading, accepted: set[str]) -> Reading:
    """A person says that they are right: their chance is 1."""
    if not accepted:
        return reading
    changed: dict[str, Any] = {
        name: tuple(dataclasses.replace(v, score=1.0) if v.id in accepted else v for v in getattr(reading, name))
        for name in ("attributions", "events")
    }
    return dataclasses.replace(reading, **changed)


def _without(reading: Reading, rejected: set[str]) -> Reading:
    """The reading without some attributions and events, and the claims about them.

    What stood inside a rejected attribution stands in the one around it, and has the chain of that one.
    """
    if not rejected:
        return reading
    inside = {a.id: a.inside for a in reading.attributions}

    def around(thing: str | None) -> str | None:
        while thing in rejected:
            thing = inside.get(thing)
        return thing

    lists: dict[str, Any] = {
        name: tuple(_cleared(v, rejected, around) for v in getattr(reading, name) if v.id not in rejected)
        for name in LISTS
    }
    moved = _moved(reading, rejected)
    chains = Chains(reading.report, lists["mentions"], lists["entities"], lists["attributions"])
    places = {value.id: value for name in LISTS for value in lists[name]}

    def claim_now(claim: Claim) -> Claim:
        if claim.about not in moved:
            return claim
        about = places[claim.about]
        return dataclasses.replace(claim, chain=chains.of(about.id if isinstance(about, Attribution) else about.inside))

    lists["claims"] = tuple(claim_now(claim) for claim in lists["claims"] if claim.about not in rejected)
    return dataclasses.replace(reading, **lists)


def _moved(reading: Reading, rejected: set[str]) -> set[str]:
    """What stands inside a rejected attribution, at any depth."""
    moved: set[str] = set()
    deeper = set(rejected)
    while deeper:
        deeper = {
            value.id for name in ("attributions", "events", "labels", "relations") for value in getattr(reading, name)
            if value.inside in deeper and value.id not in moved
        }  # fmt: skip
        moved |= deeper
    return moved - rejected


def _cleared(value: Any, rejected: set[str], around: Callable[[str | None], str | None]) -> Any:
    """The value without references to what was rejected; a claim's own subject is left for the caller."""
    changed: dict[str, Any] = {}
    for name in REFERENCES.get(type(value), ()):
        held = getattr(value, name)
        if isinstance(held, str):
            if held in rejected and not isinstance(value, Claim):
                changed[name] = around(held) if name == "inside" else None
        elif isinstance(held, tuple):
            parts = [part for part in held if not (isinstance(part, When) and part.event in rejected)]
            kept = tuple(p if isinstance(p, str) else _cleared(p, rejected, around) for p in parts if p not in rejected)
            if kept != held:
                changed[name] = kept
    return dataclasses.replace(value, **changed) if changed else value
