"""Which reports share text: copies, trimmed and edited ones, and single passages.

Two reports are a copy if half or more of the own words of the shorter one stand in both, word for word in runs of eight
or more (quotations are nobody's own); partial from 0.15 on. Stock text of an outlet, in five or more of its
reports, is not counted. The first is the one that was published earlier, or that the other credits.
"""

from __future__ import annotations

import itertools
from dataclasses import asdict
from typing import Any

import click

from sayso.case import Case
from sayso.cli.looking import look_and_keep, mask_option
from sayso.cli.options import Narrowing, argument, case_argument, define, ids_option, json_option, narrowing_options
from sayso.cli.printing import filters_of, print_json, report_called, tell, where
from sayso.text.printable import safe
from sayso.values.case import ReportRow
from sayso.values.copies import COPY_LABELS, Copied

EXAMPLES = """
sayso copies matter.sayso
sayso copies matter.sayso --least copy
sayso copies matter.sayso reports/a.txt
"""
SHOWN = 3  # passages of a pair
LONGEST = 300  # characters of a passage


@define(__doc__, EXAMPLES)
@case_argument
@mask_option
@argument("report", "REPORT", "only what it shares with others: its id, the head of it, or its path", required=False)
@json_option
@ids_option
@click.option("--least", type=click.Choice(COPY_LABELS), default="partial", help="how much is shared (default partial)")
@click.option("--limit", "most", metavar="N", type=click.IntRange(1), help="so many pairs")
@narrowing_options
def command(
    case: str, report: str | None, as_json: bool, ids: bool, least: str, most: int | None, narrowing: Narrowing
) -> int:
    """Print the pairs, those that share most first."""
    with look_and_keep(case) as opened:
        of = None if report is None else report_called(opened, report)
        pairs = opened.copies(of, filters_of(opened, narrowing), least=least)
        for found in itertools.islice(pairs, most):
            print_json(_as_dict(found)) if as_json else print(_lines(opened, found, ids) + "\n")
        if not pairs:
            less = "" if least == "passage" else "; --least passage also shows single passages"
            tell(f"no two of these reports share so much text{less}")
    tell(f"{len(pairs)} pairs")
    return 0


def _as_dict(found: Copied) -> dict[str, Any]:
    """A pair as JSON; what is empty is absent."""
    out = {**asdict(found.copy), "words": found.words}
    return {key: value for key, value in out.items() if value not in (None, (), "")}


def _lines(case: Case, found: Copied, ids: bool) -> str:
    """A pair for people: how much is shared, both reports, which was first, and the longest passages."""
    copy = found.copy
    lines = [f"{copy.label}  {copy.score:.0%}, {found.words} words"]
    for row in (found.a, found.b):
        first = f"  first, by {copy.because}" if copy.first == row.id else ""
        lines.append(f"    {_report(row)}{f'  id {row.id}' if ids else ''}{first}")
    if copy.agencies:
        lines.append(f"    both credit {safe(', '.join(copy.agencies))}")
    text = case.store.text(copy.a) or ""
    own = [passage for passage in copy.passages if not passage.stock]
    for passage in sorted(own, key=lambda one: -one.words)[:SHOWN]:
        words = " ".join(text[passage.start : passage.end].split())
        short = words if len(words) <= LONGEST else words[: LONGEST - 1] + "…"
        lines.append(f"    | {safe(short)}")
        lines.append(
            f"      {where(found.a, passage.start, passage.end)}  "
            f"{where(found.b, passage.other_start, passage.other_end)}  {passage.words} words"
        )
    if len(own) > SHOWN:
        lines.append(f"    and {len(own) - SHOWN} more; --json gives all")
    return "\n".join(lines)


def _report(row: ReportRow) -> str:
    """Date, outlet and title of a report."""
    return f"{row.day or 'no date'}  {safe(row.outlet or 'unknown outlet')}  {safe(row.title or '')}".rstrip()
