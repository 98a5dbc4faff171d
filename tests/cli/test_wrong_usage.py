"""Each wrong usage gets a clear answer: exit status 2, or a line that says what is missing."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from answers import Answer
from read_lightly import light_readings

from sayso import cli
from sayso.case import ingest
from sayso.cli.group import group

Ask = Callable[..., Answer]
TEXT = "Envoy Terzo said that the camp would be closed. Envoy Brenn said that it would stay.\n"
FRENCH = (
    "Le porte-parole du gouvernement a déclaré vendredi que le camp serait fermé avant la fin de l'été, et que les"
    " habitants recevraient une aide pour s'installer ailleurs dans la vallée.\n"
)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a case of two reports, one in French, of the outlet "Ostrany Herald"."""
    folder = tmp_path_factory.mktemp("made")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(ingest, "read_reports", light_readings)
        patch.chdir(folder)
        Path("in").mkdir()
        Path("in/a.txt").write_text(TEXT, encoding="utf-8")
        Path("in/f.txt").write_text(FRENCH, encoding="utf-8")
        about = ["--outlet", "Ostrany Herald", "--published", "2031-05-04"]
        assert cli.main(["read", "in", "--case", "my.sayso", *about]) == 0
    return folder


@pytest.fixture
def case(ask: Ask, made: Path) -> str:
    """A copy of that case in the present folder."""
    shutil.copytree(made, ".", dirs_exist_ok=True)
    return "my.sayso"


# what is refused, with 2: (arguments, words that must be in the message)
REFUSED = [
    ("said CASE --since 2020-13", "'2020-13' is no date", "2031-05"),
    ("said CASE --until yesterday", "'yesterday' is no date", "2031-05"),
    ("events CASE --between 1980 soon", "'soon' is no date", "2031-05"),
    ("said CASE --since 2031-06 --until 2031-05", "the earlier date first", ""),
    ("set CASE in/a.txt --published 1989-31-12", "'1989-31-12' is no date", "2031-05-04"),
    ("read in --case new.sayso --published May", "'May' is no date", "2031-05-04"),
    ("annotate empty", "nothing to read in empty", "no file is there"),
    ("read empty --case new.sayso", "nothing to read in empty", ""),
    ("said CASE --outlet Courier", "no outlet 'Courier'", "Ostrany Herald"),
    ("show CASE --outlet Heralt", "no outlet 'Heralt'", "Ostrany Herald"),
    ('search CASE "camp closed', "a quotation mark is not closed", ""),
    ('said CASE --about "camp', "a quotation mark is not closed", ""),
    ("config CASE colour=blue", "'colour' is not known", "originals"),
    ("config CASE originals=maybe", "'maybe'", "true or false"),
    ("config CASE originals", "expected KEY=VALUE", ""),
    ("said CASE Terzo --meta in/meta.csv", "--meta says how texts are read", ""),
    ("said CASE Terzo --jobs 2", "--jobs says how texts are read", ""),
    ("said Terzo CASE", "did you mean: sayso said my.sayso Terzo", ""),
    ("said Terzo in", "did you mean: sayso said in --who Terzo", ""),
    ("said Halim Terzo in", "did you mean: sayso said in --who 'Halim Terzo'", ""),
    ("said CASE Halim Terzo", "did you mean: sayso said my.sayso 'Halim Terzo'", ""),
    ("said CASE Terzo --who Brenn", "given twice", ""),
    ("said nobody.txt", "no file, folder or case 'nobody.txt'", ""),
    ("said", "sayso said CASE [WHO]", "sayso said PATH... [--who WHO]"),
    ("judge CASE note 0123456789abcdef", "no report 0123456789abcdef", ""),
    ("judge CASE like 0123456789abcdef", "'like'", "note"),
    ("set CASE 0123 --outlet Courier", "no report is called '0123'", "sayso show my.sayso reports"),
    ("set CASE in/a.txt", "nothing to set", "--outlet"),
    ("annotate in --jobs 0", "--jobs", "x>=1"),
    ("annotate in --only horoscope", "horoscope", "attributions"),
    ("said in --min-score 2", "--min-score", "0<=x<=1"),
    ("export CASE --as xlsx", "'xlsx'", "events-csv"),
    ("export CASE", "--as", ""),
    ("export CASE --as csv --out no/where.csv", "no/where.csv: cannot be written", ""),
    ("show CASE people", "'people'", "speakers"),
    ("show CASE reports --timeline", "--timeline is a list of its own", ""),
    ("show in", "in is a folder, expected a case", "sayso read in --case"),
    ("search in/a.txt camp", "in/a.txt is no case", "sayso read in/a.txt --case"),
    ("check gone.sayso", "gone.sayso: no case there", "sayso read PATH --case gone.sayso"),
    ("said gone.sayso Terzo", "gone.sayso: no case there", ""),
    ("annotate CASE", "my.sayso is a case, expected texts", "sayso export my.sayso --as jsonl"),
    ("read CASE --case new.sayso", "my.sayso is a case, expected texts", "sayso read PATH... --case my.sayso"),
    ("read in", "--case matter.sayso", "SAYSO_CASE"),
    ("show", "no case is given", "SAYSO_CASE"),
    ("annotate", "PATH", ""),
    ("shwo CASE", "no command 'shwo'", "did you mean: sayso show"),
    ("horoscope", "no command 'horoscope'", "sayso --help"),
    ("show CASE --jsn", "--jsn", "--json"),
    ("demo in", "there is no in/originals/meta.csv", "leave FOLDER out"),
]


