"""Whether a case still holds what was put into it: the same checks on every store."""

from __future__ import annotations

import dataclasses
import json
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence

from sayso.errors import CaseError, SaysoError
from sayso.store import effects, judging, ledger
from sayso.store.base import Store
from sayso.values.case import Deed, Finding, Judgement, LedgerRow, ReportRow
from sayso.values.report import Report, report_id
from sayso.values.rows import Listing, RowQuery, RowSpec
from sayso.views.tables import TABLES, listing


def check_store(
    store: Store, tables: Sequence[RowSpec] = TABLES, seal: tuple[int, str] | None = None
) -> Iterator[Finding]:
    """Every finding, in the order: the file, log and ledger, what the ledger says is there, reports, judgements.

    seal    number and hash of the row of the ledger that was the last at an earlier time
    What is not a fault but cannot be verified comes with ``fault=False``.
    """
    yield from store.check()
    parts: list[Callable[[], Iterator[Finding]]] = [
        lambda: ledger.check_chain("log", store.log(), ledger.blackened_rows(store.ledger())),
        lambda: ledger.check_chain("ledger", store.ledger(), ledger.blackened_rows(store.ledger())),
        *([lambda: ledger.check_seal(seal, store.ledger())] if seal is not None else []),
        lambda: check_ledger(store),
        lambda: check_reports(store, tables),
        lambda: check_judgements(store),
    ]
    for part in parts:  # what cannot be read for one does not keep the others from being looked at
        try:
            yield from part()
        except CaseError as error:
            yield Finding(store.name, str(error))


def check_ledger(store: Store) -> Iterator[Finding]:
    """Whether what is stored is just what the ledger says was stored, and the log's seals lie in the ledger."""
    rows = list(store.ledger())
    yield from _check_log(store, rows)
    newest = ledger.stored_things(rows)
    for thing, sha256, digest in store.digests():
        expected = newest.pop(thing, None)
        what = "judgement" if thing.startswith("j") else "report"
        if digest == "damaged":
            yield Finding(f"{what} {thing}", "its reading is damaged and cannot be unpacked", "read its original again")
        elif expected is None:
            yield Finding(f"{what} {thing}", "it is stored, and the ledger knows nothing of it")
        elif digest != expected.digest or sha256 != expected.sha256:
            yield Finding(f"{what} {thing}", f"it was changed after it was {expected.deed} {expected.at}")
        if what == "report" and expected is not None:
            yield from _check_listed(store, expected)
    for row in newest.values():
        what = "judgement" if row.thing.startswith("j") else "report"
        yield Finding(f"{what} {row.thing}", f"it is not there; the ledger says it was {row.deed} {row.at}")
    yield from _check_paths(store, rows)
    yield from _check_failures(store, rows)
    yield from _check_kept(store, rows)
    settings = {key: ledger.value_digest(value) for key, value in store.config().items()}
    yield from _check_named("setting", "configured", settings, rows)
    files = {ledger.file_thing(row): ledger.file_digest(row) for row in store.files()}
    yield from _check_named("file", "file", files, rows)


def _check_log(store: Store, rows: Sequence[LedgerRow]) -> Iterator[Finding]:
    """Whether log and ledger seal each other: what one says of the other is there."""
    hashes = {"", *(row.hash for row in rows)}
    logged = {row.thing: row for row in rows if row.deed == "logged"}
    for entry in store.log():
        if entry.ledger not in hashes:
            yield Finding(
                f"log {entry.number}",
                "the row of the ledger that it seals is not there: the end of the ledger was taken off",
            )
        sealed = logged.pop(f"log{entry.number}", None)
        if sealed is not None and sealed.digest != entry.hash:
            yield Finding(f"log {entry.number}", f"it is not the row that was written {sealed.at}")
    for row in logged.values():
        yield Finding(
            f"log {row.thing.removeprefix('log')}", f"it is not there; the ledger says it was written {row.at}"
        )


