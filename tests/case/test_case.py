"""The case: adding, files, judgements, log and check."""

from __future__ import annotations

import sqlite3
import zlib
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from make_readings import make_readings

from sayso.case import Case, open_case
from sayso.errors import CaseError, UsageError, ValueFault
from sayso.export import export
from sayso.store.base import Filters, Subject
from sayso.store.ledger import digest
from sayso.values.case import FileRow, FileState
from sayso.values.findings import Attribution
from sayso.values.json import reading_to_json
from sayso.values.reading import Reading
from sayso.values.report import Report
from sayso.values.terms import Verb

DRAFTS = list(make_readings(12, seed=3))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "my.sayso"


@pytest.fixture
def case(path: Path) -> Iterator[Case]:
    with open_case(path, create=True) as made:
        yield made


def fill(case: Case, drafts: list[tuple[Reading, bytes]] = DRAFTS) -> None:
    with case.logged("read", options={"paths": ["reports"]}) as counts:
        for reading, original in drafts:
            counts[case.add(reading, original)] += 1


def lines(case: Case) -> bytes:
    return b"".join(export(case, "jsonl"))


def faults(case: Case) -> list[str]:
    return [str(finding) for finding in case.check() if finding.fault]


def tamper(path: Path, sql: str, *values: object) -> None:
    """Change the file as somebody would who knows SQLite."""
    connection = sqlite3.connect(path)
    for table in ("log", "ledger"):
        connection.execute(f"DROP TRIGGER IF EXISTS {table}_update")
        connection.execute(f"DROP TRIGGER IF EXISTS {table}_delete")
    connection.execute(sql, values)
    connection.commit()
    connection.close()


# adding


def test_what_is_added_comes_back_and_the_case_is_one_file(path: Path) -> None:
    with open_case(path, create=True) as case:
        fill(case)
    assert [p.name for p in path.parent.iterdir()] == ["my.sayso"]
    with open_case(path, read_only=True) as case:
        assert {r.report.id: r for r in case.readings()} == {r.report.id: r for r, _ in DRAFTS}
        assert [r.report.id for r in case.readings()] == [row.id for row in case.reports()]
        assert case.original(DRAFTS[0][0].report.id) == DRAFTS[0][1]
    path.chmod(0o444)
    with open_case(path) as case:
        assert faults(case) == []


def test_a_second_read_adds_nothing_but_paths(case: Case) -> None:
    fill(case)
    before = lines(case)
    fill(case)
    assert lines(case) == before
    reading, original = DRAFTS[0]
    elsewhere = replace(reading, report=replace(reading.report, paths=("elsewhere/copy.txt",)))
    assert case.add(elsewhere, original) == "known"
    assert case.knows(reading.report.id, reading.report.sha256, ["third.txt"])
    assert case.reading(reading.report.id).report.paths == ("elsewhere/copy.txt", *reading.report.paths, "third.txt")
    assert [row.counts for row in case.log() if row.state == "done"] == [{"added": len(DRAFTS)}, {"known": len(DRAFTS)}]
    assert faults(case) == []


def test_one_text_in_two_outlets_is_two_witnesses(case: Case) -> None:
    for outlet in ("Daily", "Herald"):
        assert case.add(Reading(Report.of("It rained.", outlet=outlet)), b"It rained.") == "added"
    assert [row.outlet for row in case.reports()] == ["Daily", "Herald"]


def test_an_original_that_is_not_the_report_s_is_refused(case: Case) -> None:
    with pytest.raises(CaseError, match="not those of its SHA-256"):
        case.add(DRAFTS[0][0], b"something else")
    fill(case, DRAFTS[:1])
    forged = replace(DRAFTS[0][0], report=replace(DRAFTS[0][0].report, sha256="0" * 64))
    with pytest.raises(CaseError, match="same id"):
        case.add(forged)
    assert len(list(case.reports())) == 1