@pytest.mark.parametrize(("line", "told", "advice"), [pytest.param(*row, id=row[0]) for row in REFUSED])
def test_misuse_ends_with_2_and_says_what_was_found_and_what_to_try(
    ask: Ask, case: str, line: str, told: str, advice: str
) -> None:
    Path("empty").mkdir()
    answer = ask(*line.replace("CASE", case).split())
    assert answer.status == 2, answer.err
    assert told in answer.err and advice in answer.err and not answer.out
    assert not Path("new.sayso").exists()


def test_no_arguments_print_the_help_and_end_with_2(ask: Ask) -> None:
    answer = ask()
    assert answer.status == 2 and "annotate" in answer.out and "examples:" in answer.out


def test_an_outlet_is_found_in_any_letter_case(ask: Ask, case: str) -> None:
    for name in ("ostrany herald", "OSTRANY HERALD", "Ostrany Herald"):
        assert "1 statements" in ask("said", case, "Terzo", "--outlet", name).err


def test_what_is_said_in_a_language_that_is_not_read_is_told_to_be_missing(ask: Ask, case: str) -> None:
    for arguments in ((case,), ("in",), (case, "porte-parole"), ("in/f.txt",)):
        answer = ask("said", *arguments)
        assert answer.status == 0 and "1 report is in a language that is not read: fr 1" in answer.err
    assert "language" not in ask("said", case, "--lang", "en").err


def test_nobody_of_a_name_is_told_with_where_names_stand(ask: Ask, case: str) -> None:
    assert f"sayso show {case} speakers" in ask("said", case, "Zorro").err


def test_a_line_of_meta_that_matches_no_file_is_named(ask: Ask, case: str) -> None:
    Path("in/meta.csv").write_text("path,outlet\na.txt,Courier\ngone.txt,Herald\n*.pdf,Herald\nf.*,Courier\n")
    for line in (["annotate", "in"], ["read", "in", "--case", "new.sayso"], ["said", "in"]):
        if line[0] == "annotate":
            line += ["--only", "zones"]
        answer = ask(*line, "--meta", "in/meta.csv")
        notes = [told for told in answer.err.splitlines() if told.startswith("note: ")]
        assert answer.status == 0 and len(notes) == 2
        assert "line 3: 'gone.txt' matches no file" in notes[0] and "line 4: '*.pdf'" in notes[1]


def test_a_line_of_meta_for_a_member_of_a_file_that_is_known_is_not_named(ask: Ask, tmp_path: Path) -> None:
    Path("x.jsonl").write_text(json.dumps({"text": TEXT}) + "\n")
    Path("meta.csv").write_text("path,outlet\nx.jsonl:1,Courier\n")
    line = ("read", "x.jsonl", "--case", "new.sayso", "--meta", "meta.csv")
    assert "note:" not in ask(*line).err
    again = ask(*line)
    assert "1 known" in again.err and "note:" not in again.err
    assert ask("show", "new.sayso", "outlets", "--json").lines[0][0]["outlet"] == "Courier"


