"""Two reports side by side: what both tell, which numbers agree or conflict, and what one of them tells alone.

Words of a passage that are only in the second report stand in {+ +}, words that are only in the first in [- -]. Of the
numbers, those are told that most likely count the same thing; which of two is true is never told. Below stands what
both tell, with how the claims stand to each other, and last who is quoted or named, which dates and which numbers there
are in one report alone.
"""

from __future__ import annotations

import difflib
import itertools
import re
from collections.abc import Iterator
from dataclasses import asdict

import click

from sayso.cli.looking import look_at, mask_option
from sayso.cli.options import argument, case_argument, define, json_option
from sayso.cli.printing import print_json, report_called, where
from sayso.text.printable import safe
from sayso.values.accounts import AccountShown
from sayso.values.beside import OnlyIn, SideBySide
from sayso.values.case import ReportRow
from sayso.values.copies import SharedPassage
from sayso.values.findings import Quantity
from sayso.values.numbers import NumberPair
from sayso.views.accounts import account_lines, shown_dict

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
        for account in found.told:
            print("\n" + "\n".join(_told_lines(account)))
        for side, row in zip(found.only, (found.one, found.other), strict=True):
            for line in _only_lines(side, row):
                print(line)
    return 0


def _as_dict(found: SideBySide) -> dict[str, object]:
    """All that was found of both, as JSON; what is empty is absent."""
    numbers = [{**asdict(pair.tie), "one": _number(pair, found.one), "other": _number(pair, found.other, other=True)}
               for pair in found.numbers]  # fmt: skip
    out = {"a": found.one.id, "b": found.other.id, "label": found.label, "score": found.score,
           "passages": [asdict(passage) for passage in found.passages], "numbers": numbers,
           "told": [_told_dict(one) for one in found.told],
           "only": [_only_dict(one) for one in found.only]}  # fmt: skip
    return {key: value for key, value in out.items() if value not in (None, [])}


def _told_dict(account: AccountShown) -> dict[str, object]:
    """The claims of an account in words, and their ties; it is one of these two reports alone, and has no id."""
    held = shown_dict(account)
    return {"claims": held["told"], "ties": held["ties"]}


def _only_dict(only: OnlyIn) -> dict[str, object]:
    """What one report tells alone, with the places of dates and numbers."""
    out = {"report": only.report, "quoted": list(only.quoted), "named": list(only.named),
           "dates": [{"start": span.start, "end": span.end, "text": span.text} for span in only.dates],
           "numbers": [_counted(number) for number in only.numbers]}  # fmt: skip
    return {key: value for key, value in out.items() if value}


def _number(pair: NumberPair, row: ReportRow, *, other: bool = False) -> dict[str, object]:
    return {"report": row.id} | _counted(pair.other if other else pair.one)


def _counted(quantity: Quantity) -> dict[str, object]:
    """A number with its place and what it counts; what is not known is absent."""
    out = {"start": quantity.span.start, "end": quantity.span.end, "text": quantity.span.text,
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


def _told_lines(account: AccountShown) -> Iterator[str]:
    """What both tell: each claim, then how they stand to each other."""
    yield "told by both:"
    yield from itertools.islice(account_lines(account), 1, None)


def _only_lines(only: OnlyIn, row: ReportRow) -> Iterator[str]:
    """What one report tells alone; nothing where it tells nothing alone."""
    numbers = [number.span.text + (f" {number.counts.text}" if number.counts else "") for number in only.numbers]
    kinds = {"quoted": only.quoted, "named": only.named, "dates": [span.text for span in only.dates],
             "numbers": numbers}  # fmt: skip
    if any(kinds.values()):
        yield f"\nonly in {safe(row.path)}"
    for kind, held in kinds.items():
        if held:
            yield f"    {kind}: {safe(', '.join(' '.join(one.split()) for one in held))}"


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