def test_without_originals_check_says_what_it_cannot_verify(case: Case) -> None:
    case.configure("originals", "false")
    fill(case)
    findings = list(case.check())
    assert [f.fault for f in findings] == [False] and f"originals of {len(DRAFTS)} reports" in findings[0].what
    assert case.original(DRAFTS[0][0].report.id) is None
    assert not any(row.kept for row in case.reports())


def test_names_that_are_no_utf_8_are_kept_readably(case: Case) -> None:
    report = Report.of("It rained.", paths=("caf\udce9.txt",))
    case.add(Reading(report), b"It rained.")
    case.add_failure("caf\udce9.pdf", "pdf", "encrypted")
    assert [row.path for row in case.reports()] == ["caf\\udce9.txt"]
    assert case.failures()[0].path == "caf\\udce9.pdf"
    assert case.begin_file("caf\udce9.txt", sha256="ab") == "read"
    case.finish_file(finished("caf\udce9.txt"))
    assert case.begin_file("caf\udce9.txt", sha256="ab") == "known"


def test_hostile_words_are_words(case: Case) -> None:
    text = '\'); DROP TABLE reports; -- said "OR 1=1" NEAR(x) \x01 \x00 {who}:* ^y'
    report = Report.of(text, outlet="x' OR '1'='1", paths=("'; --.txt",), title='"*"', lang="en'")
    said = Attribution(f"{report.id}/a0", (report.span(0, len(text)),), source=(report.span(0, 5),))
    case.add(Reading(report, ("attributions.v1",), attributions=(said,)), text.encode())
    assert [hit.report.id for hit in case.search("DROP NEAR(x) {who}:*")] == [report.id]
    assert len(list(case.said("DROP'); --"))) == 0
    assert len(list(case.said("", about='"OR 1=1"'))) == 1
    assert case.show("outlets") == [
        {"outlet": "x' OR '1'='1", "reports": 1, "statements": 1, "first": None, "last": None}
    ]
    assert faults(case) == []


def test_show_counts(case: Case) -> None:
    fill(case)
    case.add_failure("bad.pdf", "pdf", "encrypted", "give the password", "ab" * 32)
    statements = sum(len(r.attributions) for r, _ in DRAFTS)
    for what in ("outlets", "dates"):
        assert sum(row["reports"] for row in case.show(what)) == len(DRAFTS)
        assert sum(row["statements"] for row in case.show(what)) == statements
    assert sum(row["statements"] for row in case.show("speakers")) == statements
    languages = {row["language"]: row for row in case.show("languages")}
    assert sum(row["reports"] for row in languages.values()) == len(DRAFTS)
    assert languages["en"]["not_read"] == 0
    assert len(case.show("reports", Filters(lang="en"))) == languages["en"]["reports"]
    [failure] = case.show("failures")
    assert failure["try"] == "give the password"
    with pytest.raises(UsageError, match="expected one of reports"):
        case.show("tables")  # type: ignore[arg-type]


# files


def begin(case: Case, sha256: str = "ab", **others: object) -> str:
    return case.begin_file("a.txt", sha256=sha256, **others)  # type: ignore[arg-type]


def finished(path: str = "a.txt", state: FileState = "read") -> FileRow:
    return FileRow(path, "", 3, 1.0, "ab", state)


def test_a_file_is_read_once_and_again_when_bytes_or_hints_changed(case: Case) -> None:
    assert begin(case) == "read"
    case.finish_file(finished())
    assert begin(case) == "known"
    assert begin(case, hints="outlet=Daily") == "read"
    assert begin(case, sha256="cd") == "read"


def test_a_file_is_opened_again_however_often_the_program_ended_meanwhile(case: Case) -> None:
    assert [begin(case) for _ in range(5)] == ["read"] * 5
    assert case.failures() == []
    case.finish_file(finished())
    assert begin(case) == "known"


