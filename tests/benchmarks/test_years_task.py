"""The listing of years that no sentence tells: each has its reason, and none is borrowed in news."""

import os
from pathlib import Path

import pytest

from benchmarks.tasks.years import NEVER, REASONS, listed, reasons
from sayso.extract.times import find_times
from sayso.values.report import Report


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It fell in 1998. It rained on June 3.", [("June 3", "published")]),
        ("In June 2029 he came, and on July 3 he left.", []),
        ("The army took the town in 1998. It left on December 3.", [("December 3", "open")]),
        ("He was shot on May 2, 2029. Three months later he died.", [("Three months later", "relative")]),
        ("The raid of May 2, 2029 failed.", []),
        ("BARI, 9 NOV 99 -- It was calm in September.", [("September", "dateline")]),
        ("He was arrested on July 8.", [("July 8", "published")]),
        ("She lives in a house that was built in 1950, and speaks on Monday.", [("Monday", "published")]),
    ],
)
def test_a_year_that_no_sentence_tells_has_a_reason(text: str, expected: list[tuple[str, str]]) -> None:
    report = Report.of(text, published="2031-06-10", published_from="user")
    found = [(time.span.text, reason) for time, reason in reasons(report, find_times(report))]
    assert found == expected


DATA = os.environ.get("SAYSO_DATA")


@pytest.mark.skipif(not DATA, reason="SAYSO_DATA names no folder with news/")
def test_in_500_reports_no_year_is_borrowed_and_no_past_deed_comes_after_its_report() -> None:
    found = [(why, time.value, time.span.text, report.published) for report, time, why in listed(Path(f"{DATA}/news"))]
    assert len(found) > 1000 and {why for why, *_ in found} <= set(REASONS)
    assert [one for one in found if one[0] in NEVER] == []
