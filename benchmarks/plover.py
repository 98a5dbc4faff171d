"""PLOVER's gold records: who did what to whom, of which type, in a sentence; as the program reads them, and in folds.

The lexicon and the rules were mended on these very records, so that a figure on them is one on text that tuned them.
Two figures are honest; both put the records in five folds, each read without what it may have shaped:

FOLDED   the lists alone, without the entries whose words no record of the other folds holds, and without what is made
         of such a word or it of that. The rules stay.
UNSEEN   without every word of every list that any record of the fold holds, common ones as well ("meet", "attack"),
         and the kin of these; so no list, family or rule speaks. Types come from the head alone
         (`sayso.extract.events.learned`), fitted for each fold without its records (training/events/type_head.py): what
         it learned of the lexicon lacked the same words.

Which of a record's events are coded, and whom they meet, is told by rules that saw all records (`extract/events/rows`):
UNSEEN's DYAD is flattered by these.
"""

from __future__ import annotations

import copy
import hashlib
import json
import math
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import fields, replace
from pathlib import Path
from typing import Final

from benchmarks.task import PROJECT, Record
from sayso.extract.events import TypeHead, load_types, plover_row, read_events, read_types, relatives
from sayso.extract.factuality import judge_events
from sayso.lang import Language, load_language
from sayso.lang.needs.events import KindWords
from sayso.nlp.parser import load_parser
from sayso.nlp.tagger import Tagged, load_tagger
from sayso.nlp.tree import Tree
from sayso.values.report import Report

FOLDS: Final = 5
HEADS: Final = PROJECT / "training/events/folds.npz"
# Lists of KindWords that are small words of the language, prepositions and endings: they tell no type.
SMALL: Final = frozenset({"of", "under", "inside", "yielded", "nature_by", "shares", "plural"})


def f_score(hits: int, predicted: int, gold: int) -> float:
    """F1 in per cent."""
    return 200 * hits / (predicted + gold) if predicted + gold else 0.0


def fold_of(text: str) -> int:
    """The fold of a record."""
    return int(hashlib.sha1(text.encode(), usedforsecurity=False).hexdigest(), 16) % FOLDS


def measure_plover(path: Path) -> dict[str, float]:
    """TYPEF1 and DYAD, whole and in both kinds of folds; where a record has no span for a side, any will do."""
    records = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    language = load_language("en")
    trees = [Tree(doc) for doc in load_parser(language.parser).pipe(record["text"] for record in records)]
    tagged = load_tagger(language.model).tag([record["text"] for record in records])
    words = [{*tree.lemma, *tree.lower} for tree in trees]
    head = load_types(language.model)
    quiet = copy.copy(head)
    quiet.sure = math.inf
    kinds = language.events.kinds
    tallies: dict[str, Counter[str]] = {name: Counter() for name in ("", " FOLDED", " UNSEEN")}
    for fold in range(FOLDS):
        mine = [i for i, record in enumerate(records) if fold_of(record["text"]) == fold]
        others = [words[i] for i in range(len(records)) if i not in mine]
        own = [words[i] for i in mine]
        readers = {
            "": (language, head),
            " FOLDED": (with_kinds(language, kinds.without(seen_only(kinds, others, own))), quiet),
            " UNSEEN": (with_kinds(language, without_words(kinds, own)), read_types(HEADS, f" {fold}")),
        }
        for name, (reader, learned) in readers.items():
            for i in mine:
                tallies[name].update(plover_tally(records[i], trees[i], tagged[i], reader, learned))
    out = {}
    for name, tally in tallies.items():
        out[f"TYPEF1{name}"] = f_score(tally["right"], tally["types"], tally["records"])
        out[f"DYAD{name}"] = 100 * tally["dyads"] / tally["records"]
    return out


def with_kinds(language: Language, kinds: KindWords) -> Language:
    """The language with other words for types."""
    return replace(language, events=replace(language.events, kinds=kinds))


def plover_tally(record: Record, tree: Tree, tagged: Tagged, language: Language, head: TypeHead) -> dict[str, int]:
    """How many types a record was given, whether the right one is there, and whether one event has all of it right."""
    report = Report.of(record["text"])
    events = judge_events(report, read_events(report, tree, language, tagged, head=head), tree, language)
    rows = main_rows([row for row in [plover_row(event, events, language.events) for event in events] if row])
    types = {row["type"] for row in rows}
    dyad = any(
        row["type"] == record["type16"]
        and all(
            not record[f"{side}_spans"] or touches(row[side], record[f"{side}_spans"]) for side in ("source", "target")
        )
        for row in rows
    )
    return {"records": 1, "types": len(types), "right": int(record["type16"] in types), "dyads": int(dyad)}


def touches(spans: Iterable[Sequence[int]], gold: Iterable[Sequence[int]]) -> bool:
    """Whether any two share a character."""
    return any(a < d and c < b for a, b in spans for c, d in gold)


def main_rows(rows: list[Record]) -> list[Record]:
    """A record tells one event, the main one: the rows of the type that stands highest in the sentence."""
    return [row for row in rows if row["type"] == min(rows, key=lambda r: r["depth"])["type"]]


def seen_only(kinds: KindWords, others: list[set[str]], mine: list[set[str]]) -> set[str]:
    """The entries of the lexicon whose words one of these records holds and none of the others."""
    entries = kinds.entries()
    held = {entry: set(entry.split()) for entry in entries}
    alone = {
        entry
        for entry, parts in held.items()
        if any(parts <= words for words in mine) and not any(parts <= words for words in others)
    }
    # of an unseen word nobody may have thought: what is made of it, or it of, goes too ("deport", "deportation")
    kin = {form for entry in alone for noun in (True, False) for form in relatives(kinds, entry, noun=noun)}
    seen = set().union(*others)
    return alone | {entry for entry in entries & kin if not set(entry.split()) <= seen}


def hidden_by(kinds: KindWords, mine: Sequence[set[str]]) -> set[str]:
    """The entries of the lexicon that stand in one of these records, and those that are kin to a word of one."""
    entries = kinds.entries()
    alone = {entry for entry in entries if any(set(entry.split()) <= words for words in mine)}
    words = alone.union(*mine)
    kin = {form for word in words for noun in (True, False) for form in relatives(kinds, word, noun=noun)}
    return alone | (entries & kin)


def without_words(kinds: KindWords, mine: Sequence[set[str]]) -> KindWords:
    """A copy in which no list holds a word of these records, nor a lexicon's entry kin to one."""
    words = set().union(*mine)
    less = kinds.without(hidden_by(kinds, mine))
    senses = {field.name: getattr(kinds.senses, field.name) - words for field in fields(kinds.senses)}
    lists = {
        field.name: getattr(less, field.name) - words
        for field in fields(less)
        if isinstance(getattr(less, field.name), frozenset) and field.name not in SMALL
    }
    return replace(less, senses=replace(kinds.senses, **senses), **lists)