def test_a_file_that_an_older_sayso_blamed_for_kills_is_opened_again(path: Path) -> None:
    with open_case(path, create=True) as case:
        case.add_failure("a.txt", "sayso", "started 2 times and the process ended each time")
        case.finish_file(finished(state="failed"))
    tamper(path, "UPDATE files SET starts = 2")
    with open_case(path) as case:
        assert begin(case) == "read"
        assert case.failures() == []
        assert faults(case) == []


def test_a_failed_file_is_not_tried_again_unless_told(case: Case) -> None:
    assert begin(case) == "read"
    case.add_failure("a.txt!/b.pdf", "pdf", "encrypted", file="a.txt")
    case.finish_file(finished(state="failed"))
    assert begin(case) == "failed"
    assert [f.path for f in case.failures()] == ["a.txt!/b.pdf"]
    assert begin(case, retry=True) == "read"
    assert case.failures() == []


# judging


def test_what_is_set_is_in_force_everywhere_and_can_be_undone(case: Case) -> None:
    fill(case)
    before = lines(case)
    reading = next(r for r, _ in DRAFTS if r.report.outlet and r.attributions)
    report = reading.report
    made = case.set_report(report.id, outlet="Zephyr", published="1999-12-31", why="wrong folder", by="Ana")
    assert case.reading(report.id).report.id == report.id
    assert case.reading(report.id).report.published_from == "user"
    assert [row.id for row in case.reports(Filters(outlet="Zephyr"))] == [report.id]
    assert next(iter(case.reports(Filters(since="1999", until="1999")))).id == report.id
    said = [s.statement.chain for s in case.said("", None, Filters(outlet="Zephyr"))]
    assert said and all(chain.startswith("Zephyr > ") for chain in said)
    assert next(case.readings(Filters(outlet="Zephyr"), as_read=True)).report.outlet == report.outlet
    assert faults(case) == []
    case.judge("undo", value=made.id)
    assert lines(case).startswith(before)
    assert faults(case) == []


def test_a_set_that_cannot_be_writes_nothing(case: Case) -> None:
    fill(case, DRAFTS[:1])
    before = (lines(case), len(list(case.log())))
    report_id = DRAFTS[0][0].report.id
    with pytest.raises(ValueFault, match="expected an ISO date"):
        case.set_report(report_id, published="yesterday")
    with pytest.raises(UsageError, match="no report"):
        case.set_report("0" * 16, outlet="Daily")
    assert (lines(case), len(list(case.log()))) == before
    case.set_report(report_id, outlet="Daily")
    assert faults(case) == []


def test_judgements_are_found_again_when_a_report_is_read_anew(case: Case) -> None:
    fill(case)
    reading, original = next(d for d in DRAFTS if len(d[0].attributions) > 3)
    report = reading.report
    first, second = reading.attributions[0], reading.attributions[1]
    kept = case.judge("reject", [first.id], why="a joke")
    gone = case.judge("note", [second.id], "see letter")
    case.set_report(report.id, title="Mended")
    # A newer model: the first one's content starts later, which moves its id; the second one is not found any more.
    content = report.span(first.content[0].start + 2, first.content[0].end)
    newer = replace(first, id=f"{report.id}/a{content.start}", content=(content, *first.content[1:]))
    case.replace(Reading(report, ("attributions.v9",), mentions=reading.mentions, attributions=(newer,)), original)
    assert case.meant(kept) == [newer.id]
    assert case.meant(gone) == [None]
    assert case.reading(report.id).report.title == "Mended"
    found = faults(case)
    assert len(found) == 1 and found[0].startswith(f"judgement {gone.id} (note)")
    case.judge("undo", value=gone.id)
    assert faults(case) == []
    assert [s.statement.id for s in case.said() if s.report.id == report.id] == [], "it is still rejected"
    case.judge("undo", value=kept.id)
    assert [s.statement.id for s in case.said() if s.report.id == report.id] == [newer.id]


