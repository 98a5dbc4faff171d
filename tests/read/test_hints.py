from pathlib import Path

import pytest

from sayso.errors import UsageError
from sayso.read import HintSource, Original, Read, read_original
from sayso.read.hints import read_meta
from sayso.values.report import Hints


def meta(tmp_path: Path, text: str):
    file = tmp_path / "meta.csv"
    file.write_text(text)
    return read_meta(file)


def test_a_path_beats_a_glob_and_the_glob_fills_what_it_leaves_open(tmp_path: Path):
    rows = meta(tmp_path, "path,outlet,published\n*.txt,Daily,\nherald/*,Herald,\na.txt,,2031-05-04\n")
    source = HintSource(rows=rows)
    assert source.of("reports/herald/b.txt", root="reports").outlet == "Daily"
    found = source.of("reports/a.txt", root="reports")
    assert (found.outlet, found.published, found.published_from) == ("Daily", "2031-05-04", "user")
    assert source.of("reports/c.html", root="reports") == Hints()


NAMES = ["herald/a.txt", "reports/herald/a.txt", "bundle.zip!/herald/a.txt", "x.jsonl:3", "a.txt"]


@pytest.mark.parametrize("name", NAMES)
def test_a_path_is_meant_as_shown_or_below_the_root(tmp_path: Path, name):
    source = HintSource(rows=meta(tmp_path, f"path,outlet\n{name},Herald\n"))
    shown = name if "herald/a" not in name or name.startswith(("reports", "bundle")) else f"reports/{name}"
    assert source.of(shown, root="reports").outlet == "Herald"


def test_a_csv_beats_a_flag_and_both_beat_the_file(tmp_path: Path):
    line = b'{"text": "The boats stay in port.", "outlet": "File", "published": "2001-01-01", "title": "T"}'
    rows = meta(tmp_path, "path,outlet\nx.jsonl:1,Csv\n")
    source = HintSource(rows=rows, outlet="Flag", published="2031-05-04")
    (one, two) = read_original(Original("x.jsonl", data=line + b"\n" + line, hints=source.of("x.jsonl")), hints=source)
    assert isinstance(one, Read) and isinstance(two, Read)
    assert (one.report.outlet, two.report.outlet) == ("Csv", "Flag")
    assert (one.report.published, one.report.published_from, one.report.title) == ("2031-05-04", "user", "T")


FOLDERS = [
    ("reports/herald/a.txt", "reports", "herald"),
    ("reports/herald/deep/a.txt", "reports/", "herald"),
    ("reports/a.txt", "reports", None),
    ("reports/herald/a.txt", "reports/herald/a.txt", "herald"),
    ("bundle.zip!/herald/a.html", "bundle.zip", "herald"),
    ("./herald/a.txt", ".", "herald"),
]


@pytest.mark.parametrize(("path", "root", "outlet"), FOLDERS)
def test_the_outlet_is_the_folder_under_the_root(path, root, outlet):
    assert HintSource(outlet_from_folder=True).of(path, root=root).outlet == outlet


BAD = [
    ("outlet\nDaily\n", "line 1: no column 'path'"),
    ("path,colour\na,red\n", "unknown column 'colour'"),
    ("path,outlet\na.txt\n", "line 2: 1 cells"),
    ('path,outlet\na.txt,Daily\nb.txt,"Da\nily\n', "no CSV"),
    ("path,published\na.txt,3/4/2031\n", "line 2: '3/4/2031' is no date"),
    ("path,published\na.txt,2031-02-30\n", "'2031-02-30' is no date"),
    ("path,outlet\n,Daily\n", "line 2: no path"),
    ("", "no column 'path'"),
]


@pytest.mark.parametrize(("text", "reason"), BAD)
def test_a_bad_csv_is_refused_with_its_line(tmp_path: Path, text, reason):
    with pytest.raises(UsageError, match="meta.csv") as caught:
        meta(tmp_path, text)
    assert reason in str(caught.value)


def test_bad_flags_are_refused():
    with pytest.raises(UsageError, match="no date"):
        HintSource(published="yesterday")
    with pytest.raises(UsageError, match="twice"):
        HintSource(outlet="Daily", outlet_from_folder=True)