def _check_listed(store: Store, entry: LedgerRow) -> Iterator[Finding]:
    """Whether a report that is stored is listed, as erased just where somebody erased it."""
    row = store.find(entry.thing)
    if row is None:
        yield Finding(f"report {entry.thing}", f"it is not listed; the ledger says it was {entry.deed} {entry.at}")
    elif row.erased and entry.deed != "erased":
        yield Finding(f"report {entry.thing}", "it is listed as erased, and nobody erased it")
    elif row.digest != entry.digest:
        yield Finding(f"report {entry.thing}", f"it is listed with another digest than was {entry.deed} {entry.at}")
    elif entry.deed == "erased" and not row.erased:
        yield Finding(f"report {entry.thing}", f"it was erased {entry.at}, and is listed as if it was not")


def _check_paths(store: Store, rows: Sequence[LedgerRow]) -> Iterator[Finding]:
    """Whether the paths of each report are those where it was found."""
    found: dict[str, set[str]] = {}
    for entry in rows:
        if entry.deed == "path":
            found.setdefault(entry.thing, set()).add(entry.digest)
        elif entry.deed == "blackened" and entry.sha256:
            known = found.setdefault(entry.thing, set())
            known.discard(entry.sha256)
            known.add(entry.digest)
    for erased in (False, True):
        for row in store.reports(erased=erased):
            if {ledger.path_digest(path) for path in row.paths} != found.get(row.id, set()):
                yield Finding(f"report {row.id}", "its paths are not those where the ledger says it was found")


def _check_failures(store: Store, rows: Sequence[LedgerRow]) -> Iterator[Finding]:
    """Whether the failures are those that the ledger has."""
    known = {row.thing: row for row in rows if row.deed in ("failed", "forgotten")}
    for failure in store.failures():
        entry = known.pop(failure.path, None)
        if entry is None or entry.deed == "forgotten":
            yield Finding(f"failure {failure.path}", "nobody put it there: the ledger does not have it")
        elif entry.digest != ledger.failure_digest(failure):
            yield Finding(f"failure {failure.path}", f"it was changed after it was noted {entry.at}")
    for entry in known.values():
        if entry.deed == "failed":
            yield Finding(f"failure {entry.thing}", f"it is not there any more; the ledger says it failed {entry.at}")


def _check_kept(store: Store, rows: Sequence[LedgerRow]) -> Iterator[Finding]:
    """Whether the originals that are kept are those that were, and each report says whether its is."""
    newest = {row.thing: row for row in rows if row.deed in ("kept", "dropped")}
    kept = {thing for thing, row in newest.items() if row.deed == "kept"}
    held = store.originals()
    for sha256 in sorted(kept - held):
        told = f"it was kept {newest[sha256].at} and is not there any more"
        yield Finding(f"original {sha256}", told, "look for it by its SHA-256, and read it again")
    for sha256 in sorted(held - kept):
        yield Finding(f"original {sha256}", "its bytes are there, and the ledger does not say that they are kept")
    for erased in (False, True):
        for row in store.reports(erased=erased):
            if row.kept != (not erased and row.sha256 in held):
                yield Finding(f"report {row.id}", "it does not say rightly whether its original is kept")


def _check_named(what: str, deed: Deed, held: Mapping[str, str], rows: Sequence[LedgerRow]) -> Iterator[Finding]:
    """Whether settings, or files, are as the ledger has them: name -> digest of what is there."""
    newest = {row.thing: row for row in rows if row.deed == deed}
    for name, digest in held.items():
        entry = newest.pop(name, None)
        if entry is None:
            yield Finding(f"{what} {name}", "nobody put it there: the ledger does not have it")
        elif entry.digest != digest:
            yield Finding(f"{what} {name}", f"it was changed after it was noted {entry.at}")
    for entry in newest.values():
        if entry.digest:
            yield Finding(f"{what} {entry.thing}", f"it is not there any more; the ledger noted it {entry.at}")


