"""How well the PDF reader gives back the text of articles that a browser printed, in one, two and three columns.

The example case as one long article is printed in each layout of benchmarks/layouts.py, each of its reports in one
layout of each number of columns; what comes out is compared with what was laid out. Needs chromium. A score is the mean
over what was printed.

    f1, N column     F1 over runs of four words
    paragraphs       F1 over whole paragraphs, white space aside
    boxes            share of lines whose characters, cut from the page at the line's box, are the words of the line

    python benchmarks/tasks/pdf_text.py [--gold FOLDER] [--keep FOLDER]     a line a layout, and the articles that lost

FOLDER holds gold.jsonl with `gold_text` in place of the example case, as news/html of the shared data does.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from benchmarks.chromium import Chromium, find_chromium
from benchmarks.layouts import LAYOUTS, Article, Layout
from benchmarks.task import PROJECT, Run, Score, Task
from sayso.errors import SaysoError
from sayso.read import Original, Read, read_original
from sayso.values.report import Report

GOLD: Final = "examples/tarn-bridge/gold"
WORD: Final = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Printed:
    """An article as printed, and what was read from it."""

    layout: Layout
    article: Article
    wanted: str
    report: Report
    data: bytes


def own_articles(folder: Path) -> list[Article]:
    """The reports of a case's gold, and one long article of them all."""
    lines = (folder / "reports.jsonl").read_text(encoding="utf-8").splitlines()
    found = [
        Article.of(record["title"], (folder / "reports" / f"{record['id']}.txt").read_text(encoding="utf-8"))
        for record in map(json.loads, lines)
    ]
    whole = tuple(part for article in found for part in article.paragraphs)
    return [*found, Article("All that was written about the camp", whole)]


def other_articles(folder: Path) -> list[Article]:
    """Those of a gold.jsonl that have the whole text; the first words stand for a title."""
    records = map(json.loads, (folder / "gold.jsonl").read_text(encoding="utf-8").splitlines())
    texts = [record["gold_text"] for record in records if record.get("gold_text", "").strip()]
    return [Article.of(f"Number {number}: " + " ".join(text.split()[:7]), text) for number, text in enumerate(texts)]


def printed(pairs: Iterator[tuple[Layout, Article]]) -> Iterator[Printed]:
    """Print each pair and read it. Raises SaysoError where there is no browser, or a PDF gives no report."""
    with Chromium() as browser:
        for layout, article in pairs:
            page, wanted = layout.page(article)
            data = browser.print(page, **layout.options)
            found = next(iter(read_original(Original(f"{layout.name}.pdf", data=data))))
            if not isinstance(found, Read):
                raise SaysoError(f"{layout.name}, {article.title}: {found}")
            yield Printed(layout, article, wanted, found.report, data)


def own_pairs(folder: Path) -> Iterator[tuple[Layout, Article]]:
    """What is printed of the example case."""
    *articles, whole = own_articles(folder)
    yield from ((layout, whole) for layout in LAYOUTS)
    yield from in_turn(articles)


def in_turn(articles: list[Article]) -> Iterator[tuple[Layout, Article]]:
    """Each article in one layout of each number of columns."""
    for columns in (1, 2, 3):
        layouts = [layout for layout in LAYOUTS if layout.columns == columns]
        for number, article in enumerate(articles):
            yield layouts[number % len(layouts)], article


def f1(have: Counter[Any], want: Counter[Any]) -> float:
    """F1 of two bags."""
    return 2 * (have & want).total() / max(1, have.total() + want.total())


def runs_f1(text: str, wanted: str) -> float:
    """F1 over runs of four words."""

    def runs(words: list[str]) -> Counter[tuple[str, ...]]:
        return Counter(zip(words, words[1:], words[2:], words[3:], strict=False))

    return f1(runs(WORD.findall(text)), runs(WORD.findall(wanted)))


