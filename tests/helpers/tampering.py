"""Edits of a case by SQL, as somebody makes them who knows SQLite, each with what `check` must say of it.

For tests/case/test_case.py and tests/helpers/assault.py.
"""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import Final

from make_readings import make_readings

from sayso.case import open_case
from sayso.store.sqlite import schema
from sayso.values.case import FileRow

EDITS: Final = (
    ("UPDATE log SET by = 'somebody else' WHERE number = 1", "log 1: the row was changed"),
    ("DELETE FROM log WHERE number = 1", "log 1: the next row is 2"),
    ("UPDATE ledger SET at = '1999' WHERE number = 2", "ledger 2: the row was changed"),
    ("DELETE FROM ledger WHERE number > 20", "log 2: the row of the ledger that it seals is not there"),
    ("DELETE FROM readings WHERE number = 3", "it is not there; the ledger says it was added"),
    ("UPDATE originals SET data = x'00'", "is damaged (it ends in the middle)"),
    ("DELETE FROM originals", "its original was kept and is not there"),
    ("UPDATE texts SET text = replace(text, 'camp', 'bank')", "the text that is searched is not the one"),
    ("UPDATE texts SET text = replace(text, 'camp', 'bank')", "the word index does not fit"),
    ("UPDATE statements SET content = 'No.' WHERE number % 7 = 0", "statements that are listed are not those"),
    ("UPDATE reports SET outlet = 'Forged'", "listed as was neither read nor set"),
    ("UPDATE readings SET sha256 = 'x' WHERE number = 2", "it was changed after it was added"),
    ("UPDATE reports SET erased = 1 WHERE number < 20", "it is listed as erased, and nobody erased it"),
    ("DELETE FROM reports WHERE number = 3", "it is not listed; the ledger says it was added"),
    ("UPDATE paths SET path = 'forged.txt' WHERE report = (SELECT id FROM readings WHERE number = 3)", "its paths"),
    ("INSERT INTO paths SELECT id, 'forged.txt' FROM readings WHERE number = 3", "its paths"),
    ("DELETE FROM paths WHERE path = 'second/place.txt'", "its paths"),
    ("UPDATE statements SET speaker = 'Nobody' WHERE number % 7 = 0", "statements that are listed are not those"),
    ("UPDATE statements SET chain = 'Forged > ' || chain WHERE number % 7 = 0", "statements that are listed are not"),
    ("UPDATE statements SET sentence = 'No.', role = 'x' WHERE number % 7 = 0", "statements that are listed are not"),
    ("UPDATE events SET who = 'Nobody', place = 'x'", "events that are listed are not those"),
    ("UPDATE reports SET statements = 99", "is listed as was neither read nor set"),
    ("DELETE FROM failures", "failure bad.pdf: it is not there any more"),
    ("UPDATE failures SET reason = 'forged'", "failure bad.pdf: it was changed"),
    ("INSERT INTO failures VALUES ('x', 'pdf', 'forged', '', '', '', 'x')", "failure x: nobody put it there"),
    ("UPDATE statements SET manner = 'denies' WHERE number % 7 = 0", "statements that are listed are not those"),
    ("UPDATE statements SET style = 'x' WHERE number % 7 = 0", "statements that are listed are not those"),
    ("UPDATE statements SET score = 0.123 WHERE number % 7 = 0", "statements that are listed are not those"),
    ("UPDATE statements SET version = 'x.v9' WHERE number % 7 = 0", "statements that are listed are not those"),
    ("UPDATE statements SET cue = 'x', who = 'y' WHERE number % 7 = 0", "statements that are listed are not those"),
    ("UPDATE statements SET start = start + 1 WHERE number % 7 = 0", "statements that are listed are not those"),
    ("DELETE FROM statements WHERE number % 7 = 0", "statements that are listed are not those"),
    ("UPDATE statements SET report = 1 + report % 3 WHERE number % 7 = 0", "statements that are listed are not those"),
    (
        "INSERT INTO statements SELECT number + (1 << 40), report, id, 'Nobody', who, role, chain, cue, content, sentence,"
        ' style, manner, score, start, "end", version FROM statements WHERE number % 7 = 0',
        "statements are listed, and the readings hold",
    ),
    *(
        (f"UPDATE events SET \"{column}\" = 'forged'", "events that are listed are not those")
        for column in (
            "whom",
            "what",
            "type",
            "mode",
            "chain",
            "when",
            "earliest",
            "latest",
            "place",
            "state",
            "because",
        )
    ),
    ("UPDATE events SET evidence = '[[0, 1]]'", "events that are listed are not those"),
    ("UPDATE reports SET published = '1999-01-01'", "listed as was neither read nor set"),
    ("UPDATE reports SET digest = 'x'", "it is listed with another digest"),
    ("UPDATE reports SET kept = 0", "it does not say rightly whether its original is kept"),
    ("DELETE FROM originals WHERE sha256 = (SELECT min(sha256) FROM originals)", "and is not there any more"),
    ("INSERT INTO originals VALUES ('ab', 1, x'78')", "the ledger does not say that they are kept"),
    ("UPDATE config SET value = 'false'", "setting originals: it was changed after it was noted"),
    ("DELETE FROM config", "setting originals: it is not there any more"),
    ("INSERT INTO config VALUES ('x', 'y')", "setting x: nobody put it there"),
    ("UPDATE files SET sha256 = 'x'", "it was changed after it was noted"),
    ("UPDATE files SET size = 9", "it was changed after it was noted"),
    ("UPDATE files SET state = 'failed'", "it was changed after it was noted"),
    ("UPDATE files SET path = 'b.txt'", "nobody put it there: the ledger does not have it"),
    ("DELETE FROM files", "a.txt: it is not there any more; the ledger noted it"),
    (
        "INSERT INTO files VALUES ('b.txt', '', 1, 1.0, 'ab', 'read', 0)",
        "nobody put it there: the ledger does not have it",
    ),
    ("DELETE FROM judgements", "judgement j1: it is not there; the ledger says it was judged"),
    ("DELETE FROM log", "log 1: it is not there; the ledger says it was written"),
    ("DELETE FROM log WHERE number > 1", "log 2: it is not there; the ledger says it was written"),
)


def tamper(path: Path, sql: str, *values: object) -> None:
    """Change the file, past the triggers by which the log is only added to; they are there again afterwards."""
    connection = sqlite3.connect(path)
    for table in ("log", "ledger"):
        for deed in ("update", "delete"):
            connection.execute(f"DROP TRIGGER IF EXISTS {table}_{deed}")
    connection.execute(sql, values)
    for made in schema.FIRST:
        if made.startswith("CREATE TRIGGER"):
            connection.execute(made)
    connection.commit()
    connection.close()


def fill_for_edits(path: Path) -> None:
    """Make a case that has something of all that the edits change; `check` finds nothing wrong with it."""
    drafts = list(make_readings(30, seed=3))
    with open_case(path, create=True) as case:
        with case.logged("read", options={"paths": ["reports"]}) as counts:
            for reading, original in drafts:
                counts[case.add(reading, original)] += 1
        report = drafts[4][0].report
        case.knows(report.id, report.sha256, ["second/place.txt"])
        case.add_failure("gone.pdf", "pdf", "encrypted")
        case.begin_file("gone.pdf", sha256="ab")  # it is read anew, and the failure forgotten
        case.add_failure("bad.pdf", "pdf", "encrypted")
        case.finish_file(FileRow("a.txt", "", 3, 1.0, "ab", "read"))
        case.configure("originals", "true")
        case.judge("note", [drafts[0][0].report.id], "seen")
        assert list(case.check()) == []