def check_reports(store: Store, tables: Sequence[RowSpec] = TABLES) -> Iterator[Finding]:
    """Each report: every span against the text, the text against the original, what is searched against the reading."""
    decided = effects.by_report(judging.in_force(store.judgements()))
    bare = 0
    counts: Counter[str] | None = Counter({spec.name: 0 for spec in tables})  # rows by table; None: of some unknown
    for row in store.reports():
        try:
            reading = store.reading(row.id)  # made anew from JSON: this checks every span and id
            right = listing(effects.as_decided(reading, decided.get(row.id, ())), tables)
            yield from _check_listing(store, row, right)
            original = store.original(row.sha256)
            if counts is not None:
                counts.update({name: len(rows) for name, rows in right.rows.items()})
        except (SaysoError, KeyError) as error:
            counts = None
            yield Finding(f"report {row.id}", f"{error}", "read its original again")
            continue
        if original is None:
            bare += 1
            if row.kept:
                yield Finding(f"report {row.id}", "its original was kept and is not there any more")
            continue
        yield from check_original(reading.report, original)
    for name, count in (counts or {}).items():
        if (more := store.count_rows(RowQuery(name))) != count:
            yield Finding(store.name, f"{more} {name} are listed, and the readings hold {count}")
    if bare:
        yield Finding(
            store.name,
            f"the originals of {bare} reports are not kept: whether their texts are those of the originals is unknown",
            "compare the SHA-256 of each report with that of your file",
            fault=False,
        )


def _check_listing(store: Store, row: ReportRow, right: Listing) -> Iterator[Finding]:
    """Whether all that is listed and searched of a report is what its reading and the judgements give, row by row."""
    if store.text(row.id) != right.text:
        yield Finding(f"report {row.id}", "the text that is searched is not the one that was read")
    if dataclasses.replace(row, digest="", paths=(), kept=False) != right.report:
        yield Finding(
            f"report {row.id}", "its outlet, date, language, title or address is listed as was neither read nor set"
        )
    for name, rows in right.rows.items():
        if store.rows(name, row.id) != rows:
            yield Finding(f"report {row.id}", f"the {name} that are listed are not those of its reading")


def check_original(report: Report, original: bytes) -> Iterator[Finding]:
    """The text of a report against its original: the hash, the id, and each run of the map.

    Of formats whose text has no map to the bytes (PDF) the hash alone is checked.
    """
    where = f"report {report.id}"
    if ledger.digest(original) != report.sha256:
        yield Finding(where, f"its original has SHA-256 {ledger.digest(original)}, the report says {report.sha256}")
        return
    if report_id(original, report.outlet) != report.id:
        yield Finding(where, f"its id does not follow from its original and the outlet {report.outlet!r}")
    if report.media == "application/json":
        try:
            record = json.loads(original.decode("utf-8-sig"))
        except ValueError:
            record = None
        if not isinstance(record, dict) or report.text not in record.values():
            yield Finding(where, "its text is not the one of its record")
        return
    if report.charset is None or not report.map:
        return
    try:
        decoded = original.decode(report.charset, "replace")  # as the readers do: see sayso.read.charset
    except LookupError:
        yield Finding(where, f"{report.charset} is no charset that is known, so its text cannot be compared")
        return
    for text_start, start, length in report.map:
        if decoded[start : start + length] != report.text[text_start : text_start + length]:
            yield Finding(where, f"its text at {text_start} is not what its original says at {start}")
            return
    if report.media in ("text/plain", "text/markdown") and report.text != decoded.removeprefix("\ufeff"):
        yield Finding(where, "its text is not the whole of its original")


def check_judgements(store: Store) -> Iterator[Finding]:
    """The judgements in force that mean nothing any more in the reading that is there now."""
    for judgement in judging.in_force(store.judgements()):
        for subject in judgement.subjects:
            row = store.find(subject.report)
            if row is None:
                yield Finding(_name(judgement), f"it is about report {subject.report}, which is not there")
            elif row.erased or subject.kind == "report":
                continue  # an erased report's judgements stay as a record
            else:
                try:
                    found = judging.attach(subject, store.reading(subject.report))
                except SaysoError:
                    continue  # told with the report
                if found is None:
                    said = " … ".join(span.text for span in subject.spans)
                    yield Finding(
                        _name(judgement),
                        f"in report {subject.report}, which was read anew, no {subject.kind} stand at {said!r} now",
                        "judge anew, or undo it",
                    )


def _name(judgement: Judgement) -> str:
    return f"judgement {judgement.id} ({judgement.verb})"
