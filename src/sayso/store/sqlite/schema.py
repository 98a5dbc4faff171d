"""The tables of a case, and the steps from each version of them to the next.

PRAGMA user_version counts the steps that were taken; PRAGMA application_id marks the file as a case. A step is never
edited once a release has it: a change is a new step at the end, and older cases take it when they are opened to write.

What is the record and what is drawn from it:

    readings, originals, failures, judgements, log, ledger, files, config, paths   the record
    reports, texts, statements, events and their word indexes                      drawn from it, made anew at need
    results, inputs                                                                worked out, forgotten at need

The tables of rows (statements, events and those that came later) are made from their `RowSpec`, see `rows`; `drawn`
says of which version each is.

`reports` holds the outlet, date and the like now in force (judgements counted); `readings` what was first read.
"""

from __future__ import annotations

from typing import Final

APPLICATION: Final = 0x53415953  # "SAYS"; what `file` and an expert find at offset 68
PAGE_SIZE: Final = 4096  # fixed, so that a file whose head is lost can still be taken apart
# Tables that are not made from a `RowSpec`, whatever the file itself says: never dropped.
FIXED: Final = frozenset(
    "config readings originals paths failures files judgements log ledger reports texts drawn results inputs".split()
)

FIRST: Final = (
    "CREATE TABLE config (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID",
    # The record of what was read. `json` is the Reading as OUTPUT describes it, zlib; `digest` is SHA-256 of the JSON.
    "CREATE TABLE readings (number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, sha256 TEXT NOT NULL,"
    " digest TEXT NOT NULL, json BLOB)",
    "CREATE TABLE originals (sha256 TEXT PRIMARY KEY, size INTEGER NOT NULL, data BLOB NOT NULL)",
    "CREATE TABLE paths (report TEXT NOT NULL, path TEXT NOT NULL, PRIMARY KEY (report, path)) WITHOUT ROWID",
    "CREATE TABLE failures (path TEXT PRIMARY KEY, reader TEXT NOT NULL, reason TEXT NOT NULL, advice TEXT NOT NULL,"
    " sha256 TEXT NOT NULL, at TEXT NOT NULL, file TEXT NOT NULL)",
    "CREATE INDEX failures_of_file ON failures (file)",
    "CREATE TABLE files (path TEXT NOT NULL, hints TEXT NOT NULL, size INTEGER NOT NULL, modified REAL NOT NULL,"
    " sha256 TEXT NOT NULL, state TEXT NOT NULL, starts INTEGER NOT NULL, PRIMARY KEY (path, hints)) WITHOUT ROWID",
    # `json` holds verb, subjects, value, why, by and at; `digest` is SHA-256 of it.
    "CREATE TABLE judgements (number INTEGER PRIMARY KEY, verb TEXT NOT NULL, json TEXT NOT NULL,"
    " digest TEXT NOT NULL)",
    "CREATE TABLE log (number INTEGER PRIMARY KEY, at TEXT NOT NULL, by TEXT NOT NULL, command TEXT NOT NULL,"
    " state TEXT NOT NULL, version TEXT NOT NULL, options TEXT NOT NULL, counts TEXT NOT NULL, ledger TEXT NOT NULL,"
    " previous TEXT NOT NULL, hash TEXT NOT NULL)",
    "CREATE TABLE ledger (number INTEGER PRIMARY KEY, at TEXT NOT NULL, deed TEXT NOT NULL, thing TEXT NOT NULL,"
    " sha256 TEXT NOT NULL, digest TEXT NOT NULL, previous TEXT NOT NULL, hash TEXT NOT NULL)",
    # Nobody edits or takes out a row of these by mistake; `check` finds it where it was done on purpose.
    *(
        f"CREATE TRIGGER {table}_{deed.lower()} BEFORE {deed} ON {table}"
        f" BEGIN SELECT RAISE(ABORT, 'the {table} is only added to'); END"
        for table in ("log", "ledger")
        for deed in ("UPDATE", "DELETE")
    ),
    # Drawn from the record.
    "CREATE TABLE reports (number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, sha256 TEXT NOT NULL,"
    " digest TEXT NOT NULL, outlet TEXT, published TEXT, lang TEXT, title TEXT, url TEXT, media TEXT, given_id TEXT,"
    " statements INTEGER NOT NULL, read INTEGER NOT NULL, kept INTEGER NOT NULL, erased INTEGER NOT NULL)",
    "CREATE INDEX reports_in_order ON reports (published, outlet, id)",
    "CREATE INDEX reports_of_original ON reports (sha256)",
    "CREATE TABLE texts (number INTEGER PRIMARY KEY, title TEXT NOT NULL, text TEXT NOT NULL)",
    "CREATE VIRTUAL TABLE texts_words USING fts5(title, text, content='texts', content_rowid='number',"
    " tokenize='unicode61 remove_diacritics 2')",
    # A statement's number is its report's times 2**20 and its place in it: those of a report lie together.
    "CREATE TABLE statements (number INTEGER PRIMARY KEY, report INTEGER NOT NULL, id TEXT NOT NULL,"
    " speaker TEXT NOT NULL, who TEXT NOT NULL, role TEXT NOT NULL, chain TEXT NOT NULL, cue TEXT NOT NULL,"
    " content TEXT NOT NULL, sentence TEXT NOT NULL, style TEXT NOT NULL, manner TEXT NOT NULL, score REAL,"
    " start INTEGER NOT NULL, end INTEGER NOT NULL, version TEXT NOT NULL)",
    "CREATE VIRTUAL TABLE statements_words USING fts5(who, content, content='statements', content_rowid='number',"
    " tokenize='unicode61 remove_diacritics 2')",
)

