"""Names taken out of a case for good: blocks of the same length in all that it holds, and kept out of what comes later.

`Case.erase` does it once; every reading, path, judgement and row of the log that is added afterwards goes through
`ErasedNames` too. What it leaves is a keyed digest of each name, and in the ledger when which rows were blackened.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Final

from sayso.case.journal import ERASED
from sayso.case.people import People, called
from sayso.errors import UsageError
from sayso.lang import load_language
from sayso.nlp.names import matcher_for
from sayso.store.blackening import without_names
from sayso.store.ledger import (
    failure_digest,
    file_digest,
    file_thing,
    path_digest,
    row_hash,
    value_digest,
)
from sayso.text.erased_names import ErasedNames, orders_of, reworded, written_words
from sayso.values.case import FailureRow, Judgement, LedgerRow, LogRow
from sayso.values.identities import Identity
from sayso.values.report import Report
from sayso.values.spans import Span

MIN_PART: Final = 2  # letters of a word of a name that is looked for alone
MAX_PART_WORDS: Final = 4  # words of a name of which each is looked for alone; a longer one holds other words
LOOKED_INTO: Final = ("text/", "application/json", "application/x-sayso-record", "application/xhtml")
PERSON: Final = "Person"


@dataclass(frozen=True, slots=True)
class Erasure:
    """What erasing a name changed: reports, judgements, rows of the record; originals that are kept no longer."""

    reports: int = 0
    judgements: int = 0
    records: int = 0
    originals: int = 0


class Erasing(People):
    """The part of a Case that takes out names."""

    def erase(self, name: str) -> Erasure:
        """Take a name and all its forms out of the case, for good: nothing brings it back, and no undo does.

        name   as any report has it, or an id; a whole name may also be one that nobody is known by
        Blocks of the same length stand for it in texts, spans, titles, paths, judgements, log and ledger; originals
        that hold it are dropped, and later readings come without it. UsageError where it means several, or nobody.
        """
        names, parts, entities = self._to_erase(name)
        with self.logged("erase") as counts:
            own = {entity.partition("/")[0] for entity in entities}
            with self.store.transaction():
                erased = self.erased_names.adding(names, parts, own)
                self.store.set_config(ERASED, erased.to_json())
                self._enter("configured", ERASED, "", value_digest(erased.to_json()))
                records = self._blacken_records(erased)
                judged, others = self._blacken_judgements(erased, entities)
                reports, originals = self._blacken_reports(erased, entities)
                self._judged = -1
                for report_id in others:
                    row = self.store.find(report_id)
                    if row is not None and not row.erased:
                        self._list_anew(self.store.reading(report_id))
                self.store.forget_results()  # they may hold it
            counts.update(reports=reports, judgements=judged, records=records, originals=originals)
        self.store.scrub()
        return Erasure(reports, judged, records, originals)

    def _to_erase(self, name: str) -> tuple[list[tuple[str, ...]], set[str], frozenset[str]]:
        """Whole names and single words that are erased, in plain words, and the entities that bear them."""
        found = list(called(name, self.identities()))
        if len(found) > 1:
            self.meant_by(name)  # tells them
        words = tuple(word.plain for word in written_words(name))
        if not found and len(words) < 2:
            self.meant_by(name)
        if not found:
            return list(orders_of(words)), set(alone([words])), frozenset()
        identity = found[0]
        actors = self._actors_of(identity)
        held_by = (actors[entity] for entity in identity.entities if entity in actors)
        forms = {form.text for actor in held_by for form in actor.forms if form.named}
        by_id = name == identity.id or name in identity.entities or not words
        held = names_of(identity, forms | {identity.name} | (set() if by_id else {name}))
        if not held:
            raise UsageError(f"{name!r} has no name that could be erased; give the id of the report to `judge erase`")
        if identity.schema != PERSON:
            return held, set(), frozenset(identity.entities)
        whole = [order for words in held if len(words) > 1 for order in orders_of(words)]
        return whole or held, set(alone(held)), frozenset(identity.entities)

    def _blacken_records(self, erased: ErasedNames) -> int:
        """Blacken paths, files, failures, log and ledger, and enter what changed; return how many rows did."""
        line = erased.line
        paths = [
            (row.id, path) for kept in (False, True) for row in self.store.reports(erased=kept) for path in row.paths
        ]
        files = {
            file_thing(replace(row, path=line(row.path), hints=line(row.hints)))
            for row in self.store.files()
            if line(row.path) != row.path or line(row.hints) != row.hints
        }
        failures = {line(row.path) for row in self.store.failures() if _changes(row, line)}
        before = dict(self._row_hashes())
        self.store.reword(line)
        after = [(name, hash_) for name, hash_ in self._row_hashes() if before[name] != hash_]
        changed = [(report, path) for report, path in paths if line(path) != path]
        for report, path in changed:
            self._enter("blackened", report, path_digest(path), path_digest(line(path)))
        for file in self.store.files():
            if file_thing(file) in files:
                self._enter("file", file_thing(file), "", file_digest(file))
        for failure in self.store.failures():
            if failure.path in failures:
                self._enter("failed", failure.path, "", failure_digest(failure))
        for name, hash_ in after:
            self._enter("blackened", name, "", hash_)
        return len(changed) + len(files) + len(failures) + len(after)

    def _row_hashes(self) -> Iterator[tuple[str, str]]:
        rows: Iterable[tuple[str, Iterable[LogRow | LedgerRow]]] = (
            ("log", self.store.log()),
            ("ledger", self.store.ledger()),
        )
        for name, held in rows:
            for row in held:
                yield f"{name}{row.number}", row_hash(row)

    def _blacken_judgements(self, erased: ErasedNames, own: frozenset[str]) -> tuple[int, list[str]]:
        """Blacken what judgements quote and say; return how many changed, and the reports that those are about."""
        touched: dict[str, None] = {}
        count = 0
        for judgement in self.judgements():
            new = self._blackened(judgement, erased, own)
            if new != judgement:
                self._enter("redacted", judgement.id, "", self.store.redact_judgement(new))
                touched |= dict.fromkeys(subject.report for subject in judgement.subjects)
                count += 1
        return count, list(touched)

    def _blackened(self, judgement: Judgement, erased: ErasedNames, own: frozenset[str]) -> Judgement:
        subjects = []
        for subject in judgement.subjects:
            row = self.store.find(subject.report)
            text = ""
            if subject.spans and row is not None and not row.erased:
                text = without_names(self.store.reading(subject.report), erased, own).report.text
            subjects.append(replace(subject, spans=tuple(_span(span, text, erased) for span in subject.spans)))
        line = erased.line
        return replace(
            judgement, subjects=tuple(subjects), value=reworded(judgement.value, line), why=line(judgement.why),
            by=line(judgement.by),
        )  # fmt: skip

    def _blacken_reports(self, erased: ErasedNames, own: frozenset[str]) -> tuple[int, int]:
        """Blacken the readings, and drop the originals that hold the name; return how many of each."""
        held = self.store.originals()
        changed = 0
        for report_id in self.store.report_ids():
            reading = self.store.reading(report_id)
            entities = [entity.id for entity in reading.entities if entity.id in own]
            clean = without_names(reading, erased, entities)
            report = reading.report
            if clean is not reading:
                stored = self.store.put(clean, self.listing(clean), None)
                self._enter("redacted", report_id, report.sha256, stored)
                self._drop(report.sha256)
                self._drop_containers(report.paths)
                changed += 1
            elif report.sha256 in held and original_holds(self.store.original(report.sha256) or b"", report, erased):
                self._drop(report.sha256)
        return changed, len(held - self.store.originals())

    def _drop(self, sha256: str) -> None:
        if sha256 in self.store.originals():
            self.store.drop_original(sha256)
            self._enter("dropped", sha256, sha256, "")


def original_holds(original: bytes, report: Report, erased: ErasedNames) -> bool:
    """Whether the bytes of an original hold an erased name, as far as they are text; others are not looked into."""
    if not (report.media or "text/").startswith(LOOKED_INTO):
        return False
    try:
        text = original.decode(report.charset or "utf-8", "replace")
    except LookupError:
        text = original.decode("utf-8", "replace")
    return bool(erased.names_in(text))


def _span(span: Span, text: str, erased: ErasedNames) -> Span:
    now = text[span.start : span.end] if len(text) >= span.end else ""
    return replace(span, text=now or erased.line(span.text))


def _changes(row: FailureRow, line: Callable[[str], str]) -> bool:
    return any(line(words) != words for words in (row.path, row.reason, row.advice))


def names_of(identity: Identity, forms: Iterable[str]) -> list[tuple[str, ...]]:
    """What someone is called, as plain words: without titles and articles, each once."""
    language, parts_of = load_language("en"), matcher_for("en").parts
    found: dict[tuple[str, ...], None] = {}
    for form in sorted(forms):
        words = [word.plain for word in written_words(form)]
        before = {*parts_of(form).before, *language.grammar.articles} if identity.schema == PERSON else (
            language.grammar.articles
        )  # fmt: skip
        while len(words) > 1 and words[0] in before:
            words = words[1:]
        if words:
            found[tuple(words)] = None
    return list(found)


def alone(names: Iterable[tuple[str, ...]]) -> Iterator[str]:
    """The words of names that are looked for alone: none that names a country or a people, and no small one."""
    language = load_language("en")
    common = (
        language.countries | language.demonyms | language.particles | language.grammar.articles
        | language.name_parts.small | language.roles | frozenset(title.strip(".") for title in language.titles)
    )  # fmt: skip
    for words in names:
        if len(words) <= MAX_PART_WORDS:
            yield from (word for word in words if len(word) >= MIN_PART and word not in common)