def paragraphs_f1(text: str, wanted: str) -> float:
    """F1 over whole paragraphs, by their words."""

    def bag(whole: str) -> Counter[str]:
        return Counter(" ".join(WORD.findall(part)) for part in whole.split("\n\n"))

    return f1(bag(text), bag(wanted))


def boxes_right(report: Report, data: bytes) -> float:
    """The share of lines whose letters are those that PDFium cuts from the page along the middle of the line's box.

    Letters may come with it where something reaches into the box, as a drop cap does into its second line's.
    """
    import pypdfium2

    document = pypdfium2.PdfDocument(data)
    right = 0
    textpages = [document[number].get_textpage() for number in range(len(document))]
    for start, length, page, *box in report.boxes:
        left, bottom, right_, top = box
        middle = (top - bottom) * 0.3
        cut = textpages[page].get_text_bounded(left - 1, bottom + middle, right_ + 1, top - middle)
        right += letters(report.text[start : start + length]) in letters(cut)
    for textpage in textpages:
        textpage.close()
    document.close()
    return right / max(1, len(report.boxes))


def letters(text: str) -> str:
    """The letters and digits alone."""
    return "".join(character for character in text if character.isalnum())


def measure(run: Run) -> Iterator[Score]:
    """See the module."""
    if find_chromium() is None:
        raise SaysoError("no chromium here; install it (Debian: chromium, fonts-dejavu-core)")
    yield from scores(list(printed(own_pairs(run.gold))))


def scores(found: list[Printed]) -> Iterator[Score]:
    """The table's rows."""
    by_columns: dict[int, list[Printed]] = defaultdict(list)
    for one in found:
        by_columns[one.layout.columns].append(one)
    names = {1: "one column", 2: "two columns", 3: "three columns"}
    for columns, held in sorted(by_columns.items()):
        yield Score(f"f1, {names[columns]}", _mean([runs_f1(one.report.text, one.wanted) for one in held]))
    yield Score("paragraphs", _mean([paragraphs_f1(one.report.text, one.wanted) for one in found]))
    yield Score("boxes", _mean([boxes_right(one.report, one.data) for one in found]))


def _mean(values: list[float]) -> float:
    return round(100 * sum(values) / max(1, len(values)), 1)


TASK = Task("pdf", GOLD, measure, own=True, needs=("reports.jsonl", "reports"))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--gold", type=Path, help="a folder with gold.jsonl")
    parser.add_argument("--keep", type=Path, help="write the PDFs and both texts there")
    parser.add_argument("--only", default="", help="layouts, by name")
    options = parser.parse_args()
    pairs = in_turn(other_articles(options.gold)) if options.gold else own_pairs(PROJECT / GOLD)
    wanted = {name for name in options.only.split(",") if name}
    found = list(printed(pair for pair in pairs if not wanted or pair[0].name in wanted))
    by_layout: dict[str, list[Printed]] = defaultdict(list)
    for one in found:
        by_layout[one.layout.name].append(one)
    for name, held in by_layout.items():
        values = [
            _mean([measured(one.report.text, one.wanted) for one in held]) for measured in (runs_f1, paragraphs_f1)
        ]
        values.append(_mean([boxes_right(one.report, one.data) for one in held]))
        print(f"{name:10} runs {values[0]:5.1f}  paragraphs {values[1]:5.1f}  boxes {values[2]:5.1f}")
        for one in held:
            if (value := runs_f1(one.report.text, one.wanted)) < 0.99:
                print(f"    {value:.3f}  {one.article.title}", file=sys.stderr)
    for score in scores(found):
        print(f"{score.measure}: {score.value}")
    if options.keep:
        options.keep.mkdir(parents=True, exist_ok=True)
        for number, one in enumerate(found):
            stem = options.keep / f"{number:03}-{one.layout.name.replace(' ', '-')}"
            stem.with_suffix(".pdf").write_bytes(one.data)
            stem.with_suffix(".wanted.txt").write_text(one.wanted, encoding="utf-8")
            stem.with_suffix(".text.txt").write_text(one.report.text, encoding="utf-8")


if __name__ == "__main__":
    main()