def test_erasing_takes_every_word_and_keeps_the_fact(path: Path) -> None:
    secret = "Xyzzyplugh"
    text = f"{secret} Quuxley said that it would rain in Grault."
    report = Report.of(text, outlet="Daily", title=f"{secret}!", paths=("a.txt",))
    said = Attribution(f"{report.id}/a24", (report.span(24, 47),), source=(report.span(0, 10),))
    with open_case(path, create=True) as case:
        fill(case)
        case.add(Reading(report, ("attributions.v1",), attributions=(said,)), text.encode())
        case.judge("note", [Subject(report.id, "attributions", (report.span(0, 10),))], f"who is {secret}?")
        case.set_report(report.id, title=secret, outlet="Herald")
        case.judge("erase", [report.id], why="order 12/3 of the court", by="Ana")
    data = path.read_bytes()
    for word in (secret, secret.lower(), "Quuxley", "quuxley", "Grault"):
        assert word.encode() not in data
    with open_case(path) as case:
        assert faults(case) == []
        assert len(list(case.readings())) == len(DRAFTS)
        [row] = case.reports(erased=True)
        assert (row.id, row.sha256, row.paths, row.outlet) == (report.id, report.sha256, ("a.txt",), "Herald")
        assert case.judgements()[-1].why == "order 12/3 of the court"
        assert [e.deed for e in case.store.ledger() if e.deed != "logged"][-3:] == ["erased", "redacted", "redacted"]
        assert case.add(Reading(report), text.encode()) == "erased"
        assert len(list(case.readings())) == len(DRAFTS)
        with pytest.raises(KeyError):
            case.reading(report.id)
        with pytest.raises(UsageError, match="is gone"):
            case.judge("undo", value="j3")


def test_erasing_an_attachment_takes_the_mail_s_original_too(path: Path) -> None:
    mail = b"Subject: x\n\nSee the file. [the attachment: Xyzzyplugh]"
    body = Report.of("See the file.", original=mail, media="message/rfc822", paths=("in/m.eml",))
    inner = Report.of("Xyzzyplugh", paths=("in/m.eml!/a.txt",))
    other = Report.of("Quiet.", paths=("in/m.eml.txt",))
    with open_case(path, create=True) as case:
        for report, data in ((body, mail), (inner, b"Xyzzyplugh"), (other, b"Quiet.")):
            case.add(Reading(report), data)
        case.judge("erase", [inner.id], why="an order")
        assert [row.kept for row in map(case.store.find, (body.id, inner.id, other.id)) if row] == [False, False, True]
        assert case.reading(body.id).report.text == "See the file."
        assert faults(case) == []
    assert b"Xyzzyplugh" not in path.read_bytes()


@pytest.mark.parametrize(
    ("verb", "value", "why"),
    [
        ("note", "caf\udce9", ""), ("note", {"a": ["caf\udce9"]}, ""), ("note", {"caf\udce9": 1}, ""), ("note", "x", "\udce9"),
        ("set", {"title": "caf\udce9"}, ""),
    ],
)  # fmt: skip
def test_a_byte_that_is_no_utf_8_is_refused_at_the_door(case: Case, verb: Verb, value: object, why: str) -> None:
    fill(case, DRAFTS[:1])
    with pytest.raises(UsageError, match="no UTF-8"):
        case.judge(verb, [DRAFTS[0][0].report.id], value, why)
    assert case.judgements() == []
    with pytest.raises(UsageError, match="no UTF-8"):
        case.configure("caf\udce9", "x")
    case.add_failure("caf\udce9.pdf", "pdf", "it says \udce9", "try \udce9")
    with case.logged("read", options={"paths": ["caf\udce9"]}):
        pass
    assert b"caf\\\\udce9.pdf" in lines(case)
    assert [row.options for row in case.log()][-1] == {"paths": ["caf\\udce9"]}
    assert faults(case) == []


# log and check


