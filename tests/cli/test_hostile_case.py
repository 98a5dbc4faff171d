"""A case that somebody sent: whatever its columns hold, no command lets any of it steer a terminal, and none crashes."""

from __future__ import annotations

import itertools
import re
import sqlite3
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from answers import Answer
from read_lightly import light_reading

from sayso.case import Case, open_case
from sayso.cli.guarded import Guarded
from sayso.export import FORMATS
from sayso.store.sqlite import schema
from sayso.values.case import SHOWINGS
from sayso.values.findings import Event
from sayso.values.ids import Ids
from sayso.values.reading import Reading
from sayso.values.report import Report

Ask = Callable[..., Answer]
POISON = "\x1b]0;owned\x07\x1b[31m\x9b2J\u202e\u2066\x7f\x08\r\u2028"
# All that is steering but line ends and tabs; a table of cells may have the line ends of RFC 4180.
STEERS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


def poisoned_reading(number: int) -> tuple[Reading, bytes]:
    text = f"Envoy{POISON} Halim Terzo said that {POISON} camp {number} would close. They shelled the {POISON} gate."
    report = Report.of(
        text, outlet=f"Daily {POISON}", title=f"T {POISON}", paths=(f"a{POISON}{number}.txt",), published="2031-05-04",
        lang="en", url=f"http://x/{POISON}", byline=POISON, given_id=POISON,
    )  # fmt: skip
    made = light_reading(report)
    shelled = text.index("shelled")
    event = Event(Ids(report.id, "e")(shelled), (report.span(shelled, shelled + 7),), type="ASSAULT")
    return replace(made, events=(event,)), text.encode()


@pytest.fixture
def poisoned(tmp_path: Path) -> Path:
    """A sound case all of whose words are poison."""
    path = tmp_path / "my.sayso"
    with open_case(path, create=True) as opened:
        case = Case(opened.store, by=f"me {POISON}")
        with case.logged(f"read {POISON}", options={POISON: POISON}) as counts:
            for number in range(3):
                case.add(*poisoned_reading(number))
            counts[f"added {POISON}"] += 3
        report_id = case.store.report_ids()[0]
        case.judge("note", [report_id], {POISON: POISON}, f"why {POISON}", f"by {POISON}")
        case.set_report(case.store.report_ids()[1], title=f"new {POISON}")
        case.add_failure(f"b{POISON}.pdf", f"pdf {POISON}", f"reason {POISON}", f"try {POISON}")
        with case.store.transaction():
            case.store.set_config(f"key {POISON}", f"value {POISON}")
    return path


COMMANDS = [
    *(("show", "{}", what) for what in SHOWINGS),
    *(("show", "{}", what, "--json") for what in SHOWINGS),
    ("show", "{}"), ("show", "{}", "--timeline"), ("show", "{}", "--timeline", "--json"),
    ("said", "{}"), ("said", "{}", "Terzo"), ("said", "{}", "--json", "--ids"), ("said", "{}", "Nobody"),
    ("said", "{}", "--outlet", "Nowhere"), ("said", f"{{}}{POISON}"), ("said", "{}", f"x{POISON}"),
    ("events", "{}"), ("events", "{}", "--type", "ALL"), ("events", "{}", "--json"), ("events", "{}", "--who", "x"),
    ("search", "{}", "camp"), ("search", "{}", "camp", "--ids"), ("search", "{}", "camp", "--json"),
    ("log", "{}"), ("log", "{}", "--json"), ("log", "{}", "--seal"), ("failed", "{}"), ("failed", "{}", "--json"),
    ("config", "{}"), ("config", "{}", "--json"), ("config", "{}", f"{POISON}=1"), ("check", "{}"), ("check", "{}", "--json"),
    ("explain", "{}", f"no such {POISON}"),
    ("set", "{}", f"no such {POISON}", "--title", "x"), ("judge", "{}", "note", POISON), ("judge", "{}", "undo", "--value", POISON),
    ("read", f"no such {POISON}", "--case", "{}"), (f"no such {POISON}",), ("said", "{}", f"--no-such-{POISON}"),
    *(("export", "{}", "--as", form) for form in FORMATS),
]  # fmt: skip


