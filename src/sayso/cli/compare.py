"""Two reports side by side: what they share word for word, and which numbers agree or conflict.

Words of a passage that are only in the second report stand in {+ +}, words that are only in the first in [- -]. Of the
numbers, those are told that most likely count the same thing; which of two is true is never told.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator
from dataclasses import asdict

import click

from sayso.cli.looking import look_at, mask_option
from sayso.cli.options import argument, case_argument, define, json_option
from sayso.cli.printing import print_json, report_called, where
from sayso.text.printable import safe
from sayso.values.case import ReportRow
from sayso.values.copies import SharedPassage, SideBySide
from sayso.values.numbers import NumberPair

EXAMPLES = """
sayso compare matter.sayso reports/a.txt reports/b.txt
sayso compare matter.sayso 4cd622bb 97af9083 --json
"""
WORD = re.compile(r"\S+")


@define(__doc__, EXAMPLES)
@case_argument
@mask_option
@argument("report", "REPORT", "its id, the head of it, or its path", required=True)
@argument("other", "REPORT", "the other one", required=True)
@json_option
def command(case: str, report: str, other: str, as_json: bool) -> int:
    """Print both heads, the shared passages and the numbers."""
    with look_at(case) as opened:
        ids = report_called(opened, report), report_called(opened, other)
        if ids[0] == ids[1]:
            raise click.UsageError("both are the same report")
        found = opened.compare(*ids)
        if as_json:
            print_json(_as_dict(found))
            return 0
        texts = [opened.reading(report_id).report.text for report_id in ids]
        for row in (found.one, found.other):
            print(f"{row.day or 'no date'}  {safe(row.outlet or 'unknown outlet')}  {safe(row.title or '')}".rstrip())
        print(f"\n{found.label}: {found.score:.0%}" if found.label else "\nno shared text of eight words or more")
        for passage in found.passages:
            print(f"    {_marked(texts[0], texts[1], passage)}")
            print(f"    {where(found.one, passage.start, passage.end)}"
                  f"  {where(found.other, passage.other_start, passage.other_end)}\n")  # fmt: skip
        print("\n".join(_number_lines(found)) or "no numbers that plainly count the same thing")
    return 0


def _as_dict(found: SideBySide) -> dict[str, object]:
    """Both reports' ids, label, passages and numbers as JSON; what is empty is absent."""
    numbers = [{**asdict(pair.tie), "one": _number(pair, found.one), "other": _number(pair, found.other, other=True)}
               for pair in found.numbers]  # fmt: skip
    out = {"a": found.one.id, "b": found.other.id, "label": found.label, "score": found.score,
           "passages": [asdict(passage) for passage in found.passages], "numbers": numbers}  # fmt: skip
    return {key: value for key, value in out.items() if value not in (None, [])}


def _number(pair: NumberPair, row: ReportRow, *, other: bool = False) -> dict[str, object]:
    quantity = pair.other if other else pair.one
    out = {"report": row.id, "start": quantity.span.start, "end": quantity.span.end, "text": quantity.span.text,
           "value": quantity.value, "low": quantity.low, "high": quantity.high, "unit": quantity.unit,
           "counts": quantity.counts.text if quantity.counts else None}  # fmt: skip
    return {key: value for key, value in out.items() if value is not None}


def _number_lines(found: SideBySide) -> Iterator[str]:
    """A line for each pair of numbers: how they stand, both, and their places."""
    for pair in found.numbers:
        both = []
        for quantity, row in ((pair.one, found.one), (pair.other, found.other)):
            counts = f" {quantity.counts.text}" if quantity.counts else ""
            both.append(f"{safe(quantity.span.text + counts)} ({where(row, quantity.span.start, quantity.span.end)})")
        because = "" if pair.tie.because in ("same number", "numbers") else f", {pair.tie.because}"
        yield f"{pair.tie.label}{because}: {' | '.join(both)}"


def _marked(one: str, other: str, passage: SharedPassage) -> str:
    """The words of a passage, with those that are in one text alone in marks."""
    left = WORD.findall(one[passage.start : passage.end])
    right = WORD.findall(other[passage.other_start : passage.other_end])
    out: list[str] = []
    for kind, i, j, k, m in difflib.SequenceMatcher(None, left, right, autojunk=False).get_opcodes():
        if kind == "equal":
            out += left[i:j]
            continue
        out += [f"[-{' '.join(left[i:j])}-]"] if j > i else []
        out += [f"{{+{' '.join(right[k:m])}+}}"] if m > k else []
    return safe(" ".join(out))
