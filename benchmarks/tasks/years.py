"""Years that no sentence tells: of each date of real news without a year in its sentence, where its year comes from.

Only when named, for it has no gold. Of 500 reports the dates are told apart by reason:

    published   reckoned from the day of publication
    clause      the year of a date before it in its sentence
    relative    it names no month: a clock, "the 13th", "three years later" follow the day told before them
    history     the year told last, in a text that mostly tells of years long past
    open        none: the value says XXXX
    borrowed    the year of another sentence, in a text that is no history: there must be none

`python -m benchmarks.tasks.years FOLDER` prints each of them with its reason.
"""

from __future__ import annotations

import gzip
import itertools
import json
import re
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from benchmarks.task import Record, Run, Score, Task
from sayso.extract.times import find_times
from sayso.lang import load_language
from sayso.text.sentences import sentence_spans
from sayso.values.findings import Time
from sayso.values.report import Report

REPORTS: Final = 500
HISTORY_SHARE: Final = 0.6  # of the years that a text states, those two and more years from its publication
HISTORY_YEARS: Final = 5
REASONS: Final = ("published", "clause", "relative", "history", "open", "borrowed")


def reasons(report: Report, times: tuple[Time, ...]) -> Iterator[tuple[Time, str]]:
    """Each time with days, or open, whose year its sentence does not write, with where its year comes from.

    >>> report = Report.of("It fell in 1998. It rained on June 3.", published="2031-06-10", published_from="user")
    >>> [(time.span.text, time.value, reason) for time, reason in reasons(report, find_times(report))]
    [('June 3', '2031-06-03', 'published')]
    """
    text = report.text
    sentences = sentence_spans(text, None, load_language("en").text.sentences)
    by_id = {time.id: time for time in times}
    history = _is_history(report, times)
    for time in times:
        if time.type not in ("DATE", "TIME") or time.value.endswith("_REF"):
            continue
        start, end = next(((a, b) for a, b in sentences if a <= time.span.start < b), (0, len(text)))
        if time.value[:4] in text[start:end]:
            continue
        if time.value.startswith("X"):
            yield time, "open"
        elif time.anchor in by_id:
            told_here = start <= by_id[time.anchor].span.start < end
            if told_here or not _names_month(time.span.text):
                yield time, "clause" if told_here else "relative"
            else:
                yield time, "history" if history else "borrowed"
        elif time.anchor == "published":
            yield time, "published"


def _names_month(written: str) -> bool:
    words = load_language("en").times
    assert words is not None
    return any(words.words.get(word, ("",))[0].startswith("month") for word in re.findall(r"[a-z]+", written.lower()))


def _is_history(report: Report, times: tuple[Time, ...]) -> bool:
    years = [int(t.value[:4]) for t in times if t.anchor == "stated" and t.value[:4].isdigit()]
    if report.published is None:
        return len(years) >= HISTORY_YEARS
    far = sum(abs(int(report.published[:4]) - year) > 1 for year in years)
    return len(years) >= HISTORY_YEARS and far >= HISTORY_SHARE * len(years)


def news(folder: Path) -> Iterator[Record]:
    """The reports of a folder of gold that have a text and a date: *.jsonl and *.jsonl.gz, in order of name."""
    for path in sorted([*folder.rglob("*.jsonl"), *folder.rglob("*.jsonl.gz")]):
        data = path.read_bytes()
        plain = gzip.decompress(data) if path.suffix == ".gz" else data
        for line in plain.decode("utf-8").splitlines():
            record = json.loads(line)
            day = record.get("date") or record.get("date_est")
            if isinstance(record.get("text"), str) and day:
                yield {"text": record["text"], "published": day[:10]}


def listed(folder: Path, count: int = REPORTS) -> Iterator[tuple[Report, Time, str]]:
    """The times whose year no sentence writes, of every tenth report."""
    for record in itertools.islice(news(folder), 0, 10 * count, 10):
        report = Report.of(record["text"], published=record["published"], published_from="user")
        for time, reason in reasons(report, find_times(report)):
            yield report, time, reason


def measure(run: Run) -> Iterator[Score]:
    """How many of them have each reason."""
    found = Counter(reason for _, _, reason in listed(run.gold))
    for reason in REASONS:
        yield Score(reason, float(found[reason]), less=reason == "borrowed")


TASK: Final = Task("years", "news", measure, asked=True, needs=("README.md",))

if __name__ == "__main__":
    for its_report, its_time, its_reason in listed(Path(sys.argv[1])):
        print(its_reason, its_time.value, repr(its_time.span.text), its_report.published, sep="\t")
