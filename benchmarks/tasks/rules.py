"""How often each named rule of attributions acts, on both sets of forms, the example case, PolNeAR, news.

One measure a rule and corpus: ``ID CORPUS``, the drafts that the rule made, changed or removed there. No number is
better than another, so none has a floor; a rule that acts nowhere is of no use.
"""

from __future__ import annotations

import gzip
import json
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import Final

from benchmarks import polnear
from benchmarks.task import PROJECT, Record, Run, Score, Task
from benchmarks.tasks import forms
from sayso.extract.attributions import RULES, Layout, Trace, drafts_before_scoring
from sayso.extract.zones import zones
from sayso.lang import load_language
from sayso.nlp.tagger import load_tagger
from sayso.values.report import Report

NEWS: Final = ("news/wikinews/*.jsonl*", "news/tehrantimes/*.jsonl*", "news/muc4/*.jsonl*")
MAX_NEWS_TEXTS: Final = 60  # of each file; 15 with --quick
MAX_QUICK_TEXTS: Final = 15
MAX_CHARACTERS: Final = 6000
CASE: Final = PROJECT / "examples" / "tarn-bridge" / "gold" / "reports"
OPEN_FORMS: Final = PROJECT / "tests" / "extract" / "attributions" / "forms.txt"
POLNEAR: Final = "attribution/polnear/dev"


def counts(texts: Iterable[str]) -> Counter[str]:
    """Id of a rule -> how many drafts it made, changed or removed in some texts."""
    english = load_language("en")
    tagger = load_tagger(english.model)
    total: Counter[str] = Counter()
    for text in texts:
        report, trace = Report.of(text), Trace()
        (tagged,) = tagger.tag([text])
        layout = Layout.of(text, english.text)
        drafts_before_scoring(report, tagged, zones(report, english), layout, english, trace)
        total.update(trace.counts)
    return total


def lines_of(path: Path) -> Iterator[Record]:
    """The objects of a file of JSON lines, packed or not."""
    with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as stream:
        for line in stream:
            if line.strip():
                yield json.loads(line)


def open_forms() -> Iterator[str]:
    """The texts of the cases beside the tests of attributions."""
    build = forms.gold_module("build_forms")
    for piece in build.split_cases(OPEN_FORMS.read_text(encoding="utf-8")):
        yield build.build_case(piece)["text"]


def corpora(run: Run) -> Iterator[tuple[str, Iterator[str]]]:
    """Name -> texts of each corpus that is there; those of the folder of gold only if it holds them."""
    yield "forms", (case["text"] for case in forms.load(PROJECT / "tests" / "gold" / "forms"))
    yield "open", open_forms()
    yield "case", (path.read_text(encoding="utf-8") for path in sorted(CASE.glob("*.txt")))
    folder = run.folder
    if folder is None:
        return
    if (folder / POLNEAR).is_dir():
        step = 5 if run.quick else 1
        yield "polnear", (document.text for document in polnear.load(folder / POLNEAR)[::step])
    most = MAX_QUICK_TEXTS if run.quick else MAX_NEWS_TEXTS
    paths = [path for pattern in NEWS for path in sorted(folder.glob(pattern))]
    if paths:
        lines = (line for path in paths for line in islice(lines_of(path), most))
        yield "news", (line["text"][:MAX_CHARACTERS] for line in lines if isinstance(line.get("text"), str))


def measure(run: Run) -> list[Score]:
    """Count on each corpus that is there."""
    found = {name: counts(texts) for name, texts in corpora(run)}
    return [Score(f"{rule} {name}", float(held[rule])) for rule in RULES for name, held in found.items()]


TASK: Final = Task("rules", "tests/gold/forms", measure, own=True, asked=True)
