"""The command, from its arguments to what it prints."""

from __future__ import annotations

import csv
import io
import json
import subprocess
import sys
from pathlib import Path

import pytest

from sayso import cli

pytestmark = [pytest.mark.slow, pytest.mark.usefixtures("kept_workers")]

REPORT = "Envoy Halim Terzo told reporters on Monday that the camp would be closed. “We keep our word,” he said.\n"
OTHER = "Spokeswoman Ida Brenn said nobody had left the camp.\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    reports = tmp_path / "reports"
    reports.mkdir()
    (reports / "a.txt").write_text(REPORT, encoding="utf-8")
    (reports / "b.txt").write_text(OTHER, encoding="utf-8")
    return reports


def lines(text: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in text.splitlines()]


def test_help_needs_no_heavy_import() -> None:
    script = "import sys; from sayso import cli; cli.main(['--help']); print([m for m in ('spacy', 'numpy', 'onnxruntime', 'trafilatura') if m in sys.modules])"
    found = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert found.stdout.splitlines()[-1] == "[]" and "sayso COMMAND" not in found.stderr


def test_no_command_is_misuse(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main([]) == 2
    assert "COMMAND" in capsys.readouterr().out


def test_a_step_that_is_not_known_is_misuse_and_names_those_that_are(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["annotate", str(folder), "--only", "horoscope"]) == 2
    assert "attributions" in capsys.readouterr().err


def test_annotate_prints_one_reading_a_line_in_order(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["annotate", str(folder), "--outlet", "Daily"]) == 0
    first, second = lines(capsys.readouterr().out)
    assert first["report"]["text"] == REPORT and second["report"]["text"] == OTHER  # type: ignore[index]
    assert first["report"]["outlet"] == "Daily"  # type: ignore[index]
    contents = [a["content"][0]["text"] for a in first["attributions"]]  # type: ignore[attr-defined]
    assert "that the camp would be closed" in contents
    chain = first["claims"][0]["chain"]  # type: ignore[index]
    assert [voice["name"] for voice in chain] == ["Daily", "Halim Terzo"]


def test_two_jobs_print_what_one_prints(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    cli.main(["annotate", str(folder)])
    alone = capsys.readouterr().out
    cli.main(["annotate", str(folder), "--jobs", "2"])
    assert capsys.readouterr().out == alone


def test_only_named_steps_and_what_they_need_are_run(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["annotate", str(folder), "--only", "zones"]) == 0
    reading = lines(capsys.readouterr().out)[0]
    assert [str(step).split(".")[0] for step in reading["steps"]] == ["zones"]  # type: ignore[attr-defined]
    assert "attributions" not in reading


def test_a_bad_file_is_told_and_the_others_are_read(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "aa.txt").write_bytes(b"\x00\x01\x02")
    assert cli.main(["annotate", str(folder)]) == 1
    found = capsys.readouterr()
    assert len(lines(found.out)) == 2
    failure = json.loads(found.err.splitlines()[0])
    assert failure["kind"] == "failure" and failure["path"].endswith("aa.txt")


def test_what_a_report_says_cannot_steer_the_terminal(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "a.txt"
    file.write_text("Ida Brenn said the \x1b[31mcamp\x1b[0m was \u202eclosed on Monday.\n", encoding="utf-8")
    assert cli.main(["said", str(file), "--who", "Brenn"]) == 0
    out = capsys.readouterr().out
    assert "\x1b" not in out and "\u202e" not in out and "camp" in out


def test_said_marks_source_cue_and_content(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["said", str(folder), "--who", "terzo"]) == 0
    out = capsys.readouterr().out
    assert "{Envoy Halim Terzo} <told>" in out
    assert "Brenn" not in out


def test_a_case_is_read_once_and_then_asked(folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    case = str(tmp_path / "matter.sayso")
    assert cli.main(["read", str(folder), "--case", case, "--outlet", "Daily"]) == 0
    assert "2 reports read" in capsys.readouterr().err
    assert cli.main(["read", str(folder), "--case", case, "--outlet", "Daily"]) == 0
    assert "0 reports read, 2 known" in capsys.readouterr().err

    assert cli.main(["said", case, "Brenn"]) == 0
    assert "nobody had left" in capsys.readouterr().out
    assert cli.main(["search", case, "camp"]) == 0
    assert "[camp]" in capsys.readouterr().out
    assert cli.main(["show", case, "outlets", "--json"]) == 0
    assert "Daily" in capsys.readouterr().out
    assert cli.main(["check", case]) == 0
    assert "clean" in capsys.readouterr().err


def test_a_table_of_statements_is_one_row_a_statement(
    folder: Path, tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    case = str(tmp_path / "matter.sayso")
    cli.main(["read", str(folder), "--case", case])
    capsysbinary.readouterr()
    assert cli.main(["export", case, "--as", "csv"]) == 0
    rows = list(csv.DictReader(io.StringIO(capsysbinary.readouterr().out.decode())))
    assert {"published", "outlet", "chain", "speaker", "content", "sentence", "start", "end", "version"} <= rows[
        0
    ].keys()
    assert any("camp would be closed" in row["content"] and row["speaker"] == "Halim Terzo" for row in rows)


def test_a_failure_stays_in_the_case_with_its_reason(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    case = str(tmp_path / "matter.sayso")
    (folder / "c.txt").write_bytes(b"\x00\x01")
    assert cli.main(["read", str(folder), "--case", case]) == 1
    capsys.readouterr()
    assert cli.main(["failed", case, "--json"]) == 0
    (failure,) = json.loads(capsys.readouterr().out)
    assert failure["path"].endswith("c.txt") and failure["reason"]


def test_what_was_read_wrongly_is_mended_by_a_judgement(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    case = str(tmp_path / "matter.sayso")
    cli.main(["read", str(folder), "--case", case])
    path = str(folder / "a.txt")
    assert cli.main(["set", case, path, "--outlet", "Herald", "--why", "stamp on the page"]) == 0
    capsys.readouterr()
    assert cli.main(["said", case, "Terzo"]) == 0
    assert "Herald" in capsys.readouterr().out


def test_the_environment_names_the_case(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SAYSO_CASE", str(tmp_path / "matter.sayso"))
    assert cli.main(["read", str(folder)]) == 0
    capsys.readouterr()
    assert cli.main(["said", "Brenn"]) == 0
    assert "nobody had left" in capsys.readouterr().out
    assert cli.main(["show", "outlets"]) == 0


def test_a_setting_that_is_not_known_is_misuse(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "sayso.toml").write_text("jbos = 2\n")
    monkeypatch.chdir(tmp_path)
    assert cli.main(["annotate", "x.txt"]) == 2
    assert "jbos" in capsys.readouterr().err


def test_a_case_that_is_not_there_says_what_to_try(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["check", str(tmp_path / "no.sayso")]) == 2
    assert "no case there" in capsys.readouterr().err


def test_texts_and_a_case_of_them_give_the_same_statements(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    case = str(tmp_path / "matter.sayso")
    reading = ("--outlet", "Daily", "--published", "2031-05-04")
    assert cli.main(["read", str(folder), "--case", case, *reading]) == 0
    for asked in ([], ["--about", "camp"], ["--since", "2031-05", "--lang", "en"], ["--until", "2030"], ["--ids"],
                  ["--min-score", "0.9"], ["--json"], ["--why"]):  # fmt: skip
        for who in ("", "Terzo", "envoy terzo", "Brenn"):
            capsys.readouterr()
            assert cli.main(["said", case, who, *asked]) == 0
            of_case = capsys.readouterr().out
            assert cli.main(["said", str(folder), *reading, "--who", who, *asked]) == 0
            assert capsys.readouterr().out == of_case
            assert of_case or asked == ["--until", "2030"] or who, asked


def test_headings_are_not_glued_to_sentences_that_stand_elsewhere(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "a.txt"
    file.write_text("Camp must close, says Terzo\n\nRain fell.\n\nHalim Terzo said the camp must close.\n", "utf-8")
    assert cli.main(["said", str(file)]) == 0
    out = capsys.readouterr().out.splitlines()
    assert not [line for line in out if "says" in line and "said" in line]
    assert [line for line in out if line.startswith("    ") and "<said>" in line]


def test_explain_tells_the_score_and_the_rules_of_each_statement(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    case, file = str(tmp_path / "matter.sayso"), str(folder / "a.txt")
    cli.main(["read", str(folder), "--case", case])
    capsys.readouterr()
    assert cli.main(["explain", file]) == 0
    of_file = capsys.readouterr()
    assert "[that the camp would be closed]" in of_file.out and "kept  " in of_file.out and "model 0." in of_file.out
    assert cli.main(["explain", case, file]) == 0
    assert capsys.readouterr().out == of_file.out
    assert cli.main(["explain", file, "--json"]) == 0
    told = lines(capsys.readouterr().out)
    assert told[0]["content"] and told[0]["model_score"] and told[0]["id"]
    assert cli.main(["said", case, "Terzo", "--why"]) == 0
    assert "    why: model 0." in capsys.readouterr().out


def test_explain_says_what_it_wants(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["explain"]) == 2
    assert "sayso explain CASE REPORT" in capsys.readouterr().err


def test_an_export_goes_to_a_file_that_is_there_whole(
    folder: Path, tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    case, out = str(tmp_path / "matter.sayso"), tmp_path / "said.csv"
    cli.main(["read", str(folder), "--case", case])
    capsysbinary.readouterr()
    assert cli.main(["export", case, "--as", "csv"]) == 0
    printed = capsysbinary.readouterr().out
    assert cli.main(["export", case, "--as", "csv", "--out", str(out)]) == 0
    assert out.read_bytes() == printed and not capsysbinary.readouterr().out
    assert sorted(path.name for path in tmp_path.iterdir()) == ["matter.sayso", "reports", "said.csv"]


def test_the_demo_needs_no_folder(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["demo"]) == 0
    out = capsys.readouterr().out
    assert out.count("== ") == 8 and "{Envoy Halim Terzo} <told>" in out