def test_a_command_that_raised_or_was_cut_off_shows_in_the_log(case: Case) -> None:
    with pytest.raises(RuntimeError), case.logged("read") as counts:
        counts["added"] += 2
        raise RuntimeError
    killed = case.logged("export")
    killed.__enter__()
    rows = [(row.command, row.state, row.counts) for row in case.log()]
    assert rows == [("read", "begun", {}), ("read", "failed", {"added": 2}), ("export", "begun", {})]


def test_the_log_is_only_added_to(case: Case) -> None:
    fill(case, DRAFTS[:1])
    for sql in ("UPDATE log SET by = 'x'", "DELETE FROM log", "UPDATE ledger SET thing = 'x'", "DELETE FROM ledger"):
        with pytest.raises(CaseError, match="only added to"), case.store.transaction():
            case.store._do(sql)  # type: ignore[attr-defined]


TAMPERED = [
    ("UPDATE log SET by = 'somebody else' WHERE number = 1", "log 1: the row was changed"),
    ("DELETE FROM log WHERE number = 1", "log 1: the next row is 2"),
    ("UPDATE ledger SET at = '1999' WHERE number = 2", "ledger 2: the row was changed"),
    ("DELETE FROM ledger WHERE number > 20", "log 2: the row of the ledger that it seals is not there"),
    ("DELETE FROM readings WHERE number = 3", "it is not there; the ledger says it was added"),
    ("UPDATE originals SET data = x'00'", "bytes are damaged"),
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
    ("DELETE FROM log", "log 1: it is not there; the ledger says it was written"),
    ("DELETE FROM log WHERE number > 1", "log 2: it is not there; the ledger says it was written"),
]


@pytest.mark.parametrize(("sql", "told"), TAMPERED)
def test_check_finds_what_was_changed_behind_its_back(path: Path, sql: str, told: str) -> None:
    with open_case(path, create=True) as case:
        fill(case)
        case.knows(DRAFTS[4][0].report.id, DRAFTS[4][0].report.sha256, ["second/place.txt"])
        case.add_failure("gone.pdf", "pdf", "encrypted")
        case.begin_file("gone.pdf", sha256="ab")  # it is read anew, and the failure forgotten
        case.add_failure("bad.pdf", "pdf", "encrypted")
        assert list(case.check()) == []
    tamper(path, sql)
    with open_case(path) as case:
        assert any(told in fault for fault in faults(case)), faults(case)


def test_check_finds_a_reading_that_was_forged_with_its_digest(path: Path) -> None:
    with open_case(path, create=True) as case:
        fill(case)
        reading = DRAFTS[0][0]
        case.judge("note", [reading.report.id], "x")
    forged = reading_to_json(replace(reading, report=replace(reading.report, outlet="Forged")))
    tamper(
        path, "UPDATE readings SET json = ?, digest = ? WHERE id = ?",
        zlib.compress(forged), digest(forged), reading.report.id,
    )  # fmt: skip
    tamper(path, "UPDATE judgements SET json = replace(json, 'note', 'accept')")
    with open_case(path) as case:
        found = faults(case)
    assert f"report {reading.report.id}: its id does not follow from its original and the outlet 'Forged'" in found
    assert any(fault.startswith(f"report {reading.report.id}: it was changed after it was added") for fault in found)
    assert any(fault.startswith("judgement j1: it was changed after it was judged") for fault in found)


