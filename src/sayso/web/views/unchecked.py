"""The queue of statements that nobody has checked: those first of which the program is least sure.

How sure it is stays hidden until a statement is judged, and what was judged is not asked again.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import islice
from typing import Any, Final

from markupsafe import Markup

from sayso.case import Case
from sayso.store.effects import CORRECTABLE
from sayso.store.judging import in_force
from sayso.values.case import ReportRow, Said, Statement
from sayso.values.rows import RowQuery
from sayso.views.columns import STATEMENTS
from sayso.web.drawing import marked_at
from sayso.web.shown import Looking, Shown
from sayso.web.views.reports import outlets

CHECKED: Final = 1.0  # the score of what a person has accepted
UNCHECKED: Final = RowQuery("statements", less=("score", CHECKED), rising="score")
COLUMNS: Final = [column for column in STATEMENTS if column.name != "score"]
AROUND: Final = 600  # characters that are shown before and behind a statement, at most to the ends of its paragraph
PARTS: Final = (("source", "b"), ("cue", "i"), ("content", "mark"))
Pair = tuple[ReportRow, Statement]


def show(looking: Looking) -> Shown:
    """The next statement to check, with the words around it."""
    filters = looking.filters()
    # accepted ones have another score and rejected ones are in no list: only the corrected ones must be passed over
    corrected = looking.quick("corrected", lambda: _corrected(looking.case))
    total = looking.quick(
        ("unchecked", filters),
        lambda: looking.case.store.count_rows(UNCHECKED, filters) - sum(filters.hold(row) for row, _ in corrected),
    )
    passed = {statement.id for _, statement in corrected}

    def part(limit: int | None, skip: int) -> Iterable[Said]:
        most = None if limit is None else skip + limit + len(passed)
        found = looking.case.store.find_rows(UNCHECKED, filters, limit=most)
        left = (Said(row, statement) for row, statement in found if statement.id not in passed)
        return list(islice(left, skip, None if limit is None else skip + limit))

    sheet = looking.sheet(
        "statements", "Statements to check", COLUMNS, total, part, chosen="how unsure the program is", per=10
    )
    skip = looking.words("skip")
    at = min(int(skip[:9]), total - 1) if skip.isdecimal() and total else 0
    said = next(iter(part(1, at)), None) if total else None
    context = {"said": said, "at": at, "outlets": outlets(looking), "correctable": CORRECTABLE["attributions"]}
    return Shown("Check statements", "unchecked.html", (sheet,), context=context | _around(looking, said))


def said_score(case: Case, subjects: Sequence[str]) -> float | None:
    """How sure the program is of a statement; None for one that a rule alone has found, and for anything else."""
    rows = case.store.rows("statements", subjects[0].partition("/")[0]) if len(subjects) == 1 else []
    return next((row.score for row in rows if row.id == subjects[0]), None)


def _corrected(case: Case) -> list[Pair]:
    """The statements in whose stead a person has told what is right, without accepting them too."""
    found: dict[str, Pair] = {}
    for judgement in in_force(case.judgements()):
        for thing in case.meant(judgement) if judgement.verb == "correct" else ():
            report = (thing or "").partition("/")[0]
            row = case.store.find(report) if report else None
            if row is None or row.erased:
                continue
            about = {claim.id: claim.about for claim in case.store.reading(report).claims}.get(thing or "", thing)
            for statement in case.store.rows("statements", report):
                if statement.id == about and statement.score != CHECKED:
                    found[statement.id] = (row, statement)
    return list(found.values())


def _around(looking: Looking, said: Said | None) -> dict[str, Any]:
    """The paragraph of a statement with who says it, by which words, and what, marked; cut where it is long."""
    if said is None:
        return {"words": Markup(""), "cut": (False, False)}
    reading = looking.reading(said.report.id)
    text = reading.report.text
    attribution = next(one for one in reading.attributions if one.id == said.statement.id)
    spans = [span for name, _ in PARTS for span in getattr(attribution, name)]
    first, last = min(span.start for span in spans), max(span.end for span in spans)
    start = max(text.rfind("\n", 0, first) + 1, first - AROUND)
    end = text.find("\n", last)
    end = min(len(text) if end < 0 else end, last + AROUND)
    if start > 0 and text[start - 1] != "\n":  # no word is cut
        start = min(text.find(" ", start) + 1 or first, first)
    if end < len(text) and text[end] != "\n":
        end = max(text.rfind(" ", last, end), last)
    places = [(span.start - start, span.end - start, tag) for name, tag in PARTS for span in getattr(attribution, name)]
    cut = start > 0 and text[start - 1] != "\n", end < len(text) and text[end] != "\n"
    return {"words": marked_at(text[start:end], places), "cut": cut}
