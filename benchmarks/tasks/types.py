"""Types: the PLOVER type of events in sentences of our own, of which neither lists nor head have seen any.

Gold: the kept third of tests/gold/types.

TYPEF1    F1 of types over the marked words; one that is no event of the program has none
LEXICON   the same of the lexicon alone
QUAD      share of the marked words of a type whose quad class is right
NONE      share of the marked words of no type that are given none
"""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Final

from benchmarks.gold_types import read_marked
from benchmarks.plover import f_score
from benchmarks.task import Run, Score, Task
from sayso.extract.events import kind_of_event, read_events
from sayso.lang import load_language
from sayso.nlp.parser import load_parser
from sayso.nlp.tagger import load_tagger
from sayso.nlp.tree import Tree
from sayso.values.report import Report
from sayso.values.terms import QUAD


def measure(gold: Path) -> dict[str, float]:
    """Every measure, in per cent."""
    language = load_language("en")
    kept = [one for one in read_marked(gold.read_text(encoding="utf-8")) if one.kept]
    texts = [one.text for one in kept]
    tally: Counter[str] = Counter()
    docs = load_parser(language.parser).pipe(texts)
    for one, doc, tagged in zip(kept, docs, load_tagger(language.model).tag(texts), strict=True):
        tree = Tree(doc, tagged, language.parsing)
        token_at = {start: i for i, start in enumerate(tree.start)}
        events = read_events(Report.of(one.text), tree, language, tagged)
        for start, end in one.spans:
            event = next((e for e in events if any(s.start < end and start < s.end for s in e.trigger)), None)
            found = event.type if event else None
            token = token_at.get(event.trigger[0].start) if event else None
            listed = kind_of_event(tree, language.events.kinds, token).type if token is not None else None
            for name, given in (("", found), ("lexicon ", listed)):
                tally[f"{name}made"] += given is not None
                tally[f"{name}right"] += given is not None and given == one.type
            if one.type is None:
                tally["none"] += 1
                tally["left"] += found is None
            else:
                tally["typed"] += 1
                tally["quad"] += event is not None and event.quad == QUAD[one.type]
    return {
        "TYPEF1": f_score(tally["right"], tally["made"], tally["typed"]),
        "LEXICON": f_score(tally["lexicon right"], tally["lexicon made"], tally["typed"]),
        "QUAD": 100 * tally["quad"] / tally["typed"],
        "NONE": 100 * tally["left"] / tally["none"],
    }


def scores(run: Run) -> list[Score]:
    """The same as lines of the table."""
    return [Score(name, round(value, 1)) for name, value in measure(run.gold).items()]


TASK: Final = Task("types", "tests/gold/types/types.txt", scores, own=True)
