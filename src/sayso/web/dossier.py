"""A dossier: one actor or account as HTML that stands alone, to be printed or kept: no script, no link to a server.

Each line has its evidence, each evidence its report, each report the SHA-256 of its original; at the end stands how it
was made, and of what state of the case.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Final

from markupsafe import Markup

import sayso
from sayso.case import Case, now
from sayso.errors import CaseError
from sayso.store.judging import in_force
from sayso.values.accounts import AccountShown, Tie
from sayso.values.case import Judgement, ReportRow, Statement
from sayso.values.findings import Label
from sayso.values.identities import Identity, Someone
from sayso.values.reading import Reading
from sayso.views.events import EventRow, event_rows
from sayso.views.names import Names
from sayso.views.statements import statements_of
from sayso.web.drawing import HERE, bdi, draw, marked

MOST_REPORTS: Final = 300  # that are read for a dossier, those with a date first, by date
MOST_LINES: Final = 500  # of a section
MOST_TITLE: Final = 200  # characters
MOST_WORDS: Final = 1_500  # characters of a sentence


@dataclass(frozen=True, slots=True)
class DossierLine:
    """One line of a section: what is told, the sentence that tells it, and where it stands.

    what       in words, as markup
    sentence   the evidence, as markup
    report     id of its report; "" for a line without one
    place      code points of the report: "19-190"
    id         of the thing in the reading
    checked    a person has judged it
    """

    what: Markup
    sentence: Markup = field(default_factory=lambda: Markup(""))
    report: str = ""
    place: str = ""
    id: str = ""
    checked: bool = False


@dataclass(frozen=True, slots=True)
class Section:
    """A list of lines; `total` says how many there are, where not all are given."""

    title: str
    lines: tuple[DossierLine, ...]
    total: int
    empty: str = "Nothing of that kind is in these reports."


@dataclass(frozen=True, slots=True)
class Dossier:
    """See the module.

    facts      (what, in words)
    reports    all reports that a line names, in order of publication; their places in this list are their numbers
    steps      what read them: "attributions.v1" and so on
    judgements of people that concern it
    seal       of the case's ledger: with it `sayso check CASE --seal` tells later whether anything was changed
    """

    title: str
    kind: str
    facts: tuple[tuple[str, str], ...]
    sections: tuple[Section, ...]
    reports: tuple[ReportRow, ...]
    steps: tuple[str, ...]
    judgements: tuple[Judgement, ...]
    case: str
    seal: str
    made: str
    version: str
    left_out: int = 0

    def number_of(self, report: str) -> int:
        """The number under which a report stands among the sources, from 1; 0 for none."""
        return next((i for i, row in enumerate(self.reports, 1) if row.id == report), 0)


def dossier_html(dossier: Dossier) -> str:
    """The dossier as one file of HTML."""
    numbers = {row.id: i for i, row in enumerate(dossier.reports, 1)}
    return draw("dossier.html", {"dossier": dossier, "numbers": numbers, "style": Markup(style())})  # noqa: S704 - ours


@cache
def style() -> str:
    """What a dossier looks like, which it carries itself."""
    return (HERE / "static" / "dossier.css").read_text(encoding="utf-8")


@cache
def policy() -> str:
    """The Content-Security-Policy of a dossier: its own style, and nothing else at all."""
    digest = base64.b64encode(hashlib.sha256(style().encode()).digest()).decode()
    return (
        f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    )


def actor_dossier(case: Case, identity: Identity) -> Dossier:
    """All that the reports tell of someone: what they are called, say and do, and what others say of them.

    Of more than MOST_REPORTS reports the first by date are read, and the dossier says so.
    """
    known = case.who(identity.id)
    name = identity.name or next(iter(identity.names), identity.id)
    ids = dict.fromkeys(entity.partition("/")[0] for entity in identity.entities)
    rows = sorted(
        filter(None, map(case.store.find, ids)), key=lambda row: (row.published or "9", row.outlet or "", row.id)
    )
    rows = [row for row in rows if not row.erased]
    judged = in_force(case.judgements())
    gathered = _Gathered(frozenset(identity.entities), frozenset(_accepted(judged)))
    steps: dict[str, None] = {}
    for row in rows[:MOST_REPORTS]:
        try:
            reading = case.reading(row.id)
        except (KeyError, CaseError):
            continue  # erased since, or damaged: `sayso check` tells of it
        steps.update(dict.fromkeys(reading.steps))
        gathered.add(reading)
    sections = (
        _section("What they are called", _forms(known)), _section("Roles", _roles(known)),
        *(_section(title, lines) for title, lines in gathered.lists()),
    )  # fmt: skip
    named = {line.report for section in sections for line in section.lines}
    return Dossier(
        name, "actor", tuple(_facts(identity, known)), sections, tuple(row for row in rows if row.id in named),
        tuple(steps), tuple(one for one in judged if _concerns(one, ids)), case.store.name.rpartition("/")[2],
        case.seal(), now(), sayso.__version__, max(0, len(rows) - MOST_REPORTS),
    )  # fmt: skip


def account_dossier(case: Case, found: AccountShown, marked_claims: Mapping[str, Markup]) -> Dossier:
    """An account: its claims by origin, and how they stand to each other.

    marked_claims   id of a claim -> its sentences, with the words marked in which it differs from others
    """
    checked = frozenset(_accepted(in_force(case.judgements())))
    sections = []
    for number in sorted({claim.origin for claim in found.claims}):
        lines = [
            DossierLine(
                _chain(claim.chain), marked_claims[claim.claim], claim.report.id, f"{claim.start}-{claim.end}",
                claim.claim, (claim.report.id, claim.start) in checked,
            )
            for claim in found.claims
            if claim.origin == number
        ]  # fmt: skip
        sections.append(_section(f"Origin {number}", lines))
    ties = [_tie_line(tie) for tie in found.ties]
    sections.append(_section("How they stand to each other", ties))
    rows = list({claim.report.id: claim.report for claim in found.claims}.values())
    steps: dict[str, None] = {}
    for row in rows[:MOST_REPORTS]:
        steps.update(dict.fromkeys(case.reading(row.id).steps))
    judged = tuple(one for one in in_force(case.judgements()) if _concerns(one, [row.id for row in rows]))
    facts = (
        ("Id in the case", found.id), ("Claims", f"{len(found.claims):,}"), ("Reports", f"{found.reports:,}"),
        ("Independent origins", f"{found.origins:,}"), ("There first", found.account.first),
    )  # fmt: skip
    title = found.claims[0].sentence
    return Dossier(
        title if len(title) <= MOST_TITLE else title[: MOST_TITLE - 1] + "…", "account", facts, tuple(sections),
        tuple(rows), tuple(steps), judged, case.store.name.rpartition("/")[2], case.seal(), now(), sayso.__version__,
    )  # fmt: skip


def _tie_line(tie: Tie) -> DossierLine:
    left, right = tie.spans
    what = Markup("<b>{}</b> on {}: {}").format(tie.tie, tie.on, tie.why)
    words = Markup("{} <b>/</b> {}").format(_cut(left.text), _cut(right.text))
    return DossierLine(what, words, left.report, f"{left.start}-{left.end}", f"{tie.left}, {tie.right}")


class _Gathered:
    """What reports tell of one someone, in order of the reports."""

    def __init__(self, entities: frozenset[str], checked: frozenset[tuple[str, int]]) -> None:
        self.entities = entities
        self.checked = checked
        self.says: list[DossierLine] = []
        self.about: list[DossierLine] = []
        self.does: list[DossierLine] = []
        self.done_to: list[DossierLine] = []
        self.called: list[DossierLine] = []
        self.calls: list[DossierLine] = []

    def lists(self) -> Iterator[tuple[str, list[DossierLine]]]:
        """(title, lines) in the order of the dossier."""
        yield "What they say", self.says
        yield "What others say of them", self.about
        yield "What they are told to do", self.does
        yield "What is told to be done to them", self.done_to
        yield "What others call them", self.called
        yield "What they call others", self.calls

    def add(self, reading: Reading) -> None:
        """Take what one reading tells."""
        own = {m for entity in reading.entities if entity.id in self.entities for m in entity.mentions}
        spans = [mention.span for mention in reading.mentions if mention.id in own]
        said = {one.id: one for one in reading.attributions}
        for statement in statements_of(reading):
            attribution = said[statement.id]
            if own & {attribution.speaker, *attribution.speakers}:
                self.says.append(self._statement(reading, statement))
            elif any(content.covers(span) for content in attribution.content for span in spans):
                self.about.append(self._statement(reading, statement))
        events = {one.id: one for one in reading.events}
        for row in event_rows(reading):
            event = events[row.id]
            if not row.standing:
                continue  # what no type fits is mostly saying and being
            if own & set(event.actors):
                self.does.append(self._event(reading, row))
            if own & set(event.recipients):
                self.done_to.append(self._event(reading, row))
        names = Names(reading)
        for label in reading.labels:
            if label.target in own:
                self.called.append(self._label(reading, label, names))
            if label.holder in own:
                self.calls.append(self._label(reading, label, names))

    def _statement(self, reading: Reading, row: Statement) -> DossierLine:
        sentence = marked(_cut(row.sentence or row.content), [(row.cue, "i"), (row.content, "mark")])
        manner = "" if row.manner == "says" else f" ({row.manner})"
        what = Markup("{}{}").format(_chain(row.chain), manner)
        return self._line(reading, what, sentence, row.start, row.end, row.id)

    def _event(self, reading: Reading, row: EventRow) -> DossierLine:
        sentence = marked(_cut(" ".join(row.sentences(reading.report.text))), [(row.what, "mark")])
        told = Markup("{} <b>{}</b> {}").format(bdi(row.who or "somebody"), row.what, bdi(row.whom))
        when = row.earliest if row.earliest == row.latest else " to ".join(filter(None, (row.earliest, row.latest)))
        more = "; ".join(filter(None, (when or "no date told", row.place, row.state.replace("_", " "), row.how_many)))
        return self._line(
            reading, Markup("{} ({}) – {}").format(told, more, _chain(row.chain)), sentence, row.start, row.end, row.id
        )

    def _label(self, reading: Reading, label: Label, names: Names) -> DossierLine:
        claim = next((claim for claim in reading.claims if claim.about == label.id), None)
        evidence = " ".join(span.text for span in claim.evidence) if claim is not None else label.span.text
        holder = names.of(label.holder) if label.holder else reading.report.outlet or "the report"
        target = names.of(label.target) if label.target else "someone"
        sign = {-1: " (against)", 0: "", 1: " (for)"}[label.polarity]
        told = Markup("{}, of {}: “{}”{}{}").format(
            bdi(holder), bdi(target), label.span.text, sign, "" if label.how == "used" else f", {label.how}"
        )
        sentence = marked(_cut(evidence), [(label.span.text, "mark")])
        return self._line(reading, told, sentence, label.span.start, label.span.end, label.id)

    def _line(self, reading: Reading, what: Markup, sentence: Markup, start: int, end: int, thing: str) -> DossierLine:
        checked = (reading.report.id, start) in self.checked
        return DossierLine(what, sentence, reading.report.id, f"{start}-{end}", thing, checked)


def _section(title: str, lines: Sequence[DossierLine]) -> Section:
    return Section(title, tuple(lines[:MOST_LINES]), len(lines))


def _cut(sentence: str) -> str:
    return sentence if len(sentence) <= MOST_WORDS else sentence[: MOST_WORDS - 1] + "…"


def _chain(words: str) -> Markup:
    return Markup(" › ").join(bdi(name) for name in words.split(" > ") if name) or Markup("the report")


def _facts(identity: Identity, known: Someone) -> Iterator[tuple[str, str]]:
    yield "Id in the case", identity.id
    yield "Kind", identity.schema
    if identity.codes:
        yield "Codes", ", ".join(identity.codes)
    yield "Reports", f"{known.reports:,}"
    if known.first:
        yield "First and last report", f"{known.first} to {known.last}"
    for alarm in identity.alarms:
        yield "Contradiction", alarm


def _forms(known: Someone) -> list[DossierLine]:
    lines = []
    for form in known.forms:
        where = ", ".join(dict.fromkeys(bearing.outlet or "outlet not known" for bearing in form.where))
        why = "; ".join(form.why)
        lines.append(DossierLine(Markup("{}: {} times, in {} ({})").format(bdi(form.text), form.count, where, why)))
    return lines


def _roles(known: Someone) -> list[DossierLine]:
    lines = []
    for role in known.roles:
        first = min((bearing.day for bearing in role.where if bearing.day), default="no date")
        outlets = ", ".join(dict.fromkeys(bearing.outlet or "outlet not known" for bearing in role.where))
        kind = "belongs to " if role.body else ""
        lines.append(DossierLine(Markup("{}{}: first {}, in {}").format(kind, bdi(role.text), first, outlets)))
    return lines


def _accepted(judged: Iterable[Judgement]) -> Iterator[tuple[str, int]]:
    """Report and first code point of what people have accepted or corrected."""
    for one in judged:
        if one.verb in ("accept", "correct"):
            for subject in one.subjects:
                if subject.spans:
                    yield subject.report, subject.spans[0].start


def _concerns(judgement: Judgement, reports: Iterable[str]) -> bool:
    held = set(reports)
    return any(subject.report in held for subject in judgement.subjects)