EVENTS: Final = (
    # An event's number is its report's times 2**20 and its place in it, as a statement's is.
    'CREATE TABLE events (number INTEGER PRIMARY KEY, report INTEGER NOT NULL, first TEXT, last TEXT, "id" TEXT NOT'
    ' NULL, "what" TEXT NOT NULL, "type" TEXT NOT NULL, "mode" TEXT NOT NULL, "context" TEXT NOT NULL, "who" TEXT NOT'
    ' NULL, "whom" TEXT NOT NULL, "whos" TEXT NOT NULL, "whoms" TEXT NOT NULL, "when" TEXT NOT NULL, "earliest" TEXT'
    ' NOT NULL, "latest" TEXT NOT NULL, "place" TEXT NOT NULL, "country" TEXT NOT NULL, "how_many" TEXT NOT NULL,'
    ' "factuality" TEXT NOT NULL, "state" TEXT NOT NULL, "because" TEXT NOT NULL, "chain" TEXT NOT NULL, "evidence"'
    ' TEXT NOT NULL, "start" INTEGER NOT NULL, "end" INTEGER NOT NULL, "version" TEXT NOT NULL)',
    "CREATE INDEX events_of_type ON events (type, first)",
    "CREATE INDEX events_in_time ON events (first, last) WHERE first IS NOT NULL",
    "CREATE VIRTUAL TABLE events_words USING fts5(whos, whoms, content='events', content_rowid='number',"
    " tokenize='unicode61 remove_diacritics 2')",
)  # fmt: skip

RESULTS: Final = (
    "CREATE TABLE drawn (name TEXT PRIMARY KEY, version INTEGER NOT NULL) WITHOUT ROWID",
    "INSERT INTO drawn VALUES ('statements', 1)",
    # a case from before events has them drawn now
    "INSERT INTO drawn SELECT 'events', 1 WHERE EXISTS (SELECT 1 FROM events) OR NOT EXISTS (SELECT 1 FROM readings)",
    "DROP INDEX events_of_type",
    "DROP INDEX events_in_time",
    "CREATE TABLE results (step TEXT NOT NULL, key TEXT NOT NULL, value TEXT NOT NULL, PRIMARY KEY (step, key))"
    " WITHOUT ROWID",
    "CREATE TABLE inputs (step TEXT NOT NULL, key TEXT NOT NULL, value TEXT NOT NULL, PRIMARY KEY (step, key))"
    " WITHOUT ROWID",
)

# Reports whose original was added later, with another report, did not say that it is kept.
KEPT: Final = (
    "UPDATE reports SET kept = EXISTS (SELECT 1 FROM originals o WHERE o.sha256 = reports.sha256) WHERE erased = 0",
)

# Step n takes a case from version n to version n + 1.
MIGRATIONS: Final[tuple[tuple[str, ...], ...]] = (FIRST, EVENTS, RESULTS, KEPT)
VERSION: Final = len(MIGRATIONS)
# The versions from which the ledger holds paths, failures and the log; and originals, settings and files.
WITH_PATHS_IN_LEDGER: Final = 3
WITH_FILES_IN_LEDGER: Final = 4