@pytest.mark.parametrize(
    ("media", "charset", "original", "text", "runs", "told"),
    [
        ("text/plain", "utf-8", b"\xef\xbb\xbfIt rained.", "It rained.", ((0, 1, 10),), ""),
        ("text/plain", "utf-8", b"It rained. Twice.", "It rained.", ((0, 0, 10),), "not the whole of its original"),
        ("text/plain", "latin-1", "caf\xe9.".encode("latin-1"), "caf\xe9.", ((0, 0, 5),), ""),
        ("text/plain", "utf-8", b"It rained.", "It reined.", ((0, 0, 10),), "is not what its original says"),
        ("text/plain", "utf-8", b"\xff\xfe", "xx", ((0, 0, 2),), "is not what its original says"),
        ("text/plain", "utf-8", b"caf\xe9 au lait", "caf\ufffd au lait", ((0, 0, 12),), ""),
        ("text/plain", "utf-9", b"It rained.", "It rained.", ((0, 0, 10),), "utf-9 is no charset"),
        ("application/json", "utf-8", b'{"body": "It rained."}', "It rained.", (), ""),
        ("application/json", "utf-8", b'{"text": "It rained."}', "It rained.", (), ""),
        ("application/json", "utf-8", b'{"text": "It did not."}', "It rained.", (), "not the one of its record"),
        ("text/html", "utf-8", b"<p>It <b>rained</b>.", "It rained.", ((0, 3, 3), (3, 9, 6), (9, 19, 1)), ""),
        ("application/pdf", None, b"%PDF-1.4", "It rained.", (), ""),
    ],
)
def test_a_text_is_held_against_its_original(case: Case, media, charset, original, text, runs, told) -> None:
    report = Report.of(text, outlet="Daily", original=original, media=media, charset=charset, map=runs)
    case.add(Reading(report), original)
    assert [told in fault for fault in faults(case)] == ([True] if told else [])


def left_as_it_was(path: Path) -> tuple[list[str], set[str]]:
    """The faults that a check finds, and the names beside the case; the case's bytes must be the same after it."""
    before = path.read_bytes()
    with open_case(path, read_only=True) as case:
        found = [str(finding) for finding in case.check()]
    assert path.read_bytes() == before
    return found, {file.name for file in path.parent.iterdir()}


def test_a_check_leaves_every_byte_and_checks_the_word_indexes_all_the_same(path: Path) -> None:
    with open_case(path, create=True) as case:
        fill(case)
    path.chmod(0o444)
    assert left_as_it_was(path) == ([], {path.name})
    path.chmod(0o644)
    tamper(path, "UPDATE texts SET text = 'other words'")
    found, _ = left_as_it_was(path)
    assert any("texts_words: the word index does not fit" in fault for fault in found)


def test_a_case_copied_while_it_was_written_is_checked_without_a_file_beside_it(path: Path, tmp_path: Path) -> None:
    with open_case(path, create=True) as case:
        fill(case)
        copy = tmp_path / "copy" / "my.sayso"
        copy.parent.mkdir()
        case.store._rows("PRAGMA wal_checkpoint(TRUNCATE)")  # type: ignore[attr-defined]
        copy.write_bytes(path.read_bytes())  # without the -wal beside it
        assert copy.read_bytes()[18:20] == b"\2\2"
    assert left_as_it_was(copy) == ([], {copy.name})


def test_a_seal_holds_while_a_case_is_only_added_to(path: Path) -> None:
    with open_case(path, create=True) as case:
        assert case.seal() == "0-" and list(case.check("0-")) == []
        fill(case)
        case.judge("note", [DRAFTS[0][0].report.id], "seen")
        seal = case.seal()
        assert list(case.check(seal)) == []
        case.judge("note", [DRAFTS[1][0].report.id], "later")
        assert list(case.check(seal)) == [], "what is added later does not break it"
        for wrong in ("", "17", "17-ab", seal.upper(), f"x{seal}"):
            with pytest.raises(UsageError, match="is no seal"):
                case.check(wrong)


def test_a_case_made_anew_is_clean_by_itself_and_not_by_the_seal(path: Path, tmp_path: Path) -> None:
    with open_case(path, create=True) as case:
        fill(case)
        case.judge("note", [DRAFTS[0][0].report.id], "seen")
        seal = case.seal()
    with open_case(tmp_path / "forged.sayso", create=True) as case:
        fill(case)
        assert list(case.check()) == []
        [finding] = case.check(seal)
        assert finding.fault and "it is not the row that was sealed" in str(finding)
