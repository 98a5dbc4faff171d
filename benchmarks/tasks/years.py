"""Years that no sentence tells: of each date of real news without a year in its sentence, where its year comes from.

Only when named, for it has no gold. Of 500 reports the dates are told apart by reason:

    published   reckoned from the day of publication
    dateline    the year of the dateline
    clause      the year of a date before it in its sentence
    relative    it names no month: a clock, "the 13th", "three years later" follow the day told before them
    history     the year told last, ten and more years before publication
    open        none: the value says XXXX
    borrowed    the year of another sentence otherwise: there must be none
    after       told as done, yet of a day after its report: there must be none

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
from sayso.text.credits import of_text
from sayso.text.sentences import sentence_spans
from sayso.values.findings import Time
from sayso.values.report import Report

REPORTS: Final = 500
LONG_AGO_YEARS: Final = 10  # before publication that a year lies which the dates behind it may take
REASONS: Final = ("published", "dateline", "clause", "relative", "history", "open", "borrowed", "after")
NEVER: Final = ("borrowed", "after")


def reasons(report: Report, times: tuple[Time, ...]) -> Iterator[tuple[Time, str]]:
    """Each time with days, or open, whose year its sentence does not write, with where its year comes from.

    >>> report = Report.of("It fell in 1998. It rained on June 3.", published="2031-06-10", published_from="user")
    >>> [(time.span.text, time.value, reason) for time, reason in reasons(report, find_times(report))]
    [('June 3', '2031-06-03', 'published')]
    """
    text = report.text
    sentences = sentence_spans(text, None, load_language("en").text.sentences)
    by_id = {time.id: time for time in times}
    dateline = report.dateline or of_text(text, load_language("en").text.credits).dateline
    for time in times:
        if time.type not in ("DATE", "TIME") or time.value.endswith("_REF"):
            continue
        start, end = next(((a, b) for a, b in sentences if a <= time.span.start < b), (0, len(text)))
        if time.value[:4] in text[start:end]:
            continue
        if time.value.startswith("X"):
            yield time, "open"
        elif time.anchor in by_id:
            told = by_id[time.anchor]
            told_here = start <= told.span.start < end
            if dateline is not None and dateline.start <= told.span.start < dateline.end:
                yield time, "dateline"
            elif told_here or not _names_month(time.span.text):
                yield time, "clause" if told_here else "relative"
            else:
                yield time, "history" if _long_ago(report, told) else "borrowed"
        elif time.anchor == "published":
            yield time, "after" if _after(report, time, text[start:end], time.span.start - start) else "published"


def _after(report: Report, time: Time, sentence: str, at: int) -> bool:
    """Whether a day with a month is told as done by the word before it, and comes after the report was printed."""
    words = load_language("en").times
    assert words is not None
    if time.earliest is None or time.earliest <= (report.published or "9999")[:10] or not _names_month(time.span.text):
        return False
    led = [m.group() for m in words.tense_word.finditer(sentence[:at].lower())][-3:]
    return bool(led) and led[-1] in words.past and not any(word in words.future for word in led)


def _long_ago(report: Report, told: Time) -> bool:
    """Whether what a date takes its year from lies so far back that the text is one of history there."""
    return report.published is None or int(report.published[:4]) - int(told.value[:4]) >= LONG_AGO_YEARS


def _names_month(written: str) -> bool:
    words = load_language("en").times
    assert words is not None
    return any(words.words.get(word, ("",))[0].startswith("month") for word in re.findall(r"[a-z]+", written.lower()))


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
        yield Score(reason, float(found[reason]), less=reason in NEVER)


TASK: Final = Task("years", "news", measure, asked=True, needs=("README.md",))

if __name__ == "__main__":
    for its_report, its_time, its_reason in listed(Path(sys.argv[1])):
        print(its_reason, its_time.value, repr(its_time.span.text), its_report.published, sep="\t")
