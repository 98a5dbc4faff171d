"""Copies: which reports share text, and two reports side by side."""

from __future__ import annotations

import difflib
import re
from typing import Final

from markupsafe import Markup

from sayso.errors import UsageError
from sayso.values.copies import COPY_LABELS, SharedPassage
from sayso.values.findings import Quantity
from sayso.views.columns import COPIES
from sayso.web.drawing import plain
from sayso.web.shown import Looking, NotHere, Shown, fields
from sayso.web.views.reports import ID, outlets

WORD: Final = re.compile(r"\S+")
PASSAGES: Final = fields("start end other_start other_end words stock", start="integer", end="integer", words="integer")
NUMBERS: Final = fields("label because one other")


def show_all(looking: Looking) -> Shown:
    """The pairs of reports that share text."""
    least, filters = looking.choice("least", "partial", "copy", "passage"), looking.filters()
    report = looking.words("report") or None
    if report is not None and not ID.match(report):
        raise UsageError(f"report is {report!r}; expected an id of 16 hex digits")
    rows = looking.answer("copies", report, filters, least=least)
    sheet = looking.of_list("copies", "Pairs that share text", COPIES, rows, chosen="how much is shared")
    return Shown("Copies", "copies.html", (sheet,), context={"labels": COPY_LABELS[::-1], "outlets": outlets(looking)})


def side_by_side(looking: Looking) -> Shown:
    """Two reports: what they share word for word, and how their numbers stand."""
    ids = looking.parts["report"], looking.parts["other"]
    if not all(map(ID.match, ids)) or ids[0] == ids[1]:
        raise NotHere("Two different reports are compared, by their ids.")
    try:
        found = looking.case.compare(*ids)
    except KeyError as error:
        raise NotHere(f"There is no report {error.args[0]}.") from None
    texts = [looking.case.store.text(report) or "" for report in ids]
    passages = [
        {"start": one.start, "end": one.end, "other_start": one.other_start, "other_end": one.other_end,
         "words": one.words, "stock": one.stock, "marked": differences(texts[0], texts[1], one)}
        for one in found.passages
    ]  # fmt: skip
    numbers = [
        {"label": pair.tie.label, "because": pair.tie.because, "one": _told(pair.one), "other": _told(pair.other),
         "places": (pair.one.span, pair.other.span)}
        for pair in found.numbers
    ]  # fmt: skip
    return Shown(
        "Side by side", "compare.html",
        (
            looking.of_list("passages", "Shared passages", PASSAGES, passages, chosen="place in the first", most=200),
            looking.of_list("numbers", "Numbers that count the same thing", NUMBERS, numbers, chosen="place", most=200),
        ),
        about={"a": found.one.id, "b": found.other.id, "label": found.label, "score": found.score},
        context={"found": found},
    )  # fmt: skip


def _told(quantity: Quantity) -> str:
    return quantity.span.text + (f" {quantity.counts.text}" if quantity.counts else "")


def differences(one: str, other: str, passage: SharedPassage) -> Markup:
    """The words of a passage, those that stand in one text alone marked as taken out or put in."""
    return different_words(one[passage.start : passage.end], other[passage.other_start : passage.other_end])


def different_words(left_text: str, right_text: str) -> Markup:
    """The words of two texts as one, with what only the first has in <del>, what only the second has in <ins>.

    >>> different_words("about 3,400 members", "some 3,400 members")
    Markup('<del>about</del> <ins>some</ins> 3,400 members')
    """
    left, right = WORD.findall(left_text), WORD.findall(right_text)
    out: list[Markup] = []
    for kind, i, j, k, m in difflib.SequenceMatcher(None, left, right, autojunk=False).get_opcodes():
        if kind == "equal":
            out.append(Markup("{}").format(plain(" ".join(left[i:j]))))
            continue
        if j > i:
            out.append(Markup("<del>{}</del>").format(plain(" ".join(left[i:j]))))
        if m > k:
            out.append(Markup("<ins>{}</ins>").format(plain(" ".join(right[k:m]))))
    return Markup(" ").join(out)
