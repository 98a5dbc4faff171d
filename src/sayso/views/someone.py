"""One someone of a case in words: every form, where it stands and why it is theirs; and the lines of `sayso who`."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping
from typing import Any, Final

from sayso.text.printable import safe
from sayso.values.case import ReportRow
from sayso.values.identities import (
    Actor,
    Bearing,
    Identity,
    Join,
    KnownCode,
    KnownForm,
    KnownRole,
    Someone,
    Suggestion,
)

REASONS: Final = {
    "same": "the same name",
    "words": "words of the name",
    "title": "a title before the name",
    "family": "the family name",
    "given": "the given name",
    "order": "the words in another order",
    "spelling": "another spelling",
    "variant": "another form of the given name",
    "initials": "initials",
    "acronym": "the first letters",
    "joined": "the words written as one",
    "context": "the same role, or the same people beside them",
}
OWN: Final = "first named so"
IN_REPORT: Final = "the report uses it of them"
MAX_WHERE: Final = 6  # reports that are listed for a form


def reason_words(join: Join) -> str:
    """Why two are one, for people."""
    if join.reasons[:1] == ("judged",):
        return f"judgement {' '.join(join.reasons[1:])}"
    return ", ".join(REASONS.get(reason, reason) for reason in join.reasons)


def someone(identity: Identity, actors: Mapping[str, Actor], row: Callable[[str], ReportRow | None]) -> Someone:
    """What a case knows of an identity.

    actors   by entity, those of the identity at least
    row      of a report, None where it is not known
    """
    why: dict[str, str] = {}
    for join in identity.why:
        for entity in (join.right, join.left):
            if entity != identity.entities[0]:
                why.setdefault(entity, reason_words(join))
    forms: dict[str, tuple[bool, Counter[str], dict[str, None]]] = {}
    roles: dict[tuple[str, bool], Counter[str]] = defaultdict(Counter)
    codes: dict[str, tuple[dict[str, None], Counter[str]]] = {code: ({}, Counter()) for code in identity.codes}
    days: list[str] = []
    reports: dict[str, None] = {}
    for entity in identity.entities:
        actor = actors.get(entity)
        if actor is None:
            continue
        reports[actor.report] = None
        found = row(actor.report)
        if found is not None and found.day:
            days.append(found.day)
        for form in actor.forms:
            named, held, reasons = forms.setdefault(form.text, (form.named, Counter(), {}))
            held[actor.report] += form.count
            reasons[_why_form(form.text == actor.name or form.named, why.get(entity))] = None
        for text, body in (*((text, False) for text in actor.roles), *((text, True) for text in actor.of)):
            roles[text, body][actor.report] += 1
        for said in actor.codes:
            words, where = codes.setdefault(said.code, ({}, Counter()))
            words[said.text] = None
            where[actor.report] += 1

    def bearings(held: Counter[str]) -> tuple[Bearing, ...]:
        return tuple(
            Bearing(report, (found.outlet if found else None) or "", found.day if found else "", count)
            for report, count in held.items()
            for found in (row(report),)
        )

    known = [KnownForm(text, named, bearings(held), tuple(why)) for text, (named, held, why) in forms.items()]
    known.sort(key=lambda form: (not form.named, -form.count, form.text))
    offices = [KnownRole(text, bearings(held), body) for (text, body), held in roles.items()]
    offices.sort(key=lambda role: (min((b.day for b in role.where if b.day), default="9"), role.body, role.text))
    told = tuple(KnownCode(code, tuple(words), bearings(held)) for code, (words, held) in codes.items())
    return Someone(
        identity, tuple(known), tuple(offices), len(reports), min(days, default=""), max(days, default=""), told
    )


def _why_form(named: bool, join: str | None) -> str:
    if join is None:
        return OWN if named else IN_REPORT
    return join if named else IN_REPORT


def someone_lines(known: Someone) -> Iterator[str]:
    """What `sayso who` prints: nothing in it steers a terminal."""
    identity = known.identity
    yield f"{safe(identity.name) or '(no name)'}  {identity.id}  {identity.schema}"
    seen = f", {known.first} to {known.last}" if known.first else ""
    yield f"  {known.reports} report{'s' * (known.reports != 1)}{seen}"
    for role in known.roles:
        yield f"  {'of' if role.body else 'is'} {safe(role.text)}: {_where(role.where)}"
    for code in known.codes:
        words = ", ".join(repr(safe(text)) for text in code.words[:MAX_WHERE])
        yield f"  code {code.code}: {words}: {_where(code.where)}"
    for form in known.forms:
        yield f"  {form.count:5} {safe(form.text)}: {'; '.join(form.why)}"
        yield f"        {_where(form.where)}"
    for alarm in identity.alarms:
        yield f"  ! {safe(alarm)}"


def _where(where: tuple[Bearing, ...]) -> str:
    shown = [
        " ".join(part for part in (safe(b.outlet) or b.report, b.day) if part)
        + (f" ({b.count})" if b.count > 1 else "")
        for b in where[:MAX_WHERE]
    ]
    more = f", and {len(where) - MAX_WHERE} more" if len(where) > MAX_WHERE else ""
    return ", ".join(shown) + more


def someone_dict(known: Someone) -> dict[str, Any]:
    """The same as JSON, for `sayso who --json`."""
    identity = known.identity
    return {
        **identity_dict(identity),
        "reports": known.reports,
        "first": known.first,
        "last": known.last,
        "forms": [
            {"text": form.text, "named": form.named, "count": form.count, "why": list(form.why),
             "where": [_bearing(b) for b in form.where]}
            for form in known.forms
        ],
        "roles": [
            {"text": role.text, "body": role.body, "where": [_bearing(b) for b in role.where]} for role in known.roles
        ],
        "codes_told": [
            {"code": code.code, "words": list(code.words), "where": [_bearing(b) for b in code.where]}
            for code in known.codes
        ],
        "alarms": list(identity.alarms),
    }  # fmt: skip


def _bearing(bearing: Bearing) -> dict[str, Any]:
    return {"report": bearing.report, "outlet": bearing.outlet, "day": bearing.day, "count": bearing.count}


def identity_dict(identity: Identity) -> dict[str, Any]:
    """The line of an identity in an export; see docs/reference/output.md."""
    return {
        "kind": "identity",
        "id": identity.id,
        "name": identity.name,
        "names": list(identity.names),
        "entities": list(identity.entities),
        "schema": identity.schema,
        "codes": list(identity.codes),
        "coded": [
            {"code": one.code, "report": one.report, "start": one.start, "end": one.end, "text": one.text}
            for one in identity.coded
        ],
    }


def suggestion_line(pair: Suggestion, *, scores: bool) -> str:
    """What `sayso suggest` prints of a pair: nothing in it steers a terminal."""
    sides = " ~ ".join(
        f"{safe(name)} ({safe(one.name)}, {one.id}, {len(one.entities)} reports)"
        for one, name in ((pair.left, pair.left_name), (pair.right, pair.right_name))
    )
    return f"{pair.score:.2f}  {sides}" if scores else sides


def suggestion_dict(pair: Suggestion, *, scores: bool) -> dict[str, Any]:
    """The same as JSON."""
    told: dict[str, Any] = {
        "left": {**identity_dict(pair.left), "like": pair.left_name},
        "right": {**identity_dict(pair.right), "like": pair.right_name},
    }
    return told | ({"score": pair.score} if scores else {})
