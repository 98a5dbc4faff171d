"""The hash chains of a case: each row of the log and of the ledger seals all rows before it.

    hash = sha256(previous hash + canonical JSON of the row), in hex; the first row's previous hash is "".

Canonical JSON has its keys sorted, no spaces, and all but ASCII escaped, so that ten lines in any language can verify a
case. Somebody who may write to the file can reckon the whole chain anew: what protects against that is the newest hash,
kept elsewhere (a signed letter, a colleague's mail).
"""

from __future__ import annotations

import dataclasses
import hashlib
import re
from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from sayso.errors import UsageError
from sayso.values.case import FailureRow, FileRow, Finding, LedgerRow, LogRow
from sayso.values.json import canonical

SEAL: Final = re.compile("([1-9][0-9]{0,17})-([0-9a-f]{64})|0-")
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


def file_thing(row: FileRow) -> str:
    """By what the ledger names a file: one read with other hints is another."""
    return f"{row.hints} {row.path}"


def file_digest(row: FileRow) -> str:
    """What the ledger holds of a file all of which was read."""
    return digest(canonical(dataclasses.asdict(row)))


def value_digest(value: str | None) -> str:
    """What the ledger holds of a setting's value; "" if it was taken out."""
    return "" if value is None else digest(value.encode("utf-8", "surrogatepass"))


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


def seal_of(rows: Iterable[LedgerRow]) -> str:
    """The seal of all these rows: "17-9b5c...", number and hash of the last one; "0-" if there is none.

    The ledger seals each row of the log, and each hash all rows before it.
    """
    last = next(iter(deque(rows, maxlen=1)), None)
    return f"{last.number}-{last.hash}" if last is not None else "0-"


def read_seal(seal: str) -> tuple[int, str]:
    """Number and hash of a seal; UsageError if it is none."""
    found = SEAL.fullmatch(seal.strip())
    if found is None:
        raise UsageError(f"{seal!r} is no seal; expected what `sayso log --seal` printed, such as 17-9b5c...")
    return int(found[1] or 0), found[2] or ""


def check_seal(seal: tuple[int, str], rows: Iterable[LedgerRow]) -> Iterator[Finding]:
    """A finding if the ledger does not go on from the row that was sealed."""
    number, sealed = seal
    if number and not any(row.number == number and row.hash == sealed for row in rows):
        yield Finding(
            f"ledger {number}",
            "it is not the row that was sealed: since then what had been done was changed or taken off",
            "look for a copy of the case from the time of the seal",
        )


def blackened_rows(rows: Iterable[LedgerRow]) -> dict[str, str]:
    """Rows of log and ledger that held an erased name: "log3" -> what is there now, as a hash."""
    return {row.thing: row.digest for row in rows if row.deed == "blackened" and not row.sha256}


def check_chain(
    name: str, rows: Iterable[LogRow | LedgerRow], blackened: Mapping[str, str] | None = None
) -> Iterator[Finding]:
    """A finding for each row that is missing, was changed, or does not follow the one before it.

    blackened   see `blackened_rows`: such a row keeps the hash that it had
    """
    number, previous = 0, ""
    for row in rows:
        number += 1
        if row.number != number:
            yield Finding(f"{name} {number}", f"the next row is {row.number}: rows between were taken out")
            number = row.number
        elif row.previous != previous:
            yield Finding(f"{name} {number}", "it does not follow the row before it: one of the two was changed")
        if (now := row_hash(row)) != row.hash and (blackened or {}).get(f"{name}{row.number}") != now:
            yield Finding(f"{name} {number}", f"the row was changed after {row.at}: its hash does not fit what it says")
        previous = row.hash
