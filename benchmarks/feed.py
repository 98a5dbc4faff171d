"""Texts -> Readings, by the way that `sayso annotate` goes: a .jsonl file, read_paths, read_reports."""

from __future__ import annotations

import json
import sys
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from benchmarks.task import Record
from sayso.errors import SaysoError
from sayso.read import Failure, Read, read_paths
from sayso.run.pipeline import read_reports
from sayso.values.reading import Reading
from sayso.values.report import Report


def write_lines(records: Iterable[Record], path: Path) -> None:
    """Write records as JSON Lines."""
    with path.open("w", encoding="utf-8") as file:
        for record in records:
            file.write(json.dumps(record, ensure_ascii=False) + "\n")


def reports_of(path: Path) -> Iterator[Report]:
    """The reports of a .jsonl file; one that cannot be read is told on standard error."""
    found: Read | Failure
    for found in read_paths([str(path)]):
        if isinstance(found, Failure):
            print(f"not read: {found.path}: {found.reason}", file=sys.stderr)
        else:
            yield found.report


def readings(
    records: Iterable[Record], *, only: Sequence[str] = (), language: str | None = None, jobs: int = 1
) -> dict[str, Reading]:
    """Read texts; id of the record -> its Reading. A text that fails is told on standard error and left out.

    records    {"id", "text"} with what else a line of .jsonl may hold: outlet, published, title, agency, url
    language   written into each record as if the user had said it; the reader guesses where absent
    only       the steps to run, all of the usual ones where empty
    Raises SaysoError where a step or a model is not there, or no text at all could be read.
    """
    out: dict[str, Reading] = {}
    failures: list[Failure] = []
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "texts.jsonl"
        write_lines((dict(r, lang=language) if language else r for r in records), path)
        for found in read_reports(reports_of(path), only=only, jobs=jobs):
            if isinstance(found, Failure):
                failures.append(found)
            elif found.report.given_id is not None:
                out[found.report.given_id] = found
    if failures and not out:
        raise SaysoError(failures[0].reason)
    for failure in failures:
        print(f"not read: {failure.path}: {failure.reason}", file=sys.stderr)
    return out
