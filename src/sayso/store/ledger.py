"""The hash chains of a case: each row of the log and of the ledger seals all rows before it.

    hash = sha256(previous hash + canonical JSON of the row), in hex; the first row's previous hash is "".

Canonical JSON has its keys sorted, no spaces, and all but ASCII escaped, so that ten lines in any language can verify a
case. Somebody who may write to the file can reckon the whole chain anew: what protects against that is the newest hash,
kept elsewhere (a signed letter, a colleague's mail).
"""

from __future__ import annotations

import dataclasses
import hashlib
from collections.abc import Iterable, Iterator
from typing import Final

from sayso.values.case import FailureRow, Finding, LedgerRow, LogRow
from sayso.values.json import canonical

STORED: Final = frozenset({"added", "replaced", "erased", "judged", "redacted"})  # deeds on reports and judgements


def digest(value: bytes) -> str:
    """SHA-256 in hex."""
    return hashlib.sha256(value).hexdigest()


def path_digest(path: str) -> str:
    """What the ledger holds of a path where a report was found."""
    return digest(path.encode("utf-8", "surrogatepass"))


def failure_digest(row: FailureRow) -> str:
    """What the ledger holds of a failure."""
    return digest(canonical(dataclasses.asdict(row)))


def stored_things(rows: Iterable[LedgerRow]) -> dict[str, LedgerRow]:
    """The newest row of each report and judgement."""
    return {row.thing: row for row in rows if row.deed in STORED}


def row_hash(row: LogRow | LedgerRow) -> str:
    """The hash that a row should have: over the previous hash and all of the row but the two hashes."""
    body = {f.name: getattr(row, f.name) for f in dataclasses.fields(row) if f.name not in ("previous", "hash")}
    return digest(row.previous.encode("ascii", "replace") + canonical(body))


def sealed_log(row: LogRow, previous: LogRow | None) -> LogRow:
    """The row as it is appended: numbered, with the previous hash and its own."""
    row = dataclasses.replace(
        row, number=previous.number + 1 if previous else 1, previous=previous.hash if previous else ""
    )
    return dataclasses.replace(row, hash=row_hash(row))


def sealed_ledger(row: LedgerRow, previous: LedgerRow | None) -> LedgerRow:
    """The row as it is appended: numbered, with the previous hash and its own."""
    row = dataclasses.replace(
        row, number=previous.number + 1 if previous else 1, previous=previous.hash if previous else ""
    )
    return dataclasses.replace(row, hash=row_hash(row))


def check_chain(name: str, rows: Iterable[LogRow | LedgerRow]) -> Iterator[Finding]:
    """A finding for each row that is missing, was changed, or does not follow the one before it."""
    number, previous = 0, ""
    for row in rows:
        number += 1
        if row.number != number:
            yield Finding(f"{name} {number}", f"the next row is {row.number}: rows between were taken out")
            number = row.number
        elif row.previous != previous:
            yield Finding(f"{name} {number}", "it does not follow the row before it: one of the two was changed")
        if row_hash(row) != row.hash:
            yield Finding(f"{name} {number}", f"the row was changed after {row.at}: its hash does not fit what it says")
        previous = row.hash
