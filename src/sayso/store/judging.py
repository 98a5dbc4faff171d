"""Judgements and what they are about: found again in a newer reading, and put into force.

Everything here is worked out from the judgements and the readings each time; nothing is written.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final, get_args

from sayso.errors import UsageError
from sayso.store.retimed import retimed
from sayso.values.case import Judgement, Subject
from sayso.values.findings import Attribution, Claim, Entity, Relation, Voice
from sayso.values.parts import LISTS
from sayso.values.reading import Reading
from sayso.values.report import Credit, Report
from sayso.values.spans import Span
from sayso.values.terms import VERBS, Verb
from sayso.views.chains import head

# What `set` may mend; "agency" stands for the credit that holds for the whole report.
SETTABLE: Final = ("outlet", "agency", "published", "title", "byline", "url", "lang")
OVERLAP: Final = 0.5  # share of common characters from which a thing counts as the same; below it is another thing
HIDDEN: Final = "█"


def spans_standing_for(value: Any, reading: Reading) -> tuple[Span, ...]:
    """The spans by which a thing of a reading is found again, in order."""
    if isinstance(value, Claim):
        about = thing(value.about, reading)
        return spans_standing_for(about, reading) if about is not None else value.evidence
    if isinstance(value, Entity):
        members = set(value.mentions)
        return tuple(sorted((m.span for m in reading.mentions if m.id in members), key=lambda s: (s.start, s.end)))
    if isinstance(value, Relation):
        return value.evidence
    if isinstance(value, Attribution):  # with the cue: one content may have two
        return tuple(sorted({*value.content, *value.cue}, key=lambda s: (s.start, s.end)))
    for name in ("span", "trigger"):
        found = getattr(value, name, None)
        if found:
            return found if isinstance(found, tuple) else (found,)
    raise UsageError(f"{type(value).__name__} is nothing that can be judged")


def thing(thing_id: str, reading: Reading) -> Any | None:
    """The value of this id, of any kind; None where the reading has none."""
    letter = thing_id.partition("/")[2][:1]
    for name, kind in LISTS.items():
        if kind == letter:
            return next((value for value in getattr(reading, name) if value.id == thing_id), None)
    return None


def subject_of(subject_id: str, reading: Reading) -> Subject:
    """The subject of an id: of a report, or of a thing in it. UsageError where the reading has no such thing."""
    if subject_id == reading.report.id:
        return Subject(subject_id)
    value = thing(subject_id, reading)
    if value is None:
        raise UsageError(f"report {reading.report.id} holds no {subject_id}; `show` and `export` give the ids it holds")
    kind = next(name for name, letter in LISTS.items() if letter == subject_id.partition("/")[2][:1])
    return Subject(reading.report.id, kind, spans_standing_for(value, reading))


def attach(subject: Subject, reading: Reading) -> str | None:
    """The id of the thing that a subject means in this reading; None where nothing fits any more.

    A span that no longer says the same is looked for elsewhere and counts if its words stand in one place only. Of the
    things of the kind that share at least half of their characters with the subject the closest one is meant; two that
    are equally close are none.
    """
    if subject.kind == "report":
        return subject.report if subject.report == reading.report.id else None
    places = [place for span in subject.spans if (place := _relocate(span, reading.report)) is not None]
    if not places:
        return None
    wanted = {at for start, end in places for at in range(start, end)}
    scored = []
    for value in getattr(reading, subject.kind, ()):
        spans = spans_standing_for(value, reading)
        exact = [(span.start, span.end) for span in spans] == places
        held = {at for span in spans for at in range(span.start, span.end)}
        scored.append((2.0 if exact else len(wanted & held) / len(wanted | held), value.id))
    scored.sort(key=lambda pair: (-pair[0], pair[1]))
    if not scored or scored[0][0] < OVERLAP or (len(scored) > 1 and scored[1][0] == scored[0][0] < 2.0):
        return None
    return str(scored[0][1])


def _relocate(span: Span, report: Report) -> tuple[int, int] | None:
    if report.text[span.start : span.end] == span.text:
        return span.start, span.end
    at = report.text.find(span.text)
    if at < 0 or report.text.find(span.text, at + 1) >= 0:
        return None
    return at, at + len(span.text)


def in_force(judgements: Sequence[Judgement]) -> list[Judgement]:
    """Those that were not undone, oldest first; an undo that is itself undone counts no more."""
    undone: set[str] = set()
    kept = []
    for judgement in reversed(judgements):
        if judgement.id in undone:
            continue
        if judgement.verb == "undo":
            undone.add(str(judgement.value))
        else:
            kept.append(judgement)
    return kept[::-1]


def shown(reading: Reading, changed: Mapping[str, str | None]) -> Reading:
    """The reading with what was set in force: in its report, in times that its day of publication anchors, and in the
    chains where outlet and agency stand first.

    Ids stay. SpanError and ValueFault where a value cannot be (a date that is none).
    """
    if not changed:
        return reading
    old = reading.report
    fields: dict[str, Any] = {name: value or None for name, value in changed.items() if name != "agency"}
    if "published" in fields:
        fields["published_from"] = "user" if fields["published"] else None
    if "agency" in changed:
        own = tuple(credit for credit in old.credits if credit.scope == "attribution")
        fields["credits"] = (*((Credit(changed["agency"]),) if changed["agency"] else ()), *own)
    report = dataclasses.replace(old, **fields)
    if "published" in fields:
        reading = dataclasses.replace(reading, times=retimed(reading, report))
    if not {"outlet", "agency"} & set(changed):
        return dataclasses.replace(reading, report=report)
    first = head(report)
    agencies = {voice.name for voice in head(old) if voice.kind == "agency"}

    def chain(links: tuple[Voice, ...]) -> tuple[Voice, ...]:
        rest = list(links)
        if rest and rest[0].kind == "outlet":
            rest.pop(0)
        while rest and rest[0].kind == "agency" and rest[0].name in agencies:
            rest.pop(0)
        return (*first, *rest)

    claims = tuple(dataclasses.replace(claim, chain=chain(claim.chain)) for claim in reading.claims)
    return dataclasses.replace(reading, report=report, claims=claims)


def judgement_id(named: Any) -> Any:
    """The id of a judgement that is named by its id or its number; anything else as it is.

    >>> judgement_id("j3"), judgement_id(3), judgement_id("3")
    ('j3', 'j3', 'j3')
    """
    number = str(named) if isinstance(named, (str, int)) and not isinstance(named, bool) else ""
    return f"j{number}" if number.isascii() and number.isdecimal() else named


def check_judgement(judgement: Judgement, known: Callable[[str], Judgement | None]) -> None:
    """Raise UsageError unless the verb, its subjects and its value go together.

    known   gives the judgement of an id, or None
    """
    verb, value = judgement.verb, judgement.value
    check_words(verb, (value, judgement.why, judgement.by))
    if verb not in get_args(Verb):
        raise UsageError(f"{verb!r} is no verb of judgement; expected one of {', '.join(VERBS)}")
    if verb == "undo":
        meant = known(str(value))
        if meant is None:
            raise UsageError(f"undo: there is no judgement {value!r}; `export --as jsonl` lists them with their ids")
        if meant.verb == "erase":
            raise UsageError(f"undo: {value} erased a text, which is gone; read the original into a new case")
        return
    if not judgement.subjects:
        raise UsageError(f"{verb}: name at least one subject, by the id of a report or of a thing in it")
    whole = [subject.kind == "report" for subject in judgement.subjects]
    if verb in ("same", "differ") and len(judgement.subjects) < 2:
        raise UsageError(f"{verb}: name at least two subjects")
    if verb in ("set", "erase") and not all(whole):
        raise UsageError(f"{verb}: it is about reports; give the id of a report, 16 hex digits")
    if verb == "set":
        _check_set(value)
    elif verb == "rename" and not (isinstance(value, str) and value.strip()):
        raise UsageError("rename: give the new name")
    elif verb == "correct" and not (isinstance(value, dict) and value):
        raise UsageError('correct: give the fields and their right values, such as {"factuality": "PS+"}')


def check_words(what: str, value: Any) -> None:
    """Raise UsageError where any words of a value are no UTF-8: nothing could be exported that holds them."""
    if isinstance(value, str):
        try:
            value.encode()
        except UnicodeEncodeError as error:
            raise UsageError(f"{what}: {value!r} holds a byte that is no UTF-8; write it in UTF-8") from error
    elif isinstance(value, (list, tuple)):
        for part in value:
            check_words(what, part)
    elif isinstance(value, Mapping):
        check_words(what, (*value.keys(), *value.values()))


def _check_set(value: Any) -> None:
    if not isinstance(value, dict) or not value:
        raise UsageError(f"set: give at least one of {', '.join(SETTABLE)}")
    for name, held in value.items():
        if name not in SETTABLE:
            raise UsageError(f"set: {name!r} cannot be set; expected one of {', '.join(SETTABLE)}")
        if held is not None and not isinstance(held, str):
            raise UsageError(f"set: {name} is {held!r}, expected words, or nothing to take it away")


def redacted(judgement: Judgement, report_id: str) -> Judgement:
    """The judgement without the words of an erased report: its spans blackened, a value that may quote it taken out.

    Offsets, the reasons given, who judged and when stay, and so does what was set.
    """
    if not any(subject.report == report_id for subject in judgement.subjects):
        return judgement
    subjects = tuple(
        dataclasses.replace(s, spans=tuple(Span(p.start, p.end, HIDDEN * (p.end - p.start)) for p in s.spans))
        if s.report == report_id
        else s
        for s in judgement.subjects
    )
    value = judgement.value if judgement.verb in ("set", "undo", "erase") else None
    if judgement.verb == "set" and isinstance(value, dict):
        value = {name: held for name, held in value.items() if name not in ("title", "byline", "url")}
    return dataclasses.replace(judgement, subjects=subjects, value=value)
