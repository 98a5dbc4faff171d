"""The example case in its other forms says the same as its originals, and its script makes the same bytes."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from sayso.read import HintSource, LeftOut, Read, read_paths
from sayso.read.hints import read_meta
from sayso.values.report import Report

ROOT = Path(__file__).resolve().parents[2]
CASE = ROOT / "examples" / "tarn-bridge"

FORMS = {
    "1-ostrany-herald.txt": "1-ostrany-herald.pdf",
    "2-velmar-courier.txt": "2-5-velmar-courier.rss!/1",
    "3-isles-broadcasting.html": "3-6-isles-broadcasting.warc.gz!@653",
    "4-front-bulletin.txt": "4-front-bulletin.eml",
    "5-velmar-courier.jsonl:1": "2-5-velmar-courier.rss!/2",
    "6-isles-broadcasting.html": "3-6-isles-broadcasting.warc.gz!@4766",
    "7-ostrany-herald.txt": "7-ostrany-herald.pdf",
    "8-interview.txt": "8-lower-tarn-lantern.json!/1",
}


def reports(folder: str, left: list[LeftOut] | None = None) -> dict[str, Report]:
    hints = HintSource(rows=read_meta(CASE / folder / "meta.csv"), file=str(CASE / folder / "meta.csv"))
    say = left.append if left is not None else None
    found = list(read_paths([str(CASE / folder)], hints=hints, on_left_out=say))
    assert all(isinstance(f, Read) for f in found), found
    return {f.report.paths[0].partition(f"{folder}/")[2]: f.report for f in found if isinstance(f, Read)}


def paragraphs(text: str) -> list[str]:
    return [" ".join(part.split()) for part in re.split(r"\n\s*\n", text) if part.strip()]


@pytest.fixture(scope="module")
def both() -> tuple[dict[str, Report], dict[str, Report]]:
    return reports("originals"), reports("other-forms")


def test_the_script_makes_what_lies_there() -> None:
    from example_originals import OUT, build

    assert {path.name: path.read_bytes() for path in OUT.iterdir()} == build()


def test_each_report_is_there_once(both: tuple[dict[str, Report], dict[str, Report]]) -> None:
    assert [*both[0]] == [*FORMS] and sorted(both[1]) == sorted(FORMS.values())


@pytest.mark.parametrize("name", FORMS)
def test_a_report_in_another_form_says_the_same(both: tuple[dict[str, Report], dict[str, Report]], name: str) -> None:
    first, other = both[0][name], both[1][FORMS[name]]
    found = paragraphs(other.text)
    if FORMS[name].endswith(".pdf"):  # a page has its title on it
        assert found.pop(0) == other.title
    assert found == paragraphs(first.text)
    assert (other.outlet, other.title, (other.published or "")[:10]) == (
        first.outlet, first.title, (first.published or "")[:10],
    )  # fmt: skip
    assert [credit.agency for credit in other.credits] == [credit.agency for credit in first.credits]
    assert (other.dateline and other.dateline.text) == (first.dateline and first.dateline.text)
    assert first.url is None or other.url == first.url


def test_what_is_no_report_in_them_is_told() -> None:
    left: list[LeftOut] = []
    reports("other-forms", left)
    assert [found.path.rpartition("/other-forms/")[2] for found in left] == [
        "3-6-isles-broadcasting.warc.gz", "4-front-bulletin.eml!/masthead.png",
    ]  # fmt: skip
