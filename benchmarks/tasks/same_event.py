"""Same event: which words for events, over all reports of a topic, tell one event; the words are given.

Gold: the marked events of ECB+, in the topics that no weight was fitted to. All groups count, also those of one word.

    MUC, B3, CEAFe, CoNLL   F of each, and their mean
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

import numpy as np

from benchmarks.chains import best_pairing
from benchmarks.gold_sets import read_lines
from benchmarks.task import Record, Run, Score, Task
from sayso.lang import load_language
from sayso.match.events import EventInText, event_in_text, group_events, rarity, report_likeness, same_event
from sayso.text.sentences import sentence_spans

REPORTS: Final = "ecbplus_train_dev.jsonl"
DEV: Final = frozenset("2 5 12 18 21 23 34 35".split())  # topics
TAGS: Final = ("ACTION", "NEG")
Key = tuple[str, int, int]


class Topic:
    """The events of some reports on one topic, and how likely two of them are one."""

    def __init__(self, records: Sequence[Record]) -> None:
        language = load_language("en")
        self.known = language.same_events
        texts = [str(record.get("text") or "") for record in records]
        self.alike = report_likeness(texts, self.known)
        self.keys: list[tuple[int, int, int]] = []  # report, start, end
        self.events: list[EventInText] = []
        held: Counter[str] = Counter()
        for number, (record, text) in enumerate(zip(records, texts, strict=True)):
            spans = sentence_spans(text, None, language.text.sentences)
            for mention in record.get("mentions") or ():
                start, end = int(mention["start"]), int(mention["end"])
                if not 0 <= start < end <= len(text):
                    raise ValueError(f"{record.get('id')}: no such stretch of the text: {start}, {end}")
                around = next((span for span in spans if span[0] <= start < span[1]), (start, end))
                self.keys.append((number, start, end))
                self.events.append(event_in_text(text, start, end, around, self.known))
            held.update(event_in_text(text, 0, 1, (0, len(text)), self.known).sentence if text else ())
        self._held, self._reports = held, len(texts)

    def tells(self, stem: str) -> float:
        """What it tells that two sentences hold a stem."""
        return rarity(self._held[stem], self._reports)

    def between(self, one: int, other: int) -> float | None:
        """How much the reports of two events are alike; None for one report."""
        a, b = self.keys[one][0], self.keys[other][0]
        return None if a == b else float(self.alike[a, b])

    def groups(self) -> list[int]:
        """For each event the first of its group."""
        count = len(self.events)
        chances = np.zeros((count, count))
        for i in range(count):
            for j in range(i + 1, count):
                chances[i, j] = chances[j, i] = same_event(
                    self.events[i], self.events[j], self.between(i, j), self.tells
                )
        return group_events(chances)


def predict(records: Sequence[Record]) -> Iterator[Record]:
    """The group of each word for an event; an event of a line that cannot be judged is one of its own."""
    topics: dict[Any, list[int]] = defaultdict(list)
    for number, record in enumerate(records):
        topics[record.get("topic")].append(number)
    found: dict[int, list[Record]] = {}
    for name, (topic, numbers) in enumerate(topics.items()):
        del topic
        read = Topic([records[number] for number in numbers])
        for (report, start, end), group in zip(read.keys, read.groups(), strict=True):
            mention = {"start": start, "end": end, "cluster": f"{name}-{group}"}
            found.setdefault(numbers[report], []).append(mention)
    for number, record in enumerate(records):
        yield {"id": record.get("id"), "mentions": found.get(number, [])}


def scores(gold: Mapping[Key, str], found: Mapping[Key, str]) -> list[Score]:
    """F of MUC, B3 and CEAFe and their mean; groups of one word count too.

    gold, found   report, start and end -> group; what was not found is a group of its own
    """
    both = {key: (chain, found.get(key, repr(key))) for key, chain in gold.items()}
    sides: tuple[dict[str, set[Key]], dict[str, set[Key]]] = (defaultdict(set), defaultdict(set))
    for key, pair in both.items():
        for side in (0, 1):
            sides[side][pair[side]].add(key)
    left, right = sides
    shared = dict.fromkeys(both.values(), 0)
    for pair in both.values():
        shared[pair] += 1
    recall = sum(shared[pair] / len(left[pair[0]]) for pair in both.values()) / len(both)
    precision = sum(shared[pair] / len(right[pair[1]]) for pair in both.values()) / len(both)
    values = {
        "MUC": _f(_links(left, both, 1), _links(right, both, 0)),
        "B3": _f(recall, precision),
        "CEAFe": 2 * _paired(left, right, shared) / (len(left) + len(right)),
    }
    values["CoNLL"] = sum(values.values()) / 3
    return [Score(name, round(100 * value, 1)) for name, value in values.items()]


def _f(recall: float, precision: float) -> float:
    return 2 * recall * precision / (recall + precision) if recall + precision else 0.0


def _links(chains: Mapping[str, set[Key]], both: Mapping[Key, tuple[str, str]], other: int) -> float:
    wanted = sum(len(chain) - 1 for chain in chains.values())
    kept = sum(len(chain) - len({both[key][other] for key in chain}) for chain in chains.values())
    return kept / wanted if wanted else 0.0


def _paired(
    left: Mapping[str, set[Key]], right: Mapping[str, set[Key]], shared: Mapping[tuple[str, str], int]
) -> float:
    """The greatest sum of likeness of groups that are paired one to one; groups that share nothing are apart."""
    part: dict[tuple[int, str], tuple[int, str]] = {}

    def first(node: tuple[int, str]) -> tuple[int, str]:
        while part.setdefault(node, node) != node:
            node = part[node]
        return node

    for one, other in shared:
        part[first((0, one))] = first((1, other))
    parts: dict[tuple[int, str], tuple[list[str], list[str]]] = defaultdict(lambda: ([], []))
    for node in list(part):
        parts[first(node)][node[0]].append(node[1])
    total = 0.0
    for ones, others in parts.values():
        gains = [[2 * shared.get((a, b), 0) / (len(left[a]) + len(right[b])) for b in others] for a in ones]
        total += best_pairing(np.array(gains))
    return total


def gold_of(record: Record) -> dict[Key, str]:
    """The marked events of a report in the sentences that were looked at: where each stands, and its chain."""
    return {
        (record["id"], mention["start"], mention["end"]): mention["chain"]
        for mention in record["mentions"]
        if mention["selected"] and mention["tag"].startswith(TAGS)
    }


def marked(record: Record) -> Record:
    """The report as a line of input: with the places of its events alone."""
    places = [{"start": start, "end": end} for _, start, end in gold_of(record)]
    return {"id": record["id"], "topic": record["topic"], "text": record["text"], "mentions": places}


def judge(records: Sequence[Record], predictions: Sequence[Record]) -> list[Score] | None:
    """The scores; None where no answers are given."""
    if not records or any("chain" not in m for record in records for m in record.get("mentions") or ()):
        return None
    gold = {
        (r["id"], m["start"], m["end"]): m["chain"] for r in records for m in r.get("mentions") or ()
    }  # fmt: skip
    return scores(gold, _clusters(predictions)) if gold else None


def _clusters(predictions: Sequence[Record]) -> dict[Key, str]:
    return {(p["id"], m["start"], m["end"]): m["cluster"] for p in predictions for m in p["mentions"]}


def measure(run: Run) -> Iterator[Score]:
    """The scores of the development topics."""
    records = [record for record in read_lines(run.gold / REPORTS) if record["topic"] in DEV]
    gold = {key: chain for record in records for key, chain in gold_of(record).items()}
    yield from scores(gold, _clusters(list(predict([marked(record) for record in records]))))


TASK: Final = Task("same-event", "crossdoc", measure, needs=(REPORTS,), predict=predict, judge=judge)
