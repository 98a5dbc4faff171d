import io
import json
import os
from pathlib import Path
from types import SimpleNamespace

import pytest

from sayso.read import Failure, HintSource, LeftOut, Original, Read, read_original, read_paths
from sayso.read.hints import read_meta

EXAMPLE = Path(__file__).resolve().parents[2] / "examples" / "tarn-bridge"
SAID = "The harbour master said on Friday that the boats would stay in port."


def names(found, folder: Path) -> list[str]:
    return [os.path.relpath(f.path if isinstance(f, Failure) else f.report.paths[0], folder) for f in found]


def test_a_folder_is_read_at_any_depth_in_sorted_order_and_the_rest_is_told(tmp_path: Path):
    for name in ("b.txt", "a/z.txt", "a/a/c.md", "a/picture.png", ".hidden/d.txt", ".e.txt", "notes.csv"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(SAID)
    left: list[tuple[str, str]] = []
    found = list(read_paths([str(tmp_path)], on_left_out=lambda found: left.append((found.path, found.reason))))
    assert names(found, tmp_path) == ["a/a/c.md", "a/z.txt", "b.txt"]
    assert {os.path.relpath(path, tmp_path): reason for path, reason in left} == {
        "a/picture.png": "no reader knows this kind of file", "notes.csv": "no reader knows this kind of file",
        ".hidden": "hidden", ".e.txt": "hidden",
    }  # fmt: skip


def test_a_bad_file_is_named_with_its_reason_and_the_rest_is_read(tmp_path: Path):
    (tmp_path / "a.txt").write_text(SAID)
    (tmp_path / "b.txt").write_bytes(b"\0\1\2")
    (tmp_path / "c.txt").symlink_to(tmp_path / "nowhere.txt")
    (tmp_path / "d.txt").mkdir()
    (tmp_path / "d.txt" / "e.txt").write_text(SAID)
    (tmp_path / "f.txt").symlink_to("f.txt")
    found = list(read_paths([str(tmp_path), str(tmp_path / "missing.txt")]))
    assert names([f for f in found if isinstance(f, Read)], tmp_path) == ["a.txt", "d.txt/e.txt"]
    failures = [f for f in found if isinstance(f, Failure)]
    assert names(failures, tmp_path) == ["b.txt", "c.txt", "f.txt", "missing.txt"]
    assert all(failure.reason and failure.try_ for failure in failures)
    assert "link to" in failures[1].reason


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read_is_named(tmp_path: Path):
    (tmp_path / "a.txt").write_text(SAID)
    (tmp_path / "a.txt").chmod(0)
    (found,) = read_paths([str(tmp_path)])
    assert "Permission" in found.reason


def test_a_link_back_into_its_own_folder_is_told_and_passed_over(tmp_path: Path):
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "b.txt").write_text(SAID)
    (tmp_path / "a" / "loop").symlink_to(tmp_path)
    found = list(read_paths([str(tmp_path)]))
    assert names(found, tmp_path) == ["a/b.txt", "a/loop"]
    assert "leads back" in found[1].reason


STANDARD_INPUT = [
    (SAID.encode(), ["-"]),
    (b'{"text": "One."}\n{"id": "2", "text": "Two."}\n', ["-:1", "-:2"]),
    (b"{braces} are no JSON", ["-"]),
    (f"<!doctype html><html><body><p>{SAID} {SAID}</p></body></html>".encode(), ["-"]),
]


@pytest.mark.parametrize(("data", "paths"), STANDARD_INPUT)
def test_standard_input_is_text_or_lines_of_json(monkeypatch, data, paths):
    monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=io.BytesIO(data)))
    assert [found.report.paths[0] for found in read_paths(["-"])] == paths


def test_a_file_given_by_name_is_read_whatever_its_name(tmp_path: Path):
    (tmp_path / "report").write_text(SAID)
    (found,) = read_paths([str(tmp_path / "report")])
    assert found.report.text == SAID


def test_containers_inside_containers_end(monkeypatch):
    monkeypatch.setattr(
        "sayso.read.readers.records.read_lines",
        lambda original: iter([original.member(":1", b"{}", media="application/jsonl")]),
    )
    (found,) = read_original(Original("x.jsonl", data=b"{}"))
    assert "more than 3 containers" in found.reason


def test_a_fault_of_a_reader_is_a_failure_and_no_traceback(monkeypatch):
    def broken(original):
        yield from dict[str, list[Read]]()["oops"]

    monkeypatch.setattr("sayso.read.readers.plain.read", broken)
    (found,) = read_original(Original("a.txt", data=b"x"))
    assert "KeyError" in found.reason


def test_the_originals_of_the_example_give_the_texts_of_its_gold():
    hints = HintSource(rows=read_meta(EXAMPLE / "originals" / "meta.csv"))
    found = [f for f in read_paths([str(EXAMPLE / "originals")], hints=hints) if isinstance(f, Read)]
    texts = {f.report.text for f in found}
    for number in range(1, 9):
        gold = (EXAMPLE / "gold" / "reports" / f"r{number}.txt").read_bytes().decode()
        assert gold in texts, f"r{number}"
    outlets = {f.report.outlet for f in found}
    assert {"Ostrany Herald", "Velmar Courier", "Isles Broadcasting", "Voice of Tarn", "Lower Tarn Lantern"} <= outlets
    courier = next(f.report for f in found if f.report.paths[0].endswith("2-velmar-courier.txt"))
    assert [credit.agency for credit in courier.credits] == ["Ostrany Press Service"]


def test_the_line_of_a_failure_steers_no_terminal() -> None:
    line = Failure("a\u202eb\x9b\x1b[31m\u2028.pdf", "pdf", "damaged \u2066").to_json().decode()
    assert line.isprintable() and json.loads(line)["path"] == "a\u202eb\x9b\x1b[31m\u2028.pdf"


@pytest.mark.parametrize("kind", ["file", "folder", "by way of another"])
def test_a_link_out_of_the_folder_is_left_out_unless_links_are_followed(tmp_path: Path, kind: str):
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "secret.txt").write_text(SAID)
    inside = tmp_path / "in"
    inside.mkdir()
    (inside / "a.txt").write_text(SAID)
    (inside / "b.txt").symlink_to("a.txt")
    if kind == "folder":
        (inside / "link").symlink_to(tmp_path / "out")
    else:
        (inside / "link.txt").symlink_to(tmp_path / ("out/secret.txt" if kind == "file" else "middle.txt"))
        (tmp_path / "middle.txt").symlink_to("out/secret.txt")
    left: list[LeftOut] = []
    found = list(read_paths([str(inside)], on_left_out=left.append))
    assert names(found, inside) == ["a.txt", "b.txt"]
    assert [one.reason.partition(",")[0] for one in left] == ["a link out of the folder"] and "--follow-links" in left[
        0
    ].reason
    assert len(list(read_paths([str(inside)], follow_links=True))) == 3


def test_a_link_that_is_named_is_read(tmp_path: Path):
    (tmp_path / "a.txt").write_text(SAID)
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "b.txt").symlink_to(tmp_path / "a.txt")
    (tmp_path / "link").symlink_to(tmp_path / "in")
    assert len(list(read_paths([str(tmp_path / "in" / "b.txt")]))) == 1
    (tmp_path / "in" / "c.txt").write_text(SAID)
    assert names(list(read_paths([str(tmp_path / "link")])), tmp_path) == ["link/c.txt"]