def test_other_names_of_fields_are_taken_and_said_once(ask: Ask, tmp_path: Path) -> None:
    line = {
        "body": TEXT,
        "date": "2031-05-04",
        "publisher": "Herald",
        "link": "https://e.example/1",
        "headline": "Camp",
    }
    Path("x.jsonl").write_text("".join(json.dumps({**line, "id": n}) + "\n" for n in range(3)))
    answer = ask("read", "x.jsonl", "--case", "new.sayso")
    assert answer.err.count('"date" is taken for "published"') == 1 and "x.jsonl:1" in answer.err
    (row, *_) = ask("show", "new.sayso", "reports", "--json").lines[0]
    assert (row["published"], row["outlet"], row["url"], row["title"]) == (
        "2031-05-04", "Herald", "https://e.example/1", "Camp",
    )  # fmt: skip


def test_a_date_in_json_that_is_none_is_told(ask: Ask, tmp_path: Path) -> None:
    Path("x.jsonl").write_text(json.dumps({"text": TEXT, "published": "3/4/2031"}) + "\n")
    assert '"published" is no date that can be read' in ask("read", "x.jsonl", "--case", "new.sayso").err


def test_ids_that_judge_wants_are_shown(ask: Ask, case: str) -> None:
    shown = ask("said", case, "Terzo", "--ids").out
    (named,) = [line.rpartition("  id ")[2] for line in shown.splitlines() if "  id " in line]
    assert ask("judge", case, "note", named, "--value", "seen").status == 0
    assert "  id " not in ask("said", case, "Terzo").out
    assert "  id " in ask("search", case, "camp", "--ids").out


def test_help_is_there_even_if_the_settings_are_wrong(ask: Ask) -> None:
    Path("sayso.toml").write_text("jbos = 2\n")
    assert ask("--help").status == 0 and ask("said", "--help").status == 0
    assert ask("said", "x").status == 2


def test_a_setting_is_checked_as_its_flag_is(ask: Ask, case: str, monkeypatch: pytest.MonkeyPatch) -> None:
    Path("sayso.toml").write_text("jobs = 0\n")
    assert "--jobs" in ask("annotate", "in").err
    Path("sayso.toml").unlink()
    monkeypatch.setenv("SAYSO_PUBLISHED", "May")
    assert "'May' is no date" in ask("annotate", "in").err


def test_the_file_of_settings_names_the_case_and_flags_beat_it(ask: Ask, case: str) -> None:
    Path("sayso.toml").write_text(f'case = "{case}"\noutlet = "Courier"\n')
    assert "1 statements" in ask("said", "Terzo").err and "2 statements" in ask("said").err
    assert ask("show", "outlets", "--json").lines == ask("show", case, "outlets", "--json").lines
    answer = ask("read", "in", "--case", "other.sayso", "--outlet-from", "folder")
    assert answer.status == 0, answer.err


def test_the_shell_completes_commands_and_options(monkeypatch: pytest.MonkeyPatch, ask: Ask) -> None:
    monkeypatch.setenv("_SAYSO_COMPLETE", "bash_complete")
    monkeypatch.setenv("COMP_WORDS", "sayso ex")
    monkeypatch.setenv("COMP_CWORD", "1")
    assert "export" in ask().out
    monkeypatch.setenv("COMP_WORDS", "sayso export --b")
    monkeypatch.setenv("COMP_CWORD", "2")
    assert "--bom" in ask().out


def test_an_interrupt_ends_with_130(ask: Ask, case: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(*arguments: object, **others: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("sayso.cli.looking.open_case", interrupt)
    answer = ask("show", case)
    assert answer.status == 130 and "stopped" in answer.err


def test_every_command_has_help_with_an_example(ask: Ask) -> None:
    for name in group.list_commands(None):  # type: ignore[arg-type]
        answer = ask(name, "--help")
        assert answer.status == 0 and f"\n  sayso {name}" in answer.out, name