def steering(answer: Answer) -> list[str]:
    """The lines of an answer that steer a terminal."""
    return [line for line in (answer.out + answer.err).replace("\r\n", "\n").split("\n") if STEERS.search(line)]


@pytest.mark.parametrize(
    "command", COMMANDS, ids=lambda command: " ".join(command).encode("ascii", "replace").decode()[:40]
)
def test_no_command_lets_a_case_steer_the_terminal(ask: Ask, poisoned: Path, command: tuple[str, ...]) -> None:
    answer = ask(*(part.replace("{}", str(poisoned)) for part in command))
    assert steering(answer) == []
    assert answer.out or answer.err


def text_columns(path: Path) -> list[tuple[str, str]]:
    with sqlite3.connect(path) as connection:
        tables = [*sorted(schema.FIXED), "statements", "events"]
        return [
            (table, name) for table in tables for _, name, *_ in connection.execute(f"PRAGMA table_info({table})")
        ]  # fmt: skip


def change(path: Path, column: tuple[str, str], value: object) -> None:
    """Put a value into each row of a column, as somebody would who knows SQLite."""
    table, name = column
    with sqlite3.connect(path) as connection:
        made = [sql for (sql,) in connection.execute("SELECT sql FROM sqlite_master WHERE type = 'trigger'")]
        for deed in ("update", "delete"):
            connection.execute(f"DROP TRIGGER IF EXISTS {table}_{deed}")
        connection.execute(f'UPDATE OR IGNORE {table} SET "{name}" = ?', (value,))
        for sql in made:
            if f" ON {table} " in " ".join(sql.split()):
                connection.execute(sql)
    connection.close()


WRONG = (f"x{POISON}", b"\xff\x1b[31m", -1, 1e300, None, "[" * 3000, '{"a": "\\u001b[31m"}')
ASKED = [
    ("show", "{}"), ("show", "{}", "reports"), ("show", "{}", "failures"), ("show", "{}", "--timeline"), ("said", "{}"),
    ("said", "{}", "Terzo", "--json"), ("events", "{}", "--type", "ALL"), ("search", "{}", "camp"), ("log", "{}"),
    ("config", "{}"), ("check", "{}"), ("export", "{}", "--as", "csv"), ("export", "{}", "--as", "jsonl"),
]  # fmt: skip


@pytest.mark.slow
@pytest.mark.parametrize("value", WRONG, ids=lambda value: type(value).__name__ + ascii(value)[:12])
def test_whatever_a_column_holds_each_command_ends_in_words(
    ask: Ask, poisoned: Path, tmp_path: Path, value: object
) -> None:
    whole = poisoned.read_bytes()
    faults = []
    asked = itertools.cycle(ASKED)
    for column in text_columns(poisoned):
        other = tmp_path / "other.sayso"
        other.write_bytes(whole)
        try:
            change(other, column, value)
        except sqlite3.Error:
            continue  # the table itself refuses it
        for command in (("check", "{}"), *itertools.islice(asked, 2)):  # all would take minutes
            answer = ask(*(part.replace("{}", str(other)) for part in command))
            if steering(answer) or answer.status not in (0, 1, 2):
                faults.append((column, command, steering(answer)))
    assert faults == []


def test_what_sayso_itself_writes_to_a_terminal_goes_through_and_nothing_else() -> None:
    class Terminal:
        def __init__(self, live: bool) -> None:
            self.live, self.held = live, ""

        def isatty(self) -> bool:
            return self.live

        def write(self, text: str) -> int:
            self.held += text
            return len(text)

    for live, expected in (
        (True, "\x1b[1ma\x1b[0m\r\x1b[K\\u001b[2J\n"),
        (False, "\\u001b[1ma\\u001b[0m\\u000d\\u001b[K\\u001b[2J\n"),
    ):
        terminal = Terminal(live)
        Guarded(terminal).write("\x1b[1ma\x1b[0m\r\x1b[K\x1b[2J\n")  # type: ignore[arg-type]
        assert terminal.held == expected
